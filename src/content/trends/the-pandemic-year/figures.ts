import { median } from 'd3';
import { measured } from '../../../charts/measured.ts';
import { barsOfQuery, dotsOfQuery, figures, linesOfQuery } from '../../../publication/query-figure.ts';

/** Arrivals in 2019 that a country has at least. */
const ENOUGH = 100;
const NAME = `CASE source WHEN 'scholarly-migration/scopus' THEN 'Scopus base' ELSE 'OpenAlex base' END`;

const index = (value: number): string => measured(value, { unit: '', digits: 0 });
const tenth = (value: number): string => measured(value, { unit: '%', digits: 1 });

/** "fell by 7.1%" */
const turn = (change: number): string => `${change < 0 ? 'fell' : 'rose'} by ${tenth(Math.abs(change))}`;

/** Spread of origins in 2019 and the change of arrivals in 2020, of one base; the place that lies far above all others is named. */
const spread = (id: string, source: string, base: string, outlier: string) =>
  dotsOfQuery({
    id,
    layer: 'scholars',
    sql: `
      SELECT a.country AS iso3, i.value AS x, 100.0 * (a.value - b.value) / b.value AS y, b.value AS size
      FROM totals a
      JOIN totals b ON b.country = a.country AND b.source = a.source AND b.measure = a.measure AND b.year = 2019
      JOIN country_indicators i ON i.country = a.country AND i.source = a.source AND i.indicator = 'effective_origins' AND i.year = 2019
      WHERE a.source = '${source}' AND a.measure = 'scholars_in' AND a.year = 2020 AND b.value >= ${ENOUGH} AND a.country <> 'WLD'
      ORDER BY a.country`,
    needs: ['totals', 'country_indicators'],
    sources: [source],
    title: (rows) =>
      `Spread of origins in 2019 and change of arriving scholars in 2020, ${rows.length} countries, ${base}`,
    takeaway: (rows) => {
      const bySpread = rows.toSorted((a, b) => (a.x ?? 0) - (b.x ?? 0));
      const half = Math.floor(rows.length / 2);
      const [narrow, wide] = [bySpread.slice(0, half), bySpread.slice(-half)].map((some) =>
        median(some, ({ y }) => y),
      );
      return narrow === undefined || wide === undefined
        ? null
        : `In the half of countries with the wider spread arrivals changed by a median of ${tenth(wide)}, in the other half by ${tenth(narrow)}.`;
    },
    x: { title: 'Effective number of origins, 2019', unit: '', digits: 1, neutral: null, log: false },
    y: {
      title: 'Change of arrivals, 2019 to 2020',
      unit: '%',
      digits: 0,
      neutral: { value: 0, words: 'no change' },
      log: false,
    },
    size: { title: 'Arrivals in 2019', unit: '', digits: 0 },
    focus: [outlier],
    notes: [
      `Only countries with at least ${ENOUGH} arrivals in 2019 in this base.`,
      'The effective number is how many equally large origins would be as mixed as these.',
      'An association, if there were one, would not be an effect.',
    ],
  });

export default figures(
  linesOfQuery({
    id: 'four-counts',
    layer: 'students',
    sql: `
      WITH counts AS (
        SELECT 'US student visas (F-1)' AS series, 1 AS place, year, sum(value) AS value FROM us_student_visas
        WHERE source = 'us-student-visas' AND visa_class = 'F1' GROUP BY year
        UNION ALL
        SELECT 'Canada, study permits', 2, year, value FROM canada_study_permits
        WHERE source = 'canada-study-permits' AND country = 'WLD' AND length(period) = 4
        UNION ALL
        SELECT 'Taiwan, exchange', 3, year, sum(value) FROM taiwan_foreign_students
        WHERE source = 'taiwan-foreign-students' AND student_type = 'Exchange students' GROUP BY year
        UNION ALL
        SELECT 'Taiwan, degree', 4, year, sum(value) FROM taiwan_foreign_students
        WHERE source = 'taiwan-foreign-students' AND kind = 'degree' GROUP BY year)
      SELECT c.series, c.year, 100.0 * c.value / b.value AS value
      FROM counts c JOIN counts b ON b.series = c.series AND b.year = 2019
      WHERE c.year BETWEEN 2015 AND 2023 ORDER BY c.place, c.year`,
    needs: ['us_student_visas', 'canada_study_permits', 'taiwan_foreign_students'],
    sources: ['us-student-visas', 'canada-study-permits', 'taiwan-foreign-students'],
    title: () => 'Four counts in three registers, each against its own level in 2019, 2015–2023',
    takeaway: (rows) => {
      const [visas, permits, exchange, degree] = [
        'US student visas (F-1)',
        'Canada, study permits',
        'Taiwan, exchange',
        'Taiwan, degree',
      ].map((series) => rows.find((row) => row.series === series && row.year === 2020)?.value ?? null);
      return visas == null || permits == null || exchange == null || degree == null
        ? null
        : `With 2019 as 100, US student visas stood at ${index(visas)} in 2020, study permits of Canada at ${index(permits)}, exchange students in Taiwan at ${index(exchange)}, and degree students there at ${index(degree)}.`;
    },
    axis: '2019 = 100',
    measure: { unit: '', digits: 0 },
    neutral: [100, ''],
    notes: [
      'Each register counts something else: visas issued, permits that became effective, students enrolled. Compare shapes, not sizes.',
      'United States: years that end in September.',
      'Taiwan: degree students are international, overseas Chinese and from mainland China; exchange is without visiting students from mainland China, a type of its own.',
    ],
  }),
  linesOfQuery({
    id: 'moves',
    layer: 'scholars',
    sql: `
      WITH moves AS (
        SELECT source, year, sum(value) AS value FROM flows
        WHERE layer = 'scholars' AND source IN ('scholarly-migration/scopus', 'scholarly-migration/openalex') GROUP BY source, year)
      SELECT ${NAME} AS series, a.year, 100.0 * (a.value - b.value) / b.value AS value
      FROM moves a JOIN (SELECT source AS base, year AS prior, value FROM moves) b ON b.base = a.source AND b.prior = a.year - 1
      WHERE a.year BETWEEN 2010 AND 2020 ORDER BY series, a.year`,
    needs: ['flows'],
    sources: ['scholarly-migration/scopus', 'scholarly-migration/openalex'],
    title: () => 'Change from the year before in moves of scholars between countries, by base, 2010–2020',
    takeaway: (rows) => {
      const [openalex, scopus] = ['OpenAlex base', 'Scopus base'].map(
        (series) => rows.find((row) => row.series === series && row.year === 2020)?.value ?? null,
      );
      return openalex == null || scopus == null
        ? null
        : `In 2020 moves ${turn(openalex)} in the OpenAlex base and ${turn(scopus)} in the Scopus base.`;
    },
    axis: 'Change from the year before (%)',
    measure: { unit: '%', digits: 1 },
    neutral: [0, 'no change'],
    notes: ['Both bases count the same thing from other papers. They stand side by side and are not joined.'],
  }),
  barsOfQuery({
    id: 'papers',
    layer: 'papers',
    sql: `
      SELECT c.short_name || ', ' || CASE f.source WHEN 'openalex-copublications' THEN 'OpenAlex' ELSE 'NCSES' END AS name, 100 * f.fall AS value
      FROM (
        SELECT country, source, fall, max(fall) OVER (PARTITION BY country) AS most FROM falls
        WHERE layer = 'papers' AND source IN ('openalex-copublications', 'ncses-publications/scopus') AND year = 2022 AND shown = 'yes'
        QUALIFY count(*) OVER (PARTITION BY country) = 2) f
      JOIN countries c ON c.iso3 = f.country
      ORDER BY f.most DESC, f.source DESC`,
    needs: ['falls', 'countries'],
    sources: ['openalex-copublications', 'ncses-publications/scopus'],
    title: () => 'Fall of international papers from 2021 to 2022 where two sources show one',
    takeaway: (rows) => {
      const [first, second] = rows;
      const [country] = first?.name.split(', ') ?? [];
      return first && second
        ? `The papers of ${country} fell most: by ${tenth(first.value)} in OpenAlex and by ${tenth(second.value)} in NCSES.`
        : null;
    },
    column: 'Country and source',
    measure: { unit: '%', digits: 1 },
    notes: [
      'Falls that are larger than chance would make them, in both sources in the same year. Tiny falls are left out.',
      'NCSES has large economies only, so smaller countries cannot be confirmed.',
    ],
  }),
  spread('spread-openalex', 'scholarly-migration/openalex', 'OpenAlex base', 'HKG'),
  spread('spread-scopus', 'scholarly-migration/scopus', 'Scopus base', 'MAC'),
);
