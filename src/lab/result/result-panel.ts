import { count } from '../../charts/format.ts';
import type { BrowserEngine } from '../../engine/browser.ts';
import type { ResultTable } from '../../engine/result-table.ts';
import { CellLine } from './cell-line.ts';
import { ChartPanel } from './chart-panel.ts';
import { make } from '../../components/grid/dom.ts';
import { countryNames } from './country-names.ts';
import { tabs } from './result-bar.ts';
import { ResultGrid } from '../../components/grid/result-grid.ts';
import { errorWords, rowsInTime } from './result-words.ts';
import { inOrder } from './in-order.ts';
import type { ResultQuery } from './result-query.ts';
import { nextSort, type Sort } from '../../components/grid/sort-state.ts';
import { Takes } from './takes.ts';

export type { ResultQuery } from './result-query.ts';

export interface ResultPanelOptions {
  /** Base of the names of files: `crosscurrents-<files()>.csv`. */
  files(): string;
}

/** A larger result, in bytes, is not kept beside the same rows in another order. */
const MOST_KEPT = 128 * 2 ** 20;

/**
 * What a query answered: its rows as a table of any length, a chart of them, and both to take away. Owns what is
 * inside `element`.
 */
export class ResultPanel {
  readonly #line = make('p', { className: 'result-line' }, { role: 'status' });
  readonly #note = make('p', { className: 'result-note', hidden: true }, { role: 'status' });
  readonly #empty = make('p', { className: 'result-empty' });
  readonly #parts: HTMLElement;
  readonly #grid: ResultGrid;
  readonly #cell = new CellLine((row) => this.#goTo(row));
  readonly #chart: ChartPanel;
  readonly #takes: Takes;
  /** In the query's order; given up for one in another order where both would take too much memory. */
  #result: ResultTable | null = null;
  #shown: ResultTable | null = null;
  #query: ResultQuery | null = null;
  #sort: Sort | null = null;
  #sorting: AbortController | null = null;

  constructor(element: HTMLElement, engine: () => Promise<BrowserEngine>, options: ResultPanelOptions) {
    this.#grid = new ResultGrid('Rows of the result', {
      onSort: (column) => void this.#sortBy(column),
      onCell: (at) => this.#shown && this.#cell.show(this.#shown, at),
      onCopy: (words) =>
        this.#say(
          `Copied: ${words.length > 60 ? `${words.slice(0, 60)}…` : words || 'nothing, the cell is empty'}`,
        ),
    });
    const table = make('div', { className: 'result-table' }, {}, this.#grid.element, this.#cell.element);
    const chart = make('div', { className: 'result-chart' });
    this.#chart = new ChartPanel(chart, countryNames(engine));
    this.#takes = new Takes(
      engine,
      options,
      (words, failed) => this.#say(words, failed),
      () => this.#chart,
    );
    const { list, choose } = tabs(
      'Result',
      [
        { name: 'Table', panel: table },
        { name: 'Chart', panel: chart },
      ],
      (index) => {
        this.#chart.see(index === 1);
        this.#takes.see(index === 1 ? 'chart' : 'table');
      },
    );
    this.#parts = make(
      'div',
      { className: 'result-parts' },
      {},
      make('div', { className: 'result-bar' }, {}, list, this.#takes.element),
      this.#note,
      table,
      chart,
    );
    element.classList.add('lab-result');
    element.replaceChildren(this.#line, this.#empty, this.#parts);
    // Escape gives up a sort that takes too long.
    element.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.#sorting?.abort();
    });
    this.clear();
    choose(0);
  }

  /** Shows a result, in the tab that was chosen last. */
  show(result: ResultTable, query: ResultQuery): void {
    this.#stop();
    this.#result = this.#shown = result;
    this.#query = query;
    this.#sort = null;
    this.#line.textContent = rowsInTime(result.rowCount, query.ms);
    this.#empty.hidden = result.rowCount > 0;
    this.#empty.textContent = emptyWords(result);
    this.#parts.hidden = result.rowCount === 0;
    this.#say(result.truncated ? truncatedWords(result) : null);
    if (!result.rowCount) return;
    this.#grid.show(result, null);
    this.#chart.show(result, query.title ?? '');
    this.#takes.show(result, query, query.sql);
  }

  /** Takes the result away. */
  clear(): void {
    this.#stop();
    this.#result = this.#shown = this.#query = null;
    this.#line.textContent = '';
    this.#say(null);
    this.#empty.hidden = false;
    this.#empty.textContent = 'The rows of a query stand here once it has run.';
    this.#parts.hidden = true;
  }

  #stop(): void {
    this.#sorting?.abort();
    this.#sorting = null;
    this.#takes.stop();
    this.#grid.element.removeAttribute('aria-busy');
  }

  #goTo(row: number): void {
    const rows = this.#shown?.rowCount ?? 0;
    if (row >= rows) this.#say(`The result has ${count(rows)} rows; this is the last.`);
    this.#grid.activate({ row: Math.min(row, rows - 1), column: this.#grid.active.column });
    this.#grid.element.focus({ preventScroll: true });
  }

  async #sortBy(column: number): Promise<void> {
    const [shown, query] = [this.#shown, this.#query];
    if (!shown || !query) return;
    this.#sorting?.abort();
    const sort = nextSort(this.#sort, column);
    const name = shown.columns[column]?.name ?? '';
    const words = sort ? `Sorted by ${name}, ${sort.direction}.` : 'In the order of the query.';
    const sorting = new AbortController();
    this.#sorting = sorting;
    this.#grid.element.setAttribute('aria-busy', 'true');
    const waits = setTimeout(() => this.#say(`Sorting by ${name}… Escape stops it.`), 300);
    try {
      const { table, sql } = await inOrder(sort, query, shown, this.#result, sorting.signal);
      if (sorting.signal.aborted) return;
      if (shown === this.#result && shown.bytes > MOST_KEPT) this.#result = null;
      this.#showSorted(table, sort, sql, words);
    } catch (error) {
      if (this.#sorting !== sorting) return;
      const stopped = sorting.signal.aborted;
      this.#say(
        stopped ? 'Sorting was stopped.' : `Sorting by ${name} failed: ${errorWords(error)}`,
        !stopped,
      );
    } finally {
      clearTimeout(waits);
      if (this.#sorting === sorting) {
        this.#sorting = null;
        this.#grid.element.removeAttribute('aria-busy');
      }
    }
  }

  #showSorted(table: ResultTable, sort: Sort | null, sql: string, words: string): void {
    this.#shown = table;
    this.#sort = sort;
    this.#grid.show(table, sort, true);
    if (this.#query) this.#takes.show(table, this.#query, sql);
    this.#say([words, table.truncated ? truncatedWords(table) : ''].filter(Boolean).join(' '));
  }

  #say(words: string | null, failed = false): void {
    this.#note.hidden = words === null;
    this.#note.textContent = words ?? '';
    this.#note.classList.toggle('failed', failed);
  }
}

const emptyWords = ({ columns }: ResultTable): string => {
  const names = columns.slice(0, 8).map(({ name }) => name);
  const more = columns.length - names.length;
  return `The query ran, and no row fits it. Its columns: ${names.join(', ')}${more > 0 ? ` and ${count(more)} more` : ''}.`;
};

const truncatedWords = ({ rowCount, bytes }: ResultTable): string =>
  `The result is larger than this page keeps (${count(bytes / 2 ** 20)} MB): these are its first ${count(rowCount)} rows. ` +
  'Parquet takes all of it; a LIMIT or a GROUP BY makes it smaller.';
