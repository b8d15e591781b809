import { COVERAGE_STATUSES, MEASURES } from './flow.ts';
import { FLAGS } from './flag.ts';
import { LAYER_IDS } from './layer.ts';
import type { Field } from './release.ts';

/** Version of the public contract below. A new table or column is a minor step; a name, key or meaning that changes is a major one. */
export const SCHEMA_VERSION = '1.0.0';

export interface TableSchema {
  readonly title: string;
  readonly description: string;
  readonly fields: readonly Field[];
  readonly primaryKey: readonly string[];
  /** Column → table that it points to, by that table's primary key. */
  readonly references?: Readonly<Record<string, string>>;
}

const iso3 = (name: string, description: string): Field => ({
  name,
  type: 'string',
  description: `${description} (ISO 3166-1 alpha-3).`,
  constraints: { required: true, pattern: '[A-Z]{3}' },
});
const required = { required: true } as const;
const layer: Field = {
  name: 'layer',
  type: 'string',
  description: 'Id of the layer.',
  constraints: { required: true, enum: LAYER_IDS },
};
const source: Field = {
  name: 'source',
  type: 'string',
  description:
    'Id of the source, with the base after a slash where it publishes two. Never add up two sources.',
  constraints: required,
};
const year: Field = {
  name: 'year',
  type: 'integer',
  description: 'Calendar year (for students, the year in which the school year ends).',
  constraints: required,
};
const flag: Field = {
  name: 'flag',
  type: 'string',
  description: `Observation status after SDMX CL_OBS_STATUS, one or more letters, empty for a normal value: ${Object.entries(
    FLAGS,
  )
    .map(([letter, f]) => `${letter} ${f.label}`)
    .join(', ')}.`,
};
const text = (name: string, description: string, must = false): Field => ({
  name,
  type: 'string',
  description,
  ...(must ? { constraints: required } : {}),
});

/** The tables of a release: names, columns and keys are a public contract. */
export const TABLES = {
  countries: {
    title: 'Countries',
    description:
      'Register of countries and territories: codes, names, regions, income group, and the point where arcs start and end.',
    primaryKey: ['iso3'],
    fields: [
      iso3('iso3', 'Code of the country'),
      text('iso2', 'ISO 3166-1 alpha-2 code; XK for Kosovo.', true),
      text('m49', 'UN M49 code, three digits; empty where M49 has none.'),
      ...(['English', 'French', 'Spanish', 'Russian', 'Arabic', 'Chinese'] as const).map((language, i) =>
        text(`name_${['en', 'fr', 'es', 'ru', 'ar', 'zh'][i]}`, `Name in ${language}, as in UN M49.`, true),
      ),
      text('short_name', 'Short English name for labels.', true),
      text('in_text', 'Short English name as it stands in a running sentence, with its article.', true),
      text('region', 'UN M49 region.'),
      text('subregion', 'UN M49 sub-region.'),
      text(
        'income_group',
        'World Bank income group, as in force when the file was read; empty where the Bank gives none.',
      ),
      {
        name: 'anchor_lon',
        type: 'number',
        unit: 'degrees',
        description: 'Longitude of the anchor: the capital, or another point where that reads better.',
        constraints: required,
      },
      {
        name: 'anchor_lat',
        type: 'number',
        unit: 'degrees',
        description: 'Latitude of the anchor.',
        constraints: required,
      },
      text('note', 'What to know of the place before comparing it.'),
    ],
  },
  layers: {
    title: 'Layers',
    description: 'What moves or joins, one row a layer.',
    primaryKey: ['id'],
    references: { default_source: 'sources' },
    fields: [
      { ...layer, name: 'id' },
      text('title', 'Name for headings.', true),
      text('unit', 'What a value counts, plural.', true),
      {
        name: 'directed',
        type: 'boolean',
        description:
          'Whether origin and destination differ in meaning; if not, a pair stands once, origin < destination.',
        constraints: required,
      },
      text('default_source', 'The source shown when none is chosen.', true),
      text('definition', 'What counts as one.', true),
    ],
  },
  sources: {
    title: 'Sources',
    description: 'One row for each source that rows of other tables name.',
    primaryKey: ['id'],
    fields: [
      text('id', 'Id, as other tables name it.', true),
      text('record', 'Id of the record in data/sources/ that lists its files.', true),
      text('short', 'Short name for figures.', true),
      text('title', 'Title.', true),
      text('publisher', 'Publisher.', true),
      text('licence', 'Licence (SPDX id where there is one).', true),
      {
        name: 'share_alike',
        type: 'boolean',
        description: 'Whether what is made from it must carry the same licence.',
        constraints: required,
      },
      text('citation', 'How to cite it.', true),
      text('landing_page', 'Its page at the publisher.', true),
      text('retrieved', 'When the files were read from the publisher.', true),
      text('what', 'What it counts.', true),
      text('caveats', 'What to know before using it, one to a line.', true),
      {
        name: 'first_year',
        type: 'integer',
        description: 'First year with rows; empty where rows have no year.',
      },
      { name: 'last_year', type: 'integer', description: 'Last year with rows.' },
    ],
  },
  flows: {
    title: 'Flows',
    description:
      'One observation of one pair of countries in one year by one source. In undirected layers (papers, projects) a pair stands once, origin < destination. For students the rows are the union of two lists of the ten largest partners: an absent pair is not zero.',
    primaryKey: ['layer', 'source', 'origin', 'destination', 'year'],
    references: { layer: 'layers', source: 'sources', origin: 'countries', destination: 'countries' },
    fields: [
      layer,
      source,
      iso3('origin', 'Country of origin'),
      iso3('destination', 'Country of destination'),
      year,
      {
        name: 'value',
        type: 'integer',
        unit: 'the unit of the layer',
        description: 'Whole count, rounded once at ingest.',
        constraints: required,
      },
      flag,
    ],
  },
  totals: {
    title: 'Totals',
    description:
      "One number of one country, or of the world (WLD), in one year: inbound, outbound and net students, internationally co-authored works, researchers, scholars moving in and out as the publisher's own country table gives them.",
    primaryKey: ['country', 'measure', 'source', 'year'],
    references: { source: 'sources' },
    fields: [
      iso3('country', 'Country, or WLD for the world'),
      {
        name: 'measure',
        type: 'string',
        description: 'What is counted.',
        constraints: { required: true, enum: MEASURES },
      },
      source,
      year,
      {
        name: 'value',
        type: 'integer',
        unit: 'the unit of the measure',
        description: 'Whole count; net_students may be negative.',
        constraints: required,
      },
      flag,
    ],
  },
  coverage: {
    title: 'Coverage',
    description:
      'For each host country and year, how much of its inbound total is there by origin: below 0.9 flows are flagged, below 0.05 they are dropped as residue.',
    primaryKey: ['layer', 'source', 'country', 'year'],
    references: { layer: 'layers', source: 'sources', country: 'countries' },
    fields: [
      layer,
      source,
      iso3('country', 'Host country'),
      year,
      {
        name: 'reported',
        type: 'integer',
        unit: 'students',
        description: 'Sum of what the host reported by origin, origins that are not known included.',
        constraints: required,
      },
      {
        name: 'expected',
        type: 'integer',
        unit: 'students',
        description: 'Inbound total of the host in expected_year; empty where it never published one.',
      },
      {
        name: 'expected_year',
        type: 'integer',
        description: 'The year itself, or the nearest that has a total.',
      },
      { name: 'ratio', type: 'number', description: 'reported / expected.' },
      {
        name: 'status',
        type: 'string',
        description: 'What follows from the ratio.',
        constraints: { required: true, enum: COVERAGE_STATUSES },
      },
    ],
  },
  exclusions: {
    title: 'Exclusions',
    description: "What was left out of the publishers' files, how many rows, and why.",
    primaryKey: ['source', 'value', 'reason'],
    references: { source: 'sources' },
    fields: [
      source,
      text('value', 'The value or rule that left rows out; empty for empty cells.'),
      { name: 'rows', type: 'integer', description: 'How many rows.', constraints: required },
      text('reason', 'Why.', true),
    ],
  },
  adjustments: {
    title: 'Adjustments',
    description: 'Values that were changed at ingest: what the publisher had, what was kept, and why.',
    primaryKey: ['source', 'origin', 'destination', 'year'],
    references: { source: 'sources', origin: 'countries', destination: 'countries' },
    fields: [
      source,
      iso3('origin', 'Country of origin'),
      iso3('destination', 'Country of destination'),
      year,
      text('published', 'What the publisher had.', true),
      { name: 'kept', type: 'integer', description: 'What was kept.', constraints: required },
      text('reason', 'Why.', true),
    ],
  },
} as const satisfies Record<string, TableSchema>;

export type TableName = keyof typeof TABLES;
