import { join } from 'node:path';
import { UserError } from '../lib/errors.ts';
import { step } from '../lib/progress.ts';
import { Session } from '../lib/session.ts';
import { withArchive } from './archive.ts';
import { copyCsv, loadCsv } from './duckdb-csv.ts';
import type { Outside, Refreshed, Route } from './route.ts';

const SOURCE = 'uis-student-flows';
const ARCHIVE = 'OPRI.zip';
const MEMBERS = {
  data: 'OPRI_DATA_NATIONAL.csv',
  labels: 'OPRI_LABEL.csv',
  countries: 'OPRI_COUNTRY.csv',
} as const;
const MOST_ARCHIVE = 500_000_000;
const MOST_MEMBER = 2_000_000_000;

/** One indicator for each origin, named so; in some releases after "Inbound internationally mobile students from". */
const LABEL =
  /^(?:Inbound internationally mobile students from )?([^:]+): Students from (?:the )?(.+), both sexes \(number\)$/;

interface Origin {
  readonly indicator: string;
  /** As UIS names it, without an article; "Africa: unknown countries" where it is not known. */
  readonly name: string;
  /** The code that UIS has for a country of that name; empty where no name of its list is the same. */
  readonly code: string;
}

/**
 * Students by origin and destination, the whole matrix, from the bulk file OPRI of UIS: one row for each cell that a
 * destination reported on, values and marks as UIS writes them.
 */
export function uisStudentFlows({
  bulk = 'https://databrowser.uis.unesco.org/resources/bulk',
  download = 'https://download.uis.unesco.org',
} = {}): Route {
  return {
    id: SOURCE,
    help: `students by origin and destination, the whole matrix. No key, no cost; unpacked some 170 MB.
      --release 202602       a release; else the newest at ${bulk}`,
    options: { release: 'string' },
    async refresh(outside, options) {
      const release = options['release'] ? String(options['release']) : await newestRelease(outside, bulk);
      if (!/^\d{6}$/.test(release))
        throw new UserError(`--release wants year and month of a release as 202602, not ${release}.`);
      const archive = {
        source: SOURCE,
        url: `${download}/bdds/${release}/${ARCHIVE}`,
        name: ARCHIVE,
        maxBytes: MOST_ARCHIVE,
        members: (name: string) => Object.values<string>(MEMBERS).includes(name.replace(/^.*\//, '')),
        maxMember: MOST_MEMBER,
      };
      return withArchive(outside, archive, async (files, { sha256 }) => {
        const file: Refreshed = {
          path: `${SOURCE}/opri-${release}.csv.gz`,
          // The two lists of ten are cut from this very matrix.
          replaces: /^(popular-.+-by-.+\.csv|opri-\d{6}\.csv\.gz)$/,
          origin: { rebuilt_from: `${archive.url} (sha256 ${sha256}), read on ${outside.today}` },
        };
        const db = await Session.open();
        try {
          await write(db, files, join(outside.raw, file.path));
        } finally {
          db.close();
        }
        return [file];
      });
    },
  };
}

async function newestRelease({ downloader }: Outside, bulk: string): Promise<string> {
  const page = await downloader.text({
    url: bulk,
    what: `${SOURCE}, the list of releases`,
    maxBytes: 20_000_000,
  });
  const releases = [...page.matchAll(/\/bdds\/(\d{6})\/OPRI\.zip/g)].map(([, release]) => release ?? '');
  const newest = releases.sort().at(-1);
  if (newest) return newest;
  throw new UserError(
    `${SOURCE}: ${bulk} names no …/bdds/<release>/${ARCHIVE}. Look there for the newest release of OPRI, and name it: --release 202602. If it lies elsewhere now, mend scripts/refresh/${SOURCE}.ts.`,
  );
}

async function write(db: Session, files: ReadonlyMap<string, string>, target: string): Promise<void> {
  const read = async (table: string, member: string, columns: readonly string[]) => {
    const path = files.get(member);
    const what = `${SOURCE}, ${member} of ${ARCHIVE}`;
    if (!path)
      throw new UserError(`${what} is not there. Has UIS renamed it? Mend scripts/refresh/${SOURCE}.ts.`);
    await loadCsv(db, table, { path, what }, columns);
  };
  await read('labels', MEMBERS.labels, ['INDICATOR_ID', 'INDICATOR_LABEL_EN']);
  await read('countries', MEMBERS.countries, ['COUNTRY_ID', 'COUNTRY_NAME_EN']);
  await read('data', MEMBERS.data, ['INDICATOR_ID', 'COUNTRY_ID', 'YEAR', 'VALUE', 'MAGNITUDE', 'QUALIFIER']);

  const origins = await originsOf(db);
  await db.run('CREATE TABLE origins (indicator VARCHAR, name VARCHAR, code VARCHAR)');
  await db.append(
    'origins',
    origins.map(({ indicator, name, code }) => [indicator, name, code || null]),
  );
  await db.run(`
    CREATE TABLE cells AS
    SELECT o.name AS origin, o.code AS origin_code, d."COUNTRY_ID" AS destination, d."YEAR" AS year, d."VALUE" AS value,
           d."MAGNITUDE" AS magnitude, d."QUALIFIER" AS qualifier
    FROM data d JOIN origins o ON o.indicator = d."INDICATOR_ID"`);
  const told = await db.one<{ cells: number; empty: number; first: string; last: string; hosts: number }>(
    `SELECT count(*)::INTEGER AS cells, count(*) FILTER (value IS NULL)::INTEGER AS empty, count(DISTINCT destination)::INTEGER AS hosts,
            min(year) AS first, max(year) AS last FROM cells`,
  );
  if (!told.cells)
    throw new UserError(
      `${SOURCE}: ${MEMBERS.data} has no row of the ${origins.length} indicators of origins that ${MEMBERS.labels} names.`,
    );
  await copyCsv(db, 'SELECT * FROM cells ORDER BY ALL', target);
  const coded = origins.filter(({ code }) => code).length;
  step(
    `written   ${target} (${told.cells} cells, ${told.empty} of them empty, ${told.first}-${told.last}; ${told.hosts} destinations, ${origins.length} origins, ${coded} of them with a code of UIS)`,
  );
}

async function originsOf(db: Session): Promise<Origin[]> {
  const countries = await db.all<{ id: string; name: string }>(
    'SELECT "COUNTRY_ID" AS id, "COUNTRY_NAME_EN" AS name FROM countries WHERE "COUNTRY_NAME_EN" IS NOT NULL',
  );
  const codes = new Map<string, Set<string>>();
  for (const { id, name } of countries)
    codes.set(wordsOf(name), (codes.get(wordsOf(name)) ?? new Set()).add(id));

  const labels = await db.all<{ indicator: string; label: string }>(
    'SELECT DISTINCT "INDICATOR_ID" AS indicator, "INDICATOR_LABEL_EN" AS label FROM labels WHERE "INDICATOR_LABEL_EN" IS NOT NULL ORDER BY ALL',
  );
  const origins = labels.flatMap(({ indicator, label }): Origin[] => {
    const [, continent, name] = LABEL.exec(label.trim()) ?? [];
    if (!continent || !name) return [];
    if (name === 'unknown countries') return [{ indicator, name: `${continent}: ${name}`, code: '' }];
    const found = codes.get(wordsOf(name));
    return [{ indicator, name, code: found?.size === 1 ? ([...found][0] ?? '') : '' }];
  });
  const twice = origins.find(({ indicator }, i) => origins.findIndex((o) => o.indicator === indicator) !== i);
  if (twice)
    throw new UserError(`${SOURCE}: ${MEMBERS.labels} has two origins for the indicator ${twice.indicator}.`);
  if (!origins.length)
    throw new UserError(
      `${SOURCE}: no label of ${MEMBERS.labels} reads "<continent>: Students from <country>, both sexes (number)". Has UIS renamed them? Mend scripts/refresh/${SOURCE}.ts.`,
    );
  return origins;
}

/**
 * The words of a name in no order, for UIS turns some about: "Bolivarian Republic of Venezuela" in one list is "Venezuela
 * (Bolivarian Republic of)" in the other. No word that tells countries apart is left out.
 */
const wordsOf = (name: string): string =>
  (name.toLowerCase().match(/[\p{L}\p{M}']+/gu) ?? [])
    .filter((word) => word !== 'the' && word !== 'of')
    .sort()
    .join(' ');
