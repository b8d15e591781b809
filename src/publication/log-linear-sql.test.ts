import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Session } from '../../scripts/lib/session.ts';
import { snapshotRows } from '../../tests/support/matrices.ts';
import { smallRelease } from '../../tests/support/small-release.ts';
import { besides, FOUR, logLinear, PAPERS, SET, type Term } from './log-linear-sql.ts';

interface Slope {
  readonly year: number | string;
  readonly n: number;
  readonly pairs: number;
  readonly coefficient: number;
  readonly error: number;
}

let db: Session;
beforeAll(async () => {
  db = await smallRelease({
    flows: await snapshotRows('flows', "layer = 'papers' AND year IN (1996, 2022)"),
    pair_context: await snapshotRows('pair_context'),
  });
});
afterAll(() => db.close());

const ask = (fit: Partial<Parameters<typeof logLinear>[0]> & { readonly term: Term }) =>
  db.one<Slope>(logLinear({ counts: PAPERS, years: 'year = 1996', beside: besides(fit.term), ...fit }));

// By numpy: least squares with a dummy a country, and dyadic sums of the scores.
describe('on the committed papers, as another program has it', () => {
  test.each([
    ['distance', -0.451, 0.046],
    ['border', 0.021, 0.073],
    ['language', 0.581, 0.149],
    ['colony', 0.351, 0.092],
  ] as const)('%s: coefficient %f, dyadic error %f', async (term, coefficient, error) => {
    const slope = await ask({ term });
    expect(slope).toMatchObject({ year: 1996, n: SET.length, pairs: (SET.length * (SET.length - 1)) / 2 });
    expect(slope.coefficient).toBeCloseTo(coefficient, 3);
    expect(slope.error).toBeCloseTo(error, 3);
  });

  test('the change of the logarithm has its own error, which is not that of the two levels', async () => {
    const change = await ask({ term: 'distance', years: 'year IN (1996, 2022)', change: [1996, 2022] });
    expect(change.year).toBe('1996–2022');
    expect(change.coefficient).toBeCloseTo(0.091, 3);
    expect(change.error).toBeCloseTo(0.026, 3);
    const last = await ask({ term: 'distance', years: 'year = 2022' });
    const first = await ask({ term: 'distance' });
    expect(last.coefficient - first.coefficient).toBeCloseTo(change.coefficient, 9);
  });
});

test('the order in which terms are taken out changes nothing', async () => {
  const [one, other] = [
    await ask({ term: 'hours', beside: FOUR }),
    await ask({ term: 'hours', beside: FOUR.toReversed() }),
  ];
  expect(one.coefficient).toBeCloseTo(other.coefficient, 9);
  expect(one.error).toBeCloseTo(other.error, 9);
});
