import { footMarkup } from '../../components/figure-markup.ts';
import { importAnew } from '../../engine/browser/import-anew.ts';
import type { Query } from '../../engine/engine.ts';
import type { DrawnFigure } from '../../views/figure.ts';
import type { TieSet } from '../../views/ties/tie-set.ts';
import type { TieState } from '../../views/ties/state.ts';
import type { Atlas } from '../../views/view.ts';
import type { Answers } from '../answers.ts';
import { message } from '../message.ts';
import { say } from '../say.ts';
import type { TablePart } from './table-part.ts';

/** More than any layer has in a year: the table leaves nothing out. */
const ALL = 1_000_000;

/** The table of the workspace: every tie of a state, as the map would list it if it could draw them all. */
export class TableFigure {
  private readonly element: HTMLElement;
  private readonly answers: Answers;
  private readonly atlas: Atlas;
  private readonly root: string;
  private readonly told: (words: string) => void;
  private readonly status: HTMLElement;
  private readonly title: HTMLElement;
  private readonly foot = document.createElement('figcaption');
  private part: TablePart | null = null;
  private current = new AbortController();
  drawn: DrawnFigure | null = null;
  private set: TieSet | null = null;
  private asked: Query[] = [];
  readonly drawing = null;

  /** @param root address of the root of the site as seen from the page, with a slash */
  constructor(
    element: HTMLElement,
    answers: Answers,
    atlas: Atlas,
    root: string,
    told: (words: string) => void,
  ) {
    [this.element, this.answers, this.atlas, this.told] = [element, answers, atlas, told];
    [this.root, this.status, this.title] = [root, this.at('[data-figure-status]'), this.at('.figure-title')];
    this.foot.className = 'figure-foot';
  }

  async show(state: TieState, turn?: Promise<void>): Promise<void> {
    this.current.abort();
    const { signal } = (this.current = new AbortController());
    this.element.setAttribute('aria-busy', 'true');
    try {
      const [{ flowMapView }, { TablePart: Part }] = await Promise.all([
        importAnew(() => import('../../views/flow-map/index.ts')),
        importAnew(() => import('./table-part.ts')),
      ]);
      const whole = { ...state, top: ALL, map: null };
      const rows = await this.answers.rows(flowMapView, whole, signal);
      await turn;
      if (signal.aborted) return;
      const words = flowMapView.words(rows, whole, this.atlas);
      this.part ??= this.begin(Part);
      this.title.textContent = words.title;
      this.part.show(words.table);
      this.foot.innerHTML = footMarkup(words, { sources: this.atlas.sources, root: this.root });
      this.drawn = { view: 'table', state: whole, words, narrow: null, wide: null };
      this.set = flowMapView.ties?.(rows, whole, this.atlas) ?? null;
      this.asked = Object.values(flowMapView.queries(whole, this.atlas)).filter((query) => query !== null);
      say(this.status, this.element, null);
      this.element.dispatchEvent(new CustomEvent('drawn'));
    } catch (error) {
      if (!signal.aborted)
        say(this.status, this.element, message(error, this.drawn !== null), () => {
          void this.show(state);
        });
    } finally {
      if (!signal.aborted) this.element.removeAttribute('aria-busy');
    }
  }

  sight(shown: boolean): void {
    this.element.hidden = !shown;
    if (!shown) {
      this.current.abort();
      this.element.removeAttribute('aria-busy');
    }
  }

  progress(words: string): void {
    if (this.element.getAttribute('aria-busy')) say(this.status, this.element, words);
  }

  ties(): TieSet | null {
    return this.set;
  }

  queries(): Query[] {
    return this.asked;
  }

  /** A table is no drawing. */
  redraw(): null {
    return null;
  }

  get actions(): HTMLElement {
    return this.at('.take-place');
  }

  private begin(Part: typeof TablePart): TablePart {
    const place = document.createElement('div');
    this.at('[data-figure-body]').replaceChildren(place, this.foot);
    return new Part(place, this.told);
  }

  private at(selector: string): HTMLElement {
    const found = this.element.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`The table has no ${selector}.`);
    return found;
  }
}
