import { facts } from '../../../publication/fact.ts';

export default facts({
  tables: {
    says: 'tables of the release with a coverage by year',
    sql: `SELECT count(DISTINCT table_name) AS value, 2026 AS year FROM table_coverage WHERE source <> ''`,
    sources: ['uis-student-totals', 'openalex-copublications', 'cordis-h2020'],
    format: 'count',
    stated: 18,
    within: 0.5,
  },
});
