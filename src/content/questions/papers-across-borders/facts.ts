import { facts } from '../../../publication/fact.ts';

const NCSES = 'ncses-publications/scopus';
/** One edition alone, so that no line runs across two readings of Scopus. */
const share = (country: string, year: number): string => `
  SELECT max(value) FILTER (WHERE attribute = 'international') / max(value) FILTER (WHERE attribute = 'total') AS value, ${year} AS year
  FROM publication_counts
  WHERE country = '${country}' AND year = ${year} AND edition = 'SEI2024' AND source = '${NCSES}'`;

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
  gbr: {
    says: 'of the articles of the United Kingdom have authors in another country too',
    sql: share('GBR', 2022),
    sources: [NCSES],
    format: 'percent',
    stated: 0.6663,
    within: 0.05,
  },
});
