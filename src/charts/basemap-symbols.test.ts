import { expect, test } from 'vitest';
import { basemapSymbols, type BasemapTopology } from './basemap-symbols.ts';
import { project } from './projection.ts';
import { readPath } from './read-path.ts';

/** Two neighbours that share a border at 20° E, the eastern one neutral, on a grid of whole degrees. */
const TOPOLOGY: BasemapTopology = {
  type: 'Topology',
  transform: { scale: [1, 1], translate: [0, 0] },
  objects: {
    places: {
      type: 'GeometryCollection',
      geometries: [
        { type: 'MultiPolygon', id: 'AAA', arcs: [[[0, 1]]] },
        { type: 'MultiPolygon', arcs: [[[~0, 2]]] },
      ],
    },
  },
  arcs: [
    [[20, 10], [0, -10]],
    [[20, 0], [-10, 0], [0, 10], [10, 0]],
    [[20, 10], [10, 0], [0, -10], [-10, 0]],
  ] as never, // prettier-ignore
};
const pathOf = (svg: string, id: string) => svg.match(new RegExp(`id="${id}" d="([^"]+)"`))?.[1] ?? '';

test('has the parts that charts refer to, and no look of their own', () => {
  const svg = basemapSymbols(TOPOLOGY);
  for (const id of ['land', 'AAA', 'borders', 'graticule', 'sphere']) expect(svg).toContain(` id="${id}"`);
  expect(svg.match(/<path d="/g)).toHaveLength(1);
  expect(svg).not.toMatch(/fill|stroke|style|undefined|NaN/);
});

test('draws places in map pixels under the meridian asked for', () => {
  for (const meridian of [11, 25, -170, 371]) {
    const [[first = [0, 0]] = []] = readPath(pathOf(basemapSymbols(TOPOLOGY, meridian), 'AAA'));
    const [x, y] = project(20, 10, meridian);
    expect(first[0]).toBeCloseTo(x, 0);
    expect(first[1]).toBeCloseTo(y, 0);
  }
});

test('what the edge of the turned map runs through is drawn on both sides', () => {
  const pieces = readPath(pathOf(basemapSymbols(TOPOLOGY, -165), 'AAA'));
  expect(pieces).toHaveLength(2);
  const xs = pieces.map((piece) => piece.map(([x]) => x));
  expect(xs.some((some) => Math.max(...some) < 100)).toBe(true);
  expect(xs.some((some) => Math.min(...some) > 900)).toBe(true);
});

test('a border is drawn once, coasts are not', () => {
  const [border = [], ...more] = readPath(pathOf(basemapSymbols(TOPOLOGY), 'borders'));
  expect(more).toEqual([]);
  for (const [x] of border) expect(x).toBeGreaterThan(project(19, 5)[0]);
});

test('ids begin with the prefix', () => {
  const ids = [...basemapSymbols(TOPOLOGY, 11, 'turned-').matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(ids).toEqual(['turned-land', 'turned-AAA', 'turned-borders', 'turned-graticule', 'turned-sphere']);
});
