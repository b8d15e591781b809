import {
  amount,
  choice,
  count,
  edgeYear,
  iso3,
  required,
  source,
  text,
  year,
  type TableSchema,
} from './fields.ts';

const MATCH =
  'How it was matched to the Research Organization Registry (the methods page says each in words); empty where it was not.';

/** Universities and research organisations, matched to the Research Organization Registry. */
export const ORGANISATIONS = {
  organisations: {
    title: 'Organisations',
    description:
      'Universities and research organisations of Horizon 2020 whose names are known, matched to the Research Organization Registry by a stated method. Several participant codes may stand for one organisation of the registry; the copy of the registry used is not the whole of it.',
    made: 'ingest',
    from: { 'ror-organisations': 'ror IS NOT NULL' },
    primaryKey: ['id'],
    references: { source: 'sources', country: 'countries' },
    fields: [
      text('id', "The Commission's participant code: pic:999886574.", true),
      text(
        'name',
        'Name as in the projects, or in those of FP7 under the same code; letters that an extract had lost stay lost.',
        true,
      ),
      iso3('country', 'Country'),
      choice('type', 'Kind of organisation, as the Commission has it.', ['higher education', 'research']),
      text('ror', 'Id in the Research Organization Registry; empty without a match.'),
      text('match_method', MATCH),
      text('ror_name', 'Name in the registry.'),
      text('city', 'City, from the registry.'),
      {
        name: 'lon',
        type: 'number',
        unit: 'degrees',
        description: 'Longitude, from the registry.',
        constraints: { minimum: -180, maximum: 180 },
      },
      {
        name: 'lat',
        type: 'number',
        unit: 'degrees',
        description: 'Latitude, from the registry.',
        constraints: { minimum: -90, maximum: 90 },
      },
      count('projects', 'projects', 'Projects.'),
      count('participations', 'participations', 'Participations.'),
      count('coordinations', 'participations', 'Participations as coordinator.'),
      amount('contribution', 'EUR', 'Contribution of the Union where its amount is known.'),
      count('contribution_missing', 'participations', 'Participations whose amount is missing.'),
      source,
    ],
  },
  organisation_ties: {
    title: 'Ties of organisations',
    description:
      'Projects that two organisations share, by year of start, whole counting; a pair stands once, a < b. Every university and research organisation with a name enters. Only projects that span two countries or more; in these, two organisations of one country are a pair like any other.',
    made: 'ingest',
    primaryKey: ['a', 'b', 'year'],
    references: { source: 'sources', a: 'organisations', b: 'organisations' },
    fields: [
      text('a', 'Organisation with the smaller id.', true),
      text('b', 'Organisation with the larger id.', true),
      { ...year, description: 'Year of start.' },
      count('projects', 'projects', 'Projects with both.'),
      source,
    ],
  },
  organisation_persistence: {
    title: 'Pairs that outlive a programme',
    description:
      'Pairs of organisations that shared a project in the Seventh Framework Programme and again in Horizon 2020, matched by participant code, then by name and country, then by the record of the registry that both match.',
    made: 'ingest',
    from: { 'cordis-fp7': 'TRUE' },
    primaryKey: ['a', 'b'],
    references: { source: 'sources', a: 'organisations', b: 'organisations' },
    fields: [
      text('a', 'Organisation with the smaller id.', true),
      text('b', 'Organisation with the larger id.', true),
      {
        ...count('fp7_projects', 'projects', 'Shared projects of 2007-2013.'),
        constraints: { required: true, minimum: 1 },
      },
      {
        ...count('h2020_projects', 'projects', 'Shared projects of Horizon 2020.'),
        constraints: { required: true, minimum: 1 },
      },
      source,
    ],
  },
  organisation_totals: {
    title: 'Totals of organisations',
    description:
      'Numbers that a source gives for universities over a whole period: students whom they sent and received in Erasmus+ higher-education mobility.',
    made: 'ingest',
    from: { 'ror-organisations': 'ror IS NOT NULL' },
    primaryKey: ['source', 'country', 'organisation', 'measure'],
    references: { source: 'sources', country: 'countries' },
    fields: [
      source,
      iso3('country', 'Country'),
      text('organisation', 'Name as in the source.', true),
      choice('measure', 'What is counted.', ['outgoing', 'incoming']),
      edgeYear('from_year'),
      edgeYear('to_year'),
      { ...count('value', 'participants', 'Participants over the whole period.'), constraints: required },
      text('ror', 'Id in the Research Organization Registry; empty without a match.'),
      text('match_method', MATCH),
    ],
  },
} as const satisfies Record<string, TableSchema>;
