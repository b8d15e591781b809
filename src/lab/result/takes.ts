import { count } from '../../charts/format.ts';
import type { BrowserEngine } from '../../engine/browser.ts';
import type { ResultTable } from '../../engine/result-table.ts';
import { importAnew } from '../../engine/browser/import-anew.ts';
import { copied, download } from '../../live/take/hand-over.ts';
import type { ChartPanel } from './chart-panel.ts';
import { make } from '../../components/grid/dom.ts';
import { MARKDOWN_ROWS, markdownOf } from './markdown.ts';
import { button } from './result-bar.ts';
import type { ResultPanelOptions } from './result-panel.ts';
import type { ResultQuery } from './result-query.ts';
import { errorWords } from './result-words.ts';
import { canNest } from './sort.ts';

type Say = (words: string | null, failed?: boolean) => void;

/** What a reader can take of a result: the whole of it as CSV or Parquet, a short one as Markdown, its chart as SVG. */
export class Takes {
  readonly element: HTMLElement;
  readonly #engine: () => Promise<BrowserEngine>;
  readonly #options: ResultPanelOptions;
  readonly #say: Say;
  readonly #chart: () => ChartPanel;
  readonly #csv = button('CSV', () => void this.#take((signal) => this.#takeCsv(signal)));
  readonly #parquet = button('Parquet', () => void this.#take((signal) => this.#takeParquet(signal)));
  readonly #markdown = button('Copy as Markdown', () => void this.#take(() => this.#takeMarkdown()));
  readonly #svg = button('SVG', () => void this.#take(() => this.#takeSvg()));
  #table: ResultTable | null = null;
  #query: ResultQuery | null = null;
  #sql = '';
  #taking: AbortController | null = null;

  constructor(
    engine: () => Promise<BrowserEngine>,
    options: ResultPanelOptions,
    say: Say,
    chart: () => ChartPanel,
  ) {
    this.#engine = engine;
    this.#options = options;
    this.#say = say;
    this.#chart = chart;
    this.element = make(
      'div',
      { className: 'result-takes' },
      { role: 'group', 'aria-label': 'Take the result' },
      this.#svg,
      this.#csv,
      this.#parquet,
      this.#markdown,
    );
  }

  /** What is taken from now on. @param sql what makes these rows, in this order */
  show(table: ResultTable, query: ResultQuery, sql: string): void {
    this.stop();
    this.#table = table;
    this.#query = query;
    this.#sql = sql;
    this.#markdown.hidden = table.rowCount > MARKDOWN_ROWS;
    this.#parquet.hidden = !canNest(query.sql);
    this.#csv.textContent = table.truncated ? `CSV (first ${count(table.rowCount)} rows)` : 'CSV';
  }

  see(part: 'table' | 'chart'): void {
    this.#svg.hidden = part !== 'chart';
  }

  /** Gives up what is being made. */
  stop(): void {
    this.#taking?.abort();
    this.#taking = null;
  }

  async #take(make: (signal: AbortSignal) => Promise<string>): Promise<void> {
    this.stop();
    const taking = new AbortController();
    this.#taking = taking;
    try {
      const words = await make(taking.signal);
      if (!taking.signal.aborted) this.#say(words);
    } catch (error) {
      if (!taking.signal.aborted) this.#say(`That could not be taken: ${errorWords(error)}`, true);
    } finally {
      if (this.#taking === taking) this.#taking = null;
    }
  }

  #name(extension: string): string {
    const base = this.#options
      .files()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-+|-+$/g, '');
    return `crosscurrents-${base || 'query'}.${extension}`;
  }

  async #takeCsv(signal: AbortSignal): Promise<string> {
    const table = this.#table;
    if (!table) return '';
    const { csvBlob } = await importAnew(() => import('./csv.ts'));
    const name = this.#name('csv');
    const blob = await csvBlob(
      table,
      (rows) => this.#say(`Writing ${name}: ${Math.floor((100 * rows) / table.rowCount)}%`),
      signal,
    );
    download(blob, name);
    return `${name} has ${rowsWords(table.rowCount)}.`;
  }

  async #takeParquet(signal: AbortSignal): Promise<string> {
    const query = this.#query;
    if (!query) return '';
    const name = this.#name('parquet');
    this.#say(`Writing ${name}…`);
    const engine = await this.#engine();
    const bytes = await engine.parquet(this.#sql, query.params, { signal, needs: query.needs });
    download(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: 'application/vnd.apache.parquet' }), name);
    return `${name} has all rows, in ${sizeWords(bytes.byteLength)}.`;
  }

  async #takeMarkdown(): Promise<string> {
    const table = this.#table;
    if (!table) return '';
    if (!(await copied(markdownOf(table))))
      throw new Error('the browser does not let this page write to the clipboard');
    return `Copied ${rowsWords(table.rowCount)} as a table of Markdown.`;
  }

  async #takeSvg(): Promise<string> {
    const { drawing, title } = this.#chart();
    if (!drawing) throw new Error('there is no chart yet');
    const { chartFile } = await importAnew(() => import('./chart-file.ts'));
    const name = this.#name('svg');
    download(chartFile(drawing, title, new Date().toISOString().slice(0, 10)), name);
    return `${name} has the chart.`;
  }
}

const rowsWords = (rows: number): string => `${count(rows)} ${rows === 1 ? 'row' : 'rows'}`;

const sizeWords = (bytes: number): string =>
  bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
