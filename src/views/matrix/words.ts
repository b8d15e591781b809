import { comparisonOf } from '../comparison.ts';
import { capital } from '../phrases.ts';
import { amongState, tiesAmong } from '../ties/among.ts';
import { select } from '../ties/select.ts';
import type { TieRows } from '../ties/rows.ts';
import { amongTitle, changeNoun, lower } from '../ties/titles.ts';
import { otherLabel } from '../ties/words.ts';
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
import { MOST_PLACES } from './index.ts';

export function words(rows: TieRows, state: TieState, atlas: Atlas): Words {
  const world = amongState(state, atlas);
  const selection = select(rows, world, atlas);
  const shown = tiesAmong(selection, state, MOST_PLACES.wide);
  const { places, ties } = shown;
  const title = amongTitle(world, shown, atlas);
  const among = { ...selection, ties };
  const halves = selection.other && !selection.directed && !selection.other.directed;
  const kind = comparisonOf(world, atlas)?.kind;
  const changed = selection.other !== null && !halves && (kind === 'year' || kind === 'source');
  const caption = halves
    ? `${title}: one above the diagonal, the other below`
    : changed
      ? `${capital(changeNoun(selection, 2))} in ${lower(title)}`
      : title;
  return {
    title: caption,
    takeaway: kind ? null : tiesTakeaway(among, world, atlas),
    alt: ties.length
      ? `Grid of ${places.length} countries by ${places.length}; darker is more. ${largestWords(ties, selection, atlas)} All values are in the table.`
      : 'Grid without ties.',
    coverage: coverageOf(selection, atlas),
    notes: tiesNotes(selection, world, atlas),
    sources: sourcesOf(selection),
    table: tiesTable(
      caption,
      ties,
      selection,
      atlas,
      ties.some((tie) => tie.other !== undefined) ? otherLabel(selection, atlas) : null,
    ),
    ...methodOf(selection),
  };
}
