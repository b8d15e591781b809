import { expect, test } from 'vitest';
import { ATLAS } from '../../tests/support/atlas-fixture.ts';
import { missing } from '../../tests/support/rows-fixture.ts';
import { coverageLine, LARGE_HOST, largeHosts } from './coverage.ts';

const NOT_ZERO = 'What is not reported is not zero.';
const line = (...hosts: (readonly [country: string, expected: number])[]) =>
  coverageLine(missing(...hosts), 2019, ATLAS);

test('names every large host that is missing, and counts the smaller ones', () => {
  expect(
    line(['USA', 900_000], ['CHN', 178_000], ['SGP', LARGE_HOST], ['NAM', LARGE_HOST - 1], ['TUV', 3]),
  ).toBe(
    `No 2019 data by origin from the United States, China and Singapore, nor from 2 smaller hosts. ${NOT_ZERO}`,
  );
});

test('one smaller host is one', () => {
  expect(line(['USA', 900_000], ['TUV', 3])).toBe(
    `No 2019 data by origin from the United States, nor from 1 smaller host. ${NOT_ZERO}`,
  );
});

test('large hosts alone, smaller hosts alone, nobody', () => {
  expect(line(['USA', 900_000])).toBe(`No 2019 data by origin from the United States. ${NOT_ZERO}`);
  expect(line(['NAM', 400])).toBe('No 2019 data by origin from 1 smaller host.');
  expect(line(['NAM', 400], ['TUV', 3])).toBe('No 2019 data by origin from 2 smaller hosts.');
  expect(line()).toBeNull();
});

test('a host without a name is named by its code, not left out', () => {
  expect(line(['QQQ', 90_000])).toContain('from QQQ.');
});

test('large is the same on maps and in words', () => {
  expect(largeHosts(missing(['USA', LARGE_HOST], ['NAM', LARGE_HOST - 1]))).toEqual(['USA']);
});

test('where a figure is about them, all are named, and totals are not by origin', () => {
  const hosts = missing(['USA', 900_000], ['TUV', 3]);
  expect(coverageLine(hosts, 2019, ATLAS, { named: 'all' })).toBe(
    `No 2019 data by origin from the United States and Tuvalu. ${NOT_ZERO}`,
  );
  expect(coverageLine(hosts, 2019, ATLAS, { of: 'totals' })).toBe(
    `No 2019 data from the United States, nor from 1 smaller host. ${NOT_ZERO}`,
  );
  expect(coverageLine([], 2019, ATLAS, { named: 'all' })).toBeNull();
});
