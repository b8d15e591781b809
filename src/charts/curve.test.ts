import { expect, test } from 'vitest';
import { drawCurve, numeric, rightOf, straight, tabled, tableOf } from './curve.ts';
import { routePieces } from './great-circle.ts';
import { PathData } from './path-data.ts';
import type { Point } from './projection.ts';
import { readPath } from './read-path.ts';

const circle = (t: number): Point => [20 * Math.cos(t), 20 * Math.sin(t)];

test('a quarter of a circle takes one Bézier, a straight line too', () => {
  for (const curve of [numeric(circle, 0, Math.PI / 2), straight([0, 0], [80, 20])]) {
    const data = new PathData().move(curve.at(0));
    drawCurve(data, curve, 0, Math.PI / 2);
    expect(data.toString().match(/c/g)).toHaveLength(1);
    expect(readPath(data.toString())[0]).toHaveLength(5);
  }
});

test('slope and bend are the derivatives, at an end from within', () => {
  const { slope, bend } = numeric((t) => (t >= 0 && t <= 2 ? circle(t) : [NaN, NaN]), 0, 2);
  for (const t of [0, 1, 2]) {
    expect(slope(t)[0]).toBeCloseTo(-20 * Math.sin(t), 3);
    expect(slope(t)[1]).toBeCloseTo(20 * Math.cos(t), 3);
    expect(bend(t)[0]).toBeCloseTo(-20 * Math.cos(t), 0);
    expect(bend(t)[1]).toBeCloseTo(-20 * Math.sin(t), 0);
  }
});

test('right of one who goes east is south, of one who goes west is north', () => {
  expect(rightOf(straight([0, 0], [10, 0]), 2).at(0.5)[1]).toBeCloseTo(2, 6);
  expect(rightOf(straight([0, 0], [-10, 0]), 2).at(0.5)[1]).toBeCloseTo(-2, 6);
});

test('beside a circle is a circle, and what widens has the slope of its points', () => {
  const right = rightOf(numeric(circle, 0, 2), 5);
  for (const t of [0.3, 1, 1.7]) {
    // In a picture a growing angle goes clockwise: the centre is to the right.
    expect(Math.hypot(...right.at(t))).toBeCloseTo(15, 3);
    expect(Math.hypot(...right.slope(t))).toBeCloseTo(15, 1);
  }
  const widening = rightOf(numeric(circle, 0, 2), 1, 4);
  const seen = numeric(widening.at, 0, 2);
  for (const t of [0.3, 1, 1.7])
    for (const i of [0, 1] as const) expect(widening.slope(t)[i]).toBeCloseTo(seen.slope(t)[i], 1);
});

test('a tabled route lies within a tenth of a pixel of the true one, from end to end', () => {
  const [piece] = routePieces([-74, -33], [139.7, 35.7]);
  if (!piece) throw new Error('no route');
  const [table, twice] = [1, 2].map((scale) => tabled(tableOf(piece.at, piece.from, piece.to), scale));
  for (let i = 0; i <= 500; i++) {
    const t = piece.from + ((piece.to - piece.from) * i) / 500;
    const [a, b, c] = [piece.at(t), table?.at(t) ?? [0, 0], twice?.at(t) ?? [0, 0]];
    expect(Math.hypot(a[0] - b[0], a[1] - b[1])).toBeLessThan(0.1);
    expect(c).toEqual([2 * b[0], 2 * b[1]]);
  }
});

test('the derivatives of a tabled route are those of its points', () => {
  const [piece] = routePieces([-74, -33], [139.7, 35.7]);
  if (!piece) throw new Error('no route');
  const { at, slope, bend } = tabled(tableOf(piece.at, piece.from, piece.to), 2);
  // Within one stretch: at its ends a spline of this kind bends anew.
  const seen = numeric(at, 0, 1);
  for (const t of [0.26, 0.51, 0.76])
    for (const i of [0, 1] as const) {
      expect(slope(t)[i]).toBeCloseTo(seen.slope(t)[i], 1);
      expect(bend(t)[i] / 100).toBeCloseTo(seen.bend(t)[i] / 100, 0);
    }
});
