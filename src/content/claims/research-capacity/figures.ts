import { barsOfQuery, figures } from '../../../publication/query-figure.ts';

export default figures(
  barsOfQuery({
    id: 'known',
    layer: 'papers',
    sql: `
      SELECT c.income_group AS name, 100.0 * count(DISTINCT x.country) / count(DISTINCT c.iso3) AS value
      FROM countries c
      LEFT JOIN country_context x ON x.country = c.iso3 AND x.indicator = 'researchers_per_million' AND x.source = 'world-bank-wdi' AND x.year = 2022
      WHERE c.income_group IS NOT NULL
      GROUP BY c.income_group
      ORDER BY array_position(['High income', 'Upper middle income', 'Lower middle income', 'Low income'], c.income_group)`,
    needs: ['countries', 'country_context'],
    sources: ['world-bank-wdi'],
    title: () => 'The poorer a country, the less likely it is that its researchers were counted for 2022',
    column: 'Income group',
    measure: { unit: '%', digits: 0 },
    notes: [
      'Part of the countries and territories of each group that have a value for that year. Old values are not carried forward.',
    ],
  }),
);
