import { facts, type Fact } from '../../../publication/fact.ts';
import { matchedMoves } from '../../../publication/moves-sql.ts';

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
type Income = 'Low income' | 'Upper middle income' | 'High income';
/** How far the median country of a group falls short of what a fair coin for every move would match. */
const short = (
  group: Income,
  id: 'openalex' | 'scopus',
  stated: number,
  must?: NonNullable<Fact['must']>,
): Fact => ({
  says: `points that matched moves fall short of a fair coin, median ${group.replace(/ (?=income)| (?=middle)/g, '-').toLowerCase()} country with two hundred moves or more`,
  sql: `
    SELECT median(m.even - m.matched) AS value, '2016–2020' AS year
    FROM (${matchedMoves({ source: base(id), first: 2016, last: 2020, least: 200 })}) m
    JOIN countries c ON c.iso3 = m.country WHERE c.income_group = '${group}'`,
  sources: [base(id), WDI],
  format: 'points',
  stated,
  within: 0.2,
  ...(must ? { must } : {}),
});
/** How many points further low-income countries fall short than high-income ones in one year, whatever their size. */
const further = (id: 'openalex' | 'scopus', stated: number): Fact => ({
  says: 'points further short of a fair coin, median low-income country beside the median high-income one',
  sql: `
    SELECT median(m.even - m.matched) FILTER (WHERE c.income_group = 'Low income')
      - median(m.even - m.matched) FILTER (WHERE c.income_group = 'High income') AS value, 2019 AS year
    FROM (${matchedMoves({ source: base(id), first: 2019, last: 2019, least: 1 })}) m JOIN countries c ON c.iso3 = m.country`,
  sources: [base(id), WDI],
  format: 'points',
  stated,
  within: 0.2,
  must: ['further short', (v) => v > 0],
});
const of = (group: string) =>
  `of scholars’ moves were matched by moves back along the same route, median ${group} country`;

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
  low_short_openalex: short('Low income', 'openalex', 0.0547),
  high_short_openalex: short('High income', 'openalex', 0.0446),
  low_short_scopus: short('Low income', 'scopus', 0.0699, [
    'no further than high-income countries',
    (v) => v < 0.076,
  ]),
  high_short_scopus: short('High income', 'scopus', 0.072),
  upper_short_openalex: short('Upper middle income', 'openalex', 0.0784, [
    'more than either',
    (v) => v > 0.06,
  ]),
  upper_short_scopus: short('Upper middle income', 'scopus', 0.0941, ['more than either', (v) => v > 0.08]),
  more_openalex: further('openalex', 0.0466),
  more_scopus: further('scopus', 0.0255),
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
