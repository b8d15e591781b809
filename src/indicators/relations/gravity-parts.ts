import type { Relation } from '../../model/release.ts';
import { GRAVITY_TERMS } from '../../model/tables/indicators.ts';
import { PAIR_TERMS } from './gravity-terms.ts';
import { joinedFlags } from './joined-flags.ts';

/**
 * What `gravity_pairs` joins, kept in memory: a browser's engine takes longer to plan these parts for every question than
 * to reckon them once.
 */
export const gravityParts: readonly Relation[] = [
  {
    name: 'gravity_terms',
    description:
      'What lies between two countries as the gravity model takes it: distance in km, and 0 or 1 for a common border, a common official language and a colonial tie; both orders of a pair, where all is known.',
    stored: true,
    needs: ['pair_context'],
    sql: `SELECT * FROM (${PAIR_TERMS}) ORDER BY origin, destination`,
  },
  {
    name: 'gravity_fits',
    description: 'One row for each fit of the gravity model, with its coefficients as columns.',
    stored: true,
    needs: ['gravity_coefficients'],
    sql: `
    SELECT layer, source, from_year, to_year, ${GRAVITY_TERMS.map((term) => `max(CASE WHEN term = '${term}' THEN coefficient END) AS ${term}`).join(', ')}
    FROM gravity_coefficients GROUP BY layer, source, from_year, to_year`,
  },
  {
    name: 'gravity_sums',
    description: 'Links of two countries over the years of a fit that is of several years together.',
    stored: true,
    needs: ['ties', 'gravity_coefficients'],
    sql: `
    SELECT t.layer, t.source, t.country, t.partner, y.to_year, CAST(sum(t.value) AS BIGINT) AS value,
           CASE WHEN string_agg(t.flag, '') IS NOT NULL THEN ${joinedFlags("string_agg(t.flag, '')")} END AS flag
    FROM ties t JOIN gravity_coefficients y ON y.layer = t.layer AND y.source = t.source AND t.year BETWEEN y.from_year AND y.to_year
    WHERE y.from_year < y.to_year AND y.term = 'log_distance' AND t.direction <> 'in'
    GROUP BY t.layer, t.source, t.country, t.partner, y.to_year ORDER BY t.layer, t.country, t.partner`,
  },
];
