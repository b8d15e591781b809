import { amount, choice, count, iso3, flag, source, text, year, type TableSchema } from './fields.ts';

const theme = text('theme', "Id of the theme; 'all' for the whole programme.", true);

/** Funded projects: themes, money, roles and success, beside the shared projects of `flows`. */
export const PROJECTS = {
  themes: {
    title: 'Themes of programmes',
    description:
      "The parts of a funding programme that say what its projects are about. A project may belong to several, or to none. The row 'all' stands for the whole programme.",
    made: 'ingest',
    primaryKey: ['source', 'id'],
    references: { source: 'sources' },
    fields: [
      source,
      text('id', 'Short id.', true),
      text('code', "The publisher's code of the programme part; empty for the whole programme."),
      text('title', 'Name for headings.', true),
      count('projects', 'projects', 'Projects in the theme.'),
      count(
        'cross_border_projects',
        'projects',
        'Those with participants in two countries or more: they alone enter networks and flows.',
      ),
    ],
  },
  theme_flows: {
    title: 'Shared projects by theme',
    description:
      'Shared projects of two countries by theme and year of start, whole counting; a pair stands once, origin < destination. A project of several themes counts in each, so themes do not add up; the whole programme is in the table flows.',
    made: 'ingest',
    pairs: 'once',
    primaryKey: ['source', 'theme', 'origin', 'destination', 'year'],
    references: { source: 'sources', origin: 'countries', destination: 'countries' },
    fields: [
      source,
      text('theme', 'Id of the theme.', true),
      iso3('origin', 'Country with the smaller code'),
      iso3('destination', 'Country with the larger code'),
      { ...year, description: 'Year of start.' },
      count('value', 'projects', 'Projects with participants in both.'),
      flag,
    ],
  },
  project_participation: {
    title: 'Participation in projects',
    description:
      'What a country has in a programme by theme and year of start: projects, roles, money, and projects that join a university and a firm across a border. The money counts participations in projects of one country too, and stands in the year of start as a whole. WLD is the whole programme, where a project counts once.',
    made: 'ingest',
    world: true,
    primaryKey: ['source', 'theme', 'country', 'year'],
    references: { source: 'sources', country: 'countries' },
    fields: [
      source,
      theme,
      iso3('country', 'Country, or WLD for the whole programme'),
      { ...year, description: 'Year of start.' },
      count('projects', 'projects', 'Projects with a participant in the country.'),
      count('cross_border_projects', 'projects', 'Those with participants in two countries or more.'),
      count(
        'participations',
        'participations',
        'Participations, one for each organisation in each project, partner organisations without a grant included.',
      ),
      count('coordinations', 'participations', 'Participations as coordinator.'),
      count(
        'cross_border_participations',
        'participations',
        'Participations in projects of two countries or more.',
      ),
      count('cross_border_coordinations', 'participations', 'Those as coordinator.'),
      count(
        'university_firm_projects',
        'projects',
        'Projects in which a university (higher or secondary education) of one country and a firm (private, for profit) of another take part, one of them in this country.',
      ),
      amount(
        'contribution',
        'EUR',
        'Contribution of the Union to the participations whose amount is known; empty where none is.',
      ),
      count(
        'contribution_missing',
        'participations',
        'Participations whose amount is missing, which is not zero.',
      ),
      flag,
    ],
  },
  programme_participation: {
    title: 'Proposals and grants by country',
    description:
      'Participations in proposals (evaluated) and in grants (successful) of the framework programmes of the European Union by country and year of call, FP6 to Horizon Europe. Success rates by framework programme are in the SQL view success_rates, among the relations of the manifest; by year of call, with an interval, they are the indicator success_rate.',
    made: 'ingest',
    primaryKey: ['source', 'framework', 'stage', 'country', 'year'],
    references: { source: 'sources', country: 'countries' },
    fields: [
      source,
      choice('framework', 'Framework programme.', ['FP6', 'FP7', 'Horizon 2020', 'Horizon Europe']),
      choice('stage', 'All evaluated proposals, or those that were funded.', ['evaluated', 'successful']),
      iso3('country', 'Country'),
      { ...year, description: 'Year of the call.' },
      count('participations', 'participations', 'Participations, one for each organisation in each project.'),
      count('coordinations', 'participations', 'Participations as coordinator.'),
      count('projects', 'projects', 'Proposals or grants with a participant in the country.'),
      amount('funding', 'EUR', 'Funding asked for (evaluated) or granted (successful).'),
      flag,
    ],
  },
  grant_partners: {
    title: 'Partners in Swiss grants',
    description:
      'Applicants, co-applicants and project partners in grants of the Swiss National Science Foundation by country, year of decision and research area. A person counts once in each row, so rows do not add up to persons.',
    made: 'ingest',
    primaryKey: ['source', 'country', 'year', 'research_area', 'role'],
    references: { source: 'sources', country: 'countries' },
    fields: [
      source,
      iso3('country', 'Country where the person is based'),
      { ...year, description: 'Year in which the grant was decided.' },
      text('research_area', "The Foundation's area.", true),
      choice('role', 'Role in the grant.', ['applicant', 'co-applicant', 'project partner']),
      count('persons', 'persons', 'Persons in that role, each counted once a cell.'),
      count('grants', 'grants', 'Grants with a person in that role.'),
      flag,
    ],
  },
} as const satisfies Record<string, TableSchema>;
