import { facts } from '../../../publication/fact.ts';

/** The last year in which not every row is provisional. */
const last = (source: string): string => `
  SELECT max(year) AS value, max(year) AS year FROM flows WHERE source = '${source}' AND coalesce(flag, '') NOT LIKE '%p%'`;

export default facts({
  scholars: {
    says: 'last year with moves of scholars, both bases',
    sql: `
      SELECT min(last) AS value, min(last) AS year FROM (
        SELECT max(year) AS last FROM flows
        WHERE source IN ('scholarly-migration/scopus', 'scholarly-migration/openalex') GROUP BY source)`,
    sources: ['scholarly-migration/scopus', 'scholarly-migration/openalex'],
    format: 'year',
    stated: 2020,
    within: 0,
  },
  students: {
    says: 'last year with students by origin',
    sql: last('uis-student-flows'),
    sources: ['uis-student-flows'],
    format: 'year',
    stated: 2020,
    within: 0,
  },
  papers: {
    says: 'last year of papers that is not provisional',
    sql: last('openalex-copublications'),
    sources: ['openalex-copublications'],
    format: 'year',
    stated: 2022,
    within: 0,
  },
  projects: {
    says: 'year in which the projects were read',
    sql: `SELECT CAST(substr(retrieved, 1, 4) AS INTEGER) AS value, retrieved AS year FROM sources WHERE id = 'cordis-h2020'`,
    sources: ['cordis-h2020'],
    format: 'year',
    stated: 2020,
    within: 0,
  },
});
