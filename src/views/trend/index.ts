import { trend } from '../../charts/trend.ts';
import { seriesOf } from './series.ts';
import type { View } from '../view.ts';
import { paths, rowsFrom } from './slices.ts';
import { queries, type TrendRows } from './sql.ts';
import { unitOf, words } from './words.ts';

export const TREND_FIELDS = ['layer', 'country', 'partner', 'direction'] as const;
export type TrendField = (typeof TREND_FIELDS)[number];

/** A country, a pair or the world through time: every source that has the layer, side by side, never joined. */
export const trendView: View<TrendField, TrendRows> = {
  id: 'trend',
  title: 'Trend',
  description:
    'A country, a pair of countries or the world through the years, with every source that counts it side by side.',
  fields: TREND_FIELDS,
  defaults: { direction: 'both' },
  widths: [328, 704],
  queries,
  chart: ({ points }, params, atlas, frame) =>
    trend(
      {
        layer: params.layer,
        unit: unitOf(params, atlas),
        series: seriesOf(points, params, atlas),
        empty: 'Not reported in any year.',
      },
      frame,
    ),
  words,
  listed: (atlas) => [
    ...[...atlas.layers.keys()].flatMap((layer) => [
      { layer },
      { layer, country: 'ESP' },
      { layer, country: 'CHN', partner: 'USA' },
    ]),
    { layer: 'scholars', country: 'GBR', direction: 'out' },
    { layer: 'students', country: 'USA', direction: 'in' },
    { layer: 'students', country: 'FRA', partner: 'ESP', direction: 'out' },
  ],
  slices: { paths, rows: rowsFrom },
};
