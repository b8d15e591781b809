import { choice, count, edgeYear, flag, iso3, source, text, year, type TableSchema } from './fields.ts';

/**
 * What host countries themselves count: each register a table of its own, in its own unit. None may be joined to the
 * students of `flows` as one series: visas, permits and enrolments are not the same thing.
 */
export const REGISTERS = {
  us_student_visas: {
    title: 'United States: student and exchange visas',
    description:
      'Non-immigrant visas issued by the United States to students and exchange visitors by nationality and fiscal year (October to September). Visas issued in a year, not students enrolled: visas that are valid longer are issued less often, as to Chinese nationals since November 2014 (flag b at fiscal year 2015). A zero is no visa. The world total is not among the rows: holders without a nationality are left out.',
    made: 'ingest',
    primaryKey: ['country', 'year', 'visa_class'],
    references: { source: 'sources', country: 'countries' },
    fields: [
      iso3('country', 'Nationality'),
      { ...year, description: 'Fiscal year, which ends in September of that year.' },
      choice('visa_class', 'F1 students, J1 exchange visitors, M1 vocational students.', ['F1', 'J1', 'M1']),
      count('value', 'visas issued', 'Visas issued.'),
      flag,
      source,
    ],
  },
  canada_study_permits: {
    title: 'Canada: study permits',
    description:
      "Holders of study permits by citizenship and the month or year in which the permit became effective. All values are rounded to 5; one from 0 to 5 may be hidden (flag q, no value), and a year counts a person once, so months do not add up to years, nor citizenships to the total. WLD is the register's own total, of unique persons. Of a year that was not over there are months alone, flagged as provisional.",
    made: 'ingest',
    world: true,
    primaryKey: ['country', 'period'],
    references: { source: 'sources', country: 'countries' },
    fields: [
      iso3('country', 'Citizenship, or WLD for the total of the register'),
      {
        name: 'period',
        type: 'string',
        description: 'A year (2023) or a month (2023-04).',
        constraints: { required: true, pattern: '[0-9]{4}(-[0-9]{2})?' },
      },
      year,
      count('value', 'permit holders', 'Holders, rounded to 5; empty where hidden.', 'maybe'),
      flag,
      source,
    ],
  },
  taiwan_foreign_students: {
    title: 'Taiwan: foreign students',
    description:
      'Students from abroad at institutions in Taiwan by place of origin, type and academic year (which begins in August of the year given). Degree students, exchange students and learners of Chinese are kept apart: a total of all types holds language and short stays. The Ministry fills a type that it has not counted yet with the year before: flagged as estimated and provisional.',
    made: 'ingest',
    primaryKey: ['country', 'year', 'student_type'],
    references: { source: 'sources', country: 'countries' },
    fields: [
      iso3('country', 'Place of origin'),
      { ...year, description: 'Year in which the academic year begins.' },
      text(
        'student_type',
        'Type of student, in English after the Ministry. Three programmes of training follow one another.',
        true,
      ),
      choice('kind', 'What the type comes to.', [
        'degree',
        'exchange',
        'language',
        'short stay',
        'training',
        'abroad',
      ]),
      count('value', 'students', 'Students.'),
      flag,
      source,
    ],
  },
  erasmus_students: {
    title: 'Erasmus+: students by level and gender',
    description:
      'Students in Erasmus+ higher-education mobility whom a country sent and received, by academic year, level and gender, as others added them up from the files of the Commission. Only countries of the programme; the file knows no other gender than female and male. For pairs of countries see period_flows.',
    made: 'ingest',
    primaryKey: ['country', 'from_year', 'direction', 'level', 'gender'],
    references: { source: 'sources', country: 'countries' },
    fields: [
      iso3('country', 'Country'),
      { ...edgeYear('from_year'), description: 'Year in which the academic year begins.' },
      choice('direction', 'Sent by the country, or received.', ['outbound', 'inbound']),
      text('level', 'Level of education, as the programme has it.', true),
      text('gender', 'Gender, as the programme has it.', true),
      count('value', 'students', 'Students.'),
      flag,
      source,
    ],
  },
} as const satisfies Record<string, TableSchema>;
