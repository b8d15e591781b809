import { geoEqualEarth, geoEqualEarthRaw, type GeoProjection } from 'd3';

/**
 * The one projection of the atlas: Equal Earth (Šavrič, Patterson and Jenny 2018, doi:10.1080/13658816.2018.1504949),
 * equal-area, so that shaded areas can be compared. The central meridian is 11° E: the map's edge then runs through
 * the Bering Strait (169° W), where it cuts neither Chukotka nor Fiji, New Zealand or Samoa. A reader may turn the globe:
 * every function takes the meridian that then stands in the middle.
 */
export const CENTRAL_MERIDIAN = 11;

/** Coordinate space of the base map, in its own pixels; charts scale it to their width. */
export const MAP_WIDTH = 1000;
/** Room for the outline's stroke. */
const MARGIN = 2;
/** The map ends at this parallel: Antarctica holds no place of the register, and its sea would take a tenth of the height. */
export const SOUTH = -57;

const RADIANS = Math.PI / 180;
const raw = (lambda: number, phi: number): [number, number] =>
  geoEqualEarthRaw(lambda * RADIANS, phi * RADIANS) as [number, number];

const SCALE = (MAP_WIDTH / 2 - MARGIN) / raw(180, 0)[0];
const CENTRE_X = MAP_WIDTH / 2;
const CENTRE_Y = MARGIN + SCALE * raw(0, 90)[1];
export const MAP_HEIGHT = Math.ceil(CENTRE_Y - SCALE * raw(0, SOUTH)[1] + MARGIN);

/** Part of the map that a figure shows, in map pixels. */
export interface MapWindow {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type Point = readonly [number, number];

/** Degrees of longitude east of the central meridian, in [-180, 180). */
export const fromCentre = (lon: number, meridian = CENTRAL_MERIDIAN): number =>
  ((((lon - meridian + 180) % 360) + 360) % 360) - 180;

/**
 * Map pixels of a longitude given from the central meridian; it may lie beyond ±180, where the map goes on past its
 * edge: curves that leave the map need that to end exactly on it.
 */
export function projectFromCentre(lambda: number, lat: number): Point {
  const [x, y] = raw(lambda, lat);
  return [CENTRE_X + SCALE * x, CENTRE_Y - SCALE * y];
}

/** Map pixels, in MAP_WIDTH × MAP_HEIGHT, of a point in degrees. */
export const project = (lon: number, lat: number, meridian = CENTRAL_MERIDIAN): Point =>
  projectFromCentre(fromCentre(lon, meridian), lat);

/** The same projection for d3.geoPath. Segments stay straight between their points: parallels are straight lines here. */
export const equalEarth = (meridian = CENTRAL_MERIDIAN): GeoProjection =>
  geoEqualEarth().rotate([-meridian, 0]).scale(SCALE).translate([CENTRE_X, CENTRE_Y]).precision(0);

/** Square kilometres of one square map pixel, anywhere on the map. */
export const KM2_PER_PIXEL = (6371.0072 / SCALE) ** 2;
