import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { geoArea, geoCentroid } from 'd3';
import { feature, quantize } from 'topojson-client';
import { filter, presimplify, simplify, sphericalTriangleArea } from 'topojson-simplify';
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from 'topojson-specification';
import { basemapSymbols, type BasemapTopology } from '../src/charts/basemap-symbols.ts';
import { KM2_PER_PIXEL, MAP_HEIGHT, MAP_WIDTH } from '../src/charts/projection.ts';

/**
 * The shared base map: one SVG file of shapes that every page uses by reference (`<use href="basemap.svg#FRA">`).
 *
 * Geometry: Natural Earth 1:50 million (public domain) as packed by world-atlas, with its de facto borders as they
 * are. What it draws apart and the register has no code for (Somaliland, Northern Cyprus, the Siachen Glacier) is
 * neutral land: part of `#land`, with its lines in `#borders`, with no name and no fill of its own. So is Crimea, which
 * it draws with Russia and the United Nations with Ukraine (General Assembly resolution 68/262).
 * Drawing a line here is no statement on the status of any territory.
 *
 * Natural Earth merges into a state some places that the sources count apart; PARTS gives them back their own shape.
 */
export const PARTS: readonly {
  readonly of: string;
  /** Null: neutral land. */
  readonly iso3: string | null;
  /** West, south, east, north: holds the centres of these polygons, and of no others. */
  readonly box: readonly [number, number, number, number];
}[] = [
  { of: 'France', iso3: 'GUF', box: [-55, 2, -51, 6] },
  { of: 'France', iso3: 'GLP', box: [-62, 15.8, -60.9, 16.6] },
  { of: 'France', iso3: 'MTQ', box: [-61.3, 14.3, -60.7, 15] },
  { of: 'France', iso3: 'REU', box: [55, -21.5, 56, -20.8] },
  { of: 'France', iso3: 'MYT', box: [44.9, -13.1, 45.4, -12.6] },
  // Svalbard and Jan Mayen share a code.
  { of: 'Norway', iso3: 'SJM', box: [9, 74, 35, 81] },
  { of: 'Norway', iso3: 'SJM', box: [-10, 70, -7, 72] },
  { of: 'Netherlands', iso3: 'BES', box: [-69, 11.8, -62.5, 18] },
  { of: 'New Zealand', iso3: 'TKL', box: [-173, -10, -171, -8] },
  { of: 'Indian Ocean Ter.', iso3: 'CXR', box: [105, -11, 106, -10] },
  { of: 'Indian Ocean Ter.', iso3: 'CCK', box: [96, -13, 97, -12] },
  { of: 'Russia', iso3: null, box: [32, 44, 37, 46.5] },
];

/** Places of the register that UN M49 lacks, by their name in Natural Earth. */
const OUTSIDE_M49: Readonly<Record<string, string>> = { Kosovo: 'XKX', Taiwan: 'TWN' };

/** Points of a line whose triangle with its neighbours is smaller than this are dropped, in square map pixels. */
const MIN_TRIANGLE = 0.3;
/** Islands and lakes smaller than this are dropped, unless they are a place's largest part. */
const MIN_RING = 0.7;
/** An island keeps at least so many points: fewer look like a printing error. */
const MIN_POINTS = 7;
/** A place whose largest part is smaller than this, in square map pixels, is drawn as a point. */
export const MIN_VISIBLE = 3;

export interface BasemapPlace {
  readonly iso3: string;
  /** Area of the largest part, in square map pixels (see KM2_PER_PIXEL). */
  readonly largest: number;
}

export interface BasemapFile {
  /** The symbols under the standard meridian, as a file. */
  readonly svg: string;
  /** The shapes that they are made of, from which `basemapSymbols` makes those under any other meridian. */
  readonly geometry: BasemapTopology;
  /** Places that have a shape in the file, largest first. */
  readonly shapes: readonly BasemapPlace[];
  /** Codes of those large enough to be seen as an area; every other place of the register is drawn as a point. */
  readonly areas: readonly string[];
}

type Arcs = number[][];
type Atlas = Topology<{ countries: GeometryCollection<{ name: string }> }>;

interface Part {
  /** Null: neutral land. */
  readonly iso3: string | null;
  readonly polygon: Arcs;
  /** Square map pixels. */
  readonly area: number;
}

const SPHERE_TO_PIXELS = 6371.0072 ** 2 / KM2_PER_PIXEL;

/** @param codes ISO alpha-3 by UN M49 numeric code of three digits. */
export function makeBasemap(codes: ReadonlyMap<string, string>): BasemapFile {
  const path = createRequire(import.meta.url).resolve('world-atlas/countries-50m.json');
  const topology = JSON.parse(readFileSync(path, 'utf8')) as Atlas;
  const parts = partsOf(topology, codes);

  const largest = new Map<string | null, number>();
  for (const { iso3, area } of parts) largest.set(iso3, Math.max(area, largest.get(iso3) ?? 0));
  const kept = parts.filter((p) => p.area >= MIN_RING || (p.iso3 !== null && p.area === largest.get(p.iso3)));

  const geometry = simplified(topology, kept);
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${MAP_WIDTH} ${MAP_HEIGHT}"><defs>` +
    `${basemapSymbols(geometry)}</defs></svg>\n`;
  const shapes = [...largest]
    .flatMap(([iso3, area]) =>
      iso3 !== null && svg.includes(` id="${iso3}"`) ? { iso3, largest: area } : [],
    )
    .sort((a, b) => b.largest - a.largest || (a.iso3 < b.iso3 ? -1 : 1));
  return { svg, geometry, shapes, areas: shapes.filter((s) => s.largest >= MIN_VISIBLE).map((s) => s.iso3) };
}

/** Every polygon of the atlas with the code of the place it belongs to; Antarctica is left out. */
function partsOf(topology: Atlas, codes: ReadonlyMap<string, string>): Part[] {
  return topology.objects.countries.geometries.flatMap((geometry) => {
    const { name = '' } = (geometry.properties ?? {}) as { name?: string };
    if (name === 'Antarctica') return [];
    const code = OUTSIDE_M49[name] ?? codes.get(String(geometry.id)) ?? null;
    const splits = PARTS.filter((part) => part.of === name);
    return polygonsOf(geometry as Polygon | MultiPolygon).map((polygon) => {
      const shape = feature(topology, { type: 'Polygon', arcs: polygon }).geometry;
      const [lon, lat] = geoCentroid(shape);
      const split = splits.find(({ box: [w, s, e, n] }) => lon >= w && lon <= e && lat >= s && lat <= n);
      return { iso3: split ? split.iso3 : code, polygon, area: geoArea(shape) * SPHERE_TO_PIXELS };
    });
  });
}

const polygonsOf = (geometry: Polygon | MultiPolygon): Arcs[] =>
  geometry.type === 'Polygon' ? [geometry.arcs] : geometry.arcs;

/** One multipolygon a place, in order of code, over arcs with fewer points, on the source's own grid. Shared borders stay shared. */
function simplified(topology: Atlas, parts: readonly Part[]): BasemapTopology {
  const byPlace = new Map<string, Arcs[]>();
  let neutral = 0;
  for (const { iso3, polygon } of parts) {
    // Neutral land stays in pieces, so that the lines between them are drawn.
    const key = iso3 ?? `neutral ${neutral++}`;
    byPlace.set(key, [...(byPlace.get(key) ?? []), polygon]);
  }
  const geometries = [...byPlace]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, arcs]) => ({
      type: 'MultiPolygon' as const,
      ...(/^[A-Z]{3}$/.test(key) ? { id: key } : {}),
      arcs,
    }));
  const collection: GeometryCollection = { type: 'GeometryCollection', geometries };
  const weighted = presimplify({ ...topology, objects: { places: collection } }, sphericalTriangleArea);
  for (const arc of weighted.arcs as unknown as [number, number, number][][]) {
    const closed = arc[0]?.[0] === arc.at(-1)?.[0] && arc[0]?.[1] === arc.at(-1)?.[1];
    if (!closed) continue;
    for (const point of [...arc].sort((a, b) => b[2] - a[2]).slice(0, MIN_POINTS + 1)) point[2] = Infinity;
  }
  const fewer = filter(simplify(weighted, MIN_TRIANGLE / SPHERE_TO_PIXELS), () => true) as BasemapTopology;
  return topology.transform ? quantize(fewer, topology.transform) : fewer;
}
