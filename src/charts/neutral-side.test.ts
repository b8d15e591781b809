import { expect, test } from 'vitest';
import { neutralSide, type Polyline } from './neutral-side.ts';

const side = (at: number, ...lines: Polyline[]) =>
  neutralSide(lines, at, { width: 80, height: 18 }, { width: 300, height: 200 });

test('above at the left where nothing is in the way', () => {
  expect(side(100)).toEqual({ end: 'left', below: false });
});

test('below a line that runs above', () => {
  expect(side(100, [[0, 90], [300, 90]])).toEqual({ end: 'left', below: true }); // prettier-ignore
});

test('at the right where both sides of the left are taken', () => {
  expect(side(100, [[0, 85], [60, 115]])).toEqual({ end: 'right', below: false }); // prettier-ignore
});

test('what crosses between two years counts, though neither year is near', () => {
  expect(side(100, [[40, 0], [40, 98]])).toEqual({ end: 'left', below: true }); // prettier-ignore
});

test('never outside the drawing', () => {
  expect(side(2).below).toBe(true);
  expect(side(198, [[0, 190], [300, 190]]).below).toBe(false); // prettier-ignore
});
