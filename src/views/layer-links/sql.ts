import type { Query } from '../../engine/engine.ts';
import type { LayerId } from '../../model/layer.ts';

export type LayerLinksRows = { readonly links: readonly LayerLink[] };

/** How alike two layers order pairs of countries in a year. */
export interface LayerLink {
  readonly first_layer: LayerId;
  readonly first_source: string;
  readonly second_layer: LayerId;
  readonly second_source: string;
  readonly year: number;
  /** `links`, the counts as they are; `intensity`, over what the two sizes let expect. */
  readonly measure: string;
  readonly pairs: number;
  readonly rank_correlation: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly flag: string | null;
}

/** No source is asked for: every row names both of its own, and each base is a line by itself. */
export const queries = (): { [K in keyof LayerLinksRows]: Query } => ({
  links: {
    sql: `
      SELECT first_layer, first_source, second_layer, second_source, year, measure, pairs, rank_correlation, low, high, flag
      FROM layer_links ORDER BY first_layer, second_layer, first_source, second_source, measure, year`,
    params: {},
    needs: ['layer_links'],
  },
});
