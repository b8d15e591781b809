import type { Indicator } from '../../model/indicator.ts';
import { rowsOf } from './sql-text.ts';

/**
 * The rows of the table `country_indicators`: all indicators of a country. Pairs have a view, countries a table: a view of
 * so many parts is more than the browser's engine can plan, and the rows are few.
 */
export function countryIndicators(indicators: readonly Indicator[]): string {
  const queries = indicators.flatMap(({ id, sql }) => ('query' in sql ? [{ id, ...sql }] : []));
  return queries.map((one) => rowsOf('country, layer, source', one)).join('\n    UNION ALL');
}
