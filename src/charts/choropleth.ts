import { placeOf } from '../model/country.ts';
import { flagWords } from '../model/flag.ts';
import { classOf, classWords, quantileLimits, rampSteps } from './bins.ts';
import type { Camera } from './camera.ts';
import type { Chart, MapSetting } from './chart.ts';
import { keyRow, layBlocks, swatch, type Block, type KeyItem } from './legend.ts';
import { textWidth } from './measure.ts';
import {
  anchorOf,
  isNarrow,
  mapBase,
  mapFigure,
  mapHatch,
  mapView,
  shape,
  shapeHref,
  type MapView,
} from './map-base.ts';
import { el, text, type Markup } from './svg.ts';

export interface PlaceValue {
  readonly iso3: string;
  readonly value: number;
  readonly flag: string | null;
}

/** A rate or another ratio by place. Counts are no rates: show them by `symbolMap`. */
export interface ChoroplethInput extends MapSetting {
  readonly values: readonly PlaceValue[];
  /** Places that should have a value but did not report it; every other place without one has "no data". */
  readonly notReported: readonly string[];
  /** What the colours mean, a few words: "Share of papers with another country". */
  readonly head: string;
  readonly format: (value: number) => string;
  /** Inner limits of the classes, ascending; by default five classes of about equally many places. */
  readonly limits?: readonly number[];
  /** Diverging: limits stand symmetrically around a meaningful middle. */
  readonly ramp?: 'sequential' | 'diverging';
  readonly camera?: Camera;
}

/** Rates as colour: shaded areas, and points for places too small to shade. */
export const choropleth: Chart<ChoroplethInput> = (input, frame) => {
  const { values, notReported, head, format, layer } = input;
  const view = mapView(frame.width, input.camera);
  const narrow = isNarrow(frame.width);
  const size = narrow ? 10.5 : 12.5;
  const diverging = input.ramp === 'diverging';
  // Nothing at all is another thing than little: zeros among positive values get a class of their own.
  const zeros = !diverging && values.some((v) => v.value === 0) && values.every((v) => v.value >= 0);
  const counted = zeros ? values.filter((v) => v.value > 0) : values;
  const limits =
    input.limits ??
    quantileLimits(
      counted.map((v) => v.value),
      5,
    );
  const steps = rampSteps(limits.length + 1, diverging ? 7 : 6, !diverging);
  const classFor = (value: number): string =>
    zeros && value === 0 ? 'q0' : `${diverging ? 'd' : 'q'}${steps[classOf(value, limits)] ?? 1}`;

  const [none, missing] = [`${frame.id}-none`, `${frame.id}-missing`];
  const reported = new Set(values.map((v) => v.iso3));
  const silent = notReported.filter((iso3) => !reported.has(iso3));
  const classes = classWords(limits, format).map((words, i) =>
    swatch(words, { className: `${diverging ? 'd' : 'q'}${steps[i] ?? 1}` }),
  );
  const keys = [
    ...(zeros ? [swatch(format(0), { className: 'q0' })] : []),
    ...classes,
    ...(silent.length ? [swatch('not reported', { fill: `url(#${missing})` })] : []),
    swatch('no data', { fill: `url(#${none})` }),
  ];
  const legend = layBlocks(legendBlocks(head, keys, frame.width, size), frame.width, view.height + 10);

  return mapFigure(
    frame,
    `choropleth layer-${layer}`,
    view,
    [
      ...mapHatch(none, narrow ? 4 : 5, view, 'hatch faint'),
      ...(silent.length ? mapHatch(missing, narrow ? 2.5 : 3, view) : []),
    ],
    [
      mapBase(input.basemap, view, [
        shape(input.basemap, 'land', 'void', { fill: `url(#${none}-map)` }),
        ...silent
          .filter((iso3) => input.basemap.areas.has(iso3))
          .map((iso3) =>
            shape(input.basemap, iso3, 'void', { fill: `url(#${missing}-map)`, 'data-c': iso3 }),
          ),
        ...values
          .filter(({ iso3 }) => input.basemap.areas.has(iso3))
          .map((v) =>
            el(
              'use',
              {
                href: shapeHref(input.basemap, v.iso3),
                class: classFor(v.value),
                'data-c': v.iso3,
                'data-v': String(v.value),
              },
              titleOf(v, input),
            ),
          ),
      ]),
      el('g', { class: 'points' }, points(input, silent, classFor, `url(#${missing})`, view)),
    ],
    { markup: el('g', { 'font-size': size }, legend.markup), height: legend.height + 14 },
  );
};

/** Places without a visible area: circles, the darkest class on top. */
function points(
  { values, basemap, ...input }: ChoroplethInput,
  silent: readonly string[],
  classFor: (value: number) => string,
  hatch: string,
  view: MapView,
): Markup[] {
  const r = isNarrow(view.width) ? 2.2 : 3.4;
  const small = values.filter(({ iso3 }) => !basemap.areas.has(iso3)).sort((a, b) => a.value - b.value);
  return [
    ...silent
      .filter((iso3) => !basemap.areas.has(iso3))
      .map((iso3) => {
        const [cx, cy] = anchorOf(placeOf(input.places, iso3), view);
        return el('circle', { class: 'point', fill: hatch, 'data-c': iso3, cx, cy, r });
      }),
    ...small.map((v) => {
      const [cx, cy] = anchorOf(placeOf(input.places, v.iso3), view);
      return el(
        'circle',
        { class: `${classFor(v.value)} point`, 'data-c': v.iso3, 'data-v': String(v.value), cx, cy, r },
        titleOf(v, input),
      );
    }),
  ];
}

const titleOf = (
  { iso3, value, flag }: PlaceValue,
  { places, format }: Pick<ChoroplethInput, 'places' | 'format'>,
): Markup =>
  el(
    'title',
    {},
    text(`${placeOf(places, iso3).short_name}: ${format(value)}${flag ? ` (${flagWords(flag)})` : ''}`),
  );

/** The head on a line of its own, then the classes in as many rows as they need, in equal columns. */
function legendBlocks(head: string, keys: readonly KeyItem[], width: number, size: number): Block[] {
  const column = Math.max(...keys.map(({ words, markWidth }) => markWidth + 6 + textWidth(words, size)));
  const perRow = Math.max(1, Math.floor((width + 16) / (column + 16)));
  const rows: Block[] = [{ ...keyRow(head, [], size), width }];
  for (let i = 0; i < keys.length; i += perRow) {
    const row = keyRow(
      null,
      keys.slice(i, i + perRow),
      size,
      size * 1.5,
      perRow < keys.length ? column : undefined,
    );
    rows.push({ ...row, width });
  }
  return rows;
}
