import type { ScatterPoint } from '../../charts/scatter.ts';
import { inText, shortName } from '../phrases.ts';
import type { Atlas } from '../view.ts';
import type { ComparedPair } from './sql.ts';

/** Which affinity is held against the index. */
export type Affinity = 'affinity' | 'affinity_closed';

/** How many of the largest are named in the figure. */
const NAMED = 4;
/** Rows of the table where no country is chosen. */
export const LARGEST = 40;

/** The pairs that the words speak of, the largest first: those of a country, or all. */
export const chosen = (pairs: readonly ComparedPair[], country: string | null): ComparedPair[] =>
  pairs
    .filter((p) => country === null || p.origin === country || p.destination === country)
    .sort((a, b) => b.articles - a.articles);

/** Names of both, the chosen country first. */
export const endsOf = (
  { origin, destination }: ComparedPair,
  country: string | null,
): readonly [string, string] => (destination === country ? [destination, origin] : [origin, destination]);

/** "China–United States" */
export const nameOf = (pair: ComparedPair, country: string | null, atlas: Atlas): string =>
  endsOf(pair, country)
    .map((iso3) => shortName(iso3, atlas))
    .join('–');

/** "China and the United States" */
export const bothOf = (pair: ComparedPair, country: string | null, atlas: Atlas): string =>
  endsOf(pair, country)
    .map((iso3) => inText(iso3, atlas))
    .join(' and ');

/** How many times as high the affinity is as the index; null where one is zero or not there. */
export function gapOf(pair: ComparedPair, which: Affinity): number | null {
  const value = pair[which];
  return value && pair.collaboration_index ? value / pair.collaboration_index : null;
}

/** The pairs with the largest and the smallest value of something. */
export function extremes(
  pairs: readonly ComparedPair[],
  of: (pair: ComparedPair) => number | null,
): readonly ComparedPair[] {
  const known = pairs.filter((pair) => of(pair) !== null);
  const sorted = known.sort((a, b) => (of(b) ?? 0) - (of(a) ?? 0));
  return [...new Set([sorted[0], sorted.at(-1)].filter((pair) => pair !== undefined))];
}

/** The value in the middle of a list; null of an empty one. */
export function median(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null).sort((a, b) => a - b);
  const [a, b] = [known[Math.floor((known.length - 1) / 2)], known[Math.ceil((known.length - 1) / 2)]];
  return a === undefined || b === undefined ? null : (a + b) / 2;
}

/** A dot for each pair. Named are the largest, and those in which the two measures or the ties are furthest apart. */
export function pointsOf(
  pairs: readonly ComparedPair[],
  which: Affinity,
  country: string | null,
  atlas: Atlas,
): ScatterPoint[] {
  const mine = chosen(pairs, country);
  const named = new Set([
    ...mine.slice(0, 1),
    ...extremes(mine, (pair) => gapOf(pair, which)),
    ...extremes(mine, (pair) => pair[which]),
    ...mine.slice(1, NAMED),
  ]);
  const picked = new Set(country === null ? [] : mine);
  const order = [...named, ...pairs.filter((pair) => !named.has(pair))];
  return order.flatMap((pair) => {
    const y = pair[which];
    if (y === null) return [];
    const [, other] = endsOf(pair, country);
    const words = country === null ? nameOf(pair, null, atlas) : shortName(other, atlas);
    return [
      { x: pair.collaboration_index, y, picked: picked.has(pair), words: named.has(pair) ? words : null },
    ];
  });
}
