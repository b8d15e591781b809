import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { LonLat } from './great-circle.ts';
import { cutLine, cutPolygon, type Line } from './map-cut.ts';
import { PathData } from './path-data.ts';
import { CENTRAL_MERIDIAN, projectFromCentre, SOUTH, type Point } from './projection.ts';
import { el, type Markup } from './svg.ts';

/**
 * The simplified shapes of the base map, `basemap.<hash>.topo.json` of a release: one multipolygon a place with its code
 * as id; neutral land has no id.
 */
export type BasemapTopology = Topology<{ places: GeometryCollection }>;

/**
 * The symbols of the base map, to stand in `<defs>`: `land` (a group with a path for each place, by its code), `borders`,
 * `graticule` and `sphere`, all in map pixels and without fill or stroke.
 * @param meridian the central meridian, degrees east
 * @param prefix what ids begin with, for symbols in a page that has ids of its own
 */
export function basemapSymbols(topology: BasemapTopology, meridian = CENTRAL_MERIDIAN, prefix = ''): Markup {
  const { places, borders } = shapesOf(topology);
  const land = places.map(({ id, polygons }) => {
    const data = new PathData();
    for (const rings of polygons)
      for (const ring of cutPolygon(rings, meridian)) writeLine(data, ring.map(onMap), true);
    const d = data.toString();
    return d ? el('path', { id: id && `${prefix}${id}`, d }) : null;
  });
  const lines = new PathData();
  for (const border of borders)
    for (const line of cutLine(border, meridian)) writeLine(lines, line.map(onMap), false);
  const path = (id: string, d: string): Markup => el('path', { id: `${prefix}${id}`, d });
  return [
    el('g', { id: `${prefix}land` }, land),
    path('borders', lines.toString()),
    path('graticule', graticule()),
    path('sphere', outline()),
  ].join('') as Markup;
}

interface Shapes {
  readonly places: readonly { readonly id: string | undefined; readonly polygons: readonly Line[][] }[];
  readonly borders: readonly Line[];
}

/** A topology is read once: a reader who turns the globe asks for it many times a second. */
const read = new WeakMap<BasemapTopology, Shapes>();

function shapesOf(topology: BasemapTopology): Shapes {
  const known = read.get(topology);
  if (known) return known;
  const { places } = topology.objects;
  const asLine = (points: readonly GeoJSON.Position[]): Line =>
    points.map(([lon = 0, lat = 0]): LonLat => [lon, lat]);
  const shapes: Shapes = {
    places: places.geometries.map((geometry) => {
      const { coordinates } = (feature(topology, geometry) as GeoJSON.Feature<GeoJSON.MultiPolygon>).geometry;
      // A ring of GeoJSON ends on its first point; ours do not.
      const polygons = coordinates.map((rings) => rings.map((ring) => asLine(ring.slice(0, -1))));
      return { id: geometry.id as string | undefined, polygons };
    }),
    borders: mesh(topology, places, (a, b) => a !== b).coordinates.map(asLine),
  };
  read.set(topology, shapes);
  return shapes;
}

const onMap = ([lambda, lat]: LonLat): Point => projectFromCentre(lambda, lat);

/** Writes a line without the points that rounding made one with their neighbours or put between them. */
function writeLine(data: PathData, points: readonly Point[], closed: boolean): void {
  const kept: Point[] = [];
  for (const [x, y] of points) {
    const point: Point = [Math.round(x * 10), Math.round(y * 10)];
    const [before, last] = [kept.at(-2), kept.at(-1)];
    if (last && last[0] === point[0] && last[1] === point[1]) continue;
    if (before && last && straight(before, last, point)) kept.pop();
    kept.push(point);
  }
  if (closed && kept.length > 1 && String(kept[0]) === String(kept.at(-1))) kept.pop();
  const [first, ...rest] = kept.map(([x, y]): Point => [x / 10, y / 10]);
  if (!first || rest.length < (closed ? 2 : 1)) return;
  data.move(first);
  for (const point of rest) data.line(point);
  if (closed) data.close(first);
}

/** Whether b lies on the way from a to c. */
const straight = (a: Point, b: Point, c: Point): boolean =>
  (b[0] - a[0]) * (c[1] - b[1]) === (b[1] - a[1]) * (c[0] - b[0]) &&
  (b[0] - a[0]) * (c[0] - b[0]) + (b[1] - a[1]) * (c[1] - b[1]) > 0;

const range = (from: number, to: number, step: number): number[] =>
  Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, i) => from + i * step);

/** Meridians and parallels every 30°, counted from the central meridian so that they stand symmetrically. */
function graticule(): string {
  const data = new PathData();
  for (const lambda of range(-150, 150, 30)) {
    const points = [SOUTH, ...range(-50, 90, 10)].map((lat) => projectFromCentre(lambda, lat));
    writeLine(data, points, false);
  }
  for (const lat of range(-30, 60, 30)) {
    writeLine(data, [projectFromCentre(-180, lat), projectFromCentre(180, lat)], false);
  }
  return data.toString();
}

/** The edge of the map: both sides of the meridian opposite to the central one, from pole to SOUTH. */
function outline(): string {
  const lats = [SOUTH, ...range(-54, 90, 3)];
  const east = lats.map((lat) => projectFromCentre(180, lat));
  const west = lats.map((lat) => projectFromCentre(-180, lat)).reverse();
  const data = new PathData();
  writeLine(data, [...east, ...west], true);
  return data.toString();
}
