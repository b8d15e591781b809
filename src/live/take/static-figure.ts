import type { Markup } from '../../charts/svg.ts';
import type { Query } from '../../engine/engine.ts';
import { LAYER_IDS, type LayerId } from '../../model/layer.ts';
import type { State } from '../../views/params.ts';
import type { TieSet } from '../../views/ties/tie-set.ts';
import type { Words } from '../../views/view.ts';
import { Answers } from '../answers.ts';
import { labHref } from '../explorer/taken.ts';
import { askedOf, type Embeddable } from './embeddable.ts';
import { rootOf, shownBy, siteOf, type Shown, type Site } from './shown-by.ts';
import { readTable, tableOf } from './table-of.ts';
import { takenOf } from './taken-of.ts';
import type { Taken } from './taken.ts';

/**
 * A figure of a page, as it can be taken. What its markup says is there at once; rows come from slices when its list is opened, and from
 * the database only when something is taken that needs them.
 */
export class StaticFigure {
  private readonly element: HTMLElement;
  private readonly site: Site;
  private readonly shown: Shown | null;
  private readonly answer: Promise<void>;
  private rows: { readonly words: Words; readonly set: TieSet | null } | null = null;
  private letDatabase: () => void = () => undefined;

  /** @param came hears that the rows are there */
  private constructor(element: HTMLElement, site: Site, shown: Shown | null, came: () => void) {
    [this.element, this.site, this.shown] = [element, site, shown];
    this.answer = shown ? this.fetch(shown).then(came) : Promise.resolve();
    // Whoever takes something that needs them is told; until then they may fail in silence.
    this.answer.catch(() => undefined);
  }

  /** Rejects where the atlas or the code of the view does not come. */
  static async of(element: HTMLElement, came: () => void): Promise<StaticFigure> {
    const site = await siteOf(rootOf(element));
    return new StaticFigure(element, site, await shownBy(element, site.atlas), came);
  }

  /** The drawing in sight. */
  get drawing(): SVGSVGElement | null {
    const all = this.element.querySelectorAll<SVGSVGElement>('.picture > div > svg');
    return [...all].find((svg) => svg.getClientRects().length > 0) ?? null;
  }

  /** What is taken: with the rows once they are there, before that as the page has it. */
  taken(): Taken {
    const { atlas, release } = this.site;
    const { article, view } = this.element.dataset;
    // What a figure of an article's own measures stands in its table.
    const state = { ...this.hue(), ...(this.shown?.state ?? { measure: '' }) };
    return takenOf({ words: this.words() }, state, this.rows?.set ?? null, {
      ...{ atlas, release },
      address: new URL(`#${this.element.id}`, location.href).href,
      figure: article ?? view ?? this.element.id,
    });
  }

  get state(): Readonly<Partial<State>> | null {
    return this.shown?.state ?? null;
  }

  /** A page is built with both drawings; one that a reader has moved on holds the one in sight alone. */
  redraw(place: 'narrow' | 'wide'): Markup | null {
    const drawing = this.element.querySelector(`.picture-${place} > svg`);
    return drawing && (drawing.outerHTML as Markup);
  }

  hasTies(): boolean {
    return this.rows ? Boolean(this.rows.set?.ties.length) : this.shown?.view.ties !== undefined;
  }

  /** Brings the rows, from the database if need be. */
  async whole(): Promise<void> {
    this.letDatabase();
    await this.answer;
  }

  embed(): Embeddable | null {
    const { article } = this.element.dataset;
    const { shown } = this;
    if (article === undefined && !shown) return null;
    const { atlas, release } = this.site;
    const { title, alt, sources: ids } = this.words();
    return {
      ...{ title, alt, release, root: rootOf(this.element) },
      sources: ids.flatMap((id) => atlas.sources.get(id) ?? []),
      asked: async () => (shown ? askedOf(shown.view, shown.state, atlas) : { article: article ?? '' }),
    };
  }

  sqlHref(): string | null {
    if (!this.shown) return null;
    const { view, state } = this.shown;
    const all: readonly (Query | null)[] = Object.values(view.queries(state, this.site.atlas));
    return labHref(
      all.filter((query) => query !== null),
      rootOf(this.element),
    );
  }

  /** The layer of a figure whose state names none: whose hue it has. */
  private hue(): { readonly layer?: LayerId } {
    const layer = LAYER_IDS.find((id) => this.element.classList.contains(`layer-${id}`));
    return layer === undefined ? {} : { layer };
  }

  private async fetch({ view, state }: Shown): Promise<void> {
    const { atlas, folder, engine } = this.site;
    const let_ = new Promise<void>((resolve) => (this.letDatabase = resolve));
    const answers = new Answers(atlas, folder, () => let_.then(engine));
    const rows = await answers.rows(view, state, new AbortController().signal);
    this.rows = { words: view.words(rows, state, atlas), set: view.ties?.(rows, state, atlas) ?? null };
  }

  /** The words at the figure: in an article, a headline may stand over the view's own title. */
  private words(): Words {
    const known = this.rows?.words;
    const text = (selector: string): string | null =>
      this.element.querySelector(selector)?.textContent.trim() ?? null;
    const notes = [...this.element.querySelectorAll('.figure-foot p:not(.sources, .coverage, .method)')];
    const table = this.element.querySelector<HTMLTableElement>('.figure-table table');
    return {
      title: text('.figure-title') ?? '',
      takeaway: text('.takeaway'),
      alt: known?.alt ?? text('.picture svg desc') ?? '',
      coverage: known?.coverage ?? text('.coverage'),
      notes: known?.notes ?? notes.map((note) => note.textContent.trim()),
      sources: known?.sources ?? (this.element.dataset['sources'] ?? '').split(' ').filter(Boolean),
      table: known?.table ?? (table ? tableOf(readTable(table)) : NO_TABLE),
    };
  }
}

const NO_TABLE = { caption: '', columns: [], rows: [] };
