import type { Relation } from '../../model/release.ts';
import { GRAVITY_TERMS } from '../../model/tables/indicators.ts';
import { poisson } from '../intervals.ts';
import { joinedFlags } from './joined-flags.ts';

const { low, high } = poisson('observed');

/** Coefficient times term, of every term. */
const weighed = GRAVITY_TERMS.map((term) =>
  term === 'log_distance' ? 'b.log_distance * ln(p.distance)' : `b.${term} * p.${term}`,
).join(' + ');

/**
 * Every pair of a gravity fit, in both orders, with what was observed and what the model expects.
 * Effects hold a row for each country of a fit, so the pairs are two of them wherever the terms are known; a pair without
 * a flow is an observed zero. A filter by origin reaches every table that is read, and one by layer, source or year most.
 */
export const gravityPairs: Relation = {
  name: 'gravity_pairs',
  description:
    'Every pair of countries in a fit of the gravity model, in both orders: links or flow observed (zeros are rows), what the model expects, the ratio of both, and the limits of its 95 % interval. Projects are summed over the years of their period.',
  stored: false,
  needs: ['gravity_effects', 'gravity_terms', 'gravity_fits', 'gravity_sums', 'ties'],
  sql: `
    SELECT layer, source, origin, destination, from_year, to_year, observed, expected, observed / expected AS ratio,
           (${low}) / expected AS low, (${high}) / expected AS high, flag
    FROM (
      SELECT o.layer, o.source, o.country AS origin, d.country AS destination, o.from_year, o.to_year,
             coalesce(CASE WHEN o.from_year = o.to_year THEN f.value ELSE s.value END, 0) AS observed,
             exp(o.effect + d.effect + ${weighed}) AS expected,
             CASE WHEN f.flag IS NULL AND s.flag IS NULL THEN p.flag
                  ELSE ${joinedFlags('CASE WHEN o.from_year = o.to_year THEN f.flag ELSE s.flag END', 'p.flag')} END AS flag
      FROM gravity_effects o
      JOIN gravity_effects d ON d.layer = o.layer AND d.source = o.source AND d.to_year = o.to_year
           AND d.role = CASE o.role WHEN 'origin' THEN 'destination' ELSE 'both' END
      JOIN gravity_terms p ON p.origin = o.country AND p.destination = d.country
      JOIN gravity_fits b
           ON b.layer = o.layer AND b.source = o.source AND b.to_year = o.to_year
      LEFT JOIN ties f ON f.layer = o.layer AND f.source = o.source AND f.year = o.to_year AND f.country = o.country
           AND f.partner = d.country AND f.direction = CASE o.role WHEN 'origin' THEN 'out' ELSE 'both' END
      LEFT JOIN gravity_sums s
        ON s.layer = o.layer AND s.source = o.source AND s.to_year = o.to_year AND s.country = o.country AND s.partner = d.country)`,
};
