import { randomGamma, randomLogNormal, randomPoisson } from 'd3';
import { random } from '../tests/support/random.ts';

/**
 * Made-up worlds in which the truth is known: matrices of links between countries of very different sizes, and draws from
 * them, the same in every run.
 */
const COUNTRIES = 60;
const next = random(2022);
const poisson = randomPoisson.source(next);
const gamma = randomGamma.source(next);

/** The largest country has about seven hundred times the works of the smallest. */
const SIZES = Array.from({ length: COUNTRIES }, (_, i) => Math.exp(-i / 9));
/** How much more or less than by size alone a first country chooses another. */
const liking = randomLogNormal.source(next)(0, 1);
const LIKINGS = Array.from({ length: COUNTRIES }, () => Array.from({ length: COUNTRIES }, liking));

/** Links by origin and destination. */
export type Matrix = readonly (readonly number[])[];

const matrix = (cell: (origin: number, destination: number) => number): number[][] =>
  SIZES.map((_, origin) =>
    SIZES.map((_, destination) => (origin === destination ? 0 : cell(origin, destination))),
  );

/** One index, with chances in proportion to weights. */
function choose(weights: readonly number[]): number {
  let left = next() * weights.reduce((sum, weight) => sum + weight, 0);
  const at = weights.findIndex((weight) => weight > 0 && (left -= weight) < 0);
  return at < 0 ? weights.findLastIndex((weight) => weight > 0) : at;
}

/** Countries of a work: the first by size, the others by size and by what the first likes. */
function work(countries: number): number[] {
  const chosen = [choose(SIZES)];
  const [first = 0] = chosen;
  while (chosen.length < countries)
    chosen.push(choose(SIZES.map((size, i) => (chosen.includes(i) ? 0 : size * (LIKINGS[first]?.[i] ?? 0)))));
  return chosen;
}

/** Whole counting: a work of n countries is n(n − 1)/2 links. */
function linksOf(works: readonly (readonly number[])[], each = 1): Matrix {
  const links = matrix(() => 0);
  for (const countries of works)
    for (const origin of countries) {
      const row = links[origin];
      if (!row) continue;
      for (const destination of countries)
        if (origin !== destination) row[destination] = (row[destination] ?? 0) + each;
    }
  return links;
}

/**
 * Works by number of countries. Papers: a power law, whose exponent gives a country about 2.2 links a paper, as in the
 * index of 2022. Projects: two countries and a negative binomial number more, with mean and variance of Horizon 2020,
 * which gives about 7.7 links a project.
 */
const POWERS = Array.from({ length: COUNTRIES + 1 }, (_, n) => (n < 2 ? 0 : n ** -3.94));
const MORE = { mean: 4.23, shape: 1.65 };
const KINDS = {
  papers: { draws: 8000, countries: () => choose(POWERS) },
  projects: {
    draws: 1600,
    countries: () => Math.min(COUNTRIES, 2 + poisson(gamma(MORE.shape, MORE.mean / MORE.shape)())()),
  },
} as const;

/** How much larger the population is from which works are drawn. */
const POPULATION = 5;

export interface World {
  /** The truth: expected links of each pair. */
  readonly expected: Matrix;
  /** Links of works that are drawn whole: they come in bunches. */
  readonly works: () => Matrix;
  /** As many links drawn one by one, undirected. */
  readonly links: () => Matrix;
  /** As many moves drawn one by one, each direction for itself. */
  readonly moves: () => Matrix;
  /** Links of a country for each of its works, on average over works. */
  readonly linksPerWork: number;
}

/** A population of works, made once; a draw takes a Poisson number of them, each as likely, with replacement. */
export function worldOf(kind: keyof typeof KINDS): World {
  const { draws, countries } = KINDS[kind];
  const population = Array.from({ length: draws * POPULATION }, () => work(countries()));
  const expected = linksOf(population, 1 / POPULATION);
  const drawn = (origin: number, destination: number) => poisson(expected[origin]?.[destination] ?? 0)();
  const ends = population.reduce((sum, { length }) => sum + length, 0);
  return {
    expected,
    works: () =>
      linksOf(
        Array.from(
          { length: poisson(draws)() },
          () => population[Math.floor(next() * population.length)] ?? [],
        ),
      ),
    links: () => {
      const half = matrix((o, d) => (o < d ? drawn(o, d) : 0));
      return matrix((o, d) => half[Math.min(o, d)]?.[Math.max(o, d)] ?? 0);
    },
    moves: () => matrix(drawn),
    linksPerWork: population.reduce((sum, { length }) => sum + length * (length - 1), 0) / ends,
  };
}
