import { expect, test } from 'vitest';
import { niceCeil, niceFloor } from './nice.ts';

test.each([
  [73485, 50000, 100000],
  [1, 1, 1],
  [2, 2, 2],
  [1000, 1000, 1000],
  [0.3, 0.2, 0.5],
  [4.9, 2, 5],
  [6, 5, 10],
])('%s lies between %s and %s', (value, floor, ceil) => {
  expect(niceFloor(value)).toBeCloseTo(floor, 9);
  expect(niceCeil(value)).toBeCloseTo(ceil, 9);
});
