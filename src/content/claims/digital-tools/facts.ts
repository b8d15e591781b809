import { facts } from '../../../publication/fact.ts';

const PAPERS = 'openalex-copublications';
const GEODIST = 'cepii-geodist';
const loss = (source: string, year: number) => ({
  says: `fewer ${source === PAPERS ? 'papers' : 'moves of scholars'} go with double the distance`,
  sql: `
    SELECT 1 - 2 ** coefficient AS value, from_year AS year FROM gravity_coefficients
    WHERE source = '${source}' AND from_year = ${year} AND term = 'log_distance'`,
  sources: [source, GEODIST],
  format: 'percent' as const,
});
const language = (year: number) => ({
  says: 'times as many papers go with a common official language',
  sql: `
    SELECT exp(coefficient) AS value, from_year AS year FROM gravity_coefficients
    WHERE source = '${PAPERS}' AND from_year = ${year} AND term = 'common_language'`,
  sources: [PAPERS, GEODIST],
  format: 'times' as const,
});

export default facts({
  distance_first: { ...loss(PAPERS, 1990), stated: 0.2439 },
  distance_last: { ...loss(PAPERS, 2022), stated: 0.3165, must: ['no less than in 1990', (v) => v >= 0.25] },
  scopus_first: { ...loss('scholarly-migration/scopus', 1998), stated: 0.2902 },
  scopus_last: {
    ...loss('scholarly-migration/scopus', 2019),
    stated: 0.343,
    must: ['no less than in 1998', (v) => v >= 0.3],
  },
  openalex_first: { ...loss('scholarly-migration/openalex', 1998), stated: 0.2349 },
  openalex_last: {
    ...loss('scholarly-migration/openalex', 2019),
    stated: 0.3299,
    must: ['no less than in 1998', (v) => v >= 0.25],
  },
  language_first: { ...language(1990), stated: 1.798 },
  language_last: { ...language(2022), stated: 1.528, must: ['an exception', (v) => v < 1.75] },
});
