import { ranking } from '../../charts/ranking.ts';
import { isRatio } from '../../model/tie-measures.ts';
import { SUM_UNITS } from '../phrases.ts';
import { paths, rowsFrom } from '../ties/slices.ts';
import { queries } from '../ties/sql.ts';
import type { TieRows } from '../ties/rows.ts';
import { TIE_FIELDS, type TieField } from '../ties/state.ts';
import { tieSet } from '../ties/tie-set.ts';
import { emptyWords } from '../ties/words.ts';
import { RANKED } from './standard.ts';
import type { View } from '../view.ts';
import { comparedRows, dataOf, measuredRows } from './charts.ts';
import { ranked } from './ranked.ts';
import { words } from './words.ts';

/** The largest partners of a country, or the largest ties of the world or a group, and what the rest sums to. */
export const rankingView: View<TieField, TieRows> = {
  id: 'ranking',
  title: 'Partner ranking',
  description:
    'The largest partners of a country in a layer and year, or the largest ties of the world or a group, with the sum of the rest; by count, rate or indicator, beside another year, country, source or layer.',
  fields: TIE_FIELDS,
  defaults: { top: RANKED, direction: 'both' },
  widths: [328, 704],
  queries,
  chart: (rows, state, atlas, frame) => {
    const shown = ranked(rows, state, atlas);
    if (shown.selection.other) return comparedRows(shown, state, atlas, frame);
    if (isRatio(state.by) || state.by === 'net_flow') return measuredRows(shown, state, atlas, frame);
    return ranking(
      {
        layer: state.layer,
        rows: shown.rows.map((row) => ({
          name: row.name,
          value: row.tie.value,
          flag: row.tie.flag,
          data: dataOf(row),
        })),
        scale: shown.scale,
        empty: emptyWords(shown.selection, state, atlas),
        rest:
          shown.rest?.value == null
            ? null
            : {
                ...shown.rest,
                value: shown.rest.value,
                unit: state.by === 'count' ? SUM_UNITS[state.layer] : '%',
              },
      },
      frame,
    );
  },
  words,
  ties: (rows, state, atlas) => {
    const { rows: shown, selection, scale } = ranked(rows, state, atlas);
    const ties = shown.map(({ tie, other }) => (other === undefined ? tie : { ...tie, other }));
    return tieSet(ties, { ...selection, scale });
  },
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
    { layer: 'papers', country: 'DEU', by: 'affinity' },
    { layer: 'papers', country: 'JPN', by: 'per_million' },
    { layer: 'scholars', country: 'GBR', by: 'net_flow' },
    { layer: 'students', country: 'IND', direction: 'out', against: '2010' },
    { layer: 'students', country: 'IND', direction: 'out', against: 'CHN' },
    { layer: 'papers', country: 'FRA', against: 'projects', year: 2020 },
    { layer: 'scholars', country: 'ITA', against: 'scholarly-migration/openalex' },
    { layer: 'papers', among: 'm49-002', from: 2018 },
    { layer: 'papers', country: 'USA', by: 'share', among: 'eu' },
  ],
  slices: { paths, rows: rowsFrom },
};
