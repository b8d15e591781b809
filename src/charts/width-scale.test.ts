import { expect, test } from 'vitest';
import { widthScale } from './width-scale.ts';

test('width is proportional to value, down to the thinnest line', () => {
  const scale = widthScale(73485, 9);
  expect(scale(73485)).toBeCloseTo(9, 9);
  expect(scale(36742.5)).toBeCloseTo(4.5, 9);
  expect(scale(1)).toBe(scale(scale.hairline));
  expect(scale(1)).toBeGreaterThanOrEqual(0.6);
});

test('the legend runs from the largest round value to the hairline', () => {
  expect(widthScale(73485, 9).steps).toEqual([50000, 10000, 5000]);
  expect(widthScale(3, 9).steps).toEqual([2, 1]);
});

test('shares have no smallest value: those below one are told apart', () => {
  const scale = widthScale(0.5, 9, 0);
  expect(scale(0.5)).toBeCloseTo(9, 9);
  expect(scale(0.25)).toBeCloseTo(4.5, 9);
  expect(scale.hairline).toBe(0.05);
});

test('nothing to show is no error', () => {
  expect(widthScale(0, 9)(0)).toBeGreaterThan(0);
});
