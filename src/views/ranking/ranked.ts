import type { ShownTie, TieScale } from '../../model/tie.ts';
import { isRatio } from '../../model/tie-measures.ts';
import { sumFlags } from '../from-slices.ts';
import { nounOf, shortName } from '../phrases.ts';
import { incomparable, reportersOf } from '../ties/change.ts';
import { readingOf } from '../ties/reading.ts';
import { select, type Selected, type Selection } from '../ties/select.ts';
import type { TieRows } from '../ties/rows.ts';
import type { TieState } from '../ties/state.ts';
import { tieName } from '../ties/words.ts';
import type { Atlas } from '../view.ts';

/** A row of a ranking: a partner of the country, or a tie of the world. */
export interface Ranked {
  /** The partner's code; null where the row is a tie. */
  readonly partner: string | null;
  readonly tie: ShownTie;
  readonly name: string;
  /** Whether the flows of both ways are added up in it. */
  readonly both?: boolean;
  /** The value on the other side of a comparison; null where that has none, left out where nothing is compared. */
  readonly other?: number | null;
  /** What is to be said of that value. */
  readonly otherFlag?: string | null;
  /** Why the two values cannot be compared; left out where they can. */
  readonly incomparable?: string;
}

export interface Ranking {
  readonly selection: Selection;
  readonly rows: readonly Ranked[];
  readonly scale: TieScale;
  /** What the rows leave: how many others, and their sum; null where all are shown. The sum is null where none makes sense. */
  readonly rest: { readonly partners: number; readonly value: number | null; readonly noun: string } | null;
}

/** The largest partners of a country, or the largest ties of the world or a group, by the chosen measure. */
export function ranked(rows: TieRows, state: TieState, atlas: Atlas): Ranking {
  const selection = select(rows, state, atlas);
  const { country, top, by, min } = state;
  const asShares = selection.against?.kind === 'layer' && by === 'count';
  const every = inOrder(lines(selection, state, atlas, asShares), by);
  const others = selection.other && othersOf(selection, state, atlas, asShares);
  const shown = every
    .filter(({ tie }) => tie.count >= min)
    .slice(0, top)
    .map((row): Ranked => (others ? beside(row, others.get(keyOf(row)) ?? null, selection) : row));
  const sum = selection.all.sum - shown.reduce((total, { tie }) => total + tie.count, 0);
  const left = howMany(selection, every.length, by) - pairsIn(shown, selection);
  return {
    selection,
    rows: shown,
    scale: asShares
      ? { ...selection.scale, title: 'Share of all in its layer', unit: '%', digits: 1 }
      : selection.scale,
    rest:
      left > 0
        ? {
            partners: left,
            value:
              isRatio(by) || by === 'net_flow'
                ? null
                : by === 'count' && !asShares
                  ? sum
                  : (100 * sum) / (selection.all.sum || 1),
            noun:
              by === 'net_flow' && country === null
                ? 'net flows'
                : nounOf(isDirected(selection, atlas), country, false),
          }
        : null,
  };
}

/** A row with what the other side has of it. */
function beside(row: Ranked, other: Value | null, selection: Selection): Ranked {
  const { partner, tie } = row;
  const { country } = selection.side;
  // Where both ways are added up, both ends report.
  const reporters = partner && row.both && country ? [country, partner] : reportersOf(tie, selection);
  const why = incomparable(reporters, tie, other, selection);
  return {
    ...row,
    other: other ? other.value : absent(row, selection),
    otherFlag: other?.flag ?? null,
    ...(why && other ? { incomparable: why } : {}),
  };
}

const isDirected = ({ side }: Selected, atlas: Atlas): boolean =>
  atlas.layers.get(side.layer)?.directed ?? false;

/**
 * How many rows there would be: partners where both ways are added up; of the world all flows, of which the query may give the
 * largest only, or all pairs, where each is read from both ends.
 */
const howMany = ({ side, all, every }: Selected, rows: number, by: TieState['by']): number =>
  side.country !== null && rows < every.length ? rows : by === 'net_flow' ? rows : all.ties;

const pairsIn = (rows: readonly Ranked[], { twice }: Selected): number =>
  twice ? new Set(rows.map(({ tie }) => [tie.origin, tie.destination].sort().join(''))).size : rows.length;

const keyOf = ({ partner, tie }: Ranked): string => partner ?? tie.origin + tie.destination;

/** Where a layer lists every pair, a partner without a row has none; elsewhere, and of a country with itself, nothing is known. */
const absent = ({ partner }: Ranked, { other, side }: Selection): number | null =>
  other &&
  side.by === 'count' &&
  other.side.layer !== 'students' &&
  other.all.sum > 0 &&
  (partner === null || partner !== other.side.country)
    ? 0
    : null;

function inOrder(rows: Ranked[], by: TieState['by']): Ranked[] {
  if (by === 'net_flow') return rows.sort((a, b) => Math.abs(b.tie.value) - Math.abs(a.tie.value));
  return isRatio(by) ? rows.sort((a, b) => b.tie.value - a.tie.value) : rows;
}

/** Of means of two ways that are added up, the years of the one that has fewer. */
function leastYears(ties: readonly ShownTie[]): Pick<ShownTie, 'years'> {
  const years = ties.flatMap((tie) => tie.years ?? []);
  return years.length ? { years: Math.min(...years) } : {};
}

/** One row a partner: the flows of both directions are added up, and a net flow is the country's gain. Of the world, one row a tie. */
function lines(selected: Selected, { direction }: TieState, atlas: Atlas, asShares: boolean): Ranked[] {
  const { every, all, side } = selected;
  const of = side.country;
  const value = (tie: ShownTie): ShownTie => {
    if (asShares) return { ...tie, value: all.sum > 0 ? (100 * tie.count) / all.sum : 0 };
    return side.by === 'net_flow' && tie.origin === of ? { ...tie, value: -tie.value } : tie;
  };
  const directed = atlas.layers.get(side.layer)?.directed ?? false;
  const reads = readingOf(selected, atlas);
  if (!of) return every.map((tie) => ({ partner: null, tie: value(tie), name: tieName(tie, reads, atlas) }));
  const partnerOf = (tie: ShownTie): string => (tie.origin === of ? tie.destination : tie.origin);
  if (!directed || direction !== 'both')
    return every.map((tie) => ({
      partner: partnerOf(tie),
      tie: value(tie),
      name: shortName(partnerOf(tie), atlas),
    }));
  return [...Map.groupBy(every, partnerOf)]
    .map(([partner, both]): Ranked => {
      const [first] = both as [ShownTie];
      const tie = {
        ...first,
        count: both.reduce((total, one) => total + one.count, 0),
        value: both.reduce((total, one) => total + value(one).value, 0),
        flag: sumFlags(both.map(({ flag }) => flag)),
        ...leastYears(both),
      };
      return { partner, tie, name: shortName(partner, atlas), both: true };
    })
    .sort((a, b) => Math.abs(b.tie.value) - Math.abs(a.tie.value));
}

interface Value {
  readonly value: number;
  readonly flag: string | null;
}

/** Values of the other side by partner, or by tie. */
function othersOf(
  selection: Selection,
  state: TieState,
  atlas: Atlas,
  asShares: boolean,
): ReadonlyMap<string, Value> {
  const { other } = selection;
  if (!other || (asShares && other.all.sum === 0)) return new Map();
  return new Map(
    lines(other, state, atlas, asShares).map((row) => [
      keyOf(row),
      { value: row.tie.value, flag: row.tie.flag },
    ]),
  );
}
