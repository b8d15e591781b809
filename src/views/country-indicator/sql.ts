import type { Query } from '../../engine/engine.ts';
import type { IndicatorRows } from '../indicator-lines.ts';
import type { State } from '../params.ts';
import type { CountryIndicatorField } from './index.ts';

/** `line` of a point is the country. */
export type CountryIndicatorRows = IndicatorRows;

/** No source is asked for: every row names its own, and each is drawn by itself. */
export const queries = ({
  indicator,
  layer,
  country,
  partner,
}: Pick<State, CountryIndicatorField>): { [K in keyof CountryIndicatorRows]: Query } => ({
  points: {
    sql: `
      SELECT country AS line, source, year, value, low, high, flag FROM country_indicators
      WHERE indicator = $indicator AND layer = $layer AND country IN ($country, $partner)
      ORDER BY line, source, year`,
    params: { indicator, layer, country, partner },
    needs: ['country_indicators'],
  },
});
