import type { ShownTie, TieScale } from '../../model/tie.ts';
import { isRatio } from '../../model/tie-measures.ts';
import { sumFlags } from '../from-slices.ts';
import { nounOf, shortName } from '../phrases.ts';
import { paired } from '../ties/change.ts';
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
  /** The value on the other side of a comparison; null where that has none, left out where nothing is compared. */
  readonly other?: number | null;
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
    .map((row): Ranked =>
      others ? { ...row, other: others.get(keyOf(row)) ?? absent(row, selection) } : row,
    );
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

/** One row a partner: the flows of both directions are added up, and a net flow is the country's gain. Of the world, one row a tie. */
function lines(
  { every, all, side }: Selected,
  { direction }: TieState,
  atlas: Atlas,
  asShares: boolean,
): Ranked[] {
  const of = side.country;
  const value = (tie: ShownTie): ShownTie => {
    if (asShares) return { ...tie, value: all.sum > 0 ? (100 * tie.count) / all.sum : 0 };
    return side.by === 'net_flow' && tie.origin === of ? { ...tie, value: -tie.value } : tie;
  };
  const directed = atlas.layers.get(side.layer)?.directed ?? false;
  if (!of)
    return every.map((tie) => ({ partner: null, tie: value(tie), name: tieName(tie, directed, atlas) }));
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
      };
      return { partner, tie, name: shortName(partner, atlas) };
    })
    .sort((a, b) => Math.abs(b.tie.value) - Math.abs(a.tie.value));
}

/** Values of the other side by partner, or by tie. */
function othersOf(
  selection: Selection,
  state: TieState,
  atlas: Atlas,
  asShares: boolean,
): ReadonlyMap<string, number> {
  const { other, against } = selection;
  if (!other) return new Map();
  if (against?.kind === 'year' || against?.kind === 'source') {
    if (state.country === null)
      return new Map(
        paired(selection).flatMap((tie) =>
          tie.other == null ? [] : [[tie.origin + tie.destination, tie.other] as const],
        ),
      );
  }
  if (asShares && other.all.sum === 0) return new Map();
  return new Map(lines(other, state, atlas, asShares).map((row) => [keyOf(row), row.tie.value]));
}
