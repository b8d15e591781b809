import { describe, expect, test } from 'vitest';
import { NORTH_LIMIT, routePieces, SOUTH_LIMIT, type LonLat } from './great-circle.ts';
import { project, projectFromCentre, type Point } from './projection.ts';

const only = (a: LonLat, b: LonLat) => {
  const pieces = routePieces(a, b);
  expect(pieces).toHaveLength(1);
  return (t: number): Point => pieces[0]?.at(t) ?? [NaN, NaN];
};
const close = (a: Point, b: Point, digits = 3) => {
  expect(a[0]).toBeCloseTo(b[0], digits);
  expect(a[1]).toBeCloseTo(b[1], digits);
};

describe('on the map', () => {
  test('a route runs from end to end', () => {
    const at = only([-77, 38.9], [13.4, 52.5]);
    close(at(0), project(-77, 38.9));
    close(at(1), project(13.4, 52.5));
  });

  test('its middle is that of the great circle: 35° N 45° E to 35° N 135° E passes 44.72° N 90° E', () => {
    close(only([45, 35], [135, 35])(0.5), project(90, 44.7214), 1);
  });

  test('along the equator it is straight', () => {
    const at = only([0, 0], [90, 0]);
    for (const t of [0.1, 0.5, 0.9]) expect(at(t)[1]).toBeCloseTo(project(0, 0)[1], 6);
  });
});

describe('over the edge', () => {
  const pieces = routePieces([174.8, -41.3], [-77, 38.9]);

  test('it is cut in two', () => {
    expect(pieces).toHaveLength(2);
  });

  test('it leaves in the east and comes back in the west, at one latitude', () => {
    const [out, back] = [pieces[0]?.at(pieces[0].to), pieces[1]?.at(pieces[1].from)];
    expect(out?.[1]).toBeCloseTo(back?.[1] ?? NaN, 2);
    expect((out?.[0] ?? 0) + (back?.[0] ?? 0)).toBeCloseTo(1000, 2);
    expect(out?.[0]).toBeGreaterThan(900);
  });

  test('its ends are where they belong', () => {
    close(pieces[0]?.at(0) ?? [0, 0], project(174.8, -41.3));
    close(pieces[1]?.at(1) ?? [0, 0], project(-77, 38.9));
  });
});

describe('on a turned globe', () => {
  test('what crossed the edge crosses it no more', () => {
    const [piece, ...more] = routePieces([174.8, -41.3], [-77, 38.9], 200);
    expect(more).toEqual([]);
    close(piece?.at(0) ?? [0, 0], project(174.8, -41.3, 200));
    close(piece?.at(1) ?? [0, 0], project(-77, 38.9, 200));
  });

  test('what did not is cut at the new edge', () => {
    const pieces = routePieces([-77, 38.9], [77, 28.6], 200);
    expect(pieces).toHaveLength(2);
    const [out, back] = [pieces[0]?.at(pieces[0].to), pieces[1]?.at(pieces[1].from)];
    expect(out?.[1]).toBeCloseTo(back?.[1] ?? NaN, 2);
    expect((out?.[0] ?? 0) + (back?.[0] ?? 0)).toBeCloseTo(1000, 2);
  });
});

describe('towards the poles', () => {
  const ys = (a: LonLat, b: LonLat) =>
    routePieces(a, b).flatMap(({ from, to, at }) =>
      Array.from({ length: 21 }, (_, i) => at(from + ((to - from) * i) / 20)[1]),
    );

  test('a route past the North Pole just touches the limit', () => {
    const top = projectFromCentre(0, NORTH_LIMIT)[1];
    expect(Math.min(...ys([-77, 38.9], [116.3, 40]))).toBeCloseTo(top, 0);
  });

  test('a route round Antarctica stays on the map', () => {
    const bottom = projectFromCentre(0, SOUTH_LIMIT)[1];
    expect(Math.max(...ys([174.8, -41.3], [-58.4, -34.6]))).toBeLessThanOrEqual(bottom + 1e-6);
  });

  test('an end beyond the limit is reached', () => {
    const [piece] = routePieces([15.6, 78.2], [10.7, 59.9]);
    close(piece?.at(0) ?? [0, 0], project(15.6, 78.2));
  });
});

test('antipodes have a route, on the map', () => {
  for (const [a, b] of [
    [
      [0, 10],
      [180, -10],
    ],
    [
      [-169, 0],
      [11, 0],
    ],
    [
      [0, 90],
      [0, -90],
    ],
  ] as [LonLat, LonLat][]) {
    for (const { at, from, to } of routePieces(a, b)) {
      for (const t of [from, (from + to) / 2, to]) expect(at(t).every(Number.isFinite)).toBe(true);
    }
  }
});
