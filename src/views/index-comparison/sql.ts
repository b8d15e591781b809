import type { Query } from '../../engine/engine.ts';

export type IndexComparisonRows = { readonly pairs: readonly ComparedPair[] };

/** One pair by both measures. Ratios are NULL where a country has no links in the source. */
export interface ComparedPair {
  readonly source: string;
  readonly papers_source: string;
  readonly origin: string;
  readonly destination: string;
  readonly year: number;
  /** Articles of both, as NCSES counts them. */
  readonly articles: number;
  /** Papers of both, as OpenAlex counts them. */
  readonly papers: number;
  readonly affinity: number | null;
  /** Relative intensity of collaboration, from origin to destination and back. */
  readonly ric: number | null;
  readonly ric_back: number | null;
  /** Affinity over NCSES's articles, between its economies alone. */
  readonly affinity_closed: number | null;
  readonly collaboration_index: number;
}

/** All pairs of the newest year; every row names both of its sources. */
export const queries = (): { [K in keyof IndexComparisonRows]: Query } => ({
  pairs: {
    sql: `
      SELECT source, papers_source, origin, destination, year, articles, papers, affinity, ric, ric_back, affinity_closed, collaboration_index
      FROM index_comparison QUALIFY year = max(year) OVER () ORDER BY origin, destination`,
    params: {},
    needs: ['index_comparison'],
  },
});
