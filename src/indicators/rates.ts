import { LEAST_RESEARCHERS } from '../model/coverage.ts';
import type { Relation } from '../model/release.ts';

/**
 * Rates of a country and year that two totals of one source allow.
 * - `student_balance` = (I − O) / (I + O), from −1 (all go out) to 1 (all come in); O is derived by us as I − net
 * - `scholar_in_rate`, `scholar_out_rate`: moves per 1,000 researchers of the country (Sanliturk et al. 2023; Akbaritabar et al. 2024)
 * - `scholar_net_rate`: the difference of the two
 * Countries with fewer than 100 researchers have no rate: one move would swing it.
 */
export const rates: Relation = {
  name: 'rates',
  description:
    'Rates from two totals of one source: balance of students (I − O) / (I + O), moves of scholars per 1,000 researchers.',
  stored: false,
  needs: ['totals'],
  sql: `
    WITH wide AS (
      SELECT country, source, year,
             max(CASE WHEN measure = 'inbound_students' THEN value END) AS i,
             max(CASE WHEN measure = 'outbound_students' THEN value END) AS o,
             max(CASE WHEN measure = 'researchers' THEN value END) AS r,
             max(CASE WHEN measure = 'scholars_in' THEN value END) AS si,
             max(CASE WHEN measure = 'scholars_out' THEN value END) AS so
      FROM totals WHERE country <> 'WLD' GROUP BY country, source, year)
    SELECT country, 'student_balance' AS rate, source, year, round((i - o) / CAST(i + o AS DOUBLE), 4) AS value, 'e' AS flag FROM wide WHERE i + o > 0 AND i >= 0 AND o >= 0
    UNION ALL SELECT country, 'scholar_in_rate', source, year, round(1000.0 * si / r, 2), NULL FROM wide WHERE r >= ${LEAST_RESEARCHERS} AND si IS NOT NULL
    UNION ALL SELECT country, 'scholar_out_rate', source, year, round(1000.0 * so / r, 2), NULL FROM wide WHERE r >= ${LEAST_RESEARCHERS} AND so IS NOT NULL
    UNION ALL SELECT country, 'scholar_net_rate', source, year, round(1000.0 * (si - so) / r, 2), NULL FROM wide WHERE r >= ${LEAST_RESEARCHERS} AND si IS NOT NULL AND so IS NOT NULL`,
};
