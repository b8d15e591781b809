import { facts } from '../../../publication/fact.ts';

const NCSES = 'ncses-publications/scopus';
const moves = (source: string): string => `
  SELECT sum(value) FILTER (WHERE year = 2020) / sum(value) FILTER (WHERE year = 2019) - 1 AS value, '2019–2020' AS year
  FROM flows WHERE source = '${source}'`;

export default facts({
  articles: {
    says: 'more articles with authors in several countries than in the year before, world',
    sql: `
      SELECT max(value) FILTER (WHERE year = 2020) / max(value) FILTER (WHERE year = 2019) - 1 AS value, '2019–2020' AS year
      FROM publication_counts
      WHERE country = 'WLD' AND attribute = 'international' AND edition = 'SEI2024' AND source = '${NCSES}'`,
    sources: [NCSES],
    format: 'percent',
    stated: 0.077,
    must: ['grew', (v) => v > 0.02],
  },
  fell: {
    says: 'fewer moves of scholars than in the year before, all countries',
    sql: `SELECT -value AS value, year FROM (${moves('scholarly-migration/openalex')})`,
    sources: ['scholarly-migration/openalex'],
    format: 'percent',
    stated: 0.0715,
    must: ['fell', (v) => v > 0],
  },
  rose: {
    says: 'more moves of scholars than in the year before, all countries',
    sql: moves('scholarly-migration/scopus'),
    sources: ['scholarly-migration/scopus'],
    format: 'percent',
    stated: 0.0356,
    must: ['rose', (v) => v > 0],
  },
});
