import { figureMarkup, type FigureSetting } from '../components/figure-markup.ts';
import type { Markup } from '../charts/svg.ts';
import { WIDE_FROM } from '../charts/widths.ts';
import { makeSortable } from '../components/sort-table.ts';
import { draw, type DrawnFigure } from '../views/figure.ts';
import type { FieldName, State } from '../views/params.ts';
import type { Atlas, Rows, View } from '../views/view.ts';
import type { Query } from '../engine/engine.ts';
import type { TieSet } from '../views/ties/tie-set.ts';
import type { Answers } from './answers.ts';
import { message } from './message.ts';
import { patchChildren } from './patch.ts';
import { say } from './say.ts';

type Place = 'narrow' | 'wide';
const placeOf = (width: number): Place => (width >= WIDE_FROM ? 'wide' : 'narrow');

/**
 * A figure that follows a state. What it shows is always whole: while an answer is on its way, and when none comes, the
 * last picture stays and a line above it says so.
 */
export class LiveFigure<F extends FieldName, R extends Rows> {
  private readonly element: HTMLElement;
  private readonly load: () => Promise<View<F, R>>;
  private readonly answers: Answers;
  /** The atlas as a state draws it: a map that is turned has a base map of its own. */
  private readonly atlasFor: (state: Pick<State, F>) => Promise<Atlas>;
  private readonly setting: FigureSetting;
  /** Kept once it has come: asking for a module again costs a frame. */
  private view: View<F, R> | null = null;
  private readonly body: HTMLElement;
  private readonly status: HTMLElement;
  private current = new AbortController();
  /** Draws again what is shown: for another width of the page. */
  private shown: ((table?: boolean) => void) | null = null;
  private drawnFor: Place | null = null;
  /** What the figure shows now; null before it was drawn anew. The element tells of each with the event `drawn`. */
  drawn: DrawnFigure | null = null;
  private given: {
    readonly view: View<F, R>;
    readonly state: Pick<State, F>;
    readonly rows: R;
    readonly atlas: Atlas;
  } | null = null;
  /** Which drawing the place of the figure has room for; the style sheet decides by the same number. */
  private place: Place;

  constructor(
    element: HTMLElement,
    load: () => Promise<View<F, R>>,
    answers: Answers,
    atlas: Atlas,
    root: string,
    { atlasFor = async () => atlas }: { readonly atlasFor?: (state: Pick<State, F>) => Promise<Atlas> } = {},
  ) {
    this.element = element;
    this.atlasFor = atlasFor;
    this.load = load;
    this.answers = answers;
    this.setting = {
      id: element.id,
      level: element.dataset['level'] === '3' ? 3 : 2,
      sources: atlas.sources,
      root,
    };
    const find = (selector: string) => {
      const found = element.querySelector<HTMLElement>(selector);
      if (!found) throw new Error(`The figure ${element.id} has no ${selector}.`);
      return found;
    };
    this.body = find('[data-figure-body]');
    this.status = find('[data-figure-status]');
    // A hundred rows behind a closed door are not worth a frame: they are written when the reader opens it.
    for (const event of ['click', 'toggle'])
      this.body.addEventListener(event, (e) => this.open(e.target), { capture: true });
    this.place = placeOf(element.clientWidth);
    new ResizeObserver(([entry]) => {
      this.place = placeOf(entry?.contentRect.width ?? 0);
      if (this.drawnFor !== this.place) this.shown?.();
    }).observe(element);
  }

  /**
   * Shows a state; a newer call makes an older one give up. Resolves when the picture or the message stands.
   * @param turn what to wait for before drawing: figures that come after another leave it the first frame
   */
  async show(state: Pick<State, F>, turn?: Promise<void>): Promise<void> {
    this.current.abort();
    const { signal } = (this.current = new AbortController());
    this.element.setAttribute('aria-busy', 'true');
    // What flashes up for a moment says nothing, and a fade costs frames: both come only when there is a wait.
    const wait = setTimeout(() => {
      if (signal.aborted) return;
      this.element.classList.add('waiting');
      this.say('Fetching the data …');
    }, 250);
    try {
      this.view ??= await this.load();
      const { view } = this;
      const [rows, atlas] = await Promise.all([this.answers.rows(view, state, signal), this.atlasFor(state)]);
      await turn;
      if (signal.aborted) return;
      this.say(null);
      // Another part of the state was moved: what this figure shows stands already.
      if (this.given?.rows === rows && this.given.atlas === atlas && this.drawnFor === this.place) return;
      this.given = { view, state, rows, atlas };
      this.shown = (table = this.body.querySelector('details')?.open ?? false) => {
        const fresh = document.createElement('template');
        const drawn = draw(view, state, rows, atlas, this.element.id, this.place);
        this.drawnFor = this.place;
        fresh.innerHTML = figureMarkup(drawn, { ...this.setting, table });
        patchChildren(this.body, fresh.content);
        makeSortable(this.body);
        this.drawn = drawn;
        this.element.dispatchEvent(new CustomEvent('drawn'));
      };
      this.shown();
      this.element.dataset['state'] = JSON.stringify(state);
    } catch (error) {
      if (signal.aborted) return;
      this.say(message(error, this.body.childElementCount > 0), () => void this.show(state));
    } finally {
      clearTimeout(wait);
      if (!signal.aborted) {
        this.element.removeAttribute('aria-busy');
        this.element.classList.remove('waiting');
      }
    }
  }

  /** The ties of what is shown; null where the figure shows none, or was not drawn anew. */
  ties(atlas: Atlas): TieSet | null {
    const { given } = this;
    return given?.view.ties?.(given.rows, given.state, atlas) ?? null;
  }

  /** The queries behind what is shown, the main one first. */
  queries(atlas: Atlas): Query[] {
    const { given } = this;
    const all: readonly (Query | null)[] = given ? Object.values(given.view.queries(given.state, atlas)) : [];
    return all.filter((query) => query !== null);
  }

  /** What is shown, drawn for a place that may be another than its own; null before it was drawn anew. */
  redraw(place: Place): Markup | null {
    const { given } = this;
    return given && draw(given.view, given.state, given.rows, given.atlas, this.element.id, place)[place];
  }

  /** Where the page puts what can be done with the figure. */
  get actions(): HTMLElement {
    const found = this.element.querySelector<HTMLElement>('.take-place');
    if (!found) throw new Error(`The figure ${this.element.id} has no place for actions.`);
    return found;
  }

  /** The drawing in sight. */
  get drawing(): SVGSVGElement | null {
    return (
      [...this.body.querySelectorAll<SVGSVGElement>('.picture > div > svg')].find(
        (svg) => svg.getClientRects().length > 0,
      ) ?? null
    );
  }

  /** Shows the figure's place, or takes it away with whatever it waits for. */
  sight(shown: boolean): void {
    if (this.element.hidden === shown) this.element.hidden = !shown;
    if (shown) return;
    this.current.abort();
    this.element.removeAttribute('aria-busy');
    this.say(null);
  }

  /** Fetches what a state would need, if the figure has been shown before. */
  prefetch(state: Pick<State, F>): void {
    if (this.view) this.answers.prefetch(this.view, state);
  }

  /** Fetches the code of the figure and what a state would need: for an idle moment. A failure is left to the showing. */
  async prepare(state: Pick<State, F>): Promise<void> {
    try {
      this.view ??= await this.load();
      this.prefetch(state);
    } catch {
      // See above.
    }
  }

  /** Writes the table of a figure that is being opened, by its summary or by the browser's search. */
  private open(target: EventTarget | null): void {
    const details = target instanceof Element ? target.closest('summary, details')?.closest('details') : null;
    if (details && !details.querySelector('table')) this.shown?.(true);
  }

  /** Progress of what the figure waits for; said only while it waits. */
  progress(words: string): void {
    if (this.element.getAttribute('aria-busy')) this.say(words);
  }

  private say(words: string | null, retry?: () => void): void {
    say(this.status, this.element, words, retry);
  }
}
