import { facts } from '../../../publication/fact.ts';

export default facts({
  figures: {
    says: 'checks against figures that publishers state, all passed',
    sql: `
      SELECT count(*) AS value, max(release) AS year FROM checks, (SELECT max(release) AS release FROM revisions)
      WHERE kind = 'published figure' HAVING bool_and(passed)`,
    sources: [
      'openalex-copublications',
      'ncses-publications/scopus',
      'uis-student-totals',
      'cordis-h2020',
      'canada-study-permits',
      'crosscurrents-groups',
      'ror-organisations',
    ],
    format: 'small',
    stated: 10,
    within: 0.3,
  },
  papers: {
    says: 'papers with authors in China and the United States',
    sql: `
      SELECT value, year FROM flows
      WHERE source = 'openalex-copublications' AND origin = 'CHN' AND destination = 'USA' AND year = 2019`,
    sources: ['openalex-copublications'],
    format: 'count',
    stated: 73485,
  },
});
