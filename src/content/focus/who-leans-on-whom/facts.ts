import { facts, type Fact } from '../../../publication/fact.ts';
import { ENOUGH, INCOME, leans, OPENALEX } from './leans.ts';

const SCOPUS_MOVES = 'scholarly-migration/scopus';
const OPENALEX_MOVES = 'scholarly-migration/openalex';
/** Papers with authors abroad that a country had at least in 2010 to be followed from then on, as in the figure. */
const ENOUGH_AT_FIRST = 200;

/** The median country of an income group. */
const median = (column: 'share' | 'back', income: string): string => `
  WITH ${leans(2022)}
  SELECT median(${column}) AS value, 2022 AS year FROM leans WHERE year = 2022 AND works >= ${ENOUGH} AND income = '${income}'`;
const counted = (what: string): string => `
  WITH ${leans(2022)} SELECT ${what} AS value, 2022 AS year FROM leans WHERE year = 2022 AND works >= ${ENOUGH}`;
const links = (income: string): string => `
  SELECT median(i.value) AS value, 2022 AS year
  FROM country_indicators i
  JOIN countries c ON c.iso3 = i.country
  JOIN totals w ON w.country = i.country AND w.year = i.year AND w.source = i.source AND w.measure = 'international_works'
  WHERE i.source = '${OPENALEX}' AND i.indicator = 'largest_partner_share' AND i.year = 2022 AND w.value >= ${ENOUGH} AND c.income_group = '${income}'`;
/** How far the median low-income country is above the high-income one, the same countries in every year, as in the figure. */
const gap = (year: number, { stated, must }: Pick<Fact, 'stated'> & Required<Pick<Fact, 'must'>>): Fact => ({
  says: `points between the first partner’s share in the median low-income and high-income country, countries with at least ${ENOUGH_AT_FIRST} papers with authors abroad in 2010`,
  sql: `
    WITH ${leans(2010, 2022)}
    SELECT median(share) FILTER (income = 'Low income') - median(share) FILTER (income = 'High income') AS value, ${year} AS year
    FROM leans WHERE year = ${year} AND country IN (SELECT country FROM leans WHERE year = 2010 AND works >= ${ENOUGH_AT_FIRST})`,
  sources: [OPENALEX, INCOME],
  format: 'points',
  stated,
  must,
});
const uganda = (column: 'share' | 'back'): string => `
  WITH ${leans(2022)} SELECT ${column} AS value, year FROM leans WHERE year = 2022 AND country = 'UGA' AND partner = 'USA'`;
/** Of those who go between high-income countries and another group, the part that goes to the high-income side. */
const toRich = (source: string, income: string, from: number, to: number, but = ''): string => `
  SELECT sum(e.r) / CAST(sum(e.c + e.r) AS DOUBLE) AS value, '${from === to ? from : `${from}–${to}`}' AS year
  FROM exchanges e JOIN countries a ON a.iso3 = e.origin JOIN countries b ON b.iso3 = e.destination
  WHERE e.source = '${source}' AND e.year BETWEEN ${from} AND ${to} AND a.income_group = 'High income' AND b.income_group = '${income}' ${but}`;

export default facts({
  uganda_share: {
    says: 'of Uganda’s papers with authors abroad had authors in the United States, its first partner',
    sql: uganda('share'),
    sources: [OPENALEX],
    format: 'percent',
    stated: 0.4405,
  },
  uganda_back: {
    says: 'of the United States’ papers with authors abroad had authors in Uganda',
    sql: uganda('back'),
    sources: [OPENALEX],
    format: 'percent',
    stated: 0.0041,
  },
  low_share: {
    says: 'of the papers with authors abroad had the first partner in them, median low-income country',
    sql: median('share', 'Low income'),
    sources: [OPENALEX, INCOME],
    format: 'percent',
    stated: 0.364,
  },
  high_share: {
    says: 'of the papers with authors abroad had the first partner in them, median high-income country',
    sql: median('share', 'High income'),
    sources: [OPENALEX, INCOME],
    format: 'percent',
    stated: 0.2819,
  },
  low_back: {
    says: 'of the first partner’s papers with authors abroad had the country in them, median low-income country',
    sql: median('back', 'Low income'),
    sources: [OPENALEX, INCOME],
    format: 'percent',
    stated: 0.0043,
  },
  high_back: {
    says: 'of the first partner’s papers with authors abroad had the country in them, median high-income country',
    sql: median('back', 'High income'),
    sources: [OPENALEX, INCOME],
    format: 'percent',
    stated: 0.0209,
  },
  countries: {
    says: `countries with at least ${ENOUGH} papers with authors abroad`,
    sql: counted('count(*)'),
    sources: [OPENALEX],
    format: 'count',
    stated: 141,
  },
  low_countries: {
    says: `low-income countries with at least ${ENOUGH} papers with authors abroad`,
    sql: `${counted('count(*)')} AND income = 'Low income'`,
    sources: [OPENALEX, INCOME],
    format: 'small',
    stated: 16,
    within: 0,
  },
  mutual: {
    says: 'of them are the first partner of their own first partner',
    sql: counted('sum(CASE back_place WHEN 1 THEN 1 ELSE 0 END)'),
    sources: [OPENALEX],
    format: 'small',
    stated: 8,
    within: 0.01,
    must: ['four pairs', (v) => v === 8],
  },
  followed: {
    says: `low-income countries that had at least ${ENOUGH_AT_FIRST} papers with authors abroad in 2010, and are followed from then on`,
    sql: `
      WITH ${leans(2010)}
      SELECT count(*) AS value, 2010 AS year FROM leans WHERE year = 2010 AND works >= ${ENOUGH_AT_FIRST} AND income = 'Low income'`,
    sources: [OPENALEX, INCOME],
    format: 'small',
    stated: 10,
    within: 0,
  },
  gap_2010: gap(2010, { stated: 0.1345, must: ['wider than in 2022', (v) => v > 0.1] }),
  gap_2019: gap(2019, { stated: 0.0778, must: ['more in low-income countries', (v) => v > 0] }),
  gap_2020: gap(2020, { stated: 0.0344, must: ['less than in 2019', (v) => v < 0.06] }),
  gap_2022: gap(2022, { stated: 0.0823, must: ['between 2020 and 2010', (v) => v > 0.05 && v < 0.1] }),
  links_low: {
    says: 'of all links were with the first partner, median low-income country',
    sql: links('Low income'),
    sources: [OPENALEX, INCOME],
    format: 'percent',
    stated: 0.1298,
  },
  links_high: {
    says: 'of all links were with the first partner, median high-income country',
    sql: links('High income'),
    sources: [OPENALEX, INCOME],
    format: 'percent',
    stated: 0.1104,
  },
  gap_2020_wide: {
    says: 'points between the first partner’s share in the median low-income and high-income country, the countries counted in 2022',
    sql: `
      WITH ${leans(2020, 2022)}
      SELECT median(share) FILTER (income = 'Low income') - median(share) FILTER (income = 'High income') AS value, 2020 AS year
      FROM leans WHERE year = 2020 AND country IN (SELECT country FROM leans WHERE year = 2022 AND works >= ${ENOUGH})`,
    sources: [OPENALEX, INCOME],
    format: 'points',
    stated: 0.1011,
    must: ['no low of that year', (v) => v > 0.08],
  },
  gap_all: {
    says: 'points between the same in 2022, countries with fewer papers included',
    sql: `
      WITH ${leans(2022)}
      SELECT median(share) FILTER (income = 'Low income') - median(share) FILTER (income = 'High income') AS value, 2022 AS year
      FROM leans WHERE year = 2022`,
    sources: [OPENALEX, INCOME],
    format: 'points',
    stated: 0.0333,
    must: ['more in low-income countries', (v) => v > 0],
  },
  above_all: {
    says: 'of all comparisons of a low-income country with a high-income one have the higher share on the low-income side, countries with fewer papers included',
    sql: `
      WITH ${leans(2022)}
      SELECT avg(CASE WHEN l.share > h.share THEN 1.0 ELSE 0.0 END) AS value, 2022 AS year
      FROM leans l JOIN leans h ON h.year = l.year
      WHERE l.year = 2022 AND l.income = 'Low income' AND h.income = 'High income'`,
    sources: [OPENALEX, INCOME],
    format: 'percent',
    stated: 0.462,
    must: ['fewer than half', (v) => v < 0.5],
  },
  same_first: {
    says: 'of 46 economies have the same first partner on Scopus as in OpenAlex',
    sql: `
      WITH sides AS (
        SELECT origin AS country, destination AS partner, value FROM publication_pairs
        WHERE source = 'ncses-publications/scopus' AND edition = 'SEI2024' AND year = 2022
        UNION ALL
        SELECT destination, origin, value FROM publication_pairs
        WHERE source = 'ncses-publications/scopus' AND edition = 'SEI2024' AND year = 2022),
      scopus AS (SELECT *, row_number() OVER (PARTITION BY country ORDER BY value DESC, partner) AS place FROM sides),
      openalex AS (
        SELECT t.country, t.partner, row_number() OVER (PARTITION BY t.country ORDER BY t.value DESC, t.partner) AS place FROM ties t
        WHERE t.source = '${OPENALEX}' AND t.year = 2022
          AND t.country IN (SELECT country FROM sides) AND t.partner IN (SELECT country FROM sides))
      SELECT sum(CASE WHEN s.partner = o.partner THEN 1.0 ELSE 0.0 END) / count(*) AS value, 2022 AS year
      FROM scopus s JOIN openalex o ON o.country = s.country AND o.place = 1 WHERE s.place = 1`,
    sources: ['ncses-publications/scopus', OPENALEX],
    format: 'percent',
    stated: 0.8043,
  },
  students_lower: {
    says: 'of the students between high-income and lower-middle-income countries that list each other study on the high-income side',
    sql: toRich('uis-student-flows', 'Lower middle income', 2018, 2018),
    sources: ['uis-student-flows', INCOME],
    format: 'percent',
    stated: 0.9464,
    must: ['nearly all', (v) => v > 0.9],
  },
  student_pairs: {
    says: 'pairs of a high-income and a lower-middle-income country list each other’s students',
    sql: `
      SELECT count(*) AS value, 2018 AS year
      FROM exchanges e JOIN countries a ON a.iso3 = e.origin JOIN countries b ON b.iso3 = e.destination
      WHERE e.source = 'uis-student-flows' AND e.year = 2018 AND a.income_group = 'High income' AND b.income_group = 'Lower middle income'`,
    sources: ['uis-student-flows', INCOME],
    format: 'small',
    stated: 19,
    within: 0,
  },
  students_rest: {
    says: 'of the same without India and the United States',
    sql: toRich(
      'uis-student-flows',
      'Lower middle income',
      2018,
      2018,
      "AND NOT (e.origin = 'USA' AND e.destination = 'IND')",
    ),
    sources: ['uis-student-flows', INCOME],
    format: 'percent',
    stated: 0.847,
    must: ['most of them', (v) => v > 0.75],
  },
  students_russia: {
    says: 'of the rest are students from Uzbekistan and Kyrgyzstan in Russia',
    sql: `
      SELECT CAST(sum(CASE WHEN e.origin = 'RUS' AND e.destination IN ('UZB', 'KGZ') THEN e.r ELSE 0 END) AS DOUBLE) / sum(e.c + e.r) AS value, 2018 AS year
      FROM exchanges e JOIN countries a ON a.iso3 = e.origin JOIN countries b ON b.iso3 = e.destination
      WHERE e.source = 'uis-student-flows' AND e.year = 2018 AND a.income_group = 'High income' AND b.income_group = 'Lower middle income'
        AND NOT (e.origin = 'USA' AND e.destination = 'IND')`,
    sources: ['uis-student-flows', INCOME],
    format: 'percent',
    stated: 0.56,
  },
  students_least: {
    says: 'of the same without India and the United States, and without the pairs of Russia',
    sql: toRich(
      'uis-student-flows',
      'Lower middle income',
      2018,
      2018,
      "AND NOT (e.origin = 'USA' AND e.destination = 'IND') AND e.origin <> 'RUS'",
    ),
    sources: ['uis-student-flows', INCOME],
    format: 'percent',
    stated: 0.6976,
    must: ['still most of them', (v) => v > 0.6],
  },
  scholars_scopus: {
    says: 'of the moves of scholars between high-income and lower-middle-income countries go to the high-income side',
    sql: toRich(SCOPUS_MOVES, 'Lower middle income', 2016, 2020),
    sources: [SCOPUS_MOVES, INCOME],
    format: 'percent',
    stated: 0.522,
    must: ['about even', (v) => v > 0.45 && v < 0.55],
  },
  scholars_openalex: {
    says: 'of the moves of scholars between high-income and lower-middle-income countries go to the high-income side',
    sql: toRich(OPENALEX_MOVES, 'Lower middle income', 2016, 2020),
    sources: [OPENALEX_MOVES, INCOME],
    format: 'percent',
    stated: 0.4968,
    must: ['about even', (v) => v > 0.45 && v < 0.55],
  },
});
