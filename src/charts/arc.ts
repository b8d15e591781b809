import { drawCurve, rightOf, tableOf, tabled, type CurveTable, type Smooth } from './curve.ts';
import { bisect, routePieces, type LonLat } from './great-circle.ts';
import { PathData } from './path-data.ts';
import { CENTRAL_MERIDIAN, type Point } from './projection.ts';

export interface ArcOptions {
  /** Pixels of the figure in a pixel of the map. */
  readonly scale: number;
  /** Central meridian of the map, degrees east; by default the standard one. */
  readonly meridian?: number;
  /** Figure pixels to leave free around the two ends, for their dots. */
  readonly gaps?: readonly [number, number];
}

/** Below this length in figure pixels a flow is drawn as a bow, so that it stands out from the dots at its ends. */
const SHORT = 26;
/** Diameter of the smallest bow. */
const LOOP = 9;
/** Halvings that find a place on an arrow to a tenth of a pixel. */
const FINE = 12;
/** Half of the sliver between a flow and its counterflow. */
const HALF_GAP = 0.4;

/** An undirected flow: path data of a line to be stroked. */
export function arcLine(a: LonLat, b: LonLat, options: ArcOptions): string {
  const data = new PathData();
  for (const { curve, from, to } of trimmed(piecesOf(a, b, options), options.gaps ?? [0, 0])) {
    data.move(curve.at(from));
    drawCurve(data, curve, from, to);
  }
  return data.toString();
}

/**
 * A directed flow: path data of a closed half-arrow to be filled. Its left side runs along the route, its body lies to
 * the right of one who travels, as traffic does in most countries: a flow and its counterflow stand side by side. It
 * widens from two fifths of `width` at the origin to all of it, and ends in half an arrowhead.
 */
export function halfArrow(origin: LonLat, destination: LonLat, width: number, options: ArcOptions): string {
  const pieces = piecesOf(origin, destination, options);
  // Between neighbours the arrowhead needs most of the way: a body as wide as long would be a blot.
  const [first, last] = [pieces[0], pieces.at(-1)];
  const length = first && first === last ? distance(first.curve.at(0), first.curve.at(1)) : Infinity;
  const fitting = Math.min(width, Math.max(LOOP, length) / 4);
  return halfArrowAlong(trimmed(pieces, options.gaps ?? [0, 0]), fitting);
}

/** A half-arrow along pieces that are already in figure pixels, such as a straight one for a legend. */
export function halfArrowAlong(pieces: readonly Drawn[], width: number): string {
  const [narrow, widening] = [HALF_GAP + width * 0.4, width * 0.6];
  const data = new PathData();
  for (const [i, piece] of pieces.entries()) {
    const { curve, from, to } = piece;
    const left = rightOf(curve, HALF_GAP);
    const right = rightOf(curve, narrow, widening);
    const last = i === pieces.length - 1;
    const neck = last ? neckOf(piece, width) : to;
    data.move(left.at(from));
    drawCurve(data, left, from, to);
    if (last) data.line(rightOf(curve, narrow + Math.min(6, 1.6 + width * 0.7), widening).at(neck));
    data.line(right.at(neck));
    drawCurve(data, right, neck, from);
    data.close(left.at(from));
  }
  return data.toString();
}

/** Where the arrowhead begins: its length before the end, but never before the middle. */
function neckOf({ curve: { at }, from, to }: Drawn, width: number): number {
  const head = 3.5 + width * 1.5;
  const tip = at(to);
  const far = (u: number): number => head - distance(at(to + (from - to) * u), tip);
  const u = far(0.5) > 0 ? 0.5 : bisect((v) => -far(v / 2), FINE) / 2;
  return to + (from - to) * u;
}

/** Stretch of a route in figure pixels. */
export interface Drawn {
  readonly from: number;
  readonly to: number;
  readonly curve: Smooth;
}

/** How far a piece goes on past the map's edge, as a part of the route: its end then fills the slanting edge. */
const BLEED = 0.04;

/** Routes in map pixels that were drawn before: a reader who goes through the years or zooms meets the same ties again and again. */
const routes = new Map<string, readonly Stretch[]>();
const MOST_ROUTES = 2000;

/** A piece of a route within the map's edges, with its bleed. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly table: CurveTable;
}

function routeOf(a: LonLat, b: LonLat, meridian: number): readonly Stretch[] {
  const key = `${a.join()} ${b.join()} ${meridian}`;
  const known = routes.get(key);
  if (known) return known;
  if (routes.size >= MOST_ROUTES) routes.clear();
  const stretches = routePieces(a, b, meridian).map(({ from, to, at }): Stretch => {
    const [first, last] = [from && Math.max(0, from - BLEED), to < 1 ? Math.min(1, to + BLEED) : 1];
    return { from: first, to: last, table: tableOf(at, first, last) };
  });
  routes.set(key, stretches);
  return stretches;
}

/** The route in figure pixels, cut pieces with some bleed (figures clip them at the edge); a bow where it would be too short to see. */
function piecesOf(a: LonLat, b: LonLat, { scale, meridian = CENTRAL_MERIDIAN }: ArcOptions): Drawn[] {
  const pieces = routeOf(a, b, meridian).map(({ from, to, table }): Drawn => ({
    from,
    to,
    curve: tabled(table, scale),
  }));
  const [only] = pieces;
  if (pieces.length > 1 || !only) return pieces;
  const [start, end] = [only.curve.at(0), only.curve.at(1)];
  const length = distance(start, end);
  return length < SHORT ? [{ from: 0, to: 1, curve: bow(start, end, length) }] : pieces;
}

/**
 * An arc of a circle to the left of its way, so that a half-arrow and its counterflow enclose a lens. The nearer the
 * ends, the rounder: below LOOP pixels it goes the long way round, and from a place to itself it is a full loop.
 */
function bow([x1, y1]: Point, [x2, y2]: Point, length: number): Smooth {
  const [ux, uy] = length > 0.01 ? [(x2 - x1) / length, (y2 - y1) / length] : [1, 0];
  const [nx, ny] = [uy, -ux];
  const half = length / 2;
  const rise =
    length < LOOP
      ? LOOP / 2 + Math.sqrt((LOOP / 2) ** 2 - half ** 2)
      : LOOP / 2 + ((length - LOOP) / (SHORT - LOOP)) * (0.08 * SHORT - LOOP / 2);
  const radius = (half ** 2 + rise ** 2) / (2 * rise);
  const sweep = 2 * Math.atan2(rise, half);
  const [cx, cy] = [(x1 + x2) / 2 + nx * (rise - radius), (y1 + y2) / 2 + ny * (rise - radius)];
  const turned = (along: number, across: number): Point => [
    ux * along + nx * across,
    uy * along + ny * across,
  ];
  const angle = (t: number): number => sweep * (2 * t - 1);
  const [speed, pull] = [2 * sweep * radius, 4 * sweep ** 2 * radius];
  return {
    at: (t) => {
      const [x, y] = turned(radius * Math.sin(angle(t)), radius * Math.cos(angle(t)));
      return [cx + x, cy + y];
    },
    slope: (t) => turned(speed * Math.cos(angle(t)), -speed * Math.sin(angle(t))),
    bend: (t) => turned(-pull * Math.sin(angle(t)), -pull * Math.cos(angle(t))),
  };
}

/** Takes the gaps off both ends, at most a fifth of the piece each. */
function trimmed(pieces: readonly Drawn[], [before, after]: readonly [number, number]): Drawn[] {
  return pieces.map(({ curve, from, to }, i) => {
    const { at } = curve;
    const fifth = (to - from) / 5;
    const cut = (end: number, step: number, gap: number): number => {
      const tip = at(end);
      const past = (u: number): number => distance(at(end + step * u), tip) - gap;
      return gap <= 0 ? end : end + step * (past(1) < 0 ? 1 : bisect(past, FINE));
    };
    return {
      curve,
      from: i === 0 ? cut(from, fifth, before) : from,
      to: i === pieces.length - 1 ? cut(to, -fifth, after) : to,
    };
  });
}

const distance = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1]);
