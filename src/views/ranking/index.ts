import { ranking } from '../../charts/ranking.ts';
import { noRow } from '../coverage.ts';
import { SUM_UNITS } from '../phrases.ts';
import type { View } from '../view.ts';
import { paths, rowsFrom } from './slices.ts';
import { queries, type RankingRows } from './sql.ts';
import { nameOf, restOf, words } from './words.ts';

export const RANKING_FIELDS = ['layer', 'source', 'year', 'country', 'direction', 'top'] as const;
export type RankingField = (typeof RANKING_FIELDS)[number];

/** The largest partners of a country, or the largest pairs of the world, and what the rest sums to. */
export const rankingView: View<RankingField, RankingRows> = {
  id: 'ranking',
  title: 'Partner ranking',
  description:
    'The largest partners of a country in a layer and year, or the largest pairs of the world, with the sum of the rest.',
  fields: RANKING_FIELDS,
  defaults: { top: 12, direction: 'both' },
  widths: [328, 704],
  queries,
  chart: (rows, params, atlas, frame) => {
    const rest = restOf(rows, params, atlas);
    return ranking(
      {
        layer: params.layer,
        rows: rows.largest.map((r) => ({ name: nameOf(r, params, atlas), value: r.value, flag: r.flag })),
        empty: noRow(rows.missing, params, atlas),
        rest: rest && { ...rest, unit: SUM_UNITS[params.layer] },
      },
      frame,
    );
  },
  words,
  listed: (atlas) => [
    ...atlas.flows.flatMap(({ layer, source }) => [
      { layer, source },
      { layer, source, country: 'BRA' },
    ]),
    { layer: 'students', country: 'CHN', direction: 'out' },
    { layer: 'students', country: 'DEU', direction: 'in', year: 2005 },
    { layer: 'students', country: 'FRA', direction: 'both', top: 20 },
    { layer: 'papers', country: 'TUV' },
    { layer: 'scholars', country: 'NAM', direction: 'in' },
  ],
  slices: { paths, rows: rowsFrom },
};
