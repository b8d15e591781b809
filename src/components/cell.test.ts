import { expect, test } from 'vitest';
import { cellText } from './cell.ts';

test.each([
  [2019, 'year', '2019'],
  [2019, 'first_year', '2019'],
  [73485, 'value', '73,485'],
  [-0.123, 'share', '−0.12'],
  ['not reported', 'value', 'not reported'],
  [null, 'value', null],
  ['', 'flag', null],
  [true, 'member', 'yes'],
])('%s in %s → %s', (value, key, text) => {
  expect(cellText(value, { key })).toBe(text);
});
