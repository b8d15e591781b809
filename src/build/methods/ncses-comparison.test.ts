import { describe, expect, test } from 'vitest';
import { flowsOf, smallRelease } from '../../../tests/support/small-release.ts';
import {
  affinityOf,
  comparisonOf,
  indexOf,
  partnersOf,
  SQL,
  worldBounds,
  type Database,
} from './ncses-comparison.ts';

const NCSES = 'ncses-publications/scopus';
const OPENALEX = 'openalex-copublications';

/**
 * By hand, in 2022. OpenAlex: T_CHN = 10 + 4 = 14, T_USA = 10 + 6 = 16, T_FRA = 10, T = 40. NCSES: T_CHN = 8 + 1 = 9,
 * T_USA = 8 + 3 = 11, T_FRA = 4, T = 24; international articles 8, 10 and, of the world, 12.
 */
async function rowOf(changes: { index?: number; world?: number } = {}) {
  const pair = (
    edition: string,
    year: number,
    origin: string,
    destination: string,
    value: number,
    index = 1,
  ) => ({
    source: NCSES,
    edition,
    origin,
    destination,
    year,
    value,
    collaboration_index: index,
  });
  const counted = (country: string, value: number, attribute = 'international', edition = 'SEI2024') => ({
    source: NCSES,
    edition,
    country,
    attribute,
    year: 2022,
    value,
  });
  const works = (country: string, value: number, measure = 'international_works', source = OPENALEX) => ({
    country,
    measure,
    source,
    year: 2022,
    value,
  });
  const db = await smallRelease({
    flows: [
      ...flowsOf('papers', OPENALEX, 2022, { CHN: { USA: 10, FRA: 4 }, FRA: { USA: 6 } }),
      ...flowsOf('papers', OPENALEX, 2003, { CHN: { USA: 1 } }),
    ],
    publication_pairs: [
      // (8 / 8) / (10 / 12) = 1.2
      pair('SEI2024', 2022, 'CHN', 'USA', 8, changes.index ?? 1.2),
      pair('SEI2024', 2022, 'CHN', 'FRA', 1),
      pair('SEI2024', 2022, 'FRA', 'USA', 3),
      pair('SEI2024', 2003, 'CHN', 'USA', 500),
      pair('SEI2022', 2022, 'CHN', 'USA', 500),
    ],
    publication_counts: [
      counted('CHN', 8),
      counted('USA', 10),
      counted('FRA', 4),
      counted('WLD', changes.world ?? 12),
      counted('USA', 999, 'total'),
      counted('USA', 998, 'international', 'SEI2022'),
    ],
    totals: [
      works('CHN', 11),
      works('USA', 12),
      works('FRA', 9),
      works('USA', 999, 'researchers'),
      works('USA', 998, 'international_works', 'another'),
    ],
  });
  const row = await db.one<Record<string, number | null>>(SQL);
  db.close();
  return row;
}

describe('the comparison', () => {
  test('has sizes of both databases from the newest year and edition, by hand', async () => {
    const { year, economies, pairs, ncses, openalex, index, medians } = comparisonOf(await rowOf());
    expect({ year, economies, pairs, index }).toEqual({ year: 2022, economies: 3, pairs: 3, index: 1.2 });
    expect(ncses).toEqual({
      shared: 8,
      articles_x: 8,
      articles_y: 10,
      links_x: 9,
      links_y: 11,
      links: 24,
      world_articles: 12,
    });
    expect(openalex).toEqual({
      shared: 10,
      articles_x: 11,
      articles_y: 12,
      links_x: 14,
      links_y: 16,
      links: 40,
      sum_of_articles: 32,
    });
    // (24·1)/(9·4) = 0.667, (24·3)/(4·11) = 1.636, (24·8)/(9·11) = 1.939
    expect(medians.affinity_closed).toBeCloseTo(72 / 44, 6);
    expect(medians.index).toBe(1);
  });

  test('stops where the published index is not what its parts give, and where a part is missing', async () => {
    await expect(rowOf({ index: 1.21 }).then(comparisonOf)).rejects.toThrow(/index of NCSES comes to 1\.2 /);
    const row = { ...(await rowOf()), ncses_world_articles: null };
    expect(() => comparisonOf(row)).toThrow(/lacks the number ncses_world_articles/);
  });
});

describe('why the two differ', () => {
  const database: Database = {
    shared: 7,
    articles_x: 20,
    articles_y: 30,
    links_x: 35,
    links_y: 41,
    links: 260,
  };
  test('affinity over index is T / I_W over the partners of an article of either', () => {
    const world = 50;
    const { x, y } = partnersOf(database);
    expect(affinityOf(database) / indexOf(database, world)).toBeCloseTo(260 / world / (x * y), 12);
  });

  test('in a world of articles with two countries each, the index is half the affinity', () => {
    // Three articles of A and B, two of A and C, one of B and C: a link each.
    const two = { shared: 3, articles_x: 5, articles_y: 4, links_x: 5, links_y: 4, links: 12 };
    expect(indexOf(two, 6)).toBeCloseTo(affinityOf(two) / 2, 12);
  });
});

test('the world has no fewer works than the bounds allow and no more: an article of n countries is n in S, n(n − 1) in T', () => {
  for (const sizes of [
    [2, 2, 2],
    [2, 3, 5],
    [10, 2, 2, 2, 2],
    [4, 4],
  ]) {
    const sum = sizes.reduce((all, n) => all + n, 0);
    const links = sizes.reduce((all, n) => all + n * (n - 1), 0);
    const [least, most] = worldBounds(sum, links);
    expect(least).toBeLessThanOrEqual(sizes.length + 1e-9);
    expect(most).toBeGreaterThanOrEqual(sizes.length);
  }
  // Both bounds are reached: by works of one size, and by works of two countries.
  expect(worldBounds(8, 24)[0]).toBe(2);
  expect(worldBounds(6, 6)).toEqual([3, 3]);
});
