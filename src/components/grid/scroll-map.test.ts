import { describe, expect, test } from 'vitest';
import { scrollMap } from './scroll-map.ts';

const ROW = 30;

test('rows that fit are where the browser has them', () => {
  const map = scrollMap(1000 * ROW, 600);
  expect([map.end, map.range]).toEqual([29_400, 29_400]);
  expect([0, 1, 333, 29_400].map(map.offsetOf)).toEqual([0, 1, 333, 29_400]);
  expect(map.follow(100, 100, 5000, 600)).toBe(5000);
  expect(scrollMap(0, 600)).toMatchObject({ end: 0, range: 0 });
  expect(scrollMap(300, 600).offsetOf(50)).toBe(0);
});

describe('ten million rows', () => {
  const map = scrollMap(1e7 * ROW, 600);

  test('are scrolled in a box that browsers can make, from the first to the last', () => {
    expect(map.end).toBe(3e8 - 600);
    expect(map.range).toBeLessThan(17e6);
    expect(map.offsetOf(0)).toBe(0);
    expect(map.offsetOf(map.range)).toBe(map.end);
    expect(map.scrollOf(map.end)).toBe(map.range);
  });

  test('every place has its scroll, in order', () => {
    let before = -1;
    for (let offset = 0; offset <= map.end; offset += map.end / 997) {
      const scroll = map.scrollOf(offset);
      expect(scroll).toBeGreaterThan(before);
      expect(map.offsetOf(scroll)).toBeCloseTo(offset, 3);
      before = scroll;
    }
  });

  test('near both ends a pixel is a pixel', () => {
    expect(map.offsetOf(30_000)).toBe(30_000);
    expect(map.end - map.offsetOf(map.range - 30_000)).toBeCloseTo(30_000, 6);
  });

  test('a short way leaves no row out, a long one goes where the bar points', () => {
    const middle = map.range / 2;
    const offset = map.offsetOf(middle);
    expect(map.follow(offset, middle, middle + 100, 600)).toBe(offset + 100);
    expect(map.follow(offset, middle, middle - 100, 600)).toBe(offset - 100);
    expect(map.follow(offset, middle, middle + 100_000, 600)).toBe(map.offsetOf(middle + 100_000));
    expect(map.follow(40, 40, 0, 600)).toBe(0);
    expect(map.follow(map.end - 300, map.range - 40, map.range, 600)).toBe(map.end);
  });
});
