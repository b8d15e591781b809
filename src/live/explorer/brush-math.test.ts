import { expect, test } from 'vitest';
import { areaBegun, areaBetween, codesIn, moved, resized, type Area } from './brush-math.ts';

const PLOT: Area = { x0: 100, x1: 340, y0: 20, y1: 260 };

test('an area lies between two corners, whichever comes first, and ends where the plot ends', () => {
  const area = { x0: 150, x1: 200, y0: 40, y1: 90 };
  expect(areaBetween([150, 40], [200, 90], PLOT)).toEqual(area);
  expect(areaBetween([200, 90], [150, 40], PLOT)).toEqual(area);
  expect(areaBetween([150, 90], [200, 40], PLOT)).toEqual(area);
  expect(areaBetween([150, 40], [999, -5], PLOT)).toEqual({ x0: 150, x1: 340, y0: 20, y1: 40 });
  expect(areaBetween([-1, 300], [0, 400], PLOT)).toEqual({ x0: 100, x1: 100, y0: 260, y1: 260 });
});

test('dots count by their middle, at the edge too, each country once and in order', () => {
  const area = { x0: 10, x1: 20, y0: 10, y1: 20 };
  const dots = [
    { code: 'ZMB', at: [20, 10] },
    { code: 'BRA', at: [15, 15] },
    { code: 'BRA', at: [16, 15] },
    { code: 'CHL', at: [20.01, 15] },
    { code: 'PER', at: [15, 9.99] },
    { code: 'ARG', at: [10, 20] },
  ] as const;
  expect(codesIn(dots, area)).toEqual(['ARG', 'BRA', 'ZMB']);
  expect(codesIn([], area)).toEqual([]);
});

test('keys begin in the middle, with a third of each side', () => {
  const begun = areaBegun(PLOT);
  expect(begun.x0).toBeCloseTo(180);
  expect(begun.x1).toBeCloseTo(260);
  expect(begun.y0).toBeCloseTo(100);
  expect(begun.y1).toBeCloseTo(180);
});

test('an area is moved by steps of the plot, and keeps its size at the edge', () => {
  const area = { x0: 180, x1: 260, y0: 100, y1: 180 };
  expect(moved(area, [1, 0], PLOT)).toEqual({ ...area, x0: 190, x1: 270 });
  expect(moved(area, [0, -2], PLOT)).toEqual({ ...area, y0: 80, y1: 160 });
  expect(moved(area, [99, 99], PLOT)).toEqual({ x0: 260, x1: 340, y0: 180, y1: 260 });
  expect(moved(area, [-99, -99], PLOT)).toEqual({ x0: 100, x1: 180, y0: 20, y1: 100 });
});

test('an area grows to the edge of the plot and shrinks to a step', () => {
  const area = { x0: 180, x1: 260, y0: 100, y1: 180 };
  expect(resized(area, [1, 0], PLOT)).toEqual({ ...area, x1: 270 });
  expect(resized(area, [0, -1], PLOT)).toEqual({ ...area, y1: 170 });
  expect(resized(area, [99, 99], PLOT)).toEqual({ ...area, x1: 340, y1: 260 });
  expect(resized(area, [-99, -99], PLOT)).toEqual({ ...area, x1: 190, y1: 110 });
  // Drawn by hand into the corner, it is smaller than a step and cannot grow either.
  const corner = { x0: 335, x1: 340, y0: 255, y1: 260 };
  expect(resized(corner, [-1, -1], PLOT)).toEqual(corner);
});
