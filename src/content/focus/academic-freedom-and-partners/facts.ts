import { facts } from '../../../publication/fact.ts';

const FREEDOM = 'vdem-academic-freedom';
const PAPERS = 'openalex-copublications';
const ARTICLES = 'ncses-publications/scopus';
const SCOPUS = 'scholarly-migration/scopus';
const OPENALEX = 'scholarly-migration/openalex';
/** Countries at or above it are called freer here. */
const LINE = 0.6;
/** Other lines that the gap is tried with. */
const LOWER = 0.5;
const HIGHER = 0.8;
const choice = (line: number, which: string) => ({
  says: `of one: a ${which} line on the index, to see what hangs on ours`,
  sql: `SELECT ${line} AS value, 2022 AS year FROM academic_freedom WHERE source = '${FREEDOM}' LIMIT 1`,
  sources: [FREEDOM],
  format: 'times' as const,
  stated: line,
});

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
/** What pairs of a freer and a less free country share, over what is expected. */
const across = (choice: Choice): string =>
  `SELECT sum(observed) / sum(expected) AS value, ${choice.year} AS year FROM (${ties(choice)}) WHERE kind = 1`;
/** By what part pairs of a freer and a less free country stay below what is expected. */
const short = (choice: Choice): string => `SELECT 1 - value AS value, year FROM (${across(choice)})`;
/** The same in each year, by that year's index or by that of `labels`. */
const each = ({ labels, besides = 'TRUE' }: { labels?: number; besides?: string }): string => `
  SELECT g.from_year AS year, 1 - sum(g.observed) / sum(g.expected) AS value
  FROM gravity_pairs g
  JOIN academic_freedom a ON a.country = g.origin AND a.year = ${labels ?? 'g.from_year'}
  JOIN academic_freedom b ON b.country = g.destination AND b.year = ${labels ?? 'g.from_year'}
  WHERE g.source = '${PAPERS}' AND g.from_year = g.to_year AND g.from_year BETWEEN 1993 AND 2022 AND g.origin < g.destination
    AND (a.value >= ${LINE}) <> (b.value >= ${LINE}) AND ${besides}
  GROUP BY g.from_year`;
const share = (year: number, labels = year, besides = 'TRUE'): string => `
  SELECT sum(f.value) FILTER ((a.value >= ${LINE}) <> (b.value >= ${LINE})) / sum(f.value) AS value, ${year} AS year
  FROM flows f
  JOIN academic_freedom a ON a.country = f.origin AND a.year = ${labels}
  JOIN academic_freedom b ON b.country = f.destination AND b.year = ${labels}
  WHERE f.source = '${PAPERS}' AND f.year = ${year} AND ${besides}`;
const WITHOUT_CHINA = `f.origin <> 'CHN' AND f.destination <> 'CHN'`;
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
  share_1993: {
    says: 'of all links joined a freer and a less free country',
    sql: share(1993),
    sources: [PAPERS, FREEDOM],
    format: 'percent',
    stated: 0.1175,
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
    sql: share(1993, 2022),
    sources: [PAPERS, FREEDOM],
    format: 'percent',
    stated: 0.1952,
  },
  without_china: {
    says: 'points more of all links without those of China joined a freer and a less free country, by the index of 2022, than in 1993',
    sql: `
      SELECT c.value - b.value AS value, '1993–2022' AS year
      FROM (${share(2022, 2022, WITHOUT_CHINA)}) c CROSS JOIN (${share(1993, 2022, WITHOUT_CHINA)}) b`,
    sources: [PAPERS, FREEDOM],
    format: 'points',
    stated: 0.0991,
    must: ['a rise without China too', (v) => v > 0.05],
  },
  crossed: {
    says: 'countries above the line in 2012 and below it in 2022, India and Brazil among them',
    sql: `
      SELECT count(*) AS value, '2012–2022' AS year
      FROM academic_freedom a JOIN academic_freedom b ON b.country = a.country AND b.year = 2022
      WHERE a.source = '${FREEDOM}' AND a.year = 2012 AND a.value >= ${LINE} AND b.value < ${LINE}
      HAVING count(*) FILTER (a.country IN ('BRA', 'IND')) = 2`,
    sources: [FREEDOM],
    format: 'small',
    within: 0.01,
    stated: 8,
  },
  short_2019: {
    says: 'fewer papers of a freer and a less free country than expected',
    sql: short({ year: 2019 }),
    sources: [PAPERS, FREEDOM],
    format: 'percent',
    stated: 0.031,
    within: 0.3,
  },
  short_2002: {
    says: 'fewer papers of a freer and a less free country than expected',
    sql: short({ year: 2002 }),
    sources: [PAPERS, FREEDOM],
    format: 'percent',
    stated: 0.092,
    must: ['more than in 2022', (v) => v > 0.08],
  },
  short_2005: {
    says: 'fewer papers of a freer and a less free country than expected',
    sql: short({ year: 2005 }),
    sources: [PAPERS, FREEDOM],
    format: 'percent',
    stated: 0.0772,
    must: ['about that of 2022', (v) => Math.abs(v - 0.0766) < 0.004],
  },
  short_2018: {
    says: 'fewer papers of a freer and a less free country than expected, the least of all years since 1993; more in each year after',
    sql: `
      SELECT value, year FROM (
        SELECT *, min(value) OVER () AS least, lead(value, 1) OVER (ORDER BY year) AS next, lead(value, 2) OVER (ORDER BY year) AS third,
          lead(value, 3) OVER (ORDER BY year) AS fourth, lead(value, 4) OVER (ORDER BY year) AS last
        FROM (${each({})}))
      WHERE year = 2018 AND value = least AND value < next AND next < third AND third < fourth AND fourth < last`,
    sources: [PAPERS, FREEDOM],
    format: 'percent',
    stated: 0.0232,
    within: 0.3,
  },
  brazil_2018: {
    says: 'fewer papers of a freer and a less free country than expected, with Brazil above the line as in 2017; it was below in 2018',
    sql: `
      SELECT 1 - sum(g.observed) / sum(g.expected) AS value, 2018 AS year
      FROM gravity_pairs g
      JOIN academic_freedom a ON a.country = g.origin AND a.year = CASE g.origin WHEN 'BRA' THEN 2017 ELSE 2018 END
      JOIN academic_freedom b ON b.country = g.destination AND b.year = CASE g.destination WHEN 'BRA' THEN 2017 ELSE 2018 END
      WHERE g.source = '${PAPERS}' AND g.to_year = 2018 AND g.from_year = 2018 AND g.origin < g.destination
        AND (a.value >= ${LINE}) <> (b.value >= ${LINE})
        AND 1 IN (SELECT count(*) FROM academic_freedom WHERE country = 'BRA' AND year = 2017 AND value >= ${LINE})
        AND 1 IN (SELECT count(*) FROM academic_freedom WHERE country = 'BRA' AND year = 2018 AND value < ${LINE})`,
    sources: [PAPERS, FREEDOM],
    format: 'percent',
    stated: 0.0487,
    must: ['no low', (v) => v > 0.04],
  },
  kept_2018: {
    says: 'fewer than expected, by the index of 2012',
    sql: short({ year: 2018, labels: 2012 }),
    sources: [PAPERS, FREEDOM],
    format: 'percent',
    stated: 0.0531,
  },
  kept_2022: {
    says: 'fewer than expected, by the index of 2012; the most of all years since 1993',
    sql: `SELECT value, year FROM (SELECT *, max(value) OVER () AS most FROM (${each({ labels: 2012 })})) WHERE year = 2022 AND value = most`,
    sources: [PAPERS, FREEDOM],
    format: 'percent',
    stated: 0.1005,
    must: ['more than in 2018', (v) => v > 0.07],
  },
  kept_rest: {
    says: 'points more short of what is expected than in 2018, by the index of 2012, without the pair of the United States and China',
    sql: `
      SELECT c.value - b.value AS value, '2018–2022' AS year
      FROM (${short({ year: 2022, labels: 2012, besides: WITHOUT_LARGEST })}) c
      CROSS JOIN (${short({ year: 2018, labels: 2012, besides: WITHOUT_LARGEST })}) b`,
    sources: [PAPERS, FREEDOM],
    format: 'points',
    stated: 0.0144,
    within: 0.3,
    must: ['less than half of the rise with it', (v) => v > 0 && v < 0.0237],
  },
  rest_1993: {
    says: 'fewer than expected, by the index of 2012, without the pair of the United States and China',
    sql: short({ year: 1993, labels: 2012, besides: WITHOUT_LARGEST }),
    sources: [PAPERS, FREEDOM],
    format: 'percent',
    stated: 0.0211,
    within: 0.3,
  },
  rest_2022: {
    says: 'fewer than expected, by the index of 2012, without the pair of the United States and China',
    sql: short({ year: 2022, labels: 2012, besides: WITHOUT_LARGEST }),
    sources: [PAPERS, FREEDOM],
    format: 'percent',
    stated: 0.1445,
    must: ['grew', (v) => v > 0.08],
  },
  rest_low: {
    says: 'fewer than expected, without the pair of the United States and China, in the year with the smallest gap',
    sql: `SELECT min(value) AS value, '2002–2017' AS year FROM (${each({ besides: WITHOUT_LARGEST })}) WHERE year BETWEEN 2002 AND 2017`,
    sources: [PAPERS, FREEDOM],
    format: 'percent',
    stated: 0.1043,
    must: ['below 2022', (v) => v < 0.1125],
  },
  rest_high: {
    says: 'fewer than expected, without the pair of the United States and China, in the year with the widest gap',
    sql: `SELECT max(value) AS value, '2002–2017' AS year FROM (${each({ besides: WITHOUT_LARGEST })}) WHERE year BETWEEN 2002 AND 2017`,
    sources: [PAPERS, FREEDOM],
    format: 'percent',
    stated: 0.1188,
    must: ['above 2022', (v) => v > 0.1125],
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
  line_low: choice(LOWER, 'lower'),
  line_high: choice(HIGHER, 'higher'),
  short_low: {
    says: `fewer than expected, with the line at ${LOWER}`,
    sql: short({ year: 2022, line: LOWER }),
    sources: [PAPERS, FREEDOM],
    format: 'percent',
    stated: 0.047,
    within: 0.2,
    must: ['fewer than expected', (v) => v > 0],
  },
  short_high: {
    says: `fewer than expected, with the line at ${HIGHER}`,
    sql: short({ year: 2022, line: HIGHER }),
    sources: [PAPERS, FREEDOM],
    format: 'percent',
    stated: 0.06,
    within: 0.2,
    must: ['fewer than expected', (v) => v > 0],
  },
  by_size: {
    says: 'fewer than size alone suggests, in articles (NCSES) and in papers (OpenAlex) of the same pairs, whichever shows less',
    sql: `SELECT min(value) AS value, 2022 AS year FROM (SELECT value FROM (${bySize('articles')}) UNION ALL SELECT value FROM (${bySize('papers')}))`,
    sources: [ARTICLES, PAPERS, FREEDOM],
    format: 'percent',
    stated: 0.112,
    must: ['fewer in both', (v) => v > 0],
  },
  moves_scopus: {
    says: 'of what is expected: moves between a freer and a less free country',
    sql: across({ source: SCOPUS, year: 2020 }),
    sources: [SCOPUS, FREEDOM],
    format: 'two',
    stated: 1.066,
    must: ['more than expected', (v) => v > 1],
  },
  moves_openalex: {
    says: 'of what is expected: moves between a freer and a less free country',
    sql: across({ source: OPENALEX, year: 2020 }),
    sources: [OPENALEX, FREEDOM],
    format: 'two',
    stated: 1.037,
    must: ['more than expected', (v) => v > 1],
  },
  moves_else: {
    says: 'of what is expected at most, in either base, by the index of 2012 or without moves between the United States and China',
    sql: `
      SELECT max(value) AS value, 2020 AS year FROM (
        ${[SCOPUS, OPENALEX]
          .flatMap((source) => [
            across({ source, year: 2020, labels: 2012 }),
            across({ source, year: 2020, besides: WITHOUT_LARGEST }),
          ])
          .join(' UNION ALL ')})`,
    sources: [SCOPUS, OPENALEX, FREEDOM],
    format: 'two',
    stated: 0.994,
    within: 0.03,
    must: ['not above what is expected', (v) => v <= 1],
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
