import { barsOfQuery, figures } from '../../../publication/query-figure.ts';

export default figures(
  barsOfQuery({
    id: 'returned',
    layer: 'scholars',
    sql: `
      SELECT c.income_group || (CASE i.source WHEN 'scholarly-migration/openalex' THEN ', OpenAlex' ELSE ', Scopus' END) AS name, 100 * median(i.value) AS value
      FROM country_indicators i JOIN countries c ON c.iso3 = i.country
      WHERE i.indicator = 'portfolio_reciprocity' AND i.source IN ('scholarly-migration/openalex', 'scholarly-migration/scopus') AND i.year = 2019
        AND c.income_group IS NOT NULL
      GROUP BY c.income_group, i.source
      ORDER BY i.source, array_position(['High income', 'Upper middle income', 'Lower middle income', 'Low income'], c.income_group)`,
    needs: ['country_indicators', 'countries'],
    sources: ['scholarly-migration/openalex', 'scholarly-migration/scopus', 'world-bank-wdi'],
    title: () =>
      'Scholars’ moves are matched by moves back along the same route least often in low-income countries, in both bases',
    column: 'Income group and base',
    measure: { unit: '%', digits: 0 },
    notes: [
      'Median over countries in 2019: the part of all moves that a move in the other direction, with the same partner, answers. Small flows miss each other by chance; this is not taken out.',
    ],
  }),
);
