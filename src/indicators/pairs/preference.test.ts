import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Session } from '../../../scripts/lib/session.ts';
import { randomMatrix, scaled, transposed } from '../../../tests/support/matrices.ts';
import { random } from '../../../tests/support/random.ts';
import { flowsOf, smallRelease } from '../../../tests/support/small-release.ts';

/** Moves: F_A = 30 + 10 = 40 leave A, F_B = 6; 30 come to B, 6 to A, 10 to C; F = 46. */
const SCHOLARS = { AAA: { BBB: 30, CCC: 10 }, BBB: { AAA: 6 } };
const total = (country: string, measure: string, value: number) => ({
  ...{ country, measure, value, source: 'uis-student-totals', year: 2016 },
});
const next = random(8);
const MATRICES = Array.from({ length: 40 }, () => randomMatrix(next, { directed: true }));

let db: Session;
beforeAll(async () => {
  db = await smallRelease({
    flows: [
      ...flowsOf('scholars', 'by hand', 2020, SCHOLARS),
      ...MATRICES.flatMap((matrix, i) => flowsOf('scholars', 'as is', 1950 + i, matrix)),
      ...MATRICES.flatMap((matrix, i) => flowsOf('scholars', 'turned', 1950 + i, transposed(matrix))),
      ...MATRICES.flatMap((matrix, i) => flowsOf('scholars', 'seven times', 1950 + i, scaled(matrix, 7))),
      ...[
        { origin: 'AAA', destination: 'BBB', value: 300, flag: null },
        { origin: 'AAA', destination: 'CCC', value: 80, flag: 'u' },
        { origin: 'BBB', destination: 'AAA', value: 20, flag: 'e' },
        { origin: 'CCC', destination: 'BBB', value: 40, flag: null },
        { origin: 'AAA', destination: 'DDD', value: 10, flag: null },
      ].map((row) => ({ ...row, layer: 'students', source: 'uis-student-flows', year: 2016 })),
    ],
    totals: [
      total('WLD', 'inbound_students', 10_000),
      ...[total('AAA', 'outbound_students', 500), total('AAA', 'inbound_students', 100)],
      ...[total('BBB', 'outbound_students', 50), total('BBB', 'inbound_students', 2000)],
      // C publishes no net flow, so nothing is known of who leaves it; D no inbound total.
      ...[total('CCC', 'inbound_students', 400), total('DDD', 'outbound_students', 70)],
    ],
  });
});
afterAll(() => db.close());

interface Row {
  readonly origin: string;
  readonly destination: string;
  readonly year: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly flag: string | null;
}
const rowsOf = (source: string) =>
  db.all<Row>(`
    SELECT origin, destination, year, value, low, high, flag FROM pair_indicators
    WHERE indicator = 'preference' AND source = '${source}' ORDER BY year, origin, destination`);
const pair = async (source: string, origin: string, destination: string) =>
  (await rowsOf(source)).find((row) => row.origin === origin && row.destination === destination);

describe('scholars, by hand', () => {
  test('F·F_od / (F_o·F_d)', async () => {
    expect((await pair('by hand', 'AAA', 'BBB'))?.value).toBeCloseTo((46 * 30) / (40 * 30), 6);
    expect((await pair('by hand', 'BBB', 'AAA'))?.value).toBeCloseTo((46 * 6) / (6 * 6), 6);
  });

  test('nobody moved from B to C: zero, with an upper limit of about three moves over 6 · 10 / 46 expected', async () => {
    const row = await pair('by hand', 'BBB', 'CCC');
    expect([row?.value, row?.low, row?.flag]).toEqual([0, 0, null]);
    expect(Math.abs((row?.high ?? NaN) - (2.9957 * 46) / (6 * 10))).toBeLessThan(0.01);
  });

  test('nobody left C, so nothing can be expected of it', async () => {
    expect(await pair('by hand', 'CCC', 'AAA')).toBeUndefined();
  });
});

describe('students', () => {
  const uis = 'uis-student-flows';
  test('the totals are those of UNESCO, not the sums of what is listed', async () => {
    expect((await pair(uis, 'AAA', 'BBB'))?.value).toBeCloseTo((10_000 * 300) / (500 * 2000), 6);
  });

  test('there are no limits of chance: students are counted whole', async () => {
    const rows = await rowsOf(uis);
    expect(rows.map(({ low, high }) => [low, high])).toEqual(rows.map(() => [null, null]));
    expect((await pair('by hand', 'AAA', 'BBB'))?.low).toBeGreaterThan(0);
  });

  test('who leaves is derived: every value says estimated, beside what its flow says', async () => {
    expect((await pair(uis, 'AAA', 'BBB'))?.flag).toBe('e');
    expect((await pair(uis, 'AAA', 'CCC'))?.flag).toBe('eu');
    expect((await pair(uis, 'BBB', 'AAA'))?.flag).toBe('e');
  });

  test('a pair that is not listed is not zero, and one without a total has no value', async () => {
    expect((await rowsOf(uis)).map(({ origin, destination }) => origin + destination)).toEqual([
      'AAABBB',
      'AAACCC',
      'BBBAAA',
    ]);
  });
});

describe('of any matrix', () => {
  test('from o to d it is what the turned matrix has from d to o', async () => {
    const turned = new Map(
      (await rowsOf('turned')).map((row) => [`${row.year} ${row.destination} ${row.origin}`, row]),
    );
    const rows = await rowsOf('as is');
    expect(rows.length).toBeGreaterThan(1000);
    for (const { origin, destination, year, value, low, high } of rows)
      expect(turned.get(`${year} ${origin} ${destination}`)).toMatchObject({ value, low, high });
  });

  test('seven times as many moves leave it as it is; limits hold it', async () => {
    const many = await rowsOf('seven times');
    for (const [i, { value, low, high }] of (await rowsOf('as is')).entries()) {
      expect(many[i]?.value).toBeCloseTo(value, 5);
      expect([low <= value, value < high]).toEqual([true, true]);
    }
  });
});
