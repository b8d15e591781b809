import { ratioRows } from '../../charts/ratio-rows.ts';
import type { View } from '../view.ts';
import { rowOf, sorted } from './rows.ts';
import { queries, type AgreementRows } from './sql.ts';
import { ORDER_HEAD, words } from './words.ts';

/** Two sources for one thing, side by side: how much more one counts, how that varies, and whether their order is alike. */
export const agreementView: View<never, AgreementRows> = {
  id: 'agreement',
  title: 'Agreement of sources',
  description:
    'Every two sources that count the same thing, in the latest year that both have: how many times as many one counts, and how alike their order is.',
  fields: [],
  defaults: {},
  widths: [328, 704],
  queries,
  chart: (rows, _, atlas, frame) => {
    const { same, different } = sorted(rows);
    return ratioRows(
      {
        groups: [
          { head: null, rows: same.map((c) => rowOf(c, atlas)) },
          { head: ORDER_HEAD, rows: different.map((c) => rowOf(c, atlas)) },
        ],
        key: { dot: 'typical: half of all lie higher, half lower', bar: 'eight in ten countries or pairs' },
        empty: 'No two sources are compared in this release.',
      },
      frame,
    );
  },
  words,
  listed: () => [{}],
  slices: {
    paths: () => null,
    rows: () => {
      throw new Error('No slice holds this: it needs an engine.');
    },
  },
};
