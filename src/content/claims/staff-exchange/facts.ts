import { facts } from '../../../publication/fact.ts';

const base = (id: 'openalex' | 'scopus'): string => `scholarly-migration/${id}`;
const rate = (id: 'openalex' | 'scopus', year: number): string => `
  SELECT 1000 * sum(value) FILTER (WHERE measure = 'scholars_in') / sum(value) FILTER (WHERE measure = 'researchers') AS value, ${year} AS year
  FROM totals WHERE source = '${base(id)}' AND year = ${year} AND country <> 'WLD'`;
const SAYS = 'moves of scholars per thousand researchers, all countries together';
const heads = (id: 'openalex' | 'scopus'): string => `
  SELECT sum(value) FILTER (WHERE year = 2019) / sum(value) FILTER (WHERE year = 1998) AS value, '1998–2019' AS year
  FROM totals WHERE source = '${base(id)}' AND measure = 'scholars_in' AND country <> 'WLD'`;
const msca = (year: number): string => `
  SELECT cross_border_participations AS value, year FROM project_participation
  WHERE source = 'cordis-h2020' AND theme = 'msca' AND country = 'WLD' AND year = ${year}`;
const doctoral = (year: number): string => `
  SELECT sum(value) AS value, ${year} AS year FROM erasmus_students
  WHERE source = 'erasmus-mobility' AND direction = 'outbound' AND level LIKE 'Doctoral%' AND from_year = ${year}`;

export default facts({
  openalex_first: {
    says: SAYS,
    sql: rate('openalex', 1998),
    sources: [base('openalex')],
    format: 'times',
    stated: 27.47,
  },
  openalex_last: {
    says: SAYS,
    sql: rate('openalex', 2019),
    sources: [base('openalex')],
    format: 'times',
    stated: 38.92,
    must: ['rose', (v) => v > 30],
  },
  scopus_first: {
    says: SAYS,
    sql: rate('scopus', 1998),
    sources: [base('scopus')],
    format: 'times',
    stated: 18.3,
  },
  scopus_last: {
    says: SAYS,
    sql: rate('scopus', 2019),
    sources: [base('scopus')],
    format: 'times',
    stated: 15.74,
    must: ['fell', (v) => v < 17.5],
  },
  scopus_2002: {
    says: SAYS,
    sql: rate('scopus', 2002),
    sources: [base('scopus')],
    format: 'times',
    stated: 21.59,
  },
  scopus_2005: {
    says: SAYS,
    sql: rate('scopus', 2005),
    sources: [base('scopus')],
    format: 'times',
    stated: 16.06,
    must: ['fell', (v) => v < 18],
  },
  heads_openalex: {
    says: 'times as many moves of scholars as in 1998 (OpenAlex base)',
    sql: heads('openalex'),
    sources: [base('openalex')],
    format: 'times',
    stated: 4.439,
    must: ['grew', (v) => v > 1],
  },
  heads_scopus: {
    says: 'times as many moves of scholars as in 1998 (Scopus base)',
    sql: heads('scopus'),
    sources: [base('scopus')],
    format: 'times',
    stated: 3.11,
    must: ['grew', (v) => v > 1],
  },
  msca_first: {
    says: 'participations in shared Marie Skłodowska-Curie projects begun in the year',
    sql: msca(2015),
    sources: ['cordis-h2020'],
    format: 'count',
    stated: 3470,
  },
  msca_last: {
    says: 'participations in shared Marie Skłodowska-Curie projects begun in the year',
    sql: msca(2019),
    sources: ['cordis-h2020'],
    format: 'count',
    stated: 3529,
    must: ['no clear growth', (v) => v < 3800],
  },
  doctoral_first: {
    says: 'doctoral students sent in Erasmus+',
    sql: doctoral(2015),
    sources: ['erasmus-mobility'],
    format: 'count',
    stated: 1351,
  },
  doctoral_last: {
    says: 'doctoral students sent in Erasmus+',
    sql: doctoral(2018),
    sources: ['erasmus-mobility'],
    format: 'count',
    stated: 1182,
    must: ['no clear growth', (v) => v < 1400],
  },
});
