import { communities } from '../../charts/communities.ts';
import { matrix, type MatrixSide } from '../../charts/matrix.ts';
import { orderPlaces } from '../../charts/order-places.ts';
import { restOf } from '../../charts/tie-rest.ts';
import { ABOUT_MEASURE } from '../../model/tie-measures.ts';
import { amongState, placesShown, tiesAmong } from '../ties/among.ts';
import { changes } from '../ties/change.ts';
import { capital, SUM_UNITS, THINGS } from '../phrases.ts';
import { readingOf } from '../ties/reading.ts';
import { select, type Selected, type Selection } from '../ties/select.ts';
import { paths, rowsFrom } from '../ties/slices.ts';
import { queries } from '../ties/sql.ts';
import type { TieRows } from '../ties/rows.ts';
import { TIE_FIELDS } from '../ties/state.ts';
import { tieSet } from '../ties/tie-set.ts';
import { emptyWords } from '../ties/words.ts';
import type { Atlas, View } from '../view.ts';
import { words } from './words.ts';

export const MATRIX_FIELDS = [...TIE_FIELDS, 'order'] as const;
export type MatrixField = (typeof MATRIX_FIELDS)[number];

/** How many places a matrix shows: rows that can be read, and few enough to be taken in. */
export const MOST_PLACES = { narrow: 18, wide: 36 } as const;

/** Countries by countries: who is tied to whom, in a layer, or in two above and below the diagonal. */
export const matrixView: View<MatrixField, TieRows> = {
  id: 'matrix',
  title: 'Matrix',
  description:
    'Ties of countries with each other as a grid, by region, by cluster or by size; of one layer, or of two above and below the diagonal.',
  fields: MATRIX_FIELDS,
  defaults: { order: 'region', direction: 'both' },
  widths: [328, 704],
  queries: (state, atlas) => queries(amongState(state, atlas), atlas),
  chart: (rows, state, atlas, frame) => {
    const selection = select(rows, amongState(state, atlas), atlas);
    const most = frame.width < 480 ? MOST_PLACES.narrow : MOST_PLACES.wide;
    const { places, outOf } = placesShown(selection, state, most);
    const [side, lower] = sidesOf(selection, atlas);
    const how = state.order === 'cluster' ? communities(selection.directed) : state.order;
    return matrix(
      {
        places: atlas.places,
        blocks: orderPlaces(places, selection.ties, how, atlas.places),
        side,
        lower,
        rest:
          selection.other || ABOUT_MEASURE[state.by].kind !== 'size'
            ? null
            : restOf(selection.flows, places, selection.directed),
        sumUnit: SUM_UNITS[state.layer],
        outOf: outOf > places.length ? outOf : null,
        empty: emptyWords(selection, state, atlas),
      },
      frame,
    );
  },
  words,
  ties: (rows, state, atlas) => {
    const selection = select(rows, amongState(state, atlas), atlas);
    return tieSet(tiesAmong(selection, state, MOST_PLACES.wide).ties, selection);
  },
  listed: () => [
    { layer: 'papers' },
    { layer: 'students', year: 2016 },
    { layer: 'papers', among: 'eu', order: 'cluster' },
    { layer: 'papers', among: 'm49-142', by: 'affinity', order: 'size' },
    { layer: 'papers', among: 'eu', against: 'projects', year: 2020 },
    { layer: 'scholars', country: 'DEU', against: '2010' },
    { layer: 'papers', against: '2000', order: 'cluster' },
  ],
  slices: {
    paths: (state, atlas) => paths(amongState(state, atlas), atlas),
    rows: (slices, state, atlas) => rowsFrom(slices, amongState(state, atlas), atlas),
  },
};

/** What stands above the diagonal and below it: two undirected sides halve the grid, a directed one needs all of it. */
function sidesOf(selection: Selection, atlas: Atlas): [MatrixSide, MatrixSide | null] {
  const { other, against, directed, scale } = selection;
  const main = sideOf(selection, selection.ties, atlas);
  if (!other) return [main, null];
  if (!directed && !other.directed) return [main, sideOf(other, other.ties, atlas)];
  if ((against?.kind === 'year' || against?.kind === 'source') && scale.kind === 'size')
    return [
      {
        ...main,
        ties: changes(selection),
        scale: { ...scale, title: `Change in ${scale.title.toLowerCase()}`, kind: 'signed', neutral: 0 },
        absent: null,
      },
      null,
    ];
  return [main, null];
}

const sideOf = (of: Selected, ties: MatrixSide['ties'], atlas: Atlas): MatrixSide => ({
  layer: of.side.layer,
  ties,
  scale: of.scale,
  unit: atlas.layers.get(of.side.layer)?.unit ?? '',
  reads: readingOf(of, atlas),
  caption: `${capital(THINGS[of.side.layer])}, ${of.side.year}`,
  absent: of.side.layer === 'students' ? 'outside the ten largest' : null,
  notReported: of.missing.map(({ country }) => country),
});
