import { expect, test } from 'vitest';
import { randomMatrix, transposed } from '../../../tests/support/matrices.ts';
import { random } from '../../../tests/support/random.ts';
import { flowsOf, smallRelease } from '../../../tests/support/small-release.ts';

const SQL =
  "SELECT country, year, value FROM country_indicators WHERE indicator = 'portfolio_reciprocity' ORDER BY year, country";

test('by hand: a flow without a return counts in the sum alone; fewer than twenty moves give no value', async () => {
  const db = await smallRelease({
    flows: [
      ...flowsOf('scholars', 's', 2018, {
        AAA: { BBB: 10, CCC: 6 },
        BBB: { AAA: 4 },
        CCC: { BBB: 5, DDD: 8 },
      }),
      ...flowsOf('students', 'uis-student-flows', 2018, { AAA: { BBB: 100 }, BBB: { AAA: 100 } }),
    ],
  });
  try {
    // A: 2 · 4 of 20 moves. B: 10 + 4 + 5 = 19 moves, too few. C: 6 + 5 + 8 = 19. D: 8.
    expect(await db.all(SQL)).toEqual([{ country: 'AAA', year: 2018, value: 0.4 }]);
  } finally {
    db.close();
  }
});

test('between nil and one; one where all is returned; the same with directions turned; and together that of the network', async () => {
  const next = random(3);
  const worlds = Array.from({ length: 25 }, () => randomMatrix(next, { directed: true }));
  const db = await smallRelease({
    flows: worlds.flatMap((matrix, i) => [
      ...flowsOf('scholars', 's', 1900 + i, matrix),
      ...flowsOf('scholars', 's', 1930 + i, transposed(matrix)),
      // Every flow both ways: with itself turned around.
      ...flowsOf('scholars', 's', 1960 + i, matrix).filter(
        (f) => String(f['origin']) < String(f['destination']),
      ),
      ...flowsOf('scholars', 's', 1960 + i, transposed(matrix)).filter(
        (f) => String(f['origin']) > String(f['destination']),
      ),
    ]),
  });
  try {
    const rows = await db.all<{ country: string; year: number; value: number }>(SQL);
    const at = new Map(rows.map(({ country, year, value }) => [`${country} ${year}`, value]));
    for (const { country, year, value } of rows) {
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThanOrEqual(1);
      if (year < 1930) expect(at.get(`${country} ${year + 30}`)).toBe(value);
      if (year >= 1960) expect(value).toBe(1);
    }
    for (const [i, matrix] of worlds.entries()) {
      // Garlaschelli's r of the network, and the mean over countries weighted by their moves.
      let [matched, all] = [0, 0];
      const moves = new Map<string, number>();
      for (const [o, row] of Object.entries(matrix))
        for (const [d, v] of Object.entries(row)) {
          all += v;
          matched += Math.min(v, matrix[d]?.[o] ?? 0);
          for (const c of [o, d]) moves.set(c, (moves.get(c) ?? 0) + v);
        }
      if ([...moves.values()].some((sum) => sum < 20)) continue;
      const mean = [...moves].reduce((sum, [c, n]) => sum + n * (at.get(`${c} ${1900 + i}`) ?? NaN), 0);
      expect(mean / (2 * all)).toBeCloseTo(matched / all, 5);
    }
  } finally {
    db.close();
  }
});
