import { placeOf } from '../model/country.ts';
import { STANDARD_CAMERA } from './camera.ts';
import type { Chart } from './chart.ts';
import { drawArc } from './flow-arcs.ts';
import { dots, endsOf, names } from './flow-ends.ts';
import type { FlowMapInput } from './flow-input.ts';
import { flowLegend } from './flow-legend.ts';
import { remainderOf } from './flow-remainder.ts';
import { flowTies } from './flow-ties.ts';
import { settledCamera } from './flow-window.ts';
import {
  anchorOf,
  edgeClip,
  inView,
  isNarrow,
  mapBase,
  mapFigure,
  mapHatch,
  mapView,
  meetsEdge,
  shape,
  type MapView,
} from './map-base.ts';
import { el, text, type Markup } from './svg.ts';
import { widthScale } from './width-scale.ts';

export type { FlowArc, FlowMapInput } from './flow-input.ts';

/** More arcs than this let more of what lies below them shine through. */
const DENSE = 120;

/** Ties between places on the map: width is how much, direction is the shape of the line, ratios and changes have colours. */
export const flowMap: Chart<FlowMapInput> = (input, frame) => {
  const { directed, places } = input;
  const narrow = isNarrow(frame.width);
  const size = narrow ? 10.5 : 12.5;
  const flows = flowTies(input);
  const { ties, width } = flows;
  const view = mapView(frame.width, settledCamera(input.camera ?? STANDARD_CAMERA, ties, width, places));
  const most = ties.reduce((max, tie) => Math.max(max, width(tie)), 0);
  const whole = flows.counts || flows.scale.kind === 'ratio';
  const widths = widthScale(input.maxValue ?? most, narrow ? 5 : 9, whole ? 1 : 0);
  const ends = endsOf(flows, input, view);
  const [hatch, edge] = [`${frame.id}-missing`, `${frame.id}-edge`];
  const seen = (iso3: string): boolean => {
    const end = ends.get(iso3);
    return end !== undefined && inView(end.at, view);
  };
  const legend = flowLegend(
    {
      flows,
      directed,
      unit: input.unit,
      widths,
      remainder: remainderOf(input, ties),
      missing: input.missing.map((iso3) => placeOf(places, iso3).short_name),
      hatch: `url(#${hatch})`,
      leaving: ties.filter(({ origin, destination }) => !seen(origin) || !seen(destination)).length,
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
      meetsEdge(view) ? edgeClip(edge, view) : null,
    ],
    [
      mapBase(input.basemap, view, underlay(input, view, `url(#${hatch}-map)`)),
      ...points(input, view, `url(#${hatch})`),
      el(
        'g',
        {
          class: ties.length > DENSE ? 'arcs dense' : 'arcs',
          'clip-path': meetsEdge(view) ? `url(#${edge})` : null,
        },
        ties.map((tie) => drawArc(tie, flows, places, directed, ends, widths, view)),
      ),
      el('g', { class: 'dots' }, dots(ends.values(), input)),
      el('g', { class: 'labels', 'font-size': size }, names([...ends.values()], input, view, size)),
    ],
    { markup: el('g', { 'font-size': size }, legend.markup), height: legend.height + 14 },
  );
};

/** Places that are shaded for some reason: the choice of the map, its own countries, and who did not report. */
function shaded({ scope, focus, against, missing }: FlowMapInput, hatch: string) {
  return [
    ...(scope ?? []).map((iso3) => ({ iso3, kind: 'scope', fill: null })),
    ...(focus ? [{ iso3: focus, kind: 'focus', fill: null }] : []),
    ...(against ? [{ iso3: against, kind: 'focus second', fill: null }] : []),
    ...missing.map((iso3) => ({ iso3, kind: 'missing', fill: hatch })),
  ];
}

const shadedWords = (input: FlowMapInput, iso3: string, kind: string): Markup => {
  const name = placeOf(input.places, iso3).short_name;
  return el('title', {}, text(kind === 'missing' ? `${name}: did not report` : name));
};

/** Their shapes, between land and borders. */
const underlay = (input: FlowMapInput, view: MapView, hatch: string): Markup[] =>
  shaded(input, hatch)
    .filter(({ iso3 }) => input.basemap.areas.has(iso3))
    .map(({ iso3, kind, fill }) =>
      shape(
        input.basemap,
        iso3,
        kind,
        {
          fill: fill ?? undefined,
          'data-c': iso3,
          'stroke-width': kind === 'scope' ? String(Math.round(90 / view.scale) / 100) : undefined,
        },
        shadedWords(input, iso3, kind),
      ),
    );

/** Marks for those without a visible area. The map's own countries have their rings. */
const points = (input: FlowMapInput, view: MapView, hatch: string): Markup[] =>
  shaded(input, hatch)
    .filter(({ iso3, kind }) => !input.basemap.areas.has(iso3) && !kind.startsWith('focus'))
    .map(({ iso3, kind, fill }) => {
      const [cx, cy] = anchorOf(placeOf(input.places, iso3), view);
      return el(
        'circle',
        { class: `${kind} point`, fill, 'data-c': iso3, cx, cy, r: 4 },
        shadedWords(input, iso3, kind),
      );
    });
