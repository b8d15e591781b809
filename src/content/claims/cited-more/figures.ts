import { figures, linesOfQuery } from '../../../publication/query-figure.ts';

export default figures(
  linesOfQuery({
    id: 'level',
    layer: 'papers',
    sql: `
      SELECT 'Rank correlation' AS series, year, corr(a, b) AS value
      FROM (
        SELECT year, rank() OVER (PARTITION BY year ORDER BY abroad) AS a, rank() OVER (PARTITION BY year ORDER BY top) AS b
        FROM (
          SELECT country, year, max(CASE WHEN indicator = 'international_rate' THEN value END) AS abroad,
                 max(CASE WHEN indicator = 'top1_share' THEN value END) AS top
          FROM country_indicators
          WHERE source = 'ncses-publications/scopus' AND indicator IN ('international_rate', 'top1_share')
          GROUP BY country, year)
        WHERE abroad IS NOT NULL AND top IS NOT NULL)
      GROUP BY year ORDER BY year`,
    needs: ['country_indicators'],
    sources: ['ncses-publications/scopus'],
    title: (rows) =>
      `Economies that write more of their papers across borders have more of the most cited, in each year from ${Math.min(...rows.map((r) => r.year))} to ${Math.max(...rows.map((r) => r.year))}`,
    axis: 'Rank correlation over economies',
    neutral: [0, 'no association'],
    measure: { unit: '', digits: 2 },
    notes: [
      'Of the share of articles across borders with the share of articles among the most cited of their field and year, by fractions.',
      'Correlation lies between minus one and one; at zero the two do not go together. It is an association of levels, not an effect.',
    ],
  }),
);
