import { count, span } from '../../charts/format.ts';
import { ABOUT_MEASURE } from '../../model/tie-measures.ts';
import type { LayerId } from '../../model/layer.ts';
import { comparisonOf } from '../comparison.ts';
import { inText, sourceName, THINGS } from '../phrases.ts';
import type { Atlas } from '../view.ts';
import { placesInText } from './places.ts';
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
  const what =
    state.country === null
      ? `The ${count(shown)} largest ${changeNoun(selection, shown)} in ${THINGS[state.layer]} ${scopeOf(state, atlas)}`
      : `${sentenceCase(changeNoun(selection, 1))} in ${lower(`${headOf(state, shown, atlas)}${onlyWith(state, atlas)}`)}`;
  return `${state.by === 'share' ? `${what}, in points of per cent` : what}, ${whenOf(state, atlas)}`;
}

/** Two years differ by a change, two sources by a difference. */
export const changeNoun = ({ against }: Pick<Selection, 'against'>, n: number): string =>
  `${against?.kind === 'year' ? 'change' : 'difference'}${n === 1 ? '' : 's'}`;

/** "Papers between 30 countries, 2022"; "Affinity: papers within Africa, 2022". */
export function amongTitle(state: TieState, places: number, atlas: Atlas): string {
  const things = THINGS[state.layer];
  const scope = state.among === 'world' ? `between ${count(places)} countries` : scopeOf(state, atlas);
  return `${measured(state, sentenceCase(`${things} ${scope}`))}, ${whenOf(state, atlas)}`;
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
      return `${started}, ${sourceName(state.source, atlas)} against ${sourceName(against.source, atlas)}${other && other.year !== year ? ` (${other.year})` : ''}`;
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
  if (shown === 0) return `${sentenceCase(THINGS[layer])} ${scope}`;
  if (layer === 'students' || layer === 'scholars')
    return `The ${count(shown)} largest ${flows} of ${layer} ${scope}`;
  const pairs =
    state.among !== 'world' && state.ends === 'one'
      ? `pairs of one country in ${placesInText(state.among, atlas)} and one outside`
      : scope === BETWEEN
        ? 'pairs of countries'
        : `pairs of countries ${scope}`;
  return `The ${count(shown)} ${pairs} that share most ${THINGS[layer]}`;
}

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

/** "between countries", "within Africa", "among Germany and France", "between Africa and the rest of the world". */
export function scopeOf({ among, ends }: TieState, atlas: Atlas): string {
  if (among === 'world') return BETWEEN;
  const places = placesInText(among, atlas);
  if (ends === 'one') return `between ${places} and the rest of the world`;
  const group = atlas.groups.get(among);
  return group && ['region', 'subregion', 'political'].includes(group.kind)
    ? `within ${places}`
    : `among ${places}`;
}

/** Of one country: which partners are counted. */
const onlyWith = ({ country, among }: TieState, atlas: Atlas): string =>
  country === null || among === 'world' ? '' : ` (partners in ${placesInText(among, atlas)} only)`;

const sentenceCase = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** The same sentence after a colon; names keep their capital. */
const lower = (words: string): string =>
  /^(Students|Scholars|Papers|The|Affinity|Preference) /.test(words)
    ? words.charAt(0).toLowerCase() + words.slice(1)
    : words;
