import type { Reference } from '../model/indicator.ts';

/**
 * Limits of 95 % intervals as SQL expressions, written for DuckDB 0.9.1. Arguments are SQL expressions too.
 * How often each holds the truth is measured by bench/intervals.ts; the methods pages show what it found.
 */

/** 97.5 % quantile of the normal distribution. */
export const Z = 1.959964;

export interface Limits {
  readonly low: string;
  readonly high: string;
}

/** What the limits rest on. */
export const INTERVAL_REFERENCES = {
  cohen1994: {
    text: 'Cohen, G. R., & Yang, S.-Y. (1994). Mid-P confidence intervals for the Poisson expectation. Statistics in Medicine, 13(21), 2189–2203.',
    doi: null,
  },
  katz1978: {
    text: 'Katz, D., Baptista, J., Azen, S. P., & Pike, M. C. (1978). Obtaining confidence intervals for the risk ratio in cohort studies. Biometrics, 34(3), 469–474.',
    doi: '10.2307/2530610',
  },
  zou2008: {
    text: 'Zou, G. Y., & Donner, A. (2008). Construction of confidence limits about effect measures: A general approach. Statistics in Medicine, 27(10), 1693–1702.',
    doi: '10.1002/sim.3095',
  },
} as const satisfies Record<string, Reference>;

const double = (count: string): string => `CAST(${count} AS DOUBLE)`;

/** Quantile of a gamma distribution by Wilson and Hilferty's cube root. */
const gammaQuantile = (shape: string, sign: '+' | '-'): string =>
  `((${shape}) * pow(1 - 1 / (9 * (${shape})) ${sign} ${Z} / (3 * sqrt(${shape})), 3))`;

/**
 * Mid-P limits of the mean of a Poisson count, in closed form. The exact limits of a count k are quantiles of gamma
 * distributions of shape k and k + 1; the mid-P limits lie between (Cohen & Yang 1994), at shapes near k + 1/2. What is
 * added to that was fitted to limits found by root finding: the upper limit is off by less than 0.3 %, the lower by less
 * than 0.003. For a count of zero the lower limit is zero and the upper about ln 20, three events.
 */
export const poisson = (count: string): Limits => {
  const k = double(count);
  return {
    low: `CASE WHEN ${count} = 0 THEN 0 ELSE ${gammaQuantile(`${k} + 0.5 - 0.245 / sqrt(${k} + 0.2)`, '-')} END`,
    high: gammaQuantile(`${k} + 0.5 + 0.216 / sqrt(${k} + 1.1)`, '+'),
  };
};

/** Score limits of a share k of n (Wilson 1927), between 0 and 1; NULL where n is zero. */
export const wilson = (k: string, n: string): Limits => {
  const [part, whole] = [double(k), `nullif(${double(n)}, 0)`];
  const limit = (sign: '+' | '-') =>
    `((${part} + ${Z ** 2 / 2} ${sign} ${Z} * sqrt(${part} * (1 - ${part} / ${whole}) + ${Z ** 2 / 4})) / (${whole} + ${Z ** 2}))`;
  // At the ends the limit is the end itself; subtraction would miss it by a rounding error.
  return {
    low: `CASE WHEN ${part} = 0 THEN 0 / ${whole} ELSE ${limit('-')} END`,
    high: `CASE WHEN ${part} = ${whole} THEN 1 ELSE ${limit('+')} END`,
  };
};

/** Half an event: where a count of zero stands on the log scale. */
const HALF = 0.5;

/**
 * Limits of the ratio of two shares, (k / n) / (l / m), on the log scale. Katz et al. (1978) give the variance of its
 * logarithm as 1/k − 1/n + 1/l − 1/m; the distance of a limit would be Z times its root. That fails where k is small, and
 * says nothing where it is zero. So Z²(1/k − 1/n) is replaced by the squared distance of the mid-P limits of k, shrunk by
 * the same 1 − k/n (with Z² added to n, as Wilson does, so that 1 of 1 is not certain), and both parts are added as squares
 * (Zou & Donner 2008). For large counts it is the interval of Katz. NULL where n, l or m is zero. Who has the limits of k
 * gives them.
 */
export function ratioOfShares(
  k: string,
  n: string,
  l: string,
  m: string,
  { low, high }: Limits = poisson(k),
): Limits {
  const [part, whole, other, all] = [double(k), double(n), double(l), double(m)].map((count, i) =>
    i === 0 ? count : `nullif(${count}, 0)`,
  ) as [string, string, string, string];
  const at = `greatest(${part}, ${HALF})`;
  const ratio = `(${at} / ${whole} / (${other} / ${all}))`;
  const rest = `${Z ** 2} * (1 / ${other} - 1 / ${all})`;
  const distance = (limit: string) =>
    `sqrt(pow(ln(${limit} / ${at}), 2) * (1 - ${part} / (${whole} + ${Z ** 2})) + ${rest})`;
  return {
    low: `CASE WHEN ${part} = 0 THEN 0 * ${ratio} ELSE ${ratio} * exp(-${distance(`(${low})`)}) END`,
    high: `(${ratio} * exp(${distance(high)}))`,
  };
}
