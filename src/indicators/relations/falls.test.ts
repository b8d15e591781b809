import { afterAll, beforeAll, expect, test } from 'vitest';
import { smallRelease, type SmallTables } from '../../../tests/support/small-release.ts';
import type { Session } from '../../../scripts/lib/session.ts';

type Point = number | readonly [value: number, flag: string] | null;

/** A line of years from 2000 on; null leaves a year out. */
const line = (country: string, measure: string, source: string, points: readonly Point[]) =>
  points.flatMap((point, i) =>
    point === null
      ? []
      : [
          {
            country,
            measure,
            source,
            year: 2000 + i,
            value: typeof point === 'number' ? point : point[0],
            flag: typeof point === 'number' ? null : point[1],
          },
        ],
  );
const works = (country: string, points: readonly Point[]) =>
  line(country, 'international_works', 'openalex-copublications', points);
const moves = (country: string, base: string, points: readonly Point[]) =>
  line(country, 'scholars_in', `scholarly-migration/${base}`, points);
const students = (country: string, points: readonly Point[]) =>
  line(country, 'inbound_students', 'uis-student-totals', points);
const articles = (country: string, points: readonly number[], edition = 'SEI2024') =>
  points.map((value, i) => ({
    source: 'ncses-publications/scopus',
    edition,
    country,
    attribute: 'international',
    year: 2000 + i,
    value,
  }));

const totals: SmallTables['totals'] = [
  // A falls by a tenth and by a twentieth; the level before the first is reached again in 2004, before the second in 2003.
  ...works('AAA', [10_000, 9_000, 8_550, 9_500, 10_000, 12_000]),
  // A break, a missing year and a provisional year are no falls, and end the line.
  ...works('BRK', [10_000, [5_000, 'b'], 4_000, 4_500]),
  ...works('GAP', [10_000, null, 5_000]),
  ...works('PRO', [10_000, [5_000, 'p']]),
  ...works('END', [10_000, 9_000, null, 12_000, 13_000]),
  // Too small a level, too small a fall, no more than chance.
  ...works('LOW', [99, 10]),
  ...works('FEW', [100_000, 99_100]),
  ...works('LUK', [400, 370]),
  // The same fall, 2.53 standard errors: beyond chance in one year (1.96), not in one of twenty-one (3.04).
  ...works('ONE', [1_000, 890]),
  ...works('MANY', [1_000, 890, ...Array.from({ length: 20 }, () => 890)]),
  ...works('WLD', [10_000, 5_000]),
  // Scholars in two bases: the second falls in the next year, too late, by chance only, or not at all.
  ...moves('NXT', 'scopus', [10_000, 9_000, 9_500, 9_600]),
  ...moves('NXT', 'openalex', [20_000, 21_000, 19_000, 19_500]),
  ...moves('TOO', 'scopus', [10_000, 9_000, 9_500, 9_600]),
  ...moves('TOO', 'openalex', [20_000, 21_000, 21_500, 15_000]),
  ...moves('WEE', 'scopus', [10_000, 9_000]),
  ...moves('WEE', 'openalex', [400, 370]),
  ...students('STU', [[1_000, 'e'], 600, 700]),
];

let db: Session;
beforeAll(async () => {
  db = await smallRelease({
    totals,
    publication_counts: [
      ...articles('AAA', [8_000, 7_600, 7_700]),
      // An older edition is another line.
      ...articles('AAA', [8_000, 1_000, 500], 'SEI2022'),
      ...articles('FEW', [8_000, 8_100]),
    ],
  });
});
afterAll(() => db.close());

const fallsOf = async (country: string): Promise<string[]> =>
  (
    await db.all<{ row: string }>(
      `SELECT concat_ws(' ', source, year, before, after, fall, coalesce(CAST(recovered_year AS VARCHAR), 'never'), 'by', watched_to, shown, second_year, second_fall, flag) AS row
       FROM falls WHERE country = '${country}' ORDER BY year, row`,
    )
  ).map(({ row }) => row);

test('a fall, when it was made up, and the second source beside it', async () => {
  expect(await fallsOf('AAA')).toEqual([
    'ncses-publications/scopus 2001 8000 7600 0.05 never by 2002 yes 2001 0.1',
    'openalex-copublications 2001 10000 9000 0.1 2004 by 2005 yes 2001 0.05',
    'openalex-copublications 2002 9000 8550 0.05 2003 by 2005 no 2002 -0.013158',
  ]);
});

test('no fall runs across a break, a missing year or a provisional one', async () => {
  expect(await fallsOf('BRK')).toEqual([
    'openalex-copublications 2002 5000 4000 0.2 never by 2003 not covered b',
  ]);
  expect(await fallsOf('GAP')).toEqual([]);
  expect(await fallsOf('PRO')).toEqual([]);
});

test('a level that is reached after a gap is not seen as reached', async () => {
  expect(await fallsOf('END')).toEqual([
    'openalex-copublications 2001 10000 9000 0.1 never by 2001 not covered',
  ]);
});

test('small levels, small falls, chance and the world are left out', async () => {
  for (const country of ['LOW', 'FEW', 'LUK', 'WLD']) expect(await fallsOf(country)).toEqual([]);
});

test('the more years are looked at, the larger a fall must be', async () => {
  expect((await fallsOf('ONE')).length).toBe(1);
  expect(await fallsOf('MANY')).toEqual([]);
});

test('beside a fall stands that of all countries which have both years', async () => {
  const world = await db.all<{ row: string }>(
    "SELECT concat_ws(' ', country, year, world_fall) AS row FROM falls WHERE source = 'scholarly-migration/openalex' OR measure = 'inbound_students' ORDER BY row",
  );
  // 2002: from 21,000 + 21,000 to 19,000 + 21,500, a rise in one of them; 2003: from 40,500 to 34,500. One host, 600 of 1,000.
  expect(world.map(({ row }) => row)).toEqual(['NXT 2002 0.035714', 'STU 2001 0.4', 'TOO 2003 0.148148']);
});

test('a second source shows a fall in the same year or the next, by the same rule', async () => {
  expect(await fallsOf('NXT')).toContain(
    'scholarly-migration/scopus 2001 10000 9000 0.1 never by 2003 yes 2002 0.095238',
  );
  // The base that falls later does not find the earlier fall.
  expect(await fallsOf('NXT')).toContain(
    'scholarly-migration/openalex 2002 21000 19000 0.095238 never by 2003 no 2003 -0.010526',
  );
  expect((await fallsOf('TOO'))[0]).toMatch(/ no /);
  expect(await fallsOf('WEE')).toEqual([
    'scholarly-migration/scopus 2001 10000 9000 0.1 never by 2001 no 2001 0.075',
  ]);
});

test('the interval is that of the ratio of two counts; students have none', async () => {
  const [row] = await db.all<{ low: number; high: number }>(
    "SELECT low, high FROM falls WHERE country = 'WEE' AND source LIKE '%scopus'",
  );
  const [ratio, width] = [9000.5 / 10_000.5, 1.959964 * Math.sqrt(1 / 9000.5 + 1 / 10_000.5)];
  expect(row?.low).toBeCloseTo(1 - ratio * Math.exp(width), 6);
  expect(row?.high).toBeCloseTo(1 - ratio * Math.exp(-width), 6);
  expect(await db.all("SELECT low, high, flag FROM falls WHERE country = 'STU'")).toEqual([
    { low: null, high: null, flag: 'e' },
  ]);
});

const indicatorOf = async (indicator: string, country: string): Promise<string[]> =>
  (
    await db.all<{ row: string }>(
      `SELECT concat_ws(' ', layer, source, year, value, flag) AS row FROM country_indicators WHERE indicator = '${indicator}' AND country = '${country}' ORDER BY row`,
    )
  ).map(({ row }) => row);

test('the largest fall of each source, in its year, flagged where no second source shows it', async () => {
  expect(await indicatorOf('largest_fall', 'AAA')).toEqual([
    'papers ncses-publications/scopus 2001 0.05',
    'papers openalex-copublications 2001 0.1',
  ]);
  expect(await indicatorOf('largest_inbound_fall', 'NXT')).toEqual([
    'scholars scholarly-migration/openalex 2002 0.095238 u',
    'scholars scholarly-migration/scopus 2001 0.1',
  ]);
  expect(await indicatorOf('largest_inbound_fall', 'STU')).toEqual([
    'students uis-student-totals 2001 0.4 eu',
  ]);
  expect(await indicatorOf('largest_outbound_fall', 'NXT')).toEqual([]);
});

test('years to recover, from the year of the fall; no value where the level was not reached again', async () => {
  expect(await indicatorOf('recovery_years', 'AAA')).toEqual(['papers openalex-copublications 2001 3.0']);
  expect(await indicatorOf('inbound_recovery_years', 'NXT')).toEqual([]);
});
