import type { ResultTable } from '../../engine/result-table.ts';
import { importAnew } from '../../engine/browser/import-anew.ts';
import { ALL_TEXTS, defaultChoice, type Choice } from './chart-choice.ts';
import { chartColumns, type ChartColumn } from './chart-columns.ts';
import { ChartControls } from './chart-controls.ts';
import type { Drawn } from './chart-drawn.ts';
import { readForChart } from './chart-rows.ts';
import { freshId, make } from '../../components/grid/dom.ts';
import { errorWords } from './result-words.ts';

const WIDTHS = { least: 280, most: 1040 };

/** A chart from a result: what is best for its columns, until the reader chooses otherwise. */
export class ChartPanel {
  readonly #figure = make('div', { className: 'lab-figure' });
  readonly #controls = new ChartControls((choice) => this.#choose(choice));
  readonly #countryNames: () => Promise<ReadonlyMap<string, string>>;
  readonly #id = freshId('lab-chart');
  #table: ResultTable | null = null;
  #columns: readonly ChartColumn[] = [];
  #choice: Choice | null = null;
  #drawn: Drawn | null = null;
  #title = '';
  #width = 0;
  #turn = 0;
  #seen = false;

  /** @param countryNames names of countries by code, asked for when a chart has codes */
  constructor(element: HTMLElement, countryNames: () => Promise<ReadonlyMap<string, string>>) {
    this.#countryNames = countryNames;
    element.append(this.#controls.element, this.#figure);
    new ResizeObserver(() => {
      const width = this.#room();
      if (this.#seen && width && width !== this.#width) void this.#redraw();
    }).observe(this.#figure);
  }

  /** Takes a result; it is drawn when `see` is called, or now if it was before. */
  show(table: ResultTable, title: string): void {
    this.#table = table;
    this.#title = title;
    this.#columns = chartColumns(table);
    this.#choice = defaultChoice(table, this.#columns);
    this.#drawn = null;
    this.#figure.replaceChildren();
    this.#controls.show(table, this.#columns, this.#choice);
    if (this.#seen) void this.#draw();
  }

  /** Whether the chart is in sight: only then it is drawn. */
  see(seen: boolean): void {
    this.#seen = seen;
    if (seen && this.#table && !this.#drawn) void this.#draw();
    else if (seen && this.#drawn && this.#width !== this.#room()) void this.#redraw();
  }

  /** The drawing, if there is one. */
  get drawing(): SVGSVGElement | null {
    return this.#figure.querySelector('svg');
  }

  get title(): string {
    return this.#title;
  }

  #room(): number {
    return Math.round(Math.max(WIDTHS.least, Math.min(WIDTHS.most, this.#figure.clientWidth)));
  }

  async #draw(): Promise<void> {
    const [table, choice] = [this.#table, this.#choice];
    const turn = ++this.#turn;
    if (!table) return;
    if (!choice || !table.rowCount) {
      this.#say(
        table.rowCount
          ? 'There is nothing to draw: no column of the result holds numbers.'
          : 'There are no rows to draw.',
      );
      return;
    }
    this.#figure.setAttribute('aria-busy', 'true');
    try {
      const countries =
        [choice.y, choice.colour].some((n) => n === ALL_TEXTS || this.#columns[n ?? -1]?.isCountry) ||
        choice.mark === 'points';
      const names =
        countries && this.#columns.some(({ isCountry }) => isCountry)
          ? await this.#countryNames()
          : new Map<string, string>();
      const drawn = await readForChart({ table, columns: this.#columns, choice, names });
      if (turn !== this.#turn) return;
      this.#drawn = drawn;
      await this.#redraw();
    } catch (error) {
      if (turn === this.#turn) this.#say(`The chart could not be drawn: ${errorWords(error)}`);
    } finally {
      if (turn === this.#turn) this.#figure.removeAttribute('aria-busy');
    }
  }

  async #redraw(): Promise<void> {
    const [drawn, turn] = [this.#drawn, this.#turn];
    if (!drawn) return;
    const { drawChart, chartWords } = await importAnew(() => import('./draw-chart.ts'));
    if (turn !== this.#turn) return;
    this.#width = this.#room();
    const words = chartWords(drawn);
    const title = this.#title || words.replace(/\..*$/s, '');
    const svg = drawChart(drawn, { width: this.#width, id: this.#id, title, desc: words });
    this.#figure.innerHTML = svg;
    if (this.#title) this.#figure.prepend(make('p', { className: 'lab-title', textContent: this.#title }));
  }

  #say(words: string): void {
    this.#figure.replaceChildren(make('p', { className: 'lab-nothing', textContent: words }));
  }

  #choose(choice: Choice): void {
    this.#choice = choice;
    this.#drawn = null;
    void this.#draw();
  }
}
