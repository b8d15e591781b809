import { facts } from '../../../publication/fact.ts';

const OPENALEX = 'openalex-copublications';
const NCSES = 'ncses-publications/scopus';
const BOTH = [OPENALEX, NCSES];
const agreement = (what: string): string => `
  SELECT ${what} AS value, year FROM source_agreement
  WHERE comparison = 'papers-openalex-ncses' AND year = 2022
    AND first_source = '${NCSES}' AND second_source = '${OPENALEX}'`;

export default facts({
  ratio: {
    says: 'times as many joint papers of the United Kingdom and the United States in OpenAlex as in NCSES',
    sql: `
      SELECT f.value / s.value AS value, s.year
      FROM publication_pairs s
      JOIN flows f ON f.year = s.year AND f.origin = s.origin AND f.destination = s.destination
      WHERE s.source = '${NCSES}' AND s.edition = 'SEI2024' AND f.source = '${OPENALEX}' AND s.year = 2022
        AND s.origin = 'GBR' AND s.destination = 'USA'`,
    sources: BOTH,
    format: 'times',
    stated: 1.748,
  },
  pairs: {
    says: 'pairs of countries with papers in both sources',
    sql: agreement('compared'),
    sources: BOTH,
    format: 'count',
    stated: 1035,
  },
  rho: {
    says: 'rank correlation of the two sources over pairs of countries; one is the same order',
    sql: agreement('rank_correlation'),
    sources: BOTH,
    format: 'two',
    stated: 0.9904,
    must: ['much the same', (v) => v > 0.95],
  },
});
