import { figureMarkup, type FigureSetting } from '../components/figure-markup.ts';
import { makeSortable } from '../components/sort-table.ts';
import { draw } from '../views/figure.ts';
import type { FieldName, State } from '../views/params.ts';
import type { Atlas, Rows, View } from '../views/view.ts';
import type { Answers } from './answers.ts';
import { message } from './message.ts';

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
  private readonly body: HTMLElement;
  private readonly status: HTMLElement;
  private current = new AbortController();

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
  }

  /** Shows a state; a newer call makes an older one give up. Resolves when the picture or the message stands. */
  async show(state: Pick<State, F>): Promise<void> {
    this.current.abort();
    const { signal } = (this.current = new AbortController());
    this.element.setAttribute('aria-busy', 'true');
    // A line that flashes up for a moment says nothing: it comes only when there is a wait.
    const wait = setTimeout(() => this.say('Fetching the data …'), 250);
    try {
      const view = await this.load();
      const rows = await this.answers.rows(view, state, signal);
      if (signal.aborted) return;
      const drawn = draw(view, state, rows, this.atlas, this.element.id);
      const open = this.body.querySelector('details')?.open ?? false;
      this.body.innerHTML = figureMarkup(drawn, this.setting);
      const details = this.body.querySelector('details');
      if (details) details.open = open;
      makeSortable(this.body);
      this.element.dataset['state'] = JSON.stringify(state);
      this.say(null);
    } catch (error) {
      if (signal.aborted) return;
      this.say(message(error), () => void this.show(state));
    } finally {
      clearTimeout(wait);
      if (!signal.aborted) this.element.removeAttribute('aria-busy');
    }
  }

  /** Progress of what the figure waits for; said only while it waits. */
  progress(words: string): void {
    if (this.element.getAttribute('aria-busy')) this.say(words);
  }

  get busy(): boolean {
    return this.element.hasAttribute('aria-busy');
  }

  private say(words: string | null, retry?: () => void): void {
    this.status.replaceChildren();
    this.status.hidden = words === null;
    this.status.classList.toggle('failed', retry !== undefined);
    if (words === null) return;
    this.status.append(words);
    if (!retry) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = 'Try again';
    button.addEventListener('click', retry, { once: true });
    this.status.append(' ', button);
  }
}
