import { barsOfQuery, figures } from '../../../publication/query-figure.ts';

export default figures(
  barsOfQuery({
    id: 'next',
    layer: 'papers',
    sql: `
      SELECT CASE WHEN b.value >= 100 THEN 'A hundred papers or more' WHEN b.value >= 10 THEN 'Ten to 99 papers' WHEN b.value >= 3 THEN 'Three to nine papers' ELSE 'One or two papers' END AS name,
             100.0 * count(f.value) / count(*) AS value
      FROM flows b
      LEFT JOIN flows f ON f.layer = b.layer AND f.source = b.source AND f.origin = b.origin AND f.destination = b.destination AND f.year = 1996
      WHERE b.layer = 'papers' AND b.source = 'openalex-copublications' AND b.year = 1995
      GROUP BY name ORDER BY min(b.value)`,
    needs: ['flows'],
    sources: ['openalex-copublications'],
    title: () => 'The more papers two countries shared in 1995, the more likely they shared one in 1996',
    column: 'Papers of the pair in 1995',
    measure: { unit: '%', digits: 1 },
    notes: ['Part of the pairs of each size that shared a paper in 1996 too.'],
  }),
);
