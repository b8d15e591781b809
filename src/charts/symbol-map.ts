import { placeOf } from '../model/country.ts';
import { flagWords } from '../model/flag.ts';
import type { Camera } from './camera.ts';
import type { Chart, MapSetting } from './chart.ts';
import type { PlaceValue } from './choropleth.ts';
import { count, quantity } from './format.ts';
import { boxAround, placeLabels } from './label.ts';
import { keyRow, layBlocks } from './legend.ts';
import { anchorOf, inView, isNarrow, mapBase, mapFigure, mapView, type MapView } from './map-base.ts';
import { niceFloor } from './nice.ts';
import { el, text, type Markup } from './svg.ts';

export interface SymbolMapInput extends MapSetting {
  readonly values: readonly PlaceValue[];
  /** What the circles mean, a few words: "Students from abroad, 2018". */
  readonly head: string;
  /** What a value counts, plural. */
  readonly unit: string;
  /** Value of the largest circle, where several figures share a scale. */
  readonly maxValue?: number;
  readonly camera?: Camera;
}

/** Counts as symbol size: a circle at each place, whose area is the value. */
export const symbolMap: Chart<SymbolMapInput> = (input, frame) => {
  const view = mapView(frame.width, input.camera);
  const narrow = isNarrow(frame.width);
  const size = narrow ? 10.5 : 12.5;
  // The largest lie below, and each shines through the next.
  const values = input.values.filter((v) => v.value > 0).sort((a, b) => b.value - a.value);
  const max = input.maxValue ?? values[0]?.value ?? 1;
  const radius = (value: number): number => Math.max(0.8, Math.sqrt(value / max) * (narrow ? 15 : 28));

  const first = niceFloor(max);
  const steps = [...new Set([first, niceFloor(first / 5), niceFloor(first / 25)])].filter((v) => v >= 1);
  const keys = steps.map((value) => ({
    markWidth: radius(value) * 2,
    words: count(value),
    mark: (middle: number) =>
      el('circle', { class: 'symbol', cx: radius(value), cy: middle, r: radius(value) }),
  }));
  const legend = layBlocks(
    [
      { ...keyRow(input.head, [], size), width: frame.width },
      keyRow(null, keys, size, radius(first) * 2 + 3),
    ],
    frame.width,
    view.height + 10,
  );

  return mapFigure(
    frame,
    `symbol-map layer-${input.layer}`,
    view,
    [],
    [
      mapBase(input.basemap, view),
      el(
        'g',
        { class: 'symbols' },
        values.map((v) => symbol(v, input, view, radius(v.value))),
      ),
      el('g', { class: 'labels', 'font-size': size }, names(values, input, view, radius, size)),
    ],
    { markup: el('g', { 'font-size': size }, legend.markup), height: legend.height + 14 },
  );
};

function symbol({ iso3, value, flag }: PlaceValue, input: SymbolMapInput, view: MapView, r: number): Markup {
  const place = placeOf(input.places, iso3);
  const [cx, cy] = anchorOf(place, view);
  const words = `${place.short_name}: ${quantity(value, input.unit)}${flag ? ` (${flagWords(flag)})` : ''}`;
  return el(
    'circle',
    { class: 'symbol', 'data-c': iso3, 'data-v': value, cx, cy, r },
    el('title', {}, text(words)),
  );
}

function names(
  values: readonly PlaceValue[],
  { places }: SymbolMapInput,
  view: MapView,
  radius: (value: number) => number,
  size: number,
): Markup[] {
  const requests = values
    .map(({ iso3, value }) => ({
      id: iso3,
      text: placeOf(places, iso3).short_name,
      at: anchorOf(placeOf(places, iso3), view),
      radius: radius(value),
      size,
    }))
    .filter(({ at }) => inView(at, view));
  const bounds = {
    x0: view.left + 2,
    y0: view.top + 2,
    x1: view.left + view.width - 2,
    y1: view.top + view.height - 2,
  };
  // Names keep off every circle of some size: on a circle, a name reads as that circle's.
  const marks = requests.filter((r) => r.radius > 4).map((r) => boxAround(r.at, r.radius * 0.75));
  return placeLabels(requests, bounds, marks, isNarrow(view.width) ? 5 : 14)
    .filter(({ leader }) => !leader)
    .map(({ text: words, x, y, anchor }) =>
      el('text', { class: 'label', x, y, 'text-anchor': anchor === 'start' ? null : anchor }, text(words)),
    );
}
