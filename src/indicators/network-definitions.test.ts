import { expect, test } from 'vitest';
import { centralityByPartners, pathsThrough, readLinks } from './network-definitions.ts';

test('a text of links is read from both ends, and links of one pair add up', () => {
  const network = readLinks('AAA BBB 2;BBB AAA 3;BBB CCC 1');
  expect([...(network.get('BBB') ?? [])]).toEqual([
    ['AAA', 5],
    ['CCC', 1],
  ]);
  expect(() => readLinks('AAA BBB 2;CCC')).toThrow(/No link of two countries: CCC/);
  expect(() => readLinks('AAA BBB 0')).toThrow(/AAA BBB 0/);
  expect(() => readLinks(null)).toThrow(/null/);
});

test('paths through the second of four in a row: from the first to both behind it', () => {
  expect(pathsThrough(readLinks('A B 4;B C 2;C D 1'), 'B')).toEqual({ through: 2, pairs: 3 });
});

test('two shortest paths count half each, and a strong detour beats a weak tie', () => {
  // A to C: 1/2 + 1/2 over B or D; the direct tie is 1/1 long as well: a third each.
  const square = readLinks('A B 2;B C 2;C D 2;A D 2;A C 1');
  expect(pathsThrough(square, 'B').through).toBeCloseTo(1 / 3, 12);
  expect(pathsThrough(square, 'A').through).toBeCloseTo(1 / 2, 12);
});

test('there is no path between two parts, and none through a country without a link', () => {
  expect(pathsThrough(readLinks('A B 1;C D 1'), 'A')).toEqual({ through: 0, pairs: 3 });
  expect(() => pathsThrough(readLinks('A B 1'), 'X')).toThrow(/X has no link/);
});

test('a star has its eigenvalue, though its two sides would swing', () => {
  const { centrality, lambda } = centralityByPartners(readLinks('A M 3;B M 4'));
  expect(lambda).toBeCloseTo(5, 9);
  expect(centrality.get('A')).toBeCloseTo(0.6, 9);
  expect(centrality.get('B')).toBeCloseTo(0.8, 9);
  expect(centrality.get('M')).toBe(1);
});
