import type { Query } from '../../engine/engine.ts';
import type { LayerId } from '../../model/layer.ts';
import type { State } from '../params.ts';
import type { Atlas } from '../view.ts';

export type LayerGapsRows = { readonly gaps: readonly LayerGap[] };

/** A pair of countries that is closely tied in one of two layers and loosely in the other. */
export interface LayerGap {
  readonly first_layer: LayerId;
  readonly first_source: string;
  readonly second_layer: LayerId;
  readonly second_source: string;
  readonly year: number;
  readonly origin: string;
  readonly destination: string;
  readonly first_links: number;
  /** Links over what the sizes of both let expect. */
  readonly first_intensity: number;
  /** Place of the intensity among the pairs of both layers, from 0 to 1. */
  readonly first_percentile: number;
  readonly second_links: number;
  readonly second_intensity: number;
  readonly second_percentile: number;
  readonly gap: number;
  readonly flag: string | null;
  /** How many pairs the two layers share. */
  readonly pairs: number;
}

/** How many pairs are shown that the first layer ties more closely, and how many that the second does. */
export const SHOWN = 3;

/**
 * The year in which all layers can be set side by side: the earliest of those that are shown first, so that students are
 * as whole as they ever were. Of each layer the source that stands for it.
 */
export function yearOf(atlas: Atlas): number {
  const years = defaults(atlas).map(({ shown_year }) => shown_year);
  return years.length ? Math.min(...years) : 0;
}

const defaults = (atlas: Atlas) =>
  atlas.flows.filter(({ layer, source }) => atlas.layers.get(layer)?.default_source === source);

export function queries(
  { layer }: Pick<State, 'layer'>,
  atlas: Atlas,
): { [K in keyof LayerGapsRows]: Query } {
  const sources = defaults(atlas).map(({ source }) => source);
  const list = sources.map((_, i) => `$source${i}`).join(', ');
  return {
    gaps: {
      sql: `
        SELECT first_layer, first_source, second_layer, second_source, year, origin, destination, first_links, first_intensity, first_percentile,
               second_links, second_intensity, second_percentile, gap, flag, pairs
        FROM (
          SELECT *, count(*) OVER layers AS pairs, row_number() OVER (layers ORDER BY gap DESC, origin, destination) AS down,
                 row_number() OVER (layers ORDER BY gap, origin, destination) AS up
          FROM layer_gaps
          WHERE year = $year AND (first_layer = $layer OR second_layer = $layer) AND first_source IN (${list}) AND second_source IN (${list})
          WINDOW layers AS (PARTITION BY first_layer, second_layer))
        WHERE (down <= ${SHOWN} AND gap > 0) OR (up <= ${SHOWN} AND gap < 0)
        ORDER BY first_layer, second_layer, gap DESC, origin, destination`,
      params: { year: yearOf(atlas), layer, ...Object.fromEntries(sources.map((s, i) => [`source${i}`, s])) },
      needs: ['layer_gaps'],
    },
  };
}
