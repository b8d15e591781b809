import { describe, expect, test } from 'vitest';
import { cutLine, cutPolygon, type Line } from './map-cut.ts';

/** Clockwise, as d3 wants the outside of a polygon. */
const square = (west: number, south: number, east: number, north: number): Line => [
  [west, south],
  [west, north],
  [east, north],
  [east, south],
];
const lons = (line: Line | undefined) => (line ?? []).map(([lon]) => lon);

describe('a polygon', () => {
  test('within the map is turned and keeps its points', () => {
    expect(cutPolygon([square(20, 0, 40, 10)], 30)).toEqual([square(-10, 0, 10, 10)]);
  });

  test('under the edge is cut in two, each part on its side', () => {
    const parts = cutPolygon([square(170, 0, -160, 30)], 0);
    expect(parts).toHaveLength(2);
    const [east, west] = [...parts].sort((a, b) => (lons(b)[0] ?? 0) - (lons(a)[0] ?? 0));
    expect(Math.min(...lons(east))).toBeCloseTo(170, 6);
    expect(Math.max(...lons(east))).toBeCloseTo(180, 6);
    expect(Math.min(...lons(west))).toBeCloseTo(-180, 6);
    expect(Math.max(...lons(west))).toBeCloseTo(-160, 6);
  });

  test('follows the bent edge with a point every few degrees', () => {
    for (const part of cutPolygon([square(170, -30, -160, 60)], 0)) {
      const lats = part.filter(([lon]) => Math.abs(lon) > 179.99).map(([, lat]) => lat);
      expect(lats.length).toBeGreaterThan(25);
      const sorted = [...lats].sort((a, b) => a - b);
      for (const [i, lat] of sorted.entries()) expect(lat - (sorted[i - 1] ?? lat)).toBeLessThan(3.5);
    }
  });

  test('keeps its hole on the side where it is', () => {
    const hole = [...square(172, 10, 176, 20)].reverse();
    const parts = cutPolygon([square(170, 0, -160, 30), hole], 0);
    expect(parts).toHaveLength(3);
    expect(parts.some((part) => part.length === 4 && Math.max(...lons(part)) < 177)).toBe(true);
  });
});

describe('a line', () => {
  test('within the map stays whole', () => {
    expect(cutLine([[10, 0], [20, 5]], 15)).toEqual([[[-5, 0], [5, 5]]]); // prettier-ignore
  });

  test('over the edge goes on on the other side', () => {
    const parts = cutLine([[170, 0], [-170, 0]], 0); // prettier-ignore
    expect(parts).toHaveLength(2);
    expect(parts[0]?.at(-1)?.[0]).toBeCloseTo(180, 6);
    expect(parts[1]?.[0]?.[0]).toBeCloseTo(-180, 6);
  });
});
