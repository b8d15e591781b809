import { count, required, source, text, year, type TableSchema } from './fields.ts';

/** What a check looks at; the quality page has a part for each. */
export const CHECK_KINDS = [
  'contract',
  'plausibility',
  'mirror',
  'source against source',
  'coverage',
  'published figure',
] as const;

/** How far the release may be trusted: what was checked and how it came out, where sources disagree, what was put right. */
export const QUALITY = {
  checks: {
    title: 'Checks',
    description:
      'Every check of this release as it ran: what must hold, what was measured, and whether it held. A release with a failed check is not published.',
    made: 'publish',
    primaryKey: ['id'],
    fields: [
      text('id', 'Short id.', true),
      {
        name: 'kind',
        type: 'string',
        description: 'What it looks at.',
        constraints: { required: true, enum: CHECK_KINDS },
      },
      text('title', 'What must hold.', true),
      { name: 'passed', type: 'boolean', description: 'Whether it held.', constraints: required },
      text('measured', 'What was measured, in words.', true),
      text('examples', 'Rows that broke it, one to a line; empty where none did.'),
    ],
  },
  source_agreement: {
    title: 'Agreement of sources',
    description:
      'Two sources for one thing, or for two that are related, side by side: over all pairs or countries that both have, how alike their order is and how their sizes compare. The spread is the error bar of either. Years with fewer than 20 in common are left out.',
    made: 'publish',
    sourceColumns: ['first_source', 'second_source'],
    primaryKey: ['comparison', 'year'],
    references: { first_source: 'sources', second_source: 'sources' },
    fields: [
      text('comparison', 'Id of the comparison.', true),
      text('title', 'What is compared.', true),
      { ...source, name: 'first_source', description: 'Id of the first source.' },
      { ...source, name: 'second_source', description: 'Id of the second source.' },
      {
        name: 'same_thing',
        type: 'boolean',
        description: 'Whether both mean to count the same thing; if not, only their order may be compared.',
        constraints: required,
      },
      text('unit_of_comparison', 'What is paired: pairs of countries, or countries.', true),
      { ...year, description: 'Year, or the last year of a period that is compared as a whole.' },
      count('compared', 'the unit of comparison', 'How many both sources have with a value above zero.'),
      {
        name: 'rank_correlation',
        type: 'number',
        unit: 'Spearman’s rho',
        description: 'Rank correlation (Spearman), 1 where both sources have the same order.',
        constraints: { minimum: -1, maximum: 1 },
      },
      {
        name: 'median_ratio',
        type: 'number',
        unit: 'ratio',
        description: 'Median of second over first.',
        constraints: { minimum: 0 },
      },
      {
        name: 'ratio_low',
        type: 'number',
        unit: 'ratio',
        description: 'First decile of second over first.',
        constraints: { minimum: 0 },
      },
      {
        name: 'ratio_high',
        type: 'number',
        unit: 'ratio',
        description: 'Ninth decile of second over first.',
        constraints: { minimum: 0 },
      },
    ],
  },
  table_coverage: {
    title: 'Coverage of tables',
    description:
      'Who is there: for every table with years, its sources and series, how many countries and rows each year has. A fall is more often a country that stopped reporting than a fall of what is counted.',
    made: 'publish',
    primaryKey: ['table_name', 'source', 'series', 'year'],
    references: { source: 'sources' },
    fields: [
      text('table_name', 'Table of the release.', true),
      source,
      text(
        'series',
        "The table's own division: layer, measure, indicator, kind; 'all' where it has none.",
        true,
      ),
      { ...year, description: 'Calendar year, or the first of a period.' },
      count(
        'countries',
        'countries and territories',
        'How many have a row; for students, how many hosts: they are who reports.',
      ),
      count('rows', 'rows', 'How many rows.'),
    ],
  },
  revisions: {
    title: 'Revisions',
    description:
      'What each release brought, and what it changed in the contract of names, keys and meanings.',
    made: 'publish',
    primaryKey: ['release', 'what'],
    fields: [
      text('release', 'Release, by its date.', true),
      text('schema_version', 'Version of the contract.', true),
      text('table_name', 'Table; empty for the whole.'),
      text('what', 'What was new or revised.', true),
    ],
  },
  errata: {
    title: 'Errata',
    description: 'Errors of ours in published releases, with what was shown and what is right.',
    made: 'publish',
    primaryKey: ['release', 'place'],
    fields: [
      text('release', 'Release that had the error.', true),
      text('corrected_in', 'Release that has it right.', true),
      text('place', 'Page, figure or table, with the row.', true),
      text('shown', 'What was shown.', true),
      text('correct', 'What is right.', true),
      text('reason', 'How it came about.', true),
    ],
  },
  corrections: {
    title: 'Corrections',
    description:
      "Errors of a publisher that were put right at ingest, with the value that was published, the reason and the evidence. Each line stops the ingest as soon as the publisher's value is another, so none outlives its error.",
    made: 'ingest',
    primaryKey: ['table_name', 'key', 'field'],
    references: { source: 'sources' },
    fields: [
      source,
      text('table_name', 'Table of the release.', true),
      text('key', 'The row: columns of the key with their values.', true),
      text('field', 'Column that was put right.', true),
      text('published', 'What the publisher has.'),
      text('kept', 'What stands instead; empty where the row was taken out.'),
      text('reason', 'Why, and where this can be seen.', true),
    ],
  },
} as const satisfies Record<string, TableSchema>;
