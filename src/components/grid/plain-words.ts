import { fixed } from '../../charts/decimal.ts';
import { isNumeric, type ResultColumn, type ResultTable } from '../../engine/result-table.ts';
import type { Cell } from '../../engine/engine.ts';
import { decimalsIn, sampleOf, type ColumnWords } from './cell-words.ts';

/**
 * Words for a column of a figure's table, as the other tables of the atlas have them: what is missing is a dash, numbers
 * have groups and, in one column, the same decimals; no text is cut.
 * @param telling cells of the column: see `tellingCells`
 */
export function plainColumnWords({ type }: ResultColumn, telling: readonly Cell[]): ColumnWords {
  const numeric = isNumeric(type);
  const decimals = Math.max(0, ...telling.map(decimalsOf));
  return (value) => {
    if (value === null || value === '') return { text: '–', look: numeric ? 'missing-number' : 'missing' };
    if (typeof value === 'number')
      // What is not zero never reads as zero, though no telling cell was as small.
      return { text: fixed(value, Math.max(decimals, decimalsOf(value))), look: 'number' };
    return { text: typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value), look: 'text' };
  };
}

const decimalsOf = (value: Cell): number =>
  typeof value === 'number' && Number.isFinite(value) ? decimalsIn(Math.abs(value)) : 0;

/**
 * The cells of a column that say how wide and how fine it is: each of its texts once, and of its numbers the least, the
 * largest and some between. Reads the whole column.
 */
export function tellingCells(table: ResultTable, column: number): Cell[] {
  const telling = new Set<Cell>(sampleOf(table, column));
  let [least, largest] = [Infinity, -Infinity];
  for (let row = 0; row < table.rowCount; row++) {
    const value = table.cell(row, column);
    if (typeof value !== 'number') telling.add(value);
    else [least, largest] = [Math.min(least, value), Math.max(largest, value)];
  }
  return [...telling, ...[least, largest].filter(Number.isFinite)];
}
