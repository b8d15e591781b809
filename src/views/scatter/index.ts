import { countryScatter } from '../../charts/country-scatter.ts';
import type { View } from '../view.ts';
import { measureOf, scattered } from './dots.ts';
import { paths, rowsFrom } from './slices.ts';
import { queries, type ScatterRows } from './sql.ts';
import { words } from './words.ts';

export const SCATTER_FIELDS = ['layer', 'source', 'year', 'country', 'x', 'y'] as const;
export type ScatterField = (typeof SCATTER_FIELDS)[number];

/** Two indicators of countries against each other, of one layer or of two. */
export const scatterView: View<ScatterField, ScatterRows> = {
  id: 'scatter',
  title: 'Two indicators',
  description: 'Any two indicators of countries against each other in a year, a dot for each country.',
  fields: SCATTER_FIELDS,
  defaults: { x: 'international_rate', y: 'top1_share' },
  widths: [328, 704],
  queries,
  chart: (rows, state, atlas, frame) => {
    const { x, y, dots } = scattered(rows, state, atlas);
    return countryScatter(
      {
        layer: x.layer === y.layer ? x.layer : null,
        places: atlas.places,
        x: measureOf(x, atlas),
        y: measureOf(y, atlas),
        size: null,
        dots,
        byRegion: true,
        focus: state.country ? [state.country] : [],
        limits: 'limits where a value has some',
        empty: 'No country has both in these years.',
      },
      frame,
    );
  },
  words,
  listed: () => [
    { layer: 'papers' },
    { layer: 'students', x: 'inbound_per_thousand', y: 'outbound_per_thousand' },
    { layer: 'scholars', x: 'in_rate', y: 'out_rate', country: 'CHE' },
    { layer: 'papers', x: 'works_per_million', y: 'effective_partners', year: 2015 },
    { layer: 'papers', x: 'inbound_per_thousand', y: 'works_per_million', country: 'AUS' },
    { layer: 'projects', x: 'success_rate', y: 'coordinator_share' },
  ],
  slices: { paths, rows: rowsFrom },
};
