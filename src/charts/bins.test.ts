import { expect, test } from 'vitest';
import { classOf, classWords, quantileLimits, rampSteps } from './bins.ts';

const percent = (v: number) => `${v}%`;

test('limits part values into classes of about equal number, at round numbers', () => {
  const values = Array.from({ length: 100 }, (_, i) => i + 0.5);
  expect(quantileLimits(values, 5)).toEqual([20, 40, 60, 80]);
});

test('values that repeat give fewer classes, none of them empty', () => {
  const limits = quantileLimits([1, 1, 1, 1, 1, 1, 1, 2, 9], 5);
  const used = new Set([1, 2, 9].map((v) => classOf(v, limits)));
  expect(used.size).toBeGreaterThan(0);
  expect(limits.every((limit) => limit > 1)).toBe(true);
  expect(quantileLimits([], 5)).toEqual([]);
});

test('a class holds its lower limit and not its upper one', () => {
  expect([4.9, 5, 9.9, 10].map((v) => classOf(v, [5, 10]))).toEqual([0, 1, 1, 2]);
});

test('classes in words', () => {
  expect(classWords([5, 10], percent)).toEqual(['under 5%', '5% to 10%', '10% and more']);
  expect(classWords([], percent)).toEqual(['all values']);
});

test('ramps are used to their ends', () => {
  expect(rampSteps(5, 6, true)).toEqual([2, 3, 4, 5, 6]);
  expect(rampSteps(6, 6, true)).toEqual([1, 2, 3, 4, 5, 6]);
  expect(rampSteps(3, 7, false)).toEqual([1, 4, 7]);
});
