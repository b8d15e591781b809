import type { Relation } from '../../model/release.ts';

/**
 * Sizes of countries in the network of a layer, source and year, as one direction has them: `links` is the sum over
 * the partners that the source lists (whole counting: links, not papers), `total` is the T_X, F_o or F_d of the
 * indicators, `world` the T or F. For students the lists hold the ten largest partners only, so `total` and `world` are
 * the inbound and outbound totals of UNESCO, where there are any; outbound is derived. Elsewhere `total` = `links`, and
 * `world` the sum of it over all countries of the direction: in undirected layers every link counts from both ends.
 * Kept in memory: every indicator of a pair asks for two of its rows.
 */
export const margins: Relation = {
  name: 'margins',
  description:
    'Links of a country in one direction (whole counting: links, not papers or projects), its number of partners, its total, and that of the world. For students the total is that of UNESCO, for the lists hold ten partners only.',
  stored: true,
  needs: ['ties', 'totals'],
  sql: `
    WITH listed AS (
      SELECT layer, source, country, direction, year, CAST(sum(value) AS BIGINT) AS links, CAST(count(*) AS INTEGER) AS partners,
             nullif(concat(CASE WHEN bool_or(coalesce(contains(flag, 'p'), FALSE)) THEN 'p' END,
                           CASE WHEN bool_and(coalesce(contains(flag, 'u'), FALSE)) THEN 'u' END), '') AS flag
      FROM ties GROUP BY layer, source, country, direction, year),
    enrolled AS (
      SELECT country, year, CASE measure WHEN 'inbound_students' THEN 'in' ELSE 'out' END AS direction, value
      FROM totals WHERE source = 'uis-student-totals' AND measure IN ('inbound_students', 'outbound_students') AND value > 0)
    SELECT m.layer, m.source, m.country, m.direction, m.year, m.links, m.partners,
           CASE WHEN m.layer = 'students' THEN CAST(e.value AS BIGINT) ELSE m.links END AS total,
           CASE WHEN m.layer = 'students' THEN CAST(w.value AS BIGINT)
                ELSE CAST(sum(m.links) OVER (PARTITION BY m.layer, m.source, m.direction, m.year) AS BIGINT) END AS world,
           m.flag
    FROM listed m
    LEFT JOIN enrolled e ON m.layer = 'students' AND e.country = m.country AND e.year = m.year AND e.direction = m.direction
    LEFT JOIN enrolled w ON m.layer = 'students' AND w.country = 'WLD' AND w.year = m.year AND w.direction = 'in'
    ORDER BY m.layer, m.source, m.country, m.year`,
};
