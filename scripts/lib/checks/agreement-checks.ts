import { agreement, COMPARISONS, LEAST, type Agreement, type Comparison } from './agreement.ts';
import type { Check } from './check.ts';

const two = (n: number | null): string => (n === null ? 'none' : n.toFixed(2));

function breaks({ bounds }: Comparison, { rank_correlation, median_ratio }: Agreement): boolean {
  if (rank_correlation === null || rank_correlation < bounds.rank) return true;
  if (!bounds.ratio) return false;
  const [least, greatest] = bounds.ratio;
  return median_ratio === null || median_ratio < least || median_ratio > greatest;
}

/** What a comparison allows, and what it measured. */
export const AGREEMENT_CHECKS: readonly Check[] = COMPARISONS.map((comparison) => ({
  id: `agreement-${comparison.id}`,
  kind: 'source against source',
  title: `${comparison.title}: in every year the order is alike (rank correlation at least ${two(comparison.bounds.rank)})${
    comparison.bounds.ratio
      ? ` and the median ratio lies between ${comparison.bounds.ratio.map(two).join(' and ')}`
      : ''
  }.`,
  async run(db) {
    const years = (await agreement(db, comparison)).filter((year) => year.compared >= LEAST);
    const broken = years.filter((year) => breaks(comparison, year));
    const range = (of: (a: Agreement) => number | null): string => {
      const values = years.map(of).filter((v) => v !== null);
      return values.length ? `${two(Math.min(...values))} to ${two(Math.max(...values))}` : 'none';
    };
    return {
      passed: years.length > 0 && broken.length === 0,
      measured: years.length
        ? `${years.length} ${years.length === 1 ? 'year' : 'years'}: rank correlation ${range((a) => a.rank_correlation)}, median ratio ${range((a) => a.median_ratio)}`
        : 'no year with enough in common',
      examples: broken.map(
        (a) => `${a.year}: rank correlation ${two(a.rank_correlation)}, median ratio ${two(a.median_ratio)}`,
      ),
    };
  },
}));
