import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Session } from '../../../scripts/lib/session.ts';
import { randomMatrix, scaled, transposed } from '../../../tests/support/matrices.ts';
import { random } from '../../../tests/support/random.ts';
import { flowsOf, smallRelease } from '../../../tests/support/small-release.ts';

const next = random(3);
const MATRICES = Array.from({ length: 40 }, () => randomMatrix(next, { directed: true }));
const student = (origin: string, destination: string, value: number, flag: string | null = null) => ({
  ...{ layer: 'students', source: 'uis-student-flows', year: 2016 },
  ...{ origin, destination, value, flag },
});

let db: Session;
beforeAll(async () => {
  db = await smallRelease({
    flows: [
      // A to B 30 and back 10; A to C 8, nobody back: nobody leaves C at all. B and C: nobody.
      ...flowsOf('scholars', 'by hand', 2020, { AAA: { BBB: 30, CCC: 8 }, BBB: { AAA: 10 } }),
      ...MATRICES.flatMap((matrix, i) => flowsOf('scholars', 'as is', 1950 + i, matrix)),
      ...MATRICES.flatMap((matrix, i) => flowsOf('scholars', 'turned', 1950 + i, transposed(matrix))),
      ...MATRICES.flatMap((matrix, i) => flowsOf('scholars', 'seven times', 1950 + i, scaled(matrix, 7))),
      // Both ways listed; one way listed; both, flagged by one host or by both.
      ...[student('AAA', 'BBB', 500), student('BBB', 'AAA', 125)],
      student('AAA', 'CCC', 90),
      ...[student('BBB', 'CCC', 40, 'u'), student('CCC', 'BBB', 60)],
      ...[student('CCC', 'DDD', 7, 'eu'), student('DDD', 'CCC', 7, 'bu')],
      // Both ways listed, and nobody.
      ...[student('AAA', 'DDD', 0), student('DDD', 'AAA', 0)],
    ],
  });
});
afterAll(() => db.close());

interface Row {
  readonly key: string;
  readonly value: number;
  readonly low: number | null;
  readonly flag: string | null;
}
const valuesOf = async (indicator: string, source: string) =>
  new Map(
    (
      await db.all<Row>(
        `SELECT concat(year, ' ', origin, ' ', destination) AS key, value, low, flag FROM pair_indicators WHERE indicator = '${indicator}' AND source = '${source}'`,
      )
    ).map((row) => [row.key, row]),
  );
const numbers = async (indicator: string, source: string) =>
  Object.fromEntries(
    [...(await valuesOf(indicator, source))].map(([key, { value }]) => [key.slice(5), value]).sort(),
  );

describe('scholars, by hand', () => {
  test('net flow: what goes minus what comes', async () => {
    expect(await numbers('net_flow', 'by hand')).toEqual({
      ...{ 'AAA BBB': 20, 'BBB AAA': -20 },
      ...{ 'AAA CCC': 8, 'CCC AAA': -8 },
    });
  });

  test('reciprocity: the smaller over the larger; a way that nobody went is a zero, two are no value', async () => {
    expect(await numbers('reciprocity', 'by hand')).toEqual({
      ...{ 'AAA BBB': 0.333333, 'BBB AAA': 0.333333 },
      ...{ 'AAA CCC': 0, 'CCC AAA': 0 },
    });
  });

  test('asymmetry: the difference over the sum, one where all go', async () => {
    expect(await numbers('asymmetry', 'by hand')).toEqual({
      ...{ 'AAA BBB': 0.5, 'BBB AAA': -0.5 },
      ...{ 'AAA CCC': 1, 'CCC AAA': -1 },
    });
  });
});

describe('students', () => {
  const uis = 'uis-student-flows';
  test('a balance only where both ways are listed and anyone moves: what is absent is not zero', async () => {
    const found = await numbers('net_flow', uis);
    expect(Object.keys(found)).toEqual(['AAA BBB', 'BBB AAA', 'BBB CCC', 'CCC BBB', 'CCC DDD', 'DDD CCC']);
    expect(found['AAA BBB']).toBe(375);
    const reciprocity = await numbers('reciprocity', uis);
    expect([reciprocity['BBB AAA'], reciprocity['AAA DDD']]).toEqual([0.25, undefined]);
    expect((await numbers('asymmetry', uis))['BBB CCC']).toBeCloseTo(-0.2, 6);
  });

  test('the flags of both hosts go with it, each letter once', async () => {
    for (const indicator of ['net_flow', 'reciprocity', 'asymmetry']) {
      const rows = await valuesOf(indicator, uis);
      const flags = ['AAA BBB', 'BBB CCC', 'CCC BBB', 'CCC DDD'].map(
        (pair) => rows.get(`2016 ${pair}`)?.flag,
      );
      expect(flags).toEqual([null, 'u', 'u', 'beu']);
    }
  });
});

describe('of any matrix', () => {
  test.each([
    ['net_flow', (value: number) => -value, (value: number) => 7 * value],
    ['asymmetry', (value: number) => -value, (value: number) => value],
    ['reciprocity', (value: number) => value, (value: number) => value],
  ])('%s: from the other end, in the turned matrix, and of seven times as many', async (id, back, seven) => {
    const [values, turned, many] = [
      await valuesOf(id, 'as is'),
      await valuesOf(id, 'turned'),
      await valuesOf(id, 'seven times'),
    ];
    expect(values.size).toBeGreaterThan(800);
    for (const [key, { value, low }] of values) {
      const [year, origin, destination] = key.split(' ');
      const other = `${year} ${destination} ${origin}`;
      expect(low).toBeNull();
      expect(values.get(other)?.value).toBeCloseTo(back(value), 5);
      expect(turned.get(other)?.value).toBeCloseTo(value, 5);
      expect(many.get(key)?.value).toBeCloseTo(seven(value), 5);
    }
  });

  test('bounds, and what the one says of the other: reciprocity is (1 − |asymmetry|) / (1 + |asymmetry|)', async () => {
    const [asymmetry, net] = [await valuesOf('asymmetry', 'as is'), await valuesOf('net_flow', 'as is')];
    for (const [key, { value }] of await valuesOf('reciprocity', 'as is')) {
      const lean = asymmetry.get(key)?.value ?? NaN;
      expect(Math.abs(lean)).toBeLessThanOrEqual(1);
      expect(value).toBeCloseTo((1 - Math.abs(lean)) / (1 + Math.abs(lean)), 5);
      expect(Math.sign(net.get(key)?.value ?? NaN)).toBe(Math.sign(lean));
    }
  });

  test('net flows of all pairs sum to zero', async () => {
    const rows = await valuesOf('net_flow', 'as is');
    expect([...rows.values()].reduce((sum, { value }) => sum + value, 0)).toBe(0);
  });
});
