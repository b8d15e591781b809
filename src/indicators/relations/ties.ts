import type { Relation } from '../../model/release.ts';

/**
 * Every tie seen from both ends, so that one country's partners are one range of rows.
 * Shape: layer, source, country, partner, direction ('out', 'in'; 'both' in undirected layers), year, value, flag.
 * Kept in memory and sorted: a country's ranking then takes a third of the time of `origin = x OR destination = x`.
 */
export const ties: Relation = {
  name: 'ties',
  description:
    "Every flow seen from both ends: country, partner, and direction as the country sees it ('out' to the partner, 'in' from the partner, 'both' in undirected layers).",
  stored: true,
  needs: ['flows', 'layers'],
  sql: `
    SELECT f.layer, source, origin AS country, destination AS partner, CASE WHEN directed THEN 'out' ELSE 'both' END AS direction, year, value, flag
    FROM flows f JOIN layers l ON l.id = f.layer
    UNION ALL
    SELECT f.layer, source, destination, origin, CASE WHEN directed THEN 'in' ELSE 'both' END, year, value, flag
    FROM flows f JOIN layers l ON l.id = f.layer
    ORDER BY layer, country, partner, year`,
};
