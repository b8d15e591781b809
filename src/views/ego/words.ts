import { quantity } from '../../charts/format.ts';
import { capital, inText, sourceName, THINGS } from '../phrases.ts';
import { ABOUT_MEASURE } from '../../model/tie-measures.ts';
import { allOf, onlyWith, whenOf, withPartners } from '../ties/titles.ts';
import type { TieState } from '../ties/state.ts';
import {
  coverageOf,
  largestWords,
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
  const ego = egoOf(rows, state, atlas, MOST_PARTNERS.wide);
  const { partners, spokes, chords, rest } = ego;
  // The network of one country shows one side: another year, layer or source is drawn beside other figures only.
  const alone = { ...state, against: null };
  const selection = { ...ego.selection, other: null, against: null };
  const place = inText(state.country ?? '', atlas);
  const measure = state.by === 'count' ? '' : `${ABOUT_MEASURE[state.by].title}: `;
  const ways = { out: ' (outbound)', in: ' (inbound)', both: '' }[state.direction];
  // What a net flow leaves is not known, so those that are left out are not either.
  const isCut = state.by === 'net_flow' ? partners.length === Math.min(MOST_PARTNERS.wide, state.top) : rest;
  const which = isCut ? 'largest' : state.by === 'net_flow' ? 'some' : allOf(state);
  const names = withPartners(measure ? place : capital(place), partners.length, which);
  const title = `${measure}${names} in ${THINGS[state.layer]}${ways}${onlyWith(state, atlas)}, ${whenOf(alone, atlas)}`;
  return {
    title,
    takeaway: tiesTakeaway(selection, alone, atlas),
    alt: spokes.length
      ? `${capital(place)} in the middle of ${quantity(partners.length, 'partners')}, wider spokes for more; ${quantity(chords.length, 'ties')} of the partners with each other. ${largestWords(spokes, selection, atlas)} All values are in the table.`
      : 'Network without ties.',
    coverage: coverageOf(selection, atlas),
    notes: [remainderNote(spokes, selection, alone, atlas), ...tiesNotes(selection, alone, atlas)].filter(
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
  const title = `${measure}${measure ? a : capital(a)} and ${b} with their largest partners in ${THINGS[state.layer]}${onlyWith(state, atlas)}, ${whenOf({ ...state, against: null }, atlas)}`;
  const ties = [...between, ...sides.flatMap((side) => side.spokes)];
  return {
    title,
    takeaway: common.length
      ? `${capital(a)} and ${b} have ${inCommon(common, sides, atlas)} (${sourceName(state.source, atlas)}, ${state.year}).`
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

/** "the same largest partner, Brazil"; "22 partners in common among the 25 largest of each". */
function inCommon(common: readonly string[], [a, b]: EgoPair['sides'], atlas: Atlas): string {
  const [n, m] = [a.partners.length, b.partners.length];
  const [only] = common;
  if (n === 1 && m === 1 && only !== undefined) return `the same largest partner, ${inText(only, atlas)}`;
  return `${quantity(common.length, 'partners')} in common among the ${n === m ? `${n} largest of each` : `${n} and ${m} largest of the two`}`;
}
