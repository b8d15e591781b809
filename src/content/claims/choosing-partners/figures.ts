import { barsOfQuery, figures } from '../../../publication/query-figure.ts';

export default figures(
  barsOfQuery({
    id: 'known',
    layer: 'papers',
    sql: `
      SELECT 'Strengths: profile by field, 2022' AS name, count(DISTINCT country) AS value, 1 AS place FROM field_strength
      WHERE source = 'ncses-publications/scopus' AND year = 2022 AND specialisation IS NOT NULL
      UNION ALL SELECT 'Reputation: most cited, 2020', count(DISTINCT country), 2 FROM country_indicators
      WHERE indicator = 'top1_share' AND source = 'ncses-publications/scopus' AND year = 2020
      UNION ALL SELECT 'Resources: spending, 2022', count(DISTINCT country), 3 FROM country_context
      WHERE indicator = 'rd_share' AND source = 'world-bank-wdi' AND year = 2022 AND country <> 'WLD'
      UNION ALL SELECT 'Resources: researchers, 2022', count(DISTINCT country), 4 FROM country_context
      WHERE indicator = 'researchers_per_million' AND source = 'world-bank-wdi' AND year = 2022 AND country <> 'WLD'
      UNION ALL SELECT 'Goals: no table of this release', 0, 5
      ORDER BY place`,
    needs: ['field_strength', 'country_indicators', 'country_context'],
    sources: ['ncses-publications/scopus', 'world-bank-wdi'],
    title: () => 'Strengths are known for most places, resources for fewer than half, goals for none',
    column: 'What is known',
    measure: { unit: 'countries and territories', digits: 0 },
    notes: ['Places with a value in the year that is named. Of goals we know no open list.'],
  }),
);
