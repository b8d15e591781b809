import type { Cells } from './cells.ts';
import { addTo, at } from './numbers.ts';
import type { Fit } from './ppml.ts';

/** Robust variances, one a coefficient. */
export interface Variances {
  readonly pair: Float64Array;
  /** May come out negative. */
  readonly dyadic: Float64Array;
}

/**
 * Robust variances of the coefficients by the sandwich formula. In its middle stand products of scores
 * - `pair`: within an unordered pair of countries, so that a flow and the one in return are one cluster; times
 *   G/(G − 1) · (N − 1)/(N − K) for G pairs, N cells and K parameters, effects among them, as Stata's `regress` and statsmodels do;
 * - `dyadic`: of any two cells with a country in common (Cameron & Miller 2014; Aronow, Samii & Assenova 2015), without a
 *   factor, as in the latters' own program. They are the products within each country, less those within each pair,
 *   which both its countries count.
 * Effects are taken out of the scores, which gives the coefficients the same variances as if every effect were a dummy.
 */
export function variancesOf(cells: Cells, fit: Fit): Variances {
  const { effects, left, right, values, loose } = cells;
  const K = fit.coefficients.length;
  const countries = [...new Set(effects.map(({ country }) => country))];
  const numberOf = new Map(countries.map((country, i) => [country, i]));
  const number = Int32Array.from(effects, ({ country }) => numberOf.get(country) ?? NaN);
  const [byCountry, byPair] = [new Map<number, Float64Array>(), new Map<number, Float64Array>()];
  values.forEach((value, cell) => {
    const [a, b] = [at(number, at(left, cell)), at(number, at(right, cell))];
    const residual = value - at(fit.expected, cell);
    const scores = fit.residualTerms.map((term) => at(term, cell) * residual);
    const pair = Math.min(a, b) * countries.length + Math.max(a, b);
    for (const [clusters, id] of [
      [byCountry, a],
      [byCountry, b],
      [byPair, pair],
    ] as const) {
      const cluster = clusters.get(id) ?? new Float64Array(K);
      clusters.set(id, cluster);
      scores.forEach((score, k) => addTo(cluster, k, score));
    }
  });
  const [country, pair] = [variances(fit, byCountry), variances(fit, byPair)];
  const [G, N, parameters] = [byPair.size, values.length, K + effects.length - (loose ? 1 : 0)];
  const factor = ((G / (G - 1)) * (N - 1)) / (N - parameters);
  return {
    pair: pair.map((variance) => variance * factor),
    dyadic: country.map((variance, k) => variance - at(pair, k)),
  };
}

/** Of each coefficient, the sum of the squares of what the scores of each cluster move it by. */
function variances(
  { inverseInformation, coefficients }: Fit,
  clusters: Map<number, Float64Array>,
): Float64Array {
  const total = new Float64Array(coefficients.length);
  for (const scores of clusters.values())
    total.forEach((_, k) => {
      let move = 0;
      scores.forEach((score, l) => {
        move += inverseInformation.get(k, l) * score;
      });
      addTo(total, k, move * move);
    });
  return total;
}
