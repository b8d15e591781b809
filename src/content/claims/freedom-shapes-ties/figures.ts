import { barsOfQuery, figures } from '../../../publication/query-figure.ts';

export default figures(
  barsOfQuery({
    id: 'kinds',
    layer: 'papers',
    sql: `
      WITH kinds AS (
        SELECT country, CASE WHEN value >= 0.7 THEN 1 WHEN value < 0.3 THEN 3 ELSE 2 END AS kind FROM academic_freedom
        WHERE source = 'vdem-academic-freedom' AND year = 2022),
      sums AS (
        SELECT least(x.kind, y.kind) * 10 + greatest(x.kind, y.kind) AS kinds, sum(g.observed) / sum(g.expected) AS value
        FROM gravity_pairs g JOIN kinds x ON x.country = g.origin JOIN kinds y ON y.country = g.destination
        WHERE g.source = 'openalex-copublications' AND g.from_year = 2022
        GROUP BY kinds)
      SELECT CASE kinds WHEN 11 THEN 'Both free' WHEN 12 THEN 'Free and between' WHEN 13 THEN 'Free and least free' WHEN 22 THEN 'Both between' WHEN 23 THEN 'Between and least free' ELSE 'Both least free' END AS name, value
      FROM sums ORDER BY kinds`,
    needs: ['gravity_pairs', 'academic_freedom'],
    sources: ['openalex-copublications', 'vdem-academic-freedom', 'cepii-geodist'],
    title: () =>
      'Free systems share fewer papers than expected with the least free, which share more among themselves',
    column: 'Kinds of the two systems',
    measure: { unit: '', digits: 2 },
    notes: [
      'Papers over what size, distance, border, language and colonial tie let one expect; one is as expected.',
      'Free: in the upper three tenths of the index. Least free: in the lower three tenths. Between: the rest.',
    ],
  }),
);
