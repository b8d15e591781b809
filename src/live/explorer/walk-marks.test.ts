import { describe, expect, test } from 'vitest';
import { bySize, largest, neighbour, type Spot, type Way } from './walk-marks.ts';

const spot = (x: number, y: number, size = 1): Spot => ({ x, y, size });
/** Lisbon, Madrid, Paris, London, Berlin, Rome, as they lie on a map, y downwards. */
const CITIES = [spot(0, 50), spot(30, 45), spot(60, 20), spot(50, 5), spot(100, 0), spot(95, 42)];
const NAMES = ['Lisbon', 'Madrid', 'Paris', 'London', 'Berlin', 'Rome'];
const from = (name: string, way: Way): string | undefined =>
  NAMES[neighbour(CITIES, NAMES.indexOf(name), way)];

describe('a neighbour', () => {
  test('is the nearest that way', () => {
    expect(from('Lisbon', 'right')).toBe('Madrid');
    expect(from('Madrid', 'right')).toBe('Rome');
    expect(from('Paris', 'up')).toBe('London');
    expect(from('Rome', 'up')).toBe('Berlin');
    expect(from('Berlin', 'left')).toBe('London');
  });

  test('lies aside where nothing lies ahead, and nowhere at the edge', () => {
    expect(from('Berlin', 'down')).toBe('Rome');
    expect(from('Lisbon', 'left')).toBeUndefined();
    expect(from('Berlin', 'up')).toBeUndefined();
  });

  test('every city can be reached from every other', () => {
    for (const start of CITIES.keys()) {
      const seen = new Set([start]);
      const open = [start];
      for (let here = open.pop(); here !== undefined; here = open.pop())
        for (const way of ['left', 'right', 'up', 'down'] as const) {
          const next = neighbour(CITIES, here, way);
          if (next >= 0 && !seen.has(next)) {
            seen.add(next);
            open.push(next);
          }
        }
      expect(seen.size, NAMES[start]).toBe(CITIES.length);
    }
  });
});

test('by size, equals in the order in which they are drawn', () => {
  const spots = [spot(0, 0, 5), spot(0, 0, 9), spot(0, 0, 5), spot(0, 0, 1)];
  expect(largest(spots)).toBe(1);
  expect([bySize(spots, 1, 1), bySize(spots, 0, 1), bySize(spots, 2, 1), bySize(spots, 3, 1)]).toEqual([
    0, 2, 3, -1,
  ]);
  expect(bySize(spots, 1, -1)).toBe(-1);
  expect(largest([])).toBe(-1);
});
