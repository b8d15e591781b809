import { expect, test } from 'vitest';
import { PathData } from './path-data.ts';
import { readPath } from './read-path.ts';

test('numbers are short and separated only where they must be', () => {
  const d = new PathData().move([0.5, -0.5]).line([1, 0]).line([1.5, 3]).line([11.5, 3]).line([11.5, 2]);
  expect(d.toString()).toBe('m.5-.5.5.5.5 3h10v-1');
});

test('what is written is read back to a tenth', () => {
  const points = [
    [10.04, 20.06],
    [11.16, 19.94],
    [300.55, 0],
    [0, -2.2],
  ] as const;
  const data = new PathData().move(points[0]);
  for (const point of points.slice(1)) data.line(point);
  const [read = []] = readPath(data.close(points[0]).move([5, 5]).line([6, 7]).toString());
  points.forEach(([x, y], i) => {
    expect(read[i]?.[0]).toBeCloseTo(Math.round(x * 10) / 10, 6);
    expect(read[i]?.[1]).toBeCloseTo(Math.round(y * 10) / 10, 6);
  });
});

test('rounding errors do not add up over many steps', () => {
  const data = new PathData().move([0, 0]);
  for (let i = 1; i <= 1000; i++) data.line([i * 0.33, 0.1 * (i % 2)]);
  expect(readPath(data.toString())[0]?.at(-1)?.[0]).toBeCloseTo(330, 3);
});

test('a subpath after a closed one starts from its first point', () => {
  const data = new PathData()
    .move([10, 10])
    .line([20, 10])
    .line([20, 20])
    .close([10, 10])
    .move([12, 12])
    .line([13, 13]);
  expect(readPath(data.toString())[1]?.[0]).toEqual([12, 12]);
});
