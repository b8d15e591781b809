import { facts, type Fact } from '../../../publication/fact.ts';

const SCOPUS = 'scholarly-migration/scopus';
const OPENALEX = 'scholarly-migration/openalex';
const BOTH = [SCOPUS, OPENALEX];

/** Moves into and out of each country (i, o) and the researchers seen there (r), by year, on one base. */
const moves = (source: string): string => `
  SELECT country, year,
         CAST(max(CASE measure WHEN 'scholars_in' THEN value END) AS DOUBLE) AS i,
         CAST(max(CASE measure WHEN 'scholars_out' THEN value END) AS DOUBLE) AS o,
         CAST(max(CASE measure WHEN 'researchers' THEN value END) AS DOUBLE) AS r
  FROM totals WHERE source = '${source}' AND country <> 'WLD' GROUP BY country, year`;
/** The part of departures that arrivals in the same country offset, wherever from. */
const offset = (source: string, year: number, least = 100): string => `
  SELECT sum(least(i, o)) / sum(o) AS value, ${year} AS year
  FROM (${moves(source)}) WHERE year = ${year} AND r >= ${least}`;
const leastOffset = (year: number, least?: number): string => `
  SELECT min(value) AS value, ${year} AS year FROM (${BOTH.map((base) => offset(base, year, least)).join(' UNION ALL ')})`;
/** The part of moves that a move back matches, between the same two countries. */
const matchedByRoute = (source: string): string => `
  WITH f AS (
    SELECT origin, destination, value FROM flows WHERE layer = 'scholars' AND source = '${source}' AND year = 2019)
  SELECT CAST(sum(least(a.value, coalesce(b.value, 0))) AS DOUBLE) / sum(a.value) AS value, 2019 AS year
  FROM f a LEFT JOIN f b ON b.origin = a.destination AND b.destination = a.origin`;
/** Countries that have a balance on both bases, with the limits of chance on each. */
const balances = (year: number): string => `
  SELECT s.country, s.value AS s, s.low AS s_low, s.high AS s_high, o.value AS o, o.low AS o_low, o.high AS o_high
  FROM country_indicators s
  JOIN country_indicators o ON o.country = s.country AND o.year = s.year AND o.indicator = s.indicator AND o.layer = s.layer
  WHERE s.indicator = 'balance' AND s.layer = 'scholars' AND s.year = ${year} AND s.value IS NOT NULL AND o.value IS NOT NULL
    AND s.source = '${SCOPUS}' AND o.source = '${OPENALEX}'`;
const countries = (year: number, which = 'TRUE'): string =>
  `SELECT count(*) AS value, ${year} AS year FROM (${balances(year)}) WHERE ${which}`;
const LOST = 's_high < 0 AND o_high < 0';
/** Moves into the United States minus moves out of it, over all years. */
const unitedStates = (source: string): string => `
  SELECT abs(sum(i - o)) AS value, '1998–2020' AS year FROM (${moves(source)}) WHERE country = 'USA'`;
/** Moves of a year for every thousand researchers, over all countries. */
const rate = (source: string, year: number): string => `
  SELECT 1000 * sum(i) / sum(r) AS value FROM (${moves(source)}) WHERE year = ${year}`;

/** First of the years in all of which, to the last, a country lost scholars. */
const turned = (country: string, source: string, says: string, stated: number): Fact => ({
  says,
  sql: `
    SELECT max(year) FILTER (i >= o) + 1 AS value, '1998–2020' AS year
    FROM (${moves(source)}) WHERE country = '${country}'`,
  sources: [source],
  format: 'year',
  stated,
  within: 0,
});
/** By how much net moves for every thousand researchers shifted from 1998–2002 to 2015–2019, by country, on one base. */
const shift = (source: string, least: number): string => `
  SELECT country,
         1000 * (sum(i - o) FILTER (year >= 2015) / sum(r) FILTER (year >= 2015)
           - sum(i - o) FILTER (year <= 2002) / sum(r) FILTER (year <= 2002)) AS shift
  FROM (${moves(source)}) WHERE year BETWEEN 1998 AND 2002 OR year BETWEEN 2015 AND 2019
  GROUP BY country HAVING max(r) FILTER (year = 2019) >= ${least}`;
/** Countries that both bases cover and in which either sees a shift of more than five. */
const shifts = (least: number, which = 'TRUE'): string => `
  SELECT count(*) AS value, '1998–2019' AS year
  FROM (SELECT a.shift AS s, b.shift AS o FROM (${shift(SCOPUS, least)}) a JOIN (${shift(OPENALEX, least)}) b ON b.country = a.country)
  WHERE greatest(abs(s), abs(o)) > 5 AND ${which}`;

export default facts({
  usa_scopus: {
    says: 'more scholars moved to the United States than left it, on Scopus',
    sql: unitedStates(SCOPUS),
    sources: [SCOPUS],
    format: 'count',
    stated: 29929,
  },
  usa_openalex: {
    says: 'more scholars left the United States than moved to it, on OpenAlex',
    sql: unitedStates(OPENALEX),
    sources: [OPENALEX],
    format: 'count',
    stated: 36787,
  },
  offset_scopus: {
    says: 'of departures were offset by arrivals in the same country, from anywhere, on Scopus',
    sql: offset(SCOPUS, 2019),
    sources: [SCOPUS],
    format: 'percent',
    stated: 0.905,
    within: 0.02,
  },
  offset_openalex: {
    says: 'of departures were offset by arrivals in the same country, from anywhere, on OpenAlex',
    sql: offset(OPENALEX, 2019),
    sources: [OPENALEX],
    format: 'percent',
    stated: 0.945,
    within: 0.02,
  },
  route: {
    says: 'of moves were matched by moves back between the same two countries, on the base with the smaller part',
    sql: `
      SELECT min(value) AS value, 2019 AS year
      FROM (SELECT value FROM (${matchedByRoute(SCOPUS)}) UNION ALL SELECT value FROM (${matchedByRoute(OPENALEX)}))`,
    sources: BOTH,
    format: 'percent',
    stated: 0.824,
    within: 0.03,
  },
  countries: {
    says: 'countries with a balance on both bases',
    sql: countries(2019),
    sources: BOTH,
    format: 'count',
    stated: 169,
  },
  losers: {
    says: 'countries that lost scholars on both bases, beyond chance',
    sql: countries(2019, LOST),
    sources: BOTH,
    format: 'count',
    stated: 21,
  },
  largest: {
    says: 'lost most scholars, by the smaller of the two counts, of the countries that lost on both bases',
    sql: `
      SELECT string_agg(country, ' ' ORDER BY lost DESC) AS value, 2019 AS year FROM (
        SELECT b.country, least(s.o - s.i, t.o - t.i) AS lost
        FROM (${balances(2019)}) b
        JOIN (${moves(SCOPUS)}) s ON s.country = b.country AND s.year = 2019
        JOIN (${moves(OPENALEX)}) t ON t.country = b.country AND t.year = 2019
        WHERE ${LOST} ORDER BY lost DESC LIMIT 5)`,
    sources: BOTH,
    format: 'places',
    stated: 'IND FRA GBR IRN MYS',
  },
  gainers: {
    says: 'countries that gained scholars on both bases, beyond chance',
    sql: countries(2019, 's_low > 0 AND o_low > 0'),
    sources: BOTH,
    format: 'count',
    stated: 32,
  },
  low_income: {
    says: 'low-income countries have a balance on both bases, and none of them lost on both beyond chance',
    sql: `
      SELECT count(*) AS value, 2019 AS year FROM (${balances(2019)})
      WHERE country IN (SELECT iso3 FROM countries WHERE income_group = 'Low income')
      HAVING count(*) FILTER (${LOST}) = 0`,
    sources: BOTH,
    format: 'count',
    stated: 19,
  },
  low_income_loser: {
    says: 'is the one low-income country that lost on both bases; on Scopus within chance, on OpenAlex beyond it',
    sql: `
      SELECT string_agg(country, ' ') AS value, 2019 AS year FROM (${balances(2019)})
      WHERE country IN (SELECT iso3 FROM countries WHERE income_group = 'Low income') AND s < 0 AND o < 0
      HAVING count(*) FILTER (s_high < 0) = 0 AND count(*) FILTER (o_high < 0) = 1`,
    sources: BOTH,
    format: 'places',
    stated: 'SDN',
  },
  opposite: {
    says: 'countries that gain on one base and lose on the other',
    sql: countries(2019, 's * o < 0'),
    sources: BOTH,
    format: 'count',
    stated: 42,
  },
  contradicted: {
    says: 'countries that gain on one base and lose on the other, each beyond chance; the United States is one of them',
    sql: `
      SELECT count(*) AS value, 2019 AS year FROM (${balances(2019)})
      WHERE (s_low > 0 AND o_high < 0) OR (s_high < 0 AND o_low > 0)
      HAVING count(*) FILTER (country = 'USA') = 1`,
    sources: BOTH,
    format: 'small',
    stated: 6,
    within: 0.17,
  },
  greece: {
    says: 'Greece has lost scholars on both bases in every year since; in the year before it gained on both',
    sql: `
      SELECT max(year) + 1 AS value, '1998–2020' AS year FROM (
        SELECT year, i - o AS net FROM (${moves(SCOPUS)}) WHERE country = 'GRC'
        UNION ALL SELECT year, i - o FROM (${moves(OPENALEX)}) WHERE country = 'GRC')
      WHERE net >= 0
      HAVING count(*) FILTER (year = 2008) = 2`,
    sources: BOTH,
    format: 'year',
    stated: 2009,
    within: 0,
  },
  iran_scopus: turned('IRN', SCOPUS, 'Iran has lost scholars in every year since, on Scopus', 2008),
  iran_openalex: turned('IRN', OPENALEX, 'Iran has lost scholars in every year since, on OpenAlex', 2009),
  shifts: {
    says: 'countries with ten thousand researchers or more on both bases whose net moves for every thousand researchers shifted by more than five on one base or both',
    sql: shifts(10_000),
    sources: BOTH,
    format: 'count',
    stated: 25,
  },
  shifts_alike: {
    says: 'of these shifted the same way on both bases',
    sql: shifts(10_000, 's * o > 0'),
    sources: BOTH,
    format: 'count',
    stated: 24,
    must: ['nearly all', (v) => v >= 22],
  },
  shifts_small: {
    says: 'countries with a thousand researchers or more on both bases whose net moves for every thousand researchers shifted by more than five on one base or both',
    sql: shifts(1000),
    sources: BOTH,
    format: 'count',
    stated: 73,
  },
  shifts_alike_small: {
    says: 'of these shifted the same way on both bases',
    sql: shifts(1000, 's * o > 0'),
    sources: BOTH,
    format: 'count',
    stated: 58,
    must: ['less often than in larger countries', (v) => v < 65],
  },
  rate_fall: {
    says: 'fewer moves for every thousand researchers than in 1998, all countries together, on Scopus',
    sql: `SELECT 1 - (${rate(SCOPUS, 2019)}) / (${rate(SCOPUS, 1998)}) AS value, '1998–2019' AS year`,
    sources: [SCOPUS],
    format: 'percent',
    stated: 0.14,
    must: ['a fall', (v) => v > 0],
  },
  rate_rise: {
    says: 'more moves for every thousand researchers than in 1998, all countries together, on OpenAlex',
    sql: `SELECT (${rate(OPENALEX, 2019)}) / (${rate(OPENALEX, 1998)}) - 1 AS value, '1998–2019' AS year`,
    sources: [OPENALEX],
    format: 'percent',
    stated: 0.417,
    must: ['a rise', (v) => v > 0],
  },
  offset_large: {
    says: 'of departures were offset by arrivals, in countries with a thousand researchers or more, on the base with the smaller part',
    sql: leastOffset(2019, 1000),
    sources: BOTH,
    format: 'percent',
    stated: 0.905,
    within: 0.02,
  },
  offset_2020: {
    says: 'of departures were offset by arrivals, on the base with the smaller part',
    sql: leastOffset(2020),
    sources: BOTH,
    format: 'percent',
    stated: 0.908,
    within: 0.02,
  },
  three_years: {
    says: 'countries lost scholars on both bases, net moves beyond 1.96 standard errors, three years together',
    sql: `
      SELECT count(*) AS value, '2017–2019' AS year
      FROM (SELECT country, sum(i) AS i, sum(o) AS o, min(r) AS r FROM (${moves(SCOPUS)}) WHERE year BETWEEN 2017 AND 2019 GROUP BY country) s
      JOIN (SELECT country, sum(i) AS i, sum(o) AS o, min(r) AS r FROM (${moves(OPENALEX)}) WHERE year BETWEEN 2017 AND 2019 GROUP BY country) t
        ON t.country = s.country
      WHERE s.r >= 100 AND t.r >= 100 AND s.o - s.i > 1.96 * sqrt(s.o + s.i) AND t.o - t.i > 1.96 * sqrt(t.o + t.i)`,
    sources: BOTH,
    format: 'count',
    stated: 20,
  },
  losers_2020: {
    says: 'countries that lost scholars on both bases, beyond chance',
    sql: countries(2020, LOST),
    sources: BOTH,
    format: 'count',
    stated: 19,
  },
});
