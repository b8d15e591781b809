import { geoDistance, geoInterpolate } from 'd3';
import { CENTRAL_MERIDIAN, fromCentre, projectFromCentre, type Point } from './projection.ts';

export type LonLat = readonly [number, number];

/**
 * Parallels that no route goes beyond. The pole is a line 600 px long on the map, so a great circle past it would run
 * along the map's edge, and one south of 54° S would leave the map. Such a route is bowed to the parallel instead: it
 * keeps its ends, its direction and the edge that it crosses.
 */
export const NORTH_LIMIT = 69;
export const SOUTH_LIMIT = -54;

/** Stretch of a route within the map's edges: a curve over [from, to] ⊂ [0, 1] into map pixels. */
export interface Piece {
  readonly from: number;
  readonly to: number;
  readonly at: (t: number) => Point;
}

/** Degrees from the central meridian, unwrapped (it may go beyond ±180), and degrees of latitude, for t in [0, 1]. */
type Route = (t: number) => LonLat;

/**
 * The way between two points in degrees: the great circle, or its bowed form. Where it crosses the map's edge it is
 * cut in two; it is shorter than half the globe, so it crosses once at most.
 */
export function routePieces(from: LonLat, to: LonLat, meridian = CENTRAL_MERIDIAN): Piece[] {
  const route = routeBetween([fromCentre(from[0], meridian), from[1]], [fromCentre(to[0], meridian), to[1]]);
  const at =
    (turn: number) =>
    (t: number): Point => {
      const [lambda, lat] = route(t);
      return projectFromCentre(lambda - turn, lat);
    };
  const end = route(1)[0];
  const turn = end > 180 ? 360 : end < -180 ? -360 : 0;
  if (!turn) return [{ from: 0, to: 1, at: at(0) }];
  const cut = bisect((t) => Math.abs(route(t)[0]) - 180);
  return [
    { from: 0, to: cut, at: at(0) },
    { from: cut, to: 1, at: at(turn) },
  ];
}

function routeBetween(from: LonLat, to: LonLat): Route {
  const turn = turnBetween(from[0], to[0]);
  const great = geoInterpolate([...from], [...to]);
  // Between antipodes every direction is the shortest: take the one that stays on the map.
  if (geoDistance([...from], [...to]) > 3.12) return bowed(from, to, turn, NORTH_LIMIT);
  const lats = Array.from({ length: 33 }, (_, i) => great(i / 32)[1]);
  if (Math.max(...lats) > NORTH_LIMIT) return bowed(from, to, turn, NORTH_LIMIT);
  if (Math.min(...lats) < SOUTH_LIMIT) return bowed(from, to, turn, SOUTH_LIMIT);
  return (t) => {
    const [lambda, lat] = great(t);
    return [from[0] + onTheWay(lambda - from[0], turn), lat];
  };
}

/** Degrees of longitude to go, in [-180, 180]; from opposite meridians, over the central one. */
function turnBetween(from: number, to: number): number {
  const turn = ((((to - from) % 360) + 540) % 360) - 180;
  return turn === -180 && from < 0 ? 180 : turn;
}

/** A difference of longitudes in the direction of `turn`, where rounding may put the start a hair behind itself. */
function onTheWay(difference: number, turn: number): number {
  const sign = turn < 0 ? -1 : 1;
  const gone = (((difference * sign) % 360) + 360) % 360;
  return sign * (gone > 270 ? gone - 360 : gone);
}

/** Longitude at constant speed, latitude along a parabola that just touches the limit (or the end beyond it). */
function bowed(from: LonLat, to: LonLat, turn: number, limit: number): Route {
  const sign = Math.sign(limit);
  const [a, b] = [from[1] * sign, to[1] * sign];
  const rise = Math.max(limit * sign, a, b) - (a + b) / 2;
  // The peak of a + (b - a) t + 4 h t (1 - t) is (a + b) / 2 + h + (b - a)² / 16 h.
  const h = (rise + Math.sqrt(Math.max(0, rise ** 2 - (b - a) ** 2 / 4))) / 2;
  return (t) => [from[0] + turn * t, sign * (a + (b - a) * t + 4 * h * t * (1 - t))];
}

/**
 * Where a function on [0, 1] that starts negative and ends positive passes zero.
 * @param halvings how often the place is narrowed down by half
 */
export function bisect(f: (t: number) => number, halvings = 24): number {
  let [low, high] = [0, 1];
  for (let i = 0; i < halvings; i++) {
    const middle = (low + high) / 2;
    if (f(middle) < 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
