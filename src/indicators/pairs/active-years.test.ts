import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Session } from '../../../scripts/lib/session.ts';
import { between, random } from '../../../tests/support/random.ts';
import { flowsOf, smallRelease } from '../../../tests/support/small-release.ts';
import { ACTIVE, activeYears, WINDOW } from './active-years.ts';

type Flows = ReturnType<typeof flowsOf>;

/** Links of A and B in the years from 2000 on; A and C, B and C, C and B are tied in all of them. */
const series = (layer: string, source: string, counts: readonly number[]): Flows =>
  counts.flatMap((links, i) =>
    flowsOf(layer, source, 2000 + i, {
      AAA: { ...(links ? { BBB: links } : {}), CCC: 1 },
      BBB: { CCC: 1 },
      ...(layer === 'papers' ? {} : { CCC: { BBB: 1 } }),
    }),
  );
const same = (years: number, links: number): number[] => Array.from({ length: years }, () => links);

const SEEDS = [1, 2, 3];
const anyCounts = (seed: number): number[] => {
  const next = random(seed);
  return Array.from({ length: 20 }, () => between(0, 2 * ACTIVE.papers, next));
};

/** Each source is a world of its own. */
let db: Session;
beforeAll(async () => {
  db = await smallRelease({
    flows: [
      ...series('papers', 'threshold', [10, 9, 0, 11, 5, 9, 99, 0, 0, 9, 9, 10]),
      ...series('scholars', 'moves', [5, 4, 5, 4, 5, 4, 5, 4, 5, 4]),
      ...series('papers', 'none', same(10, 0)),
      ...series('papers', 'provisional', same(12, 10)).map((row) => ({
        ...row,
        flag: row['year'] === 2010 ? 'p' : null,
      })),
      ...series('students', 'lists', same(12, 99)),
      ...series('projects', 'lists', same(12, 99)),
      ...SEEDS.flatMap((seed) => [
        ...series('papers', `once ${seed}`, anyCounts(seed)),
        ...series(
          'papers',
          `more ${seed}`,
          anyCounts(seed).map((links) => 2 * links),
        ),
      ]),
    ],
  });
});
afterAll(() => db.close());

const active = (source: string, origin = 'AAA', destination = 'BBB') =>
  db.all<{ year: number; value: number; flag: string | null }>(
    `SELECT year, value, flag FROM pair_indicators
     WHERE indicator = 'active_years' AND source = '${source}' AND origin = '${origin}' AND destination = '${destination}' ORDER BY year`,
  );

describe('by hand', () => {
  test('years at the threshold count, those below do not; only years with ten of them have a value', async () => {
    // Of the first ten years 10, 11 and 99 reach 10; the next ten have lost the first of them, the last ten have one more.
    const rows = await active('threshold');
    expect(rows).toEqual([
      { year: 2009, value: 3, flag: null },
      { year: 2010, value: 2, flag: null },
      { year: 2011, value: 3, flag: null },
    ]);
    expect(await active('threshold', 'BBB', 'AAA')).toEqual(rows);
  });

  test('moves have a threshold of their own, and count in their direction', async () => {
    expect(await active('moves')).toEqual([{ year: 2009, value: 5, flag: null }]);
    expect(await active('moves', 'CCC', 'BBB')).toEqual([{ year: 2009, value: 0, flag: null }]);
    // Nobody moved to A: it is no destination, and no cell of the matrix.
    expect(await active('moves', 'BBB', 'AAA')).toEqual([]);
  });

  test('a pair without a link has zero, as one below the threshold has', async () => {
    expect(await active('none')).toEqual([{ year: 2009, value: 0, flag: null }]);
    expect(await active('none', 'AAA', 'CCC')).toEqual([{ year: 2009, value: 0, flag: null }]);
  });

  test('a provisional year is flagged, and one after it that rests on it', async () => {
    expect((await active('provisional')).map(({ flag }) => flag)).toEqual([null, 'p', 'p']);
  });

  test('students, whose lists are not whole, and projects have none', async () => {
    expect(await active('lists')).toEqual([]);
  });
});

test.each(SEEDS)(
  'any series, %i: up to ten, no fewer with more links, at most one up or down in a year',
  async (seed) => {
    const counts = anyCounts(seed);
    const [rows, more] = [await active(`once ${seed}`), await active(`more ${seed}`)];
    expect(rows).toHaveLength(counts.length - WINDOW + 1);
    for (const [i, { value }] of rows.entries()) {
      expect(value).toBe(counts.slice(i, i + WINDOW).filter((links) => links >= ACTIVE.papers).length);
      expect(more[i]?.value).toBeGreaterThanOrEqual(value);
      if (i > 0) expect(Math.abs(value - (rows[i - 1]?.value ?? NaN))).toBeLessThanOrEqual(1);
    }
  },
);

test('the example counts the years of its row', () => {
  expect(activeYears.example.compute({ counts: '3 10 40 9' })).toBe(2);
});
