import { capital, SUM_UNITS } from '../phrases.ts';
import type { ShownTie, TieScale } from '../../model/tie.ts';
import { ABOUT_MEASURE } from '../../model/tie-measures.ts';
import { comparisonOf, type Comparison } from '../comparison.ts';
import type { NotReported } from '../coverage.ts';
import type { Atlas } from '../view.ts';
import { membersOf } from './places.ts';
import type { CountRow, TieRows, ValueRow } from './rows.ts';
import { otherSideOf, sideOf } from './sides.ts';
import { isStock, type Side, type TieState } from './state.ts';

/** What one side of a state comes to. */
export interface Selected {
  readonly side: Side;
  /** Ties with a value, at least `min` large: the weightiest first, by value, or by count where the value is a ratio. */
  readonly ties: readonly ShownTie[];
  /** The same whatever their size: what the other side of a comparison is looked up in. */
  readonly every: readonly ShownTie[];
  /** Flows that the filters of place and direction let through, whatever their size and whether they have a value. */
  readonly flows: readonly CountRow[];
  /** All flows that the filters of place and direction let through, whatever their size: what a remainder is reckoned from. */
  readonly all: { readonly ties: number; readonly sum: number };
  /** Whether each pair stands twice: a ratio that the two ends of an undirected pair see each in its own way. */
  readonly twice: boolean;
  /** Whether a tie has a way: that of its layer, or of a measure that differs by the end from which it is seen. */
  readonly directed: boolean;
  readonly scale: TieScale;
  readonly missing: readonly NotReported[];
}

export interface Selection extends Selected {
  /** The other side; null where nothing is compared. */
  readonly other: Selected | null;
  readonly against: Comparison | null;
  /** The chosen places; null for the whole world. */
  readonly members: ReadonlySet<string> | null;
  /** Least count of a tie that is shown. */
  readonly min: number;
}

/** Rows and state to what is shown: places, direction, measure and least count, on both sides. Pure; the same everywhere. */
export function select(rows: TieRows, state: TieState, atlas: Atlas): Selection {
  const main = selectSide(
    {
      counts: rows.counts,
      values: rows.values,
      population: rows.population,
      all: rows.all[0],
      missing: rows.missing,
    },
    sideOf(state),
    state,
    atlas,
  );
  const otherSide = otherSideOf(state, atlas);
  const other =
    otherSide &&
    selectSide(
      {
        counts: rows.otherCounts,
        values: rows.otherValues,
        population: rows.otherPopulation,
        all: undefined,
        missing: rows.otherMissing,
      },
      otherSide,
      state,
      atlas,
    );
  return {
    ...main,
    other,
    against: comparisonOf(state, atlas),
    members: membersOf(state.among, state.year, atlas),
    min: state.min,
  };
}

interface SideRows {
  readonly counts: readonly CountRow[];
  readonly values: readonly ValueRow[];
  readonly population: TieRows['population'];
  readonly all: { readonly ties: number; readonly sum: number } | undefined;
  readonly missing: readonly NotReported[];
}

function selectSide(rows: SideRows, side: Side, state: TieState, atlas: Atlas): Selected {
  const directedLayer = atlas.layers.get(side.layer)?.directed ?? false;
  const about = ABOUT_MEASURE[side.by];
  // Both sides of a comparison are of the same places: who joined in between would be a change of its own.
  const members = membersOf(state.among, state.year, atlas);
  const letsThrough = filterOf(side, state, members);
  const counts = letsThrough ? rows.counts.filter(letsThrough) : rows.counts;
  const all =
    letsThrough || !rows.all
      ? { ties: counts.length, sum: counts.reduce((sum, row) => sum + row.count, 0) }
      : rows.all;
  // A ratio that differs by the end gives an undirected pair two values; seen from one country it has the one of that country.
  const bothOrders = !directedLayer && about.indicator && !about.symmetric && side.country === null;
  const every = measured(bothOrders ? counts.flatMap(twice) : counts, rows, side, all.sum, directedLayer);
  const weight =
    about.kind === 'ratio'
      ? (tie: ShownTie): number => tie.count
      : (tie: ShownTie): number => Math.abs(tie.value);
  if (about.indicator) every.sort((a, b) => weight(b) - weight(a));
  return {
    side,
    ties: state.min > 1 ? every.filter((tie) => tie.count >= state.min) : every,
    every,
    flows: counts,
    all,
    twice: bothOrders,
    directed: directedLayer || bothOrders,
    scale: scaleOf(side, directedLayer, atlas),
    missing: rows.missing,
  };
}

const twice = (row: CountRow): CountRow[] => [
  row,
  { ...row, origin: row.destination, destination: row.origin },
];

/** Which flows the places and the direction of a state let through; null for all. */
function filterOf(
  { country }: Side,
  { direction, ends }: TieState,
  members: ReadonlySet<string> | null,
): ((row: CountRow) => boolean) | null {
  const way =
    country === null || direction === 'both'
      ? null
      : direction === 'out'
        ? (row: CountRow): boolean => row.origin === country
        : (row: CountRow): boolean => row.destination === country;
  if (!members) return way;
  const among = (row: CountRow): boolean => {
    // From one country, it is the partner that is asked for.
    if (country !== null) return members.has(row.origin === country ? row.destination : row.origin);
    const within = Number(members.has(row.origin)) + Number(members.has(row.destination));
    return ends === 'both' ? within === 2 : within === 1;
  };
  return way ? (row) => way(row) && among(row) : among;
}

function measured(
  counts: readonly CountRow[],
  { values, population }: SideRows,
  side: Side,
  sum: number,
  directed: boolean,
): ShownTie[] {
  const bare = (row: CountRow, value: number): ShownTie => ({ ...row, value, low: null, high: null });
  switch (side.by) {
    case 'count':
      return counts.map((row) => bare(row, row.count));
    case 'share':
      return counts.map((row) => bare(row, (100 * row.count) / (sum || 1)));
    case 'per_million': {
      const people = new Map(population.map(({ country, value }) => [country, value]));
      const years = side.from === null || isStock(side.layer) ? 1 : side.year - side.from + 1;
      return counts.flatMap((row) => {
        const ends = perWhom(row, side, directed);
        const known = ends.map((end) => people.get(end)).filter((n) => n !== undefined);
        const n = known.reduce((all, one) => all + one, 0);
        return known.length === ends.length && n > 0 ? [bare(row, (1e6 * row.count) / years / n)] : [];
      });
    }
    default:
      return ofIndicator(counts, values, side);
  }
}

/** Whose inhabitants a rate is over: the partner's of one country, the origin's of a flow, both countries' of a pair. */
const perWhom = (row: CountRow, { country }: Side, directed: boolean): string[] =>
  country !== null
    ? [row.origin === country ? row.destination : row.origin]
    : directed
      ? [row.origin]
      : [row.origin, row.destination];

function ofIndicator(counts: readonly CountRow[], values: readonly ValueRow[], side: Side): ShownTie[] {
  const known = new Map(values.map((row) => [row.origin + row.destination, row]));
  const net = side.by === 'net_flow';
  return counts.flatMap((row): ShownTie[] => {
    const found = known.get(row.origin + row.destination);
    if (!found) return [];
    const { value, low, high } = found;
    const flag = found.flag ?? row.flag;
    if (!net) return [{ ...row, value, low, high, flag }];
    // A net flow is drawn once, to the side that gains.
    return value > 0 ? [{ ...row, value, low, high, flag }] : [];
  });
}

function scaleOf({ layer, by, country }: Side, directed: boolean, atlas: Atlas): TieScale {
  const { title, kind, neutral, digits } = ABOUT_MEASURE[by];
  const unit = atlas.layers.get(layer)?.unit ?? '';
  switch (by) {
    case 'count':
      return { title: capital(unit), unit, kind, neutral, digits };
    case 'share':
      return {
        title: `Share of all ${layer === 'students' ? 'listed students' : SUM_UNITS[layer]} here`,
        unit: 'per cent',
        kind,
        neutral,
        digits: 1,
      };
    case 'per_million': {
      const whom = country !== null ? 'of the partner' : directed ? 'of the origin' : 'of both countries';
      return {
        title: `${capital(unit)} per million inhabitants ${whom}`,
        unit: `${unit} per million`,
        kind,
        neutral,
        digits,
      };
    }
    case 'net_flow':
      return { title: `Net ${unit}`, unit, kind, neutral, digits };
    default:
      return { title, unit: '', kind, neutral, digits };
  }
}
