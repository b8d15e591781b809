import type { Relation } from '../../model/release.ts';
import { joinedFlags } from './joined-flags.ts';

/** Links, moves or students that a pair's sizes must let one expect in both layers: below it chance makes the intensity. */
export const LEAST_EXPECTED = 20;
/** Pairs that two layers must share in a year: among fewer a rank says little. */
export const LEAST_PAIRS = 30;
/** More than there can be pairs of the countries of the register. */
export const MOST_PAIRS = 40_000;

/** Columns that tell two layers and a year. */
export const TWO_LAYERS = 'first_layer, first_source, second_layer, second_source, year';

/** Not rounded, for correlations are made of it: both engines divide the same whole numbers. */
const percentile = (which: string): string =>
  // Average rank, for ties: the first place and the last that the value has in order, seen from both ends.
  `((list_position(${which}_up, p.${which}) - list_position(${which}_down, p.${which}) + n) / (2.0 * n))`;

const LISTS = ['first_intensity', 'second_intensity', 'first_links', 'second_links'] as const;

/**
 * Pairs of countries in two layers at once, in a year: how strong the tie is in each, and its place among the pairs that
 * both layers have. A pair stands once, origin < destination, and two layers once, in the order of the alphabet.
 * - `first_links`: links; in directed layers the sum of both directions. Students count in the directions that are listed
 *   by a host that reported and whose origin has an outbound total; a direction that is not listed is no zero, so it is
 *   left out of links and of what is expected
 * - `first_expected`: what the two sizes let one expect, T_X·T_Y/T, or F_o·F_d/F for each direction (see `margins`)
 * - `first_intensity`: links over expected: affinity, or the preference ratio of both directions together
 * - `first_percentile`: place of the intensity among the pairs, (average rank − 1/2) / pairs, from 0 to 1;
 *   `first_links_percentile` that of the links
 * - `gap`: first_percentile − second_percentile, from −1 to 1
 * Window functions are avoided, for DuckDB 0.9.1 takes no filter through them: with lists made by an aggregate, one year
 * of two layers costs what it takes and not what all cost.
 */
export const layerGaps: Relation = {
  name: 'layer_gaps',
  description:
    'Pairs of countries in two layers at once, by year: links, what the two sizes let one expect, the intensity (links over expected), and its percentile among the pairs that have enough expected in both layers. gap is the first percentile less the second. A pair stands once, origin < destination; two layers stand once, in the order of the alphabet.',
  stored: false,
  needs: ['flows', 'margins', 'coverage'],
  sql: `
    WITH sizes AS (
      SELECT m.layer, m.source, m.year, m.country, max(CAST(m.world AS DOUBLE)) AS world, bool_or(m.direction <> 'both') AS directed,
             coalesce(max(CASE WHEN m.direction <> 'in' THEN CAST(m.total AS DOUBLE) END), 0) AS sent,
             coalesce(max(CASE WHEN m.direction <> 'out' THEN CAST(m.total AS DOUBLE) END), 0) AS received
      FROM margins m GROUP BY m.layer, m.source, m.year, m.country),
    counted AS (
      SELECT layer, source, year, least(origin, destination) AS origin, greatest(origin, destination) AS destination,
             CAST(sum(value) AS DOUBLE) AS links, string_agg(flag, '') AS flag
      FROM flows WHERE layer <> 'students' GROUP BY layer, source, year, least(origin, destination), greatest(origin, destination)),
    expectations AS (
      SELECT a.layer, a.source, a.year, a.country AS origin, b.country AS destination,
             a.sent * b.received / a.world + CASE WHEN a.directed THEN b.sent * a.received / a.world ELSE 0 END AS expected
      FROM sizes a JOIN sizes b ON b.layer = a.layer AND b.source = a.source AND b.year = a.year AND b.country > a.country
      WHERE a.layer <> 'students'
        AND a.sent * b.received / a.world + CASE WHEN a.directed THEN b.sent * a.received / a.world ELSE 0 END >= ${LEAST_EXPECTED}),
    strengths AS (
      SELECT e.layer, e.source, e.year, e.origin, e.destination, e.expected, coalesce(c.links, 0) AS links, c.flag
      FROM expectations e
      LEFT JOIN counted c ON c.layer = e.layer AND c.source = e.source AND c.year = e.year AND c.origin = e.origin AND c.destination = e.destination
      UNION ALL
      SELECT f.layer, f.source, f.year, least(f.origin, f.destination), greatest(f.origin, f.destination),
             sum(o.sent * d.received / d.world), CAST(sum(f.value) AS DOUBLE), string_agg(f.flag, '')
      FROM flows f
      JOIN coverage v ON v.layer = f.layer AND v.source = f.source AND v.country = f.destination AND v.year = f.year AND v.status = 'reported'
      JOIN sizes o ON o.layer = f.layer AND o.source = f.source AND o.year = f.year AND o.country = f.origin AND o.sent > 0
      JOIN sizes d ON d.layer = f.layer AND d.source = f.source AND d.year = f.year AND d.country = f.destination AND d.received > 0
      WHERE f.layer = 'students' GROUP BY f.layer, f.source, f.year, least(f.origin, f.destination), greatest(f.origin, f.destination)
      HAVING sum(o.sent * d.received / d.world) >= ${LEAST_EXPECTED}),
    shared AS (
      SELECT a.layer AS first_layer, a.source AS first_source, b.layer AS second_layer, b.source AS second_source, a.year,
             count(*) AS n,
             list({'origin': a.origin, 'destination': a.destination, 'flag_a': a.flag, 'flag_b': b.flag,
                   'first_links': a.links, 'first_expected': a.expected, 'first_intensity': a.links / a.expected,
                   'second_links': b.links, 'second_expected': b.expected, 'second_intensity': b.links / b.expected}) AS pairs,
             ${LISTS.map((name) => {
               const from = name.startsWith('first') ? 'a' : 'b';
               const value = name.endsWith('links') ? `${from}.links` : `${from}.links / ${from}.expected`;
               return `list_sort(list(${value})) AS ${name}_up, list_reverse_sort(list(${value})) AS ${name}_down`;
             }).join(',\n             ')}
      FROM strengths a JOIN strengths b ON b.year = a.year AND b.origin = a.origin AND b.destination = a.destination AND b.layer > a.layer
      GROUP BY a.layer, a.source, b.layer, b.source, a.year HAVING count(*) >= ${LEAST_PAIRS})
    SELECT ${TWO_LAYERS}, p.origin AS origin, p.destination AS destination,
           CAST(p.first_links AS BIGINT) AS first_links, round(p.first_expected, 6) AS first_expected, round(p.first_intensity, 6) AS first_intensity,
           ${percentile('first_intensity')} AS first_percentile,
           CAST(p.second_links AS BIGINT) AS second_links, round(p.second_expected, 6) AS second_expected, round(p.second_intensity, 6) AS second_intensity,
           ${percentile('second_intensity')} AS second_percentile,
           round(${percentile('first_intensity')} - ${percentile('second_intensity')}, 6) AS gap,
           ${percentile('first_links')} AS first_links_percentile, ${percentile('second_links')} AS second_links_percentile,
           ${joinedFlags('p.flag_a', 'p.flag_b')} AS flag
    FROM (SELECT *, pairs[place] AS p FROM shared CROSS JOIN (SELECT range AS place FROM range(1, ${MOST_PAIRS})) places WHERE pairs[place] IS NOT NULL)`,
};
