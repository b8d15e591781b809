import { placeOf, type Places } from '../model/country.ts';
import { flagWords } from '../model/flag.ts';
import { arcLine, halfArrow } from './arc.ts';
import type { Chart, MapSetting } from './chart.ts';
import { flowLegend } from './flow-legend.ts';
import { quantity } from './format.ts';
import { boxAround, placeLabels, type LabelRequest } from './label.ts';
import {
  anchorOf,
  edgeClip,
  inView,
  isNarrow,
  mapBase,
  mapFigure,
  mapHatch,
  mapView,
  shape,
  type MapView,
} from './map-base.ts';
import { WINDOWS, type Extent, type Point } from './projection.ts';
import { el, round, text, type Markup } from './svg.ts';
import { widthScale, type WidthScale } from './width-scale.ts';

export interface FlowArc {
  readonly origin: string;
  readonly destination: string;
  readonly value: number;
  readonly flag: string | null;
}

export interface FlowMapInput extends MapSetting {
  readonly arcs: readonly FlowArc[];
  /** Directed flows are half-arrows, undirected ones plain lines. */
  readonly directed: boolean;
  /** The country whose flows these are; null for a map of the world. */
  readonly focus: string | null;
  /** Large hosts that did not report: hatched and named, so that a gap is not read as a zero. */
  readonly missing: readonly string[];
  /** What a value counts, plural: "papers". */
  readonly unit: string;
  /** Value of the widest line, where several figures share a scale; by default the largest value shown. */
  readonly maxValue?: number;
  /** The part of the map to show; by default Europe where nearly all value is there, else the world. */
  readonly extent?: Extent;
  /** How many places to name at most; by default as many as the width can hold. */
  readonly maxLabels?: number;
}

/** Above this share of all value between places of Europe, a map of the world would show a knot. */
const MOSTLY = 0.75;

/** Flows between places on the map: width is value, direction is the shape of the line. */
export const flowMap: Chart<FlowMapInput> = (input, frame) => {
  const narrow = isNarrow(frame.width);
  const size = narrow ? 10.5 : 11.5;
  // The largest lie below: a thin line over a wide one is seen, a wide one over a thin one hides it.
  const arcs = input.arcs.filter((arc) => arc.value > 0).sort((a, b) => b.value - a.value);
  const view = mapView(frame.width, input.extent ?? extentOf(arcs, input.places));
  const widths = widthScale(input.maxValue ?? arcs[0]?.value ?? 1, narrow ? 5 : 9);
  const ends = endsOf(arcs, input, view);
  const [hatch, edge] = [`${frame.id}-missing`, `${frame.id}-edge`];
  const legend = flowLegend(
    {
      unit: input.unit,
      directed: input.directed,
      scale: widths,
      hairlines: arcs.some((arc) => arc.value < widths.hairline),
      missing: input.missing.map((iso3) => placeOf(input.places, iso3).short_name),
      hatch: `url(#${hatch})`,
      leaving: arcs.filter((arc) => [arc.origin, arc.destination].some((c) => !seen(ends, c, view))).length,
    },
    frame.width,
    view.height + 10,
    size,
  );

  return mapFigure(
    frame,
    `flow-map layer-${input.layer}`,
    view,
    [
      ...(input.missing.length ? mapHatch(hatch, narrow ? 3.5 : 5, view) : []),
      view.extent === 'world' ? edgeClip(edge, view) : null,
    ],
    [
      mapBase(input.basemap, view, underlay(input, `url(#${hatch}-map)`)),
      ...missingPoints(input, view, `url(#${hatch})`),
      el(
        'g',
        { class: 'arcs', 'clip-path': view.extent === 'world' ? `url(#${edge})` : null },
        arcs.map((arc) => drawArc(arc, input, ends, widths, view.scale)),
      ),
      el(
        'g',
        { class: 'dots' },
        [...ends.values()].map((end) => dot(end, input.focus)),
      ),
      el('g', { class: 'labels', 'font-size': size }, labels(input, view, [...ends.values()], size)),
    ],
    { markup: el('g', { 'font-size': size }, legend.markup), height: legend.height + 14 },
  );
};

/** The part of the world that shows most of the value. */
function extentOf(arcs: readonly FlowArc[], places: Places): Extent {
  const europe = mapView(WINDOWS.europe.width, 'europe');
  const within = (iso3: string): boolean => inView(anchorOf(placeOf(places, iso3), europe), europe);
  const sum = (some: readonly FlowArc[]): number => some.reduce((total, { value }) => total + value, 0);
  const inside = sum(arcs.filter(({ origin, destination }) => within(origin) && within(destination)));
  return inside > 0 && inside >= MOSTLY * sum(arcs) ? 'europe' : 'world';
}

const seen = (ends: ReadonlyMap<string, End>, iso3: string, view: MapView): boolean => {
  const end = ends.get(iso3);
  return end !== undefined && inView(end.at, view);
};

interface End {
  readonly iso3: string;
  readonly at: Point;
  readonly total: number;
  readonly radius: number;
}

/** The places at which arcs end, the busiest first. A dot's area is the sum of what is shown there. */
function endsOf(
  arcs: readonly FlowArc[],
  { places, focus }: FlowMapInput,
  view: MapView,
): ReadonlyMap<string, End> {
  const totals = new Map<string, number>();
  for (const { origin, destination, value } of arcs) {
    for (const iso3 of new Set([origin, destination])) totals.set(iso3, (totals.get(iso3) ?? 0) + value);
  }
  const others = [...totals].filter(([iso3]) => iso3 !== focus);
  const most = Math.max(1, ...others.map(([, total]) => total));
  const [least, largest] = isNarrow(view.width) ? [1.2, 3] : [1.5, 4.5];
  return new Map(
    [...totals]
      .sort((a, b) => b[1] - a[1])
      .map(([iso3, total]) => {
        const radius = iso3 === focus ? least * 2 : Math.max(least, Math.sqrt(total / most) * largest);
        return [iso3, { iso3, total, radius, at: anchorOf(placeOf(places, iso3), view) }];
      }),
  );
}

/** Shapes between land and borders: who did not report, and the country of the map. */
function underlay({ basemap, missing, focus }: FlowMapInput, hatch: string): Markup[] {
  const hatched = missing.filter((iso3) => basemap.areas.has(iso3));
  return [
    ...(focus && basemap.areas.has(focus) ? [shape(basemap, focus, 'focus', { 'data-c': focus })] : []),
    ...hatched.map((iso3) => shape(basemap, iso3, 'missing', { fill: hatch, 'data-c': iso3 })),
  ];
}

function missingPoints({ basemap, missing, places }: FlowMapInput, view: MapView, hatch: string): Markup[] {
  return missing
    .filter((iso3) => !basemap.areas.has(iso3))
    .map((iso3) => {
      const [cx, cy] = anchorOf(placeOf(places, iso3), view);
      return el('circle', { class: 'missing point', fill: hatch, 'data-c': iso3, cx, cy, r: 4 });
    });
}

function drawArc(
  arc: FlowArc,
  { places, directed, unit }: FlowMapInput,
  ends: ReadonlyMap<string, End>,
  widths: WidthScale,
  scale: number,
): Markup {
  const [from, to] = [placeOf(places, arc.origin), placeOf(places, arc.destination)];
  const [a, b] = [from, to].map((place) => [place.anchor_lon, place.anchor_lat] as const) as [
    readonly [number, number],
    readonly [number, number],
  ];
  const width = widths(arc.value);
  const gap = (iso3: string): number => (ends.get(iso3)?.radius ?? 0) + 0.5;
  const d = directed
    ? halfArrow(a, b, width, { scale, gaps: [gap(arc.origin), gap(arc.destination)] })
    : arcLine(a, b, { scale });
  const flag = arc.flag ? ` (${flagWords(arc.flag)})` : '';
  const words = `${from.short_name} ${directed ? 'to' : 'and'} ${to.short_name}: ${quantity(arc.value, unit)}${flag}`;
  return el(
    'path',
    {
      class: directed ? 'arc' : 'arc line',
      'data-o': arc.origin,
      'data-d': arc.destination,
      'data-v': arc.value,
      d,
      'stroke-width': directed ? null : width,
    },
    el('title', {}, text(words)),
  );
}

const dot = ({ iso3, at: [cx, cy], radius }: End, focus: string | null): Markup =>
  el('circle', { class: iso3 === focus ? 'ring' : 'dot', 'data-c': iso3, cx, cy, r: radius });

/** Names of the busiest places, the map's own country first. */
function labels(
  { places, focus, maxLabels }: FlowMapInput,
  view: MapView,
  ends: readonly End[],
  size: number,
): Markup[] {
  const inOrder = ends
    .filter(({ at }) => inView(at, view))
    .sort((a, b) => Number(b.iso3 === focus) - Number(a.iso3 === focus));
  const requests = inOrder.map(({ iso3, at, radius }): LabelRequest => ({
    id: iso3,
    text: placeOf(places, iso3).short_name,
    at,
    radius,
    size,
  }));
  const { left, top, width, height } = view;
  const bounds = { x0: left + 2, y0: top + 2, x1: left + width - 2, y1: top + height - 2 };
  const marks = ends.map((end) => boxAround(end.at, end.radius));
  const most = maxLabels ?? Math.round(width / (isNarrow(width) ? 45 : 40));
  return placeLabels(requests, bounds, marks, most).map(({ id, text: words, x, y, anchor, leader }) => {
    const word = el(
      'text',
      {
        class: id === focus ? 'label main' : 'label',
        x,
        y,
        'text-anchor': anchor === 'start' ? null : anchor,
      },
      text(words),
    );
    const mark = ends.find((e) => e.iso3 === id)?.at;
    if (!leader || !mark) return word;
    const d = `M${mark.map(round).join(' ')}L${leader.map(round).join(' ')}`;
    return el('g', {}, el('path', { class: 'leader', d }), word);
  });
}
