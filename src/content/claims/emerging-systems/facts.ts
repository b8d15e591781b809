import { facts } from '../../../publication/fact.ts';

const NCSES = 'ncses-publications/scopus';
const WDI = 'world-bank-wdi';
const OPENALEX = 'openalex-copublications';
/** Sums over fields of an income group: whole and fractional. The second field of computer sciences, with proceedings, would count them again. */
const sums = (but = ''): string => `
  SELECT c.income_group, f.year, sum(f.value) FILTER (WHERE f.counting = 'whole') AS whole, sum(f.value) FILTER (WHERE f.counting = 'fractional') AS own
  FROM publication_fields f JOIN countries c ON c.iso3 = f.country
  WHERE f.source = '${NCSES}' AND f.edition = 'SEI2024' AND f.measure = 'articles' AND f.field NOT IN ('all', 'computer and information sciences, with conference proceedings')${but}
  GROUP BY c.income_group, f.year`;
const own = (group: string, year: number, but?: string): string => `
  SELECT own / whole AS value, year FROM (${sums(but)}) WHERE income_group = '${group}' AND year = ${year}`;
const growth = (group: string, counted: 'own' | 'whole' = 'own'): string => `
  SELECT max(${counted}) FILTER (WHERE year = 2022) / max(${counted}) FILTER (WHERE year = 2003) AS value, '2003–2022' AS year
  FROM (${sums()}) WHERE income_group = '${group}'`;
const WITHOUT_CHINA = " AND f.country <> 'CHN'";
const RANKS = `
  SELECT rank() OVER (ORDER BY g.growth) AS a, rank() OVER (ORDER BY t.growth) AS b
  FROM (SELECT x.country, max(x.value) FILTER (WHERE x.year = 2022) / max(x.value) FILTER (WHERE x.year = 2013) AS growth, max(x.value) FILTER (WHERE x.year = 2005) AS size
        FROM country_context x JOIN countries c ON c.iso3 = x.country
        WHERE x.indicator = 'articles' AND x.source = '${WDI}' AND x.value > 0 AND c.income_group IN ('Low income', 'Lower middle income') GROUP BY x.country) g
  JOIN (SELECT country, max(value) FILTER (WHERE year = 2013) * 1.0 / max(value) FILTER (WHERE year = 2005) AS growth
        FROM totals WHERE measure = 'international_works' AND source = '${OPENALEX}' AND value > 0 GROUP BY country) t ON t.country = g.country
  WHERE g.size >= 20 AND g.growth IS NOT NULL AND t.growth IS NOT NULL`;

export default facts({
  low_first: {
    says: 'of the articles of low-income countries are their own part, by addresses',
    sql: own('Low income', 2003),
    sources: [NCSES, WDI],
    format: 'percent',
    stated: 0.5163,
  },
  low_last: {
    says: 'of the articles of low-income countries are their own part, by addresses',
    sql: own('Low income', 2022),
    sources: [NCSES, WDI],
    format: 'percent',
    stated: 0.379,
    must: ['fell', (v) => v < 0.45],
  },
  high_first: {
    says: 'of the articles of high-income countries are their own part, by addresses',
    sql: own('High income', 2003),
    sources: [NCSES, WDI],
    format: 'percent',
    stated: 0.8154,
  },
  high_last: {
    says: 'of the articles of high-income countries are their own part, by addresses',
    sql: own('High income', 2022),
    sources: [NCSES, WDI],
    format: 'percent',
    stated: 0.6619,
    must: ['fell too', (v) => v < 0.75],
  },
  upper_last: {
    says: 'of the articles of upper-middle-income countries are their own part, by addresses',
    sql: own('Upper middle income', 2022),
    sources: [NCSES, WDI],
    format: 'percent',
    stated: 0.8645,
    must: ['held', (v) => Math.abs(v - 0.863) < 0.03],
  },
  low_growth: {
    says: 'times as many articles by fractions, low-income countries',
    sql: growth('Low income'),
    sources: [NCSES, WDI],
    format: 'times',
    stated: 7.087,
  },
  low_whole: {
    says: 'times as many articles counted whole, low-income countries',
    sql: growth('Low income', 'whole'),
    sources: [NCSES, WDI],
    format: 'times',
    stated: 9.655,
    must: ['faster than by fractions', (v) => v > 8],
  },
  upper_growth: {
    says: 'times as many articles by fractions, upper-middle-income countries',
    sql: growth('Upper middle income'),
    sources: [NCSES, WDI],
    format: 'times',
    stated: 8.189,
  },
  china: {
    says: 'of the articles of upper-middle-income countries, by fractions, are from China',
    sql: `
      SELECT sum(value) FILTER (WHERE country = 'CHN') / sum(value) AS value, 2022 AS year
      FROM publication_fields f JOIN countries c ON c.iso3 = f.country
      WHERE f.source = '${NCSES}' AND f.edition = 'SEI2024' AND f.measure = 'articles' AND f.counting = 'fractional' AND f.year = 2022
        AND f.field NOT IN ('all', 'computer and information sciences, with conference proceedings') AND c.income_group = 'Upper middle income'`,
    sources: [NCSES, WDI],
    format: 'percent',
    stated: 0.7052,
  },
  rest_first: {
    says: 'of the articles of upper-middle-income countries without China are their own part, by addresses',
    sql: own('Upper middle income', 2003, WITHOUT_CHINA),
    sources: [NCSES, WDI],
    format: 'percent',
    stated: 0.8025,
  },
  rest_last: {
    says: 'of the articles of upper-middle-income countries without China are their own part, by addresses',
    sql: own('Upper middle income', 2022, WITHOUT_CHINA),
    sources: [NCSES, WDI],
    format: 'percent',
    stated: 0.7541,
    must: ['fell as well', (v) => v < 0.79],
  },
  n: {
    says: 'low- and lower-middle-income countries with data for both spans and some output in 2005',
    sql: `SELECT count(*) AS value, '2005–2022' AS year FROM (${RANKS})`,
    sources: [WDI, OPENALEX],
    format: 'count',
    stated: 47,
  },
  early: {
    says: 'rank correlation of early growth across borders with later growth of articles by fractions',
    sql: `SELECT corr(a, b) AS value, '2005–2022' AS year FROM (${RANKS})`,
    sources: [WDI, OPENALEX],
    format: 'two',
    stated: 0.144,
    within: 0.5,
    must: ['too weak to tell from chance', (v) => Math.abs(v) < 0.28],
  },
});
