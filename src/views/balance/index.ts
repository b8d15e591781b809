import { balance } from '../../charts/balance.ts';
import type { View } from '../view.ts';
import { paths, rowsFrom } from './slices.ts';
import { queries, type BalanceRows } from './sql.ts';
import { BALANCE_UNITS, words } from './words.ts';

export const BALANCE_FIELDS = ['layer', 'source', 'country'] as const;
export type BalanceField = (typeof BALANCE_FIELDS)[number];

/** Who comes in and who goes out, year by year, of one country: students or scholars. */
export const balanceView: View<BalanceField, BalanceRows> = {
  id: 'balance',
  title: 'Inbound and outbound',
  description:
    "A country's inbound and outbound students or scholars through the years, and the net of the two.",
  fields: BALANCE_FIELDS,
  defaults: { layer: 'students', country: 'DEU' },
  widths: [328, 704],
  queries,
  chart: ({ years }, { layer }, _atlas, frame) =>
    balance({ layer, unit: BALANCE_UNITS[layer] ?? '', rows: years }, frame),
  words,
  listed: () => [
    { layer: 'students', country: 'DEU' },
    { layer: 'students', country: 'USA' },
    { layer: 'students', country: 'ESP' },
    { layer: 'scholars', country: 'IND' },
    { layer: 'scholars', country: 'CHE', source: 'scholarly-migration/openalex' },
    { layer: 'students', country: 'GUF' },
  ],
  slices: { paths, rows: rowsFrom },
};
