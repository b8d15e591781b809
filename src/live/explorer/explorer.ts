import type { Progress } from '../../engine/browser.ts';
import type { AtlasFile } from '../../model/atlas.ts';
import type { Group } from '../../model/group.ts';
import type { IndicatorLabel } from '../../model/indicator.ts';
import { openAtlas, type Atlas } from '../../views/view.ts';
import { Answers } from '../answers.ts';
import { lazyEngine } from '../engine.ts';
import { fetchJson } from '../fetch-json.ts';
import { message } from '../message.ts';
import { progressWords } from '../progress-words.ts';
import { addressesOf, type Addresses } from './addresses.ts';
import { fromSearch, searchOf } from './address.ts';
import { MapCameras } from '../map/map-cameras.ts';
import { actsOf } from './acts.ts';
import { brushing } from './brushing.ts';
import { Card } from './card.ts';
import { Controls } from './controls.ts';
import { figureStates, type FigureStates } from './figure-states.ts';
import { makeFigures, type FigureName, type Figures } from './figures.ts';
import { finders } from './finders.ts';
import { Linking } from './linking.ts';
import { tell } from './notice.ts';
import { painted } from './painted.ts';
import type { Part } from './parts.ts';
import { Player } from './player.ts';
import { change, settleExplorer, type ExplorerState, type Wish } from './state.ts';
import { Pointing } from './pointing.ts';
import { idle, once, warmUp } from './warm-up.ts';
import { takeMenus } from './take-menus.ts';
import { Toolbar } from './toolbar.ts';
import { Travel } from './travel.ts';
import { waitingWords } from './waiting-words.ts';

/** Brings the explorer to life. The page is whole without it. */
export async function startExplorer(page: HTMLElement): Promise<void> {
  const notice = need(page, '[data-notice]');
  const addresses = addressesOf();
  try {
    const [file, indicators, groups] = await Promise.all(
      ['atlas.json', 'indicators.json', 'groups.json'].map((name) => fetchJson(addresses.release + name)),
    );
    const atlas = openAtlas(file as AtlasFile, addresses.release, {
      indicators: indicators as IndicatorLabel[],
      groups: groups as Group[],
    });
    new Explorer(page, notice, atlas, addresses, (file as AtlasFile).version);
  } catch (error) {
    tell(notice, [message(error)], () => void startExplorer(page));
  }
}

/** The figures of each part, in the order in which they are drawn. */
const FIGURES_OF: Readonly<Record<Part, readonly FigureName[]>> = {
  map: ['map', 'twin'],
  ranking: ['ranking'],
  trend: ['trend', 'trendTwin'],
  matrix: ['matrix'],
  chord: ['chord'],
  network: ['network'],
  scatter: ['scatter'],
  pair: ['pair'],
  table: ['table'],
};

/** How long the first figure goes before the others, in milliseconds. */
const LEAD = 200;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

class Explorer {
  private readonly page: HTMLElement;
  private readonly notice: HTMLElement;
  private readonly atlas: Atlas;
  private readonly figures: Figures;
  private readonly cameras: MapCameras;
  private readonly linking: Linking;
  private readonly card: Card;
  private readonly controls: Controls;
  private readonly toolbar: Toolbar;
  private readonly travel: Travel;
  private readonly player: Player;
  /** Brings the database while the reader looks at what the first choice gave. */
  private readonly warm: () => void;
  private state: ExplorerState;

  constructor(page: HTMLElement, notice: HTMLElement, atlas: Atlas, addresses: Addresses, release: string) {
    this.page = page;
    this.notice = notice;
    this.atlas = atlas;
    const engine = lazyEngine(addresses.manifest, (progress) => this.progress(progress));
    this.warm = once(() => warmUp(engine));
    const answers = new Answers(atlas, addresses.release, engine);
    const workspace = need(page, '[data-workspace]');
    this.card = new Card(page);
    this.cameras = new MapCameras([need(page, '#map'), need(page, '#twin')], atlas, {
      changed: (map) => this.move({ map }),
      say: (words) => this.card.say(words),
    });
    this.figures = makeFigures(
      page,
      answers,
      atlas,
      addresses.root,
      (map) => this.cameras.atlasFor(map),
      (words) => this.card.say(words),
    );
    this.linking = new Linking(workspace);
    new Pointing(
      workspace,
      [...workspace.querySelectorAll<HTMLElement>('figure:not(#table)')],
      this.card,
      this.linking,
      (mark) => actsOf(mark, this.state, atlas, addresses.root, (wish) => this.move(wish)),
    );
    brushing(
      page,
      this.linking,
      atlas,
      (wish) => this.move(wish),
      (words) => this.card.say(words),
    );
    const { state, problems } = fromSearch(location.search, atlas);
    this.state = state;
    this.controls = new Controls(need(page, '[data-controls]'), atlas, (wish, dragging) =>
      this.move(wish, dragging),
    );
    need(page, '[data-controls]').addEventListener('focusin', () => this.ahead());
    this.toolbar = new Toolbar(need(page, '[data-toolbar]'), {
      show: (show) => this.move({ show }),
      undo: () => this.travel.undo(),
      redo: () => this.travel.redo(),
      reset: () => this.reset(),
    });
    this.travel = new Travel(
      () => this.follow(),
      (ways) => this.toolbar.ways(ways),
    );
    this.player = new Player(need(page, '[data-play]'), (year, first) => this.step(year, first));
    takeMenus(page, this.figures, {
      state: () => this.state,
      atlas,
      addresses,
      release,
      lead: () => this.state.show.flatMap((part) => FIGURES_OF[part])[0] ?? 'map',
      draw: (name) => this.show(name, figureStates(this.state, atlas)),
      say: (words) => this.card.say(words),
    });
    finders(page, this.toolbar, atlas, addresses, {
      state: () => this.state,
      move: (wish) => this.move(wish),
      ask: (wish) => this.ask(wish),
      actions: [
        { id: 'undo', title: 'Undo', hint: 'Ctrl + Z', run: () => this.travel.undo() },
        { id: 'redo', title: 'Redo', hint: 'Ctrl + Shift + Z', run: () => this.travel.redo() },
        { id: 'reset', title: 'Start again', run: () => this.reset() },
        { id: 'play', title: 'Play the years', run: () => need(page, '[data-play]').click() },
        { id: 'tour', title: 'Tour of this page', run: () => this.toolbar.button('tour').click() },
        { id: 'lab', title: 'SQL lab', run: () => location.assign(`${addresses.root}explore/sql/`) },
      ],
    });
    this.follows();
    this.tellAll(problems);
    // A page that was opened with a state of its own shows that; the built one is there already.
    if (location.search.length > 1) void this.draw();
    page.dataset['ready'] = '';
    idle(() => this.prepare());
  }

  /** One control was moved by the reader. */
  private move(wish: Wish, dragging = false): void {
    this.player.stop();
    this.set(change(this.state, wish, this.atlas));
    this.record(dragging ? 'replace' : 'push');
    void this.drawing.then(this.warm);
  }

  private reset(): void {
    this.player.stop();
    this.page.querySelector('form')?.reset();
    this.set(settleExplorer({}, this.atlas).state);
    this.record('push');
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

  private set(state: ExplorerState, problems: readonly string[] = []): void {
    this.state = state;
    this.follows();
    this.drawing = this.draw();
    // The control that was moved shows it already: what it means for the others leaves the figure the first frame.
    this.toTell ??= painted().then(() => {
      this.toTell = null;
      this.tellAll(this.problems);
    });
    this.problems = problems;
  }

  private problems: readonly string[] = [];
  private toTell: Promise<void> | null = null;

  /** What the next step of a play and the marks depend on. */
  private follows(): void {
    this.player.follow(this.controls.years(this.state), this.state.year);
    this.linking.keep(this.state.marked);
  }

  private tellAll(problems: readonly string[]): void {
    const { state } = this;
    tell(this.notice, [...problems, ...waitingWords(state)]);
    this.controls.show(state);
    this.toolbar.show(state);
    this.cameras.show(state.map, state.country);
  }

  /** Writes the state to the address: after the next frame, because the history is slow and the picture should not wait. */
  private record(how: 'push' | 'replace'): void {
    const address = `${location.pathname}${searchOf(this.state, this.atlas)}`;
    const { travels } = this;
    void painted().then(() => {
      // Back or forward was pressed within that frame: the address is the reader's.
      if (travels === this.travels) this.travel.record(address, how);
    });
  }

  /** Back and forward: the address says what to show. */
  private follow(): void {
    this.travels += 1;
    this.player.stop();
    const { state, problems } = fromSearch(location.search, this.atlas);
    this.set(state, problems);
  }

  private async draw(): Promise<void> {
    const states = figureStates(this.state, this.atlas);
    const { show } = this.state;
    const names = show.flatMap((part) => FIGURES_OF[part]).filter((name) => states[name] !== null);
    for (const [name, figure] of Object.entries(this.figures))
      figure.sight(names.includes(name as FigureName));
    this.page.toggleAttribute('data-twins', states.twin !== null && show.includes('map'));
    const [first, ...others] = names;
    if (!first) return;
    const lead = this.show(first, states);
    // The first figure answers the reader; what follows from it waits until it is on the screen.
    // Where it waits for the database, they do not wait with it.
    const turn = Promise.race([lead, pause(LEAD)]).then(painted);
    await Promise.all([lead, ...others.map((name) => this.show(name, states, turn))]);
    this.ahead();
  }

  /** Fetches what is likely to be asked for next: the years beside, for a slider or a play, and the choices beside the one just made. */
  private ahead(): void {
    const { state, atlas } = this;
    if (!state.show.includes('map')) return;
    const wishes = [
      ...[state.year + 1, state.year - 1, state.year + 2]
        .filter((year) => this.controls.has(state, year))
        .map((year) => ({ year })),
      ...this.controls.beside(),
    ];
    for (const wish of wishes) this.figures.map.prefetch(figureStates(change(state, wish, atlas), atlas).map);
  }

  /** What a first move is likely to ask for first: the code of the map, and the years beside the one shown. */
  private prepare(): void {
    const { map } = figureStates(this.state, this.atlas);
    for (const year of [this.state.year - 1, this.state.year + 1])
      if (this.controls.has(this.state, year)) void this.figures.map.prepare({ ...map, year });
  }

  private show(name: FigureName, states: FigureStates, turn?: Promise<void>): Promise<void> {
    const figure = this.figures[name] as { show(state: unknown, turn?: Promise<void>): Promise<void> };
    return states[name] === null ? Promise.resolve() : figure.show(states[name], turn);
  }

  /** A question of its own: what was chosen before is left behind, but for the parts that are shown. */
  private ask(wish: Wish): void {
    this.player.stop();
    this.page.querySelector('form')?.reset();
    this.set(settleExplorer({ show: this.state.show, ...wish }, this.atlas).state);
    this.record('push');
  }

  private progress(progress: Progress): void {
    for (const figure of Object.values(this.figures)) figure.progress(progressWords(progress));
  }
}

function need(page: HTMLElement, selector: string): HTMLElement {
  const found = page.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`The page has no ${selector}.`);
  return found;
}
