import { measured } from '../../../charts/measured.ts';
import {
  dotsOfQuery,
  figures,
  linesOfQuery,
  yearSpan,
  type LineRow,
} from '../../../publication/query-figure.ts';

/** From here on the Academic Freedom Index a country is called freer: a choice of ours. */
const FREER = 0.6;
/** Links with freer partners that a country has at least. */
const ENOUGH = 5000;
/** How many of the two countries of a pair are freer, in words. */
const KINDS = `CASE CAST(a.value >= ${FREER} AS INTEGER) + CAST(b.value >= ${FREER} AS INTEGER)
  WHEN 2 THEN 'both freer' WHEN 1 THEN 'one of each' ELSE 'both less free' END`;
const LINE = `Freer: ${FREER} or more on the Academic Freedom Index, which runs from zero to one.`;
const GRAVITY =
  'Expected: a gravity model with the sizes of both countries, distance, common border, common official language and colonial tie. Association, not effect.';

/** A line's value in a year. */
const at = (rows: readonly LineRow[], year: number, series: string, panel?: string): number | null =>
  rows.find((row) => row.year === year && row.series === series && (!panel || row.panel === panel))?.value ??
  null;
const percent = (value: number): string => measured(value, { unit: '%', digits: 0 });
const tenth = (value: number): string => measured(value, { unit: '%', digits: 1 });
const times = (value: number): string => measured(value, { unit: '', digits: 2 });

export default figures(
  linesOfQuery({
    id: 'shares',
    layer: 'papers',
    sql: `
      WITH links AS (
        SELECT f.year, f.value, (a.value >= ${FREER}) <> (b.value >= ${FREER}) AS mixed, (c.value >= ${FREER}) <> (d.value >= ${FREER}) AS fixed
        FROM flows f
        JOIN academic_freedom a ON a.country = f.origin AND a.year = f.year
        JOIN academic_freedom b ON b.country = f.destination AND b.year = f.year
        JOIN academic_freedom c ON c.country = f.origin AND c.year = 2022
        JOIN academic_freedom d ON d.country = f.destination AND d.year = 2022
        WHERE f.source = 'openalex-copublications' AND f.year BETWEEN 1993 AND 2022)
      SELECT 'by the index of 2022' AS series, year, 100.0 * sum(CASE WHEN fixed THEN value ELSE 0 END) / sum(value) AS value FROM links GROUP BY year
      UNION ALL
      SELECT 'by that year’s index', year, 100.0 * sum(CASE WHEN mixed THEN value ELSE 0 END) / sum(value) FROM links GROUP BY year
      ORDER BY series, year`,
    needs: ['flows', 'academic_freedom'],
    sources: ['openalex-copublications', 'vdem-academic-freedom'],
    title: (rows) =>
      `Share of international links that join a freer and a less free country, ${yearSpan(rows)}`,
    takeaway: (rows) => {
      const [first, last] = [1993, 2022].map((year) => at(rows, year, 'by that year’s index'));
      const fixed = at(rows, 1993, 'by the index of 2022');
      return first == null || last == null || fixed === null
        ? null
        : `By each year’s index the share was ${percent(first)} in 1993 and ${percent(last)} in 2022; by the index of 2022 it was ${percent(fixed)} in 1993 (OpenAlex).`;
    },
    axis: 'Share of links (%)',
    measure: { unit: '%', digits: 0 },
    notes: [
      LINE,
      'Both lines end at the same point. They differ before, for countries that crossed the line.',
      'Whole counting: a paper of several countries makes a link for each pair of them.',
    ],
  }),
  linesOfQuery({
    id: 'kinds-since-1993',
    layer: 'papers',
    sql: `
      SELECT ${KINDS} AS series, g.from_year AS year, sum(g.observed) / sum(g.expected) AS value
      FROM gravity_pairs g
      JOIN academic_freedom a ON a.country = g.origin AND a.year = g.from_year
      JOIN academic_freedom b ON b.country = g.destination AND b.year = g.from_year
      WHERE g.layer = 'papers' AND g.source = 'openalex-copublications' AND g.from_year BETWEEN 1993 AND 2022 AND g.from_year = g.to_year AND g.origin < g.destination
      GROUP BY series, g.from_year ORDER BY series, year`,
    needs: ['gravity_pairs', 'academic_freedom'],
    sources: ['openalex-copublications', 'vdem-academic-freedom', 'cepii-geodist'],
    title: (rows) =>
      `Papers of pairs of countries against what size and distance suggest, by academic freedom, ${yearSpan(rows)}`,
    takeaway: (rows) => {
      const [mixed, unfree] = ['one of each', 'both less free'].map((series) => at(rows, 2022, series));
      return mixed == null || unfree == null
        ? null
        : `In 2022 pairs of a freer and a less free country shared ${times(mixed)} times the papers expected, pairs of less free ones ${times(unfree)} times (OpenAlex).`;
    },
    axis: 'Observed over expected',
    measure: { unit: '', digits: 2 },
    log: true,
    neutral: [1, 'as expected'],
    notes: [LINE, GRAVITY],
  }),
  linesOfQuery({
    id: 'gap',
    layer: 'papers',
    sql: `
      SELECT CASE c.part WHEN 1 THEN 'All pairs' ELSE 'Without US–China' END AS panel,
             CASE c.labels WHEN 1 THEN 'by that year’s index' ELSE 'by the index of 2012' END AS series, g.from_year AS year,
             100.0 * (1 - sum(g.observed) / sum(g.expected)) AS value
      FROM gravity_pairs g
      CROSS JOIN (SELECT 1 AS part, 1 AS labels UNION ALL SELECT 1, 2 UNION ALL SELECT 2, 1 UNION ALL SELECT 2, 2) c
      JOIN academic_freedom a ON a.country = g.origin AND a.year = CASE c.labels WHEN 1 THEN g.from_year ELSE 2012 END
      JOIN academic_freedom b ON b.country = g.destination AND b.year = CASE c.labels WHEN 1 THEN g.from_year ELSE 2012 END
      WHERE g.layer = 'papers' AND g.source = 'openalex-copublications' AND g.from_year BETWEEN 1993 AND 2022 AND g.from_year = g.to_year
        AND g.origin < g.destination AND (a.value >= ${FREER}) <> (b.value >= ${FREER})
        AND (c.part = 1 OR NOT (g.origin IN ('USA', 'CHN') AND g.destination IN ('USA', 'CHN')))
      GROUP BY 1, 2, 3 ORDER BY panel, series, year`,
    needs: ['gravity_pairs', 'academic_freedom'],
    sources: ['openalex-copublications', 'vdem-academic-freedom', 'cepii-geodist'],
    title: (rows) =>
      `How far papers of a freer and a less free country fall short of what is expected, ${yearSpan(rows)}`,
    takeaway: (rows) => {
      const [then, low, now] = [2005, 2018, 2022].map((year) =>
        at(rows, year, 'by that year’s index', 'All pairs'),
      );
      return then == null || low == null || now == null
        ? null
        : `By each year’s index the gap was ${tenth(then)} in 2005, ${tenth(low)} in 2018 and ${tenth(now)} in 2022 (OpenAlex).`;
    },
    axis: 'Short of what is expected (%)',
    measure: { unit: '%', digits: 1 },
    neutral: [0, 'as expected'],
    notes: [LINE, GRAVITY, 'Above zero: fewer papers than expected.'],
  }),
  linesOfQuery({
    id: 'moves',
    layer: 'scholars',
    sql: `
      SELECT CASE g.source WHEN 'scholarly-migration/scopus' THEN 'Scopus base' ELSE 'OpenAlex base' END AS panel,
             CASE c.part WHEN 1 THEN 'all pairs' ELSE 'without US–China' END AS series, g.from_year AS year,
             sum(g.observed) / sum(g.expected) AS value
      FROM gravity_pairs g
      JOIN academic_freedom a ON a.country = g.origin AND a.year = g.from_year
      JOIN academic_freedom b ON b.country = g.destination AND b.year = g.from_year
      CROSS JOIN (SELECT 1 AS part UNION ALL SELECT 2) c
      WHERE g.layer = 'scholars' AND g.source IN ('scholarly-migration/scopus', 'scholarly-migration/openalex')
        AND g.from_year BETWEEN 2008 AND 2020 AND (a.value >= ${FREER}) <> (b.value >= ${FREER})
        AND (c.part = 1 OR NOT (g.origin IN ('USA', 'CHN') AND g.destination IN ('USA', 'CHN')))
      GROUP BY panel, series, g.from_year ORDER BY panel DESC, series, year`,
    needs: ['gravity_pairs', 'academic_freedom'],
    sources: [
      'scholarly-migration/scopus',
      'scholarly-migration/openalex',
      'vdem-academic-freedom',
      'cepii-geodist',
    ],
    title: (rows) =>
      `Moves of scholars between a freer and a less free country against what is expected, by base, ${yearSpan(rows)}`,
    takeaway: (rows) => {
      const [all, without, all2, without2] = ['Scopus base', 'OpenAlex base'].flatMap((panel) =>
        ['all pairs', 'without US–China'].map((series) => at(rows, 2020, series, panel)),
      );
      return all == null || without == null || all2 == null || without2 == null
        ? null
        : `In 2020 such moves stood at ${times(all)} (Scopus) and ${times(all2)} times (OpenAlex) what is expected; without those between the United States and China, at ${times(without)} and ${times(without2)} times.`;
    },
    axis: 'Observed over expected',
    measure: { unit: '', digits: 2 },
    log: true,
    neutral: [1, 'as expected'],
    notes: [LINE, GRAVITY],
  }),
  dotsOfQuery({
    id: 'countries',
    layer: 'papers',
    sql: `
      SELECT g.origin AS iso3, any_value(a.value) AS x, sum(g.observed) / sum(g.expected) AS y, sum(g.observed) AS size
      FROM gravity_pairs g
      JOIN academic_freedom a ON a.country = g.origin AND a.year = g.from_year
      JOIN academic_freedom b ON b.country = g.destination AND b.year = g.from_year
      WHERE g.layer = 'papers' AND g.source = 'openalex-copublications' AND g.from_year = 2022 AND b.value >= ${FREER}
      GROUP BY g.origin HAVING sum(g.observed) >= ${ENOUGH} ORDER BY g.origin`,
    needs: ['gravity_pairs', 'academic_freedom'],
    sources: ['openalex-copublications', 'vdem-academic-freedom', 'cepii-geodist'],
    title: (rows) =>
      `Academic freedom of ${rows.length} countries and their papers with freer partners, against what is expected, 2022`,
    takeaway: (rows) => {
      const above = (some: typeof rows): string =>
        `${some.filter(({ y }) => y !== null && y > 1).length} of ${some.length}`;
      const isFree = ({ x }: { x: number | null }): boolean => x !== null && x >= FREER;
      return `${above(rows.filter(isFree))} freer countries share more with freer partners than expected, and ${above(rows.filter((row) => !isFree(row)))} less free ones (OpenAlex).`;
    },
    x: { title: 'Academic Freedom Index, 2022', unit: '', digits: 2, neutral: null, log: false },
    y: {
      title: 'Links with freer partners over expected',
      unit: '',
      digits: 2,
      neutral: { value: 1, words: 'as expected' },
      log: null,
    },
    size: { title: 'Links with freer partners', unit: '', digits: 0 },
    notes: [`Countries with at least ${ENOUGH.toLocaleString('en-GB')} such links.`, LINE, GRAVITY],
  }),
);
