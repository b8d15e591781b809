import { importAnew } from '../engine/browser/import-anew.ts';
import type { Progress } from '../engine/browser.ts';
import type { AtlasFile } from '../model/atlas.ts';
import type { Asked } from '../views/params.ts';
import { openAtlas, type Atlas } from '../views/view.ts';
import { Answers } from './answers.ts';
import { Controls } from './controls.ts';
import { lazyEngine } from './engine.ts';
import { change, figureStates, fromSearch, searchOf, type ExplorerState } from './explorer-state.ts';
import { fetchJson } from './fetch-json.ts';
import { LiveFigure } from './live-figure.ts';
import { message } from './message.ts';
import { pick } from './pick.ts';
import { Player } from './player.ts';
import { progressWords } from './progress-words.ts';

/** Addresses that the page knows: the release's manifest, from which everything else follows. */
interface Addresses {
  readonly manifest: string;
  readonly release: string;
  readonly root: string;
}

/** Brings the explorer to life. The page is whole without it. */
export async function startExplorer(page: HTMLElement): Promise<void> {
  const notice = need(page, '[data-notice]');
  const addresses = addressesOf();
  try {
    const atlas = openAtlas(
      (await fetchJson(`${addresses.release}atlas.json`)) as AtlasFile,
      addresses.release,
    );
    new Explorer(page, notice, atlas, addresses);
  } catch (error) {
    tell(notice, [message(error)], () => void startExplorer(page));
  }
}

class Explorer {
  private readonly page: HTMLElement;
  private readonly notice: HTMLElement;
  private readonly atlas: Atlas;
  private readonly figures: ReturnType<typeof makeFigures>;
  private readonly controls: Controls;
  private readonly player: Player;
  private state: ExplorerState;

  constructor(page: HTMLElement, notice: HTMLElement, atlas: Atlas, addresses: Addresses) {
    this.page = page;
    this.notice = notice;
    this.atlas = atlas;
    const engine = lazyEngine(addresses.manifest, (progress) => this.progress(progress));
    const answers = new Answers(atlas, addresses.release, engine);
    this.figures = makeFigures(page, answers, atlas, addresses.root);
    const { state, problems } = fromSearch(location.search, atlas);
    this.state = state;
    this.controls = new Controls(need(page, '[data-controls]'), atlas, (asked, dragging) =>
      this.move(asked, dragging),
    );
    this.player = new Player(need(page, '[data-play]'), (year, first) => this.step(year, first));
    pick(need(page, '#map'), (asked) => this.move(asked));
    addEventListener('popstate', () => this.follow());
    tell(notice, problems);
    this.controls.show(state);
    this.player.follow(this.controls.years(state), state.year);
    // A page that was opened with a state of its own shows that; the built one is there already.
    if (location.search.length > 1) void this.draw();
    page.dataset['ready'] = '';
  }

  /** One control was moved by the reader. */
  private move(asked: Asked, dragging = false): void {
    this.player.stop();
    this.set(change(this.state, asked, this.atlas));
    this.record(dragging ? 'replace' : 'push');
  }

  /** The next year of the play. The address follows, but a whole play is one step of the history. */
  private step(year: number, first: boolean): Promise<void> {
    this.set(change(this.state, { year }, this.atlas));
    this.record(first ? 'push' : 'replace');
    return this.drawing;
  }

  /** How often the reader went back or forward. */
  private travels = 0;
  private drawing: Promise<void> = Promise.resolve();

  private set(state: ExplorerState): void {
    this.state = state;
    tell(this.notice, []);
    this.controls.show(state);
    this.player.follow(this.controls.years(state), state.year);
    this.drawing = this.draw();
  }

  /** Writes the state to the address: after the next frame, because the history is slow and the picture should not wait. */
  private record(how: 'push' | 'replace'): void {
    const address = `${location.pathname}${searchOf(this.state, this.atlas)}`;
    const { travels } = this;
    void painted().then(() => {
      // Back or forward was pressed within that frame: the address is the reader's.
      if (travels !== this.travels) return;
      if (address === `${location.pathname}${location.search}`) return;
      if (how === 'push') history.pushState(null, '', address);
      else history.replaceState(null, '', address);
    });
  }

  /** Back and forward: the address says what to show. */
  private follow(): void {
    this.travels += 1;
    this.player.stop();
    const { state, problems } = fromSearch(location.search, this.atlas);
    this.set(state);
    tell(this.notice, problems);
  }

  private async draw(): Promise<void> {
    const states = figureStates(this.state);
    this.page.toggleAttribute('data-pair', states.pair !== null);
    const map = this.figures.map.show(states.map);
    // The map answers the reader; what follows from it waits until it is on the screen.
    const turn = map.then(painted);
    await Promise.all([
      map,
      this.figures.ranking.show(states.ranking, turn),
      this.figures.trend.show(states.trend, turn),
      states.pair ? this.figures.pair.show(states.pair, turn) : null,
    ]);
    // The years on both sides are what a slider or a play asks for next.
    for (const year of [states.map.year + 1, states.map.year - 1, states.map.year + 2])
      if (this.controls.has(this.state, year)) this.figures.map.prefetch({ ...states.map, year });
  }

  private progress(progress: Progress): void {
    for (const figure of Object.values(this.figures)) figure.progress(progressWords(progress));
  }
}

/** Statistical charts and their library are fetched when they are first drawn anew: the map alone comes at once. */
function makeFigures(page: HTMLElement, answers: Answers, atlas: Atlas, root: string) {
  const at = (id: string) => need(page, `#${id}`);
  return {
    map: new LiveFigure(
      at('map'),
      async () => (await importAnew(() => import('../views/flow-map/index.ts'))).flowMapView,
      answers,
      atlas,
      root,
    ),
    ranking: new LiveFigure(
      at('ranking'),
      async () => (await importAnew(() => import('../views/ranking/index.ts'))).rankingView,
      answers,
      atlas,
      root,
    ),
    trend: new LiveFigure(
      at('trend'),
      async () => (await importAnew(() => import('../views/trend/index.ts'))).trendView,
      answers,
      atlas,
      root,
    ),
    pair: new LiveFigure(
      at('pair'),
      async () => (await importAnew(() => import('../views/pair/index.ts'))).pairView,
      answers,
      atlas,
      root,
    ),
  };
}

/** Addresses relative to the page, as the built figures have them: what is the same then need not be drawn anew. */
function addressesOf(): Addresses {
  const manifest = document.querySelector('link[data-release]')?.getAttribute('href');
  if (!manifest) throw new Error('The page does not say where its release is.');
  const release = manifest.slice(0, manifest.lastIndexOf('/') + 1);
  return { manifest, release, root: release.replace(/[^/]+\/$/, '') };
}

/**
 * Resolves when the next frame is on the screen, or soon where the page is not in sight and has no frames. The page hands a
 * frame over long before it is seen: one who goes to work at once takes the processor from those who colour it in.
 */
const painted = (): Promise<void> =>
  new Promise((resolve) => {
    const late = setTimeout(resolve, 150);
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        clearTimeout(late);
        setTimeout(resolve);
      }),
    );
  });

function need(page: HTMLElement, selector: string): HTMLElement {
  const found = page.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`The page has no ${selector}.`);
  return found;
}

/** Lines above the figures; none hides them. */
function tell(notice: HTMLElement, lines: readonly string[], retry?: () => void): void {
  notice.replaceChildren(
    ...lines.map((line) => {
      const p = document.createElement('p');
      p.textContent = line;
      return p;
    }),
  );
  notice.hidden = lines.length === 0;
  if (!retry) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = 'Try again';
  button.addEventListener(
    'click',
    () => {
      // The button goes; the reader who pressed it stays on the page's content.
      document.getElementById('main')?.focus({ preventScroll: true });
      retry();
    },
    { once: true },
  );
  notice.append(button);
}
