import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Session } from '../../../scripts/lib/session.ts';
import { randomMatrix, scaled } from '../../../tests/support/matrices.ts';
import { random } from '../../../tests/support/random.ts';
import { flowsOf, smallRelease } from '../../../tests/support/small-release.ts';

/** Links by hand: T_A = 30 + 10 = 40, T_B = 30 + 20 = 50, T_C = 10 + 20 + 5 = 35, T_D = 5. */
const BY_HAND = { AAA: { BBB: 30, CCC: 10 }, BBB: { CCC: 20 }, CCC: { DDD: 5 } };

const next = random(11);
const MATRICES = Array.from({ length: 40 }, () => randomMatrix(next, { directed: false }));

let db: Session;
beforeAll(async () => {
  db = await smallRelease({
    flows: [
      ...flowsOf('papers', 'by hand', 2020, BY_HAND),
      ...MATRICES.flatMap((matrix, i) => flowsOf('papers', 'as is', 1950 + i, matrix)),
      ...MATRICES.flatMap((matrix, i) => flowsOf('papers', 'seven times', 1950 + i, scaled(matrix, 7))),
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
}
const rowsOf = (source: string) =>
  db.all<Row>(`
    SELECT origin, destination, year, value, low, high FROM pair_indicators
    WHERE indicator = 'affinity' AND source = '${source}' ORDER BY year, origin, destination`);
const affinityOf = async (origin: string, destination: string) => {
  const row = (await rowsOf('by hand')).find((r) => r.origin === origin && r.destination === destination);
  if (!row) throw new Error(`${origin}–${destination} has no row.`);
  return row;
};

test('T·C / (T_X·T_Y), by hand: T = 40 + 50 + 35 + 5 = 130', async () => {
  expect((await affinityOf('AAA', 'BBB')).value).toBeCloseTo((130 * 30) / (40 * 50), 6);
  expect((await affinityOf('CCC', 'DDD')).value).toBeCloseTo((130 * 5) / (35 * 5), 6);
});

test('a pair without links has zero, and an upper limit above it', async () => {
  const { value, low, high } = await affinityOf('AAA', 'DDD');
  expect([value, low]).toEqual([0, 0]);
  expect(high).toBeGreaterThan((130 * 2.9) / (40 * 5));
});

test('limits are those of the count, ten links: 5.0795 and 17.8249 by scipy, over 40 · 35 / 130 expected', async () => {
  const { low, high } = await affinityOf('AAA', 'CCC');
  expect(Math.abs(low - (5.0795 * 130) / (40 * 35))).toBeLessThan(0.003);
  expect(Math.abs(high - (17.8249 * 130) / (40 * 35))).toBeLessThan(0.003);
});

describe('of any matrix', () => {
  test('it is the same from both ends, with its limits', async () => {
    const rows = await rowsOf('as is');
    const key = (year: number, a: string, b: string) => `${year} ${a} ${b}`;
    const byPair = new Map(rows.map((row) => [key(row.year, row.origin, row.destination), row]));
    expect(rows.length).toBeGreaterThan(1000);
    for (const { origin, destination, year, value, low, high } of rows)
      expect(byPair.get(key(year, destination, origin))).toMatchObject({ value, low, high });
  });

  test('seven times as many links leave it as it is, and make it surer', async () => {
    const many = await rowsOf('seven times');
    for (const [i, row] of (await rowsOf('as is')).entries()) {
      expect(many[i]?.value).toBeCloseTo(row.value, 5);
      expect((many[i]?.high ?? NaN) - (many[i]?.low ?? NaN)).toBeLessThan(row.high - row.low);
    }
  });

  test('limits hold the value; over its partners, weighed with their sizes, it comes to one', async () => {
    const rows = await db.all<Row & { t_o: number; t_d: number; t: number }>(`
      SELECT i.*, p.t_o, p.t_d, p.t FROM pair_indicators i
      JOIN pair_cells p ON p.source = i.source AND p.year = i.year AND p.origin = i.origin AND p.destination = i.destination
      WHERE i.indicator = 'affinity' AND i.source = 'as is'`);
    for (const { value, low, high } of rows) expect([low <= value, value < high]).toEqual([true, true]);
    for (const group of Map.groupBy(rows, ({ year, origin }) => `${year} ${origin}`).values())
      expect(group.reduce((sum, { value, t_d, t }) => sum + (value * t_d) / t, 0)).toBeCloseTo(1, 5);
  });
});
