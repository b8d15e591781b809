import type { Indicator } from '../../model/indicator.ts';
import { LINKS } from '../counting.ts';
import { oneOf } from '../relations/sql-text.ts';
import { splitsOf, type Break } from './break-definition.ts';
import { PERSISTENT_LAYERS } from './persistence.ts';

/** Links over all years that a tie must have to be looked at. */
export const LEAST_LINKS = 100;
/** Years that make a level: fewer at either end are none. */
export const LEAST_YEARS = 3;
/**
 * Least likelihood ratio over dispersion. Of ties without a break, whose years vary by chance alone, one in a thousand
 * passes; of those whose years vary several times as much, at most two in a hundred (the test beside this file tries it).
 */
export const CRITICAL = 16;
/** −2 ln(1 − √0.95): splits that gain less than the best by no more than this, times the dispersion, are not ruled out. */
export const WITHIN = 7.352;
/** What at most passes of a hundred ties without a break. */
export const FALSE_ALARMS = 2;

/** More years than any source has. */
const MOST_YEARS = 200;

/** The best split of the row's years. */
function best({ years }: Readonly<Record<string, unknown>>): Break {
  const parsed = String(years)
    .split(';')
    .map((year) => year.split(' ').map(Number))
    .map(([year = NaN, links = NaN, expected = NaN]) => ({ year, links, expected }));
  return splitsOf(parsed, LEAST_YEARS).reduce((most, split) => (split.ratio > most.ratio ? split : most));
}

export const breakYear: Indicator = {
  id: 'break_year',
  title: 'Year of the largest break',
  chapter: 'Persistence',
  subject: 'pair',
  layers: PERSISTENT_LAYERS,
  unit: 'year',
  range: [null, null],
  neutral: null,
  pooled: PERSISTENT_LAYERS,
  digits: 0,
  says: 'The first year of the new level, where a tie changed most against the sizes of both countries.',
  definition: `What the sizes of both countries let one expect is reckoned for every year of the source but provisional ones, as for affinity. The years are split in two at every place that leaves at least ${LEAST_YEARS} on either side, and each part gets its own level of links over expected links. The split under which the counts, taken as Poisson counts, are likeliest is the break; its value is the first year of the second part. It stands only where the tie has at least ${LEAST_LINKS} links in all, and where the gain in likelihood, over the dispersion of the years about the two levels, is at least ${CRITICAL}. One row for each pair, at the last whole year of the source. For scholars, moves in that direction. Whole counting.`,
  counting: LINKS,
  formula: String.raw`\hat{y} = \arg\max_y \Lambda_y, \quad \Lambda_y = 2 \left( C_1 \ln \frac{C_1}{E_1} + C_2 \ln \frac{C_2}{E_2} - C \ln \frac{C}{E} \right), \quad E_t = \frac{T_{X,t} \, T_{Y,t}}{T_t}`,
  symbols: [
    ['C_1, C_2, C', 'links before the year y, from it on, and in all'],
    ['E_1, E_2, E', 'expected links of the same years'],
    ['T_{X,t}, T_{Y,t}', 'all links of X and of Y in the year t; for scholars, moves out of X and into Y'],
    ['T_t', 'the sum over all countries'],
    [
      String.raw`\Lambda_{\hat{y}} / \varphi`,
      `what must be at least ${CRITICAL}; φ is Pearson’s sum of squares about the two levels over the number of years less two, and at least 1`,
    ],
  ],
  interval: `The years that a likelihood ratio test does not rule out: the first and the last whose split gains less than the best by no more than ${WITHIN} times the dispersion (95 % for the timing of a break). It holds where there was one break and years do not hang together; near the critical level it is too narrow.`,
  limits: 'interval',
  isNot: [
    'It is no cause. It says when the counts changed level, not what changed them; an event of the same year is a coincidence until something else shows more.',
    'It is not proof that there was a break: a tie that grew or faded steadily has one too, where its two parts differ most. Look at the line of the tie.',
    'It is not the only break of the tie, only the largest; a tie that rose and fell back may show either.',
    'It is not a change in numbers of papers: a tie may grow all the time and break downwards because both countries grew faster.',
  ],
  caveats: [
    `Many thousands of ties are tested. Of ties that keep one level, with years independent of each other, about ${FALSE_ALARMS} in a hundred pass at most. Far more pass, because ties drift; so a break is the year in which a drifting tie is best cut in two.`,
    'A change in what a source covers or in how it reads addresses looks like a break of the ties that it touches. Believe a break that a second source shows too.',
    'Totals under whole counting swell with papers of very many countries, which presses all expectations; a break may come from there.',
    `A break within the last ${LEAST_YEARS - 1} whole years cannot be seen yet.`,
  ],
  references: [
    {
      text: 'Worsley, K. J. (1983). The power of likelihood ratio and cumulative sum tests for a change in a binomial probability. Biometrika, 70(2), 455–464.',
      doi: '10.1093/biomet/70.2.455',
      where: 'the likelihood ratio; given their sum, Poisson counts in two parts are binomial',
    },
    {
      text: 'McCullagh, P., & Nelder, J. A. (1989). Generalized linear models (2nd ed.). Chapman & Hall.',
      doi: '10.1007/978-1-4899-3242-6',
      where: 'dispersion from Pearson’s statistic',
    },
    {
      text: 'Hansen, B. E. (2000). Sample splitting and threshold estimation. Econometrica, 68(3), 575–603.',
      doi: '10.1111/1468-0262.00124',
      where: 'critical value of the interval',
    },
    {
      text: 'Eo, Y., & Morley, J. (2015). Likelihood-ratio-based confidence sets for the timing of structural breaks. Quantitative Economics, 6(2), 463–497.',
      doi: '10.3982/QE186',
    },
  ],
  example: {
    sql: `
      SELECT a.in_text AS x, b.in_text AS y, i.year AS last, i.value, i.low, i.high, p.years
      FROM pair_indicators i JOIN countries a ON a.iso3 = i.origin JOIN countries b ON b.iso3 = i.destination
      JOIN (SELECT string_agg(CAST(year AS VARCHAR) || ' ' || CAST(c AS VARCHAR) || ' ' || CAST(CAST(t_o AS DOUBLE) * t_d / t AS VARCHAR), ';' ORDER BY year) AS years
            FROM pair_cells WHERE layer = 'papers' AND source = 'openalex-copublications' AND origin = 'CHN' AND destination = 'USA' AND year <= 2022) p ON TRUE
      WHERE i.indicator = 'break_year' AND i.layer = 'papers' AND i.source = 'openalex-copublications' AND i.origin = 'CHN' AND i.destination = 'USA' AND i.year = 2022`,
    needs: ['pair_indicators', 'countries', 'pair_cells'],
    compute: (row) => best(row).year,
    tex: (row, n) => {
      const { before, after, ratio, dispersion } = best(row);
      const [c, e] = [before.links + after.links, before.expected + after.expected];
      const part = (links: number, expected: number) =>
        String.raw`${n(links, 0)} \ln \frac{${n(links, 0)}}{${n(expected, 0)}}`;
      return String.raw`\frac{2}{${n(dispersion, 1)}} \left( ${part(before.links, before.expected)} + ${part(after.links, after.expected)} - ${part(c, e)} \right) = ${n(ratio / dispersion, 1)}`;
    },
    says: (row, n) => {
      const { year, before, after } = best(row);
      return `Up to ${year - 1} ${String(row['x'])} and ${String(row['y'])} shared ${n(before.links / before.expected, 2)} times as many links as their sizes alone let one expect, from ${year} on ${n(after.links / after.expected, 2)} times; years from ${String(row['low'])} to ${String(row['high'])} are not ruled out.`;
    },
  },
  sql: {
    stored: true,
    needs: ['pair_cells', 'ties', 'margins'],
    query: `
      WITH years AS (
        SELECT layer, source, origin, destination, year, CAST(c AS DOUBLE) AS c, CAST(t_o AS DOUBLE) * t_d / t AS e
        FROM pair_cells
        JOIN (SELECT layer, source, country AS origin, partner AS destination FROM ties
              WHERE ${oneOf('layer', PERSISTENT_LAYERS)} AND direction <> 'in' AND NOT coalesce(contains(flag, 'p'), FALSE)
              GROUP BY layer, source, country, partner HAVING sum(value) >= ${LEAST_LINKS}) linked USING (layer, source, origin, destination)
        WHERE t_o > 0 AND t_d > 0 AND NOT coalesce(contains(flag, 'p'), FALSE)),
      pairs AS (
        SELECT layer, source, origin, destination, sum(c) AS c, sum(e) AS e, sum(c * c / e) AS q, list(year ORDER BY year) AS years,
               list(c ORDER BY year) AS cs, list(e ORDER BY year) AS es, list(c * c / e ORDER BY year) AS qs
        FROM years GROUP BY layer, source, origin, destination),
      parts AS (
        SELECT layer, source, origin, destination, years[k + 1] AS year, len(years) AS n, c, e, q,
               list_sum(cs[1:k]) AS c1, list_sum(es[1:k]) AS e1, list_sum(qs[1:k]) AS q1
        FROM pairs JOIN (SELECT unnest(range(${LEAST_YEARS}, ${MOST_YEARS})) AS k) s ON k <= len(years) - ${LEAST_YEARS}),
      splits AS (
        SELECT layer, source, origin, destination, year,
               2 * (CASE WHEN c1 > 0 THEN c1 * ln(c1 / e1) ELSE 0 END + CASE WHEN c > c1 THEN (c - c1) * ln((c - c1) / (e - e1)) ELSE 0 END - c * ln(c / e)) AS ratio,
               greatest(1, (CASE WHEN c1 > 0 THEN q1 * e1 / c1 ELSE 0 END + CASE WHEN c > c1 THEN (q - q1) * (e - e1) / (c - c1) ELSE 0 END - c) / (n - 2)) AS dispersion
        FROM parts),
      best AS (
        SELECT layer, source, origin, destination, arg_max(year, ratio) AS value, max(ratio) AS ratio, arg_max(dispersion, ratio) AS dispersion,
               list(year ORDER BY year) AS years, list(ratio ORDER BY year) AS ratios
        FROM splits GROUP BY layer, source, origin, destination)
      SELECT b.layer, b.source, b.origin, b.destination, w.year, CAST(b.value AS DOUBLE) AS value,
             CAST(min(b.years[k]) AS DOUBLE) AS low, CAST(max(b.years[k]) AS DOUBLE) AS high, CAST(NULL AS VARCHAR) AS flag
      FROM best b
      JOIN (SELECT unnest(range(1, ${MOST_YEARS})) AS k) s ON k <= len(b.years) AND b.ratios[k] >= b.ratio - ${WITHIN} * b.dispersion
      JOIN (SELECT layer, source, max(year) AS year FROM margins WHERE NOT coalesce(contains(flag, 'p'), FALSE) GROUP BY layer, source) w
        ON w.layer = b.layer AND w.source = b.source
      WHERE b.ratio >= ${CRITICAL} * b.dispersion
      GROUP BY b.layer, b.source, b.origin, b.destination, w.year, b.value`,
  },
};
