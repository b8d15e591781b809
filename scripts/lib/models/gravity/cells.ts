/** What lies between two countries: origin → destination → the values of the terms. Where it is not known, nothing is there. */
export type Terms = ReadonlyMap<string, ReadonlyMap<string, readonly number[]>>;

/** A flow, or the links of a pair; undirected layers have each pair once. */
export interface Count {
  readonly origin: string;
  readonly destination: string;
  readonly value: number;
}

/** An effect of the model: what a country sends, gets or, in undirected layers, shares. */
export interface Effect {
  readonly country: string;
  readonly role: 'origin' | 'destination' | 'both';
}

/**
 * The observations of a fit: pairs of countries, zeros among them. Each has two effects (the logarithm of what is expected
 * is their sum, and the coefficients times the terms), so directed and undirected layers are the same to what follows.
 */
export interface Cells {
  /** Those of origins first. */
  readonly effects: readonly Effect[];
  /** How many effects at the head stand apart, no two of them in one cell: all of the origins, or none. */
  readonly apart: number;
  /** Whether a number could be taken from all origins and given to all destinations without a difference. */
  readonly loose: boolean;
  /** The two effects of each cell, by their place in `effects`. */
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly values: Float64Array;
  /** A column for each term. */
  readonly terms: readonly Float64Array[];
}

/**
 * Every pair of countries that have links at all, as far as its terms are known. A country without a link to any other of
 * these tells nothing of the terms: what is expected of its pairs is zero, whatever they are. A country's roles as origin
 * and as destination are looked at apart.
 * @param width how many terms there are
 */
export function cellsOf(counts: readonly Count[], terms: Terms, width: number, directed: boolean): Cells {
  const links = new Map<string, Map<string, number>>();
  const [senders, receivers] = [new Set<string>(), new Set<string>()];
  for (const { origin, destination, value } of counts) {
    if (value <= 0 || !terms.get(origin)?.has(destination)) continue;
    const row = links.get(origin) ?? new Map<string, number>();
    links.set(origin, row.set(destination, value));
    senders.add(origin);
    (directed ? receivers : senders).add(destination);
  }
  const from = [...senders].sort();
  const to = directed ? [...receivers].sort() : from;
  const shift = directed ? from.length : 0;
  const left: number[] = [];
  const right: number[] = [];
  const values: number[] = [];
  const columns = Array.from({ length: width }, (): number[] => []);
  from.forEach((origin, i) => {
    const between = terms.get(origin);
    const row = links.get(origin);
    to.forEach((destination, j) => {
      const known = between?.get(destination);
      if (!known || (directed ? destination === origin : j <= i)) return;
      left.push(i);
      right.push(shift + j);
      values.push(row?.get(destination) ?? 0);
      columns.forEach((column, k) => column.push(known[k] ?? NaN));
    });
  });
  const effects = (countries: readonly string[], role: Effect['role']): Effect[] =>
    countries.map((country) => ({ country, role }));
  return {
    effects: directed ? [...effects(from, 'origin'), ...effects(to, 'destination')] : effects(from, 'both'),
    apart: shift,
    loose: directed,
    left: Int32Array.from(left),
    right: Int32Array.from(right),
    values: Float64Array.from(values),
    terms: columns.map((column) => Float64Array.from(column)),
  };
}
