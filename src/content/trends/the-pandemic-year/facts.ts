import { facts } from '../../../publication/fact.ts';

const PAPERS = 'openalex-copublications';
const ARTICLES = 'ncses-publications/scopus';
const SCOPUS = 'scholarly-migration/scopus';
const OPENALEX = 'scholarly-migration/openalex';
/** Arrivals in 2019 that a country has at least where only those with more are taken. */
const CUT = 500;

const visas = (year: number): string => `
  SELECT sum(value) AS value, 'fiscal year ${year}' AS year FROM us_student_visas
  WHERE source = 'us-student-visas' AND visa_class = 'F1' AND year = ${year}`;
/** Falls of scholars who came or left, of one base. */
const scholarFalls = (base: string, which: string): string => `
  SELECT count(*) AS value, 2020 AS year FROM falls
  WHERE layer = 'scholars' AND source = '${base}' AND year = 2020 AND ${which}`;
/** What Scopus has where OpenAlex shows a fall of scholars in 2020; `z` is the change on the log scale over its standard error, as falls takes it. */
const ELSEWHERE = `
  SELECT f.country, f.measure, f.before AS before_openalex, b.value AS before_scopus, 1 - a.value / CAST(b.value AS DOUBLE) AS fall,
    ln((a.value + 0.5) / (b.value + 0.5)) / sqrt(1 / (a.value + 0.5) + 1 / (b.value + 0.5)) AS z
  FROM falls f
  JOIN totals a ON a.country = f.country AND a.measure = f.measure AND a.source = '${SCOPUS}' AND a.year = 2020
  JOIN totals b ON b.country = f.country AND b.measure = f.measure AND b.source = '${SCOPUS}' AND b.year = 2019
  WHERE f.layer = 'scholars' AND f.source = '${OPENALEX}' AND f.year = 2020`;
/** By what part all countries together fell (above zero) or rose. */
const world = (base: string, sign: '' | '-'): string => `
  SELECT ${sign}(1 - sum(value) FILTER (year = 2020) / sum(value) FILTER (year = 2019)) AS value, '2019–2020' AS year
  FROM flows WHERE layer = 'scholars' AND source = '${base}' AND year IN (2019, 2020)`;
/** Economies whose falls of papers both sources show. */
const BOTH = `
  SELECT country FROM falls
  WHERE layer = 'papers' AND source IN ('${PAPERS}', '${ARTICLES}') AND year = 2022 AND shown = 'yes'
  GROUP BY country HAVING count(*) = 2`;
const russia = (source: string): string => `
  SELECT fall AS value, year FROM falls WHERE layer = 'papers' AND source = '${source}' AND country = 'RUS' AND year = 2022`;

const ranked = (column: string): string =>
  `rank() OVER (ORDER BY ${column}) + (count(*) OVER (PARTITION BY ${column}) - 1) / 2.0`;
/** Spearman's rank correlation of a spread of partners in the year before with the change to a year. */
const spread = (
  changes: string,
  indicator: string,
  { of, year, least }: { of: string; year: number; least: number },
): string => `
  SELECT corr(x, y) AS value, '${year - 1}–${year}' AS year FROM (
    SELECT ${ranked('i.value')} AS x, ${ranked('c.value')} AS y
    FROM (
      SELECT a.country, a.value / b.value AS value
      FROM (${changes}) a JOIN (${changes}) b ON b.country = a.country AND b.year = ${year - 1}
      WHERE a.year = ${year} AND b.value >= ${least}) c
    JOIN country_indicators i ON i.country = c.country AND i.indicator = '${indicator}' AND i.source = '${of}' AND i.year = ${year - 1})`;
const arrivals = (base: string, least: number): string =>
  spread(
    `SELECT country, year, CAST(value AS DOUBLE) AS value FROM totals WHERE measure = 'scholars_in' AND source = '${base}' AND country <> 'WLD'`,
    'effective_origins',
    { of: base, year: 2020, least },
  );
const papers = (year: number): string =>
  spread(
    `SELECT country, year, CAST(value AS DOUBLE) AS value FROM totals WHERE measure = 'international_works' AND source = '${PAPERS}' AND country <> 'WLD'`,
    'effective_partners',
    { of: PAPERS, year, least: 1000 },
  );
const articles = (year: number): string =>
  spread(
    `SELECT country, year, CAST(value AS DOUBLE) AS value FROM publication_counts
     WHERE attribute = 'international' AND source = '${ARTICLES}' AND edition = 'SEI2024' AND country <> 'WLD'`,
    'effective_partners',
    { of: PAPERS, year, least: 1000 },
  );
const weak = (says: string, stated: number) => ({
  says,
  format: 'two' as const,
  stated,
  // Near zero a part of the value says nothing: what is claimed is that it stays near zero.
  within: 3,
  must: ['no clear association', (v: number) => Math.abs(v) < 0.2] as const,
});

export default facts({
  visas_2019: {
    says: 'student visas (F-1) issued by the United States',
    sql: visas(2019),
    sources: ['us-student-visas'],
    format: 'count',
    stated: 364132,
  },
  visas_2020: {
    says: 'student visas (F-1) issued by the United States',
    sql: visas(2020),
    sources: ['us-student-visas'],
    format: 'count',
    stated: 111360,
  },
  visas_2022: {
    says: 'student visas (F-1) issued by the United States',
    sql: visas(2022),
    sources: ['us-student-visas'],
    format: 'count',
    stated: 411052,
    must: ['more than in 2019', (v) => v > 364132],
  },
  exchange_fall: {
    says: 'fewer exchange students in Taiwan than in 2019, without visiting students from mainland China',
    sql: `
      SELECT 1 - sum(value) FILTER (year = 2020) / sum(value) FILTER (year = 2019) AS value, '2019–2020' AS year
      FROM taiwan_foreign_students WHERE source = 'taiwan-foreign-students' AND student_type = 'Exchange students'`,
    sources: ['taiwan-foreign-students'],
    format: 'percent',
    stated: 0.571,
  },
  degree_fall: {
    says: 'fewer degree students of all three kinds in Taiwan than in 2019; without those from mainland China there were more',
    sql: `
      SELECT 1 - sum(value) FILTER (year = 2020) / sum(value) FILTER (year = 2019) AS value, '2019–2020' AS year
      FROM taiwan_foreign_students WHERE source = 'taiwan-foreign-students' AND kind = 'degree'
      HAVING sum(value) FILTER (year = 2020 AND student_type NOT LIKE '%mainland%') > sum(value) FILTER (year = 2019 AND student_type NOT LIKE '%mainland%')`,
    sources: ['taiwan-foreign-students'],
    format: 'percent',
    stated: 0.01798,
    must: ['hardly fell', (v) => v > 0 && v < 0.05],
  },
  paper_falls: {
    says: 'of the countries shows a fall of its international papers, in either source',
    sql: `SELECT count(*) AS value, 2020 AS year FROM falls
      WHERE layer = 'papers' AND source IN ('${PAPERS}', '${ARTICLES}') AND year = 2020`,
    sources: [PAPERS, ARTICLES],
    format: 'small',
    stated: 0,
  },
  articles_rise: {
    says: 'more international articles in the world than in 2019',
    sql: `SELECT max(value) FILTER (year = 2020) / max(value) FILTER (year = 2019) - 1 AS value, '2019–2020' AS year
      FROM publication_counts
      WHERE country = 'WLD' AND attribute = 'international' AND source = '${ARTICLES}' AND edition = 'SEI2024'`,
    sources: [ARTICLES],
    format: 'percent',
    stated: 0.0773,
  },
  scholar_falls: {
    says: 'falls in the scholars who came to a country or left it',
    sql: scholarFalls(OPENALEX, 'TRUE'),
    sources: [OPENALEX],
    format: 'count',
    stated: 57,
  },
  same_way: {
    says: 'of these cases in which the Scopus base fell in the same year, each time by a smaller part',
    sql: `${scholarFalls(OPENALEX, `second_source = '${SCOPUS}' AND second_year = 2020 AND second_fall > 0`)} HAVING max(second_fall / fall) < 1`,
    sources: [OPENALEX, SCOPUS],
    format: 'count',
    stated: 25,
    must: ['fewer than half, and many', (v) => v > 15 && v < 29],
  },
  confirmed: {
    says: 'of these falls shows in the Scopus base too, beyond chance by the same test',
    sql: scholarFalls(OPENALEX, `shown = 'yes'`),
    sources: [OPENALEX, SCOPUS],
    format: 'small',
    stated: 0,
  },
  italy_out: {
    says: 'fewer scholars left Italy than in 2019 in the Scopus base, the fall farthest from chance there of those that the OpenAlex base shows',
    sql: `SELECT fall AS value, '2019–2020' AS year FROM (${ELSEWHERE}) WHERE country = 'ITA' AND measure = 'scholars_out'
      AND z IN (SELECT min(z) FROM (${ELSEWHERE}))`,
    sources: [OPENALEX, SCOPUS],
    format: 'percent',
    stated: 0.0533,
  },
  level: {
    says: 'the level of a plain interval for one year',
    sql: `SELECT 0.95 AS value, 2020 AS year FROM falls WHERE source = '${OPENALEX}' LIMIT 1`,
    sources: [OPENALEX],
    format: 'percent',
    stated: 0.95,
  },
  plain: {
    says: 'of these falls in the Scopus base too, by the 95% interval of that year alone; in all of these cases Scopus counts fewer scholars',
    sql: `SELECT count(*) FILTER (z < -1.96) AS value, 2020 AS year FROM (${ELSEWHERE})
      HAVING max(CAST(before_scopus AS DOUBLE) / before_openalex) < 1 AND min(abs(fall)) > 0`,
    sources: [OPENALEX, SCOPUS],
    format: 'small',
    stated: 3,
    within: 0.01,
  },
  plain_rises: {
    says: 'of these cases with a rise in the Scopus base, by the 95% interval of that year alone',
    sql: `SELECT count(*) AS value, 2020 AS year FROM (${ELSEWHERE}) WHERE z > 1.96`,
    sources: [OPENALEX, SCOPUS],
    format: 'count',
    stated: 14,
  },
  moves_openalex: {
    says: 'fewer moves of scholars than in 2019',
    sql: world(OPENALEX, ''),
    sources: [OPENALEX],
    format: 'percent',
    stated: 0.0715,
  },
  moves_scopus: {
    says: 'more moves of scholars than in 2019',
    sql: world(SCOPUS, '-'),
    sources: [SCOPUS],
    format: 'percent',
    stated: 0.0356,
  },
  fallen_2022: {
    says: 'economies whose international papers fell in both sources, beyond chance',
    sql: `SELECT count(*) AS value, 2022 AS year FROM (${BOTH})`,
    sources: [PAPERS, ARTICLES],
    format: 'small',
    stated: 7,
    within: 0.01,
  },
  russia_papers: {
    says: 'fall of Russia’s international papers',
    sql: russia(PAPERS),
    sources: [PAPERS],
    format: 'percent',
    stated: 0.1451,
  },
  russia_articles: {
    says: 'fall of Russia’s international articles',
    sql: russia(ARTICLES),
    sources: [ARTICLES],
    format: 'percent',
    stated: 0.1248,
  },
  spread_openalex: {
    ...weak('rank correlation of the spread of origins in 2019 with the change of arrivals', 0.06),
    sql: arrivals(OPENALEX, 100),
    sources: [OPENALEX],
  },
  spread_scopus: {
    ...weak('rank correlation of the spread of origins in 2019 with the change of arrivals', -0.09),
    sql: arrivals(SCOPUS, 100),
    sources: [SCOPUS],
  },
  cut: {
    says: 'arrivals in 2019 or more: the higher cut, a choice of ours; the figures take a hundred',
    sql: `SELECT ${CUT} AS value, 2019 AS year FROM totals WHERE source = '${OPENALEX}' LIMIT 1`,
    sources: [OPENALEX],
    format: 'count',
    stated: 500,
  },
  spread_openalex_500: {
    ...weak('rank correlation among countries with at least 500 arrivals', 0.05),
    sql: arrivals(OPENALEX, CUT),
    sources: [OPENALEX],
  },
  spread_scopus_500: {
    ...weak('rank correlation among countries with at least 500 arrivals', -0.15),
    sql: arrivals(SCOPUS, CUT),
    sources: [SCOPUS],
  },
  spread_papers_2021: {
    ...weak('rank correlation of the spread of partners in 2020 with the change of papers', 0.19),
    must: ['a weak association', (v: number) => v > 0.1 && v < 0.3] as const,
    sql: papers(2021),
    sources: [PAPERS],
  },
  spread_papers_2022: {
    ...weak('rank correlation of the spread of partners in 2021 with the change of papers', 0.02),
    sql: papers(2022),
    sources: [PAPERS],
  },
  spread_articles_2022: {
    ...weak('rank correlation of the spread of partners in 2021 with the change of articles', 0.01),
    sql: articles(2022),
    sources: [PAPERS, ARTICLES],
  },
});
