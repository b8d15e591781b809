import { describe, expect, test } from 'vitest';
import {
  centralityByPartners,
  pathsThrough,
  readLinks,
} from '../../../../src/indicators/network-definitions.ts';
import { between, random } from '../../../../tests/support/random.ts';
import { centralities, type Link } from './centralities.ts';

/** "A B 3" → a link. */
const links = (...texts: string[]): Link[] =>
  texts.map((text) => {
    const [a = '', b = '', weight] = text.split(' ');
    return { a, b, weight: Number(weight) };
  });

const byCountry = (network: readonly Link[]) =>
  new Map(centralities(network).map(({ country, ...rest }) => [country, rest]));

/** What one measure has for each country, in the order of codes. */
const measured = (network: readonly Link[], measure: 'betweenness' | 'eigenvector') =>
  centralities(network).map((row) => row[measure]);

const near = (numbers: readonly number[]) => numbers.map((number): unknown => expect.closeTo(number, 9));

describe('networks whose values are known', () => {
  test('a path of five: between its ends lie 0, 3, 4, 3, 0 of six pairs; sines of sixths of a half turn', () => {
    const path = links('A B 4', 'B C 4', 'C D 4', 'D E 4');
    expect(measured(path, 'betweenness')).toEqual(near([0, 3 / 6, 4 / 6, 3 / 6, 0]));
    const sines = [1, 2, 3, 4, 5].map((i) => Math.sin((i * Math.PI) / 6));
    expect(measured(path, 'eigenvector')).toEqual(near(sines));
  });

  test('a star: all pairs of rays through the middle, and a ray has its share of the root of the sum of squares', () => {
    const star = links('A M 3', 'B M 4', 'C M 12');
    expect(measured(star, 'betweenness')).toEqual(near([0, 0, 0, 1]));
    // λ² = 9 + 16 + 144 = 169.
    expect(measured(star, 'eigenvector')).toEqual(near([3 / 13, 4 / 13, 12 / 13, 1]));
  });

  test('all tied to all alike: nobody lies between, and everybody is as central', () => {
    const full = links('A B 7', 'A C 7', 'A D 7', 'B C 7', 'B D 7', 'C D 7');
    expect(measured(full, 'betweenness')).toEqual([0, 0, 0, 0]);
    expect(measured(full, 'eigenvector')).toEqual(near([1, 1, 1, 1]));
  });

  test.each([
    [4, 1, 'the direct tie is 1/4 long, the way round 1/10 + 1/10 = 1/5'],
    [5, 0.5, 'both are as long'],
    [6, 0, 'the direct tie is shorter'],
  ])('of A and B with %i links, C lies between by %d: %s', (weight, expected) => {
    const network = links(`A B ${weight}`, 'A C 10', 'B C 10');
    expect(byCountry(network).get('C')?.betweenness).toBe(expected);
  });

  test('paths whose lengths a computer adds up to different sums are found to be as long', () => {
    expect(1 / 2 + 1 / 3 + 1 / 7).not.toBe(1 / 7 + 1 / 3 + 1 / 2);
    // A ring of lengths 1/2, 1/3, 1/7, 1/2, 1/3, 1/7: opposite ones have two shortest paths, others one. Each country is
    // between its two neighbours, and on one of two paths of the two opposite pairs that it does not belong to: 2 of 10.
    const ring = links('A B 2', 'B C 3', 'C D 7', 'D E 2', 'E F 3', 'A F 7');
    expect(measured(ring, 'betweenness')).toEqual(near([0.2, 0.2, 0.2, 0.2, 0.2, 0.2]));
  });

  test('two parts: the lesser has no centrality, and nothing lies between them', () => {
    const parts = links('A B 5', 'B C 5', 'D E 2');
    expect(measured(parts, 'eigenvector')).toEqual(near([Math.SQRT1_2, 1, Math.SQRT1_2, 0, 0]));
    // One pair of six leads through B.
    expect(measured(parts, 'betweenness')).toEqual(near([0, 1 / 6, 0, 0, 0]));
  });

  test('two countries lie between nobody, and none give nothing', () => {
    expect(centralities(links('A B 3'))).toEqual([
      { country: 'A', betweenness: null, eigenvector: 1 },
      { country: 'B', betweenness: null, eigenvector: 1 },
    ]);
    expect(centralities([])).toEqual([]);
  });
});

test('twelve countries as networkx 3 has them: exact fractions as lengths, and the eigenvector of LAPACK', () => {
  const letters = 'ABCDEFGHIJKL';
  const network = [...letters].flatMap((a, i) =>
    [...letters].slice(i + 1).flatMap((b, k) => {
      const j = i + 1 + k;
      const weight = (7 * i + 13 * j + i * j) % 11;
      return weight ? [{ a, b, weight }] : [];
    }),
  );
  expect(network).toHaveLength(60);
  expect(measured(network, 'betweenness')).toEqual(
    near([
      0.072727273, 0.009090909, 0.018181818, 0.018181818, 0.127272727, 0.018181818, 0.063636364, 0.090909091,
      0, 0.036363636, 0.018181818, 0.036363636,
    ]),
  );
  expect(measured(network, 'eigenvector')).toEqual(
    near([
      0.815850004, 0.718069426, 0.839713984, 0.80805279, 1, 0.679491212, 0.861485587, 0.908921438,
      0.724665418, 0.904654087, 0.826048482, 0.836191857,
    ]),
  );
});

describe('any network', () => {
  /** Up to a dozen countries, each pair tied in two of three cases. */
  const anyNetwork = (seed: number): Link[] => {
    const next = random(seed);
    const codes = [...'ABCDEFGHIJKL'].slice(0, between(3, 12, next));
    const network = codes.flatMap((a, i) =>
      codes.slice(i + 1).flatMap((b) => (next() < 0.67 ? [{ a, b, weight: between(1, 9, next) }] : [])),
    );
    return network.length ? network : links('A B 1');
  };
  const seeds = Array.from({ length: 60 }, (_, seed) => seed);

  test('is the same with every link twice, three or four times', () => {
    for (const seed of seeds) {
      const network = anyNetwork(seed);
      const times = 2 + (seed % 3);
      const more = centralities(network.map((link) => ({ ...link, weight: link.weight * times })));
      for (const [i, row] of centralities(network).entries()) {
        expect(more[i]?.betweenness).toBe(row.betweenness);
        expect(more[i]?.eigenvector).toBeCloseTo(row.eigenvector, 9);
      }
    }
  });

  test('is the same under other names and in another order', () => {
    const renamed = (code: string): string => String.fromCharCode(155 - code.charCodeAt(0));
    for (const seed of seeds) {
      const network = anyNetwork(seed);
      const other = byCountry(
        network.toReversed().map(({ a, b, weight }) => ({ a: renamed(b), b: renamed(a), weight })),
      );
      for (const [country, row] of byCountry(network)) {
        expect(other.get(renamed(country))?.betweenness ?? 0).toBeCloseTo(row.betweenness ?? 0, 12);
        expect(other.get(renamed(country))?.eigenvector).toBeCloseTo(row.eigenvector, 9);
      }
    }
  });

  test('keeps within 0 and 1, has a most central country, and agrees with the definitions', () => {
    for (const seed of seeds) {
      const network = anyNetwork(seed);
      const rows = centralities(network);
      expect(Math.max(...rows.map(({ eigenvector }) => eigenvector))).toBe(1);
      const text = network.map(({ a, b, weight }) => `${a} ${b} ${weight}`).join(';');
      const { centrality } = centralityByPartners(readLinks(text));
      for (const { country, betweenness, eigenvector } of rows) {
        expect(eigenvector).toBeGreaterThanOrEqual(0);
        expect(eigenvector).toBeCloseTo(centrality.get(country) ?? NaN, 8);
        if (betweenness === null) continue;
        expect(betweenness).toBeGreaterThanOrEqual(0);
        expect(betweenness).toBeLessThanOrEqual(1);
        const { through, pairs } = pathsThrough(readLinks(text), country);
        expect(betweenness).toBeCloseTo(through / pairs, 12);
      }
    }
  });
});
