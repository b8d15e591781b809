import type { Query } from '../../engine/engine.ts';
import type { LayerId } from '../../model/layer.ts';
import type { State } from '../params.ts';
import type { Atlas } from '../view.ts';
import type { ScatterField } from './index.ts';

export interface IndicatorRow {
  readonly country: string;
  readonly source: string;
  readonly year: number;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly flag: string | null;
}

export type ScatterRows = {
  readonly x: readonly IndicatorRow[];
  readonly y: readonly IndicatorRow[];
};

type Params = Pick<State, ScatterField>;

/** The layer of which an indicator is shown: the chosen one where it is defined there, else its first. */
export function layerOf(indicator: string, chosen: LayerId, atlas: Atlas): LayerId {
  const layers = atlas.indicators.get(indicator)?.layers ?? [];
  return layers.includes(chosen) ? chosen : (layers[0] ?? chosen);
}

/** The rows of both in the year, or in the last year before it that has any: titles say which. */
export function queries(params: Params, atlas: Atlas): { [K in keyof ScatterRows]: Query } {
  return { x: queryOf(params.x, params, atlas), y: queryOf(params.y, params, atlas) };
}

const queryOf = (indicator: string, { layer, year }: Params, atlas: Atlas): Query => ({
  sql: `
    SELECT country, source, year, value, low, high, flag FROM country_indicators
    WHERE indicator = $indicator AND layer = $layer
      AND year IN (SELECT max(year) FROM country_indicators WHERE indicator = $indicator AND layer = $layer AND year <= $year)
    ORDER BY country, source`,
  params: { indicator, layer: layerOf(indicator, layer, atlas), year },
  needs: ['country_indicators'],
});
