import type { ShownTie } from '../model/tie.ts';
import type { TieReading } from './tie-titles.ts';

/**
 * The ties that a circle draws: those among its places, above zero, and of undirected layers one a pair. Where a
 * measure differs by the end it is seen from, that of the country in focus stands, else that of the place that stands
 * first in the order.
 */
export function chordTies(
  ties: readonly ShownTie[],
  order: readonly string[],
  reads: TieReading,
  focus: string | null,
): ShownTie[] {
  const rank = new Map(order.map((iso3, i) => [iso3, iso3 === focus ? -1 : i]));
  const inside = ties.filter(
    ({ origin, destination, count }) =>
      rank.has(origin) && rank.has(destination) && origin !== destination && count > 0,
  );
  if (reads === 'from-to') return inside;
  const first = (a: ShownTie, b: ShownTie): ShownTie =>
    (rank.get(a.origin) ?? 0) <= (rank.get(b.origin) ?? 0) ? a : b;
  const pairs = Map.groupBy(inside, ({ origin, destination }) => [origin, destination].sort().join(''));
  return [...pairs.values()].map((pair) => pair.reduce(first));
}
