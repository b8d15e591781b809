import { CONTRACT_CHECKS } from '../lib/checks/contract-checks.ts';

/** SQL that spoils the sound release (sound-release.ts), the check that must find it, and those that must fail with it. */
export interface Fault {
  readonly check: string;
  readonly sql: string;
  /** Other checks that cannot but fail of the same. */
  readonly also?: readonly string[];
}

/** Checks that read the rows which a doubled key doubles. */
const DOUBLED: Readonly<Record<string, readonly string[]>> = {
  'contract-project_participation': ['programme-sums'],
  'contract-group_members': ['eu-members-2020'],
};

/** A key that stands twice, in every table; the other promises are in contract-checks.test.ts. */
const CONTRACT: readonly Fault[] = CONTRACT_CHECKS.map(({ id }) => {
  const table = id.replace('contract-', '');
  return {
    check: id,
    sql: `INSERT INTO ${table} SELECT * FROM ${table} LIMIT 1`,
    also: DOUBLED[id] ?? [],
  };
});

const part = (change: string): Fault => ({
  check: 'parts-of-participation',
  sql: `UPDATE project_participation SET ${change} WHERE theme = 'all' AND country = 'AUT' AND year = 2015`,
});

const PLAUSIBILITY: readonly Fault[] = [
  {
    check: 'papers-within-totals',
    sql: "UPDATE flows SET value = 200000 WHERE layer = 'papers' AND origin = 'POL' AND year = 2018",
  },
  {
    check: 'projects-within-totals',
    sql: "UPDATE flows SET value = 5000 WHERE layer = 'projects' AND origin = 'POL' AND year = 2015",
  },
  { check: 'themes-within-all', sql: "UPDATE theme_flows SET value = 5000 WHERE origin = 'POL'" },
  // A pair in a theme that the whole programme lacks.
  {
    check: 'themes-within-all',
    sql: "DELETE FROM flows WHERE layer = 'projects' AND origin = 'POL' AND year = 2015",
  },
  part('cross_border_projects = projects + 1'),
  part('projects = participations + 1'),
  part('coordinations = participations + 1'),
  part('cross_border_participations = participations + 1'),
  part('cross_border_coordinations = coordinations + 1'),
  part('coordinations = participations, cross_border_coordinations = cross_border_participations + 1'),
  part('university_firm_projects = cross_border_projects + 1'),
  part('contribution_missing = participations + 1'),
  {
    check: 'grants-within-proposals',
    sql: "UPDATE programme_participation SET participations = 1 WHERE stage = 'evaluated' AND country = 'AUT' AND year = 2015",
  },
  {
    check: 'articles-parts',
    sql: "UPDATE publication_counts SET value = 1 WHERE attribute = 'total' AND country = 'AUT'",
  },
  {
    check: 'shares-to-hundred',
    sql: "UPDATE publication_fields SET value = 100.5 WHERE measure = 'top 1 % share' AND country = 'DEU'",
  },
  {
    check: 'memberships',
    sql: "UPDATE group_members SET from_date = '2021-01-01', to_date = '2020-12-31' WHERE group_id = 'high' AND country = 'AUT'",
  },
  {
    check: 'memberships',
    sql: "INSERT INTO group_members VALUES ('eu', 'GBR', '2020-01-31', '2020-01-31', 'https://union.test/', 'crosscurrents-groups')",
  },
  // A membership of old, without a date, and one that began within it.
  {
    check: 'memberships',
    sql: "INSERT INTO group_members VALUES ('high', 'AUT', '2020-01-01', NULL, 'https://bank.test/', 'world-bank-wdi')",
  },
  { check: 'distances', sql: "UPDATE pair_context SET distance_km = 20041 WHERE origin = 'POL'" },
  { check: 'distances', sql: "UPDATE pair_context SET shared_hours = 8.5 WHERE origin = 'POL'" },
  {
    check: 'distances',
    sql: "UPDATE pair_context SET distance_km = 499, shared_hours = 3.5 WHERE origin = 'POL'",
  },
  // 95 and 10 are more than the 100 of either; no year alone is.
  {
    check: 'ties-of-organisations',
    sql: "UPDATE organisation_ties SET projects = 95 WHERE a = 'pic:1' AND year = 2015",
  },
];

const MIRRORS: readonly Fault[] = [
  { check: 'students-within-inbound', sql: "UPDATE coverage SET reported = 66001 WHERE country = 'USA'" },
  ...['openalex', 'scopus'].flatMap((base) =>
    [0.97, 1.03].map((times) => ({
      check: `scholars-in-${base}`,
      sql: `UPDATE totals SET value = value * ${times} WHERE measure = 'scholars_in' AND source = 'scholarly-migration/${base}'`,
    })),
  ),
  {
    check: 'scholars-out-scopus',
    sql: "UPDATE totals SET value = value * 1.03 WHERE measure = 'scholars_out' AND source = 'scholarly-migration/scopus'",
  },
  {
    check: 'net-students',
    sql: "UPDATE totals SET value = value + 2 WHERE measure = 'net_students' AND country = 'AUT'",
  },
  {
    check: 'net-students',
    sql: "UPDATE totals SET value = -value WHERE measure = 'net_students' AND country = 'AUT'",
  },
  // 930 in the months that are shown, one month hidden (5), and roundings of 2.5: at most 945; and at least 780.5, as 85 % of them.
  {
    check: 'permits-of-the-year',
    sql: "UPDATE canada_study_permits SET value = 950 WHERE country = 'USA' AND period = '2019'",
  },
  {
    check: 'permits-of-the-year',
    sql: "UPDATE canada_study_permits SET value = 775 WHERE country = 'USA' AND period = '2019'",
  },
  {
    check: 'programme-sums',
    sql: "UPDATE project_participation SET participations = participations + 1 WHERE theme = 'health' AND country = 'AUT' AND year = 2016",
  },
  {
    check: 'programme-sums',
    sql: "DELETE FROM project_participation WHERE theme = 'health' AND country = 'WLD' AND year = 2016",
  },
];

const SCOPUS_FLOWS = "source = 'scholarly-migration/scopus' AND layer = 'scholars'";

/** Turns the order of values round, and keeps their sum: the least changes places with the greatest. */
const reversed = (table: string, where: string): string => `
  UPDATE ${table} SET value = turned.value FROM (
    SELECT a.id, b.value FROM
      (SELECT rowid AS id, row_number() OVER (ORDER BY value, rowid) AS n FROM ${table} WHERE ${where}) a JOIN
      (SELECT value, row_number() OVER (ORDER BY value DESC, rowid) AS n FROM ${table} WHERE ${where}) b USING (n)) turned
  WHERE ${table}.rowid = turned.id`;

const AGREEMENT: readonly Fault[] = [
  {
    check: 'agreement-papers-openalex-ncses',
    sql: "UPDATE publication_pairs SET value = value * 3 WHERE edition = 'SEI2024' AND year = 2019",
  },
  { check: 'agreement-papers-openalex-ncses', sql: reversed('publication_pairs', 'year = 2018') },
  {
    check: 'agreement-international-papers-openalex-ncses',
    sql: "UPDATE publication_counts SET value = value / 2 WHERE attribute = 'international' AND year = 2019",
  },
  {
    check: 'agreement-international-papers-openalex-ncses',
    sql: reversed('publication_counts', "attribute = 'international' AND year = 2019"),
    also: ['articles-parts'],
  },
  { check: 'agreement-scholars-pairs', sql: reversed('flows', SCOPUS_FLOWS) },
  {
    check: 'agreement-scholars-in',
    sql: reversed('totals', "source = 'scholarly-migration/scopus' AND measure = 'scholars_in'"),
  },
  // Twice as many in one base alone: the flows and the country tables of that base still agree.
  {
    check: 'agreement-scholars-in',
    sql: `UPDATE flows SET value = value * 2 WHERE ${SCOPUS_FLOWS};
      UPDATE totals SET value = value * 2 WHERE source = 'scholarly-migration/scopus' AND measure <> 'researchers'`,
    also: ['agreement-scholars-pairs'],
  },
  {
    check: 'agreement-researchers',
    sql: "UPDATE totals SET value = value * 2 WHERE source = 'scholarly-migration/openalex' AND measure = 'researchers'",
  },
  {
    check: 'agreement-projects-cordis-ecorda',
    sql: 'UPDATE programme_participation SET participations = participations * 2',
  },
  {
    check: 'agreement-copublications-eis-openalex',
    sql: "UPDATE country_context SET value = value * 1000 WHERE source = 'eis-copublications'",
  },
  {
    check: 'agreement-enrolment-world-bank-uis',
    sql: "UPDATE country_context SET value = value / 100 WHERE source = 'world-bank-wdi' AND unit = '%'",
  },
  { check: 'agreement-students-us-visas', sql: reversed('us_student_visas', "visa_class = 'F1'") },
  {
    check: 'agreement-students-canada-permits',
    sql: reversed('flows', "layer = 'students' AND destination = 'CAN'"),
  },
];

/** More ways to lose coverage are in coverage.test.ts. */
const COVERAGE: readonly Fault[] = [
  { check: 'coverage-last-release', sql: "DELETE FROM grant_partners WHERE country IN ('AUT', 'BEL')" },
];

const FIGURES: readonly Fault[] = [
  { check: 'world-students-2022', sql: "UPDATE totals SET value = 6859501 WHERE country = 'WLD'" },
  { check: 'world-students-2022', sql: "UPDATE totals SET value = 6858499 WHERE country = 'WLD'" },
  {
    check: 'china-united-states-2019',
    sql: "UPDATE flows SET value = 73484 WHERE layer = 'papers' AND origin = 'CHN' AND destination = 'USA' AND year = 2019",
  },
  {
    check: 'germany-italy-h2020',
    sql: "UPDATE flows SET value = value + 1 WHERE layer = 'projects' AND origin = 'DEU' AND destination = 'ITA' AND year = 2016",
  },
  { check: 'network-h2020', sql: "UPDATE themes SET cross_border_projects = 10948 WHERE id = 'all'" },
  {
    check: 'international-share-world-2022',
    sql: "UPDATE publication_counts SET value = 2266 WHERE country = 'WLD' AND attribute = 'international'",
  },
  {
    check: 'international-share-united-kingdom-2022',
    sql: "UPDATE publication_counts SET value = 667 WHERE country = 'GBR' AND attribute = 'international' AND year = 2022",
  },
  {
    check: 'ncses-collaboration-index',
    sql: 'UPDATE publication_pairs SET collaboration_index = 1.03 WHERE year = 2022',
  },
  {
    check: 'canadian-permits-2023',
    sql: "UPDATE canada_study_permits SET value = 681160 WHERE country = 'WLD' AND period = '2023'",
  },
  // 247 of the 300 are left; those below them, and what the registry calls them, are no matter.
  {
    check: 'registry-of-300',
    sql: "UPDATE organisations SET ror = NULL WHERE country IN ('AUT', 'BEL', 'BGR', 'CAN')",
  },
  // The day on which it left counts as outside.
  {
    check: 'eu-members-2020',
    sql: "UPDATE group_members SET to_date = '2020-02-01' WHERE country = 'GBR' AND group_id = 'eu'",
  },
];

/** At least one fault for each check: checks.test.ts holds that against the list of checks. */
export const FAULTS: readonly Fault[] = [
  ...CONTRACT,
  ...PLAUSIBILITY,
  ...MIRRORS,
  ...AGREEMENT,
  ...COVERAGE,
  ...FIGURES,
];

/** What looks like a fault of a check and is none: it must still pass. */
export const HARMLESS: readonly Fault[] = [
  {
    check: 'themes-within-all',
    sql: "UPDATE theme_flows SET value = 50 WHERE origin = 'POL' AND year = 2015",
  },
  // A country of one programme that published no evaluated proposals.
  {
    check: 'grants-within-proposals',
    sql: "DELETE FROM programme_participation WHERE stage = 'evaluated' AND country = 'AUT' AND year = 2015",
  },
  {
    check: 'articles-parts',
    sql: "UPDATE publication_counts SET value = 0 WHERE attribute <> 'total' AND country = 'AUT'",
  },
  { check: 'memberships', sql: "UPDATE group_members SET to_date = '2030-12-31' WHERE group_id = 'high'" },
  // It left, and came back the day after.
  {
    check: 'memberships',
    sql: "INSERT INTO group_members VALUES ('eu', 'GBR', '2020-02-01', NULL, 'https://union.test/', 'crosscurrents-groups')",
  },
  { check: 'distances', sql: 'UPDATE pair_context SET shared_hours = NULL' },
  // Neighbours by the map whose distance is not known.
  { check: 'distances', sql: 'UPDATE pair_context SET shared_hours = 3.5 WHERE distance_km IS NULL' },
  { check: 'students-within-inbound', sql: "UPDATE coverage SET reported = 66000 WHERE country = 'USA'" },
  // A host in a year of another total, in a break, too small, or that did not report.
  ...[
    "UPDATE coverage SET reported = 90000, expected_year = 2018 WHERE country = 'USA'",
    "UPDATE coverage SET reported = 90000 WHERE country = 'USA'; UPDATE totals SET flag = 'be' WHERE country = 'USA' AND measure = 'inbound_students'",
    "UPDATE coverage SET reported = 900, expected = 500 WHERE country = 'USA'",
    "UPDATE coverage SET reported = 90000, status = 'not reported' WHERE country = 'USA'",
  ].map((sql) => ({ check: 'students-within-inbound', sql })),
  {
    check: 'net-students',
    sql: "UPDATE totals SET value = value - 1 WHERE measure = 'net_students' AND country = 'AUT'",
  },
  {
    check: 'net-students',
    sql: "DELETE FROM totals WHERE measure = 'outbound_students' AND country = 'AUT'",
  },
  {
    check: 'permits-of-the-year',
    sql: "UPDATE canada_study_permits SET value = 945 WHERE country = 'USA' AND period = '2019'",
  },
  {
    check: 'permits-of-the-year',
    sql: "UPDATE canada_study_permits SET value = NULL WHERE country = 'USA' AND period = '2019'",
  },
  // Two things, in one order: their sizes are not compared.
  { check: 'agreement-students-us-visas', sql: 'UPDATE us_student_visas SET value = value * 50' },
  // The world is no country among the others.
  {
    check: 'agreement-enrolment-world-bank-uis',
    sql: "UPDATE country_context SET country = 'WLD', value = value * year WHERE country = 'USA'",
  },
  {
    check: 'coverage-last-release',
    sql: "DELETE FROM flows WHERE layer = 'students' AND destination = 'CAN' AND origin = 'AUT'",
  },
  {
    check: 'eu-members-2020',
    sql: "UPDATE group_members SET from_date = '2020-02-01' WHERE country = 'HRV' AND group_id = 'eu'",
  },
];
