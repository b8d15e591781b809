import { count, singular, span } from '../../charts/format.ts';
import { ABOUT_MEASURE } from '../../model/tie-measures.ts';
import type { LayerId } from '../../model/layer.ts';
import { comparisonOf } from '../comparison.ts';
import { inText, sourceName, THINGS } from '../phrases.ts';
import type { Atlas } from '../view.ts';
import type { PlacesShown } from './among.ts';
import { isArea, MOST_NAMED, onlyPartners, placesInText } from './places.ts';
import type { Selection } from './select.ts';
import { otherSideOf } from './sides.ts';
import { isStock, type TieState } from './state.ts';

/** Titles of ties: full sentences of what is shown. `shown` is how many ties a figure of the world holds. */

/** "Students from India by destination, 2018"; "The 60 largest flows of students within Africa, 2018". */
export function tiesTitle(state: TieState, shown: number, atlas: Atlas): string {
  const head = measured(state, `${headOf(state, shown, atlas)}${onlyWith(state, atlas)}`);
  return `${head}, ${whenOf(state, atlas)}`;
}

/** "Change in students from India by destination, 2018 against 2010"; "The 60 largest changes in papers between countries". */
export function changeTitle(
  selection: Pick<Selection, 'against'>,
  state: TieState,
  shown: number,
  atlas: Atlas,
): string {
  const things = `${THINGS[state.layer]} ${scopeOf(state, atlas)}`;
  const what =
    state.country !== null
      ? `${sentenceCase(changeNoun(selection, 1))} in ${lower(`${headOf(state, shown, atlas)}${onlyWith(state, atlas)}`)}`
      : shown === 0
        ? `${sentenceCase(changeNoun(selection, 1))} in ${things}`
        : `${theLargest(shown, changeNoun(selection, 2))} in ${things}`;
  return `${state.by === 'share' ? `${what}, in percentage points` : what}, ${whenOf(state, atlas)}`;
}

/** "The 60 largest flows", "The largest flow". */
const theLargest = (n: number, noun: string): string =>
  n === 1 ? `The largest ${singular(noun)}` : `The ${count(n)} largest ${noun}`;

/** Two years differ by a change, two sources by a difference. */
export const changeNoun = ({ against }: Pick<Selection, 'against'>, n: number): string =>
  `${against?.kind === 'year' ? 'change' : 'difference'}${n === 1 ? '' : 's'}`;

/**
 * "Papers between 36 countries, 2022"; "Papers within Africa (36 largest countries), 2022"; "Papers among Namibia and its 35
 * largest partners, 2022".
 * @param others whether all others are drawn too, as one
 */
export function amongTitle(state: TieState, shown: PlacesShown, atlas: Atlas, others = false): string {
  const { places, outOf, centre } = shown;
  const things = sentenceCase(THINGS[state.layer]);
  const left = outOf > places.length;
  const rest = left && others ? ' and all others' : '';
  const n = count(places.length);
  const isAll = state.min === 1 && (state.by === 'count' || state.by === 'share');
  const which = left ? 'largest' : isAll ? allOf(state) : 'some';
  const middle = centre === null ? null : round(inText(centre, atlas), places.length - 1, which, rest);
  const head =
    state.among !== 'world'
      ? `${things} ${scopeOf(state, atlas)}${left ? ` (${middle ?? `${n} largest countries${rest}`})` : ''}`
      : middle !== null
        ? `${things} among ${middle}`
        : rest
          ? `${things} ${BETWEEN} (${n} largest${rest})`
          : `${things} ${places.length > 1 ? `between ${n} countries` : BETWEEN}`;
  return `${measured(state, head)}, ${whenOf(state, atlas)}`;
}

const round = (place: string, partners: number, which: Which, rest: string): string =>
  rest ? `${place}, its ${count(partners)} largest partners${rest}` : withPartners(place, partners, which);

/** Which of a country's partners some are: all, all that a source lists, the largest, or neither. */
export type Which = 'all' | 'listed' | 'largest' | 'some';

/** All that there are to be had: of students, a source lists the largest only. */
export const allOf = ({ layer }: Pick<TieState, 'layer'>): Which => (layer === 'students' ? 'listed' : 'all');

/** "Namibia and its 35 largest partners", "Tuvalu and its partner", "Chile and 20 of its partners". */
export function withPartners(place: string, n: number, which: Which): string {
  if (n === 0) return `${place} and its partners`;
  if (which === 'some') return `${place} and ${n === 1 ? 'one' : count(n)} of its partners`;
  const kind = which === 'all' ? '' : `${which} `;
  return `${place} and its ${n === 1 ? '' : `${count(n)} `}${kind}${n === 1 ? 'partner' : 'partners'}`;
}

/** The year or the years, and what they are compared with: "2018 against 2010", "mean of 2014–2018". */
export function whenOf(state: TieState, atlas: Atlas): string {
  const { layer, from, year } = state;
  const range = from === null ? String(year) : span(from, year);
  const years = from !== null && isStock(layer) ? `mean of ${range}` : range;
  const started = layer === 'projects' ? `started in ${years}` : years;
  const against = comparisonOf(state, atlas);
  const other = otherSideOf(state, atlas);
  switch (against?.kind) {
    case undefined:
      return started;
    case 'year':
      return `${started} against ${against.year}`;
    case 'country':
      return `${started}, against ${inText(against.country, atlas)}`;
    case 'source':
      // Names of sources have commas of their own.
      return `${started} (${sourceName(state.source, atlas)} against ${sourceName(against.source, atlas)}${other && other.year !== year ? ` of ${other.year}` : ''})`;
    case 'layer':
      return `${started}, against ${THINGS[against.layer]}${other && other.year !== year ? ` of ${other.year}` : ''}`;
  }
}

/** How a measure that is no count stands before what it measures. */
function measured({ by, layer, country }: TieState, head: string): string {
  switch (by) {
    case 'count':
      return head;
    case 'share':
      return `${head}, in per cent of all`;
    case 'per_million':
      return `${head}, per million inhabitants ${country !== null ? 'of the partner' : layer === 'papers' || layer === 'projects' ? 'of both countries' : 'of the origin'}`;
    case 'net_flow':
      return head.startsWith('The ') ? head : `Net flow: ${lower(head)}`;
    default:
      return `${ABOUT_MEASURE[by].title}: ${lower(head)}`;
  }
}

function headOf(state: TieState, shown: number, atlas: Atlas): string {
  const { layer, country, direction } = state;
  if (country !== null) return ofCountry(layer, inText(country, atlas), direction);
  const scope = scopeOf(state, atlas);
  const flows = state.by === 'net_flow' ? 'net flows' : 'flows';
  // Of two places, nothing is the largest of anything.
  if (shown === 0 || (isTwo(state.among) && state.ends === 'both'))
    return `${sentenceCase(THINGS[layer])} ${scope}`;
  if (layer === 'students' || layer === 'scholars') return `${theLargest(shown, flows)} of ${layer} ${scope}`;
  const named = scope === BETWEEN ? '' : ` ${scope}`;
  return shown === 1
    ? `The ${pairNoun(state, 1)}${named} that shares most ${THINGS[layer]}`
    : `The ${count(shown)} ${pairNoun(state, shown)}${named} that share most ${THINGS[layer]}`;
}

/** "pairs of countries", and of two sides "pairs" alone: what follows says of whom. */
export const pairNoun = ({ among, ends }: TieState, n: number): string => {
  const pairs = n === 1 ? 'pair' : 'pairs';
  return among !== 'world' && (ends === 'one' || isTwo(among)) ? pairs : `${pairs} of countries`;
};

const isTwo = (among: string): boolean => /^[A-Z]{3}\.[A-Z]{3}$/.test(among);

function ofCountry(layer: LayerId, place: string, direction: TieState['direction']): string {
  switch (layer) {
    case 'students':
      return {
        out: `Students from ${place} by destination`,
        in: `Students in ${place} by origin`,
        both: `Students from and in ${place}`,
      }[direction];
    case 'scholars':
      return {
        out: `Scholars who left ${place} by destination`,
        in: `Scholars who moved to ${place} by origin`,
        both: `Scholars moving to and from ${place}`,
      }[direction];
    case 'papers':
      return `Papers that ${place} shares with other countries`;
    case 'projects':
      return `Horizon 2020 projects that ${place} shares with other countries`;
  }
}

const BETWEEN = 'between countries';

/** "between countries", "within Africa", "among France, Germany and Italy", "between Africa and the rest of the world". */
export function scopeOf({ among, ends }: TieState, atlas: Atlas): string {
  if (among === 'world') return BETWEEN;
  const places = placesInText(among, atlas);
  if (ends === 'one') {
    const codes = atlas.groups.has(among) ? [] : among.split('.');
    // After a list of names, one more "and" would be read as part of it.
    return codes.length > 0 && codes.length <= MOST_NAMED
      ? `between the rest of the world and ${oneOf(codes.map((code) => inText(code, atlas)))}`
      : `between ${places} and the rest of the world`;
  }
  return `${isArea(among, atlas) ? 'within' : isTwo(among) ? 'between' : 'among'} ${places}`;
}

/** "China, Germany or India". */
const oneOf = (names: readonly string[]): string =>
  [names.slice(0, -1).join(', '), names.at(-1) ?? ''].filter(Boolean).join(' or ');

/** Of one country: which partners are counted. */
export const onlyWith = ({ country, among }: TieState, atlas: Atlas): string =>
  country === null || among === 'world' ? '' : ` (${onlyPartners(among, atlas)})`;

const sentenceCase = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** The same sentence within another; names keep their capital. */
export const lower = (words: string): string =>
  /^(Students|Scholars|Papers|The|Change|Difference|Net|Share|Balance|Observed|Relative|Affinity|Preference)\b/.test(
    words,
  )
    ? words.charAt(0).toLowerCase() + words.slice(1)
    : words;
