import { count } from '../../charts/format.ts';
import type { ResultTable } from '../../engine/result-table.ts';
import { breather } from './breathe.ts';
import type { ChartColumn } from './chart-columns.ts';

/** More rows than these are not read for a chart. */
const MOST_READ = 2_000_000;

/** A cell as a number for an axis; NaN where it has none. */
export function numberAt(table: ResultTable, column: ChartColumn | undefined, row: number): number {
  const value = column ? table.cell(row, column.index) : null;
  if (value === null) return NaN;
  if (column?.isDate) return Date.parse(/T.*[^Z]$/.test(String(value)) ? `${String(value)}Z` : String(value));
  return Number(value);
}

/** The numbers of a column, NaN where there is none, of as many rows as are read. */
export async function numbersOf(
  table: ResultTable,
  column: ChartColumn | undefined,
): Promise<{ values: Float64Array; notes: string[] }> {
  const breathe = breather();
  const size = Math.min(table.rowCount, MOST_READ);
  const values = new Float64Array(size);
  let missing = 0;
  for (let row = 0; row < size; row++) {
    const value = numberAt(table, column, row);
    values[row] = value;
    if (!Number.isFinite(value)) missing++;
    if (row % 10_000 === 0) await breathe();
  }
  return { values, notes: [...readNote(table, size), ...missingNote(missing)] };
}

export const readNote = (table: ResultTable, read: number): string[] =>
  read < table.rowCount ? [`Drawn from the first ${count(read)} of ${count(table.rowCount)} rows.`] : [];

export const missingNote = (missing: number): string[] =>
  missing ? [`${rowsWords(missing)} without a number ${missing === 1 ? 'is' : 'are'} not drawn.`] : [];

export const rowsWords = (n: number): string => `${count(n)} ${n === 1 ? 'row' : 'rows'}`;
