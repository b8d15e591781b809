import { bandLines } from '../../charts/band-lines.ts';
import { bySource, chartInput } from '../indicator-lines.ts';
import type { View } from '../view.ts';
import { linesOf } from './lines.ts';
import { queries, type PairIndicatorRows } from './sql.ts';
import { emptyOf, words } from './words.ts';

const PAIR_INDICATOR_FIELDS = ['indicator', 'layer', 'country', 'partner'] as const;
export type PairIndicatorField = (typeof PAIR_INDICATOR_FIELDS)[number];

/** An indicator of two countries through time with its interval: each way where the ways differ, each source by itself. */
export const pairIndicatorView: View<PairIndicatorField, PairIndicatorRows> = {
  id: 'pair-indicator',
  title: 'An indicator of two countries',
  description:
    'How strongly two countries are tied, by an indicator of the atlas, through the years with its 95% interval and with every source of the layer side by side.',
  fields: PAIR_INDICATOR_FIELDS,
  defaults: { indicator: 'affinity', country: 'DEU', partner: 'FRA' },
  widths: [328, 704],
  queries,
  chart: ({ points }, params, atlas, frame) =>
    bandLines(
      chartInput(
        bySource(points, linesOf(points, params, atlas), params.layer, atlas),
        params,
        emptyOf(params, atlas),
        atlas,
      ),
      frame,
    ),
  words,
  listed: () => [
    { indicator: 'affinity', layer: 'papers', country: 'CHN', partner: 'USA' },
    // No link in any year: zeros with their upper limits alone.
    { indicator: 'affinity', layer: 'papers', country: 'NAM', partner: 'TUV' },
    { indicator: 'ric', layer: 'papers', country: 'USA', partner: 'CHN' },
    // Two bases, and years without a move.
    { indicator: 'preference', layer: 'scholars', country: 'CHN', partner: 'NZL' },
    // Partly reported years.
    { indicator: 'observed_over_expected', layer: 'projects', country: 'DEU', partner: 'FRA' },
  ],
  slices: {
    paths: () => null,
    rows: () => {
      throw new Error('No slice holds this: it needs an engine.');
    },
  },
};
