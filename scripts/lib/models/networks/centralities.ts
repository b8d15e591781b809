import { UndirectedGraph } from 'graphology';
import betweennessOf from 'graphology-metrics/centrality/betweenness.js';
import eigenvectorOf from 'graphology-metrics/centrality/eigenvector.js';

/** What joins two countries, in either direction: a weight above zero. Each pair stands once. */
export interface Link {
  readonly a: string;
  readonly b: string;
  readonly weight: number;
}

export interface Centrality {
  readonly country: string;
  /** Share of the strongest paths of other pairs that lead through it, 0–1; null with fewer than three countries. */
  readonly betweenness: number | null;
  /** Centrality by the centrality of its partners; that of the most central country is 1. */
  readonly eigenvector: number;
}

/**
 * Length of a link of weight one: the least common multiple of 1 to 36. Lengths are rounded to whole numbers, which add up
 * without error in any order, so that paths as long as each other are found to be: 1/3 + 1/6 and 1/2, or 1/3 + 1/7 + 1/9
 * both ways round. In fractions of a computer they often are not, and a path is then lost. A sum of sixty still fits.
 */
const LONGEST = 144_403_552_893_600;

/** The library stops once a round moves a country by less than this on average; six decimals are kept. */
const TOLERANCE = 1e-14;
/** Far more than the networks of the atlas take, which settle within a few hundred. */
const MOST_ROUNDS = 100_000;

/**
 * Betweenness (Freeman 1977; Brandes 2001), where a link is as long as one over its weight (Newman 2001), and eigenvector
 * centrality (Bonacich 1972) of every country that has a link, by code.
 * @throws Error where the eigenvector does not settle: two parts of the network that are as strong as each other
 */
export function centralities(links: readonly Link[]): Centrality[] {
  const countries = [...new Set(links.flatMap(({ a, b }) => [a, b]))].sort();
  const graph = new UndirectedGraph<Record<string, never>, { weight: number; length: number }>();
  for (const country of countries) graph.addNode(country);
  const largest = links.reduce((most, { weight }) => Math.max(most, weight), 0);
  for (const { a, b, weight } of links)
    graph.addEdge(a, b, { weight: weight / largest, length: Math.round(LONGEST / weight) });

  const between = countries.length < 3 ? null : betweennessOf(graph, { getEdgeWeight: 'length' });
  const central = countries.length
    ? eigenvectorOf(graph, { getEdgeWeight: 'weight', tolerance: TOLERANCE, maxIterations: MOST_ROUNDS })
    : {};
  const most = Math.max(...Object.values(central));
  return countries.map((country) => ({
    country,
    betweenness: between?.[country] ?? null,
    eigenvector: (central[country] ?? 0) / most,
  }));
}
