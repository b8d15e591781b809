import { figures, linesOfQuery } from '../../../publication/query-figure.ts';

export default figures(
  linesOfQuery({
    id: 'own',
    layer: 'papers',
    sql: `
      SELECT c.income_group AS series, f.year,
             100 * sum(f.value) FILTER (WHERE f.counting = 'fractional') / sum(f.value) FILTER (WHERE f.counting = 'whole') AS value
      FROM publication_fields f JOIN countries c ON c.iso3 = f.country
      WHERE f.source = 'ncses-publications/scopus' AND f.edition = 'SEI2024' AND f.measure = 'articles' AND c.income_group IS NOT NULL
        AND f.field NOT IN ('all', 'computer and information sciences, with conference proceedings')
      GROUP BY c.income_group, f.year
      ORDER BY array_position(['High income', 'Upper middle income', 'Lower middle income', 'Low income'], c.income_group), f.year`,
    needs: ['publication_fields', 'countries'],
    sources: ['ncses-publications/scopus', 'world-bank-wdi'],
    title: () =>
      'Low-income and high-income countries alike make up a smaller part of the addresses on their articles than in 2003',
    axis: 'Own part of articles (%)',
    measure: { unit: '%', digits: 0 },
    notes: [
      'Articles by fractions over articles counted whole, summed over fields. A fraction is a country’s part of the addresses, not of the work.',
      'Income groups as in force today, for every year. China weighs most in the upper-middle-income group.',
    ],
  }),
);
