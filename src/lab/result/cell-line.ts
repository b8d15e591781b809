import { count } from '../../charts/format.ts';
import type { ResultTable } from '../../engine/result-table.ts';
import { make } from '../../components/grid/dom.ts';
import type { CellAt } from '../../components/grid/grid-keys.ts';

/** Longer values are for a file. */
const LONGEST = 20_000;

/** The line below a table: the marked cell with its whole value, and a field that goes to any row. */
export class CellLine {
  readonly element: HTMLElement;
  readonly #where = make('p', { className: 'cell-where' });
  readonly #value = make(
    'pre',
    { className: 'cell-value', tabIndex: 0 },
    { role: 'group', 'aria-label': 'Whole value' },
  );
  readonly #row = make('input', { type: 'text', inputMode: 'numeric', autocomplete: 'off' });
  readonly #of = make('span', { className: 'cell-of' });

  /** @param onRow called with the row that the reader asks for, from zero */
  constructor(onRow: (row: number) => void) {
    const form = make(
      'form',
      { className: 'cell-go' },
      {},
      make('label', {}, {}, make('span', { textContent: 'Go to row' }), this.#row),
      this.#of,
    );
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const row = Number(this.#row.value.replace(/[\s,.\u00a0\u202f]/g, ''));
      if (Number.isInteger(row) && row > 0) onRow(row - 1);
      else this.#row.select();
    });
    this.element = make(
      'div',
      { className: 'cell-line' },
      {},
      make('div', { className: 'cell-shown' }, {}, this.#where, this.#value),
      form,
    );
  }

  show(table: ResultTable, { row, column }: CellAt): void {
    const of = table.columns[column];
    this.#of.textContent = `of ${count(table.rowCount)}`;
    if (!of) return;
    if (row < 0 || row >= table.rowCount) {
      this.#write(of.name, `${of.type}. Enter sorts by this column.`, 'note');
      return;
    }
    this.#row.value = String(row + 1);
    const value = table.cell(row, column);
    const where = `${of.name}, row ${count(row + 1)}`;
    if (value === null) this.#write(where, 'NULL: no value', 'note');
    else if (value === '') this.#write(where, 'empty text', 'note');
    else {
      const words = String(value);
      this.#write(
        where,
        words.length > LONGEST
          ? `${words.slice(0, LONGEST)}… (the first ${count(LONGEST)} of ${count(words.length)} letters)`
          : words,
        'value',
      );
    }
  }

  #write(where: string, words: string, kind: 'note' | 'value'): void {
    this.#where.textContent = where;
    this.#value.textContent = words;
    this.#value.classList.toggle('is-note', kind === 'note');
    this.#value.scrollTop = 0;
  }
}
