import { facts, RELEASE_ITSELF } from '../../../publication/fact.ts';

const OPENALEX = 'openalex-copublications';
const STUDENTS = 'uis-student-flows';
const SCHOLARS = ['scholarly-migration/scopus', 'scholarly-migration/openalex'];
const FLOWS = [STUDENTS, ...SCHOLARS, OPENALEX, 'cordis-h2020'];
const ITSELF = [RELEASE_ITSELF];
const GRAVITY = [OPENALEX, 'cepii-geodist'];
const RELEASE = '2026-11-22';
const BEFORE = '2026-11-21';
/** Something of the whole release, which has its day for a year. */
const whole = (what: string, from: string): string =>
  `SELECT ${what} AS value, '${RELEASE}' AS year FROM ${from}`;
const schemaOf = (release: string): string =>
  `SELECT any_value(schema_version) AS value, release AS year FROM revisions WHERE release = '${release}' GROUP BY release`;
/** Joint papers of a pair in 2022: as counted, or over what the gravity model expects. */
const pair = (what: string, origin: string, destination: string): string => `
  SELECT ${what} AS value, to_year AS year FROM gravity_pairs
  WHERE source = '${OPENALEX}' AND from_year = 2022 AND to_year = 2022 AND origin = '${origin}' AND destination = '${destination}'`;
/** Tables that both releases hold: all that have a contract, without those that are made when a release is published. */
const HELD = `
  kind = 'contract' AND id NOT IN (
    'contract-layers', 'contract-indicators', 'contract-sources', 'contract-revisions', 'contract-errata',
    'contract-country_indicators', 'contract-gravity_coefficients', 'contract-gravity_effects',
    'contract-network_measures', 'contract-stored_pair_indicators')`;

export default facts({
  version: {
    says: 'is the release that this is about',
    sql: `SELECT DISTINCT release AS value, release AS year FROM revisions WHERE release = '${RELEASE}'`,
    sources: ITSELF,
    format: 'text',
    stated: RELEASE,
  },
  flows: {
    says: 'yearly flows between countries in the four layers',
    sql: whole('count(*)', `flows WHERE source IN (${FLOWS.map((id) => `'${id}'`).join(', ')})`),
    sources: FLOWS,
    format: 'count',
    stated: 570085,
    within: 0,
  },
  indicators: {
    says: 'indicators with a page of method',
    sql: whole('count(*)', 'indicators'),
    sources: ITSELF,
    format: 'count',
    stated: 64,
  },
  china_usa: {
    says: 'papers with authors in China and the United States, the most of all pairs',
    sql: `
      SELECT max(value) FILTER (WHERE origin = 'CHN' AND destination = 'USA') AS value, 2022 AS year
      FROM flows WHERE source = '${OPENALEX}' AND year = 2022
      HAVING max(value) = max(value) FILTER (WHERE origin = 'CHN' AND destination = 'USA')`,
    sources: [OPENALEX],
    format: 'count',
    stated: 77370,
  },
  china_usa_ratio: {
    says: 'times as many papers of China and the United States as the gravity model expects',
    sql: pair('ratio', 'CHN', 'USA'),
    sources: GRAVITY,
    format: 'times',
    stated: 1.7357,
  },
  pak_sau_ratio: {
    says: 'times as many papers of Pakistan and Saudi Arabia as the gravity model expects',
    sql: pair('ratio', 'PAK', 'SAU'),
    sources: GRAVITY,
    format: 'times',
    stated: 6.0838,
    must: ['far more than of China and the United States', (v) => v > 3],
  },
  tables: {
    says: 'tables that both releases hold',
    sql: whole('count(*)', `checks WHERE ${HELD}`),
    sources: ITSELF,
    format: 'count',
    stated: 30,
    within: 0,
  },
  observed: {
    says: 'rows in the tables that both releases hold',
    sql: whole(
      `sum(CAST(replace(regexp_extract(measured, '[0-9,]+'), ',', '') AS INTEGER))`,
      `checks WHERE ${HELD}`,
    ),
    sources: ITSELF,
    format: 'millions',
    stated: 1552519,
    within: 0.001,
  },
  lost: {
    says: 'of the years of series that the release before had is lost',
    sql: whole(
      `CAST(regexp_extract(measured, '([0-9]+) lost', 1) AS INTEGER)`,
      `checks WHERE id = 'coverage-last-release'`,
    ),
    sources: ITSELF,
    format: 'small',
    stated: 0,
  },
  schema: {
    says: 'is the version of the schema of this release',
    sql: schemaOf(RELEASE),
    sources: ITSELF,
    format: 'text',
    stated: '2.0.0',
  },
  errata: {
    says: 'is the number of errors known in the release before',
    sql: `SELECT count(*) AS value, '${BEFORE}' AS year FROM errata WHERE release = '${BEFORE}'`,
    sources: ITSELF,
    format: 'small',
    stated: 0,
  },
  last_scholars: {
    says: 'last year with moves of scholars',
    sql: `SELECT max(year) AS value, max(year) AS year FROM flows WHERE source IN (${SCHOLARS.map((id) => `'${id}'`).join(', ')})`,
    sources: SCHOLARS,
    format: 'year',
    stated: 2020,
    within: 0,
  },
  last_students: {
    says: 'last year with students by origin',
    sql: `SELECT max(year) AS value, max(year) AS year FROM flows WHERE source = '${STUDENTS}'`,
    sources: [STUDENTS],
    format: 'year',
    stated: 2020,
    within: 0,
  },
});
