import { WORLD, type Camera } from './camera.ts';
import { MAP_HEIGHT, MAP_WIDTH, projectFromCentre, type MapWindow, type Point } from './projection.ts';

/**
 * Where a camera may look and how it moves. All lengths are map pixels (MAP_WIDTH × MAP_HEIGHT), all angles degrees. Every
 * window has the shape of the whole map, so that a figure keeps its height while a reader zooms.
 */

/** How near a reader may come: beyond it the simplified coasts show their corners. */
export const MOST_ZOOM = 12;
/** Where the buttons and keys stop. */
const STOPS = [1, 1.5, 2, 3, 4, 6, 8, MOST_ZOOM] as const;
/** A stop that is nearer than this would be a press that does nothing to see. */
const NEARLY = 1.15;
/** Windows nearer than this to the whole map are the whole map. */
const ALMOST = 1.005;

const clamp = (value: number, least: number, most: number): number =>
  Math.min(Math.max(value, least), Math.max(least, most));

/** A longitude in [-180, 180). */
export const wrap = (lon: number): number => ((((lon + 180) % 360) + 360) % 360) - 180;

/** The window of a camera; one that leaves it to the chart looks at the whole map. */
export const windowOf = ({ window }: Camera): MapWindow => window ?? WORLD;

export const isWhole = (camera: Camera): boolean => zoomOf(camera) < ALMOST;

/** How many times larger than on the whole map things are; 1 or more. */
export const zoomOf = (camera: Camera): number => MAP_WIDTH / windowOf(camera).width;

const middleOf = ({ x, y, width, height }: MapWindow): Point => [x + width / 2, y + height / 2];

/** A window of a zoom about a middle, kept within the map. */
export function windowAround([cx, cy]: Point, zoom: number): MapWindow {
  const z = clamp(zoom, 1, MOST_ZOOM);
  if (!(z >= ALMOST)) return WORLD;
  const [width, height] = [MAP_WIDTH / z, MAP_HEIGHT / z];
  const y = clamp(cy - height / 2, 0, MAP_HEIGHT - height);
  // The map is round: its middle must be on it, or a reader could look into an empty corner.
  const reach = halfWidth(latitudeAt(y + height / 2));
  const middle = clamp(cx, MAP_WIDTH / 2 - reach, MAP_WIDTH / 2 + reach);
  return { x: clamp(middle - width / 2, 0, MAP_WIDTH - width), y, width, height };
}

/** A window of a zoom about a place in degrees, kept within the map: first its latitude, then its longitude at that latitude. */
export function windowAbout(lon: number, lat: number, zoom: number, meridian: number): MapWindow {
  const half = MAP_HEIGHT / clamp(zoom, 1, MOST_ZOOM) / 2;
  const y = clamp(projectFromCentre(0, lat)[1], half, MAP_HEIGHT - half);
  const x = MAP_WIDTH / 2 + (wrap(lon - meridian) / 180) * halfWidth(latitudeAt(y));
  return windowAround([x, y], zoom);
}

/** A window of the map's own shape in place of one that a chart chose: as high, about the same middle. */
export const shaped = (window: MapWindow): MapWindow =>
  windowAround(middleOf(window), MAP_HEIGHT / window.height);

/** Zooms by a factor; the place under `about` stays where it is, as far as the map's edges let it. */
export function zoomBy(camera: Camera, factor: number, about?: Point): Camera {
  const { x, y, width, height } = windowOf(camera);
  const [px, py] = about ?? [x + width / 2, y + height / 2];
  const zoom = clamp(zoomOf(camera) * factor, 1, MOST_ZOOM);
  const [w, h] = [MAP_WIDTH / zoom, MAP_HEIGHT / zoom];
  const left = px - ((px - x) / width) * w;
  const top = py - ((py - y) / height) * h;
  return { ...camera, window: windowAround([left + w / 2, top + h / 2], zoom) };
}

/** The camera at the next or the last stop of the zoom buttons. */
export function zoomStep(camera: Camera, way: 1 | -1, about?: Point): Camera {
  const zoom = zoomOf(camera);
  const stop = way > 0 ? STOPS.find((s) => s > zoom * NEARLY) : STOPS.findLast((s) => s < zoom / NEARLY);
  return stop === undefined ? camera : zoomBy(camera, stop / zoom, about);
}

/** Moves the window; the whole map stays where it is. */
export function panBy(camera: Camera, dx: number, dy: number): Camera {
  const [cx, cy] = middleOf(windowOf(camera));
  return { ...camera, window: windowAround([cx + dx, cy + dy], zoomOf(camera)) };
}

/** Turns the globe under the window: its middle meridian moves east by so many degrees. */
export const turnBy = (camera: Camera, degrees: number): Camera => ({
  ...camera,
  meridian: wrap(camera.meridian + degrees),
});

/** Moves the view east by map pixels: the window while it can, then the globe, so that a reader never meets an end. */
export function goEast(camera: Camera, dx: number): Camera {
  const moved = panBy(camera, dx, 0);
  const left = dx - (windowOf(moved).x - windowOf(camera).x);
  const [, y] = middleOf(windowOf(camera));
  // A window that goes most of the way is there: a globe turned by a few degrees would be a new map for nothing.
  return Math.abs(left) <= Math.abs(dx) / 2 ? moved : turnBy(moved, (left / halfWidth(latitudeAt(y))) * 180);
}

/** Brings a place into the middle: on the whole map its meridian, in a window the place itself. */
export function centreOn(camera: Camera, lon: number, lat: number | null = null): Camera {
  const meridian = wrap(lon);
  return { meridian, window: windowAbout(lon, lat ?? centreOf(camera).lat, zoomOf(camera), meridian) };
}

/** Degrees of the place in the middle of what is seen. */
export function centreOf(camera: Camera): { readonly lon: number; readonly lat: number } {
  const [lon, lat] = placeAt(middleOf(windowOf(camera)), camera.meridian);
  return { lon, lat };
}

/** Degrees of a point of the map; points beyond its edge give the edge. */
export function placeAt([x, y]: Point, meridian: number): readonly [lon: number, lat: number] {
  const lat = latitudeAt(y);
  const lambda = clamp(((x - MAP_WIDTH / 2) / halfWidth(lat)) * 180, -180, 180);
  return [wrap(meridian + lambda), lat];
}

/** Map pixels from the central meridian to the map's edge, at a latitude. */
export const halfWidth = (lat: number): number => projectFromCentre(180, lat)[0] - MAP_WIDTH / 2;

/** Latitude of a height on the map: parallels are straight lines. */
export function latitudeAt(y: number): number {
  let [south, north] = [-90, 90];
  for (let i = 0; i < 40; i++) {
    const lat = (south + north) / 2;
    if (projectFromCentre(0, lat)[1] > y) south = lat;
    else north = lat;
  }
  return (south + north) / 2;
}
