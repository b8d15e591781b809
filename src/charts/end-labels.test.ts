import { expect, test } from 'vitest';
import { spread } from './end-labels.ts';

const at = (...ys: number[]) => ys.map((y) => ({ y, height: 10 }));

test('labels that do not touch stay where they are', () => {
  expect(spread(at(20, 60), 0, 100)).toEqual([20, 60]);
});
test('labels that touch move apart, in the order of their lines', () => {
  expect(spread(at(52, 50), 0, 100)).toEqual([60, 50]);
});
test('labels stay inside', () => {
  expect(spread(at(1, 99), 0, 100)).toEqual([5, 95]);
  expect(spread(at(98, 99), 0, 100)).toEqual([85, 95]);
});
