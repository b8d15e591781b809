import { facts } from '../../../publication/fact.ts';

const OPENALEX = 'openalex-copublications';
const NCSES = 'ncses-publications/scopus';
const MOVES = ['scholarly-migration/scopus', 'scholarly-migration/openalex'] as const;
const VISAS = 'us-student-visas';

/** Papers of both over all papers of one with authors abroad. */
const part = (of: 'CHN' | 'USA', year: number): string => `
  SELECT f.value / CAST(w.value AS DOUBLE) AS value, f.year
  FROM flows f JOIN totals w ON w.year = f.year AND w.measure = 'international_works' AND w.source = f.source AND w.country = '${of}'
  WHERE f.source = '${OPENALEX}' AND f.origin = 'CHN' AND f.destination = 'USA' AND f.year = ${year}`;
const partOnScopus = (of: 'CHN' | 'USA', edition: string, year: number): string => `
  SELECT p.value / CAST(w.value AS DOUBLE) AS value, p.year
  FROM publication_pairs p
  JOIN publication_counts w ON w.source = p.source AND w.edition = p.edition AND w.year = p.year AND w.attribute = 'international' AND w.country = '${of}'
  WHERE p.source = '${NCSES}' AND p.edition = '${edition}' AND p.origin = 'CHN' AND p.destination = 'USA' AND p.year = ${year}`;
const papers = (year: number): string => `
  SELECT value, year FROM flows WHERE source = '${OPENALEX}' AND origin = 'CHN' AND destination = 'USA' AND year = ${year}`;
/** More to China than to the United States. */
const net = (base: (typeof MOVES)[number]): string => `
  SELECT c.value - u.value AS value, c.year
  FROM flows c JOIN flows u ON u.source = c.source AND u.year = c.year AND u.origin = 'CHN' AND u.destination = 'USA'
  WHERE c.source = '${base}' AND c.origin = 'USA' AND c.destination = 'CHN' AND c.year = 2020`;
const visas = (year: number): string => `
  SELECT value, year FROM us_student_visas WHERE source = '${VISAS}' AND country = 'CHN' AND visa_class = 'F1' AND year = ${year}`;

export default facts({
  china_2018: {
    says: 'of China’s papers with authors abroad had authors in the United States',
    sql: part('CHN', 2018),
    sources: [OPENALEX],
    format: 'percent',
    stated: 0.4232,
  },
  china_2006: {
    says: 'of China’s papers with authors abroad had authors in the United States, the most in a year from 1990 to 2006',
    sql: `
      ${part('CHN', 2006)} AND 0 IN (
        SELECT count(*) FROM flows e
        JOIN totals t ON t.year = e.year AND t.measure = 'international_works' AND t.source = e.source AND t.country = 'CHN'
        WHERE e.source = '${OPENALEX}' AND e.origin = 'CHN' AND e.destination = 'USA' AND e.year BETWEEN 1990 AND 2005
          AND e.value / CAST(t.value AS DOUBLE) >= f.value / CAST(w.value AS DOUBLE))`,
    sources: [OPENALEX],
    format: 'percent',
    stated: 0.3235,
    must: ['less than in 2022', (v) => v < 0.3293],
  },
  china_2019: {
    says: 'of China’s papers with authors abroad had authors in the United States',
    sql: part('CHN', 2019),
    sources: [OPENALEX],
    format: 'percent',
    stated: 0.4074,
  },
  china_2022: {
    says: 'of China’s papers with authors abroad had authors in the United States',
    sql: part('CHN', 2022),
    sources: [OPENALEX],
    format: 'percent',
    stated: 0.3293,
    must: ['about a third, and less than in 2018', (v) => v < 0.36],
  },
  usa_2018: {
    says: 'of the United States’ papers with authors abroad had authors in China',
    sql: part('USA', 2018),
    sources: [OPENALEX],
    format: 'percent',
    stated: 0.1992,
  },
  usa_2022: {
    says: 'of the United States’ papers with authors abroad had authors in China',
    sql: part('USA', 2022),
    sources: [OPENALEX],
    format: 'percent',
    stated: 0.194,
    must: ['hardly less than in 2018', (v) => v > 0.18 && v < 0.2],
  },
  papers_2020: {
    says: 'papers with authors in both countries',
    sql: papers(2020),
    sources: [OPENALEX],
    format: 'count',
    stated: 84025,
  },
  papers_2022: {
    says: 'papers with authors in both countries, the most of all pairs of countries',
    sql: `
      SELECT f.value, f.year FROM flows f
      WHERE f.source = '${OPENALEX}' AND f.year = 2022 AND f.origin = 'CHN' AND f.destination = 'USA'
        AND f.value IN (SELECT max(value) FROM flows WHERE source = '${OPENALEX}' AND year = 2022)`,
    sources: [OPENALEX],
    format: 'count',
    stated: 77370,
  },
  papers_rise: {
    says: 'more papers with authors in both countries than in 2018; China’s other papers with authors abroad rose by a larger part',
    sql: `
      SELECT b.value / CAST(a.value AS DOUBLE) - 1 AS value, '2018–2022' AS year
      FROM (${papers(2018)}) a CROSS JOIN (${papers(2022)}) b CROSS JOIN (${part('CHN', 2018)}) c CROSS JOIN (${part('CHN', 2022)}) d
      WHERE (b.value / d.value - b.value) / (a.value / c.value - a.value) > b.value / CAST(a.value AS DOUBLE)`,
    sources: [OPENALEX],
    format: 'percent',
    stated: 0.1799,
    must: ['a rise', (v) => v > 0.1],
  },
  affinity_fall: {
    says: 'less affinity in 2022 than in 2017, its highest year',
    sql: `
      SELECT 1 - max(value) FILTER (year = 2022) / max(value) AS value, '2017–2022' AS year FROM pair_indicators
      WHERE source = '${OPENALEX}' AND indicator = 'affinity' AND origin = 'CHN' AND destination = 'USA' AND year BETWEEN 1990 AND 2022`,
    sources: [OPENALEX],
    format: 'percent',
    stated: 0.1746,
  },
  scopus_china_1996: {
    says: 'of China’s articles with authors abroad had authors in the United States, by the edition of 2020',
    sql: partOnScopus('CHN', 'SEI2020', 1996),
    sources: [NCSES],
    format: 'percent',
    stated: 0.374,
  },
  scopus_china_2003: {
    says: 'of China’s articles with authors abroad had authors in the United States, by the edition of 2024',
    sql: partOnScopus('CHN', 'SEI2024', 2003),
    sources: [NCSES],
    format: 'percent',
    stated: 0.3743,
  },
  scopus_china_2018: {
    says: 'of China’s articles with authors abroad had authors in the United States',
    sql: partOnScopus('CHN', 'SEI2020', 2018),
    sources: [NCSES],
    format: 'percent',
    stated: 0.4365,
    must: ['more than in 1996', (v) => v > 0.4],
  },
  scopus_china_2022: {
    says: 'of China’s articles with authors abroad had authors in the United States',
    sql: partOnScopus('CHN', 'SEI2024', 2022),
    sources: [NCSES],
    format: 'percent',
    stated: 0.3211,
    must: ['less than in 2003', (v) => v < 0.36],
  },
  scopus_usa_2018: {
    says: 'of the United States’ articles with authors abroad had authors in China',
    sql: partOnScopus('USA', 'SEI2020', 2018),
    sources: [NCSES],
    format: 'percent',
    stated: 0.2571,
  },
  scopus_usa_2022: {
    says: 'of the United States’ articles with authors abroad had authors in China',
    sql: partOnScopus('USA', 'SEI2024', 2022),
    sources: [NCSES],
    format: 'percent',
    stated: 0.2421,
  },
  links_fall: {
    says: 'percentage points less of China’s links with the United States, partners in Hong Kong, Macao and Taiwan left out',
    sql: `
      SELECT max(part) FILTER (year = 2022) - max(part) FILTER (year = 2018) AS value, '2018–2022' AS year
      FROM (
        SELECT year, max(value) FILTER (partner = 'USA') / CAST(sum(value) AS DOUBLE) AS part FROM ties
        WHERE source = '${OPENALEX}' AND country = 'CHN' AND year IN (2018, 2022) AND partner NOT IN ('HKG', 'MAC', 'TWN')
        GROUP BY year)`,
    sources: [OPENALEX],
    format: 'points',
    stated: -0.0928,
    must: ['a fall', (v) => v < 0],
  },
  net_scopus: {
    says: 'more scholars moved from the United States to China than the other way',
    sql: net(MOVES[0]),
    sources: [MOVES[0]],
    format: 'count',
    stated: 196,
    must: ['more to China', (v) => v > 0],
  },
  net_openalex: {
    says: 'more scholars moved from the United States to China than the other way',
    sql: net(MOVES[1]),
    sources: [MOVES[1]],
    format: 'count',
    stated: 1391,
    must: ['more to China', (v) => v > 0],
  },
  students_2018: {
    says: 'students from China in the United States',
    sql: `SELECT value, year FROM flows WHERE source = 'uis-student-flows' AND origin = 'CHN' AND destination = 'USA' AND year = 2018`,
    sources: ['uis-student-flows'],
    format: 'count',
    stated: 333935,
  },
  visas_2019: {
    says: 'student visas (F-1) issued to nationals of China, fiscal year',
    sql: visas(2019),
    sources: [VISAS],
    format: 'count',
    stated: 105775,
  },
  visas_2024: {
    says: 'student visas (F-1) issued to nationals of China, fiscal year; fewer than to those of India, as in the two years before',
    sql: `
      ${visas(2024)} AND 3 IN (
        SELECT count(*) FROM us_student_visas i
        JOIN us_student_visas c ON c.source = i.source AND c.visa_class = i.visa_class AND c.year = i.year AND c.country = 'CHN'
        WHERE i.source = '${VISAS}' AND i.visa_class = 'F1' AND i.country = 'IND' AND i.year BETWEEN 2022 AND 2024 AND i.value > c.value)`,
    sources: [VISAS],
    format: 'count',
    stated: 82654,
  },
});
