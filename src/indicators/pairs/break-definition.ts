/** One year of a tie: its links, and what the sizes of both countries let one expect. */
export interface TieYear {
  readonly year: number;
  readonly links: number;
  readonly expected: number;
}

export interface Break {
  /** First year of the new level. */
  readonly year: number;
  readonly before: { readonly links: number; readonly expected: number };
  readonly after: { readonly links: number; readonly expected: number };
  /** Twice the gain of the logarithm of the likelihood. */
  readonly ratio: number;
  /** How many times as much years vary about the two levels as chance would let them; 1 at least. */
  readonly dispersion: number;
}

const total = (years: readonly TieYear[]) => ({
  links: years.reduce((sum, { links }) => sum + links, 0),
  expected: years.reduce((sum, { expected }) => sum + expected, 0),
});

/** Log-likelihood of a Poisson count at its own level, but for what does not depend on the level. */
const gain = ({ links, expected }: { links: number; expected: number }): number =>
  links > 0 ? links * Math.log(links / expected) : 0;

/** Pearson's sum of squares of years about their common level. */
function scatter(years: readonly TieYear[]): number {
  const { links, expected } = total(years);
  if (links === 0) return 0;
  const level = links / expected;
  return years.reduce((sum, y) => sum + (y.links - level * y.expected) ** 2 / (level * y.expected), 0);
}

/**
 * Every split of a tie's years in two, and what it gains, straight from the definition: for the worked example and as a
 * second method in tests. `least` years at either end make no level.
 */
export function splitsOf(years: readonly TieYear[], least: number): Break[] {
  const all = total(years);
  return years.slice(least, years.length - least + 1).map(({ year }) => {
    const early = years.filter((y) => y.year < year);
    const late = years.filter((y) => y.year >= year);
    return {
      year,
      before: total(early),
      after: total(late),
      ratio: 2 * (gain(total(early)) + gain(total(late)) - gain(all)),
      dispersion: Math.max(1, (scatter(early) + scatter(late)) / (years.length - 2)),
    };
  });
}
