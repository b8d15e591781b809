import type { ResultTable } from '../../engine/result-table.ts';
import type { ResultQuery } from './result-query.ts';
import type { Sort } from '../../components/grid/sort-state.ts';
import { sortedTable } from '../../components/grid/sorted-table.ts';
import { canNest, sortedSql } from './sort.ts';

/**
 * A result in another order, and the SQL that gives it: sorted by the engine, or here where the query cannot stand
 * inside another.
 * @param sort null for the query's own order
 * @param shown the result in any order, for its columns
 * @param kept the result in the query's order, if it is still there
 */
export async function inOrder(
  sort: Sort | null,
  query: ResultQuery,
  shown: ResultTable,
  kept: ResultTable | null,
  signal: AbortSignal,
): Promise<{ table: ResultTable; sql: string }> {
  if (kept && !sort) return { table: kept, sql: query.sql };
  if (kept && sort && !canNest(query.sql)) return { table: sortedTable(kept, sort), sql: query.sql };
  const sql = sort ? sortedSql(query.sql, sort) : query.sql;
  const table = await query.run(sql, signal);
  if (table.columns.length !== shown.columns.length) throw new Error('the sorted rows have other columns');
  return {
    sql,
    table: {
      // Names that stand twice are written otherwise in a subquery: the first ones stay.
      columns: shown.columns,
      rowCount: table.rowCount,
      truncated: table.truncated,
      bytes: table.bytes,
      cell: (row, column) => table.cell(row, column),
    },
  };
}
