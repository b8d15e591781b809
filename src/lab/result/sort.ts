import { subquery } from '../../engine/subquery.ts';
import { tokensOf } from '../../engine/tokens.ts';
import type { Sort } from '../../components/grid/sort-state.ts';

/** Of DuckDB's own; a query's column hides it only by having the same name. */
const ORDER = 'order in the query';

/**
 * The same query with its rows sorted by one of its columns, by place, as names may be there twice. What is missing comes last;
 * rows that are equal stay in the order that the query gave them.
 * @throws {Error} for text that is not one whole query
 */
export function sortedSql(sql: string, { column, direction }: Sort): string {
  const order = direction === 'ascending' ? 'ASC' : 'DESC';
  return (
    `SELECT * EXCLUDE ("${ORDER}") FROM (SELECT *, row_number() OVER () AS "${ORDER}" FROM ${subquery(sql)})\n` +
    `ORDER BY ${column + 1} ${order} NULLS LAST, "${ORDER}"`
  );
}

/** Whether a query can stand inside another: what tells of tables and plans cannot. Such an answer is short. */
export function canNest(sql: string): boolean {
  for (const { kind, text } of tokensOf(sql))
    if (kind === 'word') return !/^(?:explain|analyze|describe|show|summarize)$/i.test(text);
  return true;
}
