import type { PathData } from './path-data.ts';
import type { Point } from './projection.ts';

/** A smooth curve in the plane. */
export type Curve = (t: number) => Point;

/** How far a drawn curve may lie from the true one, in pixels: below what the eye sees at a line's edge. */
const TOLERANCE = 0.35;
const MAX_DEPTH = 5;

/**
 * Draws a curve over [from, to] from where the pen stands, as few cubic Béziers with the curve's own tangents:
 * a fifth of the bytes of a polyline that looks as smooth.
 */
export function drawCurve(data: PathData, at: Curve, from: number, to: number, depth = 0): void {
  const [start, end] = [at(from), at(to)];
  const third = (to - from) / 3;
  const c1 = along(start, slope(at, from, to), third);
  const c2 = along(end, slope(at, to, from), -third);
  const fits = [0.25, 0.5, 0.75].every((u) => {
    const [x, y] = bezier(start, c1, c2, end, u);
    const [tx, ty] = at(from + (to - from) * u);
    return Math.hypot(x - tx, y - ty) < TOLERANCE;
  });
  if (fits || depth === MAX_DEPTH) {
    data.curve(c1, c2, end);
    return;
  }
  const middle = (from + to) / 2;
  drawCurve(data, at, from, middle, depth + 1);
  drawCurve(data, at, middle, to, depth + 1);
}

/** Points of a table: enough that a route across the whole map lies within a tenth of a pixel of the true one. */
const STEPS = 32;

/**
 * The same curve over [from, to], from a table of its points and a Catmull-Rom spline between them. Drawing asks a curve
 * for hundreds of points, and a great circle costs a dozen trigonometric functions for each.
 */
export function tabulated(at: Curve, from: number, to: number): Curve {
  const step = (to - from) / STEPS;
  const table = Array.from({ length: STEPS + 1 }, (_, i) => at(from + step * i));
  const inside = (i: number): Point => table[Math.min(STEPS, Math.max(0, i))] as Point;
  // Beyond the ends the curve is carried on with its bend, so that its direction there is right.
  const beyond = (a: Point, b: Point, c: Point): Point => [
    3 * a[0] - 3 * b[0] + c[0],
    3 * a[1] - 3 * b[1] + c[1],
  ];
  const [before, after] = [
    beyond(inside(0), inside(1), inside(2)),
    beyond(inside(STEPS), inside(STEPS - 1), inside(STEPS - 2)),
  ];
  const point = (i: number): Point => (i < 0 ? before : i > STEPS ? after : inside(i));
  return (t) => {
    // Past an end the last stretch goes on: a slope there is taken from values a hair beyond it.
    const place = (t - from) / step;
    const i = Math.max(0, Math.min(STEPS - 1, Math.floor(place)));
    const u = place - i;
    const [a, b, c, d] = [point(i - 1), point(i), point(i + 1), point(i + 2)];
    const along = (k: 0 | 1): number =>
      b[k] +
      0.5 *
        u *
        (c[k] - a[k] + u * (2 * a[k] - 5 * b[k] + 4 * c[k] - d[k] + u * (3 * (b[k] - c[k]) + d[k] - a[k])));
    return [along(0), along(1)];
  };
}

/** The curve's derivative at t, from values on the side of `towards` alone: a curve may end at t. */
export function slope(at: Curve, t: number, towards: number): Point {
  const step = (towards - t) * 1e-4;
  const [a, b, c] = [at(t), at(t + step), at(t + 2 * step)];
  return [(-3 * a[0] + 4 * b[0] - c[0]) / (2 * step), (-3 * a[1] + 4 * b[1] - c[1]) / (2 * step)];
}

/** The curve at a distance to its right, as seen by one who goes along it (on a screen, where y grows downwards). */
export function rightOf(at: Curve, distance: (t: number) => number): Curve {
  return (t) => {
    const [x, y] = at(t);
    const [dx, dy] = slope(at, t, t < 0.5 ? 1 : 0);
    const length = Math.hypot(dx, dy) || 1;
    const d = distance(t);
    return [x - (dy / length) * d, y + (dx / length) * d];
  };
}

const along = (p: Point, direction: Point, by: number): Point => [
  p[0] + direction[0] * by,
  p[1] + direction[1] * by,
];

function bezier(a: Point, b: Point, c: Point, d: Point, u: number): Point {
  const v = 1 - u;
  const mix = (i: 0 | 1): number =>
    v ** 3 * a[i] + 3 * v * v * u * b[i] + 3 * v * u * u * c[i] + u ** 3 * d[i];
  return [mix(0), mix(1)];
}
