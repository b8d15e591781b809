import { afterAll, beforeAll, expect, test } from 'vitest';
import { flowsOf, smallRelease } from '../../../tests/support/small-release.ts';
import type { Session } from '../../../scripts/lib/session.ts';

const UIS = 'uis-student-flows';
const between = (
  origin: string,
  destination: string,
  distance_weighted_km: number | null,
  distance_km = distance_weighted_km === null ? null : 9_999,
) => ({ origin, destination, distance_weighted_km, distance_km });

let db: Session;
beforeAll(async () => {
  db = await smallRelease({
    pair_context: [
      between('AAA', 'BBB', 1000),
      between('AAA', 'CCC', 4000),
      between('BBB', 'CCC', 5000),
      between('AAA', 'DDD', null),
      between('CCC', 'EEE', null, 700),
    ],
    flows: [
      ...flowsOf('papers', 's', 2018, { AAA: { BBB: 30, CCC: 10, DDD: 4 }, EEE: { CCC: 2 } }),
      ...flowsOf('papers', 's', 2019, { AAA: { BBB: 30, CCC: 10, DDD: 5 } }),
      ...flowsOf('papers', 's', 2020, { AAA: { BBB: 300, CCC: 100, DDD: 40 } }),
      ...flowsOf('scholars', 's', 2018, { AAA: { CCC: 1 }, BBB: { AAA: 9 }, CCC: { AAA: 3 } }),
      ...flowsOf('students', UIS, 2018, { BBB: { AAA: 60 }, CCC: { AAA: 20 } }),
    ],
    coverage: [
      { layer: 'students', source: UIS, country: 'AAA', year: 2018, reported: 100, status: 'reported' },
    ],
  });
});
afterAll(() => db.close());

const valuesOf = async (layer: string, country: string, year = 2018): Promise<string[]> =>
  (
    await db.all<{ row: string }>(
      `SELECT concat_ws(' ', indicator, value, low, high, flag) AS row FROM country_indicators
       WHERE layer = '${layer}' AND year = ${year} AND country = '${country}' AND indicator LIKE 'average%' ORDER BY row`,
    )
  ).map(({ row }) => row);

test('distances weighted by links; a partner without a distance counts on neither side', async () => {
  // (30 · 1000 + 10 · 4000) / 40, with 40 of 44 links known.
  expect(await valuesOf('papers', 'AAA')).toEqual(['average_distance 1750.0']);
  // Where there is no mean over cities, the main cities: (10 · 4000 + 2 · 700) / 12.
  expect(await valuesOf('papers', 'CCC')).toEqual(['average_distance 3450.0']);
  expect(await valuesOf('papers', 'EEE')).toEqual(['average_distance 700.0']);
  expect(await valuesOf('papers', 'AAA', 2020)).toEqual(['average_distance 1750.0']);
});

test('there is no value where less than nine tenths of the links have a distance', async () => {
  expect(await valuesOf('papers', 'AAA', 2019)).toEqual([]);
  expect(await valuesOf('papers', 'DDD')).toEqual([]);
});

test('inbound and outbound are apart', async () => {
  // In: (9 · 1000 + 3 · 4000) / 12; out: 4000.
  expect(await valuesOf('scholars', 'AAA')).toEqual([
    'average_inbound_distance 1750.0',
    'average_outbound_distance 4000.0',
  ]);
});

test('students: the rest next door, or at the other side of the Earth', async () => {
  // 80 of 100 listed: 140,000 / 80; 140,000 / 100; (140,000 + 20 · 20,015) / 100.
  expect(await valuesOf('students', 'AAA')).toEqual(['average_inbound_distance 1750.0 1400.0 5403.0 e']);
});
