import { describe, expect, test } from 'vitest';
import { pixelAxis, type AxisMeasure } from './pixel-axis.ts';

const MEASURE: AxisMeasure = { title: 'M', unit: '', digits: 2, neutral: null, log: null };
const axis = (values: readonly number[], more: Partial<AxisMeasure> = {}, limits: readonly number[] = []) =>
  pixelAxis({ ...MEASURE, ...more }, values, limits, 400, 50);

describe('whether an axis is logarithmic', () => {
  test('is left to the range', () => {
    expect(axis([1, 2, 3, 10, 5000]).log).toBe(true);
    expect(axis([10, 20, 30, 40, 100]).log).toBe(false);
  });
  test('can be said', () => {
    expect(axis([1, 2], { log: true }).log).toBe(true);
    expect(axis([1, 1e6], { log: false }).log).toBe(false);
  });
  test('is no question where a value is negative, or none is positive', () => {
    expect(axis([-1, 1, 1e6], { log: true }).log).toBe(false);
    expect(axis([0, 0], { log: true }).log).toBe(false);
  });
});

describe('a logarithmic axis', () => {
  const log = axis([0, 1, 10, 100, 1e6]);
  test('has ten times equally far everywhere', () => {
    expect(log.at(1e4) - log.at(1e3)).toBeCloseTo(log.at(10) - log.at(1));
  });
  test('keeps zeros in a band below all else, and has none without zeros', () => {
    expect(log.zeroBand).toBeGreaterThan(0);
    expect(log.at(0)).toBeLessThan(log.zeroBand);
    expect(log.at(1)).toBeGreaterThan(log.zeroBand);
    expect(log.ticks[0]).toEqual({ at: log.at(0), words: '0' });
    expect(axis([1, 1e6]).zeroBand).toBe(0);
  });
  test('is not stretched by a lower limit of zero', () => {
    const limited = axis([5, 1000], { log: true }, [0, 2000]);
    expect(limited.at(0)).toBeGreaterThanOrEqual(0);
    expect(limited.at(2000)).toBeLessThanOrEqual(400);
  });
});

describe('an even axis', () => {
  test('begins at zero where the smallest value is near it', () => {
    expect(axis([10, 60]).ticks[0]?.words).toBe('0');
    expect(axis([5000, 6000]).ticks.some(({ words }) => words === '0')).toBe(false);
  });
  test('holds values, limits and the neutral value', () => {
    const one = axis([2, 3], { neutral: { value: -4, words: '' } }, [9]);
    for (const value of [2, 3, -4, 9]) {
      expect(one.at(value)).toBeGreaterThanOrEqual(0);
      expect(one.at(value)).toBeLessThanOrEqual(400);
    }
  });
  test('of one value alone is still an axis', () => {
    expect(axis([3]).at(3)).toBeGreaterThan(0);
    expect(axis([0]).ticks.length).toBeGreaterThan(1);
  });
});

test('numbers stand at least as far apart as their room', () => {
  for (const values of [
    [1, 1e9],
    [0.001, 50],
    [1, 3],
    [-100, 250],
    [0, 2, 4e4],
  ]) {
    const { ticks } = axis(values);
    expect(ticks.length).toBeGreaterThan(1);
    ticks.slice(1).forEach(({ at }, i) => {
      expect(at - (ticks[i]?.at ?? 0)).toBeGreaterThan(24);
    });
  }
});
