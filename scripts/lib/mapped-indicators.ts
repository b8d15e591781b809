import { MAPPED_INDICATORS } from '../../src/model/slice.ts';
import { literal } from '../../src/model/sql-literal.ts';

/** Whether a row of `country_indicators` is of an indicator and layer that maps show, as SQL. */
export const MAPPED = `(${MAPPED_INDICATORS.map(
  ([indicator, layer]) => `(indicator = ${literal(indicator)} AND layer = ${literal(layer)})`,
).join(' OR ')})`;
