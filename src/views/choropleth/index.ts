import { choropleth } from '../../charts/choropleth.ts';
import { symbolMap } from '../../charts/symbol-map.ts';
import type { View } from '../view.ts';
import { MAP_MEASURES, measureOf } from './measures.ts';
import { paths, rowsFrom } from './slices.ts';
import { queries, type ChoroplethRows } from './sql.ts';
import { words } from './words.ts';

export const CHOROPLETH_FIELDS = ['measure', 'source', 'year'] as const;
export type ChoroplethField = (typeof CHOROPLETH_FIELDS)[number];

/** One number of every country on a map: rates as colour, counts as size of symbols. */
export const choroplethView: View<ChoroplethField, ChoroplethRows> = {
  id: 'choropleth',
  title: 'World map of a measure',
  description: 'A rate of every country as colour, or a count as the size of a symbol, in one year.',
  fields: CHOROPLETH_FIELDS,
  defaults: { measure: 'balance' },
  measures: MAP_MEASURES.map(({ id }) => id),
  widths: [328, 880],
  queries,
  chart: ({ values, missing }, { measure }, atlas, frame) => {
    const { layer, kind, head, format } = measureOf(measure);
    const setting = { places: atlas.places, basemap: atlas.basemap, layer };
    const marks = values.map((v) => ({ iso3: v.country, value: v.value, flag: v.flag }));
    if (kind === 'count')
      return symbolMap({ ...setting, values: marks, head, unit: atlas.layers.get(layer)?.unit ?? '' }, frame);
    return choropleth(
      {
        ...setting,
        values: marks,
        notReported: layer === 'students' ? missing.map((m) => m.country) : [],
        head,
        format,
        ...(kind === 'diverging rate'
          ? { ramp: 'diverging' as const, limits: symmetric(values.map((v) => v.value)) }
          : {}),
      },
      frame,
    );
  },
  words,
  listed: (atlas) =>
    MAP_MEASURES.flatMap(({ id }) =>
      atlas.totals.filter((t) => t.measure === id).map(({ measure, source }) => ({ measure, source })),
    ),
  slices: { paths, rows: rowsFrom },
};

/** Limits on both sides of zero, at the same distances, so that equal colours mean equal sizes: a fifth and three fifths of what nine tenths of the places stay within. */
function symmetric(values: readonly number[]): number[] {
  const sizes = values.map(Math.abs).sort((a, b) => a - b);
  const reach = sizes[Math.floor(sizes.length * 0.9)] ?? 1;
  const step = 10 ** Math.floor(Math.log10(reach || 1));
  const top = Math.ceil(reach / step) * step;
  const limits = [0.2, 0.6].map((share) => Number((top * share).toPrecision(2)));
  return [...limits.map((l) => -l).reverse(), ...limits];
}
