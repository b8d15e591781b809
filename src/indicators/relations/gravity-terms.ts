/**
 * Which of CEPII's three distances the gravity model takes: the mean over the largest cities of both countries, weighted
 * by their people. The other two run from one city to one city, which is wrong by thousands of kilometres for large
 * countries and puts Kinshasa ten kilometres from Brazzaville; with them the model fits worse in every layer.
 */
export const GRAVITY_DISTANCE = 'distance_weighted_km';

/** Countries that a fit needs, in either role: standard errors that are clustered by country rest on their number. */
export const LEAST_COUNTRIES = 40;

const KNOWN = [GRAVITY_DISTANCE, 'contiguous', 'common_official_language', 'colonial_tie']
  .map((column) => `${column} IS NOT NULL`)
  .join(' AND ');

const pairTerms = (origin: string, destination: string): string => `
  SELECT ${origin} AS origin, ${destination} AS destination, CAST(${GRAVITY_DISTANCE} AS DOUBLE) AS distance,
         CAST(contiguous AS INTEGER) AS contiguous, CAST(common_official_language AS INTEGER) AS common_language,
         CAST(colonial_tie AS INTEGER) AS colonial_tie, CASE WHEN contains(flag, 'd') THEN 'd' END AS flag
  FROM pair_context WHERE ${KNOWN} AND ${GRAVITY_DISTANCE} > 0`;

/**
 * What the terms of the gravity model are made of, as SQL: origin, destination, distance in km, contiguous,
 * common_language and colonial_tie as 0 or 1, flag. Every pair of which all of it is known is there in both orders.
 */
export const PAIR_TERMS = `${pairTerms('origin', 'destination')}
  UNION ALL${pairTerms('destination', 'origin')}`;
