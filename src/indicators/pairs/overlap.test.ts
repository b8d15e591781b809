import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Session } from '../../../scripts/lib/session.ts';
import { CODES, randomMatrix, scaled } from '../../../tests/support/matrices.ts';
import { random } from '../../../tests/support/random.ts';
import { flowsOf, smallRelease } from '../../../tests/support/small-release.ts';

/** Links by hand: T_A = 40, T_B = 50, T_C = 35, T_D = 5. E and F have no partner but each other. */
const BY_HAND = { AAA: { BBB: 30, CCC: 10 }, BBB: { CCC: 20 }, CCC: { DDD: 5 }, EEE: { FFF: 7 } };
/** Partners in proportion to size, sizes 10, 20, …: C_XY = s_X · s_Y / 100. */
const BY_SIZE = Object.fromEntries(
  CODES.map((origin, i) => [
    origin,
    Object.fromEntries(
      CODES.slice(i + 1).map((destination, j) => [destination, (10 * (i + 1) * 10 * (i + j + 2)) / 100]),
    ),
  ]),
);
const next = random(5);
const MATRICES = Array.from({ length: 40 }, () => randomMatrix(next, { directed: false }));

let db: Session;
beforeAll(async () => {
  db = await smallRelease({
    flows: [
      ...flowsOf('papers', 'by hand', 2020, BY_HAND),
      ...flowsOf('papers', 'by size', 2020, BY_SIZE),
      ...MATRICES.flatMap((matrix, i) => flowsOf('papers', 'as is', 1950 + i, matrix)),
      ...MATRICES.flatMap((matrix, i) => flowsOf('papers', 'seven times', 1950 + i, scaled(matrix, 7))),
    ],
  });
});
afterAll(() => db.close());

const valuesOf = async (indicator: string, source: string) =>
  new Map(
    (
      await db.all<{ key: string; value: number }>(
        `SELECT concat(year, ' ', origin, ' ', destination) AS key, value FROM pair_indicators WHERE indicator = '${indicator}' AND source = '${source}'`,
      )
    ).map(({ key, value }) => [key, value]),
  );

test.each([
  ['AAA', 'BBB', 30 / Math.sqrt(40 * 50), 30 / (40 + 50 - 30)],
  ['BBB', 'AAA', 30 / Math.sqrt(50 * 40), 30 / (50 + 40 - 30)],
  ['CCC', 'DDD', 5 / Math.sqrt(35 * 5), 5 / (35 + 5 - 5)],
  ['AAA', 'DDD', 0, 0],
  ['EEE', 'FFF', 1, 1],
])(
  'by hand: %s and %s have a cosine of %f and an index of %f',
  async (origin, destination, cosine, index) => {
    const key = `2020 ${origin} ${destination}`;
    expect((await valuesOf('salton', 'by hand')).get(key)).toBeCloseTo(cosine, 6);
    expect((await valuesOf('jaccard', 'by hand')).get(key)).toBeCloseTo(index, 6);
  },
);

describe.each(['salton', 'jaccard'])('%s of any matrix', (indicator) => {
  test('lies between zero and one, is the same from both ends, and does not change with the number of links', async () => {
    const [values, many] = [await valuesOf(indicator, 'as is'), await valuesOf(indicator, 'seven times')];
    expect(values.size).toBeGreaterThan(1000);
    for (const [key, value] of values) {
      const [year, origin, destination] = key.split(' ');
      expect([value >= 0, value <= 1]).toEqual([true, true]);
      expect(values.get(`${year} ${destination} ${origin}`)).toBe(value);
      expect(many.get(key)).toBeCloseTo(value, 5);
    }
  });

  test('grows with size where partners are chosen by size alone, which affinity does not', async () => {
    const pairs = CODES.slice(1).map((code, i) => `2020 ${CODES[i]} ${code}`);
    const [overlap, affinity] = [await valuesOf(indicator, 'by size'), await valuesOf('affinity', 'by size')];
    const [small, large] = [pairs[1] ?? '', pairs.at(-1) ?? ''];
    expect((overlap.get(large) ?? NaN) / (overlap.get(small) ?? NaN)).toBeGreaterThan(4);
    expect((affinity.get(large) ?? NaN) / (affinity.get(small) ?? NaN)).toBeLessThan(1.5);
  });
});

test('Jaccard follows from Salton where both countries are of one size', async () => {
  // With T_X = T_Y: S = C/T and J = C/(2T − C) = S/(2 − S).
  const flows = flowsOf('papers', 's', 2020, { AAA: { BBB: 6, CCC: 4 }, BBB: { CCC: 4 } });
  const one = await smallRelease({ flows });
  const value = async (indicator: string) =>
    (
      await one.one<{ value: number }>(
        `SELECT value FROM pair_indicators WHERE indicator = '${indicator}' AND origin = 'AAA' AND destination = 'BBB'`,
      )
    ).value;
  const [cosine, index] = [await value('salton'), await value('jaccard')];
  one.close();
  expect(cosine).toBeCloseTo(0.6, 6);
  expect(index).toBeCloseTo(cosine / (2 - cosine), 6);
});
