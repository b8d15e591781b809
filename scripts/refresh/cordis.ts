import { join } from 'node:path';
import { UserError } from '../lib/errors.ts';
import { step } from '../lib/progress.ts';
import { Session } from '../lib/session.ts';
import { dayOf, withArchive } from './archive.ts';
import { writeCsv } from './csv-file.ts';
import { copyCsv, loadCsv } from './duckdb-csv.ts';
import { editioned, type Outside, type Refreshed, type Route } from './route.ts';

interface Programme {
  /** Id of its record in data/sources/. */
  readonly id: string;
  readonly title: string;
  readonly archive: string;
  /** Name of the file of participations, without edition. */
  readonly stem: string;
  /** Of its archive, in 2026. */
  readonly megabytes: number;
}

/** The programmes that CORDIS publishes in one format. */
export const PROGRAMMES = {
  h2020: {
    id: 'cordis-h2020',
    title: 'Horizon 2020',
    archive: 'cordis-h2020projects-csv.zip',
    stem: 'h2020',
    megabytes: 55,
  },
  horizon: {
    id: 'cordis-horizon',
    title: 'Horizon Europe',
    archive: 'cordis-HORIZONprojects-csv.zip',
    stem: 'horizon',
    megabytes: 37,
  },
} as const satisfies Record<string, Programme>;

const MOST_ARCHIVE = 600_000_000;
const MOST_MEMBER = 2_000_000_000;
/** `legalBasis.csv` lists all parts that fund a project; an archive without it has the main one in project.csv. */
const MEMBERS = ['project.csv', 'organization.csv', 'legalBasis.csv'];

/** Linked to a participant and no party of its own; the extract of 2020 that the atlas began with has none. */
const LEFT_OUT = 'thirdParty';

/** The names that the extract of 2020 has for parts of Horizon 2020, by the beginning of their legal basis. */
const PARTS: readonly (readonly [basis: string, part: string])[] = [
  ['H2020-EU.1.1.', 'ERC'],
  ['H2020-EU.1.2.', 'FET'],
  ['H2020-EU.1.3.', 'MSCA'],
  ['H2020-EU.1.4.', 'RI'],
  ['H2020-EU.2.1.', 'LEIT'],
  ['H2020-EU.2.2.', 'ARF'],
  ['H2020-EU.2.3.', 'Innovation in SMEs'],
  ['H2020-EU.3.1.', 'SC1'],
  ['H2020-EU.3.2.', 'SC2'],
  ['H2020-EU.3.3.', 'SC3'],
  ['H2020-EU.3.4.', 'SC4'],
  ['H2020-EU.3.5.', 'SC5'],
  ['H2020-EU.3.6.', 'SC6'],
  ['H2020-EU.3.7.', 'SC7'],
  ['H2020-EU.4.', 'SEWP'],
  ['H2020-EU.5.', 'SWAFS'],
  ['H2020-Euratom', 'Euratom'],
];

/**
 * Participations, programme parts and names of organisations from the archive that CORDIS publishes monthly, in the columns of
 * the extract of 2020. Countries stay as CORDIS writes them (EL, UK, NA for Namibia); an amount or date that is not there is
 * NA, as in that extract. Names are those of universities and research organisations alone: firms may be persons.
 */
export function cordis(programme: Programme, base = 'https://cordis.europa.eu'): Route {
  return {
    id: programme.id,
    help: `every participation in ${programme.title}, with programme parts and names. No key, no cost; some ${programme.megabytes} MB.`,
    options: {},
    async refresh(outside) {
      const archive = {
        source: programme.id,
        url: `${base}/data/${programme.archive}`,
        name: programme.archive,
        maxBytes: MOST_ARCHIVE,
        members: (name: string) => MEMBERS.includes(name.replace(/^.*\//, '')),
        maxMember: MOST_MEMBER,
      };
      return withArchive(outside, archive, async (files, { sha256, lastModified }) => {
        const edition = dayOf(lastModified, outside.today);
        const from = `${archive.url} of ${edition} (sha256 ${sha256}), read on ${outside.today}`;
        const db = await Session.open();
        try {
          await load(db, programme, files);
          return await write(outside, db, programme, edition, from);
        } finally {
          db.close();
        }
      });
    },
  };
}

async function load(
  db: Session,
  { id, archive }: Programme,
  files: ReadonlyMap<string, string>,
): Promise<void> {
  const read = async (table: string, member: string, columns: readonly string[]) => {
    const path = files.get(member);
    const what = `${id}, ${member} of ${archive}`;
    if (!path)
      throw new UserError(`${what} is not there. Has CORDIS renamed it? Mend scripts/refresh/cordis.ts.`);
    await loadCsv(db, table, { path, what, delim: ';' }, columns);
  };
  await read('project', 'project.csv', [
    'id',
    'rcn',
    'startDate',
    'endDate',
    'ecMaxContribution',
    'totalCost',
    'legalBasis',
  ]);
  await read('organization', 'organization.csv', [
    'projectID',
    'organisationID',
    'name',
    'activityType',
    'city',
    'country',
    'role',
    'ecContribution',
    'endOfParticipation',
  ]);
  if (files.has('legalBasis.csv')) await read('legal_basis', 'legalBasis.csv', ['projectID', 'legalBasis']);
  else await db.run('CREATE TABLE legal_basis AS SELECT id AS "projectID", "legalBasis" FROM project');

  await refuse(
    db,
    id,
    'project.csv',
    'has projects twice',
    'SELECT id AS value FROM project GROUP BY id HAVING count(*) > 1',
  );
  await refuse(
    db,
    id,
    'organization.csv',
    'names projects that project.csv lacks',
    'SELECT DISTINCT "projectID" AS value FROM organization WHERE "projectID" NOT IN (SELECT id FROM project)',
  );
  for (const [member, table, column] of [
    ['project.csv', 'project', 'ecMaxContribution'],
    ['project.csv', 'project', 'totalCost'],
    ['organization.csv', 'organization', 'ecContribution'],
  ] as const)
    await refuse(
      db,
      id,
      member,
      `has amounts in ${column} that are no numbers`,
      `SELECT "${column}" AS value FROM ${table} WHERE NOT regexp_full_match("${column}", '-?[0-9]+([.,][0-9]+)?')`,
    );
  for (const column of ['startDate', 'endDate'])
    await refuse(
      db,
      id,
      'project.csv',
      `has days in ${column} that are none`,
      `SELECT "${column}" AS value FROM project WHERE "${column}" IS NOT NULL AND try_cast("${column}" AS DATE) IS NULL`,
    );
}

/** Stops where a query finds anything. */
async function refuse(
  db: Session,
  id: string,
  member: string,
  complaint: string,
  sql: string,
): Promise<void> {
  const found = await db.all<{ value: string | null }>(`${sql} ORDER BY 1`);
  if (!found.length) return;
  const examples = found.slice(0, 3).map(({ value }) => value ?? '(empty)');
  throw new UserError(
    `${id}: ${member} ${complaint}: ${found.length}, such as ${examples.join(', ')}. Bring it again; if it stays so, mend scripts/refresh/cordis.ts.`,
  );
}

async function write(
  { raw }: Outside,
  db: Session,
  { id, stem }: Programme,
  edition: string,
  from: string,
): Promise<Refreshed[]> {
  const file = (...name: readonly [string, string]) => editioned(id, name, edition, { rebuilt_from: from });
  const [participations, parts, names] = [
    file(stem, '.csv.gz'),
    file('programme_parts', '.csv.gz'),
    file('pic_names', '.csv'),
  ];
  // The rcn of organization.csv is that of the organisation; projects have theirs in project.csv.
  await copyCsv(
    db,
    `SELECT p.rcn, o.role, o."organisationID" AS pic, coalesce(o."activityType", 'NA') AS type, ${amount('o."ecContribution"')} AS contribution,
            o.country, coalesce(p."startDate", 'NA') AS start_date, coalesce(p."endDate", 'NA') AS end_date,
            ${amount('p."ecMaxContribution"')} AS max_contribution, ${amount('p."totalCost"')} AS total_cost,
            ${yearOf('p."startDate"')} AS start_year, ${yearOf('p."endDate"')} AS end_year,
            p.id AS project_id, coalesce(o."endOfParticipation", 'NA') AS end_of_participation
     FROM organization o JOIN project p ON p.id = o."projectID"
     WHERE o.role IS DISTINCT FROM '${LEFT_OUT}'
     ORDER BY try_cast(p.rcn AS BIGINT), p.rcn, role, pic, contribution`,
    join(raw, participations.path),
  );
  // A few cells hold several codes.
  const bases = await db.all<{ rcn: string; basis: string }>(
    `SELECT DISTINCT p.rcn, trim(b.basis) AS basis
     FROM (SELECT "projectID", unnest(string_split("legalBasis", ';')) AS basis FROM legal_basis) b JOIN project p ON p.id = b."projectID"
     WHERE trim(b.basis) <> '' ORDER BY try_cast(p.rcn AS BIGINT), p.rcn, basis`,
  );
  const pairs = new Set(bases.map(({ rcn, basis }) => `${rcn}\n${partOf(basis)}`));
  await writeCsv(
    join(raw, parts.path),
    'rcn,programme_part',
    [...pairs].map((pair) => pair.split('\n')),
  );
  // An organisation is written in several ways: the one that most projects have.
  await copyCsv(
    db,
    `SELECT pic, name, country, 'cordis' AS source, city FROM (
       SELECT "organisationID" AS pic, name, country, city, count(*) AS n FROM organization
       WHERE "activityType" IN ('HES', 'REC') AND name IS NOT NULL GROUP BY ALL)
     QUALIFY row_number() OVER (PARTITION BY pic ORDER BY n DESC, name, country, city) = 1 ORDER BY pic`,
    join(raw, names.path),
  );
  await tell(db, participations);
  return [participations, parts, names];
}

/** What was read, for whoever holds it against the publisher's own figures. */
async function tell(db: Session, { path }: Refreshed): Promise<void> {
  const roles = await db.all<{ role: string | null; n: number }>(
    'SELECT role, count(*)::INTEGER AS n FROM organization GROUP BY role ORDER BY n DESC, role',
  );
  const { projects } = await db.one<{ projects: number }>(
    'SELECT count(*)::INTEGER AS projects FROM project',
  );
  const written = roles.filter(({ role }) => role !== LEFT_OUT).reduce((sum, { n }) => sum + n, 0);
  step(`written   ${path} (${written} participations in ${projects} projects)`);
  for (const { role, n } of roles)
    step(
      `          ${role ?? '(no role)'}: ${n}${role === LEFT_OUT ? ', left out: no party of its own' : ''}`,
    );
}

/** The part of the programme under the name that the atlas knows, or else its legal basis as it is. */
const partOf = (basis: string): string =>
  PARTS.find(([beginning]) => basis.startsWith(beginning))?.[1] ?? basis;

/** Amounts come with a comma or a point before the cents, at times both in one row. */
const amount = (column: string): string => `coalesce(replace(${column}, ',', '.'), 'NA')`;
const yearOf = (column: string): string => `coalesce(year(${column}::DATE)::VARCHAR, 'NA')`;
