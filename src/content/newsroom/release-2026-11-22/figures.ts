import { barsOfQuery, figures } from '../../../publication/query-figure.ts';
import { list } from '../../../charts/format.ts';

/** Tables by their names in words; new in this release are those that say so. */
const NAMES = {
  flows: 'Flows by year',
  publication_fields: 'Articles by field',
  country_indicators: 'Indicators of countries (new)',
  organisation_ties: 'Ties of organisations',
  country_context: 'Context of countries',
  theme_flows: 'Projects by theme',
  organisation_persistence: 'Ties of organisations, two programmes',
  totals: 'Totals of countries',
  network_measures: 'Places in networks (new)',
  pair_context: 'Context of pairs',
  canada_study_permits: 'Study permits, Canada',
  gravity_effects: 'Gravity effects (new)',
} as const;

/** Names of the new tables among them, the largest first. */
const freshOf = (rows: readonly { readonly name: string }[]): string[] =>
  rows.filter(({ name }) => name.endsWith('(new)')).map(({ name }) => name.replace(' (new)', ''));

export default figures(
  barsOfQuery({
    id: 'rows',
    layer: 'papers',
    sql: `
      SELECT n.name, CAST(replace(regexp_extract(c.measured, '[0-9,]+'), ',', '') AS INTEGER) AS value
      FROM checks c
      JOIN (VALUES ${Object.entries(NAMES)
        .map(([table, name]) => `('contract-${table}', '${name}')`)
        .join(', ')}) n(id, name) ON n.id = c.id
      WHERE c.kind = 'contract'
      ORDER BY value DESC, n.name`,
    needs: ['checks'],
    sources: [
      'openalex-copublications',
      'scholarly-migration/scopus',
      'scholarly-migration/openalex',
      'uis-student-flows',
      'uis-student-totals',
      'cordis-h2020',
      'cordis-fp7',
      'ncses-publications/scopus',
      'canada-study-permits',
      'world-bank-wdi',
      'cepii-geodist',
    ],
    title: (rows) => `${freshOf(rows)[0] ?? 'No table'}: the largest new table, beside those that were there`,
    takeaway: (rows) =>
      `Rows of the largest tables. New in this release: ${list(freshOf(rows).map((name) => name.toLowerCase()))}. The others hold what the release of the day before held.`,
    column: 'Table',
    measure: { unit: 'rows', digits: 0 },
    notes: [
      'A table with more rows says no more than one with fewer: a row may be a flow, a tie or one value of one country.',
    ],
  }),
);
