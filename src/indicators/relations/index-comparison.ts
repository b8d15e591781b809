import type { Indicator } from '../../model/indicator.ts';
import type { Relation } from '../../model/release.ts';
import { affinity } from '../pairs/affinity.ts';
import { ric } from '../pairs/ric.ts';
import { joinedFlags } from './joined-flags.ts';

/** Decimals that are kept, as in `pair_indicators`. */
const DECIMALS = 6;
const PAPERS = 'openalex-copublications';

/** What an indicator makes of the columns c, t_o, t_d and t of a cell, as SQL. */
function valueOf({ id, sql }: Indicator): string {
  if ('cell' in sql) return sql.cell.value;
  throw new Error(`The indicator ${id} is not reckoned cell by cell.`);
}

const [AFFINITY, RIC] = [valueOf(affinity), valueOf(ric)];
const kept = (value: string): string => `round(${value}, ${DECIMALS})`;

/**
 * The same ties by two measures: pairs of the newest edition of NCSES, once each, in the years that it gives.
 * - `articles`, `collaboration_index`: articles of both and NCSES's own index, as published
 * - `papers`, `affinity`, `ric` (origin → destination), `ric_back`: over all links of OpenAlex, as in `pair_indicators`
 * - `affinity_closed`: affinity over the articles of NCSES, of which only those between its economies are known
 *
 * Cells are made of these pairs alone and put into the formulas of the indicators: by way of `pair_indicators` the whole
 * matrix of every year would be reckoned. The edition is found by a window: where an aggregate of one row is joined to an
 * unsorted part of the table, DuckDB 0.9.1 drops rows.
 */
export const indexComparison: Relation = {
  name: 'index_comparison',
  description:
    "Affinity and RIC over links of OpenAlex beside NCSES's own index of collaboration, and affinity over NCSES's own articles, a closed network, by pair of its economies, in the years of its newest edition.",
  stored: false,
  needs: ['publication_pairs', 'ties', 'margins'],
  sql: `
    WITH pairs AS (SELECT * FROM publication_pairs QUALIFY edition = max(edition) OVER ()),
    ends AS (SELECT year, origin AS country, value FROM pairs UNION ALL SELECT year, destination, value FROM pairs),
    sizes AS (SELECT year, country, CAST(sum(value) AS BIGINT) AS total FROM ends GROUP BY year, country),
    world AS (SELECT year, CAST(sum(total) AS BIGINT) AS total FROM sizes GROUP BY year),
    closed AS (
      SELECT p.origin, p.destination, p.year, p.value AS c, a.total AS t_o, b.total AS t_d, w.total AS t
      FROM pairs p
      JOIN sizes a ON a.year = p.year AND a.country = p.origin
      JOIN sizes b ON b.year = p.year AND b.country = p.destination
      JOIN world w ON w.year = p.year),
    cells AS (
      SELECT p.origin, p.destination, p.year, coalesce(f.value, 0) AS c, a.total AS t_o, b.total AS t_d, a.world AS t, coalesce(f.flag, a.flag) AS flag
      FROM pairs p
      JOIN margins a ON a.layer = 'papers' AND a.source = '${PAPERS}' AND a.direction = 'both' AND a.year = p.year AND a.country = p.origin
      JOIN margins b ON b.layer = 'papers' AND b.source = '${PAPERS}' AND b.direction = 'both' AND b.year = p.year AND b.country = p.destination
      LEFT JOIN ties f ON f.layer = 'papers' AND f.source = '${PAPERS}' AND f.direction = 'both' AND f.year = p.year AND f.country = p.origin AND f.partner = p.destination),
    forth AS (SELECT *, ${AFFINITY} AS affinity, ${RIC} AS ric FROM cells),
    back AS (
      SELECT origin, destination, year, ${RIC} AS ric
      FROM (SELECT origin, destination, year, c, t_d AS t_o, t_o AS t_d, t FROM cells)),
    own AS (SELECT origin, destination, year, ${AFFINITY} AS affinity FROM closed)
    SELECT p.source, p.edition, '${PAPERS}' AS papers_source, p.origin, p.destination, p.year, p.value AS articles, x.c AS papers,
           ${kept('x.affinity')} AS affinity, ${kept('x.ric')} AS ric, ${kept('y.ric')} AS ric_back,
           ${kept('z.affinity')} AS affinity_closed, p.collaboration_index, ${joinedFlags('p.flag', 'x.flag')} AS flag
    FROM pairs p
    LEFT JOIN forth x ON x.origin = p.origin AND x.destination = p.destination AND x.year = p.year
    LEFT JOIN back y ON y.origin = p.origin AND y.destination = p.destination AND y.year = p.year
    LEFT JOIN own z ON z.origin = p.origin AND z.destination = p.destination AND z.year = p.year`,
};
