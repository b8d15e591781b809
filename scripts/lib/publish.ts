import { copyFile, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { INDICATORS, labelOf } from '../../src/indicators/index.ts';
import type { AtlasFile } from '../../src/model/atlas.ts';
import type { Place } from '../../src/model/country.ts';
import { LAYERS } from '../../src/model/layer.ts';
import type { TableFile } from '../../src/model/release.ts';
import { schemaOf, TABLES, type TableName } from '../../src/model/tables/index.ts';
import { makeBasemap } from '../basemap.ts';
import { writeApi } from './api/write-api.ts';
import { atlasSeries } from './atlas-series.ts';
import type { Catalogue, TableFacts } from './catalogue/catalogue.ts';
import { catalogueFiles } from './catalogue/files.ts';
import { folderSums, SUMS_FILE } from './catalogue/folder-sums.ts';
import { AFTER } from './checks/contract-checks.ts';
import { allChecks, recordQuality, report } from './checks/index.ts';
import type { Check } from './checks/check.ts';
import { checkTable } from './contract.ts';
import { UserError } from './errors.ts';
import { groupFile } from './group-file.ts';
import { namesFile } from './names-file.ts';
import { describeRelease, describeTable, hashedName } from './manifest.ts';
import { MODELS } from './models/index.ts';
import type { Model } from './models/open-models.ts';
import type { Paths } from './paths.ts';
import { step } from './progress.ts';
import { readRecords } from './records.ts';
import { PARQUET, Session } from './session.ts';
import { literal } from '../../src/model/sql-literal.ts';
import { openTables } from './open-tables.ts';
import { SNAPSHOT, snapshotFile } from './snapshot.ts';
import { SLICE_LIMIT, writeSlices } from './slices.ts';
import { restsOn } from './source-rows.ts';
import { replaceFolder } from './whole.ts';

export interface PublishOptions {
  /** Most bytes (gzip) that a slice may have. */
  readonly sliceLimit?: number;
  /** What must hold of the release; by default everything. */
  readonly checks?: readonly Check[];
  /** What is reckoned from the snapshot beside SQL; by default every model. */
  readonly models?: readonly Model[];
  /** Address of the site's root, and where errors are reported, for what is written for machines; null where not known. */
  readonly site?: string | null;
  readonly contact?: string | null;
}

/**
 * Turns the snapshot into the release, made anew and put in place whole: until then, and if anything fails, the old one stays.
 * @throws {UserError} for a snapshot that is damaged, breaks the contract of src/model/tables/, or fails a check
 */
export async function publish(
  paths: Paths,
  {
    sliceLimit = SLICE_LIMIT,
    checks = allChecks(paths.coverage),
    models = MODELS,
    site = process.env['SITE_URL'] || null,
    contact = process.env['REPORT_URL'] || null,
  }: PublishOptions = {},
): Promise<void> {
  const started = performance.now();
  const records = await readRecords(paths.records);
  const version = await readVersion(paths.version);
  const db = await Session.open();
  try {
    const sources = await openTables(db, paths, records, models);
    const failed = (await recordQuality(db, checks)).filter((result) => !result.passed);
    if (failed.length)
      throw new UserError(
        `${report(failed)}\nNothing was published. Mend the data: npm run data:check tells all.`,
      );
    for (const name of AFTER) await checkTable(db, name);

    await replaceFolder(paths.release, async (folder) => {
      const resources: TableFile[] = [];
      const tables: Record<string, TableFacts> = {};
      for (const name of Object.keys(TABLES) as TableName[]) {
        tables[name] = await factsOf(db, name);
        resources.push(await writeTable(db, paths.snapshot, folder, name));
      }
      const catalogue: Catalogue = { release: describeRelease(version, resources), tables, sources: records };
      for (const [path, text] of catalogueFiles(catalogue, site, contact)) {
        await mkdir(dirname(join(folder, path)), { recursive: true });
        await writeFile(join(folder, path), text);
      }

      const places = await db.all<Place>(
        'SELECT iso3, short_name, in_text, region, anchor_lon, anchor_lat FROM countries ORDER BY iso3',
      );
      const codes = await db.all<{ m49: string; iso3: string }>(
        'SELECT m49, iso3 FROM countries WHERE m49 IS NOT NULL',
      );
      const basemap = makeBasemap(new Map(codes.map((c) => [c.m49, c.iso3])));
      const basemapPath = hashedName('basemap', Buffer.from(basemap.svg), 'svg');
      await writeFile(join(folder, basemapPath), basemap.svg);
      const geometry = JSON.stringify(basemap.geometry);
      const geometryPath = hashedName('basemap', Buffer.from(geometry), 'topo.json');
      await writeFile(join(folder, geometryPath), geometry);
      const atlas: AtlasFile = {
        version,
        places,
        layers: LAYERS,
        sources,
        ...(await atlasSeries(db)),
        basemap: { path: basemapPath, geometry: geometryPath, areas: basemap.areas },
      };
      await writeFile(join(folder, 'atlas.json'), JSON.stringify(atlas));
      await writeFile(join(folder, 'indicators.json'), JSON.stringify(INDICATORS.map(labelOf)));
      await writeFile(join(folder, 'groups.json'), JSON.stringify(await groupFile(db)));
      await writeFile(join(folder, 'names.json'), JSON.stringify(await namesFile(db)));

      const slices = await writeSlices(db, folder);
      if (slices.largest > sliceLimit)
        throw new UserError(
          `The largest slice, ${slices.largestPath}, has ${slices.largest} bytes (gzip), more than the ${sliceLimit} that a page may load. Put less into it (scripts/lib/slices.ts).`,
        );
      await writeFile(join(folder, SUMS_FILE), await folderSums(folder));
      await writeApi(db, { paths, release: catalogue.release, records, ...atlas, folder, site });
      const bytes = resources.reduce((sum, r) => sum + r.bytes, 0);
      step(
        `release   ${version}: ${resources.length} tables in ${bytes.toLocaleString('en')} bytes, ${slices.files} slices (largest ${slices.largest.toLocaleString('en')} bytes gzip), ` +
          `in ${((performance.now() - started) / 1000).toFixed(1)} s`,
      );
    });
  } finally {
    db.close();
  }
}

/** The release's version from data/release.json. */
async function readVersion(path: string): Promise<string> {
  try {
    const { version } = JSON.parse(await readFile(path, 'utf8')) as { version?: unknown };
    if (typeof version === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(version)) return version;
  } catch (error) {
    throw new UserError(
      `${path} cannot be read: ${(error as Error).message}. It holds { "version": "YYYY-MM-DD" }.`,
    );
  }
  throw new UserError(`${path} has no version that is a date: { "version": "YYYY-MM-DD" }.`);
}

/** The order of every file of a table: its key, so that the same rows give the same bytes. */
const rowsInOrder = (name: TableName): string =>
  `SELECT * FROM ${name} ORDER BY ${schemaOf(name).primaryKey.join(', ')}`;

/** Writes one table, as Parquet and as CSV, under names with the hash of their content. */
async function writeTable(
  db: Session,
  snapshot: string,
  folder: string,
  name: TableName,
): Promise<TableFile> {
  const draft = join(folder, `${name}.parquet`);
  // The snapshot's files are in order, and packed as tightly as can be: to do it again would take half of a publish.
  if (SNAPSHOT.includes(name)) await copyFile(snapshotFile(snapshot, name), draft);
  else await db.run(`COPY (${rowsInOrder(name)}) TO ${literal(draft)} ${PARQUET}`);
  const csvDraft = join(folder, `${name}.csv.gz`);
  await db.run(`COPY (${rowsInOrder(name)}) TO ${literal(csvDraft)} (FORMAT csv, HEADER, COMPRESSION gzip)`);
  const put = async (from: string, extension: string): Promise<string> => {
    const path = hashedName(name, await readFile(from), extension);
    await rename(from, join(folder, path));
    return path;
  };
  const [path, csv] = [await put(draft, 'parquet'), await put(csvDraft, 'csv.gz')];
  const { rows } = await db.one<{ rows: number }>(`SELECT count(*)::INTEGER AS rows FROM ${name}`);
  return describeTable(name, folder, { path, csv, rows });
}

/** The records that a table's rows rest on, and its first and last year. */
async function factsOf(db: Session, name: TableName): Promise<TableFacts> {
  const rests = await restsOn(db, name);
  const [first, last] = [
    rests.flatMap((row) => row.first_year ?? []),
    rests.flatMap((row) => row.last_year ?? []),
  ];
  return {
    sources: [...new Set(rests.map((row) => row.source.split('/')[0] ?? ''))],
    years: first.length ? [Math.min(...first), Math.max(...last)] : null,
  };
}
