import { facts } from '../../../publication/fact.ts';
import claim from '../../claims/digital-tools/facts.ts';

const OPENALEX = 'openalex-copublications';
const SOURCES = [OPENALEX, 'cepii-geodist'];
/**
 * The coefficient of distance is an elasticity; this is what it says of double the distance. There is an answer as long as the
 * intervals of both years overlap.
 */
const double = (year: 1990 | 2022): string => `
  SELECT 1 - power(2, x.coefficient) AS value, x.from_year AS year
  FROM gravity_coefficients x JOIN gravity_coefficients z ON z.source = x.source AND z.term = x.term
  WHERE x.source = '${OPENALEX}' AND x.term = 'log_distance' AND x.from_year = ${year} AND z.from_year = ${year === 1990 ? 2022 : 1990}
    AND x.low <= z.high AND z.low <= x.high`;

export default facts({
  now: {
    says: 'fewer joint papers where the distance is double and all else is equal, by the gravity model; the intervals of 1990 and 2022 overlap',
    sql: double(2022),
    sources: SOURCES,
    format: 'percent',
    stated: 0.3165,
    must: ['no less than in 1990', (v) => v >= 0.25],
  },
  then: {
    says: 'fewer joint papers where the distance is double and all else is equal, by the gravity model; the intervals of 1990 and 2022 overlap',
    sql: double(1990),
    sources: SOURCES,
    format: 'percent',
    stated: 0.2439,
  },
  set: claim.set,
  set_then: claim.set_first,
  set_now: claim.set_last,
});
