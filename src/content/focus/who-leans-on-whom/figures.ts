import { barsOfQuery, dotsOfQuery, figures, linesOfQuery } from '../../../publication/query-figure.ts';
import { ENOUGH, INCOME, leans, OPENALEX } from './leans.ts';

const MOVES = ['scholarly-migration/scopus', 'scholarly-migration/openalex'];
/** Countries of the lines through time: those with so many papers with authors abroad in their first year. */
const ENOUGH_AT_FIRST = 200;
const FIRST = 2010;
/** Moves of five years together: fewer accidents of small flows. */
const MOVED = 'year BETWEEN 2016 AND 2020';
/** Moves that a country has at least, so that its share means something. */
const ENOUGH_MOVES = 200;
const INCOMES = "['Low income', 'Lower middle income', 'Upper middle income', 'High income']";

/** Of those who go between high-income countries and others, the part that goes to the high-income side. */
const toRich = (what: string, source: string, years: string, incomes: string): string => `
  SELECT '${what}, ' || lower(replace(b.income_group, ' income', '')) AS name, '${what}' AS kind, b.income_group,
         100.0 * sum(e.r) / sum(e.c + e.r) AS value
  FROM exchanges e JOIN countries a ON a.iso3 = e.origin JOIN countries b ON b.iso3 = e.destination
  WHERE e.source = '${source}' AND e.${years} AND a.income_group = 'High income' AND b.income_group IN (${incomes})
  GROUP BY b.income_group`;
const [SCOPUS = '', SECOND = ''] = MOVES;
const POORER = "'Low income', 'Lower middle income', 'Upper middle income'";

export default figures(
  dotsOfQuery({
    id: 'both-ways',
    layer: 'papers',
    sql: `
      WITH ${leans(2022)}
      SELECT country AS iso3, 100 * share AS x, 100 * back AS y, CAST(works AS DOUBLE) AS size
      FROM leans WHERE year = 2022 AND works >= ${ENOUGH} ORDER BY works DESC, country`,
    needs: ['ties', 'totals', 'countries'],
    sources: [OPENALEX],
    title: (rows) => `What the first partner is to ${rows.length} countries, and what they are to it, 2022`,
    x: {
      title: 'First partner’s share in the country’s papers',
      unit: '%',
      digits: 1,
      neutral: null,
      log: false,
    },
    y: { title: 'Country’s share in its papers', unit: '%', digits: 2, neutral: null, log: true },
    size: { title: 'Size', unit: 'papers', digits: 0 },
    focus: ['UGA', 'EGY', 'CHN', 'USA'],
    notes: [
      'Shares of papers with authors abroad. Upwards on a logarithmic scale: every step is as many times as much.',
      'Countries with few papers are left out: their first partner changes by chance.',
    ],
  }),
  linesOfQuery({
    id: 'incomes',
    layer: 'papers',
    sql: `
      WITH ${leans(FIRST, 2022)},
      kept AS (SELECT country FROM leans WHERE year = ${FIRST} AND works >= ${ENOUGH_AT_FIRST} AND income IS NOT NULL)
      SELECT income AS series, year, 100 * median(share) AS value FROM leans
      WHERE country IN (SELECT country FROM kept) AND year BETWEEN ${FIRST} AND 2022
      GROUP BY income, year ORDER BY array_position(${INCOMES}, income), year`,
    needs: ['ties', 'totals', 'countries'],
    sources: [OPENALEX, INCOME],
    title: (rows) =>
      `The first partner’s share in the papers of the median country of each income group, ${Math.min(...rows.map((r) => r.year))}–${Math.max(...rows.map((r) => r.year))}`,
    axis: 'Share of papers with authors abroad (%)',
    measure: { unit: '%', digits: 1 },
    notes: [
      `The same countries in every year: those with at least ${ENOUGH_AT_FIRST} papers with authors abroad in ${FIRST}. Few of them are low-income countries.`,
      'Income groups are those in force today.',
    ],
  }),
  barsOfQuery({
    id: 'people',
    layer: 'scholars',
    sql: `
      SELECT name, value FROM (
        ${toRich('Students', 'uis-student-flows', 'year = 2018', "'Lower middle income', 'Upper middle income'")}
        UNION ALL ${toRich('Scholars (Scopus)', SCOPUS, MOVED, POORER)}
        UNION ALL ${toRich('Scholars (OpenAlex)', SECOND, MOVED, POORER)})
      ORDER BY kind DESC, array_position(${INCOMES}, income_group)`,
    needs: ['exchanges', 'countries'],
    sources: ['uis-student-flows', ...MOVES, INCOME],
    title: () =>
      'Of those who go between high-income countries and others, the share that goes to the high-income side: students 2018, scholars 2016–2020',
    measure: { unit: '%', digits: 0 },
    column: 'Who, and the income group of the other side',
    notes: [
      'Half and half would be an even exchange.',
      'Students: enrolled in 2018, only pairs of countries that list each other. Of low-income countries a single pair does, so they are left out.',
      'Scholars: moves of 2016–2020 together. Students are counted for as long as they study, scholars when they move: compare directions, not sizes.',
    ],
  }),
  barsOfQuery({
    id: 'chance',
    layer: 'scholars',
    sql: `
      WITH pairs AS (
        SELECT origin AS country, destination, sum(c) AS c, sum(r) AS r FROM exchanges
        WHERE source = '${SCOPUS}' AND ${MOVED} GROUP BY origin, destination),
      halves AS (SELECT country, c, r, c + r AS n, floor((c + r - 1) / 2) AS k FROM pairs),
      matched AS (
        SELECT country, sum(n) AS moves, 2.0 * sum(least(c, r)) / sum(n) AS matched,
               1 - sum(exp(ln(n) + lgamma(n) - lgamma(k + 1) - lgamma(n - k) - (n - 1) * ln(2))) / sum(n) AS even
        FROM halves GROUP BY country HAVING sum(n) >= ${ENOUGH_MOVES}),
      medians AS (
        SELECT g.income_group, 100 * median(m.matched) AS matched, 100 * median(m.even) AS even
        FROM matched m JOIN countries g ON g.iso3 = m.country WHERE g.income_group IS NOT NULL GROUP BY g.income_group)
      SELECT name, value FROM (
        SELECT income_group, 1 AS place, income_group || ', seen' AS name, matched AS value FROM medians
        UNION ALL SELECT income_group, 2, income_group || ', if even', even FROM medians)
      ORDER BY array_position(${INCOMES}, income_group), place`,
    needs: ['exchanges', 'countries'],
    sources: [SCOPUS, INCOME],
    title: () =>
      'Share of scholars’ moves that are matched by moves the other way, partner by partner, 2016–2020',
    measure: { unit: '%', digits: 0 },
    column: 'Median country of the income group',
    notes: [
      '“Seen” is what the base has. “If even” is what chance would leave if with every partner a move were as likely to go one way as the other: small flows miss each other.',
      `Countries with at least ${ENOUGH_MOVES} moves. On the OpenAlex base all shares are higher, and the middle groups fall short by most there too.`,
    ],
  }),
);
