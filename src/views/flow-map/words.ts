import { count, quantity } from '../../charts/format.ts';
import { measured } from '../../charts/measured.ts';
import type { ShownTie } from '../../model/tie.ts';
import { changeNoun, changeTitle, tiesTitle } from '../ties/titles.ts';
import {
  coverageOf,
  largestWords,
  methodOf,
  remainderNote,
  sourcesOf,
  tieName,
  tiesNotes,
  tiesTable,
  tiesTakeaway,
} from '../ties/words.ts';
import { largeHosts } from '../coverage.ts';
import { flowSentence, inText, sourceName } from '../phrases.ts';
import type { TieRows } from '../ties/rows.ts';
import type { TieState } from '../ties/state.ts';
import type { Atlas, Words } from '../view.ts';
import { mapped, type Mapped } from './mapped.ts';

export function words(rows: TieRows, state: TieState, atlas: Atlas): Words {
  const shown = mapped(rows, state, atlas);
  const { selection, arcs, scale } = shown;
  const drawn = selection.twice
    ? new Set(arcs.map(({ origin, destination }) => [origin, destination].sort().join(''))).size
    : arcs.length;
  const title = shown.change
    ? changeTitle(selection, state, arcs.length, atlas)
    : tiesTitle(state, drawn, atlas);
  const notes = tiesNotes(selection, state, atlas);
  const noun = atlas.layers.get(state.layer)?.directed ? 'flows' : 'ties';
  return {
    title,
    takeaway: shown.change ? changeTakeaway(shown, atlas) : takeaway(shown, state, atlas),
    alt: arcs.length
      ? `World map of ${quantity(drawn, noun)}; wider is more. ${largestWords(arcs, { ...selection, scale }, atlas)} All values are in the table.`
      : `World map without ${noun}. ${notes[0] ?? ''}`,
    coverage: coverageOf(selection, atlas),
    notes: [...remainders(shown, state, atlas), ...notes].filter((note) => note !== null),
    sources: sourcesOf(selection),
    table: tiesTable(title, arcs, { ...selection, scale }, atlas),
    ...methodOf(selection),
  };
}

/** What is not drawn: of changes how many, of two countries that of each. */
function remainders(
  { selection, arcs, change, all }: Mapped,
  state: TieState,
  atlas: Atlas,
): (string | null)[] {
  if (change) {
    const left = (all?.ties ?? 0) - arcs.length;
    return [left > 0 ? `Not drawn: ${count(left)} smaller ${changeNoun(selection, 2)}.` : null];
  }
  const { other, against } = selection;
  const shown = selection.ties.slice(0, state.top);
  if (against?.kind !== 'country' || !other) return [remainderNote(shown, selection, state, atlas)];
  const theirs = { ...state, country: against.country };
  return [
    remainderNote(shown, selection, state, atlas, inText(state.country ?? '', atlas)),
    remainderNote(other.ties.slice(0, state.top), other, theirs, atlas, inText(against.country, atlas)),
  ];
}

/** The largest flow, said from the country's side where the map has one; nothing where others are as large. */
function takeaway({ selection, arcs, second }: Mapped, state: TieState, atlas: Atlas): string | null {
  const { layer, source, country, direction, by, from, among, year } = state;
  if (by !== 'count' || from !== null || among !== 'world' || second !== null)
    return tiesTakeaway(selection, state, atlas);
  const [largest, next] = arcs;
  if (!largest || largest.value === next?.value) return null;
  const named = `(${sourceName(source, atlas)})`;
  const said = flowSentence(layer, largest.origin, largest.destination, largest.value, year, atlas);
  const silent = largeHosts(selection.missing).length > 0;
  if (!country)
    return `${said}, the largest number between two countries${silent ? ' that is reported' : ''} ${named}.`;
  if (!atlas.layers.get(layer)?.directed)
    return `${said}, more than ${inText(country, atlas)} shared with any other country ${named}.`;
  const others = {
    out: `, more than ${layer === 'students' ? 'in' : 'to'} any other country${silent ? ' that reported' : ''}`,
    in: ', more than from any other country',
    both: ', the largest flow here',
  }[direction];
  return `${said}${others} ${named}.`;
}

/** The largest rise and the largest fall, from the earlier year to the later; ties that a break makes incomparable are passed over. */
function changeTakeaway({ selection, arcs, scale }: Mapped, atlas: Atlas): string | null {
  const { directed, against, side } = selection;
  const backwards = against?.kind === 'year' && against.year > side.year;
  const firm = arcs
    .filter(({ flag }) => !flag?.includes('b') && !flag?.includes('d'))
    .map((tie) => (backwards ? { ...tie, value: -tie.value } : tie));
  const said = (tie: ShownTie | undefined): string | null => {
    if (!tie) return null;
    const sign = tie.value > 0 ? '+' : '\u2212';
    return `${tieName(tie, directed, atlas)} (${sign}${measured(Math.abs(tie.value), { ...scale, unit: scale.unit === '%' ? ' points' : scale.unit })})`;
  };
  const most = said(firm.find((tie) => tie.value > 0));
  const least = said(firm.find((tie) => tie.value < 0));
  if (!most && !least) return null;
  const time = against?.kind === 'year';
  const [rise, fall] = time ? ['rise', 'fall'] : ['surplus', 'deficit'];
  const when = time
    ? ` from ${Math.min(against.year, side.year)} to ${Math.max(against.year, side.year)}`
    : ` against the other source in ${side.year}`;
  const parts = [
    most && `largest ${rise}${when}: ${most}`,
    least && `largest ${fall}${most ? '' : when}: ${least}`,
  ];
  const words = parts.filter((part) => part !== null && part !== '').join('; ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} (${sourceName(side.source, atlas)}).`;
}
