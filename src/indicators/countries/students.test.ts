import { afterAll, beforeAll, expect, test } from 'vitest';
import { smallRelease } from '../../../tests/support/small-release.ts';
import type { Session } from '../../../scripts/lib/session.ts';

const source = 'uis-student-totals';
const total = (
  country: string,
  year: number,
  measure: string,
  value: number,
  flag: string | null = null,
) => ({ country, measure, source, year, value, flag });
const population = (country: string, year: number, value: number, from = 'world-bank-wdi') => ({
  country,
  indicator: 'population',
  year,
  value,
  unit: 'people',
  source: from,
});

let db: Session;
beforeAll(async () => {
  db = await smallRelease({
    totals: [
      total('AAA', 2020, 'inbound_students', 300),
      total('AAA', 2020, 'outbound_students', 100, 'e'),
      total('AAA', 2021, 'inbound_students', 300, 'b'),
      total('AAA', 2021, 'outbound_students', 900, 'be'),
      total('AAA', 2022, 'inbound_students', 30),
      total('AAA', 2022, 'outbound_students', 10),
      total('BBB', 2020, 'inbound_students', 0),
      total('BBB', 2020, 'outbound_students', 40, 'e'),
      total('CCC', 2020, 'inbound_students', 0),
      total('CCC', 2020, 'outbound_students', 0, 'e'),
      total('DDD', 2020, 'inbound_students', 7),
      total('WLD', 2020, 'inbound_students', 9000),
      total('WLD', 2020, 'outbound_students', 9000, 'e'),
    ],
    country_context: [
      population('AAA', 2020, 50_000),
      population('AAA', 2020, 60_000, 'another'),
      population('BBB', 2020, 20_000),
      population('CCC', 2020, 1000),
      population('DDD', 2019, 1000),
      population('WLD', 2020, 1e6),
    ],
  });
});
afterAll(() => db.close());

/** Rows of an indicator as short texts: country year value flag. */
const rowsOf = async (indicator: string): Promise<string[]> =>
  (
    await db.all<{ row: string }>(
      `SELECT concat_ws(' ', country, year, value, coalesce(flag, '-')) AS row FROM country_indicators
       WHERE indicator = '${indicator}' AND layer = 'students' AND low IS NULL AND high IS NULL ORDER BY row`,
    )
  ).map(({ row }) => row);

test('students over inhabitants of the year: a year without a population has none, an old one is not carried forward', async () => {
  expect(await rowsOf('inbound_per_thousand')).toEqual([
    'AAA 2020 6.0 -',
    'BBB 2020 0.0 -',
    'CCC 2020 0.0 -',
  ]);
});

test('students abroad are derived, and flagged so', async () => {
  expect(await rowsOf('outbound_per_thousand')).toEqual([
    'AAA 2020 2.0 e',
    'BBB 2020 2.0 e',
    'CCC 2020 0.0 e',
  ]);
});

test('(I − O) / (I + O); who has neither has none, who reports one side has none', async () => {
  expect(await rowsOf('balance')).toEqual([
    'AAA 2020 0.5 e',
    'AAA 2021 -0.5 be',
    'AAA 2022 0.5 e',
    'BBB 2020 -1.0 e',
  ]);
});
