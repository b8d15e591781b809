import type { Place } from '../../model/country.ts';
import { placeOf } from '../../model/country.ts';
import { TakeError, type Taken } from './taken.ts';

/** A country of a network, with what the shown ties of it sum to. */
export interface NetworkNode {
  readonly place: Place;
  /** Sum of the counts of the shown ties that end here, either way; in a directed network also by way. */
  readonly strength: number;
  readonly out: number;
  readonly in: number;
}

/**
 * The countries at the ends of the shown ties, in the order of their codes.
 * @throws {TakeError} where the figure shows no ties
 */
export function nodesOf({ ties, places }: Pick<Taken, 'ties' | 'places'>): NetworkNode[] {
  if (!ties?.length) throw new TakeError('This figure shows no ties, so there is no network to take.');
  const sums = new Map<string, { out: number; in: number }>();
  const at = (iso3: string) => {
    const there = sums.get(iso3) ?? { out: 0, in: 0 };
    sums.set(iso3, there);
    return there;
  };
  for (const { origin, destination, count } of ties) {
    at(origin).out += count;
    at(destination).in += count;
  }
  return [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([iso3, sum]) => ({ place: placeOf(places, iso3), strength: sum.out + sum.in, ...sum }));
}

/** What the ties of a figure leave out, which every measure of its network must be read with. */
export const SHOWN_ONLY =
  'Only the ties that the figure shows: the strength of a country is their sum, not its total.';
