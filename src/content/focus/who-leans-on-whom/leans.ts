/** Papers of OpenAlex, and the income groups of the World Bank. */
export const OPENALEX = 'openalex-copublications';
export const INCOME = 'world-bank-wdi';

/**
 * The first partner of every country in the years asked for, `leans`: `share` is the part of the country's papers with authors abroad
 * that have authors in the partner, `back` the part of the partner's that have authors in the country, `back_place` where the
 * country stands among the partners of its partner, `income` the country's income group.
 */
export const leans = (from: number, to = from): string => `
  shares AS (
    SELECT t.year, t.country, t.partner, w.value AS works, t.value / CAST(w.value AS DOUBLE) AS share,
           row_number() OVER (PARTITION BY t.country, t.year ORDER BY t.value DESC, t.partner) AS place
    FROM ties t
    JOIN totals w ON w.country = t.country AND w.year = t.year AND w.source = t.source AND w.measure = 'international_works'
    WHERE t.source = '${OPENALEX}' AND t.year BETWEEN ${from} AND ${to} AND t.value > 0),
  leans AS (
    SELECT a.year, a.country, a.partner, a.works, a.share, b.share AS back, b.place AS back_place, c.income_group AS income
    FROM shares a
    JOIN shares b ON b.country = a.partner AND b.partner = a.country AND b.year = a.year
    JOIN countries c ON c.iso3 = a.country
    WHERE a.place = 1)`;

/** Papers with authors abroad that a country has at least in a year to be counted. */
export const ENOUGH = 500;
