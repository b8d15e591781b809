import { capital, inText, sourceName, THINGS } from '../phrases.ts';
import { ABOUT_MEASURE } from '../../model/tie-measures.ts';
import { whenOf } from '../ties/titles.ts';
import type { TieState } from '../ties/state.ts';
import {
  coverageOf,
  largestInWords,
  methodOf,
  remainderNote,
  sourcesOf,
  tiesNotes,
  tiesTable,
  tiesTakeaway,
} from '../ties/words.ts';
import type { Atlas, Words } from '../view.ts';
import { egoOf, egoPairOf, MOST_PARTNERS, type EgoPair, type EgoRows } from './network.ts';

export function words(rows: EgoRows, state: TieState, atlas: Atlas): Words {
  const pair = egoPairOf(rows, state, atlas, MOST_PARTNERS.wide);
  if (pair) return pairWords(pair, state, atlas);
  const { selection, partners, spokes, chords } = egoOf(rows, state, atlas, MOST_PARTNERS.wide);
  const place = inText(state.country ?? '', atlas);
  const measure = state.by === 'count' ? '' : `${ABOUT_MEASURE[state.by].title}: `;
  const ways = { out: ' (outbound)', in: ' (inbound)', both: '' }[state.direction];
  const title = `${measure}${measure ? place : capital(place)} and its ${partners.length} largest partners in ${THINGS[state.layer]}${ways}, ${whenOf(state, atlas)}`;
  return {
    title,
    takeaway: tiesTakeaway(selection, state, atlas),
    alt: spokes.length
      ? `${capital(place)} in the middle of ${partners.length} partners, wider spokes for more; ${chords.length} ties of the partners with each other. The largest: ${largestInWords(spokes, selection, atlas)}. All values are in the table.`
      : 'Network without ties.',
    coverage: coverageOf(selection, atlas),
    notes: [remainderNote(spokes, selection, state, atlas), ...tiesNotes(selection, state, atlas)].filter(
      (n) => n !== null,
    ),
    sources: sourcesOf(selection),
    table: tiesTable(title, spokes, selection, atlas),
    ...methodOf(selection),
  };
}

/** Two countries, and who works with both. */
function pairWords({ selection, foci, sides, between }: EgoPair, state: TieState, atlas: Atlas): Words {
  const [a, b] = [inText(foci[0], atlas), inText(foci[1], atlas)];
  const common = sides[0].partners.filter((code) => sides[1].partners.includes(code));
  const measure = state.by === 'count' ? '' : `${ABOUT_MEASURE[state.by].title}: `;
  const title = `${measure}${measure ? a : capital(a)} and ${b} with their largest partners in ${THINGS[state.layer]}, ${whenOf({ ...state, against: null }, atlas)}`;
  const ties = [...between, ...sides.flatMap((side) => side.spokes)];
  return {
    title,
    takeaway: common.length
      ? `${capital(a)} and ${b} have ${common.length} partners in common among the ${sides[0].partners.length} largest of each (${sourceName(state.source, atlas)}, ${state.year}).`
      : null,
    alt: ties.length
      ? `${capital(a)} and ${b} with their partners: those of both between them, those of one alone beyond it. All values are in the table.`
      : 'Network without ties.',
    coverage: coverageOf(selection, atlas),
    notes: tiesNotes(selection, { ...state, against: null }, atlas),
    sources: sourcesOf(selection),
    table: tiesTable(title, ties, selection, atlas),
    ...methodOf(selection),
  };
}
