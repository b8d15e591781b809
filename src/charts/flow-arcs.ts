import { placeOf, type Places } from '../model/country.ts';
import type { ShownTie } from '../model/tie.ts';
import { arcLine, halfArrow, halfArrowAlong } from './arc.ts';
import { straight } from './curve.ts';
import type { End } from './flow-ends.ts';
import type { FlowLook, FlowTies } from './flow-ties.ts';
import type { LonLat } from './great-circle.ts';
import { inView, type MapView } from './map-base.ts';
import { el, round, text, type Markup } from './svg.ts';
import type { WidthScale } from './width-scale.ts';

/** Thinner than this, in pixels, lines are drawn nearly opaque: what they hide is little, and they must be seen. */
const THIN = 2;

/** An arc's classes: `line` or none for a half-arrow, its look, `thin`, and `passing` where neither of its ends is in view. */
const classesOf = (
  { className, broken, soft }: FlowLook,
  directed: boolean,
  width: number,
  passing = false,
): string =>
  [
    'arc',
    directed ? '' : 'line',
    className,
    broken ? 'broken' : '',
    soft ? 'soft' : '',
    width < THIN ? 'thin' : '',
    passing ? 'passing' : '',
  ]
    .filter(Boolean)
    .join(' ');

/** A tie on the map. */
export function drawArc(
  tie: ShownTie,
  { width, look, title }: FlowTies,
  places: Places,
  directed: boolean,
  ends: ReadonlyMap<string, End>,
  widths: WidthScale,
  view: MapView,
): Markup {
  const { scale, meridian } = view;
  const [a, b] = [anchor(places, tie.origin), anchor(places, tie.destination)];
  const wide = widths(width(tie));
  const outside = (iso3: string): boolean => !inView(ends.get(iso3)?.at ?? [0, 0], view);
  const passing = outside(tie.origin) && outside(tie.destination);
  const gap = (iso3: string): number => (ends.get(iso3)?.radius ?? 0) + 0.5;
  const d = directed
    ? halfArrow(a, b, wide, { scale, meridian, gaps: [gap(tie.origin), gap(tie.destination)] })
    : arcLine(a, b, { scale, meridian });
  return el(
    'path',
    {
      class: classesOf(look(tie), directed, wide, passing),
      'data-o': tie.origin,
      'data-d': tie.destination,
      'data-v': String(tie.value),
      d,
      'stroke-width': directed ? null : wide,
    },
    el('title', {}, text(title(tie))),
  );
}

function anchor(places: Places, iso3: string): LonLat {
  const { anchor_lon, anchor_lat } = placeOf(places, iso3);
  return [anchor_lon, anchor_lat];
}

/** A straight piece of an arc, for a legend. */
export function arcSample(
  length: number,
  width: number,
  middle: number,
  directed: boolean,
  look: FlowLook,
): Markup {
  const className = classesOf(look, directed, width);
  if (!directed)
    return el('path', { class: className, d: `M0 ${round(middle)}h${length}`, 'stroke-width': width });
  const y = middle - width / 2;
  const curve = straight([0, y], [length, y]);
  return el('path', { class: className, d: halfArrowAlong([{ from: 0, to: 1, curve }], width) });
}
