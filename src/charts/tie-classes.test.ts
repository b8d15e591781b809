import { describe, expect, test } from 'vitest';
import { COUNT, RATIO, tie } from './matrix-fixture.ts';
import { isBelow, roundLimits, tieClasses } from './tie-classes.ts';

const ratios = (...values: number[]) => values.map((value) => tie('A', 'B', 9, { value }));
const colour = (classes: ReturnType<typeof tieClasses>, value: number) => classes.colours[classes.of(value)];

describe('limits of sizes', () => {
  test('are 1, 2 and 5 over a short range', () => {
    expect(roundLimits([12, 30, 60, 150, 240])).toEqual([20, 50, 100, 200]);
  });
  test('are 1 and 3 over a longer one; of six the lowest goes, of seven both ends', () => {
    expect(roundLimits([40, 150, 800, 6000, 73000])).toEqual([300, 1000, 3000, 10000, 30000]);
    expect(roundLimits([20, 30, 800, 6000, 73000])).toEqual([100, 300, 1000, 3000, 10000]);
  });
  test('are powers of ten over a very long one', () => {
    expect(roundLimits([1, 2, 30, 500, 90000, 2e6])).toEqual([100, 1000, 10000, 100000, 1000000]);
  });
  test('of values close to each other part them about evenly', () => {
    const limits = roundLimits([100, 101, 102, 103, 104, 105, 106, 107]);
    expect(limits).toEqual([102, 104, 105]);
  });
  test('of shares are round too', () => {
    expect(roundLimits([0.0012, 0.004, 0.02, 0.03])).toEqual([0.005, 0.01, 0.02]);
  });
  test('a tenth of the values, however small, takes no class of its own', () => {
    const many = [0.001, ...Array.from({ length: 19 }, (_, i) => 1000 + i * 100)];
    expect(Math.min(...roundLimits(many))).toBeGreaterThan(999);
  });
  test('without values, or with one, there is one class', () => {
    expect(roundLimits([])).toEqual([]);
    expect(tieClasses(COUNT('', ''), ratios(7)).colours).toHaveLength(1);
  });
});

describe('ratios', () => {
  test('run to both sides of their neutral value, which is as expected', () => {
    const classes = tieClasses(RATIO, ratios(0.3, 0.6, 1, 1.5, 3));
    expect(classes.limits).toEqual([0.25, 0.5, 0.8, 1.25, 2, 4]);
    expect([0.2, 0.3, 0.7, 1, 1.3, 3, 9].map((value) => colour(classes, value))).toEqual([
      'd1',
      'd2',
      'd3',
      'd4',
      'd5',
      'd6',
      'd7',
    ]);
    expect([0.79, 0.8, 1.3].map((value) => isBelow(classes, value))).toEqual([true, false, false]);
  });
  test('of another neutral value are multiples of it', () => {
    expect(tieClasses({ ...RATIO, neutral: 2 }, ratios(1, 2, 4)).limits).toEqual([0.5, 1, 1.6, 2.5, 4, 8]);
  });
  test('that hardly differ, or differ widely, have limits of their own', () => {
    expect(tieClasses(RATIO, ratios(0.9, 1, 1.1)).limits[0]).toBe(0.8);
    expect(tieClasses(RATIO, ratios(0.01, 1, 60)).limits.at(-1)).toBe(10);
  });
  test('without a neutral value run one way', () => {
    expect(tieClasses({ ...RATIO, neutral: null }, ratios(1, 30, 200)).middle).toBeNull();
  });
});

describe('differences', () => {
  const classes = tieClasses({ ...RATIO, kind: 'signed' }, ratios(-900, -100, -20, 0, 10, 50, 300, 700));
  test('stand evenly around zero, which is a value', () => {
    expect(classes.limits).toEqual([...classes.limits].reverse().map((limit) => -limit));
    expect(colour(classes, 0)).toBe('d4');
    expect(classes.zeroIsValue).toBe(true);
  });
  test('of the same size on both sides have colours of the same strength', () => {
    for (const value of [10, ...classes.limits, 700]) {
      const [up, down] = [value, -value].map((of) => Number(colour(classes, of)?.slice(1)) - 4);
      expect((up ?? 0) + (down ?? 0)).toBe(0);
    }
  });
  test('all zero are one class', () => {
    expect(tieClasses({ ...RATIO, kind: 'signed' }, ratios(0, 0)).colours).toEqual(['d4']);
  });
});
