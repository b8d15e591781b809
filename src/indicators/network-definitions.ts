/**
 * The two centralities straight from their definitions, for the worked examples of the methods pages and as a second
 * method in tests. What is stored is reckoned by a library, in another way; see scripts/lib/models/networks/.
 */

/** Country → partner → links; every link from both ends. */
type Network = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** SQL of one text that holds a whole network of `ties`: "AUS CHN 12;AUS USA 34". `where` names layer, source and year. */
export const linksAsText = (where: string): string => `
  SELECT string_agg(country || ' ' || partner || ' ' || CAST(value AS VARCHAR), ';' ORDER BY country, partner) AS links
  FROM ties WHERE ${where} AND country < partner AND value > 0`;

export function readLinks(text: unknown): Network {
  const network = new Map<string, Map<string, number>>();
  const add = (from: string, to: string, links: number): void => {
    const partners = network.get(from) ?? new Map<string, number>();
    network.set(from, partners.set(to, (partners.get(to) ?? 0) + links));
  };
  for (const link of String(text).split(';')) {
    const [a, b, links] = link.split(' ');
    if (!a || !b || !(Number(links) > 0)) throw new Error(`No link of two countries: ${link}`);
    add(a, b, Number(links));
    add(b, a, Number(links));
  }
  return network;
}

/** Two lengths that differ by less are one: sums of fractions are not exact. */
const HAIR = 1e-9;
const equal = (a: number, b: number): boolean => Math.abs(a - b) <= HAIR * Math.max(a, b);

/** An element that is there. */
const at = (values: Float64Array, index: number): number => values[index] as number;

/** How far apart countries are, a link being as long as one over its weight; square tables, row after row. */
interface Distances {
  readonly codes: readonly string[];
  /** Of a link itself; infinite where there is none. */
  readonly length: Float64Array;
  /** Of the shortest path, by Floyd's algorithm; infinite where there is none. */
  readonly distance: Float64Array;
}

function distancesOf(network: Network): Distances {
  const codes = [...network.keys()].sort();
  const n = codes.length;
  const length = new Float64Array(n * n).fill(Infinity);
  codes.forEach((from, i) => {
    const partners = network.get(from);
    codes.forEach((to, j) => {
      length[i * n + j] = 1 / (partners?.get(to) ?? 0);
    });
  });
  const distance = length.map((value, i) => (i % (n + 1) === 0 ? 0 : value));
  for (let k = 0; k < n; k++)
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++)
        distance[i * n + j] = Math.min(
          at(distance, i * n + j),
          at(distance, i * n + k) + at(distance, k * n + j),
        );
  return { codes, length, distance };
}

/** Number of shortest paths from one country to each, nearest first: to each as many as to those right before it. */
function countPaths(from: number, { codes, length, distance }: Distances): Float64Array {
  const n = codes.length;
  const away = (i: number): number => at(distance, from * n + i);
  const paths = new Float64Array(n);
  paths[from] = 1;
  const nearest = codes.map((_, i) => i).filter((i) => i !== from && away(i) < Infinity);
  nearest.sort((i, j) => away(i) - away(j));
  for (const to of nearest)
    for (let before = 0; before < n; before++) {
      const step = at(length, before * n + to);
      if (step < Infinity && equal(away(before) + step, away(to)))
        paths[to] = at(paths, to) + at(paths, before);
    }
  return paths;
}

/**
 * Pairs of other countries whose shortest path leads through a country, and how many pairs of others there are; of a pair
 * with several shortest paths, the share of them counts.
 */
export function pathsThrough(network: Network, country: string): { through: number; pairs: number } {
  const distances = distancesOf(network);
  const { codes, distance } = distances;
  const n = codes.length;
  const via = codes.indexOf(country);
  if (via < 0) throw new Error(`${country} has no link.`);
  const onward = countPaths(via, distances);
  let through = 0;
  for (let s = 0; s < n; s++) {
    if (s === via) continue;
    const paths = countPaths(s, distances);
    for (let t = s + 1; t < n; t++) {
      const all = at(distance, s * n + t);
      if (t === via || all === Infinity) continue;
      if (equal(at(distance, s * n + via) + at(distance, via * n + t), all))
        through += (at(paths, via) * at(onward, t)) / at(paths, t);
    }
  }
  return { through, pairs: ((n - 1) * (n - 2)) / 2 };
}

/**
 * Centralities that answer to e_X = Σ_Y C_XY e_Y / λ, the largest being 1, with λ; found by putting the right-hand side in
 * place of the left until nothing moves. Half of the old value is kept in each round, so that a network of two sides, whose
 * values would swing to and fro, settles too.
 */
export function centralityByPartners(network: Network): {
  centrality: ReadonlyMap<string, number>;
  lambda: number;
} {
  let centrality = new Map([...network.keys()].map((code) => [code, 1]));
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const ofPartners = [...network].map(([code, partners]) => {
      const sum = [...partners].reduce((s, [y, links]) => s + links * (centrality.get(y) ?? 0), 0);
      return [code, sum] as const;
    });
    const lambda = Math.max(...ofPartners.map(([, sum]) => sum));
    const mixed = ofPartners.map(
      ([code, sum]) => [code, (sum / lambda + (centrality.get(code) ?? 0)) / 2] as const,
    );
    const most = Math.max(...mixed.map(([, value]) => value));
    const next = new Map(mixed.map(([code, value]) => [code, value / most]));
    const moved = Math.max(
      ...[...next].map(([code, value]) => Math.abs(value - (centrality.get(code) ?? 0))),
    );
    centrality = next;
    if (moved < SETTLED) return { centrality, lambda };
  }
  throw new Error('The centralities do not settle.');
}

const SETTLED = 1e-13;
const MOST_ROUNDS = 100_000;
