import { expect, test } from 'vitest';
import { drawCurve, rightOf, slope, tabled, tableOf } from './curve.ts';
import { routePieces } from './great-circle.ts';
import { PathData } from './path-data.ts';
import type { Point } from './projection.ts';
import { readPath } from './read-path.ts';

const circle = (t: number): Point => [20 * Math.cos(t), 20 * Math.sin(t)];

test('a quarter of a circle takes one Bézier, a straight line too', () => {
  for (const at of [circle, (t: number): Point => [80 * t, 20 * t]]) {
    const data = new PathData().move(at(0));
    drawCurve(data, at, 0, Math.PI / 2);
    expect(data.toString().match(/c/g)).toHaveLength(1);
    expect(readPath(data.toString())[0]).toHaveLength(5);
  }
});

test('slope is the derivative, seen from either side', () => {
  for (const towards of [0, 2]) {
    const [dx, dy] = slope(circle, 1, towards);
    expect(dx).toBeCloseTo(-20 * Math.sin(1), 3);
    expect(dy).toBeCloseTo(20 * Math.cos(1), 3);
  }
});

test('right of one who goes east is south, of one who goes west is north', () => {
  const east = rightOf(
    (t) => [t * 10, 0],
    () => 2,
  );
  const west = rightOf(
    (t) => [-t * 10, 0],
    () => 2,
  );
  expect(east(0.5)[1]).toBeCloseTo(2, 6);
  expect(west(0.5)[1]).toBeCloseTo(-2, 6);
});

test('a tabled route lies within a tenth of a pixel of the true one, from end to end', () => {
  const [piece] = routePieces([-74, -33], [139.7, 35.7]);
  if (!piece) throw new Error('no route');
  const [table, twice] = [1, 2].map((scale) => tabled(tableOf(piece.at, piece.from, piece.to), scale));
  for (let i = 0; i <= 500; i++) {
    const t = piece.from + ((piece.to - piece.from) * i) / 500;
    const [a, b, c] = [piece.at(t), table?.(t) ?? [0, 0], twice?.(t) ?? [0, 0]];
    expect(Math.hypot(a[0] - b[0], a[1] - b[1])).toBeLessThan(0.1);
    expect(c).toEqual([2 * b[0], 2 * b[1]]);
  }
});
