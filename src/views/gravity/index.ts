import { coefficientLines } from '../../charts/coefficient-lines.ts';
import { TERM_IDS } from '../params.ts';
import type { View } from '../view.ts';
import { linesOf, pointOf } from './lines.ts';
import { queries, type GravityRows } from './sql.ts';
import { EMPTY, ratio, TERM_WORDS, words } from './words.ts';

const GRAVITY_FIELDS = ['term'] as const;
export type GravityField = (typeof GRAVITY_FIELDS)[number];

/** What goes with distance, a border, a language or a colonial tie, year by year and layer by layer: has distance died? */
export const gravityView: View<GravityField, GravityRows> = {
  id: 'gravity',
  title: 'Has distance died?',
  description:
    'How many times as many ties go with twice the distance, a common border, a common language or a colonial tie, by layer through the years, from a gravity model with 95% intervals.',
  fields: GRAVITY_FIELDS,
  defaults: { term: 'log_distance' },
  widths: [328, 704],
  queries,
  chart: ({ fits }, { term }, atlas, frame) =>
    coefficientLines(
      {
        unit: TERM_WORDS[term].unit,
        lines: linesOf(fits, atlas).map(({ layer, label, fits: of }) => ({
          layer,
          label,
          points: of.map((fit) => pointOf(term, fit)),
        })),
        neutralWords: 'no difference',
        format: ratio,
        foot: ['Logarithmic scale · Band and upright: 95% interval'],
        empty: EMPTY,
      },
      frame,
    ),
  words,
  listed: () => TERM_IDS.map((term) => ({ term })),
  slices: {
    paths: () => null,
    rows: () => {
      throw new Error('No slice holds this: it needs an engine.');
    },
  },
};
