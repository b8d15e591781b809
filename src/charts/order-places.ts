import { placeOf, type Places } from '../model/country.ts';
import type { ShownTie } from '../model/tie.ts';
import { list } from './format.ts';

/** Places that stand together in a matrix or on a circle. */
export interface PlaceBlock {
  /** "Europe", "Cluster 1 (France, Germany, …)"; null where all stand in one block. */
  readonly title: string | null;
  /** ISO alpha-3, in the order in which they are drawn. */
  readonly places: readonly string[];
}

/** What an order takes of a tie. Clusters and sizes are of what was counted, whatever the measure shown. */
export type CountedTie = Pick<ShownTie, 'origin' | 'destination' | 'count'>;

/** Finds groups of places that hold together: each place stands in one. */
export type FindCommunities = (places: readonly string[], ties: readonly CountedTie[]) => string[][];

/** How many members name a cluster. */
const NAMED = 2;

/**
 * Puts places into the order of a matrix or a circle. Larger places and clusters come first, where size is the sum of
 * the counts of a place's ties with the other places; equals stand by code, so that an order depends on nothing else.
 * @param how `size` is one block; `region` is the regions of M49 by the alphabet, and by size within; a function that
 *   finds communities (communities.ts) gives them by size, and by size within
 * @throws Error with the code of a place that `info` does not know
 */
export function orderPlaces(
  places: readonly string[],
  ties: readonly CountedTie[],
  how: 'size' | 'region' | FindCommunities,
  info: Places,
): PlaceBlock[] {
  const unique = [...new Set(places)];
  const sizes = sizesOf(unique, ties);
  const size = (iso3: string): number => sizes.get(iso3) ?? 0;
  const bySize = (some: readonly string[]): string[] =>
    [...some].sort((a, b) => size(b) - size(a) || (a < b ? -1 : 1));
  if (!unique.length) return [];
  if (how === 'size') return [{ title: null, places: bySize(unique) }];
  if (how === 'region')
    return regions(unique, info).map((block) => ({ ...block, places: bySize(block.places) }));

  const alone = unique.filter((iso3) => size(iso3) === 0);
  const total = (block: readonly string[]): number => block.reduce((sum, iso3) => sum + size(iso3), 0);
  const found = how(
    unique.filter((iso3) => size(iso3) > 0),
    ties,
  )
    .map(bySize)
    .sort((a, b) => total(b) - total(a) || ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1));
  return [
    ...found.map((block, i) => ({ title: `Cluster ${i + 1} (${membersOf(block, info)})`, places: block })),
    ...(alone.length ? [{ title: 'Without ties here', places: bySize(alone) }] : []),
  ];
}

/** Sum of the counts of each place's ties, in and out, with other places of the set. */
export function sizesOf(places: readonly string[], ties: readonly CountedTie[]): Map<string, number> {
  const sizes = new Map(places.map((iso3) => [iso3, 0]));
  for (const { origin, destination, count } of ties) {
    const [from, to] = [sizes.get(origin), sizes.get(destination)];
    if (from === undefined || to === undefined || origin === destination) continue;
    sizes.set(origin, from + count);
    sizes.set(destination, to + count);
  }
  return sizes;
}

/** Regions by the alphabet: the same place in every figure. The few places without one stand last. */
function regions(places: readonly string[], info: Places): { title: string; places: string[] }[] {
  return [...Map.groupBy(places, (iso3) => placeOf(info, iso3).region)]
    .sort(([a], [b]) => (a === null ? 1 : b === null ? -1 : a < b ? -1 : 1))
    .map(([region, of]) => ({ title: region ?? 'Outside the regions of M49', places: of }));
}

function membersOf(block: readonly string[], info: Places): string {
  const names = block.slice(0, NAMED).map((iso3) => placeOf(info, iso3).short_name);
  return block.length > NAMED ? `${names.join(', ')}, …` : list(names);
}
