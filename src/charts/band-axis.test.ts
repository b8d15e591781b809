import { describe, expect, test } from 'vitest';
import { bandAxis, type BandScale } from './band-axis.ts';

const [HEIGHT, SIZE] = [200, 12];
const axis = (scale: Partial<BandScale>, values: readonly number[], limits: readonly number[] = []) =>
  bandAxis({ log: false, years: false, neutral: null, ...scale }, values, limits, HEIGHT, SIZE);
const labels = (...args: Parameters<typeof axis>) => {
  const { ticks, format } = axis(...args);
  return ticks.map(format);
};

describe('linear', () => {
  test('begins at zero and holds values and limits', () => {
    expect(axis({}, [8, 21], [24.1]).domain).toEqual([0, 25]);
    expect(axis({}, [-0.4, 0.3], [-0.62, 0.4]).domain).toEqual([-0.8, 0.4]);
  });

  test('writes decimals where its step has them, and a true minus', () => {
    expect(labels({}, [0.31])).toEqual(['0', '0.1', '0.2', '0.3', '0.4']);
    expect(labels({}, [-0.4, 0.3])[0]).toBe('\u22120.4');
    expect(labels({}, [1200])).toContain('1,000');
  });

  test('of years of an event neither begins at zero nor puts a comma', () => {
    const years = axis({ years: true }, [1996, 2016]);
    expect(years.domain[0]).toBeGreaterThan(1900);
    expect(years.ticks.map(years.format)).toContain('2000');
  });

  test('holds the neutral value, and a single value', () => {
    expect(axis({ neutral: 3 }, [1, 2]).domain[1]).toBeGreaterThanOrEqual(3);
    expect(axis({}, [0]).domain).toEqual([0, 1]);
  });
});

describe('logarithmic', () => {
  const log = { log: true, neutral: 1 };

  test('half and twice stand equally far from one', () => {
    const { toPixel } = axis(log, [0.4, 2.5]);
    expect(toPixel(0.5) - toPixel(1)).toBeCloseTo(toPixel(1) - toPixel(2), 9);
  });

  test('holds all values, limits and the neutral one, with a little room, and gives each its place back', () => {
    const { domain, toPixel, toValue } = axis(log, [1.2, 2], [1.1, 2.4]);
    expect(domain[0]).toBeLessThan(1);
    expect(domain[0]).toBeGreaterThan(0.9);
    expect(domain[1]).toBeGreaterThan(2.4);
    expect(toPixel(domain[1])).toBeCloseTo(0, 9);
    expect(toPixel(domain[0])).toBeCloseTo(HEIGHT, 9);
    expect(toValue(toPixel(1.7))).toBeCloseTo(1.7, 9);
  });

  test('has even steps over a short way, and 1, 2, 5 or powers of ten over a long one', () => {
    expect(labels(log, [1.2, 1.9])).toEqual(['1', '1.2', '1.4', '1.6', '1.8']);
    expect(labels(log, [0.06, 3])).toEqual(['0.1', '0.2', '0.5', '1', '2']);
    expect(labels(log, [0.002, 40_000])).toEqual(['0.01', '1', '100', '10,000']);
  });

  test('one stands among the ticks wherever it is the neutral value', () => {
    for (const values of [[1.3], [0.2], [0.001, 5000], [1e-6, 1e6], [0.98, 1.01]])
      expect(axis(log, values).ticks, String(values)).toContain(1);
  });

  test('zero stands apart, below all else, as 0; without zeros there is no such place', () => {
    const { zeroAt, place, toPixel, ticks, format } = axis(log, [0, 0.4, 2], [0, 3]);
    expect(zeroAt).not.toBeNull();
    expect(place(0)).toBe(zeroAt);
    expect(format(ticks[0] ?? NaN)).toBe('0');
    expect(toPixel(zeroAt ?? 1)).toBeCloseTo(HEIGHT, 9);
    expect(toPixel(0.4)).toBeLessThan(HEIGHT - SIZE);
    expect(axis(log, [0.4, 2], [0, 3]).zeroAt).toBeNull();
  });

  test('a lower limit of zero reaches the bottom', () => {
    const { place, domain } = axis(log, [0.4, 2], [0, 3]);
    expect(place(0)).toBe(domain[0]);
  });

  test('nothing but zeros still has a scale', () => {
    const { domain, ticks } = axis(log, [0, 0]);
    for (const value of [...domain, ...ticks]) expect(Number.isFinite(value) && value > 0).toBe(true);
  });
});
