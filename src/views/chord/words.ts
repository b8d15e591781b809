import { amongState, tiesAmong } from '../ties/among.ts';
import { select } from '../ties/select.ts';
import type { TieRows } from '../ties/rows.ts';
import { amongTitle } from '../ties/titles.ts';
import type { TieState } from '../ties/state.ts';
import {
  coverageOf,
  largestWords,
  methodOf,
  sourcesOf,
  tiesNotes,
  tiesTable,
  tiesTakeaway,
} from '../ties/words.ts';
import type { Atlas, Words } from '../view.ts';
import { ARCS } from './index.ts';

export function words(rows: TieRows, state: TieState, atlas: Atlas): Words {
  const world = { ...amongState(state, atlas), against: null };
  const selection = select({ ...rows, otherCounts: [] }, world, atlas);
  const shown = tiesAmong(selection, state, ARCS.wide);
  const { places, ties } = shown;
  // What a net flow leaves cannot be added up, so it has no arc.
  const title = amongTitle(world, shown, atlas, state.by !== 'net_flow');
  return {
    title,
    takeaway: tiesTakeaway({ ...selection, ties }, world, atlas),
    alt: ties.length
      ? `${places.length} countries on a circle, joined by ribbons; wider is more. ${largestWords(ties, selection, atlas)} All values are in the table.`
      : 'Circle without ties.',
    coverage: coverageOf(selection, atlas),
    notes: tiesNotes(selection, world, atlas),
    sources: sourcesOf(selection),
    table: tiesTable(title, ties, selection, atlas),
    ...methodOf(selection),
  };
}
