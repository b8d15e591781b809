import { COVERAGE_STATUSES, MEASURES } from '../flow.ts';
import { LAYER_IDS, UNDATED_LAYER_IDS } from '../layer.ts';
import type { Field } from '../release.ts';
import { count, edgeYear, flag, iso3, required, source, text, year, type TableSchema } from './fields.ts';

const layer: Field = {
  name: 'layer',
  type: 'string',
  description: 'Id of the layer.',
  constraints: { required: true, enum: LAYER_IDS },
};
const anyLayer: Field = {
  ...layer,
  constraints: { required: true, enum: [...LAYER_IDS, ...UNDATED_LAYER_IDS] },
};

/** What moves or joins, from where to where, by whom counted: the tables that every view rests on. */
export const CORE = {
  countries: {
    title: 'Countries',
    description:
      'Register of countries and territories: codes, names, regions, income group, and the point where arcs start and end.',
    made: 'ingest',
    from: { 'country-groups': 'TRUE', 'world-bank-wdi': 'income_group IS NOT NULL' },
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
    made: 'publish',
    primaryKey: ['id'],
    references: { default_source: 'sources' },
    fields: [
      { ...anyLayer, name: 'id' },
      text('title', 'Name for headings.', true),
      text('unit', 'What a value counts, plural.', true),
      {
        name: 'directed',
        type: 'boolean',
        description:
          'Whether origin and destination differ in meaning; if not, a pair stands once, origin < destination.',
        constraints: required,
      },
      {
        name: 'dated',
        type: 'boolean',
        description:
          'Whether its flows have years (in the table flows); if not, they are of a whole period (in period_flows).',
        constraints: required,
      },
      text('default_source', 'The source shown when none is chosen.', true),
      text('definition', 'What counts as one.', true),
    ],
  },
  sources: {
    title: 'Sources',
    description: 'One row for each source that rows of other tables name.',
    made: 'publish',
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
      text('landing_page', 'Its page at the publisher; empty for our own tables.'),
      text('retrieved', 'When the files were read from the publisher.', true),
      text('what', 'What it counts.', true),
      text('caveats', 'What to know before using it, one to a line.', true),
      {
        name: 'first_year',
        type: 'integer',
        description: 'First year with rows; empty where rows have no year.',
      },
      { name: 'last_year', type: 'integer', description: 'Last year with rows.' },
      count('rows', 'rows', 'How many rows of all tables rest on it.'),
      text('tables', 'The tables that hold these rows, one to a line.'),
    ],
  },
  flows: {
    title: 'Flows',
    description:
      'One observation of one pair of countries in one year by one source. In undirected layers (papers, projects) a pair stands once, origin < destination. For students the rows are the union of two lists of the ten largest partners: an absent pair is not zero.',
    made: 'ingest',
    pairs: 'by layer',
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
  period_flows: {
    title: 'Flows of a period',
    description:
      'Flows that their source gives for several years together: one number a pair and period, never on a line of years. Shared projects of the Seventh Framework Programme, papers on artificial intelligence, and learners in Erasmus+.',
    made: 'ingest',
    pairs: 'by layer',
    primaryKey: ['layer', 'source', 'origin', 'destination', 'from_year'],
    references: { layer: 'layers', source: 'sources', origin: 'countries', destination: 'countries' },
    fields: [
      anyLayer,
      source,
      iso3('origin', 'Country of origin'),
      iso3('destination', 'Country of destination'),
      edgeYear('from_year'),
      edgeYear('to_year'),
      count('value', 'the unit of the layer', 'Whole count over the whole period.'),
      flag,
    ],
  },
  totals: {
    title: 'Totals',
    description:
      "One number of one country, or of the world (WLD), in one year: inbound, outbound and net students, internationally co-authored works, researchers, scholars moving in and out as the publisher's own country table gives them.",
    made: 'ingest',
    world: true,
    primaryKey: ['country', 'measure', 'source', 'year'],
    references: { source: 'sources', country: 'countries' },
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
    made: 'ingest',
    // What a host reported is held against its inbound totals, so both licences apply.
    from: { 'uis-student-totals': 'expected IS NOT NULL' },
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
        description: 'The year itself, or the nearest that has a total above zero.',
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
    made: 'ingest',
    primaryKey: ['source', 'value', 'reason'],
    references: { source: 'sources' },
    fields: [
      source,
      text('value', 'The value or rule that left rows out; empty for empty cells.'),
      {
        name: 'rows',
        type: 'integer',
        description:
          "How many: rows of the publisher's file, or cells where a row holds many values, or projects where the rule is about projects.",
        constraints: required,
      },
      text('reason', 'Why.', true),
    ],
  },
  adjustments: {
    title: 'Adjustments',
    description: 'Values that were changed at ingest: what the publisher had, what was kept, and why.',
    made: 'ingest',
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
