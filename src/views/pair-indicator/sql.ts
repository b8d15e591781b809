import type { Query } from '../../engine/engine.ts';
import type { IndicatorRows } from '../indicator-lines.ts';
import { indicatorOf, isOneWay } from '../indicator-phrases.ts';
import type { State } from '../params.ts';
import type { Atlas } from '../view.ts';
import type { PairIndicatorField } from './index.ts';

/** `line` of a point is `out`, from the country to the partner, or `in`, the other way. */
export type PairIndicatorRows = IndicatorRows;

/** No source is asked for: every row names its own, and each is drawn by itself. Where one way tells the other, one is read. */
export function queries(
  { indicator, layer, country, partner }: Pick<State, PairIndicatorField>,
  atlas: Atlas,
): { [K in keyof PairIndicatorRows]: Query } {
  const line = (name: 'out' | 'in', origin: string, destination: string): string => `
        SELECT '${name}' AS line, source, year, value, low, high, flag FROM pair_indicators
        WHERE indicator = $indicator AND layer = $layer AND origin = $${origin} AND destination = $${destination}`;
  const out = line('out', 'country', 'partner');
  const both = `${out} UNION ALL${line('in', 'partner', 'country')}`;
  return {
    points: {
      sql: `${isOneWay(indicatorOf(indicator, atlas)) ? out : both}
        ORDER BY line, source, year`,
      params: { indicator, layer, country, partner },
      needs: ['pair_indicators'],
    },
  };
}
