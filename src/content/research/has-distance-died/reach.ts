const list = (codes: readonly string[]): string => codes.map((code) => `'${code}'`).join(', ');

/**
 * How long a link by joint papers is, in kilometres, and how long it would be if partners followed the sizes of countries
 * alone (each pair in proportion to the links of the one times the links of the other): year, km, sized. Links of whole
 * counting, where the distance is known.
 */
export function reach(years: string, among?: readonly string[]): string {
  const only = among ? ` AND origin IN (${list(among)}) AND destination IN (${list(among)})` : '';
  return `
  WITH near AS (
    SELECT origin, destination, CAST(distance_weighted_km AS DOUBLE) AS km FROM pair_context
    WHERE distance_weighted_km > 0${only}),
  links AS (
    SELECT n.origin, n.destination, n.km, f.year, CAST(f.value AS DOUBLE) AS value
    FROM flows f JOIN near n ON n.origin = least(f.origin, f.destination) AND n.destination = greatest(f.origin, f.destination)
    WHERE f.layer = 'papers' AND f.source = 'openalex-copublications' AND f.${years}),
  sizes AS (
    SELECT country, year, sum(value) AS size
    FROM (SELECT origin AS country, year, value FROM links UNION ALL SELECT destination AS country, year, value FROM links)
    GROUP BY country, year),
  real AS (SELECT year, sum(value * km) / sum(value) AS km FROM links GROUP BY year),
  even AS (
    SELECT a.year, sum(a.size * b.size * n.km) / sum(a.size * b.size) AS sized
    FROM near n JOIN sizes a ON a.country = n.origin JOIN sizes b ON b.country = n.destination AND b.year = a.year GROUP BY a.year)
  SELECT r.year, r.km, e.sized FROM real r JOIN even e ON e.year = r.year ORDER BY r.year`;
}

/**
 * Joint papers in per cent of what the gravity model expects, distance and all, of pairs seven to eleven thousand
 * kilometres apart, by the hours of the working day that the capitals share: rank, name, value, year.
 */
export const HOURS_APART = `
  SELECT rank, CASE rank WHEN 1 THEN 'Less than two hours' WHEN 2 THEN 'Two to four hours' WHEN 3 THEN 'Four to six hours' ELSE 'Six hours or more' END AS name,
         100.0 * sum(observed) / sum(expected) AS value, 2022 AS year
  FROM (SELECT g.observed, g.expected, CASE WHEN p.shared_hours < 2 THEN 1 WHEN p.shared_hours < 4 THEN 2 WHEN p.shared_hours < 6 THEN 3 ELSE 4 END AS rank
        FROM gravity_pairs g JOIN pair_context p ON p.origin = g.origin AND p.destination = g.destination
        WHERE g.layer = 'papers' AND g.source = 'openalex-copublications' AND g.to_year = 2022
          AND p.distance_weighted_km >= 7000 AND p.distance_weighted_km < 11000 AND p.shared_hours IS NOT NULL)
  GROUP BY rank`;
