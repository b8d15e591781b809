import type { Relation } from '../../model/release.ts';

/**
 * Hosts without an inbound total in a year that have one in another: who is missing from a map or a sum of that year.
 * Shape: source, year, country, expected (the latest total they published), expected_year.
 */
export const unreportedHosts: Relation = {
  name: 'unreported_hosts',
  description:
    'Hosts of students without an inbound total in a year, with the latest total that they did publish.',
  stored: false,
  needs: ['totals'],
  sql: `
    WITH hosts AS (SELECT source, country, year, value FROM totals WHERE measure = 'inbound_students' AND country <> 'WLD'),
    years AS (SELECT DISTINCT source, year FROM hosts),
    latest AS (SELECT source, country, arg_max(value, year) AS expected, max(year) AS expected_year FROM hosts GROUP BY source, country)
    SELECT y.source, y.year, l.country, l.expected, l.expected_year
    FROM years y JOIN latest l ON l.source = y.source
    LEFT JOIN hosts h ON h.source = y.source AND h.country = l.country AND h.year = y.year
    WHERE h.year IS NULL`,
};
