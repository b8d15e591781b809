import { facts } from '../../../publication/fact.ts';

const WDI = 'world-bank-wdi';
const known = (group: string): string => `
  SELECT count(DISTINCT x.country) AS value, 2022 AS year FROM country_context x JOIN countries c ON c.iso3 = x.country
  WHERE x.indicator = 'researchers_per_million' AND x.source = '${WDI}' AND x.year = 2022 AND c.income_group = '${group}'`;
const all = (group: string): string => `
  SELECT count(*) AS value, 2022 AS year FROM countries WHERE income_group = '${group}'`;

export default facts({
  low_known: {
    says: 'low-income countries with a count of researchers',
    sql: known('Low income'),
    sources: [WDI],
    format: 'small',
    stated: 2,
    within: 0.5,
    must: ['almost none is known', (v) => v <= 6],
  },
  low_all: {
    says: 'low-income countries',
    sql: all('Low income'),
    sources: [WDI],
    format: 'count',
    stated: 25,
  },
  best: {
    says: 'low-income countries with a count of researchers, the year with most',
    sql: `
      SELECT count(DISTINCT x.country) AS value, x.year FROM country_context x JOIN countries c ON c.iso3 = x.country
      WHERE x.indicator = 'researchers_per_million' AND x.source = '${WDI}' AND c.income_group = 'Low income'
      GROUP BY x.year ORDER BY count(DISTINCT x.country) DESC, x.year DESC LIMIT 1`,
    sources: [WDI],
    format: 'small',
    stated: 7,
    within: 0.3,
    must: ['few even then', (v) => v <= 10],
  },
  high_known: {
    says: 'high-income countries with a count of researchers',
    sql: known('High income'),
    sources: [WDI],
    format: 'count',
    stated: 46,
  },
  high_all: {
    says: 'high-income countries and territories',
    sql: all('High income'),
    sources: [WDI],
    format: 'count',
    stated: 85,
  },
});
