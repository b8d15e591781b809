import type { Cell } from '../../engine/engine.ts';
import type { ResultColumn, ResultTable } from '../../engine/result-table.ts';

/** A small result for tests, from columns as `name TYPE` and rows of cells. */
export function tableOf(columns: readonly string[], rows: readonly (readonly Cell[])[]): ResultTable {
  return {
    columns: columns.map((column): ResultColumn => {
      const [, name = '', type = ''] = /^(\S+) (.+)$/.exec(column) ?? [];
      return { name, type };
    }),
    rowCount: rows.length,
    truncated: false,
    bytes: 0,
    cell: (row, column) => {
      const value = rows[row]?.[column];
      if (value === undefined) throw new RangeError(`There is no cell in row ${row}, column ${column}.`);
      return value;
    },
  };
}
