import { facts } from '../../../publication/fact.ts';

const NCSES = 'ncses-publications/scopus';
/** One edition alone, so that no line runs across two readings of Scopus. */
const share = (country: string, year: number): string => `
  SELECT max(value) FILTER (WHERE attribute = 'international') / max(value) FILTER (WHERE attribute = 'total') AS value, ${year} AS year
  FROM publication_counts
  WHERE country = '${country}' AND year = ${year} AND edition = 'SEI2024' AND source = '${NCSES}'`;
/** Something of all economies: `part`, their share, beside `world`. */
const above = (what: string): string => `
  SELECT ${what} AS value, 2022 AS year
  FROM (
    SELECT country, max(value) FILTER (WHERE attribute = 'international') / max(value) FILTER (WHERE attribute = 'total') AS part
    FROM publication_counts WHERE year = 2022 AND edition = 'SEI2024' AND source = '${NCSES}' AND country <> 'WLD' GROUP BY country)
  CROSS JOIN (SELECT value AS world FROM (${share('WLD', 2022)}))
  WHERE part IS NOT NULL`;

export default facts({
  world: {
    says: 'of the world’s articles have authors in several countries',
    sql: share('WLD', 2022),
    sources: [NCSES],
    format: 'percent',
    stated: 0.226,
    within: 0.05,
  },
  before: {
    says: 'of the world’s articles have authors in several countries',
    sql: share('WLD', 2003),
    sources: [NCSES],
    format: 'percent',
    stated: 0.162,
    within: 0.05,
  },
  n: {
    says: 'economies of which NCSES gives articles across borders',
    sql: above('count(*)'),
    sources: [NCSES],
    format: 'count',
    stated: 46,
  },
  higher: {
    says: 'of these with a larger share of articles across borders than the world',
    sql: above('count(*) FILTER (WHERE part > world)'),
    sources: [NCSES],
    format: 'count',
    stated: 45,
    must: ['most stand higher', (v) => v > 30],
  },
  gbr: {
    says: 'of the articles of the United Kingdom have authors in another country too',
    sql: share('GBR', 2022),
    sources: [NCSES],
    format: 'percent',
    stated: 0.6663,
    within: 0.05,
  },
});
