import { geoClipAntimeridian, geoStream, type GeoStream } from 'd3';
import type { LonLat } from './great-circle.ts';
import { fromCentre } from './projection.ts';

/** Points in degrees; a ring does not repeat its first. */
export type Line = readonly LonLat[];

/** Cut edges follow the map's outline, which is bent: a point at least every so many degrees. */
const STEP = 3;

/** A polygon's rings in degrees from the central meridian, cut where the map's edge runs through it. */
export function cutPolygon(rings: readonly Line[], meridian: number): Line[] {
  const turned = rings.map((ring) => turn(ring, meridian));
  if (!turned.some((ring) => crosses(ring, true))) return turned;
  const coordinates = turned.map((ring) => [...ring, ring[0] ?? [0, 0]].map(([x, y]) => [x, y]));
  return cut({ type: 'Polygon', coordinates }).map(alongEdge);
}

/** The same of a line that is no ring. */
export function cutLine(line: Line, meridian: number): Line[] {
  const turned = turn(line, meridian);
  return crosses(turned, false)
    ? cut({ type: 'LineString', coordinates: turned.map(([x, y]) => [x, y]) })
    : [turned];
}

const turn = (line: Line, meridian: number): Line =>
  line.map(([lon, lat]) => [fromCentre(lon, meridian), lat]);

function crosses(line: Line, closed: boolean): boolean {
  let before = closed ? line.at(-1) : line[0];
  for (const point of line) {
    if (before && Math.abs(point[0] - before[0]) > 180) return true;
    before = point;
  }
  return false;
}

const RADIANS = Math.PI / 180;

/** What d3 makes of a geometry that crosses the antimeridian. */
function cut(geometry: GeoJSON.Polygon | GeoJSON.LineString): LonLat[][] {
  const lines: LonLat[][] = [];
  const clip = geoClipAntimeridian({
    ...NOTHING,
    lineStart: () => lines.push([]),
    point: (x, y) => lines.at(-1)?.push([x / RADIANS, y / RADIANS]),
  });
  geoStream(geometry, {
    point: (x, y) => clip.point(x * RADIANS, y * RADIANS),
    lineStart: () => clip.lineStart(),
    lineEnd: () => clip.lineEnd(),
    polygonStart: () => clip.polygonStart(),
    polygonEnd: () => clip.polygonEnd(),
  });
  return lines;
}

const nothing = (): void => undefined;
const NOTHING: GeoStream = {
  point: nothing,
  lineStart: nothing,
  lineEnd: nothing,
  polygonStart: nothing,
  polygonEnd: nothing,
};

/** The ring with more points where it runs along the map's edge. */
function alongEdge(ring: Line): Line {
  return ring.flatMap((point, i): LonLat[] => {
    const next = ring[(i + 1) % ring.length] ?? point;
    const steps =
      onEdge(point) && point[0] * next[0] > 0 && onEdge(next) ? Math.abs(next[1] - point[1]) / STEP : 0;
    const between = Array.from({ length: Math.floor(steps) }, (_, k): LonLat => {
      const u = (k + 1) / (Math.floor(steps) + 1);
      return [point[0], point[1] + (next[1] - point[1]) * u];
    });
    return [point, ...between];
  });
}

const onEdge = ([x]: LonLat): boolean => Math.abs(x) > 180 - 1e-6;
