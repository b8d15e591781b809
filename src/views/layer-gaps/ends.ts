import type { LayerId } from '../../model/layer.ts';
import type { LayerGap } from './sql.ts';

/** A pair of countries as one layer has it. */
export interface End {
  readonly layer: LayerId;
  readonly source: string;
  readonly links: number;
  readonly intensity: number;
  readonly percentile: number;
}

/** The layer that ties the pair more closely, and the other. */
export function endsOf(gap: LayerGap): readonly [more: End, less: End] {
  const first: End = {
    layer: gap.first_layer,
    source: gap.first_source,
    links: gap.first_links,
    intensity: gap.first_intensity,
    percentile: gap.first_percentile,
  };
  const second: End = {
    layer: gap.second_layer,
    source: gap.second_source,
    links: gap.second_links,
    intensity: gap.second_intensity,
    percentile: gap.second_percentile,
  };
  return gap.gap < 0 ? [second, first] : [first, second];
}

/** The rows by the other layer, in which each is held against the one that was chosen. */
export const byOther = (
  gaps: readonly LayerGap[],
  layer: LayerId,
): readonly (readonly [other: LayerId, gaps: readonly LayerGap[]])[] => [
  ...Map.groupBy(gaps, ({ first_layer, second_layer }) =>
    first_layer === layer ? second_layer : first_layer,
  ),
];
