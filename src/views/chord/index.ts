import { chord, MOST_ARCS } from '../../charts/chord.ts';
import { communities } from '../../charts/communities.ts';
import { orderPlaces } from '../../charts/order-places.ts';
import { restOf } from '../../charts/tie-rest.ts';
import { SUM_UNITS } from '../phrases.ts';
import { amongState, placesShown, tiesAmong } from '../ties/among.ts';
import { readingOf } from '../ties/reading.ts';
import { select } from '../ties/select.ts';
import { paths, rowsFrom } from '../ties/slices.ts';
import { queries } from '../ties/sql.ts';
import type { TieRows } from '../ties/rows.ts';
import { TIE_FIELDS } from '../ties/state.ts';
import { tieSet } from '../ties/tie-set.ts';
import { emptyWords } from '../ties/words.ts';
import type { View } from '../view.ts';
import { words } from './words.ts';

export const CHORD_FIELDS = [...TIE_FIELDS, 'order'] as const;
export type ChordField = (typeof CHORD_FIELDS)[number];

/** Arcs of the circle: fewer where there is no room for their names. */
export const ARCS = { narrow: 12, wide: 20 } as const satisfies Record<string, number>;
export const arcsAt = (width: number): number => Math.min(MOST_ARCS, width < 480 ? ARCS.narrow : ARCS.wide);

/** Countries on a circle, joined by what they share; all others are an arc of their own. */
export const chordView: View<ChordField, TieRows> = {
  id: 'chord',
  title: 'Chord diagram',
  description:
    'The largest countries of a selection on a circle, joined by ribbons as wide as what they share, with one arc for all others.',
  fields: CHORD_FIELDS,
  defaults: { order: 'region', direction: 'both' },
  widths: [328, 704],
  queries: (state, atlas) => queries(amongState(state, atlas), atlas),
  chart: (rows, state, atlas, frame) => {
    const selection = select(rows, amongState(state, atlas), atlas);
    const { places } = placesShown(selection, state, arcsAt(frame.width));
    const how = state.order === 'cluster' ? communities(selection.directed) : state.order;
    return chord(
      {
        places: atlas.places,
        blocks: orderPlaces(places, selection.ties, how, atlas.places),
        layer: state.layer,
        ties: selection.ties,
        scale: selection.scale,
        unit: atlas.layers.get(state.layer)?.unit ?? '',
        sumUnit: SUM_UNITS[state.layer],
        reads: readingOf(selection, atlas),
        // What a net flow leaves cannot be added up.
        rest: state.by === 'net_flow' ? null : restOf(selection.flows, places, selection.directed),
        focus: state.country,
        empty: emptyWords(selection, state, atlas),
      },
      frame,
    );
  },
  words,
  ties: (rows, state, atlas) => {
    const selection = select(rows, amongState(state, atlas), atlas);
    return tieSet(tiesAmong(selection, state, ARCS.wide).ties, selection);
  },
  listed: () => [
    { layer: 'papers' },
    { layer: 'students', year: 2016, order: 'size' },
    { layer: 'scholars', among: 'm49-150', country: 'DEU' },
    { layer: 'papers', among: 'm49-002', order: 'cluster' },
    { layer: 'papers', among: 'eu', by: 'affinity' },
  ],
  slices: {
    paths: (state, atlas) => paths(amongState(state, atlas), atlas),
    rows: (slices, state, atlas) => rowsFrom(slices, amongState(state, atlas), atlas),
  },
};
