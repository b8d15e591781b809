import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { basemapSymbols, type BasemapTopology } from '../src/charts/basemap-symbols.ts';
import { MAP_HEIGHT, MAP_WIDTH, project, type Point } from '../src/charts/projection.ts';
import { readPath } from '../src/charts/read-path.ts';
import { makeBasemap, MIN_VISIBLE } from './basemap.ts';

/** Some of UN M49; what is not here is neutral land for these tests. */
const CODES = new Map(
  Object.entries({
    '250': 'FRA',
    '578': 'NOR',
    '528': 'NLD',
    '554': 'NZL',
    '643': 'RUS',
    '804': 'UKR',
    '242': 'FJI',
    '702': 'SGP',
    '442': 'LUX',
    '706': 'SOM',
    '036': 'AUS',
    '344': 'HKG',
    '470': 'MLT',
    '480': 'MUS',
    '010': 'ATA',
  }),
);
const made = makeBasemap(CODES);
const pathOf = (id: string): string => made.svg.match(new RegExp(`id="${id}" d="([^"]+)"`))?.[1] ?? '';
const ringsOf = (id: string) => readPath(pathOf(id));

/** Whether a place's shape holds a point in degrees (even-odd rule). */
function holds(id: string, lon: number, lat: number): boolean {
  const [x, y] = project(lon, lat);
  const crossings = (ring: readonly Point[]) =>
    ring.filter(([x1, y1], i) => {
      const [x2, y2] = ring[(i + 1) % ring.length] ?? [0, 0];
      return y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1;
    }).length;
  return ringsOf(id).reduce((sum, ring) => sum + crossings(ring), 0) % 2 === 1;
}

test('the file is small, and one of a kind', () => {
  expect(brotliCompressSync(made.svg).length).toBeLessThan(40_000);
  expect(makeBasemap(CODES).svg).toBe(made.svg);
});

test('every shape lies within the frame and has neither fill nor stroke', () => {
  for (const [, d = ''] of made.svg.matchAll(/ d="([^"]+)"/g)) {
    for (const [x, y] of readPath(d).flat()) {
      expect(x).toBeGreaterThanOrEqual(1.9);
      expect(x).toBeLessThanOrEqual(MAP_WIDTH - 1.9);
      expect(y).toBeGreaterThanOrEqual(1.9);
      expect(y).toBeLessThanOrEqual(MAP_HEIGHT);
    }
  }
  expect(made.svg).not.toMatch(/fill|stroke|style/);
});

test('it has the parts that charts refer to', () => {
  for (const id of ['land', 'borders', 'graticule', 'sphere', 'FRA', 'XKX', 'TWN']) {
    expect(made.svg).toContain(`id="${id}"`);
  }
});

describe('places that the source merges have their own shape', () => {
  test.each([
    ['GUF', 'FRA', -53, 4],
    ['REU', 'FRA', 55.5, -21.1],
    ['SJM', 'NOR', 17, 78.9],
  ])('%s is no part of %s', (part, whole, lon, lat) => {
    expect(holds(part, lon, lat)).toBe(true);
    expect(holds(whole, lon, lat)).toBe(false);
  });

  test('and the rest stays whole', () => {
    expect(holds('FRA', 2.3, 47)).toBe(true);
    expect(holds('FRA', 9.1, 42.2)).toBe(true);
    expect(holds('NOR', 9, 61)).toBe(true);
    expect(holds('NLD', 5.6, 52.3)).toBe(true);
    expect(made.svg).toContain('id="BES"');
    expect(made.svg).toContain('id="MYT"');
  });
});

test('what the register does not hold is neutral land', () => {
  expect(holds('SOM', 46.3, 9.7)).toBe(false);
  expect(holds('SOM', 46, 4)).toBe(true);
  expect(holds('RUS', 34.2, 45.2)).toBe(false);
  expect(holds('UKR', 34.2, 45.2)).toBe(false);
  expect(holds('UKR', 31, 49)).toBe(true);
  expect(made.svg).not.toContain('id="ATA"');
});

test('no shape is torn across the map: Russia and Fiji lie in the east', () => {
  for (const id of ['RUS', 'FJI']) {
    for (const [x] of ringsOf(id).flat()) expect(x).toBeGreaterThan(MAP_WIDTH / 2);
  }
});

test('areas are what can be seen at a width of 1000, all else is a point', () => {
  expect(made.areas).toEqual(made.shapes.filter((s) => s.largest >= MIN_VISIBLE).map((s) => s.iso3));
  for (const id of ['FRA', 'GUF', 'FJI', 'XKX', 'TWN']) expect(made.areas).toContain(id);
  for (const id of ['SGP', 'LUX', 'MLT', 'MUS', 'HKG', 'REU']) expect(made.areas).not.toContain(id);
});

describe('the shapes for a turned globe', () => {
  const text = JSON.stringify(made.geometry);
  const geometry = JSON.parse(text) as BasemapTopology;
  const land = (svg: string): Point[][] =>
    [...svg.slice(0, svg.indexOf('id="borders"')).matchAll(/ d="([^"]+)"/g)].flatMap(([, d = '']) =>
      readPath(d),
    );
  const area = (rings: readonly Point[][]): number =>
    rings.reduce(
      (sum, ring) =>
        sum +
        ring.reduce((part, [x, y], i) => {
          const [u, v] = ring[(i + 1) % ring.length] ?? [x, y];
          return part + (x * v - u * y) / 2;
        }, 0),
      0,
    );
  const standard = Math.abs(area(land(made.svg)));

  test('are one small file, from which the symbols are made to the last letter', () => {
    expect(gzipSync(text).length).toBeLessThan(120_000);
    expect(made.svg).toContain(basemapSymbols(geometry));
    const places = geometry.objects.places.geometries.flatMap(({ id }) => id ?? []);
    expect(places).toEqual(expect.arrayContaining(made.shapes.map(({ iso3 }) => iso3)));
  });

  test.each([-169, -100, -27.5, 60, 100, 150, 200, 300])(
    'keep their area under %d° E, and stay on the map',
    (meridian) => {
      const rings = land(basemapSymbols(geometry, meridian));
      // Sides are straight on the map, so a turn changes areas a little; a torn shape would change them by a lot.
      expect(Math.abs(area(rings)) / standard).toBeCloseTo(1, 2);
      for (const [x, y] of rings.flat()) {
        expect(x).toBeGreaterThanOrEqual(1.9);
        expect(x).toBeLessThanOrEqual(MAP_WIDTH - 1.9);
        expect(y).toBeLessThanOrEqual(MAP_HEIGHT);
      }
    },
  );
});
