import type { Query } from '../../engine/engine.ts';

export type AgreementRows = { readonly comparisons: readonly Comparison[] };

/** Two sources side by side in the latest year that both have. Ratios are second over first; see the table's own words. */
export interface Comparison {
  readonly comparison: string;
  readonly title: string;
  readonly first_source: string;
  readonly second_source: string;
  readonly same_thing: boolean;
  readonly unit_of_comparison: string;
  readonly year: number;
  readonly compared: number;
  readonly rank_correlation: number | null;
  readonly median_ratio: number | null;
  readonly ratio_low: number | null;
  readonly ratio_high: number | null;
}

/** No source is asked for: that each row holds two is what the table is about, and every row names both. */
export const queries = (): { [K in keyof AgreementRows]: Query } => ({
  comparisons: {
    sql: `
      SELECT comparison, title, first_source, second_source, same_thing, unit_of_comparison, year, compared,
             rank_correlation, median_ratio, ratio_low, ratio_high
      FROM source_agreement QUALIFY row_number() OVER (PARTITION BY comparison ORDER BY year DESC) = 1 ORDER BY comparison`,
    params: {},
    needs: ['source_agreement'],
  },
});
