import { randomLcg } from 'd3';
import { DirectedGraph, UndirectedGraph } from 'graphology';
import louvain from 'graphology-communities-louvain';
import type { CountedTie } from './order-places.ts';

/** The method goes through places in an order of chance; the best of so many orders is kept. */
const STARTS = 12;

/**
 * Groups of places with more ties among each other than their sizes alone would bring, by the method of Louvain on the
 * counts: Blondel et al. (2008), doi:10.1088/1742-5468/2008/10/P10008; of directed ties by the directed modularity of
 * Leicht and Newman (2008), doi:10.1103/PhysRevLett.100.118703, where many students of a large host are no surprise.
 * Of several starts the grouping of the greatest modularity stands. The same ties give the same groups, in whatever
 * order they come: places are sorted and chance has a fixed seed. Kept apart from the charts, so that only those who
 * ask for clusters load the library.
 */
export const communities =
  (directed: boolean) =>
  (places: readonly string[], ties: readonly CountedTie[]): string[][] => {
    const sorted = [...new Set(places)].sort();
    const graph = directed ? new DirectedGraph() : new UndirectedGraph();
    for (const iso3 of sorted) graph.addNode(iso3);
    const shown = ties
      .filter(({ origin, destination, count }) => origin !== destination && count > 0)
      .filter(({ origin, destination }) => graph.hasNode(origin) && graph.hasNode(destination))
      .map((tie) => (directed || tie.origin < tie.destination ? tie : turned(tie)))
      .sort((a, b) => compare(a.origin, b.origin) || compare(a.destination, b.destination));
    for (const { origin, destination, count } of shown)
      graph.updateEdge(origin, destination, ({ weight = 0 }: { weight?: number }) => ({
        weight: weight + count,
      }));
    if (!graph.size) return sorted.map((iso3) => [iso3]);

    let best = { modularity: -Infinity, communities: {} as Readonly<Record<string, number>> };
    for (let seed = 1; seed <= STARTS; seed++) {
      const found = louvain.detailed(graph, { getEdgeWeight: 'weight', rng: randomLcg(seed) });
      // A difference in the last digits is one of rounding, and no reason to prefer a later start.
      if (found.modularity > best.modularity + 1e-9) best = found;
    }
    return [...Map.groupBy(sorted, (iso3) => best.communities[iso3]).values()];
  };

const turned = ({ origin, destination, count }: CountedTie): CountedTie => ({
  origin: destination,
  destination: origin,
  count,
});

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
