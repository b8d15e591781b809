import type { Cell } from '../../engine/engine.ts';
import type { ResultTable } from '../../engine/result-table.ts';
import type { Sort } from './sort-state.ts';

/** How cells of a table follow each other. */
export interface CellOrder {
  /** What stands last, whichever way the others go. */
  isMissing(value: Cell): boolean;
  /** Of two texts: below zero where the first comes first. */
  compare(one: string, other: string): number;
}

/** As the engine has it: text by its code points, and only what is no value is missing. */
export const ENGINE_ORDER: CellOrder = {
  isMissing: (value) => value === null,
  compare: (one, other) => (one < other ? -1 : one > other ? 1 : 0),
};

const names = new Intl.Collator('en', { sensitivity: 'base', numeric: true });
/** As readers look names up: accents and case aside. Text that says nothing is missing too. */
export const READERS_ORDER: CellOrder = {
  isMissing: (value) => value === null || value === '',
  compare: names.compare,
};

/** A table with its rows sorted by a column; rows that are equal stay in the order in which they were. */
export function sortedTable(
  table: ResultTable,
  { column, direction }: Sort,
  { isMissing, compare }: CellOrder = ENGINE_ORDER,
): ResultTable {
  const sign = direction === 'ascending' ? 1 : -1;
  const values = Array.from({ length: table.rowCount }, (_, row) => table.cell(row, column));
  const order = [...values.keys()].sort((a, b) => {
    const [one, other] = [values[a] ?? null, values[b] ?? null];
    if (isMissing(one) || isMissing(other)) return Number(isMissing(one)) - Number(isMissing(other));
    return typeof one === 'string' && typeof other === 'string'
      ? sign * compare(one, other)
      : sign * (Number(one) - Number(other));
  });
  return {
    columns: table.columns,
    rowCount: table.rowCount,
    truncated: table.truncated,
    bytes: table.bytes,
    cell: (row, at) => table.cell(order[row] ?? -1, at),
  };
}
