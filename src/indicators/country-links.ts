import type { Relation } from '../model/release.ts';

/**
 * Links of a country: T_X = Σ_Y C_XY, whole counting. A paper of three countries adds two to each of them, so the sum
 * counts links, not papers. For students it is a sum over the ten largest partners only.
 */
export const countryLinks: Relation = {
  name: 'country_links',
  description:
    'Sum over the partners of a country by direction and year, whole counting: links, not papers or projects.',
  stored: false,
  needs: ['ties'],
  sql: `
    SELECT layer, source, country, direction, year, CAST(sum(value) AS BIGINT) AS links, CAST(count(*) AS INTEGER) AS partners
    FROM ties GROUP BY layer, source, country, direction, year`,
};
