import { count, list, quantity, singular, span } from '../../charts/format.ts';
import { JOINED, lowerFirst, type TieReading } from '../../charts/tie-titles.ts';
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
import { breaksNote } from './breaks.ts';
import { lacksYears, leaningNote, meansNote, rangeOf } from './caveats.ts';
import { membershipNote } from './places.ts';
import type { Selected, Selection } from './select.ts';
import { isStock, type TieState } from './state.ts';

/** " (95 %: 1.58 to 1.66)", or nothing. */
export const limitsWords = ({ low, high }: ShownTie, { digits }: TieScale): string =>
  low === null || high === null
    ? ''
    : ` (95 %: ${measuredNumber(low, digits)} to ${measuredNumber(high, digits)})`;

/** Both ends of a tie by name, joined as the tie reads; of one that reads one way or none, whether it has a way is enough. */
export function tieName(tie: ShownTie, reads: TieReading | boolean, atlas: Atlas): string {
  const reading = typeof reads === 'string' ? reads : reads ? 'from-to' : 'pair';
  return `${shortName(tie.origin, atlas)} ${JOINED[reading]} ${shortName(tie.destination, atlas)}`;
}

/** How the ties of a selection read: those that stand twice are seen from either end. */
const reading = ({ directed, twice }: Ways): TieReading =>
  twice ? 'seen-from' : directed ? 'from-to' : 'pair';

type Ways = Pick<Selected, 'directed'> & { readonly twice?: boolean | undefined };

/** The rows of ties as a table, with everything that is known of each: also what a file of the figure holds. */
export function tiesTable(
  caption: string,
  ties: readonly ShownTie[],
  { directed, twice, scale, side }: Pick<Selection, 'scale' | 'side'> & Ways,
  atlas: Atlas,
  otherLabel: string | null = null,
): Table {
  const reads = reading({ directed, twice });
  const unit = atlas.layers.get(side.layer)?.unit ?? 'value';
  const limits = ties.some((tie) => tie.low !== null);
  const apart = side.by !== 'count';
  return {
    caption,
    columns: [
      { key: 'origin', label: { 'from-to': 'From', pair: 'Country', 'seen-from': 'Seen from' }[reads] },
      { key: 'destination', label: reads === 'from-to' ? 'To' : 'Partner' },
      { key: 'value', label: scale.title, numeric: true },
      ...(limits
        ? [
            { key: 'low', label: 'Lower limit', numeric: true },
            { key: 'high', label: 'Upper limit', numeric: true },
          ]
        : []),
      ...(apart ? [{ key: 'count', label: capital(unit), numeric: true }] : []),
      ...(otherLabel === null ? [] : [{ key: 'other', label: otherLabel, numeric: true }]),
      ...yearsColumn(ties),
      { key: 'flag', label: 'Note' },
    ],
    rows: ties.map((tie) => ({
      origin: shortName(tie.origin, atlas),
      destination: shortName(tie.destination, atlas),
      value: rounded(tie.value, scale.digits),
      ...(limits ? { low: rounded(tie.low, scale.digits), high: rounded(tie.high, scale.digits) } : {}),
      ...(apart ? { count: tie.count } : {}),
      ...(otherLabel === null ? {} : { other: rounded(tie.other ?? null, scale.digits) }),
      ...(tie.years === undefined ? {} : { years: tie.years }),
      flag: flagWords(tie.flag),
    })),
  };
}

/** Where values are means over a range, of how many years each of them is. */
export const yearsColumn = (
  ties: readonly ShownTie[],
): { readonly key: string; readonly label: string; readonly numeric: true }[] =>
  ties.some(({ years }) => years !== undefined)
    ? [{ key: 'years', label: 'Years with a number', numeric: true }]
    : [];

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
  const noun = net ? 'net flows' : nounOf(directed, country, direction === 'both');
  const what = drawn.size
    ? theOther(rest, noun)
    : count(rest) === '1'
      ? `the only ${singular(noun)}`
      : `all ${count(rest)} ${noun}`;
  const of = whose === null ? what : `${what} of ${whose}`;
  return left > 0 && !net && !isRatio(side.by)
    ? `Not drawn: ${of}, ${quantity(left, SUM_UNITS[side.layer])}.`
    : `Not drawn: ${of}.`;
}

/** Who is missing, on both sides of a comparison. */
export function coverageOf(selection: Selection, atlas: Atlas): string | null {
  const { missing, other, side, every } = selection;
  const lines = [
    coverageLine(missing, side.year, atlas),
    side.from !== null && every.some((tie) => lacksYears(tie, side))
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
    selection.ties.length ? nothingBeside(selection, state, atlas) : emptyWords(selection, state, atlas),
    meansNote(selection),
    breaksNote(selection, atlas),
    leaningNote(selection),
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

/** Why there is nothing to compare with. In layers that list every pair, none is none, which a comparison shows. */
function nothingBeside({ other, against }: Selection, state: TieState, atlas: Atlas): string | null {
  if (!other || other.all.ties > 0) return null;
  const { layer, country, year } = other.side;
  if (against?.kind === 'layer')
    return `Nothing to compare with: there are no ${THINGS[layer]} here in ${year}.`;
  return layer === 'students' ? noRow(other.missing, { ...state, country, year }, atlas) : null;
}

/** Why a figure of ties has none. */
export function emptyWords(selection: Selection, state: TieState, atlas: Atlas): string {
  const { missing, all, flows, scale, side } = selection;
  if (all.ties === 0) return noRow(missing, state, atlas);
  if (!flows.some((flow) => flow.count >= state.min))
    return `No tie here has ${quantity(state.min, atlas.layers.get(side.layer)?.unit ?? '')} or more.`;
  const none = all.ties === 1 ? 'The one tie here has no' : `None of the ${count(all.ties)} ties here has a`;
  return `${none} value of ${lowerFirst(scale.title)}.`;
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
    const of = lacksYears(largest, side)
      ? ` (mean of ${largest.years ?? 0} of the ${rangeOf(side)} years)`
      : '';
    return `${mean ? `On average ${lowerFirst(said)}${of}` : said}, the most ${reportedHere(selection)} ${by}.`;
  }
  const value = `${measured(largest.value, scale)}${limitsWords(largest, scale)}`;
  if (side.by === 'net_flow')
    return `${netSentence(side.layer, largest, years, atlas)}, the largest net flow here ${by}.`;
  const ends = !directed
    ? `between ${from} and ${to}`
    : selection.twice
      ? `in the ${atlas.layers.get(side.layer)?.unit ?? ''} of ${from} with ${to}`
      : `from ${from} to ${to}`;
  if (side.by === 'share')
    return `The largest ${lowerFirst(scale.title)} in ${years} is that ${ends}: ${value} ${by}.`;
  return `${scale.title} in ${years} ${side.by === 'per_million' ? 'are most numerous' : 'is highest'} ${ends}: ${value} ${by}.`;
}

/** A net flow as a statement: "In 2020, 669 more scholars moved from India to the United States than the other way". */
export function netSentence(
  layer: Selected['side']['layer'],
  { origin, destination, value }: Pick<ShownTie, 'origin' | 'destination' | 'value'>,
  years: string,
  atlas: Atlas,
): string {
  const n = Math.abs(value);
  const [from, to] = [inText(origin, atlas), inText(destination, atlas)];
  const more = (what: string): string => `${count(n)} more ${n === 1 ? singular(what) : what}`;
  return layer === 'students'
    ? `In ${years}, ${more('students')} from ${from} studied in ${to} than from ${to} in ${from}`
    : `In ${years}, ${more('scholars')} moved from ${from} to ${to} than the other way`;
}

/** Where large hosts are silent, the largest is the largest of what is reported. */
export const reportedHere = ({ missing }: Pick<Selected, 'missing'>): string =>
  largeHosts(missing).length ? 'of those reported here' : 'here';

/** The weightiest five in words, for the text alternative of a picture. */
export const largestInWords = (
  ties: readonly ShownTie[],
  { scale, ...ways }: Pick<Selection, 'scale'> & Ways,
  atlas: Atlas,
): string =>
  list(ties.slice(0, 5).map((tie) => `${tieName(tie, reading(ways), atlas)} ${measured(tie.value, scale)}`));

/** The same as a sentence: "The largest: China and United States 77,370 papers." One is not the largest of itself. */
export const largestWords = (
  ties: readonly ShownTie[],
  selection: Pick<Selection, 'scale'> & Ways,
  atlas: Atlas,
): string =>
  `${ties.length === 1 ? 'The only one' : 'The largest'}: ${largestInWords(ties, selection, atlas)}.`;

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
