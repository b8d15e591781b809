import { expect, test } from 'vitest';
import { cellsOf, type Terms } from './cells.ts';

/** One term, the same both ways, of the pairs that are named. */
const termsOf = (pairs: Readonly<Record<string, number>>): Terms => {
  const terms = new Map<string, Map<string, readonly number[]>>();
  for (const [pair, value] of Object.entries(pairs)) {
    const [a = '', b = ''] = pair.split('-');
    for (const [origin, destination] of [
      [a, b],
      [b, a],
    ] as const)
      terms.set(origin, (terms.get(origin) ?? new Map()).set(destination, [value]));
  }
  return terms;
};
const KNOWN = termsOf({ 'A-B': 1, 'A-C': 2, 'A-D': 3, 'B-C': 4, 'B-D': 5, 'C-D': 6 });
const count = (pair: string, value: number) => {
  const [origin = '', destination = ''] = pair.split('-');
  return { origin, destination, value };
};

test('undirected: each pair of countries with links stands once, zeros among them', () => {
  const cells = cellsOf([count('A-B', 7), count('B-C', 5)], KNOWN, 1, false);
  expect(cells.effects).toEqual(['A', 'B', 'C'].map((country) => ({ country, role: 'both' })));
  expect([...cells.left]).toEqual([0, 0, 1]);
  expect([...cells.right]).toEqual([1, 2, 2]);
  expect([...cells.values]).toEqual([7, 0, 5]);
  expect(cells.terms.map((column) => [...column])).toEqual([[1, 2, 4]]);
  expect([cells.apart, cells.loose]).toEqual([0, false]);
});

test('directed: senders by receivers, each role looked at apart, none with itself', () => {
  // C only sends, D only receives.
  const cells = cellsOf([count('A-B', 7), count('B-A', 2), count('C-D', 5)], KNOWN, 1, true);
  expect(cells.effects.map(({ country, role }) => `${country} ${role}`)).toEqual([
    'A origin',
    'B origin',
    'C origin',
    'A destination',
    'B destination',
    'D destination',
  ]);
  const named = [...cells.left].map(
    (left, cell) =>
      `${cells.effects[left]?.country}${cells.effects[cells.right[cell] ?? -1]?.country}=${cells.values[cell]}`,
  );
  expect(named).toEqual(['AB=7', 'AD=0', 'BA=2', 'BD=0', 'CA=0', 'CB=0', 'CD=5']);
  expect([cells.apart, cells.loose]).toEqual([3, true]);
});

test('a country has no cell with itself, even if terms were known', () => {
  const terms = termsOf({ 'A-A': 9, 'A-B': 1, 'B-B': 9 });
  for (const directed of [false, true])
    expect([...(cellsOf([count('A-B', 7), count('B-A', 2)], terms, 1, directed).terms[0] ?? [])]).toEqual(
      directed ? [1, 1] : [1],
    );
});

test('a flow of zero makes no country part of it', () => {
  expect(cellsOf([count('A-B', 7), count('C-D', 0)], KNOWN, 1, false).effects).toHaveLength(2);
});

test('a country whose terms are not known is left out, and one that has links with it alone', () => {
  const cells = cellsOf([count('A-B', 7), count('C-X', 5), count('X-A', 2)], KNOWN, 1, false);
  expect(cells.effects.map(({ country }) => country)).toEqual(['A', 'B']);
});

test('a pair whose terms are not known is left out, and its countries stay', () => {
  const terms = termsOf({ 'A-B': 1, 'B-C': 4 });
  const cells = cellsOf([count('A-B', 7), count('A-C', 9), count('B-C', 5)], terms, 1, false);
  expect([...cells.values]).toEqual([7, 5]);
});

test('nothing comes of nothing', () => {
  expect(cellsOf([], KNOWN, 1, true).effects).toEqual([]);
});
