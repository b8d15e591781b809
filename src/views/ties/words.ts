import { count, list, quantity, span } from '../../charts/format.ts';
import { lowerFirst } from '../../charts/tie-titles.ts';
import { measured, measuredNumber } from '../../charts/measured.ts';
import { flagWords } from '../../model/flag.ts';
import type { ShownTie, TieScale } from '../../model/tie.ts';
import { ABOUT_MEASURE, isRatio } from '../../model/tie-measures.ts';
import { coverageLine, largeHosts, noRow } from '../coverage.ts';
import {
  capital,
  COUNTING,
  flowSentence,
  inText,
  nounOf,
  shortName,
  sourceName,
  SUM_UNITS,
  territories,
  THINGS,
  theOther,
} from '../phrases.ts';
import type { Atlas, Table, Words } from '../view.ts';
import { membershipNote } from './places.ts';
import type { Selected, Selection } from './select.ts';
import { isStock, type TieState } from './state.ts';

/** " (95 %: 1.58 to 1.66)", or nothing. */
export const limitsWords = ({ low, high }: ShownTie, { digits }: TieScale): string =>
  low === null || high === null
    ? ''
    : ` (95 %: ${measuredNumber(low, digits)} to ${measuredNumber(high, digits)})`;

/** Both ends of a tie by name. */
export const tieName = (tie: ShownTie, directed: boolean, atlas: Atlas): string =>
  `${shortName(tie.origin, atlas)} ${directed ? 'to' : 'and'} ${shortName(tie.destination, atlas)}`;

/** The rows of ties as a table, with everything that is known of each: also what a file of the figure holds. */
export function tiesTable(
  caption: string,
  ties: readonly ShownTie[],
  { directed, scale, side }: Pick<Selection, 'directed' | 'scale' | 'side'>,
  atlas: Atlas,
  otherLabel: string | null = null,
): Table {
  const unit = atlas.layers.get(side.layer)?.unit ?? 'value';
  const limits = ties.some((tie) => tie.low !== null);
  const apart = side.by !== 'count';
  return {
    caption,
    columns: [
      { key: 'origin', label: directed ? 'From' : 'Country' },
      { key: 'destination', label: directed ? 'To' : 'Partner' },
      { key: 'value', label: scale.title, numeric: true },
      ...(limits
        ? [
            { key: 'low', label: 'Lower limit', numeric: true },
            { key: 'high', label: 'Upper limit', numeric: true },
          ]
        : []),
      ...(apart ? [{ key: 'count', label: capital(unit), numeric: true }] : []),
      ...(otherLabel === null ? [] : [{ key: 'other', label: otherLabel, numeric: true }]),
      { key: 'flag', label: 'Note' },
    ],
    rows: ties.map((tie) => ({
      origin: shortName(tie.origin, atlas),
      destination: shortName(tie.destination, atlas),
      value: rounded(tie.value, scale.digits),
      ...(limits ? { low: rounded(tie.low, scale.digits), high: rounded(tie.high, scale.digits) } : {}),
      ...(apart ? { count: tie.count } : {}),
      ...(otherLabel === null ? {} : { other: rounded(tie.other ?? null, scale.digits) }),
      flag: flagWords(tie.flag),
    })),
  };
}

const rounded = (value: number | null, digits: number): number | null =>
  value === null ? null : Number(value.toFixed(digits));

/** Top N is always followed by what the rest sums to. Null where nothing is left. `whose` names whose ties these are, where two are compared. */
export function remainderNote(
  shown: readonly ShownTie[],
  { all, side, every }: Selected,
  { country, direction }: TieState,
  atlas: Atlas,
  whose: string | null = null,
): string | null {
  const net = side.by === 'net_flow';
  const directed = atlas.layers.get(side.layer)?.directed ?? false;
  // An undirected pair that is drawn from both ends is one pair still.
  const drawn = new Set(
    shown.map(({ origin, destination }) =>
      directed ? origin + destination : [origin, destination].sort().join(''),
    ),
  );
  const rest = (net ? every.length : all.ties) - drawn.size;
  if (rest <= 0) return null;
  const left = all.sum - shown.reduce((sum, tie) => sum + tie.count, 0);
  const what = theOther(rest, net ? 'net flows' : nounOf(directed, country, direction === 'both'));
  const of = whose === null ? what : `${what} of ${whose}`;
  return left > 0 && !net && !isRatio(side.by)
    ? `Not drawn: ${of}, ${quantity(left, SUM_UNITS[side.layer])}.`
    : `Not drawn: ${of}.`;
}

/** Who is missing, on both sides of a comparison. */
export function coverageOf({ missing, other, side }: Selection, atlas: Atlas): string | null {
  const lines = [
    coverageLine(missing, side.year, atlas),
    side.from !== null && side.layer === 'students'
      ? `Other years from ${side.from} on lack other hosts: a mean is of the years that a tie has.`
      : null,
    other && (other.side.year !== side.year || other.side.layer !== side.layer)
      ? coverageLine(other.missing, other.side.year, atlas)
      : null,
  ].filter((line) => line !== null);
  return lines.length ? lines.join(' ') : null;
}

/** What a reader must know of any figure of ties. */
export function tiesNotes(selection: Selection, state: TieState, atlas: Atlas): string[] {
  const { side, other } = selection;
  const { from, year, among, country, min, by } = state;
  return [
    selection.ties.length ? null : emptyWords(selection, state, atlas),
    from !== null && isStock(side.layer)
      ? `Each value is the mean of the years ${from} to ${year} for which there is one: students enrolled are counted in every year.`
      : null,
    min > 1
      ? `Only ties with at least ${quantity(min, atlas.layers.get(side.layer)?.unit ?? '')} are shown.`
      : null,
    by !== 'per_million'
      ? null
      : from === null || isStock(side.layer)
        ? `Inhabitants are those of ${year} (World Bank).`
        : `A yearly mean of ${from} to ${year} over the inhabitants of ${year} (World Bank).`,
    membershipNote(among, year, atlas),
    COUNTING[side.layer],
    other && other.side.layer !== side.layer ? COUNTING[other.side.layer] : null,
    other && side.layer === 'students' && other.side.layer === 'students' && other.side.year !== year
      ? 'Only ties that are listed in both years are compared.'
      : null,
    territories(country),
  ].filter((note) => note !== null);
}

/** Why a figure of ties has none. */
export function emptyWords({ missing, all, scale }: Selection, state: TieState, atlas: Atlas): string {
  if (all.ties > 0)
    return state.by === 'count' || state.by === 'share'
      ? `No tie here has ${count(state.min)} or more.`
      : `None of the ${count(all.ties)} ties here has a value of ${scale.title} at this size.`;
  return noRow(missing, state, atlas);
}

/** Sources of both sides; the inhabitants of a rate come from one of their own. */
export const sourcesOf = ({ side, other }: Selection): string[] => [
  ...new Set([
    side.source,
    ...(other ? [other.side.source] : []),
    ...(side.by === 'per_million' ? ['world-bank-wdi'] : []),
  ]),
];

export const methodOf = ({ side }: Selection): Pick<Words, 'method'> =>
  ABOUT_MEASURE[side.by].indicator ? { method: side.by } : {};

/** The weightiest tie as a sentence that can be quoted; null where two are as large. */
export function tiesTakeaway(selection: Selection, state: TieState, atlas: Atlas): string | null {
  const { side, scale, directed } = selection;
  const ranked = isRatio(side.by) ? [...selection.ties].sort((a, b) => b.value - a.value) : selection.ties;
  const [largest, second] = ranked;
  if (!largest || largest.value === second?.value) return null;
  const by = `(${sourceName(side.source, atlas)})`;
  const [from, to] = [inText(largest.origin, atlas), inText(largest.destination, atlas)];
  const years = state.from === null ? String(side.year) : span(state.from, side.year);
  if (side.by === 'count') {
    const said = flowSentence(side.layer, largest.origin, largest.destination, largest.value, years, atlas);
    const mean = state.from !== null && isStock(side.layer);
    return `${mean ? `On average ${lowerFirst(said)}` : said}, the most ${reportedHere(selection)} ${by}.`;
  }
  const value = `${measured(largest.value, scale)}${limitsWords(largest, scale)}`;
  if (side.by === 'net_flow')
    return `${measured(largest.value, scale)} more went from ${from} to ${to} in ${years} than came back, the largest net flow here ${by}.`;
  const ends = !directed
    ? `between ${from} and ${to}`
    : selection.twice
      ? `in the ${atlas.layers.get(side.layer)?.unit ?? ''} of ${from} with ${to}`
      : `from ${from} to ${to}`;
  return `${scale.title} in ${years} is ${isRatio(side.by) ? 'highest' : 'largest'} ${ends}: ${value} ${by}.`;
}

/** Where large hosts are silent, the largest is the largest of what is reported. */
export const reportedHere = ({ missing }: Pick<Selected, 'missing'>): string =>
  largeHosts(missing).length ? 'of those reported here' : 'here';

/** The weightiest five in words, for the text alternative of a picture. */
export const largestInWords = (
  ties: readonly ShownTie[],
  { directed, scale }: Pick<Selection, 'directed' | 'scale'>,
  atlas: Atlas,
): string =>
  list(ties.slice(0, 5).map((tie) => `${tieName(tie, directed, atlas)} ${measured(tie.value, scale)}`));

/** What the other value of a row is of: "2010", "China", "Scopus base", "Papers, per cent". */
export function otherLabel({ against }: Selection, atlas: Atlas): string {
  switch (against?.kind) {
    case 'year':
      return String(against.year);
    case 'country':
      return shortName(against.country, atlas);
    case 'source':
      return sourceName(against.source, atlas);
    case 'layer':
      return capital(THINGS[against.layer]);
    case undefined:
      return '';
  }
}
