import type { ResultTable } from '../../engine/result-table.ts';
import { columnWords, plainWords, sampleOf, type ColumnWords } from './cell-words.ts';
import { columnsInSight, layoutColumns, type ColumnLayout } from './column-layout.ts';
import { freshId, make } from './dom.ts';
import { writeHead } from './grid-head.ts';
import { moveBy, type CellAt } from './grid-keys.ts';
import { GridRows, type Sight } from './grid-rows.ts';
import { GridScroll } from './grid-scroll.ts';
import { plainColumnWords, tellingCells } from './plain-words.ts';
import type { Sort } from './sort-state.ts';

export interface GridEvents {
  /** A column's head was pressed. */
  onSort(column: number): void;
  /** Another cell is marked; row −1 is the head. */
  onCell(at: CellAt): void;
  onCopy(words: string): void;
}

const NOTHING: ColumnLayout = { widths: [], lefts: [], total: 0 };

/**
 * A table of any length as an ARIA grid: only what is in sight is in the page. It is one stop of the Tab key; keys move a marked
 * cell (see `moveBy`), Enter on a head sorts, and what is copied is the marked cell's whole value.
 */
export class ResultGrid {
  /** The scrolled box, which the caller places. */
  readonly element: HTMLElement;
  readonly #events: GridEvents;
  readonly #plain: boolean;
  readonly #cellId = freshId('grid-cell');
  readonly #head = make('div', { className: 'grid-head' }, { role: 'row', 'aria-rowindex': 1 });
  readonly #body = make('div', { className: 'grid-body' }, { role: 'rowgroup' });
  readonly #window: HTMLElement;
  readonly #sizer: HTMLElement;
  readonly #rows = new GridRows(this.#body);
  #table: ResultTable | null = null;
  #words: readonly ColumnWords[] = [];
  #layout = NOTHING;
  readonly #scroll: GridScroll;
  #active: CellAt = { row: 0, column: 0 };
  #sort: Sort | null = null;
  #sizes = { row: 30, head: 48, number: 60, width: 0, height: 0 };
  #frame = 0;
  #headShown = '';

  /**
   * @param looks `query` shows what a query gave: types below the names, NULL and empty text apart, long values cut; `plain`
   * reads as the other tables of figures do, for tables that can be walked whole
   */
  constructor(label: string, events: GridEvents, looks: 'query' | 'plain' = 'query') {
    this.#events = events;
    this.#plain = looks === 'plain';
    this.#window = make(
      'div',
      { className: 'grid-window' },
      { role: 'presentation' },
      this.#head,
      this.#body,
    );
    this.#sizer = make('div', { className: 'grid-sizer' }, { role: 'presentation' }, this.#window);
    this.element = make(
      'div',
      { className: this.#plain ? 'result-grid is-plain' : 'result-grid', tabIndex: 0 },
      { role: 'grid', 'aria-label': label, 'aria-readonly': 'true' },
      this.#sizer,
    );
    this.#scroll = new GridScroll(this.element, () => {
      this.#frame ||= requestAnimationFrame(() => {
        this.#frame = 0;
        this.#draw();
      });
    });
    this.element.addEventListener('keydown', (event) => this.#key(event));
    this.element.addEventListener('click', (event) => this.#click(event));
    this.element.addEventListener('copy', (event) => this.#copy(event));
    new ResizeObserver(() => this.#measure()).observe(this.element);
  }

  /** Shows a table; one that only has another order keeps its place across, and its widths. */
  show(table: ResultTable, sort: Sort | null, sameColumns = false): void {
    this.#table = table;
    this.#sort = sort;
    if (!sameColumns) {
      this.#active = { row: 0, column: 0 };
      this.element.scrollLeft = 0;
      this.#arrange();
    } else this.#active = { ...this.#active, row: Math.min(this.#active.row, 0) };
    this.element.setAttribute('aria-rowcount', String(table.rowCount + 1));
    this.element.setAttribute('aria-colcount', String(table.columns.length + 1));
    this.#rows.clear();
    this.#measure();
    this.#scroll.goTo(0);
    this.#draw();
    this.#tell();
  }

  /** The marked cell. */
  get active(): CellAt {
    return this.#active;
  }

  /** Marks a cell and brings it in sight. */
  activate(at: CellAt): void {
    if (!this.#table) return;
    const row = Math.max(-1, Math.min(at.row, this.#table.rowCount - 1));
    this.#active = { row, column: Math.max(0, Math.min(at.column, this.#table.columns.length - 1)) };
    this.#reveal();
    this.#draw();
    this.#tell();
  }

  #tell(): void {
    this.#events.onCell(this.#active);
  }

  /** Words and widths of the columns, from some of their cells. */
  #arrange(): void {
    const table = this.#table;
    if (!table) return;
    const plain = this.#plain;
    const samples = table.columns.map((_, column) =>
      plain ? tellingCells(table, column) : sampleOf(table, column, table.columns.length > 100 ? 20 : 120),
    );
    const wordsOf = plain ? plainColumnWords : columnWords;
    this.#words = table.columns.map((column, n) => wordsOf(column, samples[n] ?? []));
    const texts = samples.map((sample, n) => sample.map((value) => this.#words[n]?.(value).text ?? ''));
    const size = parseFloat(getComputedStyle(this.element).fontSize) || 14;
    const view = this.element.clientWidth || 600;
    const sizes = { cell: size, type: plain ? 0 : size * 0.8 };
    this.#layout = layoutColumns(table.columns, texts, sizes, view, plain);
  }

  #measure(): void {
    const table = this.#table;
    if (!table) return;
    const { clientWidth, clientHeight } = this.element;
    if (!this.#head.childElementCount) this.#drawHead();
    const digits = String(table.rowCount).length;
    const commas = Math.floor((digits - 1) / 3);
    this.element.style.setProperty(
      '--number-width',
      `calc(${Math.max(2, digits + commas * 0.5)}ch + 1.3rem)`,
    );
    const row = this.#body.firstElementChild as HTMLElement | null;
    this.#sizes = {
      row: row?.offsetHeight || this.#sizes.row,
      head: this.#head.offsetHeight || this.#sizes.head,
      number: (this.#head.firstElementChild as HTMLElement | null)?.offsetWidth ?? 60,
      width: clientWidth,
      height: clientHeight,
    };
    const { head, number } = this.#sizes;
    this.#scroll.size(table.rowCount * this.#sizes.row, Math.max(0, clientHeight - head));
    this.#sizer.style.height = `${Math.max(this.#scroll.range + clientHeight, head)}px`;
    this.#sizer.style.width = `${number + this.#layout.total}px`;
    this.#window.style.height = `${clientHeight}px`;
    this.#scroll.agree();
    const first = !row;
    this.#draw();
    // The first row tells how tall rows are.
    if (first && this.#body.firstElementChild) this.#measure();
  }

  /** Scrolls as little as brings the marked cell in sight. */
  #reveal(): void {
    const { row, column } = this.#active;
    const { row: height, head, number, width } = this.#sizes;
    const view = this.#sizes.height - head;
    if (row >= 0) {
      const top = row * height;
      if (top < this.#scroll.offset) this.#scroll.goTo(top);
      else if (top + height > this.#scroll.offset + view) this.#scroll.goTo(top + height - view);
    }
    const left = this.#layout.lefts[column] ?? 0;
    const right = left + (this.#layout.widths[column] ?? 0);
    if (left < this.element.scrollLeft) this.element.scrollLeft = left;
    else if (right > this.element.scrollLeft + width - number)
      this.element.scrollLeft = Math.min(left, right - width + number);
  }

  #sight(): Sight {
    const { row, head, height, width, number } = this.#sizes;
    const first = Math.floor(this.#scroll.offset / row);
    const shown = Math.ceil(Math.max(0, height - head) / row) + 1;
    return {
      rows: [first, Math.min(this.#table?.rowCount ?? 0, first + shown)],
      columns: columnsInSight(this.#layout, this.element.scrollLeft, Math.max(0, width - number)),
      active: this.#active,
      activeId: this.#cellId,
    };
  }

  #draw(): void {
    const table = this.#table;
    if (!table) return;
    const sight = this.#sight();
    this.#drawHead(sight);
    const { rows, columns, active } = sight;
    const marked =
      active.column >= columns[0] &&
      active.column < columns[1] &&
      (active.row === -1 || (active.row >= rows[0] && active.row < rows[1]));
    // The marked cell may be scrolled out of the page.
    if (marked) this.element.setAttribute('aria-activedescendant', this.#cellId);
    else this.element.removeAttribute('aria-activedescendant');
    this.#rows.write(table, this.#words, this.#layout, sight);
    this.#body.style.transform = `translateY(${-(this.#scroll.offset - sight.rows[0] * this.#sizes.row)}px)`;
  }

  #drawHead(sight = this.#sight()): void {
    if (!this.#table) return;
    const { columns, active, activeId } = sight;
    const shown = JSON.stringify([columns, active, this.#sort, this.#layout.total, this.#table.columns]);
    if (shown === this.#headShown) return;
    this.#headShown = shown;
    const heads: Sight = { rows: [0, 0], columns, active, activeId };
    writeHead(this.#head, this.#table, this.#layout, heads, this.#sort, this.#plain);
  }

  #key(event: KeyboardEvent): void {
    const table = this.#table;
    if (!table || event.altKey || event.shiftKey) return;
    if ((event.key === 'Enter' || event.key === ' ') && this.#active.row === -1) {
      event.preventDefault();
      this.#events.onSort(this.#active.column);
      return;
    }
    const page = Math.max(1, Math.floor((this.#sizes.height - this.#sizes.head) / this.#sizes.row) - 1);
    const size = { rows: table.rowCount, columns: table.columns.length, page };
    const to = moveBy(event.key, event.ctrlKey || event.metaKey, this.#active, size);
    if (!to) return;
    event.preventDefault();
    this.activate(to);
  }

  #click(event: Event): void {
    const target = event.target as Element;
    const head = target.closest('[role="columnheader"][data-column]');
    if (head) {
      const column = Number(head.getAttribute('data-column'));
      this.activate({ row: -1, column });
      this.#events.onSort(column);
      return;
    }
    const row = target.closest('[role="row"]')?.getAttribute('aria-rowindex');
    const column = target.closest('[role="gridcell"], [role="rowheader"]')?.getAttribute('aria-colindex');
    if (row && column) this.activate({ row: Number(row) - 2, column: Number(column) - 2 });
  }

  #copy(event: ClipboardEvent): void {
    const { row, column } = this.#active;
    const table = this.#table;
    // Words that the reader marked with the mouse are the browser's to copy.
    if (!table || !event.clipboardData || !getSelection()?.isCollapsed) return;
    const words = row < 0 ? (table.columns[column]?.name ?? '') : plainWords(table.cell(row, column));
    event.clipboardData.setData('text/plain', words);
    event.preventDefault();
    this.#events.onCopy(words);
  }
}
