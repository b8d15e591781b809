import { facts } from '../../../publication/fact.ts';
import { toHighIncome } from '../../../publication/moves-sql.ts';

const FLOWS = 'uis-student-flows';
/** Pairs with the larger and the smaller direction. */
const scholars = (source: string): string => `
  SELECT greatest(x, y) AS more, least(x, y) AS less FROM (
    SELECT least(origin, destination) AS a, greatest(origin, destination) AS b,
           sum(CASE WHEN origin < destination THEN value ELSE 0 END) AS x, sum(CASE WHEN origin > destination THEN value ELSE 0 END) AS y
    FROM flows WHERE layer = 'scholars' AND source = '${source}' AND year BETWEEN 2015 AND 2019 GROUP BY a, b)
  WHERE x + y >= 100`;
const STUDENTS = `
  SELECT max(value) AS more, min(value) AS less FROM flows WHERE source = '${FLOWS}' AND year = 2018
  GROUP BY least(origin, destination), greatest(origin, destination) HAVING count(*) = 2 AND sum(value) >= 100`;
const INCOME = 'world-bank-wdi';
/** Who goes between high-income and lower-middle-income countries, and to which side. */
const rich = (source: string, first: number, last: number) => ({
  says:
    source === FLOWS
      ? 'of the students between high-income and lower-middle-income countries that list each other are on the high-income side'
      : 'of the moves of scholars between high-income and lower-middle-income countries go to the high-income side',
  sql: toHighIncome({ source, income: 'Lower middle income', first, last }),
  sources: [source, INCOME],
  format: 'percent' as const,
});
const EVEN = ['close to even', (v: number) => v > 0.45 && v < 0.55] as const;
const lopsided = (pairs: string, year: string): string => `
  SELECT avg(CASE WHEN more >= 2 * less THEN 1 ELSE 0 END) AS value, ${year} AS year FROM (${pairs})`;

export default facts({
  students: {
    says: 'of the pairs of countries with students listed both ways, one side sent double or more',
    sql: lopsided(STUDENTS, '2018'),
    sources: [FLOWS],
    format: 'percent',
    stated: 0.7654,
    must: ['mostly one-sided', (v) => v > 0.5],
  },
  scholars_scopus: {
    says: 'of the pairs of countries, one side sent double the scholars or more (Scopus base)',
    sql: lopsided(scholars('scholarly-migration/scopus'), "'2015–2019'"),
    sources: ['scholarly-migration/scopus'],
    format: 'percent',
    stated: 0.1642,
    must: ['seldom', (v) => v < 0.25],
  },
  scholars_openalex: {
    says: 'of the pairs of countries, one side sent double the scholars or more (OpenAlex base)',
    sql: lopsided(scholars('scholarly-migration/openalex'), "'2015–2019'"),
    sources: ['scholarly-migration/openalex'],
    format: 'percent',
    stated: 0.07389,
    must: ['seldom', (v) => v < 0.25],
  },
  rich_pairs: {
    says: 'pairs of a high-income and a lower-middle-income country list each other’s students',
    sql: `
      SELECT count(*) AS value, 2018 AS year
      FROM exchanges e JOIN countries a ON a.iso3 = e.origin JOIN countries b ON b.iso3 = e.destination
      WHERE e.source = '${FLOWS}' AND e.year = 2018 AND a.income_group = 'High income' AND b.income_group = 'Lower middle income'`,
    sources: [FLOWS, INCOME],
    format: 'small',
    stated: 19,
    within: 0,
  },
  students_least: {
    says: 'of the students in these pairs are on the high-income side, without India and the United States and without the pairs of Russia',
    sql: `${rich(FLOWS, 2018, 2018).sql} AND NOT (e.origin = 'USA' AND e.destination = 'IND') AND e.origin <> 'RUS'`,
    sources: [FLOWS, INCOME],
    format: 'percent',
    stated: 0.6976,
    must: ['mostly one way', (v) => v > 0.6],
  },
  students_rich: { ...rich(FLOWS, 2018, 2018), stated: 0.9464, must: ['mostly one way', (v) => v > 0.75] },
  rich_scopus: { ...rich('scholarly-migration/scopus', 2016, 2020), stated: 0.522, must: EVEN },
  rich_openalex: { ...rich('scholarly-migration/openalex', 2016, 2020), stated: 0.4968, must: EVEN },
});
