import { median } from 'd3';
import { measured } from '../../../charts/measured.ts';
import { matchedMoves } from '../../../publication/moves-sql.ts';
import {
  barsOfQuery,
  dotsOfQuery,
  figures,
  linesOfQuery,
  yearSpan,
} from '../../../publication/query-figure.ts';
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
const whole = (value: number): string => measured(value, { unit: '%', digits: 0 });
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
    takeaway: (rows) => {
      const [to, back] = [median(rows, ({ x }) => x), median(rows, ({ y }) => y)];
      return to === undefined || back === undefined
        ? null
        : `By the median, the first partner is on ${whole(to)} of a country’s papers with authors abroad, and the country on ${measured(back, { unit: '%', digits: 1 })} of the partner’s (OpenAlex).`;
    },
    x: {
      title: 'First partner’s share in the country’s papers',
      unit: '%',
      digits: 1,
      neutral: null,
      log: false,
    },
    y: { title: 'Country’s share in its papers', unit: '%', digits: 2, neutral: null, log: true },
    size: { title: 'Papers with authors abroad', unit: '', digits: 0 },
    focus: ['UGA', 'EGY', 'CHN', 'USA'],
    notes: [
      'Shares of papers with authors abroad. Upwards on a logarithmic scale: every step is as many times as much.',
      `Countries with fewer than ${ENOUGH} papers with authors abroad are left out: their first partner changes by chance.`,
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
      `The first partner’s share in the papers of the median country of each income group, ${yearSpan(rows)}`,
    takeaway: (rows) => {
      const last = Math.max(...rows.map(({ year }) => year));
      const [low, high] = ['Low income', 'High income'].map(
        (series) => rows.find((row) => row.series === series && row.year === last)?.value ?? null,
      );
      return low == null || high == null
        ? null
        : `In ${last} the first partner was on ${measured(low, { unit: '%', digits: 1 })} of the papers of the median low-income country and on ${measured(high, { unit: '%', digits: 1 })} of those of the median high-income one (OpenAlex).`;
    },
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
    takeaway: (rows) => {
      const [students, scopus, openalex] = ['Students', 'Scholars (Scopus)', 'Scholars (OpenAlex)'].map(
        (who) => rows.find(({ name }) => name === `${who}, lower middle`),
      );
      return students && scopus && openalex
        ? `In the few pairs of a high- and a lower-middle-income country that list each other, ${whole(students.value)} of students go to the high-income side, and in all pairs ${whole(scopus.value)} (Scopus) or ${whole(openalex.value)} (OpenAlex) of scholars.`
        : null;
    },
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
      WITH matched AS (${matchedMoves({ source: SCOPUS, first: 2016, last: 2020, least: ENOUGH_MOVES })}),
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
    takeaway: (rows) => {
      const [widest] = rows
        .flatMap(({ name, value: even }) => {
          const group = name.endsWith(', if even') ? name.replace(', if even', '') : null;
          const seen = rows.find((row) => row.name === `${group}, seen`)?.value;
          return group === null || seen === undefined ? [] : [{ group, seen, even }];
        })
        .toSorted((a, b) => b.even - b.seen - (a.even - a.seen));
      return widest
        ? `${widest.group.replaceAll(' ', '-').replace('-income', '-income countries')} fall furthest short: ${whole(widest.seen)} of moves are matched, where even exchange would leave ${whole(widest.even)} (Scopus base).`
        : null;
    },
    measure: { unit: '%', digits: 0 },
    column: 'Median country of the income group',
    notes: [
      '“Seen” is what the base has. “If even” is what chance would leave if with every partner a move were as likely to go one way as the other: small flows miss each other.',
      `Countries with at least ${ENOUGH_MOVES} moves. On the OpenAlex base all shares are higher, and the middle groups fall short by most there too.`,
    ],
  }),
);
