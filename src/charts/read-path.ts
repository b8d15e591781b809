import type { Point } from './projection.ts';

const SIZES: Readonly<Record<string, number>> = { m: 2, l: 2, h: 1, v: 1, c: 6 };

/**
 * Reads path data of the kind PathData writes into the points it passes, one list a subpath; of a curve, four.
 * For tests and measures.
 */
export function readPath(d: string): Point[][] {
  const subpaths: Point[][] = [];
  let pen: Point = [0, 0];
  for (const [, command = '', rest = ''] of d.matchAll(/([mlhvcz])([^mlhvcz]*)/g)) {
    const numbers = [...rest.matchAll(/-?(?:\d+\.\d+|\d+|\.\d+)/g)].map(Number);
    if (command === 'z') pen = subpaths.at(-1)?.[0] ?? [0, 0];
    if (command === 'm') subpaths.push([]);
    const size = SIZES[command] ?? 2;
    for (let i = 0; i < numbers.length; i += size) {
      const passed = steps(command, numbers.slice(i, i + size)).map(([dx, dy]): Point => [
        pen[0] + dx,
        pen[1] + dy,
      ]);
      subpaths.at(-1)?.push(...passed);
      pen = passed.at(-1) ?? pen;
    }
  }
  return subpaths;
}

function steps(command: string, numbers: readonly number[]): Point[] {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = numbers;
  if (command === 'h') return [[a, 0]];
  if (command === 'v') return [[0, a]];
  if (command !== 'c') return [[a, b]];
  return [0.25, 0.5, 0.75, 1].map((u) => {
    const [p, q, r] = [3 * (1 - u) ** 2 * u, 3 * (1 - u) * u * u, u ** 3];
    return [p * a + q * c + r * e, p * b + q * d + r * f];
  });
}
