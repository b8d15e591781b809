import { amongState, tiesAmong } from '../ties/among.ts';
import { select } from '../ties/select.ts';
import type { TieRows } from '../ties/rows.ts';
import { amongTitle } from '../ties/titles.ts';
import type { TieState } from '../ties/state.ts';
import {
  coverageOf,
  largestInWords,
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
  const { places, outOf, ties } = tiesAmong(selection, state, ARCS.wide);
  const title = amongTitle(world, places.length, atlas);
  return {
    title: outOf > places.length ? title.replace(/, (?=\D*\d{4})/, ' and all others, ') : title,
    takeaway: tiesTakeaway({ ...selection, ties }, world, atlas),
    alt: ties.length
      ? `${places.length} countries on a circle, joined by ribbons; wider is more. The largest: ${largestInWords(ties, selection, atlas)}. All values are in the table.`
      : 'Circle without ties.',
    coverage: coverageOf(selection, atlas),
    notes: tiesNotes(selection, world, atlas),
    sources: sourcesOf(selection),
    table: tiesTable(title, ties, selection, atlas),
    ...methodOf(selection),
  };
}
