import type { CountedTie } from './order-places.ts';

/** What a figure of some places leaves out, so that the whole stays the whole. Sums of counts, each tie once. */
export interface TieRest {
  /** How many other places have ties that are left out. */
  readonly places: number;
  /** Ties of the places shown with places that are not, from and to each; undirected ones stand under both. */
  readonly ofPlace: ReadonlyMap<string, { readonly out: number; readonly in: number }>;
  /** All of those together. */
  readonly withShown: number;
  /** Ties among places that are not shown. */
  readonly among: number;
}

/**
 * What ties of all places add up to outside of those shown.
 * @param ties every tie that counts as part of the whole, those shown included
 */
export function restOf(ties: readonly CountedTie[], shown: Iterable<string>, directed: boolean): TieRest {
  const ofPlace = new Map([...shown].map((iso3) => [iso3, { out: 0, in: 0 }]));
  const others = new Set<string>();
  let [withShown, among] = [0, 0];
  for (const { origin, destination, count } of ties) {
    const [from, to] = [ofPlace.get(origin), ofPlace.get(destination)];
    if (from && to) continue;
    if (!from) others.add(origin);
    if (!to) others.add(destination);
    if (from || to) withShown += count;
    else among += count;
    const shownEnd = from ?? to;
    if (!shownEnd) continue;
    if (from || !directed) shownEnd.out += count;
    if (to || !directed) shownEnd.in += count;
  }
  return { places: others.size, ofPlace, withShown, among };
}
