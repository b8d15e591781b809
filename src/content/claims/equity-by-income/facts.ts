import { facts } from '../../../publication/fact.ts';

const WDI = 'world-bank-wdi';
const H2020 = 'cordis-h2020';
const base = (id: 'openalex' | 'scopus'): string => `scholarly-migration/${id}`;
const returned = (group: string, id: 'openalex' | 'scopus', only = ''): string => `
  SELECT median(i.value) AS value, 2019 AS year
  FROM country_indicators i JOIN countries c ON c.iso3 = i.country
  WHERE i.indicator = 'portfolio_reciprocity' AND i.source = '${base(id)}' AND i.year = 2019 AND c.income_group = '${group}'${only}`;
/** Countries with a hundred to a thousand moves in and out. */
const LIKE = ` AND i.country IN (
    SELECT country FROM totals WHERE source = '${base('openalex')}' AND year = 2019 AND measure IN ('scholars_in', 'scholars_out')
    GROUP BY country HAVING sum(value) BETWEEN 100 AND 1000)`;
const of = (group: string) => `of scholars’ moves were returned, median ${group} country`;

export default facts({
  high_openalex: {
    says: of('high-income'),
    sql: returned('High income', 'openalex'),
    sources: [base('openalex'), WDI],
    format: 'percent',
    stated: 0.8308,
  },
  low_openalex: {
    says: of('low-income'),
    sql: returned('Low income', 'openalex'),
    sources: [base('openalex'), WDI],
    format: 'percent',
    stated: 0.5867,
    must: ['less than in high-income countries', (v) => v < 0.75],
  },
  high_scopus: {
    says: of('high-income'),
    sql: returned('High income', 'scopus'),
    sources: [base('scopus'), WDI],
    format: 'percent',
    stated: 0.7641,
  },
  low_scopus: {
    says: of('low-income'),
    sql: returned('Low income', 'scopus'),
    sources: [base('scopus'), WDI],
    format: 'percent',
    stated: 0.4868,
    must: ['less than in high-income countries', (v) => v < 0.7],
  },
  high_like: {
    says: `${of('high-income')} with a hundred to a thousand moves`,
    sql: returned('High income', 'openalex', LIKE),
    sources: [base('openalex'), WDI],
    format: 'percent',
    stated: 0.7322,
  },
  low_like: {
    says: `${of('low-income')} with a hundred to a thousand moves`,
    sql: returned('Low income', 'openalex', LIKE),
    sources: [base('openalex'), WDI],
    format: 'percent',
    stated: 0.6629,
    must: ['a gap is left', (v) => v < 0.72],
  },
  high_lead: {
    says: 'of the participations of high-income countries in shared projects are as coordinator',
    sql: `
      SELECT sum(s.coordinations) / sum(s.participations) AS value, '2014–2022' AS year
      FROM coordinator_shares s JOIN countries c ON c.iso3 = s.country
      WHERE s.source = '${H2020}' AND s.theme = 'all' AND c.income_group = 'High income'`,
    sources: [H2020, WDI],
    format: 'percent',
    stated: 0.09361,
  },
  low_parts: {
    says: 'participations of low-income countries in shared projects, none of them as coordinator',
    sql: `
      SELECT sum(s.participations) AS value, '2014–2022' AS year
      FROM coordinator_shares s JOIN countries c ON c.iso3 = s.country
      WHERE s.source = '${H2020}' AND s.theme = 'all' AND c.income_group = 'Low income'
      HAVING sum(s.coordinations) = 0`,
    sources: [H2020, WDI],
    format: 'count',
    stated: 138,
  },
});
