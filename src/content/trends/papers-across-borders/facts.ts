import { facts } from '../../../publication/fact.ts';

const SCOPUS = 'ncses-publications/scopus';
const OPENALEX = 'openalex-copublications';

/** Articles of each economy, and of the world, in one edition: i with authors in several countries, p all. */
const articles = (edition = 'SEI2024'): string => `
  SELECT country, year,
         CAST(max(CASE attribute WHEN 'international' THEN value END) AS DOUBLE) AS i,
         CAST(max(CASE attribute WHEN 'total' THEN value END) AS DOUBLE) AS p
  FROM publication_counts WHERE source = '${SCOPUS}' AND edition = '${edition}' GROUP BY country, year`;
const share = (country: string, year: number, edition?: string): string => `
  SELECT i / p AS value, year FROM (${articles(edition)}) WHERE country = '${country}' AND year = ${year}`;
const allArticles = (country: string, year: number): string => `
  SELECT p AS value, year FROM (${articles()}) WHERE country = '${country}' AND year = ${year}`;
/** Exact: an article has a Chinese address or has none. */
const withoutChina = (year: number): string => `
  SELECT (w.i - c.i) / (w.p - c.p) AS value, ${year} AS year
  FROM (${articles()}) w JOIN (${articles()}) c ON c.year = w.year
  WHERE w.country = 'WLD' AND c.country = 'CHN' AND w.year = ${year}`;
/** Each economy in two years: a and b are its shares. */
const twoYears = (from: number, to: number): string => `
  SELECT f.country, f.i / f.p AS a, t.i / t.p AS b
  FROM (${articles()}) f JOIN (${articles()}) t ON t.country = f.country
  WHERE f.year = ${from} AND t.year = ${to} AND f.country <> 'WLD'`;

const links = (year: number): string =>
  `FROM flows WHERE layer = 'papers' AND source = '${OPENALEX}' AND year = ${year}`;
/** The part of all links that has the United States at one end. */
const ofUnitedStates = (year: number): string => `
  SELECT CAST(sum(value) FILTER ('USA' IN (origin, destination)) AS DOUBLE) / sum(value) AS value, ${year} AS year
  ${links(year)}`;
const strongPairs = (year: number): string => `
  SELECT count(*) AS value, ${year} AS year ${links(year)} AND value >= 100`;
/**
 * A paper of n countries is n works of countries (s) and n(n-1)/2 links (l). So papers are at most s/2, where each has two
 * countries; and at least s²/(2l+s), where all have as many, as the squares of n sum up to 2l+s.
 */
const BOUNDS = `
  SELECT t.year, s / 2 AS most, s * s / (2 * l + s) AS least, 2 * l / s AS partners
  FROM (SELECT year, CAST(sum(value) AS DOUBLE) AS s FROM totals
        WHERE measure = 'international_works' AND source = '${OPENALEX}' AND country <> 'WLD' GROUP BY year) t
  JOIN (SELECT year, CAST(sum(value) AS DOUBLE) AS l FROM flows
        WHERE layer = 'papers' AND source = '${OPENALEX}' GROUP BY year) f ON f.year = t.year`;
const growthOf = (last: string, first: string): string => `
  SELECT max(${last}) FILTER (year = 2022) / max(${first}) FILTER (year = 1990) AS value, '1990–2022' AS year
  FROM (${BOUNDS})`;
/** International works of the economies that NCSES lists, summed over them: last year over first. */
const growthOnOpenalex = `
  SELECT CAST(sum(value) FILTER (year = 2022) AS DOUBLE) / sum(value) FILTER (year = 2003) AS value, '2003–2022' AS year
  FROM totals WHERE measure = 'international_works' AND source = '${OPENALEX}'
    AND country IN (SELECT country FROM (${articles()}) WHERE country <> 'WLD')`;
const growthOnScopus = `
  SELECT sum(i) FILTER (year = 2022) / sum(i) FILTER (year = 2003) AS value, '2003–2022' AS year
  FROM (${articles()}) WHERE country <> 'WLD'`;

export default facts({
  world_2003: {
    says: 'of the world’s articles have authors in several countries',
    sql: share('WLD', 2003),
    sources: [SCOPUS],
    format: 'percent',
    stated: 0.162,
  },
  world_2018: {
    says: 'of the world’s articles have authors in several countries',
    sql: share('WLD', 2018),
    sources: [SCOPUS],
    format: 'percent',
    stated: 0.2268,
  },
  world_2022: {
    says: 'of the world’s articles have authors in several countries',
    sql: share('WLD', 2022),
    sources: [SCOPUS],
    format: 'percent',
    stated: 0.226,
    must: ['no higher than in 2018', (v) => v < 0.2275],
  },
  growth: {
    says: 'times as many articles with authors in several countries as in 2003, world',
    sql: `
      SELECT max(i) FILTER (year = 2022) / max(i) FILTER (year = 2003) AS value, '2003–2022' AS year
      FROM (${articles()}) WHERE country = 'WLD'`,
    sources: [SCOPUS],
    format: 'times',
    stated: 3.774,
  },
  listed: {
    says: 'economies are listed with their articles',
    sql: `SELECT count(*) AS value, 2022 AS year FROM (${articles()}) WHERE country <> 'WLD' AND year = 2022`,
    sources: [SCOPUS],
    format: 'count',
    stated: 46,
    within: 0.03,
  },
  above_world: {
    says: 'economies have a larger share of such articles than the world',
    sql: `
      SELECT count(*) AS value, 2022 AS year
      FROM (${articles()}) c JOIN (${articles()}) w ON w.year = c.year AND w.country = 'WLD'
      WHERE c.country <> 'WLD' AND c.year = 2022 AND c.i / c.p > w.i / w.p`,
    sources: [SCOPUS],
    format: 'count',
    stated: 45,
    within: 0.03,
  },
  rose_since_2018: {
    says: 'economies had a larger share in 2022 than in 2018',
    sql: `SELECT count(*) AS value, '2018–2022' AS year FROM (${twoYears(2018, 2022)}) WHERE b > a`,
    sources: [SCOPUS],
    format: 'count',
    stated: 41,
    within: 0.05,
  },
  median_rise: {
    says: 'percentage points: the median change of the share over the listed economies',
    sql: `SELECT median(b - a) AS value, '2003–2022' AS year FROM (${twoYears(2003, 2022)})`,
    sources: [SCOPUS],
    format: 'points',
    stated: 0.1963,
  },
  china_articles: {
    says: 'articles with an address in China',
    sql: allArticles('CHN', 2022),
    sources: [SCOPUS],
    format: 'count',
    stated: 976141,
  },
  china_2018: {
    says: 'of the articles of China have authors abroad',
    sql: share('CHN', 2018),
    sources: [SCOPUS],
    format: 'percent',
    stated: 0.2204,
  },
  china_2022: {
    says: 'of the articles of China have authors abroad',
    sql: share('CHN', 2022),
    sources: [SCOPUS],
    format: 'percent',
    stated: 0.1868,
  },
  others_2018: {
    says: 'of the articles without an address in China have authors in several countries',
    sql: withoutChina(2018),
    sources: [SCOPUS],
    format: 'percent',
    stated: 0.2286,
  },
  others_2022: {
    says: 'of the articles without an address in China have authors in several countries',
    sql: withoutChina(2022),
    sources: [SCOPUS],
    format: 'percent',
    stated: 0.2422,
    must: ['higher than in 2018', (v) => v > 0.23],
  },
  indonesia_2003: {
    says: 'articles with an address in Indonesia',
    sql: allArticles('IDN', 2003),
    sources: [SCOPUS],
    format: 'count',
    stated: 777,
  },
  indonesia_2022: {
    says: 'articles with an address in Indonesia',
    sql: allArticles('IDN', 2022),
    sources: [SCOPUS],
    format: 'count',
    stated: 37780,
  },
  links_growth: {
    says: 'times as many links between countries as in 1990, whole counting',
    sql: growthOf('partners * most', 'partners * most'),
    sources: [OPENALEX],
    format: 'times',
    stated: 36.35,
  },
  papers_least: {
    says: 'times as many papers with authors in several countries as in 1990, at least',
    sql: growthOf('least', 'most'),
    sources: [OPENALEX],
    format: 'times',
    stated: 13.98,
  },
  papers_most: {
    says: 'times as many papers with authors in several countries as in 1990, at most',
    sql: growthOf('most', 'least'),
    sources: [OPENALEX],
    format: 'times',
    stated: 25.92,
  },
  openalex_growth: {
    says: 'times as many international works of the listed economies as in 2003, summed over them, on OpenAlex',
    sql: growthOnOpenalex,
    sources: [OPENALEX, SCOPUS],
    format: 'times',
    stated: 5.725,
  },
  scopus_growth: {
    says: 'times as many international articles of the same economies as in 2003, summed over them, on Scopus',
    sql: growthOnScopus,
    sources: [SCOPUS],
    format: 'times',
    stated: 4.123,
  },
  usa_1990: {
    says: 'of all links have the United States at one end',
    sql: ofUnitedStates(1990),
    sources: [OPENALEX],
    format: 'percent',
    stated: 0.4136,
  },
  usa_2022: {
    says: 'of all links have the United States at one end',
    sql: ofUnitedStates(2022),
    sources: [OPENALEX],
    format: 'percent',
    stated: 0.225,
  },
  usa_scopus: {
    says: 'of the links among the listed economies have the United States at one end',
    sql: `
      SELECT CAST(sum(value) FILTER ('USA' IN (origin, destination)) AS DOUBLE) / sum(value) AS value, 2022 AS year
      FROM publication_pairs WHERE source = '${SCOPUS}' AND edition = 'SEI2024' AND year = 2022`,
    sources: [SCOPUS],
    format: 'percent',
    stated: 0.2195,
  },
  pairs_1990: {
    says: 'pairs of countries with a hundred shared papers or more',
    sql: strongPairs(1990),
    sources: [OPENALEX],
    format: 'count',
    stated: 145,
  },
  pairs_2022: {
    says: 'pairs of countries with a hundred shared papers or more',
    sql: strongPairs(2022),
    sources: [OPENALEX],
    format: 'count',
    stated: 2538,
  },
  older_2018: {
    says: 'of the world’s articles have authors in several countries, by the edition before',
    sql: share('WLD', 2018, 'SEI2022'),
    sources: [SCOPUS],
    format: 'percent',
    stated: 0.2276,
  },
  world_2020: {
    says: 'of the world’s articles have authors in several countries',
    sql: share('WLD', 2020),
    sources: [SCOPUS],
    format: 'percent',
    stated: 0.2319,
  },
});
