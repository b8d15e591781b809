import type { RatioRow } from '../../charts/ratio-rows.ts';
import type { Atlas } from '../view.ts';
import { compared, nameOf, namesOf, orderWords, timesAsMany, whyNoSize } from './phrases.ts';
import type { AgreementRows, Comparison } from './sql.ts';

/** A comparison with its ratios. */
export type Measured = Comparison & {
  readonly median_ratio: number;
  readonly ratio_low: number;
  readonly ratio_high: number;
};

export const isMeasured = (c: Comparison): c is Measured =>
  c.same_thing && !!c.median_ratio && !!c.ratio_low && !!c.ratio_high;

/** How far apart two sources are for nine in ten of what both have, as a logarithm: the same for twice and for half. */
const reach = (c: Comparison): number =>
  isMeasured(c) ? Math.max(Math.abs(Math.log(c.ratio_low)), Math.abs(Math.log(c.ratio_high))) : -1;

/** The comparisons of one thing, those furthest apart first; and those of two things, of which only the order can be. */
export const sorted = ({
  comparisons,
}: AgreementRows): Record<'same' | 'different', readonly Comparison[]> => ({
  same: comparisons.filter((c) => c.same_thing).sort((a, b) => reach(b) - reach(a)),
  different: comparisons
    .filter((c) => !c.same_thing)
    .sort((a, b) => (a.rank_correlation ?? 0) - (b.rank_correlation ?? 0)),
});

export function rowOf(c: Comparison, atlas: Atlas): RatioRow {
  const { first, second } = namesOf(c, atlas);
  const order = orderWords(c.rank_correlation);
  const base = { name: nameOf(c), detail: `${second} against ${first}, ${c.year}, ${compared(c)}` };
  if (!isMeasured(c)) return { ...base, ratio: null, said: [order, ...whyNoSize(c)] };
  return {
    ...base,
    ratio: { low: c.ratio_low, median: c.median_ratio, high: c.ratio_high },
    said: [`${second} counts ${timesAsMany(c.median_ratio)}`, order],
  };
}
