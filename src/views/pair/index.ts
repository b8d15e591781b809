import { pairLayers } from '../../charts/pair-layers.ts';
import { shortName, THINGS } from '../phrases.ts';
import { pointInWords } from '../point-words.ts';
import type { View } from '../view.ts';
import { paths, rowsFrom } from './slices.ts';
import { queries, type PairRows } from './sql.ts';
import { emptyPanel, PANEL_UNITS, words } from './words.ts';

export const PAIR_FIELDS = ['country', 'partner'] as const;
export type PairField = (typeof PAIR_FIELDS)[number];

/** Two countries across all four layers: the reading that no single source allows. */
export const pairView: View<PairField, PairRows> = {
  id: 'pair',
  title: 'Two countries',
  description:
    'Students, scholars, papers and projects of one pair of countries, side by side through the years.',
  fields: PAIR_FIELDS,
  defaults: { country: 'CHN', partner: 'USA' },
  widths: [328, 704],
  queries,
  chart: ({ points }, params, atlas, frame) =>
    pairLayers(
      {
        panels: [...atlas.layers.values()].map(({ id, title, directed }) => ({
          layer: id,
          title,
          unit: PANEL_UNITS[id],
          series: (directed ? ['out', 'in'] : ['both']).flatMap((direction) => {
            const of = points.filter((p) => p.layer === id && p.direction === direction);
            const [from, to] =
              direction === 'in' ? [params.partner, params.country] : [params.country, params.partner];
            if (!of.length || !from || !to) return [];
            return [
              {
                label: directed ? `${shortName(from, atlas)} to ${shortName(to, atlas)}` : title,
                points: of,
                mark: {
                  of: { o: from, d: to },
                  says: (point) =>
                    `${shortName(from, atlas)} ${directed ? 'to' : 'and'} ${shortName(to, atlas)}: ${pointInWords(point, THINGS[id])}`,
                },
              },
            ];
          }),
          empty: emptyPanel(id, params, atlas),
        })),
      },
      frame,
    ),
  words,
  listed: () => [
    { country: 'CHN', partner: 'USA' },
    { country: 'DEU', partner: 'GBR' },
    { country: 'IND', partner: 'NAM' },
    { country: 'TUV', partner: 'AND' },
  ],
  slices: { paths, rows: rowsFrom },
};
