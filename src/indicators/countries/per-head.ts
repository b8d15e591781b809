import type { LayerId } from '../../model/layer.ts';
import { joinedFlags } from '../relations/joined-flags.ts';

/**
 * A measure of `totals` over the inhabitants of the country in the same year, times `scale`, as the query of a country
 * indicator. A year without a population has no value: an old one is never carried forward.
 */
export const perInhabitants = (layer: LayerId, measure: string, scale: number): string => `
      SELECT t.country, '${layer}' AS layer, t.source, t.year, ${scale}.0 * t.value / p.value AS value,
             CAST(NULL AS DOUBLE) AS low, CAST(NULL AS DOUBLE) AS high, ${joinedFlags('t.flag', 'p.flag')} AS flag
      FROM totals t
      JOIN country_context p ON p.country = t.country AND p.year = t.year
      WHERE t.measure = '${measure}' AND t.country <> 'WLD'
        AND p.indicator = 'population' AND p.source = 'world-bank-wdi' AND p.value > 0`;

/** One country and year of the same for a worked example: x, year, counted, people, value. */
export const exampleOf = (indicator: string, measure: string, country: string, year: number): string => `
      SELECT i.country, i.layer, c.in_text AS x, i.year, t.value AS counted, p.value AS people, i.value
      FROM country_indicators i JOIN countries c ON c.iso3 = i.country
      JOIN totals t ON t.country = i.country AND t.source = i.source AND t.year = i.year AND t.measure = '${measure}'
      JOIN country_context p ON p.country = i.country AND p.year = i.year AND p.indicator = 'population' AND p.source = 'world-bank-wdi'
      WHERE i.indicator = '${indicator}' AND i.country = '${country}' AND i.year = ${year}`;

/** What every value per inhabitant shares. */
export const PER_HEAD_CAVEAT =
  'Two sources are divided: the count is of the source that the row names, the inhabitants are those of the World Bank in the same year. Where it has none, as for Taiwan, there is no value, and an old number is never carried forward.';
