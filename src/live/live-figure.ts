import { figureMarkup, type FigureSetting } from '../components/figure-markup.ts';
import { WIDE_FROM } from '../charts/widths.ts';
import { makeSortable } from '../components/sort-table.ts';
import { draw } from '../views/figure.ts';
import type { FieldName, State } from '../views/params.ts';
import type { Atlas, Rows, View } from '../views/view.ts';
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
  private readonly atlas: Atlas;
  private readonly setting: FigureSetting;
  /** Kept once it has come: asking for a module again costs a frame. */
  private view: View<F, R> | null = null;
  private readonly body: HTMLElement;
  private readonly status: HTMLElement;
  private current = new AbortController();
  /** Draws again what is shown: for another width of the page. */
  private shown: ((table?: boolean) => void) | null = null;
  private drawnFor: Place | null = null;
  /** Which drawing the place of the figure has room for; the style sheet decides by the same number. */
  private place: Place;

  constructor(
    element: HTMLElement,
    load: () => Promise<View<F, R>>,
    answers: Answers,
    atlas: Atlas,
    root: string,
  ) {
    this.element = element;
    this.load = load;
    this.answers = answers;
    this.atlas = atlas;
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
      const rows = await this.answers.rows(view, state, signal);
      await turn;
      if (signal.aborted) return;
      this.shown = (table = this.body.querySelector('details')?.open ?? false) => {
        const fresh = document.createElement('template');
        const drawn = draw(view, state, rows, this.atlas, this.element.id, this.place);
        this.drawnFor = this.place;
        fresh.innerHTML = figureMarkup(drawn, { ...this.setting, table });
        patchChildren(this.body, fresh.content);
        makeSortable(this.body);
      };
      this.shown();
      this.element.dataset['state'] = JSON.stringify(state);
      this.say(null);
    } catch (error) {
      if (signal.aborted) return;
      this.say(message(error), () => void this.show(state));
    } finally {
      clearTimeout(wait);
      if (!signal.aborted) {
        this.element.removeAttribute('aria-busy');
        this.element.classList.remove('waiting');
      }
    }
  }

  /** Fetches what a state would need, if the figure has been shown before. */
  prefetch(state: Pick<State, F>): void {
    if (this.view) this.answers.prefetch(this.view, state);
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
