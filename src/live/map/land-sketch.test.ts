import { expect, test } from 'vitest';
import type { BasemapTopology } from '../../charts/basemap-symbols.ts';
import { project, projectFromCentre, SOUTH } from '../../charts/projection.ts';
import { edgePath, LandSketch } from './land-sketch.ts';

type Corner = readonly [number, number];

/** A topology of places whose outlines are given in degrees. */
function topologyOf(...rings: (readonly Corner[])[]): BasemapTopology {
  return {
    type: 'Topology',
    arcs: rings.map((ring) => [...ring, ring[0] ?? [0, 0]].map(([x, y]) => [x, y])),
    objects: {
      places: {
        type: 'GeometryCollection',
        geometries: rings.map((_, i) => ({ type: 'MultiPolygon', id: `P${i}`, arcs: [[[i]]] })),
      },
    },
  };
}

const AFRICA: readonly Corner[] = [
  [10, -10],
  [30, -10],
  [30, 20],
  [10, 20],
];
/** Across 180°. */
const PACIFIC: readonly Corner[] = [
  [170, -10],
  [-170, -10],
  [-170, 20],
  [170, 20],
];
const ISLET: readonly Corner[] = AFRICA.map(([x, y]) => [x / 100, y / 100]);

const pointsOf = (d: string): [number, number][][] =>
  d
    .split('M')
    .filter(Boolean)
    .map((ring) => {
      const numbers = ring.replace('Z', '').trim().split(' ').map(Number);
      return Array.from({ length: numbers.length / 2 }, (_, i) => [
        numbers[2 * i] ?? 0,
        numbers[2 * i + 1] ?? 0,
      ]);
    });

test('points stand where the map has them, under any meridian', () => {
  const sketch = new LandSketch(topologyOf(AFRICA));
  for (const meridian of [11, 100, -75]) {
    const [ring = []] = pointsOf(sketch.path(meridian));
    expect(ring).toHaveLength(4);
    for (const corner of AFRICA) {
      const [x, y] = project(corner[0], corner[1], meridian);
      expect(ring.some(([a, b]) => Math.hypot(a - x, b - y) < 0.15)).toBe(true);
    }
  }
});

test('a coast across 180° is one piece where the map shows it so', () => {
  const rings = pointsOf(new LandSketch(topologyOf(PACIFIC)).path(150));
  expect(rings).toHaveLength(1);
  const xs = rings.flat().map(([x]) => x);
  const width = projectFromCentre(20, 0)[0] - projectFromCentre(0, 0)[0];
  expect(Math.max(...xs) - Math.min(...xs)).toBeCloseTo(width, -1);
});

test('a coast that the edge cuts stands on both sides of the map, for the clip path to part', () => {
  const rings = pointsOf(new LandSketch(topologyOf(PACIFIC)).path(0));
  expect(rings).toHaveLength(2);
  const [left = [], right = []] = rings.sort((a, b) => (a[0]?.[0] ?? 0) - (b[0]?.[0] ?? 0));
  expect(Math.min(...left.map(([x]) => x))).toBeLessThan(20);
  expect(Math.max(...right.map(([x]) => x))).toBeGreaterThan(980);
});

test('what is too small to be seen is left out', () => {
  expect(new LandSketch(topologyOf(ISLET)).path(11)).toBe('');
});

test('the edge goes round the map', () => {
  const [ring = []] = pointsOf(edgePath().replaceAll('L', ' '));
  const [east, south] = projectFromCentre(180, SOUTH);
  expect(ring[0]?.[0]).toBeCloseTo(east, 0);
  expect(ring[0]?.[1]).toBeCloseTo(south, 0);
  expect(Math.max(...ring.map(([x]) => x))).toBeCloseTo(projectFromCentre(180, 0)[0], 0);
});
