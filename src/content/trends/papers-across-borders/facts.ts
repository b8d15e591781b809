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
/** From 2018 to 2022, of articles without a Chinese address. Exact: an article has one or has none. */
const WITHOUT_CHINA = `
  SELECT max(share) FILTER (year = 2022) - max(share) FILTER (year = 2018) AS value, '2018–2022' AS year
  FROM (SELECT w.year, (w.i - c.i) / (w.p - c.p) AS share
        FROM (${articles()}) w JOIN (${articles()}) c ON c.year = w.year
        WHERE w.country = 'WLD' AND c.country = 'CHN')`;
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
  fell_since_2018: {
    says: 'had no larger share in 2022 than in 2018',
    sql: `
      SELECT string_agg(country, ' ' ORDER BY b - a) AS value, '2018–2022' AS year
      FROM (${twoYears(2018, 2022)}) WHERE b <= a`,
    sources: [SCOPUS],
    format: 'places',
    stated: 'VNM CHN GRC ISR PRT',
  },
  rose_since_2017: {
    says: 'economies had a larger share in 2022 than in 2017',
    sql: `SELECT count(*) AS value, '2017–2022' AS year FROM (${twoYears(2017, 2022)}) WHERE b > a`,
    sources: [SCOPUS],
    format: 'count',
    stated: 42,
    within: 0.05,
  },
  since_2017: {
    says: 'percentage points: the rise of the world’s share',
    sql: `
      SELECT max(i / p) FILTER (year = 2022) - max(i / p) FILTER (year = 2017) AS value, '2017–2022' AS year
      FROM (${articles()}) WHERE country = 'WLD'`,
    sources: [SCOPUS],
    format: 'points',
    stated: 0.0033,
    must: ['a rise', (v) => v > 0.001],
  },
  rose_since_2003: {
    says: 'economies had a larger share in 2022 than in 2003',
    sql: `SELECT count(*) AS value, '2003–2022' AS year FROM (${twoYears(2003, 2022)}) WHERE b > a`,
    sources: [SCOPUS],
    format: 'count',
    stated: 41,
    within: 0.05,
  },
  fell_both: {
    says: 'had no larger share in 2022 than in 2003, and none than in 2018',
    sql: `
      SELECT string_agg(l.country, ' ') AS value, '2003–2022' AS year
      FROM (${twoYears(2003, 2022)}) l JOIN (${twoYears(2018, 2022)}) s ON s.country = l.country
      WHERE l.b <= l.a AND s.b <= s.a`,
    sources: [SCOPUS],
    format: 'places',
    stated: 'VNM',
  },
  median_rise: {
    says: 'percentage points: the median change of the share over the listed economies',
    sql: `SELECT median(b - a) AS value, '2003–2022' AS year FROM (${twoYears(2003, 2022)})`,
    sources: [SCOPUS],
    format: 'points',
    stated: 0.1963,
  },
  china_fall: {
    says: 'percentage points: the fall of the share in China, which has more articles than any other country',
    sql: `
      SELECT a - b AS value, '2018–2022' AS year FROM (${twoYears(2018, 2022)})
      WHERE country = 'CHN' AND country IN (
        SELECT country FROM (${articles()}) WHERE country <> 'WLD' AND year = 2022 ORDER BY p DESC LIMIT 1)`,
    sources: [SCOPUS],
    format: 'points',
    stated: 0.0337,
    must: ['a fall', (v) => v > 0],
  },
  others_rise: {
    says: 'percentage points: the rise of the share in articles without an address in China',
    sql: WITHOUT_CHINA,
    sources: [SCOPUS],
    format: 'points',
    stated: 0.0136,
    must: ['a rise', (v) => v > 0],
  },
  indonesia_growth: {
    says: 'times as many articles with authors abroad as in 2003, Indonesia, whose share fell most',
    sql: `
      SELECT max(i) FILTER (year = 2022) / max(i) FILTER (year = 2003) AS value, '2003–2022' AS year
      FROM (${articles()})
      WHERE country = 'IDN' AND country IN (
        SELECT country FROM (${twoYears(2003, 2022)}) ORDER BY b - a LIMIT 1)`,
    sources: [SCOPUS],
    format: 'times',
    stated: 18.02,
  },
  links_growth: {
    says: 'times as many links between countries as in 1990, whole counting',
    sql: growthOf('partners * most', 'partners * most'),
    sources: [OPENALEX],
    format: 'times',
    stated: 36.35,
    must: ['those of the United States grew too, and papers grew less', (v) => v > 30],
  },
  papers_most: {
    says: 'times as many papers with authors in several countries as in 1990, at most',
    sql: growthOf('most', 'least'),
    sources: [OPENALEX],
    format: 'times',
    stated: 25.92,
    must: ['fewer than links', (v) => v < 30],
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
    stated: 0.4145,
  },
  usa_2022: {
    says: 'of all links have the United States at one end',
    sql: ofUnitedStates(2022),
    sources: [OPENALEX],
    format: 'percent',
    stated: 0.2246,
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
  older_2018: {
    says: 'of the world’s articles have authors in several countries, by the edition before',
    sql: share('WLD', 2018, 'SEI2022'),
    sources: [SCOPUS],
    format: 'percent',
    stated: 0.2276,
  },
  below_peak: {
    says: 'percentage points that the world’s share lay below that of 2020, its peak',
    sql: `
      SELECT max(i / p) - max(i / p) FILTER (year = 2022) AS value, '2020–2022' AS year
      FROM (${articles()}) WHERE country = 'WLD'
      HAVING max(i / p) = max(i / p) FILTER (year = 2020)`,
    sources: [SCOPUS],
    format: 'points',
    stated: 0.0059,
    within: 0.2,
  },
});
