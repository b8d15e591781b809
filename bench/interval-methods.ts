import { poisson, ratioOfShares, wilson, Z, type Limits } from '../src/indicators/intervals.ts';

/** Limits by the name of their method; the first is the one in use. NULL stands for no interval. */
export type Methods = Readonly<Record<string, Limits>>;

const gammaQuantile = (shape: string, sign: '+' | '-') =>
  `(${shape}) * pow(1 - 1 / (9 * (${shape})) ${sign} ${Z} / (3 * sqrt(${shape})), 3)`;
const unlessZero = (count: string, limit: string) => `CASE WHEN ${count} = 0 THEN 0 ELSE ${limit} END`;

/** Limits of the mean of a Poisson count. */
const countMethods = (c: string): Methods => ({
  'mid-P (in use)': poisson(c),
  'Byar, half a link added': {
    low: unlessZero(c, gammaQuantile(`${c} + 0.5`, '-')),
    high: gammaQuantile(`${c} + 0.5`, '+'),
  },
  score: {
    low: `${c} + ${Z ** 2 / 2} - ${Z} * sqrt(${c} + ${Z ** 2 / 4})`,
    high: `${c} + ${Z ** 2 / 2} + ${Z} * sqrt(${c} + ${Z ** 2 / 4})`,
  },
  'exact (Garwood)': {
    low: unlessZero(c, gammaQuantile(c, '-')),
    high: gammaQuantile(`${c} + 1`, '+'),
  },
});

/** The same limits in another unit. */
export const scaledMethods = (c: string, factor: string): Methods =>
  Object.fromEntries(
    Object.entries(countMethods(c)).map(([name, { low, high }]) => [
      name,
      { low: `(${low}) * ${factor}`, high: `(${high}) * ${factor}` },
    ]),
  );

/** Limits of (k / n) / (l / m), where none of n, l and m is zero. */
export function ratioMethods(k: string, n: string, l: string, m: string): Methods {
  const ratio = (add: number) => `((${k} + ${add}) / (${n} + ${add}) / ((${l} + ${add}) / (${m} + ${add})))`;
  const wald = (add: number) =>
    `${Z} * sqrt(1 / (${k} + ${add}) - 1 / (${n} + ${add}) + 1 / (${l} + ${add}) - 1 / (${m} + ${add}))`;
  const katz = (sign: '+' | '-') => `CASE WHEN ${k} > 0 THEN ${ratio(0)} * exp(${sign} ${wald(0)}) END`;
  // Method of variance estimates recovery: distances of the limits of each share, on the log scale, added as squares.
  const [p, q] = [wilson(k, n), wilson(l, m)];
  const at = `greatest(${k}, 0.5) / ${n}`;
  const squares = (a: string, b: string) => `sqrt(pow(ln(${a}), 2) + pow(ln(${b}), 2))`;
  return {
    'mid-P and Katz (in use)': ratioOfShares(k, n, l, m),
    'Katz (Fuchs et al. 2022)': { low: katz('-'), high: katz('+') },
    'Walter, half a link added': {
      low: unlessZero(k, `${ratio(0.5)} * exp(-${wald(0.5)})`),
      high: `${ratio(0.5)} * exp(${wald(0.5)})`,
    },
    'Wilson, combined': {
      low: unlessZero(
        k,
        `${ratio(0)} * exp(-${squares(`${at} / (${p.low})`, `(${q.high}) / (${l} / ${m})`)})`,
      ),
      high: `${at} / (${l} / ${m}) * exp(${squares(`(${p.high}) / (${at})`, `${l} / ${m} / (${q.low})`)})`,
    },
  };
}
