import { barsOfQuery, figures } from '../../../publication/query-figure.ts';

export default figures(
  barsOfQuery({
    id: 'faded',
    layer: 'papers',
    sql: `
      WITH pairs AS (
        SELECT max(c) FILTER (WHERE year = 2005) AS papers,
               max(c * 1.0 * t / t_o / t_d) FILTER (WHERE year = 2005) AS strength, max(c * 1.0 * t / t_o / t_d) FILTER (WHERE year = 2022) AS strength_last
        FROM pair_cells WHERE layer = 'papers' AND source = 'openalex-copublications' AND year IN (2005, 2022) AND origin < destination
        GROUP BY origin, destination)
      SELECT CASE WHEN papers >= 300 THEN '300 papers or more' WHEN papers >= 100 THEN '100 to 299 papers' WHEN papers >= 30 THEN '30 to 99 papers' WHEN papers >= 10 THEN 'Ten to 29 papers' ELSE 'One to nine papers' END AS name,
             100.0 * avg(CASE WHEN coalesce(strength_last, 0) < strength / 2 THEN 1.0 ELSE 0 END) AS value
      FROM pairs WHERE papers > 0
      GROUP BY name ORDER BY min(papers)`,
    needs: ['pair_cells'],
    sources: ['openalex-copublications'],
    title: () => 'The more papers two countries shared in 2005, the less often their tie had faded by 2022',
    column: 'Papers of the pair in 2005',
    measure: { unit: '%', digits: 1 },
    notes: [
      'Part of the pairs of each size that lost over half of their strength: papers over what the sizes of both countries let one expect.',
      'In small pairs a paper more or less counts for much, so a part of their loss is chance.',
    ],
  }),
);
