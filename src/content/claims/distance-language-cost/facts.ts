import { facts, type Fact } from '../../../publication/fact.ts';
import { FOUR, logLinear, PAPERS as PAIRS } from '../../../publication/log-linear-sql.ts';

const PAPERS = 'openalex-copublications';
const GEODIST = 'cepii-geodist';
const WDI = 'world-bank-wdi';
const term = (name: string, value: string): string => `
  SELECT ${value} AS value, from_year AS year FROM gravity_coefficients
  WHERE source = '${PAPERS}' AND from_year = 2022 AND term = '${name}'`;
const hours = (condition: string): string => `
  SELECT sum(g.observed) / sum(g.expected) AS value, 2022 AS year
  FROM gravity_pairs g JOIN pair_context p ON p.origin = g.origin AND p.destination = g.destination
  WHERE g.source = '${PAPERS}' AND g.from_year = 2022 AND p.distance_weighted_km >= 9000 AND ${condition}`;
const REST = "'USA' NOT IN (g.origin, g.destination)";
const HOURS = logLinear({ counts: PAIRS, years: 'year = 2022', term: 'hours', beside: FOUR });
/** What goes with a shared hour in the whitepaper's second method: the slope, or a limit of its interval. */
const hour = (limit: '' | 'lower limit: ' | 'upper limit: ', coefficient: string, stated: number) =>
  ({
    says: `${limit}more joint papers with each hour of the working day that two capitals share, the same countries`,
    sql: `SELECT exp(${coefficient}) - 1 AS value, year FROM (${HOURS})`,
    sources: [PAPERS, GEODIST, WDI],
    format: 'percent',
    stated,
    within: 0.2,
  }) satisfies Fact;
const SAYS = 'times the expected papers, pairs more than 9,000 km apart';

export default facts({
  distance: {
    says: 'fewer papers go with double the distance',
    sql: term('log_distance', '1 - 2 ** coefficient'),
    sources: [PAPERS, GEODIST],
    format: 'percent',
    stated: 0.3165,
    must: ['fewer', (v) => v > 0.1],
  },
  language: {
    says: 'times as many papers go with a common official language',
    sql: term('common_language', 'exp(coefficient)'),
    sources: [PAPERS, GEODIST],
    format: 'times',
    stated: 1.528,
    must: ['more with a common language', (v) => v > 1.2],
  },
  fits: {
    says: 'fits by year of papers and of scholars’ moves in two bases, all with fewer ties at a distance and more with a common language, beyond chance',
    sql: `
      SELECT count(DISTINCT source || ' ' || from_year) AS value, '1990–2022' AS year FROM gravity_coefficients
      WHERE source IN ('${PAPERS}', 'scholarly-migration/scopus', 'scholarly-migration/openalex') AND term IN ('log_distance', 'common_language')
      HAVING bool_and(CASE term WHEN 'log_distance' THEN high < 0 ELSE low > 0 END)`,
    sources: [PAPERS, 'scholarly-migration/scopus', 'scholarly-migration/openalex', GEODIST],
    format: 'count',
    stated: 79,
  },
  projects_language: {
    says: 'times as many shared projects of Horizon 2020 go with a common official language',
    sql: `
      SELECT exp(coefficient) AS value, from_year || '–' || to_year AS year FROM gravity_coefficients
      WHERE source = 'cordis-h2020' AND term = 'common_language'`,
    sources: ['cordis-h2020', GEODIST],
    format: 'two',
    stated: 1.073,
    must: ['hardly', (v) => v > 0.85 && v < 1.15],
  },
  no_hours: {
    says: `${SAYS} without common working hours`,
    sql: hours('p.shared_hours = 0'),
    sources: [PAPERS, GEODIST, WDI],
    format: 'two',
    stated: 1.079,
    must: ['no fewer than expected', (v) => v >= 0.99],
  },
  set: {
    says: 'systems between every two of which there were joint papers in every year since 1996',
    sql: `SELECT n AS value, year FROM (${HOURS})`,
    sources: [PAPERS, GEODIST, WDI],
    format: 'count',
    stated: 31,
    within: 0,
  },
  hour: hour('', 'coefficient', 0.0337),
  hour_low: {
    ...hour('lower limit: ', 'coefficient - 1.959964 * error', 0.0014),
    // Near nil a part of the value says nothing.
    within: 5,
    must: ['a few more, if any', (v) => v < 0.02],
  },
  hour_high: hour('upper limit: ', 'coefficient + 1.959964 * error', 0.067),
  some_hours: {
    says: `${SAYS} with common working hours`,
    sql: hours('p.shared_hours > 0'),
    sources: [PAPERS, GEODIST, WDI],
    format: 'two',
    stated: 0.9233,
  },
  no_hours_rest: {
    says: `${SAYS} without common working hours, the United States left out`,
    sql: hours(`p.shared_hours = 0 AND ${REST}`),
    sources: [PAPERS, GEODIST, WDI],
    format: 'two',
    stated: 0.9994,
    must: ['no fewer than with some', (v) => v >= 0.95],
  },
  some_hours_rest: {
    says: `${SAYS} with common working hours, the United States left out`,
    sql: hours(`p.shared_hours > 0 AND ${REST}`),
    sources: [PAPERS, GEODIST, WDI],
    format: 'two',
    stated: 0.933,
  },
});
