import { list } from '../../../charts/format.ts';
import { measured } from '../../../charts/measured.ts';
import {
  barsOfQuery,
  dotsOfQuery,
  figures,
  linesOfQuery,
  yearSpan,
} from '../../../publication/query-figure.ts';

const SCOPUS = 'scholarly-migration/scopus';
const OPENALEX = 'scholarly-migration/openalex';
const BASE = `CASE source WHEN '${SCOPUS}' THEN 'Scopus' ELSE 'OpenAlex' END`;
/** Moves into and out of each country (i, o) and the researchers seen there (r), by year and base. */
const MOVES = `
  SELECT country, year, ${BASE} AS base,
         CAST(max(CASE measure WHEN 'scholars_in' THEN value END) AS DOUBLE) AS i,
         CAST(max(CASE measure WHEN 'scholars_out' THEN value END) AS DOUBLE) AS o,
         CAST(max(CASE measure WHEN 'researchers' THEN value END) AS DOUBLE) AS r
  FROM totals WHERE source IN ('${SCOPUS}', '${OPENALEX}') AND country <> 'WLD'
  GROUP BY country, year, source`;
/** Researchers that a country has at least to be shown as a dot. */
const ENOUGH = 10_000;
const A_MOVE =
  'A move is a change of the main country of affiliation on publications. Who does not publish before and after is not seen.';
/** An axis of net moves, by base. */
const netMoves = (base: string) => ({
  title: `Net moves per 1,000 researchers, ${base}`,
  unit: 'moves per 1,000 researchers',
  digits: 1,
  neutral: { value: 0, words: 'as many come as go' },
  log: false,
});

export default figures(
  dotsOfQuery({
    id: 'in-and-out',
    layer: 'scholars',
    sql: `
      SELECT country AS iso3, 1000 * i / r AS x, 1000 * o / r AS y, r AS size FROM (${MOVES})
      WHERE base = 'Scopus' AND year = 2019 AND r >= ${ENOUGH} ORDER BY iso3`,
    needs: ['totals'],
    sources: [SCOPUS],
    title: () => 'Scholars who came and scholars who left, by country, Scopus base, 2019',
    takeaway: (rows) => {
      const near = rows.filter(
        ({ x, y }) => x !== null && y !== null && Math.max(x, y) < 1.5 * Math.min(x, y),
      );
      return `In ${near.length} of ${rows.length} countries the larger of the two flows is less than one and a half times the smaller.`;
    },
    x: { title: 'Moves in per 1,000 researchers', unit: 'moves in', digits: 0, neutral: null, log: true },
    y: { title: 'Moves out per 1,000 researchers', unit: 'moves out', digits: 0, neutral: null, log: true },
    size: { title: 'Researchers', unit: '', digits: 0 },
    focus: ['CHN', 'CHE', 'IND', 'USA'],
    notes: [
      `Shown are countries in which the base sees at least ${ENOUGH.toLocaleString('en-GB')} researchers. Equal steps on the axes are equal ratios.`,
      A_MOVE,
    ],
  }),
  barsOfQuery({
    id: 'losers',
    layer: 'scholars',
    column: 'Country',
    sql: `
      SELECT c.short_name AS name, s.country AS iso3, least(-s.value, -t.value) AS value
      FROM country_indicators s
      JOIN country_indicators t ON t.country = s.country AND t.year = s.year AND t.indicator = s.indicator AND t.layer = s.layer
      JOIN countries c ON c.iso3 = s.country
      WHERE s.indicator = 'net_rate' AND s.layer = 'scholars' AND s.year = 2019
        AND s.source = '${SCOPUS}' AND t.source = '${OPENALEX}'
        AND s.country IN (
          SELECT country FROM country_indicators
          WHERE indicator = 'balance' AND layer = 'scholars' AND year = 2019
            AND source IN ('${SCOPUS}', '${OPENALEX}') AND high < 0
          GROUP BY country HAVING count(*) = 2)
      ORDER BY value DESC`,
    needs: ['country_indicators', 'countries'],
    sources: [SCOPUS, OPENALEX],
    title: () => 'Countries that lost scholars on both bases, net moves out per 1,000 researchers, 2019',
    takeaway: (rows) =>
      `${rows.length} countries lost scholars on both bases; for their size ${list(rows.slice(0, 2).map(({ name }) => name))} lost most.`,
    measure: { unit: '', digits: 1 },
    notes: [
      'Shown is the smaller of the two losses. On both bases the loss is larger than chance would make it.',
      A_MOVE,
    ],
  }),
  dotsOfQuery({
    id: 'agreement',
    layer: 'scholars',
    sql: `
      SELECT s.country AS iso3, 1000 * (s.i - s.o) / s.r AS x, 1000 * (t.i - t.o) / t.r AS y, s.r AS size
      FROM (${MOVES}) s JOIN (${MOVES}) t ON t.country = s.country AND t.year = s.year
      WHERE s.base = 'Scopus' AND t.base = 'OpenAlex' AND s.year = 2019 AND s.r >= ${ENOUGH} AND t.r >= ${ENOUGH}
      ORDER BY iso3`,
    needs: ['totals'],
    sources: [SCOPUS, OPENALEX],
    title: () => 'Net moves of scholars on two bases, countries with many researchers, 2019',
    takeaway: (rows) =>
      `The two bases show the same sign for ${rows.filter(({ x, y }) => x !== null && y !== null && x * y > 0).length} of ${rows.length} countries.`,
    x: netMoves('Scopus'),
    y: netMoves('OpenAlex'),
    size: { title: 'Researchers', unit: '', digits: 0 },
    focus: ['USA', 'IRN', 'CHE', 'SAU'],
    notes: [
      `Shown are countries in which both bases see at least ${ENOUGH.toLocaleString('en-GB')} researchers. The area of a dot shows those that Scopus sees.`,
      'Upper right: both bases show a gain. Lower left: both show a loss. In the other two corners they contradict each other.',
      A_MOVE,
    ],
  }),
  linesOfQuery({
    id: 'turns',
    layer: 'scholars',
    sql: `
      SELECT c.short_name AS panel, m.base AS series, m.year, 1000 * (m.i - m.o) / m.r AS value
      FROM (${MOVES}) m JOIN countries c ON c.iso3 = m.country
      WHERE m.country IN ('GRC', 'IRN', 'CHE', 'USA')
      ORDER BY CASE m.country WHEN 'GRC' THEN 1 WHEN 'IRN' THEN 2 WHEN 'CHE' THEN 3 ELSE 4 END, m.base DESC, m.year`,
    needs: ['totals', 'countries'],
    sources: [SCOPUS, OPENALEX],
    title: (rows) => `Net moves of scholars in four countries on two bases, ${yearSpan(rows)}`,
    takeaway: (rows) => {
      const last = Math.max(...rows.map(({ year }) => year));
      const signs = Map.groupBy(
        Map.groupBy(
          rows.filter(({ year }) => year === last),
          ({ panel }) => panel ?? '',
        ),
        ([, some]) =>
          new Set(some.map(({ value }) => Math.sign(value ?? 0))).size === 1 &&
          Math.sign(some[0]?.value ?? 0),
      );
      const names = (sign: number | false): string =>
        list((signs.get(sign) ?? []).map(([name]) => name.replace(/^United/, 'the United')));
      return signs.get(-1) && signs.get(1) && signs.get(false)
        ? `In ${last} both bases show a loss for ${names(-1)} and a gain for ${names(1)}; for ${names(false)} they contradict each other.`
        : null;
    },
    axis: 'Net moves per 1,000 researchers',
    measure: { unit: '', digits: 1 },
    neutral: [0, ''],
    notes: ['Above zero more scholars came than went. The two bases are never one line.', A_MOVE],
  }),
  linesOfQuery({
    id: 'rates',
    layer: 'scholars',
    sql: `
      SELECT panel, base AS series, year, value FROM (
        SELECT 1 AS place, 'All countries' AS panel, base, year, 1000 * sum(i) / sum(r) AS value
        FROM (${MOVES}) GROUP BY base, year
        UNION ALL
        SELECT 2, 'Without China and Hong Kong', base, year, 1000 * sum(i) / sum(r)
        FROM (${MOVES}) WHERE country NOT IN ('CHN', 'HKG') GROUP BY base, year)
      ORDER BY place, base DESC, year`,
    needs: ['totals'],
    sources: [SCOPUS, OPENALEX],
    title: (rows) => `Moves between countries for every thousand researchers, ${yearSpan(rows)}`,
    takeaway: (rows) => {
      const said = ['Scopus', 'OpenAlex'].map((base) => {
        const some = rows.filter(({ panel, series }) => panel === 'All countries' && series === base);
        const [first, last] = [some[0], some.at(-1)].map((row) =>
          measured(row?.value ?? 0, { unit: '', digits: 1 }),
        );
        return `from ${first} to ${last} on ${base}`;
      });
      return `From ${yearSpan(rows).replace('–', ' to ')}, moves per thousand researchers went ${list(said)}.`;
    },
    axis: 'Moves per 1,000 researchers',
    measure: { unit: '', digits: 1 },
    notes: ['Moves into all countries over all researchers that the base sees in the year.', A_MOVE],
  }),
);
