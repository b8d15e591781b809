import { literal } from '../../model/sql-literal.ts';

/** Decimals that are kept: more than any reader needs, fewer than two engines differ in. */
const DECIMALS = 6;

/** Columns of a value and its limits, rounded, as every long view of indicators has them. */
export const ROUNDED = ['value', 'low', 'high']
  .map((column) => `round(${column}, ${DECIMALS}) AS ${column}`)
  .join(', ');

/** Rows of one indicator in a long view: its own query, whose keys are `keys`, under its id and without rows that have no value. */
export const rowsOf = (
  keys: string,
  { id, query }: { readonly id: string; readonly query: string },
): string => `
    SELECT ${keys}, year, ${literal(id)} AS indicator, ${ROUNDED}, flag
    FROM (${query.trim()}) WHERE value IS NOT NULL`;

/** Whether a column holds one of a list. */
export const oneOf = (column: string, values: readonly string[]): string =>
  `${column} IN (${values.map(literal).join(', ')})`;
