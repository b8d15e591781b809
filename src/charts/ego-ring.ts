import type { ShownTie } from '../model/tie.ts';
import { halfArrowAlong, type Drawn } from './arc.ts';
import { drawCurve, numeric, straight } from './curve.ts';
import { PathData } from './path-data.ts';
import type { Point } from './projection.ts';
import { el, round, text, type Markup } from './svg.ts';
import type { TieLook } from './tie-looks.ts';

/** An ellipse around a point: the ring of partners, or the disc of a centre. */
export interface Oval {
  readonly at: Point;
  readonly rx: number;
  readonly ry: number;
}

/** How far from the centre of an oval its edge is, in the direction of a point. */
export function edgeOf({ at, rx, ry }: Oval, towards: Point): number {
  const [dx, dy] = [towards[0] - at[0], towards[1] - at[1]];
  const length = Math.hypot(dx, dy) || 1;
  return 1 / Math.hypot(dx / length / rx, dy / length / ry);
}

/** Where a ring is at a height: to the right of its centre (side 1) or to the left (−1). */
export function onRing({ at, rx, ry }: Oval, y: number, side: 1 | -1): Point {
  const up = Math.min(1, Math.abs(y - at[1]) / ry);
  return [at[0] + side * rx * Math.sqrt(1 - up * up), y];
}

/** A way between two ends, and the part of it that is drawn. */
export type Way = Drawn;

/** The straight way between two points, without some pixels at both ends. */
export function spoke(from: Point, to: Point, gaps: readonly [number, number]): Way {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]) || 1;
  return {
    curve: straight(from, to),
    from: gaps[0] / length,
    to: 1 - gaps[1] / length,
  };
}

/** A curve from one disc to another that goes down below both, as deep as said; it starts and ends at their edges. */
export function below(a: Oval, b: Oval, depth: number): Way {
  // A cubic whose inner points lie straight below its ends is three quarters as deep as they are.
  const drop = (depth * 4) / 3;
  const at = (t: number): Point => {
    const smooth = t * t * (3 - 2 * t);
    const y = a.at[1] + (b.at[1] - a.at[1]) * smooth + 3 * t * (1 - t) * drop;
    return [a.at[0] + (b.at[0] - a.at[0]) * smooth, y];
  };
  const inside = ({ at: [x, y], rx, ry }: Oval, t: number): boolean =>
    Math.hypot((at(t)[0] - x) / (rx + 1), (at(t)[1] - y) / (ry + 1)) < 1;
  let [from, to] = [0, 1];
  while (inside(a, from) && from < 0.5) from += 0.01;
  while (inside(b, to) && to > 0.5) to -= 0.01;
  return { curve: numeric(at, 0, 1), from, to };
}

/** A tie along its way: a line, or a half-arrow that lies to the right of who goes. */
export function tieAlong(
  tie: ShownTie,
  way: Way,
  directed: boolean,
  width: number,
  { className, broken }: TieLook,
  title: string,
): Markup {
  return el(
    'path',
    {
      class: ['spoke', directed ? 'half' : 'line', className, broken ? 'broken' : '']
        .filter(Boolean)
        .join(' '),
      ...dataOf(tie),
      d: directed ? halfArrowAlong([way], width) : lineAlong(way),
      'stroke-width': directed ? null : width,
    },
    el('title', {}, text(title)),
  );
}

function lineAlong({ curve, from, to }: Way): string {
  const data = new PathData();
  data.move(curve.at(from));
  drawCurve(data, curve, from, to);
  return data.toString();
}

/** A tie among partners: a curve that bends towards the centre, the more the farther its ends lie apart. */
export function chord(tie: ShownTie, a: Point, b: Point, ring: Oval, title: string): Markup {
  const middle: Point = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
  const apart = Math.hypot((a[0] - b[0]) / ring.rx, (a[1] - b[1]) / ring.ry) / 2;
  const pull = 0.2 + 0.45 * Math.min(1, apart);
  const bend: Point = [
    middle[0] + (ring.at[0] - middle[0]) * pull,
    middle[1] + (ring.at[1] - middle[1]) * pull,
  ];
  return el(
    'path',
    {
      class: 'chord',
      ...dataOf(tie),
      d: `M${a.map(round).join(' ')}Q${[...bend, ...b].map(round).join(' ')}`,
    },
    el('title', {}, text(title)),
  );
}

const dataOf = ({ origin, destination, value }: ShownTie) => ({
  'data-o': origin,
  'data-d': destination,
  'data-v': String(value),
});
