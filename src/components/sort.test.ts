import { expect, test } from 'vitest';
import { nextDirection, numberIn, order } from './sort.ts';

test.each([
  ['1,234', 1234],
  ['−102', -102],
  ['46%', 46],
  ['0', 0],
  ['', null],
  ['not reported', null],
])('%s → %s', (text, number) => {
  expect(numberIn(text)).toBe(number);
});

test('numbers by size, what is no number last either way', () => {
  const cells = ['9', 'no data', '1,000', '−5'];
  expect(order(cells, true, 'descending')).toEqual([2, 0, 3, 1]);
  expect(order(cells, true, 'ascending')).toEqual([3, 0, 2, 1]);
});

test('names as a reader expects, accents and case aside; equal ones keep their order', () => {
  expect(order(['Zambia', 'Åland', 'austria', 'Zambia'], false, 'ascending')).toEqual([1, 2, 0, 3]);
});

test('first click, second click', () => {
  expect(nextDirection(null, true)).toBe('descending');
  expect(nextDirection(null, false)).toBe('ascending');
  expect(nextDirection('ascending', true)).toBe('descending');
});
