import { scatter } from '../../charts/scatter.ts';
import { sourceName } from '../phrases.ts';
import type { View } from '../view.ts';
import { emptyWords, words } from './words.ts';
import { chosen, pointsOf } from './pairs.ts';
import { queries, type IndexComparisonRows } from './sql.ts';

const INDEX_COMPARISON_FIELDS = ['country'] as const;
export type IndexComparisonField = (typeof INDEX_COMPARISON_FIELDS)[number];

/** Affinity over links beside NCSES's index of collaboration, for the pairs of the economies that have one. */
export const indexComparisonView: View<IndexComparisonField, IndexComparisonRows> = {
  id: 'index-comparison',
  title: 'Affinity beside NCSES’s index',
  description:
    'Pairs of countries by two measures of the same tie: affinity, which counts links, and the index of collaboration of NCSES, which counts articles.',
  fields: INDEX_COMPARISON_FIELDS,
  defaults: {},
  widths: [328, 704],
  queries,
  chart: ({ pairs }, { country }, atlas, frame) => {
    const [first] = chosen(pairs, country);
    return scatter(
      {
        layer: 'papers',
        panels: first
          ? [
              {
                title: `Links of ${sourceName(first.papers_source, atlas)}`,
                upright: 'Affinity over links with all countries',
                points: pointsOf(pairs, 'affinity', country, atlas),
              },
              {
                title: `Articles of ${sourceName(first.source, atlas)}`,
                upright: 'Affinity over links among the same economies',
                points: pointsOf(pairs, 'affinity_closed', country, atlas),
              },
            ]
          : [],
        across: 'NCSES’s index of collaboration',
        diagonal: 'both the same',
        unit: 'pairs',
        foot: [],
        empty: emptyWords(pairs, country, atlas),
      },
      frame,
    );
  },
  words,
  listed: () => [{}, { country: 'CHN' }, { country: 'DEU' }],
  slices: {
    paths: () => null,
    rows: () => {
      throw new Error('No slice holds this: it needs an engine.');
    },
  },
};
