import { facts } from '../../../publication/fact.ts';

const FLOWS = 'uis-student-flows';
const TOTALS = 'uis-student-totals';
const PAPERS = 'openalex-copublications';
/** Rank correlation of the spread before and of the change, over places of some size. */
const test = (
  spread: string,
  measure: string,
  source: string,
  first: number,
  last: number,
  least: number,
  value = 'corr(a, b)',
): string => `
  SELECT ${value} AS value, '${first}–${last}' AS year FROM (
    SELECT rank() OVER (ORDER BY e.spread) AS a, rank() OVER (ORDER BY n.value * 1.0 / t.value) AS b, n.value * 1.0 / t.value AS kept
    FROM totals t
    JOIN totals n ON n.country = t.country AND n.measure = t.measure AND n.source = t.source AND n.year = ${last}
    JOIN (${spread}) e ON e.country = t.country
    WHERE t.measure = '${measure}' AND t.source = '${source}' AND t.year = ${first} AND t.value >= ${least} AND t.country <> 'WLD')`;
const ORIGINS = `SELECT country, arg_max(value, year) AS spread FROM country_indicators WHERE indicator = 'effective_origins' AND source = '${FLOWS}' AND year BETWEEN 2016 AND 2019 GROUP BY country`;
const spreadOf = (indicator: string, source: string): string =>
  `SELECT country, value AS spread FROM country_indicators WHERE indicator = '${indicator}' AND source = '${source}' AND year = 2019`;
const scholars = (id: 'openalex' | 'scopus') => {
  const source = `scholarly-migration/${id}`;
  return {
    says: 'rank correlation of spread of origins with the change in scholars moving in',
    sql: test(spreadOf('effective_origins', source), 'scholars_in', source, 2019, 2020, 100),
    sources: [source],
    format: 'two' as const,
    within: 0.5,
  };
};

export default facts({
  n: {
    says: 'hosts with a spread of origins and a thousand students or more',
    sql: test(ORIGINS, 'inbound_students', TOTALS, 2020, 2021, 1000, 'count(*)'),
    sources: [FLOWS, TOTALS],
    format: 'count',
    stated: 63,
  },
  students: {
    says: 'rank correlation of spread of origins with the change in students from abroad',
    sql: test(ORIGINS, 'inbound_students', TOTALS, 2020, 2021, 1000),
    sources: [FLOWS, TOTALS],
    format: 'two',
    stated: -0.083,
    within: 0.5,
    must: ['no better kept', (v) => v < 0.1],
  },
  chance: {
    says: 'largest rank correlation that chance gives among so many hosts, nineteen times of twenty',
    sql: test(ORIGINS, 'inbound_students', TOTALS, 2020, 2021, 1000, '1.96 / sqrt(count(*) - 1)'),
    sources: [FLOWS, TOTALS],
    format: 'two',
    stated: 0.2489,
  },
  kept: {
    says: 'of the students from abroad of the year before, median host',
    sql: test(ORIGINS, 'inbound_students', TOTALS, 2020, 2021, 1000, 'median(kept)'),
    sources: [FLOWS, TOTALS],
    format: 'percent',
    stated: 1.01,
    within: 0.02,
    must: ['a mild shock', (v) => v > 0.98],
  },
  scholars_openalex: {
    ...scholars('openalex'),
    stated: 0.05585,
    must: ['near zero', (v) => Math.abs(v) < 0.2],
  },
  scholars_scopus: { ...scholars('scopus'), stated: -0.08845, must: ['near zero', (v) => Math.abs(v) < 0.2] },
  papers_2021: {
    says: 'rank correlation of spread of partners with the change in papers across borders',
    sql: test(spreadOf('effective_partners', PAPERS), 'international_works', PAPERS, 2020, 2021, 500),
    sources: [PAPERS],
    format: 'two',
    stated: 0.19,
    must: ['a little beyond chance', (v) => v > 0.168 && v < 0.3],
  },
  papers_2022: {
    says: 'rank correlation of spread of partners with the change in papers across borders',
    sql: test(spreadOf('effective_partners', PAPERS), 'international_works', PAPERS, 2021, 2022, 500),
    sources: [PAPERS],
    format: 'two',
    stated: -0.0068,
    // Near zero a part of the value says nothing.
    within: 20,
    must: ['gone', (v) => Math.abs(v) < 0.12],
  },
  papers: {
    says: 'rank correlation of spread of partners with the change in papers across borders',
    sql: test(spreadOf('effective_partners', PAPERS), 'international_works', PAPERS, 2020, 2022, 500),
    sources: [PAPERS],
    format: 'two',
    stated: 0.0826,
    within: 0.5,
    must: ['near zero', (v) => Math.abs(v) < 0.2],
  },
});
