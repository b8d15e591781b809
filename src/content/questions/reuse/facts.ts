import { facts } from '../../../publication/fact.ts';

export default facts({
  share_alike: {
    says: 'sources that are share-alike',
    sql: `
      SELECT count(DISTINCT record) AS value, max(release) AS year
      FROM sources, (SELECT max(release) AS release FROM revisions) WHERE share_alike`,
    sources: ['uis-student-totals', 'uis-student-flows', 'uis-sdg4', 'vdem-academic-freedom'],
    format: 'small',
    stated: 4,
    within: 0,
  },
});
