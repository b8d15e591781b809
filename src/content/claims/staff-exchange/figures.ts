import { figures, linesOfQuery } from '../../../publication/query-figure.ts';

export default figures(
  linesOfQuery({
    id: 'rate',
    layer: 'scholars',
    sql: `
      SELECT CASE source WHEN 'scholarly-migration/openalex' THEN 'OpenAlex base' ELSE 'Scopus base' END AS series, year,
             1000.0 * sum(value) FILTER (WHERE measure = 'scholars_in') / sum(value) FILTER (WHERE measure = 'researchers') AS value
      FROM totals
      WHERE source IN ('scholarly-migration/openalex', 'scholarly-migration/scopus') AND country <> 'WLD' AND year BETWEEN 1998 AND 2019
      GROUP BY source, year ORDER BY source, year`,
    needs: ['totals'],
    sources: ['scholarly-migration/openalex', 'scholarly-migration/scopus'],
    title: () => 'By one base scholars moved more often in 2019 than in 1998, by the other less often',
    axis: 'Moves per thousand researchers',
    measure: { unit: '', digits: 1 },
    notes: [
      'All countries together. The bases differ in which papers and which people they hold: compare the direction, not the level.',
    ],
  }),
);
