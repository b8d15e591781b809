import { facts } from '../../../publication/fact.ts';

const PAPERS = 'openalex-copublications';
const ARTICLES = 'ncses-publications/scopus';
const SCOPUS = 'scholarly-migration/scopus';
const OPENALEX = 'scholarly-migration/openalex';
const STUDENTS = 'uis-student-totals';

const agreement = (comparison: string, year: number, column: string): string => `
  SELECT ${column} AS value, year FROM source_agreement WHERE comparison = '${comparison}' AND year = ${year}`;
/** Change from the year before of international papers in both sources, by economy and year. */
const CHANGES = `
  SELECT o.country, o.year, o.value * 1.0 / p.value - 1 AS papers, n.value * 1.0 / m.value - 1 AS articles
  FROM totals o
  JOIN totals p ON p.country = o.country AND p.source = o.source AND p.measure = o.measure AND p.year = o.year - 1
  JOIN publication_counts n ON n.country = o.country AND n.year = o.year
  JOIN publication_counts m ON m.country = n.country AND m.source = n.source AND m.edition = n.edition AND m.attribute = n.attribute AND m.year = n.year - 1
  WHERE o.measure = 'international_works' AND o.source = '${PAPERS}' AND o.country <> 'WLD'
    AND n.source = '${ARTICLES}' AND n.edition = 'SEI2024' AND n.attribute = 'international'`;
const opposite = (where: string, words: string, least = 0): string => `
  SELECT count(*) AS value, '${words}' AS year FROM (${CHANGES})
  WHERE ${where} AND (papers > ${least} AND articles < -${least} OR papers < -${least} AND articles > ${least})`;
/** Cases, an economy in a year each, by whether the mean of the two changes is within three in a hundred of zero. */
const NEAR = 'abs(papers + articles) / 2 < 0.03';
const cases = (where: string, words = '2004–2022'): string =>
  `SELECT count(*) AS value, '${words}' AS year FROM (${CHANGES}) WHERE year BETWEEN 2004 AND 2022 AND ${where}`;
const canada = (change: string): string =>
  `SELECT ${change} AS value, '2021–2022' AS year FROM (${CHANGES}) WHERE country = 'CAN' AND year = 2022`;
/** Countries with a thousand moves in each base, and what each says of gain and loss. */
const GAINS = `
  SELECT * FROM (
    SELECT country,
      sum(CASE WHEN source = '${SCOPUS}' THEN CASE measure WHEN 'scholars_in' THEN value ELSE -value END ELSE 0 END) AS s,
      sum(CASE WHEN source = '${OPENALEX}' THEN CASE measure WHEN 'scholars_in' THEN value ELSE -value END ELSE 0 END) AS o,
      least(sum(CASE WHEN source = '${SCOPUS}' THEN value ELSE 0 END), sum(CASE WHEN source = '${OPENALEX}' THEN value ELSE 0 END)) AS size
    FROM totals WHERE measure IN ('scholars_in', 'scholars_out') AND source IN ('${SCOPUS}', '${OPENALEX}') AND year = 2020 AND country <> 'WLD'
    GROUP BY country)
  WHERE size >= 1000`;
const closeness = (column: string): string => `
  SELECT ${column} AS value, year FROM index_comparison
  WHERE source = '${ARTICLES}' AND origin = 'CHN' AND destination = 'USA' AND year = 2022`;
const visas = (year: number): string => `
  SELECT sum(value) AS value FROM us_student_visas WHERE source = 'us-student-visas' AND visa_class = 'F1' AND year = ${year}`;

export default facts({
  order_papers: {
    says: 'rank correlation of international papers of countries, OpenAlex and NCSES',
    sql: agreement('international-papers-openalex-ncses', 2022, 'rank_correlation'),
    sources: [PAPERS, ARTICLES],
    format: 'two',
    stated: 0.9833,
    must: ['nearly the same order', (v) => v > 0.95],
  },
  economies: {
    says: 'economies in both sources',
    sql: agreement('international-papers-openalex-ncses', 2022, 'compared'),
    sources: [PAPERS, ARTICLES],
    format: 'count',
    stated: 46,
  },
  canada_papers: {
    says: 'fewer papers with authors abroad in Canada than the year before, OpenAlex',
    sql: canada('-papers'),
    sources: [PAPERS],
    format: 'percent',
    stated: 0.0273,
    must: ['a fall', (v) => v > 0],
  },
  canada_articles: {
    says: 'more articles with authors abroad in Canada than the year before, NCSES',
    sql: canada('articles'),
    sources: [ARTICLES],
    format: 'percent',
    stated: 0.0312,
    must: ['a rise', (v) => v > 0],
  },
  size_papers: {
    says: 'times as many international papers in OpenAlex as in NCSES, for the country in the middle',
    sql: agreement('international-papers-openalex-ncses', 2022, 'median_ratio'),
    sources: [PAPERS, ARTICLES],
    format: 'two',
    stated: 1.4157,
  },
  size_1996: {
    says: 'times as many in 1996, for the country in the middle',
    sql: agreement('international-papers-openalex-ncses', 1996, 'median_ratio'),
    sources: [PAPERS, ARTICLES],
    format: 'two',
    stated: 0.887,
    must: ['fewer than in NCSES', (v) => v < 1],
  },
  opposite_2022: {
    says: 'economies whose international papers rose in one source and fell in the other',
    sql: opposite('year = 2022', '2021–2022'),
    sources: [PAPERS, ARTICLES],
    format: 'count',
    stated: 14,
  },
  opposite_clear: {
    says: 'of these move by more than 1% in both sources',
    sql: opposite('year = 2022', '2021–2022', 0.01),
    sources: [PAPERS, ARTICLES],
    format: 'small',
    stated: 9,
  },
  opposite_before: {
    says: 'such cases in all the years from 2004 to 2021 together, none of them in 2020',
    sql: `${opposite('year BETWEEN 2004 AND 2021', '2004–2021')} HAVING count(*) FILTER (year = 2020) = 0`,
    sources: [PAPERS, ARTICLES],
    format: 'count',
    stated: 18,
  },
  cases_before: {
    says: 'cases, an economy in a year each, that both sources cover',
    sql: cases('year < 2022', '2004–2021'),
    sources: [PAPERS, ARTICLES],
    format: 'count',
    stated: 828,
    within: 0.03,
  },
  near: {
    says: 'cases in which the mean of the two changes is within 3% of zero',
    sql: cases(NEAR),
    sources: [PAPERS, ARTICLES],
    format: 'count',
    stated: 56,
  },
  near_opposite: {
    says: 'of these rise in one source and fall in the other',
    sql: cases(`${NEAR} AND papers * articles < 0`),
    sources: [PAPERS, ARTICLES],
    format: 'count',
    stated: 29,
    must: ['many of the cases near zero', (v) => v > 15],
  },
  far: {
    says: 'cases in which the mean of the two changes is further from zero',
    sql: cases(`NOT (${NEAR})`),
    sources: [PAPERS, ARTICLES],
    format: 'count',
    stated: 818,
    within: 0.03,
  },
  far_opposite: {
    says: 'of these rise in one source and fall in the other',
    sql: cases(`NOT (${NEAR}) AND papers * articles < 0`),
    sources: [PAPERS, ARTICLES],
    format: 'small',
    stated: 3,
    within: 0.7,
    must: ['hardly any', (v) => v <= 5],
  },
  gain_or_loss: {
    says: 'countries that gain scholars in one base and lose them in the other; the largest is the United States, which gains on Scopus',
    sql: `
      SELECT count(*) AS value, 2020 AS year FROM (${GAINS}) WHERE sign(s) <> sign(o)
      HAVING max_by(country, size) = 'USA' AND max(CASE country WHEN 'USA' THEN s END) > 0`,
    sources: [SCOPUS, OPENALEX],
    format: 'small',
    stated: 7,
  },
  gain_of: {
    says: 'countries with a thousand moves or more in each base',
    sql: `SELECT count(*) AS value, 2020 AS year FROM (${GAINS})`,
    sources: [SCOPUS, OPENALEX],
    format: 'count',
    stated: 48,
  },
  order_routes: {
    says: 'rank correlation of moves of scholars between pairs of countries, both bases',
    sql: agreement('scholars-pairs', 2020, 'rank_correlation'),
    sources: [SCOPUS, OPENALEX],
    format: 'two',
    stated: 0.8105,
  },
  index_china: {
    says: 'index of collaboration of China and the United States, NCSES',
    sql: closeness('collaboration_index'),
    sources: [ARTICLES],
    format: 'two',
    stated: 1,
  },
  affinity_china: {
    says: 'affinity of China and the United States over links',
    sql: closeness('affinity'),
    sources: [PAPERS],
    format: 'two',
    stated: 1.8956,
  },
  affinity_own: {
    says: 'affinity of China and the United States over links of the same articles of NCSES',
    sql: closeness('affinity_closed'),
    sources: [ARTICLES],
    format: 'two',
    stated: 1.9962,
  },
  flipped: {
    says: 'of pairs are above the expected by one measure and below it by the other',
    sql: `SELECT avg(CASE WHEN affinity > 1 AND collaboration_index < 1 OR affinity < 1 AND collaboration_index > 1 THEN 1 ELSE 0 END) AS value, 2022 AS year
      FROM index_comparison WHERE source = '${ARTICLES}' AND year = 2022`,
    sources: [PAPERS, ARTICLES],
    format: 'percent',
    stated: 0.1807,
  },
  visas_fall: {
    says: 'fewer student visas (F-1) of the United States than in 2015',
    sql: `SELECT 1 - (${visas(2018)}) / (${visas(2015)}) AS value, '2015–2018' AS year`,
    sources: ['us-student-visas'],
    format: 'percent',
    stated: 0.4366,
  },
  students_rise: {
    says: 'more students from abroad in the United States than in 2015',
    sql: `SELECT max(value) FILTER (year = 2018) * 1.0 / max(value) FILTER (year = 2015) - 1 AS value, '2015–2018' AS year
      FROM totals WHERE country = 'USA' AND measure = 'inbound_students' AND source = '${STUDENTS}'`,
    sources: [STUDENTS],
    format: 'percent',
    stated: 0.0882,
  },
});
