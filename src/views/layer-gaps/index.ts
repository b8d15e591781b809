import { placeRows } from '../../charts/place-rows.ts';
import { quantity, sentence } from '../../charts/format.ts';
import type { View } from '../view.ts';
import { byOther, endsOf } from './ends.ts';
import { queries, type LayerGapsRows } from './sql.ts';
import { detailsOf, emptyOf, pairOf, THINGS, words } from './words.ts';

const LAYER_GAPS_FIELDS = ['layer'] as const;
export type LayerGapsField = (typeof LAYER_GAPS_FIELDS)[number];

/** Pairs of countries far above in one layer and far below in another. */
export const layerGapsView: View<LayerGapsField, LayerGapsRows> = {
  id: 'layer-gaps',
  title: 'Close in one layer, distant in another',
  description:
    'Pairs of countries that one layer ties far more closely than another, for their sizes: the widest gaps between a layer and each of the other three.',
  fields: LAYER_GAPS_FIELDS,
  defaults: { layer: 'papers' },
  widths: [328, 704],
  queries,
  chart: ({ gaps }, { layer }, atlas, frame) =>
    placeRows(
      {
        groups: byOther(gaps, layer).map(([other, of]) => ({
          head: `${sentence(THINGS[layer])} and ${THINGS[other]}, ${quantity(of[0]?.pairs ?? 0, 'pairs')}`,
          rows: of.map((gap) => {
            const [more, less] = endsOf(gap);
            return {
              name: pairOf(gap, atlas),
              details: detailsOf(gap, atlas),
              places: [
                { layer: less.layer, at: less.percentile },
                { layer: more.layer, at: more.percentile },
              ],
            };
          }),
        })),
        ends: ['loosest', 'middle', 'closest'],
        nameOf: (id) => THINGS[id],
        head: 'Place among all pairs of two layers, by links for their sizes',
        empty: emptyOf(layer),
      },
      frame,
    ),
  words,
  listed: (atlas) => [...atlas.layers.keys()].map((layer) => ({ layer })),
  slices: {
    paths: () => null,
    rows: () => {
      throw new Error('No slice holds this: it needs an engine.');
    },
  },
};
