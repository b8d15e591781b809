import { facts } from '../../../publication/fact.ts';

const INDEX = 'vdem-academic-freedom';
const PAPERS = 'openalex-copublications';
const GEODIST = 'cepii-geodist';
/** Pairs with ten or more expected: difference in freedom, and observed over expected. */
const pairs = (source: string, year: number, which = 'g.expected >= 10'): string => `
  SELECT abs(x.value - y.value) AS gap, g.ratio
  FROM gravity_pairs g
  JOIN academic_freedom x ON x.country = g.origin AND x.year = g.from_year
  JOIN academic_freedom y ON y.country = g.destination AND y.year = g.from_year
  WHERE g.source = '${source}' AND g.from_year = ${year} AND ${source === PAPERS ? 'g.origin < g.destination AND ' : ''}${which}`;
const leaning = (source: string, year: number, which?: string) => ({
  says: 'rank correlation of the difference in academic freedom with what a pair shares over what is expected',
  sql: `
    SELECT corr(a, b) AS value, ${year} AS year
    FROM (SELECT rank() OVER (ORDER BY gap) AS a, rank() OVER (ORDER BY ratio) AS b FROM (${pairs(source, year, which)}))`,
  sources: [source, INDEX, GEODIST],
  format: 'two' as const,
  within: 0.25,
});
/** Pairs that had ten or more expected in 2000 already. */
const OLD = `EXISTS (SELECT 1 FROM gravity_pairs o WHERE o.source = g.source AND o.from_year = 2000 AND o.expected >= 10 AND o.origin = g.origin AND o.destination = g.destination)`;
const FAR = `g.expected >= 10 AND (SELECT region FROM countries WHERE iso3 = g.origin) <> (SELECT region FROM countries WHERE iso3 = g.destination)`;
const KIND = (value: string): string =>
  `CASE WHEN ${value} >= 0.7 THEN 'free' WHEN ${value} < 0.3 THEN 'unfree' ELSE 'between' END`;
const between = (first: string, second: string, source = PAPERS, year = 2022, but = ''): string => `
  SELECT sum(g.observed) / sum(g.expected) AS value, ${year} AS year
  FROM gravity_pairs g
  JOIN academic_freedom x ON x.country = g.origin AND x.year = g.from_year
  JOIN academic_freedom y ON y.country = g.destination AND y.year = g.from_year
  WHERE g.source = '${source}' AND g.from_year = ${year}${but}
    AND ((${KIND('x.value')} = '${first}' AND ${KIND('y.value')} = '${second}') OR (${KIND('x.value')} = '${second}' AND ${KIND('y.value')} = '${first}'))`;
const REST = " AND NOT (g.origin IN ('USA', 'CHN') AND g.destination IN ('USA', 'CHN'))";
const moves = (id: 'scopus' | 'openalex', but = '') => ({
  says: `times the expected moves of scholars, a system above 0.7 with one below 0.3 of the index${but && ', without the United States and China'}`,
  sql: between('free', 'unfree', `scholarly-migration/${id}`, 2020, but),
  sources: [`scholarly-migration/${id}`, INDEX, GEODIST],
  format: 'two' as const,
});

export default facts({
  papers_last: { ...leaning(PAPERS, 2022), stated: -0.215, must: ['somewhat fewer', (v) => v < -0.1] },
  papers_first: { ...leaning(PAPERS, 2000), stated: -0.2106, must: ['somewhat fewer', (v) => v < -0.1] },
  papers_old: {
    ...leaning(PAPERS, 2022, OLD),
    says: 'the same rank correlation over the pairs of 2000',
    stated: -0.2668,
    must: ['clearer than in 2000', (v) => v < -0.22],
  },
  papers_far: {
    ...leaning(PAPERS, 2022, FAR),
    says: 'the same rank correlation over pairs of two regions',
    stated: -0.1729,
    must: ['still there', (v) => v < -0.1],
  },
  free_unfree: {
    says: 'times the expected papers, a system above 0.7 with one below 0.3 of the index',
    sql: between('free', 'unfree'),
    sources: [PAPERS, INDEX, GEODIST],
    format: 'two',
    stated: 0.9209,
    must: ['fewer than expected', (v) => v < 1],
  },
  unfree_unfree: {
    says: 'times the expected papers, among systems below 0.3 of the index',
    sql: between('unfree', 'unfree'),
    sources: [PAPERS, INDEX, GEODIST],
    format: 'two',
    stated: 1.175,
    must: ['more than expected', (v) => v > 1],
  },
  scopus_last: { ...leaning('scholarly-migration/scopus', 2020), stated: -0.134 },
  openalex_last: { ...leaning('scholarly-migration/openalex', 2020), stated: -0.1578 },
  sum_scopus: { ...moves('scopus'), stated: 1.104, must: ['no fewer than expected', (v) => v >= 1] },
  sum_openalex: { ...moves('openalex'), stated: 1.087, must: ['no fewer than expected', (v) => v >= 1] },
  rest_scopus: { ...moves('scopus', REST), stated: 0.938, must: ['fewer than expected', (v) => v < 1] },
  rest_openalex: { ...moves('openalex', REST), stated: 0.885, must: ['fewer than expected', (v) => v < 1] },
});
