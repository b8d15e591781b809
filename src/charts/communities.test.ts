import { randomLcg } from 'd3';
import { describe, expect, test } from 'vitest';
import { communities } from './communities.ts';
import { tie } from './matrix-fixture.ts';

/** Two rings of four, joined by one weak tie. */
const RINGS = [
  ...['AB', 'BC', 'CD', 'DA', 'AC', 'WX', 'XY', 'YZ', 'ZW', 'WY'].map(([a = '', b = '']) => tie(a, b, 10)),
  tie('D', 'W', 2),
];
const PLACES = [...'ABCDWXYZ'];
const sets = (groups: readonly (readonly string[])[]) =>
  groups.map((group) => [...group].sort().join('')).sort();

describe.each([true, false])('directed: %s', (directed) => {
  test('finds what holds together', () => {
    expect(sets(communities(directed)(PLACES, RINGS))).toEqual(['ABCD', 'WXYZ']);
  });

  test('the order of ties and places makes no difference, nor does a second call', () => {
    const first = communities(directed)(PLACES, RINGS);
    expect(communities(directed)([...PLACES].reverse(), [...RINGS].reverse())).toEqual(first);
    expect(communities(directed)(PLACES, RINGS)).toEqual(first);
  });
});

test.each([
  ['AC', 'BD'],
  ['AB', 'CD'],
])('weights count: the strong ties of a ring, %s and %s, hold more than its weak ones', (...strong) => {
  const ties = ['AB', 'CD', 'AC', 'BD'].map((of) =>
    tie(of[0] ?? '', of[1] ?? '', strong.includes(of) ? 50 : 1),
  );
  expect(sets(communities(false)([...'ABCD'], ties))).toEqual(strong);
});

describe('a network without clear groups', () => {
  // One in which groupings are as good as each other but for the order of its ties.
  const random = randomLcg(32);
  const places = Array.from({ length: 24 }, (_, i) => `P${i}`);
  const ties = places.flatMap((a, i) =>
    places.slice(i + 1).flatMap((b) => (random() < 0.2 ? [tie(a, b, 1)] : [])),
  );
  const first = communities(false)(places, ties);

  test('has the same ones whenever it is asked', () => {
    for (let i = 0; i < 4; i++) expect(communities(false)(places, ties)).toEqual(first);
  });
  test('has the same ones in whatever order its pairs are written', () => {
    const turned = ties.map(({ origin, destination, count }, i) =>
      i % 2 ? tie(destination, origin, count) : tie(origin, destination, count),
    );
    expect(communities(false)(places, turned)).toEqual(first);
  });
});

test('undirected, both ways of writing a pair are one tie', () => {
  const ties = [tie('A', 'B', 5), tie('B', 'A', 5), tie('C', 'D', 10), tie('B', 'C', 7)];
  expect(sets(communities(false)([...'ABCD'], ties))).toEqual(['AB', 'CD']);
});

test('every place stands in one group, with ties or without; ties of others are passed over', () => {
  expect(sets(communities(false)(['A', 'B', 'E'], [tie('A', 'B', 3), tie('A', 'Q', 99)]))).toEqual([
    'AB',
    'E',
  ]);
  expect(communities(false)(['B', 'A'], [])).toEqual([['A'], ['B']]);
});

test('a large host is no reason for directed ties to stand together, which sends to whom is', () => {
  // All send most to H, which is only large; P and Q send to each other more than their sizes bring.
  const ties = [
    tie('P', 'H', 40),
    tie('Q', 'H', 40),
    tie('R', 'H', 90),
    tie('S', 'H', 90),
    tie('P', 'Q', 30),
    tie('Q', 'P', 30),
  ];
  const groups = communities(true)([...'HPQRS'], ties);
  expect(groups.find((group) => group.includes('P'))).toContain('Q');
  expect(groups.find((group) => group.includes('P'))).not.toContain('H');
});
