import { facts } from '../../../publication/fact.ts';

const OPENALEX = 'openalex-copublications';
const SOURCES = [OPENALEX, 'cepii-geodist'];
/** The coefficient of distance is an elasticity; this is what it says of double the distance. */
const double = (year: number): string => `
  SELECT 1 - power(2, coefficient) AS value, to_year AS year FROM gravity_coefficients
  WHERE layer = 'papers' AND source = '${OPENALEX}' AND term = 'log_distance' AND from_year = ${year} AND to_year = ${year}`;

export default facts({
  now: {
    says: 'fewer joint papers where the distance is double and all else is equal, by the gravity model',
    sql: double(2022),
    sources: SOURCES,
    format: 'percent',
    stated: 0.3165,
  },
  then: {
    says: 'fewer joint papers where the distance is double and all else is equal, by the gravity model',
    sql: double(1990),
    sources: SOURCES,
    format: 'percent',
    stated: 0.2439,
  },
});
