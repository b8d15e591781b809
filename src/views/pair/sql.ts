import type { Query } from '../../engine/engine.ts';
import type { LayerId } from '../../model/layer.ts';
import type { State } from '../params.ts';
import type { Atlas } from '../view.ts';
import type { PairField } from './index.ts';

export type PairRows = {
  readonly points: readonly PairPoint[];
};

export interface PairPoint {
  readonly layer: LayerId;
  readonly direction: string;
  readonly year: number;
  readonly value: number;
  readonly flag: string | null;
}

/** One source a layer, its default: four layers by four sources are enough for one figure. */
export const defaultSources = (atlas: Atlas): string[] =>
  [...atlas.layers.values()].map((layer) => layer.default_source);

export function queries(
  { country, partner }: Pick<State, PairField>,
  atlas: Atlas,
): { [K in keyof PairRows]: Query } {
  const sources = defaultSources(atlas);
  return {
    points: {
      sql: `
        SELECT layer, direction, year, value, flag FROM ties
        WHERE country = $country AND partner = $partner AND source IN (${sources.map((_, i) => `$source${i}`).join(', ')})
        ORDER BY layer, direction, year`,
      params: { country, partner, ...Object.fromEntries(sources.map((s, i) => [`source${i}`, s])) },
      needs: ['ties'],
    },
  };
}
