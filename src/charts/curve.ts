import type { PathData } from './path-data.ts';
import type { Point } from './projection.ts';

/** A curve in the plane. */
export type Curve = (t: number) => Point;

/** A curve with its first and second derivative by t. */
export interface Smooth {
  readonly at: Curve;
  readonly slope: Curve;
  readonly bend: Curve;
}

/** How far a drawn curve may lie from the true one, in pixels: below what the eye sees at a line's edge. */
const TOLERANCE = 0.35;
const MAX_DEPTH = 5;

/**
 * Draws a curve over [from, to] from where the pen stands, as few cubic Béziers with the curve's own tangents:
 * a fifth of the bytes of a polyline that looks as smooth.
 */
export function drawCurve(
  data: PathData,
  curve: Pick<Smooth, 'at' | 'slope'>,
  from: number,
  to: number,
  depth = 0,
): void {
  const { at, slope } = curve;
  const [start, end] = [at(from), at(to)];
  const third = (to - from) / 3;
  const c1 = along(start, slope(from), third);
  const c2 = along(end, slope(to), -third);
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
  drawCurve(data, curve, from, middle, depth + 1);
  drawCurve(data, curve, middle, to, depth + 1);
}

/** Points of a table: enough that a route across the whole map lies within a tenth of a pixel of the true one. */
const STEPS = 32;

/** A curve over [from, to] as a table of its points, at equal steps and one step beyond either end. */
export interface CurveTable {
  readonly from: number;
  readonly step: number;
  readonly xs: Float64Array;
  readonly ys: Float64Array;
}

/** Tables a curve: drawing asks for hundreds of points, and a great circle costs a dozen trigonometric functions for each. */
export function tableOf(at: Curve, from: number, to: number): CurveTable {
  const step = (to - from) / STEPS;
  const table: CurveTable = {
    from,
    step,
    xs: new Float64Array(STEPS + 3),
    ys: new Float64Array(STEPS + 3),
  };
  for (let i = 0; i <= STEPS; i++) [table.xs[i + 1], table.ys[i + 1]] = at(from + step * i);
  // Beyond the ends the curve is carried on with its bend, so that its direction there is right.
  for (const values of [table.xs, table.ys]) {
    values[0] = beyond(values, 1, 1);
    values[STEPS + 2] = beyond(values, STEPS + 1, -1);
  }
  return table;
}

const beyond = (values: Float64Array, end: number, inwards: 1 | -1): number =>
  3 * (values[end] ?? 0) - 3 * (values[end + inwards] ?? 0) + (values[end + 2 * inwards] ?? 0);

/** The tabled curve, `scale` times as large: a Catmull-Rom spline through the points. */
export function tabled({ from, step, xs, ys }: CurveTable, scale = 1): Smooth {
  const through =
    (read: Reader, size: number): Curve =>
    (t) => {
      // Past an end the last stretch goes on.
      const place = (t - from) / step;
      const i = Math.max(0, Math.min(STEPS - 1, Math.floor(place)));
      return [size * read(xs, i, place - i), size * read(ys, i, place - i)];
    };
  return {
    at: through(spline, scale),
    slope: through(splineSlope, scale / step),
    bend: through(splineBend, scale / step ** 2),
  };
}

/** Reads a table between its points i and i + 1, at a part u of the way. */
type Reader = (values: Float64Array, i: number, u: number) => number;

const spline: Reader = (values, i, u) => {
  const [a, b, c, d] = [values[i] ?? 0, values[i + 1] ?? 0, values[i + 2] ?? 0, values[i + 3] ?? 0];
  return b + 0.5 * u * (c - a + u * (2 * a - 5 * b + 4 * c - d + u * (3 * (b - c) + d - a)));
};

const splineSlope: Reader = (values, i, u) => {
  const [a, b, c, d] = [values[i] ?? 0, values[i + 1] ?? 0, values[i + 2] ?? 0, values[i + 3] ?? 0];
  return 0.5 * (c - a + u * (2 * (2 * a - 5 * b + 4 * c - d) + u * 3 * (3 * (b - c) + d - a)));
};

const splineBend: Reader = (values, i, u) => {
  const [a, b, c, d] = [values[i] ?? 0, values[i + 1] ?? 0, values[i + 2] ?? 0, values[i + 3] ?? 0];
  return 2 * a - 5 * b + 4 * c - d + 3 * u * (3 * (b - c) + d - a);
};

/**
 * The curve at a distance to its right, as seen by one who goes along it (on a screen, where y grows downwards).
 * @param distance at t = 0
 * @param widening what is added to it until t = 1
 */
export function rightOf({ at, slope, bend }: Smooth, distance: number, widening = 0): Omit<Smooth, 'bend'> {
  return {
    at: (t) => {
      const [[x, y], [dx, dy]] = [at(t), slope(t)];
      const by = (distance + widening * t) / (Math.hypot(dx, dy) || 1);
      return [x - dy * by, y + dx * by];
    },
    // Of p + d n with n the normal (-y', x') / |p'|: n turns by the curvature k, n' = -k |p'| p' / |p'|.
    slope: (t) => {
      const [[dx, dy], [ddx, ddy]] = [slope(t), bend(t)];
      const speed = Math.hypot(dx, dy) || 1;
      const turned = 1 - ((distance + widening * t) * (dx * ddy - dy * ddx)) / speed ** 3;
      const out = widening / speed;
      return [dx * turned - dy * out, dy * turned + dx * out];
    },
  };
}

/** A straight way. */
export const straight = ([x1, y1]: Point, [x2, y2]: Point): Smooth => ({
  at: (t) => [x1 + (x2 - x1) * t, y1 + (y2 - y1) * t],
  slope: () => [x2 - x1, y2 - y1],
  bend: () => [0, 0],
});

/** A curve that is known by its points alone, over [from, to]: its derivatives are taken from values close by. */
export function numeric(at: Curve, from: number, to: number): Smooth {
  // A curve may end at t: the values are on the side of the middle.
  const three = (t: number, part: number): [number, Point, Point, Point] => {
    const step = Math.abs(to - from) * part * (t > (from + to) / 2 ? -1 : 1);
    return [step, at(t), at(t + step), at(t + 2 * step)];
  };
  return {
    at,
    slope: (t) => {
      const [step, a, b, c] = three(t, 1e-5);
      return [(-3 * a[0] + 4 * b[0] - c[0]) / (2 * step), (-3 * a[1] + 4 * b[1] - c[1]) / (2 * step)];
    },
    bend: (t) => {
      const [step, a, b, c] = three(t, 1e-3);
      return [(a[0] - 2 * b[0] + c[0]) / step ** 2, (a[1] - 2 * b[1] + c[1]) / step ** 2];
    },
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
