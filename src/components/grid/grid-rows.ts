import type { ResultTable } from '../../engine/result-table.ts';
import type { ColumnWords } from './cell-words.ts';
import type { ColumnLayout } from './column-layout.ts';
import { make } from './dom.ts';
import type { CellAt } from './grid-keys.ts';
import { count } from '../../charts/format.ts';

/** Which part of a table is in sight, and which of its cells is marked. */
export interface Sight {
  /** The first row, and the one after the last. */
  readonly rows: readonly [number, number];
  readonly columns: readonly [number, number];
  readonly active: CellAt;
  readonly activeId: string;
}

/** The elements of the rows in sight: made once, written anew for each place that the table is scrolled to. */
export class GridRows {
  readonly #body: HTMLElement;
  readonly #rows: HTMLElement[] = [];
  /** What the elements show, so that they are not written twice. */
  #shown = '';

  constructor(body: HTMLElement) {
    this.#body = body;
  }

  /** Forgets what is shown: the next `write` writes everything. */
  clear(): void {
    this.#shown = '';
  }

  write(table: ResultTable, words: readonly ColumnWords[], layout: ColumnLayout, sight: Sight): void {
    const [first, end] = sight.rows;
    const shown = JSON.stringify(sight);
    if (shown === this.#shown) return;
    this.#shown = shown;
    while (this.#rows.length < end - first) this.#rows.push(this.#body.appendChild(newRow()));
    this.#rows.forEach((element, n) => {
      const row = first + n;
      element.hidden = row >= end;
      if (row < end) writeRow(element, row, table, words, layout, sight);
    });
  }
}

const newRow = (): HTMLElement =>
  make(
    'div',
    { className: 'grid-row' },
    { role: 'row' },
    make('div', { className: 'grid-number' }, { role: 'rowheader', 'aria-colindex': 1 }),
    gap(),
  );

/** Stands for the columns left of those in sight. */
const gap = (): HTMLElement => make('div', { className: 'grid-gap' }, { role: 'presentation' });

function writeRow(
  element: HTMLElement,
  row: number,
  table: ResultTable,
  words: readonly ColumnWords[],
  { lefts, widths }: ColumnLayout,
  { columns: [first, end], active, activeId }: Sight,
): void {
  // Row 1 is the head.
  element.setAttribute('aria-rowindex', String(row + 2));
  element.classList.toggle('is-odd', row % 2 === 1);
  const [number, space] = element.children as unknown as [HTMLElement, HTMLElement];
  number.textContent = count(row + 1);
  space.style.width = `${lefts[first] ?? 0}px`;
  while (element.children.length - 2 > end - first) element.lastElementChild?.remove();
  while (element.children.length - 2 < end - first) element.append(make('div', {}, { role: 'gridcell' }));
  for (let column = first; column < end; column++) {
    const cell = element.children[column - first + 2] as HTMLElement;
    const { text, look } = words[column]?.(table.cell(row, column)) ?? { text: '', look: 'text' };
    const isActive = row === active.row && column === active.column;
    cell.className = `grid-cell is-${look}${isActive ? ' is-active' : ''}`;
    cell.setAttribute('aria-colindex', String(column + 2));
    if (isActive) cell.id = activeId;
    else cell.removeAttribute('id');
    cell.style.width = `${widths[column] ?? 0}px`;
    cell.textContent = text;
  }
}
