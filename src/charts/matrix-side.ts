import { flagOf, type FlagLetter } from '../model/flag.ts';
import type { Places } from '../model/country.ts';
import type { ShownTie } from '../model/tie.ts';
import type { MatrixSide } from './matrix.ts';
import { tieClasses, type TieClasses } from './tie-classes.ts';
import { isCount, type TieWords } from './tie-titles.ts';

/** A side of a matrix, ready to draw. */
export interface SideCells {
  readonly side: MatrixSide;
  readonly words: TieWords;
  readonly classes: TieClasses;
  /** Whether the measure is the count itself. */
  readonly counts: boolean;
  /** Ties that have a cell, each once. */
  readonly shown: readonly ShownTie[];
  /** The tie of a cell, by origin and destination. */
  readonly at: (row: string, column: string) => ShownTie | undefined;
  /** Whether a cell without a tie is one that was not reported. */
  readonly silent: (row: string, column: string) => boolean;
  /** How the ties of a half were made to one a pair; null where nothing was done. */
  readonly joined: 'summed' | 'one way' | null;
  /** The flag that every tie shown has; null where they differ or have none. */
  readonly commonFlag: string | null;
}

/**
 * Reads the ties of one side for a whole matrix or for half of one. In a half a pair has one cell: counts of both
 * directions are added; of any other measure, which cannot be added, the direction from the place that stands first
 * is shown in both halves, so that mirrored cells speak of the same thing.
 */
export function sideCells(
  side: MatrixSide,
  known: ReadonlySet<string>,
  halved: boolean,
  places: Places,
): SideCells {
  const inside = side.ties.filter(
    ({ origin, destination }) => known.has(origin) && known.has(destination) && origin !== destination,
  );
  const counts = isCount(side.scale, inside);
  const joins = halved && side.reads !== 'pair';
  const joined = !joins ? null : counts && side.reads === 'from-to' ? 'summed' : 'one way';
  const shown =
    joined === 'summed' ? summed(inside) : joined === 'one way' ? oneWay(inside, [...known]) : inside;
  const reads = joined === 'summed' ? 'pair' : side.reads;
  const byEnds = new Map(shown.map((tie) => [tie.origin + tie.destination, tie]));
  const either = reads === 'pair' || halved;
  const silent = new Set(side.notReported);
  const flags = new Set(shown.map(({ flag }) => flag));
  return {
    side,
    words: { places, reads, scale: side.scale, unit: side.unit },
    classes: tieClasses(side.scale, shown),
    counts,
    shown,
    at: (row, column) => byEnds.get(row + column) ?? (either ? byEnds.get(column + row) : undefined),
    silent: (row, column) => silent.has(column) || (reads !== 'from-to' && silent.has(row)),
    joined,
    commonFlag: flags.size === 1 ? ([...flags][0] ?? null) : null,
  };
}

/** Both directions of each pair as one tie, under the ends in the order of the alphabet. */
function summed(ties: readonly ShownTie[]): ShownTie[] {
  return [
    ...Map.groupBy(ties, ({ origin, destination }) => [origin, destination].sort().join('')).values(),
  ].map((of): ShownTie => {
    const [origin = '', destination = ''] = of
      .flatMap((tie) => [tie.origin, tie.destination])
      .sort()
      .filter((code, i, all) => code !== all[i - 1]);
    const count = of.reduce((sum, tie) => sum + tie.count, 0);
    const letters = of.flatMap(({ flag }) => [...(flag ?? '')]) as FlagLetter[];
    return { origin, destination, count, value: count, low: null, high: null, flag: flagOf(letters) };
  });
}

/** Ties that begin at the place that stands first in the order. */
function oneWay(ties: readonly ShownTie[], order: readonly string[]): ShownTie[] {
  const place = new Map(order.map((iso3, i) => [iso3, i]));
  return ties.filter(({ origin, destination }) => (place.get(origin) ?? 0) < (place.get(destination) ?? 0));
}
