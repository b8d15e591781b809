import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import * as z from 'zod/mini';
import { csvSource } from '../lib/csv-source.ts';
import { UserError } from '../lib/errors.ts';
import { needColumns } from '../lib/csv.ts';
import { step } from '../lib/progress.ts';
import { Session } from '../lib/session.ts';
import { literal } from '../../src/model/sql-literal.ts';
import { namesIn, unzipTo } from '../lib/unzip.ts';
import { clear } from './archive.ts';
import { copyCsv, LOOK } from './duckdb-csv.ts';
import type { Outside, Refreshed, Route } from './route.ts';
import { shaped } from './shape.ts';

const SOURCE = 'scholarly-migration';
/** The deposit that the article in Scientific Data cites, 10.5281/zenodo.11145735. */
const RECORD = '11145735';
const BASES = ['scopus', 'openalex'] as const;
/** Both tables of a base, with the columns of its files that the atlas reads. */
const TABLES = {
  countryflows: ['migrationfrom', 'migrationto', 'year', 'n_migrations'],
  country: [
    'year',
    'countrycode',
    'padded_population_of_researchers',
    'number_of_inmigrations',
    'number_of_outmigrations',
  ],
} as const;
type Table = keyof typeof TABLES;

const MOST_FILE = 1_000_000_000;

const Deposit = z.object({
  id: z.union([z.int(), z.string()]),
  metadata: z.object({ publication_date: z.string() }),
  files: z.array(
    z.object({
      key: z.string(),
      size: z.int(),
      checksum: z.string().check(z.regex(/^md5:[0-9a-f]{32}$/)),
      links: z.object({ self: z.url() }),
    }),
  ),
});
type Deposit = z.infer<typeof Deposit>;
type DepositFile = Deposit['files'][number];

/** A table of a base, where it lies on disk, and whence. */
interface Found {
  readonly name: string;
  readonly edition: string;
  readonly path: string;
  readonly origin: Refreshed['origin'];
}

/**
 * Moves of scholars and researchers by country, in both bases, from the deposit at Zenodo: single files, or an archive of the
 * repository, which holds some tables as Parquet alone; these become CSV with the same columns. Checked by the deposit's MD5.
 */
export function scholarlyMigration(base = 'https://zenodo.org'): Route {
  return {
    id: SOURCE,
    help: `moves of scholars in both bases. No key, no cost.
      --deposit NUMBER       another deposit than ${RECORD}, such as a newer version of it`,
    options: { deposit: 'string' },
    async refresh(outside, options) {
      const number = options['deposit'] ? String(options['deposit']) : RECORD;
      const deposit = await depositOf(outside, `${base}/api/records/${encodeURIComponent(number)}`);
      await tellOfNewer(outside, base, deposit);
      const bulk = join(outside.raw, SOURCE, '.bulk');
      try {
        const found = await bring(outside, deposit, bulk);
        const tables = BASES.flatMap((name) =>
          (Object.keys(TABLES) as Table[]).map((table) => ({
            name,
            table,
            found: newest(found, name, table),
          })),
        );
        // None is put in place before all are fit to be.
        const ready = [];
        for (const { found, table } of tables) ready.push(await prepare(deposit, found, table, bulk));
        const refreshed: Refreshed[] = [];
        for (const [i, { name, table, found }] of tables.entries())
          refreshed.push(await place(outside, ready[i] ?? found.path, found, name, table));
        return refreshed;
      } finally {
        await clear(bulk);
      }
    },
  };
}

async function depositOf({ downloader }: Outside, url: string): Promise<Deposit> {
  return downloader.json({ url, what: `${SOURCE}, ${url}`, maxBytes: 10_000_000 }, shaped(Deposit));
}

/** A newer version of a deposit is another deposit: worth knowing, and nobody's fault if it cannot be asked. */
async function tellOfNewer(outside: Outside, base: string, { id }: Deposit): Promise<void> {
  try {
    const latest = await depositOf(outside, `${base}/api/records/${id}/versions/latest`);
    if (String(latest.id) === String(id)) return;
    const names = latest.files.map(({ key }) => key).join(', ');
    step(
      `note      Zenodo has a newer version, of ${latest.metadata.publication_date}: --deposit ${latest.id}. It holds: ${names}.`,
    );
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    step(`note      whether Zenodo has a newer version cannot be told: ${error.message}`);
  }
}

const wanted = (path: string): RegExpExecArray | null =>
  /^(scopus|openalex)_(\d{4}(?:_\d\d)?_V\d+)_scholarlymigration_(countryflows|country)\.(csv|parquet)$/.exec(
    basename(path),
  );

/** Brings the files of a deposit that are wanted, or archives in which they are, to a folder. */
async function bring({ downloader }: Outside, { id, files }: Deposit, bulk: string): Promise<Found[]> {
  const found: Found[] = [];
  const fetch = async (file: DepositFile): Promise<string> => {
    const [path, what] = [join(bulk, basename(file.key)), `${SOURCE}, ${file.key} of deposit ${id}`];
    const { links, size, checksum } = file;
    await downloader.file({ url: links.self, what, bytes: size, maxBytes: MOST_FILE }, path);
    const md5 = createHash('md5');
    await pipeline(createReadStream(path), md5);
    const is = `md5:${md5.digest('hex')}`;
    if (is !== checksum)
      throw new UserError(
        `${what}: its checksum is ${is}, and ${checksum} at Zenodo. Nothing was kept. Try again later.`,
      );
    return path;
  };
  const keep = (path: string, origin: Refreshed['origin']) => {
    const [, , edition = ''] = wanted(path) ?? [];
    found.push({ name: basename(path), edition, path, origin });
  };
  await mkdir(bulk, { recursive: true });
  for (const file of files.filter(({ key }) => wanted(key)))
    keep(await fetch(file), { url: file.links.self });
  if (found.length) return found;
  for (const file of files.filter(({ key }) => key.endsWith('.zip'))) {
    const [zip, what] = [await fetch(file), `${SOURCE}, ${file.key}`];
    if (!(await namesIn(zip, what)).some((name) => wanted(name))) continue;
    const members = (name: string) => wanted(name) !== null;
    const folder = `${zip}.d`;
    for (const member of await unzipTo(zip, folder, { members, maxBytes: MOST_FILE, what }))
      keep(join(folder, member), { rebuilt_from: `${member} of ${file.links.self} (${file.checksum})` });
  }
  if (found.length) return found;
  throw new UserError(
    `${SOURCE}: deposit ${id} holds no file <base>_<edition>_scholarlymigration_countryflows.csv, nor an archive with one. It holds: ${files.map(({ key }) => key).join(', ')}.\n` +
      'Its "enriched" files leave out rows and years, and the edition of 2026 has other columns: those want a reader of their own.',
  );
}

/** The newest edition of a table; as CSV rather than as Parquet, for that is what the record has. */
function newest(found: readonly Found[], base: string, table: Table): Found {
  const candidates = found
    .filter(({ name }) => new RegExp(`^${base}_.*_${table}\\.(csv|parquet)$`).test(name))
    .sort((a, b) => (a.edition === b.edition ? compare(a.name, b.name) : compare(b.edition, a.edition)));
  if (candidates[0]) return candidates[0];
  throw new UserError(
    `${SOURCE}: the deposit has no table ${table} of the base ${base}. It has: ${found.map(({ name }) => name).join(', ')}.`,
  );
}
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The path of a table as CSV, if it has rows, and the columns that the atlas reads. */
async function prepare({ id }: Deposit, { name, path }: Found, table: Table, bulk: string): Promise<string> {
  const what = `${SOURCE}, ${name} of deposit ${id}`;
  const isCsv = name.endsWith('.csv');
  const db = await Session.open();
  try {
    const sql = isCsv
      ? (await csvSource({ path, what, remedy: LOOK })).sql
      : `read_parquet(${literal(path)})`;
    const columns = await db.all<{ column_name: string }>(`DESCRIBE SELECT * FROM ${sql}`);
    needColumns(
      what,
      columns.map(({ column_name }) => column_name),
      TABLES[table],
    );
    const { n } = await db.one<{ n: number }>(`SELECT count(*)::INTEGER AS n FROM ${sql}`);
    if (!n) throw new UserError(`${what} has no rows.`);
    step(`read      ${name} (${n} rows)`);
    if (isCsv) return path;
    const converted = join(bulk, `${name}.csv`);
    await copyCsv(db, `SELECT * FROM ${sql} ORDER BY ALL`, converted);
    return converted;
  } finally {
    db.close();
  }
}

async function place(
  { raw, today }: Outside,
  ready: string,
  { name, origin }: Found,
  base: string,
  table: Table,
): Promise<Refreshed> {
  const path = `${SOURCE}/${name.replace(/\.parquet$/, '.csv')}`;
  await rename(ready, join(raw, path));
  step(`written   ${path}`);
  return {
    path,
    replaces: new RegExp(`^${base}_.*_scholarlymigration_${table}\\.csv$`),
    origin: 'url' in origin ? origin : { rebuilt_from: `${origin.rebuilt_from}, read on ${today}` },
  };
}
