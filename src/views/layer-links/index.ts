import { linkPanels } from '../../charts/link-panels.ts';
import type { View } from '../view.ts';
import { byLayers, panelsOf } from './panels.ts';
import { queries, type LayerLinksRows } from './sql.ts';
import { EMPTY, words } from './words.ts';

/** The four layers two by two: whether pairs of countries that one ties closely are tied by the other. */
export const layerLinksView: View<never, LayerLinksRows> = {
  id: 'layer-links',
  title: 'Layers together',
  description:
    'How alike every two layers order pairs of countries, by year: rank correlations of links as counted and relative to what sizes let expect, with 95% intervals.',
  fields: [],
  defaults: {},
  widths: [328, 704],
  queries,
  chart: ({ links }, _, atlas, frame) =>
    linkPanels(
      {
        panels: panelsOf(byLayers(links, atlas), atlas),
        key: {
          strong: 'relative to size, with 95% interval',
          thin: 'as counted',
          dashed: 'another base of scholars',
        },
        head: 'Rank correlation over pairs of countries',
        foot: [],
        empty: EMPTY,
      },
      frame,
    ),
  words,
  listed: () => [{}],
  slices: {
    paths: () => null,
    rows: () => {
      throw new Error('No slice holds this: it needs an engine.');
    },
  },
};
