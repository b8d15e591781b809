import { describe, expect, test } from 'vitest';
import { arcLine, halfArrow } from './arc.ts';
import { MAP_HEIGHT, MAP_WIDTH, project, type Point } from './projection.ts';
import { readPath } from './read-path.ts';

const W = [-77, 38.9] as const;
const B = [13.4, 52.5] as const;
const AREA = (ring: readonly Point[]): number =>
  ring.reduce((sum, [x, y], i) => {
    const [nx, ny] = ring[(i + 1) % ring.length] ?? [0, 0];
    return sum + x * ny - nx * y;
  }, 0) / 2;

describe('a line', () => {
  test('runs from anchor to anchor, scaled to the figure', () => {
    const [points = []] = readPath(arcLine(W, B, { scale: 0.7 }));
    for (const [point, [lon, lat]] of [
      [points[0], W],
      [points.at(-1), B],
    ] as const) {
      const [x, y] = project(lon, lat);
      expect(point?.[0]).toBeCloseTo(x * 0.7, 0);
      expect(point?.[1]).toBeCloseTo(y * 0.7, 0);
    }
  });

  test('over the edge it goes on in a second piece, with a little bleed for the clip', () => {
    const pieces = readPath(arcLine([174.8, -41.3], W, { scale: 1 }));
    expect(pieces).toHaveLength(2);
    const [x, y] = pieces[0]?.at(-1) ?? [0, 0];
    const [bx, by] = pieces[1]?.[0] ?? [0, 0];
    expect(x - bx).toBeGreaterThan(850);
    expect(Math.abs(y - by)).toBeLessThan(20);
  });

  test('is the same route at every scale, and another one on a turned globe', () => {
    const [near = [], far = []] = [2, 1].map((scale) => readPath(arcLine(W, B, { scale }))[0]);
    expect(near.at(-1)?.[0]).toBeCloseTo(2 * (far.at(-1)?.[0] ?? 0), 0);
    const turned = readPath(arcLine(W, B, { scale: 1, meridian: -90 }))[0];
    expect(turned?.[0]?.[0]).toBeCloseTo(project(W[0], W[1], -90)[0], 0);
  });

  test('is short to write', () => {
    expect(arcLine(W, B, { scale: 1 }).length).toBeLessThan(80);
    expect(halfArrow(W, B, 5, { scale: 1 }).length).toBeLessThan(180);
  });

  test('between neighbours bows away from the straight line', () => {
    const d = arcLine([4.37, 50.84], [4.89, 52.38], { scale: 0.33 });
    const [points = []] = readPath(d);
    const span = points.flatMap(([x, y]) => points.map(([u, v]) => Math.hypot(x - u, y - v)));
    expect(Math.max(...span)).toBeGreaterThan(2);
  });

  test('from a place to itself is a loop', () => {
    const [points = []] = readPath(arcLine(W, W, { scale: 1 }));
    const height = Math.max(...points.map(([, y]) => y)) - Math.min(...points.map(([, y]) => y));
    expect(height).toBeGreaterThan(6);
  });
});

describe('a half-arrow', () => {
  const options = { scale: 1, gaps: [3, 3] } as const;

  test('lies to the right of its way: below it eastward, above it westward', () => {
    const ends = [
      [-20, 0],
      [60, 0],
    ] as const;
    const y = project(0, 0)[1];
    for (const [from, to, side] of [
      [ends[0], ends[1], 1],
      [ends[1], ends[0], -1],
    ] as const) {
      const [points = []] = readPath(halfArrow(from, to, 6, options));
      for (const point of points) expect((point[1] - y) * side).toBeGreaterThan(0);
    }
  });

  test('a flow and its counterflow do not touch', () => {
    const y = project(0, 0)[1];
    const there = readPath(halfArrow([-20, 0], [60, 0], 6, options)).flat();
    const back = readPath(halfArrow([60, 0], [-20, 0], 6, options)).flat();
    expect(Math.min(...there.map((p) => p[1]))).toBeGreaterThan(y);
    expect(Math.max(...back.map((p) => p[1]))).toBeLessThan(y);
  });

  test('widens towards its end and has a head there', () => {
    const [points = []] = readPath(halfArrow([-20, 0], [60, 0], 6, options));
    const y = project(0, 0)[1];
    const [tail, barb] = [points.at(-1), points.reduce((a, b) => (b[1] > a[1] ? b : a))];
    expect((tail?.[1] ?? 0) - y).toBeCloseTo(0.4 + 6 * 0.4, 0);
    expect(barb[1] - y).toBeGreaterThan(6);
    expect(barb[0]).toBeGreaterThan(project(40, 0)[0]);
  });

  test('leaves room for the dots at its ends', () => {
    const [points = []] = readPath(halfArrow([-20, 0], [60, 0], 2, { scale: 1, gaps: [10, 20] }));
    const xs = points.map(([x]) => x);
    expect(Math.min(...xs)).toBeCloseTo(project(-20, 0)[0] + 10, 0);
    expect(Math.max(...xs)).toBeCloseTo(project(60, 0)[0] - 20, 0);
  });

  test('has an area however near its ends are, but never a blot', () => {
    for (const to of [
      [4.37, 50.85],
      [4.9, 51.2],
      [4.89, 52.38],
    ] as const) {
      const [ring = []] = readPath(halfArrow([4.37, 50.84], to, 9, { scale: 0.7, gaps: [3, 3] }));
      expect(Math.abs(AREA(ring))).toBeGreaterThan(0.5);
      expect(Math.abs(AREA(ring))).toBeLessThan(80);
    }
  });
});

test('antipodes and opposite ends of the edge give numbers', () => {
  for (const d of [
    arcLine([0, 10], [180, -10], { scale: 1 }),
    halfArrow([-169, 0], [11, 0], 4, { scale: 1 }),
    halfArrow([11, 0], [-169, 0], 4, { scale: 1 }),
    halfArrow(W, W, 4, { scale: 1, gaps: [2, 2] }),
  ]) {
    expect(d).not.toMatch(/NaN|Infinity/);
    expect(d.length).toBeGreaterThan(10);
  }
});

test('no arc leaves the map by more than its own width, at any scale, with or without gaps', () => {
  const places = [
    W,
    B,
    [116, 39.9],
    [151, -33.9],
    [174.8, -41.3],
    [-58.4, -34.6],
    [-95, 39.5],
    [178, -18],
  ] as const;
  for (const a of places)
    for (const b of places)
      for (const scale of [0.328, 0.88])
        for (const gaps of [undefined, [1.5, 4.5]] as const) {
          if (a === b) continue;
          const options = { scale, ...(gaps ? { gaps } : {}) };
          for (const d of [arcLine(a, b, options), halfArrow(a, b, 9, options)])
            for (const [x, y] of readPath(d).flat()) {
              expect(x).toBeGreaterThan(-80 * scale - 30);
              expect(x).toBeLessThan(MAP_WIDTH * scale + 80 * scale + 30);
              expect(y).toBeGreaterThan(-30);
              expect(y).toBeLessThan(MAP_HEIGHT * scale + 30);
            }
        }
});
