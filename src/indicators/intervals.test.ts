import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readCsv } from '../../scripts/lib/csv.ts';
import { Session } from '../../scripts/lib/session.ts';
import { poisson, ratioOfShares, wilson, type Limits } from './intervals.ts';

let db: Session;
beforeAll(async () => {
  db = await Session.open();
});
afterAll(() => db.close());

/** Limits of whole numbers, as columns have them. */
const limitsOf = ({ low, high }: Limits, counts: Readonly<Record<string, number>>) =>
  db.one<{ low: number | null; high: number | null }>(
    `SELECT ${low} AS low, ${high} AS high FROM (SELECT ${Object.entries(counts)
      .map(([name, count]) => `CAST(${count} AS BIGINT) AS ${name}`)
      .join(', ')})`,
  );

describe('limits of a Poisson count', () => {
  // P(K < k) + P(K = k)/2 = 0.025 solved for the mean with scipy; statsmodels' confint_poisson(k, 1, 'midp-c') agrees.
  test.each([
    [0, 0, 2.9957],
    [1, 0.05, 4.9319],
    [2, 0.3353, 6.608],
    [3, 0.7631, 8.1645],
    [5, 1.832, 11.0824],
    [10, 5.0795, 17.8249],
    [30, 20.6115, 42.2861],
    [100, 81.7918, 121.1035],
    [1000, 939.4499, 1063.4445],
    [100_000, 99_381.6503, 100_621.244],
  ])('%i: %f to %f, as by root finding', async (k, low, high) => {
    const found = await limitsOf(poisson('k'), { k });
    expect(Math.abs((found.low ?? NaN) - low)).toBeLessThan(Math.max(0.003, 1e-5 * k));
    expect(Math.abs((found.high ?? NaN) / high - 1)).toBeLessThan(0.003);
  });

  test('rise with the count, and hold it', async () => {
    const { low, high } = poisson('k');
    const rows = await db.all<{ k: number; low: number; high: number }>(
      `SELECT k, ${low} AS low, ${high} AS high FROM range(500) r(k) ORDER BY k`,
    );
    for (const [i, row] of rows.entries()) {
      expect(row.low).toBeLessThanOrEqual(row.k);
      expect(row.high).toBeGreaterThan(row.k);
      const before = rows[i - 1];
      if (before) expect([row.low > before.low, row.high > before.high]).toEqual([true, true]);
    }
  });

  test('may be any expression, in any larger one', async () => {
    const { low, high } = poisson('a + b');
    const sum = await db.one<{ low: number; high: number }>(
      `SELECT 10 - (${low}) AS low, 10 / ${high} AS high FROM (SELECT 2 AS a, 3 AS b)`,
    );
    const five = await limitsOf(poisson('k'), { k: 5 });
    expect(sum.low).toBeCloseTo(10 - (five.low ?? NaN), 9);
    expect(sum.high).toBeCloseTo(10 / (five.high ?? NaN), 9);
  });
});

describe('limits of a share', () => {
  // statsmodels.stats.proportion.proportion_confint(k, n, method='wilson'); 81 of 263 and the next three are Newcombe's.
  test.each([
    [0, 10, 0, 0.277533],
    [1, 10, 0.017876, 0.40415],
    [5, 10, 0.236593, 0.763407],
    [10, 10, 0.722467, 1],
    [81, 263, 0.255289, 0.36621],
    [15, 148, 0.062386, 0.160487],
    [0, 20, 0, 0.161125],
    [1, 29, 0.006113, 0.171755],
    [1234, 56_789, 0.020562, 0.022961],
  ])('%i of %i: %f to %f', async (k, n, low, high) => {
    const found = await limitsOf(wilson('k', 'n'), { k, n });
    expect(found.low).toBeCloseTo(low, 6);
    expect(found.high).toBeCloseTo(high, 6);
  });

  test('of none is exactly zero and of all exactly one; of nothing there are none', async () => {
    expect((await limitsOf(wilson('k', 'n'), { k: 0, n: 7 })).low).toBe(0);
    expect((await limitsOf(wilson('k', 'n'), { k: 7, n: 7 })).high).toBe(1);
    expect(await limitsOf(wilson('k', 'n'), { k: 0, n: 0 })).toEqual({ low: null, high: null });
  });
});

describe('limits of a ratio of shares', () => {
  const limits = ratioOfShares('k', 'n', 'l', 'm');

  // The same method in Python, with mid-P limits by root finding (scipy) in place of the closed form.
  test.each([
    [0, 50, 30, 1000, 0, 2.06697],
    [1, 1, 12, 400, 2.18339, 153.43593],
    [1, 20, 3, 500, 0.36018, 57.2255],
    [4, 60, 35, 900, 0.53925, 4.26842],
    [12, 400, 90, 5200, 0.91631, 3.0388],
    [57, 310, 204, 9100, 6.20985, 10.69212],
    [20, 1000, 4, 80, 0.13852, 1.1322],
  ])(
    '%i of %i over %i of %i: %f to %f, within 1 %% (4 %% for the lower limit of one)',
    async (k, n, l, m, low, high) => {
      const found = await limitsOf(limits, { k, n, l, m });
      expect(Math.abs((found.low ?? NaN) - low)).toBeLessThanOrEqual((k === 1 ? 0.04 : 0.01) * low);
      expect(Math.abs((found.high ?? NaN) - high)).toBeLessThanOrEqual(0.01 * high);
    },
  );

  // statsmodels' Table2x2.riskratio_confint() and scipy's relative_risk().confidence_interval(), which are Katz's.
  test.each([
    [2000, 31_000, 9000, 410_000, 2.80397, 3.08067],
    [1500, 5200, 1200, 6100, 1.3723, 1.56684],
    [58_000, 698_310, 305_487, 5_520_670, 1.48826, 1.51384],
  ])(
    'are those of Katz, within 0.1 %%, where counts are large: %i of %i over %i of %i',
    async (k, n, l, m, low, high) => {
      const found = await limitsOf(limits, { k, n, l, m });
      expect(Math.abs((found.low ?? NaN) / low - 1)).toBeLessThan(0.001);
      expect(Math.abs((found.high ?? NaN) / high - 1)).toBeLessThan(0.001);
    },
  );

  test('one of one is not certain: its only partner does not make a country sure', async () => {
    const { low, high } = await limitsOf(limits, { k: 1, n: 1, l: 120, m: 4000 });
    expect((high ?? NaN) / (low ?? NaN)).toBeGreaterThan(10);
  });

  test.each([
    { k: 0, n: 0, l: 3, m: 9 },
    { k: 1, n: 4, l: 0, m: 9 },
    { k: 0, n: 4, l: 0, m: 9 },
  ])('there are none where a share is of nothing or nothing is compared with: %o', async (counts) => {
    expect(await limitsOf(limits, counts)).toEqual({ low: null, high: null });
  });
});

/** The pages say in words what the table shows; the words are held to it here. */
describe('what the simulation found of the intervals in use', async () => {
  const rows = await readCsv(join(import.meta.dirname, '../../bench/results/interval-coverage.csv'), [
    'indicator',
    'used',
    'model',
    'bin',
    'coverage',
    'below',
    'above',
  ]);
  const used = rows.filter((row) => row.used === 'true');

  test('every indicator was tried in every bin', () => {
    const tried = Map.groupBy(used, ({ indicator, model }) => `${indicator}, ${model}`);
    expect([...tried.keys()].sort()).toEqual([
      'affinity, links one by one',
      'affinity, papers of several countries',
      'affinity, projects of several countries',
      'observed_over_expected, links one by one',
      'observed_over_expected, papers of several countries',
      'observed_over_expected, projects of several countries',
      'preference, moves one by one',
      'ric, links one by one',
      'ric, papers of several countries',
      'ric, projects of several countries',
    ]);
    for (const bins of tried.values())
      expect(bins.map(({ bin }) => bin)).toEqual(['under 5', '5–20', 'over 20']);
  });

  test.each(used.map((row) => [row.indicator, row.model, row.bin, row] as const))(
    '%s, %s, %s: as promised or wider, never narrower, and each side misses no more than its part',
    (_, model, bin, { coverage, below, above }) => {
      expect(Number(coverage)).toBeGreaterThan(0.945);
      expect(Math.max(Number(below), Number(above))).toBeLessThan(0.0275);
      if (model.endsWith('one by one') && bin !== 'under 5') expect(Number(coverage)).toBeLessThan(0.97);
      if (bin === 'under 5') expect(Number(coverage)).toBeGreaterThan(0.97);
    },
  );
});
