import type { Indicator } from '../../model/indicator.ts';
import { literal } from './sql-text.ts';

/** Decimals that are kept: more than any reader needs, fewer than two engines differ in. */
const DECIMALS = 6;

/**
 * The rows of the table `country_indicators`: all indicators of a country. Pairs have a view, countries a table: a view of
 * so many parts is more than the browser's engine can plan, and the rows are few.
 */
export function countryIndicators(indicators: readonly Indicator[]): string {
  const queries = indicators.flatMap(({ id, sql }) => ('query' in sql ? [{ id, ...sql }] : []));
  return queries
    .map(
      ({ id, query }) => `
    SELECT country, layer, source, year, ${literal(id)} AS indicator, round(value, ${DECIMALS}) AS value, round(low, ${DECIMALS}) AS low, round(high, ${DECIMALS}) AS high, flag
    FROM (${query.trim()}) WHERE value IS NOT NULL`,
    )
    .join('\n    UNION ALL');
}
