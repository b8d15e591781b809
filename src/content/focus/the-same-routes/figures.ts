import { barsOfQuery, figures } from '../../../publication/query-figure.ts';

const [PAPERS, SCOPUS, STUDENTS, PROJECTS] = [
  'openalex-copublications',
  'scholarly-migration/scopus',
  'uis-student-flows',
  'cordis-h2020',
] as const;

/** Two layers and how a reader knows them. */
const TWO = [
  ['Papers and scholars', PAPERS, SCOPUS],
  ['Scholars and students', SCOPUS, STUDENTS],
  ['Papers and students', PAPERS, STUDENTS],
  ['Papers and projects', PAPERS, PROJECTS],
  ['Projects and scholars', PROJECTS, SCOPUS],
  ['Projects and students', PROJECTS, STUDENTS],
] as const;

export default figures(
  barsOfQuery({
    id: 'shared-top',
    layer: 'papers',
    sql: `
      SELECT name, value FROM (${TWO.map(
        ([name, first, second]) => `
        SELECT '${name}' AS name, 100.0 * count(*) FILTER (WHERE second_percentile > 0.9) / count(*) AS value FROM layer_gaps
        WHERE first_source = '${first}' AND second_source = '${second}' AND year = 2018 AND first_percentile > 0.9`,
      ).join(`
        UNION ALL`)})
      ORDER BY value DESC`,
    needs: ['layer_gaps'],
    sources: [PAPERS, SCOPUS, STUDENTS, PROJECTS],
    column: 'Two layers',
    title: () =>
      'Of the closest tenth of pairs in one layer, the part that is in the closest tenth of another, 2018',
    measure: { unit: '%', digits: 0 },
    notes: [
      'Closeness is links over what the two sizes let one expect. If two layers had nothing in common, about a tenth of the pairs would be in both.',
      'Each bar has pairs of its own: those with enough expected in both layers. Pairs with projects are few, and most are European.',
      'Scholars are those of the Scopus base.',
    ],
  }),
);
