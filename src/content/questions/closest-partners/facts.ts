import { facts } from '../../../publication/fact.ts';

const OPENALEX = 'openalex-copublications';
const NCSES = 'ncses-publications/scopus';
const LARGEST = `SELECT {} AS value, year FROM flows WHERE source = '${OPENALEX}' AND year = 2022 ORDER BY flows.value DESC LIMIT 1`;

export default facts({
  pair: {
    says: 'share most papers of all pairs of countries',
    sql: `${LARGEST.replace('{}', "origin || ' ' || destination")}`,
    sources: [OPENALEX],
    format: 'places',
    stated: 'CHN USA',
  },
  openalex: {
    says: 'papers with authors in both countries of the pair that shares most',
    sql: `${LARGEST.replace('{}', 'value')}`,
    sources: [OPENALEX],
    format: 'count',
    stated: 77370,
  },
  scopus: {
    says: 'articles with authors in China and the United States, the most of all pairs here too',
    sql: `
      SELECT value, year FROM publication_pairs
      WHERE source = '${NCSES}' AND edition = 'SEI2024' AND year = 2022
      QUALIFY row_number() OVER (ORDER BY value DESC) = 1 AND origin = 'CHN' AND destination = 'USA'`,
    sources: [NCSES],
    format: 'count',
    stated: 58546,
  },
});
