import { facts } from '../../../publication/fact.ts';

const NCSES = 'ncses-publications/scopus';
const WDI = 'world-bank-wdi';
const H2020 = 'cordis-h2020';

export default facts({
  fields: {
    says: 'countries and territories with a profile by field',
    sql: `SELECT count(DISTINCT country) AS value, 2022 AS year FROM field_strength WHERE source = '${NCSES}' AND year = 2022 AND specialisation IS NOT NULL`,
    sources: [NCSES],
    format: 'count',
    stated: 199,
  },
  spending: {
    says: 'countries with spending on research as a share of income',
    sql: `SELECT count(*) AS value, 2022 AS year FROM country_context WHERE indicator = 'rd_share' AND source = '${WDI}' AND year = 2022 AND country <> 'WLD'`,
    sources: [WDI],
    format: 'count',
    stated: 84,
    must: ['fewer than half', (v) => v < 100],
  },
  poor: {
    says: 'of the low-income countries with spending on research as a share of income',
    sql: `
      SELECT count(*) AS value, 2022 AS year FROM country_context x JOIN countries c ON c.iso3 = x.country
      WHERE x.indicator = 'rd_share' AND x.source = '${WDI}' AND x.year = 2022 AND c.income_group = 'Low income'`,
    sources: [WDI],
    format: 'small',
    stated: 1,
    within: 1,
  },
  cited: {
    says: 'countries and territories with a share among the most cited',
    sql: `SELECT count(*) AS value, 2020 AS year FROM country_indicators WHERE indicator = 'top1_share' AND source = '${NCSES}' AND year = 2020`,
    sources: [NCSES],
    format: 'count',
    stated: 183,
  },
  themes: {
    says: 'countries and territories with projects by theme',
    sql: `SELECT count(DISTINCT country) AS value, '2014–2022' AS year FROM theme_specialisation WHERE source = '${H2020}'`,
    sources: [H2020],
    format: 'count',
    stated: 169,
  },
});
