import { facts } from '../../../publication/fact.ts';

const FREEDOM = 'vdem-academic-freedom';
const PAPERS = 'openalex-copublications';
const ARTICLES = 'ncses-publications/scopus';
const SCOPUS = 'scholarly-migration/scopus';
const OPENALEX = 'scholarly-migration/openalex';
/** Countries at or above it are called freer here. */
const LINE = 0.6;

interface Choice {
  readonly source?: string;
  readonly year: number;
  readonly line?: number;
  /** Year of the index that says which countries are freer; the year of the ties where left out. */
  readonly labels?: number;
  readonly besides?: string;
}
/** What pairs of a kind share and what gravity expects: `kind` is how many of the two are freer. */
const ties = ({ source = PAPERS, year, line = LINE, labels = year, besides = 'TRUE' }: Choice): string => `
  SELECT g.observed, g.expected, CAST(a.value >= ${line} AS INTEGER) + CAST(b.value >= ${line} AS INTEGER) AS kind, abs(a.value - b.value) AS apart
  FROM gravity_pairs g
  JOIN academic_freedom a ON a.country = g.origin AND a.year = ${labels}
  JOIN academic_freedom b ON b.country = g.destination AND b.year = ${labels}
  WHERE g.source = '${source}' AND g.to_year = ${year} AND g.from_year = ${year}
    AND ${source === PAPERS ? 'g.origin < g.destination' : 'TRUE'} AND ${besides}`;
const WITHOUT_LARGEST = `NOT (g.origin IN ('USA', 'CHN') AND g.destination IN ('USA', 'CHN'))`;
const ratio = (kind: number, choice: Choice): string =>
  `SELECT sum(observed) / sum(expected) AS value, ${choice.year} AS year FROM (${ties(choice)}) WHERE kind = ${kind}`;
/** By what part pairs of a freer and a less free country stay below what is expected. */
const short = (choice: Choice): string =>
  `SELECT 1 - sum(observed) / sum(expected) AS value, ${choice.year} AS year FROM (${ties(choice)}) WHERE kind = 1`;
const share = (year: number, labels = year): string => `
  SELECT sum(f.value) FILTER ((a.value >= ${LINE}) <> (b.value >= ${LINE})) / sum(f.value) AS value, ${year} AS year
  FROM flows f
  JOIN academic_freedom a ON a.country = f.origin AND a.year = ${labels}
  JOIN academic_freedom b ON b.country = f.destination AND b.year = ${labels}
  WHERE f.source = '${PAPERS}' AND f.year = ${year}`;
const typical = (where: string): string =>
  `SELECT median(observed / expected) AS value, 2022 AS year FROM (${ties({ year: 2022 })}) WHERE expected >= 100 AND ${where}`;
/** The same by size alone, among the economies of NCSES; `of` is a column of index_comparison. */
const bySize = (of: 'articles' | 'papers'): string => `
  WITH pairs AS (SELECT origin, destination, ${of} AS value FROM index_comparison WHERE source = '${ARTICLES}' AND year = 2022),
  sizes AS (
    SELECT country, sum(value) AS total FROM (SELECT origin AS country, value FROM pairs UNION ALL SELECT destination, value FROM pairs) GROUP BY country)
  SELECT 1 - sum(p.value) / sum(CAST(s.total AS DOUBLE) * d.total / (SELECT sum(total) FROM sizes)) AS value, 2022 AS year
  FROM pairs p JOIN sizes s ON s.country = p.origin JOIN sizes d ON d.country = p.destination
  JOIN academic_freedom a ON a.country = p.origin AND a.year = 2022
  JOIN academic_freedom b ON b.country = p.destination AND b.year = 2022
  WHERE (a.value >= ${LINE}) <> (b.value >= ${LINE})`;

export default facts({
  line: {
    says: 'of one: the line between freer and less free countries in this article, a choice of ours',
    sql: `SELECT ${LINE} AS value, 2022 AS year FROM academic_freedom WHERE source = '${FREEDOM}' LIMIT 1`,
    sources: [FREEDOM],
    format: 'times',
    stated: 0.6,
  },
  short_2022: {
    says: 'fewer papers of a freer and a less free country than size and distance suggest',
    sql: short({ year: 2022 }),
    sources: [PAPERS, FREEDOM],
    format: 'percent',
    stated: 0.0766,
    must: ['fewer than expected', (v) => v > 0],
  },
  share_1996: {
    says: 'of all links joined a freer and a less free country',
    sql: share(1996),
    sources: [PAPERS, FREEDOM],
    format: 'percent',
    stated: 0.1,
  },
  share_2022: {
    says: 'of all links joined a freer and a less free country',
    sql: share(2022),
    sources: [PAPERS, FREEDOM],
    format: 'percent',
    stated: 0.322,
  },
  share_fixed: {
    says: 'of all links joined a freer and a less free country, by the index of 2022',
    sql: share(1996, 2022),
    sources: [PAPERS, FREEDOM],
    format: 'percent',
    stated: 0.196,
  },
  crossed: {
    says: 'countries above the line in 2012 and below it in 2022',
    sql: `SELECT count(*) AS value, '2012–2022' AS year FROM academic_freedom a JOIN academic_freedom b ON b.country = a.country AND b.year = 2022
      WHERE a.source = '${FREEDOM}' AND a.year = 2012 AND a.value >= ${LINE} AND b.value < ${LINE}`,
    sources: [FREEDOM],
    format: 'small',
    within: 0.01,
    stated: 8,
  },
  free_2022: {
    says: 'of what is expected: papers of two freer countries',
    sql: ratio(2, { year: 2022 }),
    sources: [PAPERS, FREEDOM],
    format: 'two',
    stated: 1.025,
  },
  unfree_2022: {
    says: 'of what is expected: papers of two less free countries',
    sql: ratio(0, { year: 2022 }),
    sources: [PAPERS, FREEDOM],
    format: 'two',
    stated: 1.163,
    must: ['more than expected', (v) => v > 1.05],
  },
  short_2018: {
    says: 'fewer papers of a freer and a less free country than expected',
    sql: short({ year: 2018 }),
    sources: [PAPERS, FREEDOM],
    format: 'percent',
    stated: 0.023,
    within: 0.3,
  },
  short_2019: {
    says: 'fewer papers of a freer and a less free country than expected',
    sql: short({ year: 2019 }),
    sources: [PAPERS, FREEDOM],
    format: 'percent',
    stated: 0.031,
    within: 0.3,
  },
  kept_2018: {
    says: 'fewer than expected in 2018, by the index of 2012',
    sql: short({ year: 2018, labels: 2012 }),
    sources: [PAPERS, FREEDOM],
    format: 'percent',
    stated: 0.053,
    within: 0.2,
  },
  kept_2022: {
    says: 'fewer than expected in 2022, by the index of 2012',
    sql: short({ year: 2022, labels: 2012 }),
    sources: [PAPERS, FREEDOM],
    format: 'percent',
    stated: 0.1,
  },
  without_largest: {
    says: 'fewer than expected, without the pair of the United States and China',
    sql: short({ year: 2022, besides: WITHOUT_LARGEST }),
    sources: [PAPERS, FREEDOM],
    format: 'percent',
    stated: 0.112,
  },
  like: {
    says: 'of what is expected, for the typical pair less than 0.2 apart on the index',
    sql: typical('apart < 0.2'),
    sources: [PAPERS, FREEDOM],
    format: 'two',
    stated: 0.944,
  },
  unlike: {
    says: 'of what is expected, for the typical pair more than 0.5 apart on the index',
    sql: typical('apart > 0.5'),
    sources: [PAPERS, FREEDOM],
    format: 'two',
    stated: 0.679,
  },
  low_line: {
    says: 'fewer than expected, with the line at 0.5',
    sql: short({ year: 2022, line: 0.5 }),
    sources: [PAPERS, FREEDOM],
    format: 'percent',
    stated: 0.047,
    within: 0.2,
  },
  high_line: {
    says: 'fewer than expected, with the line at 0.8',
    sql: short({ year: 2022, line: 0.8 }),
    sources: [PAPERS, FREEDOM],
    format: 'percent',
    stated: 0.067,
    within: 0.2,
  },
  ncses: {
    says: 'fewer articles of a freer and a less free economy than size alone suggests',
    sql: bySize('articles'),
    sources: [ARTICLES, FREEDOM],
    format: 'percent',
    stated: 0.12,
  },
  same_pairs: {
    says: 'fewer papers of the same pairs than size alone suggests',
    sql: bySize('papers'),
    sources: [PAPERS, ARTICLES, FREEDOM],
    format: 'percent',
    stated: 0.112,
  },
  moves_scopus: {
    says: 'of what is expected: moves between a freer and a less free country',
    sql: ratio(1, { source: SCOPUS, year: 2020 }),
    sources: [SCOPUS, FREEDOM],
    format: 'two',
    stated: 1.066,
    must: ['more than expected', (v) => v > 1],
  },
  moves_openalex: {
    says: 'of what is expected: moves between a freer and a less free country',
    sql: ratio(1, { source: OPENALEX, year: 2020 }),
    sources: [OPENALEX, FREEDOM],
    format: 'two',
    stated: 1.037,
    must: ['more than expected', (v) => v > 1],
  },
  kept_scopus: {
    says: 'of what is expected, by the index of 2012',
    sql: ratio(1, { source: SCOPUS, year: 2020, labels: 2012 }),
    sources: [SCOPUS, FREEDOM],
    format: 'two',
    stated: 0.994,
    within: 0.03,
  },
  kept_openalex: {
    says: 'of what is expected, by the index of 2012',
    sql: ratio(1, { source: OPENALEX, year: 2020, labels: 2012 }),
    sources: [OPENALEX, FREEDOM],
    format: 'two',
    stated: 0.99,
    within: 0.03,
  },
  covered: {
    says: 'of all links are between countries that have the index',
    sql: `SELECT (SELECT sum(f.value) FROM flows f
        JOIN academic_freedom a ON a.country = f.origin AND a.year = 2022
        JOIN academic_freedom b ON b.country = f.destination AND b.year = 2022
        WHERE f.source = '${PAPERS}' AND f.year = 2022) / sum(value) AS value, 2022 AS year
      FROM flows WHERE source = '${PAPERS}' AND year = 2022`,
    sources: [PAPERS, FREEDOM],
    format: 'percent',
    stated: 0.978,
  },
});
