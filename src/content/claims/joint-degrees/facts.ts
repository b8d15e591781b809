import { facts } from '../../../publication/fact.ts';

export default facts({
  tables: {
    says: 'tables of the release with a coverage by year',
    sql: `SELECT count(DISTINCT table_name) AS value, max(release) AS year
      FROM table_coverage, (SELECT max(release) AS release FROM revisions) WHERE source <> ''`,
    sources: ['uis-student-totals', 'openalex-copublications', 'cordis-h2020'],
    format: 'count',
    stated: 18,
    within: 0.5,
  },
});
