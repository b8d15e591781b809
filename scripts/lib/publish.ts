import { readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { RELATIONS } from '../../src/indicators/index.ts';
import type { AtlasFile } from '../../src/model/atlas.ts';
import type { Place } from '../../src/model/country.ts';
import { LAYERS } from '../../src/model/layer.ts';
import type { Resource } from '../../src/model/release.ts';
import { TABLES, type TableName } from '../../src/model/tables.ts';
import { makeBasemap } from '../basemap.ts';
import { atlasSeries } from './atlas-series.ts';
import { checkColumns, checkContract } from './contract.ts';
import { UserError } from './errors.ts';
import { describeRelease, describeTable, hashedName } from './manifest.ts';
import type { Paths } from './paths.ts';
import { step } from './progress.ts';
import { readRecords, type SourceRecord } from './records.ts';
import { insert, literal, PARQUET, Session } from './session.ts';
import { SLICE_LIMIT, writeSlices } from './slices.ts';
import { SNAPSHOT, snapshotFile, type SnapshotTable } from './snapshot.ts';
import { sourceRows } from './source-rows.ts';
import { replaceFolder } from './whole.ts';

/**
 * Turns the snapshot into the release, made anew and put in place whole: until then, and if anything fails, the old one stays.
 * @param sliceLimit most bytes (gzip) that a slice may have
 * @throws {UserError} for a snapshot that is damaged or breaks the contract of src/model/tables.ts
 */
export async function publish(paths: Paths, sliceLimit: number = SLICE_LIMIT): Promise<void> {
  const started = performance.now();
  const records = await readRecords(paths.records);
  const version = await readVersion(paths.version);
  const db = await Session.open();
  try {
    await loadSnapshot(db, paths.snapshot);
    await db.run(
      'CREATE TABLE layers (id VARCHAR, title VARCHAR, unit VARCHAR, directed BOOLEAN, default_source VARCHAR, definition VARCHAR)',
    );
    for (const l of LAYERS)
      await insert(db, 'layers', [l.id, l.title, l.unit, l.directed, l.default_source, l.definition]);
    const sources = await sourceRows(db, records);
    await checkContract(db);
    for (const relation of RELATIONS)
      await db.run(`CREATE ${relation.stored ? 'TABLE' : 'VIEW'} ${relation.name} AS ${relation.sql}`);

    await replaceFolder(paths.release, async (folder) => {
      const resources: Resource[] = [];
      for (const name of Object.keys(TABLES) as TableName[])
        resources.push(await writeTable(db, folder, name, records));
      await writeFile(
        join(folder, 'datapackage.json'),
        JSON.stringify(describeRelease(version, resources), null, 1),
      );

      const places = await db.all<Place>(
        'SELECT iso3, short_name, in_text, region, anchor_lon, anchor_lat FROM countries ORDER BY iso3',
      );
      const codes = await db.all<{ m49: string; iso3: string }>(
        'SELECT m49, iso3 FROM countries WHERE m49 IS NOT NULL',
      );
      const basemap = makeBasemap(new Map(codes.map((c) => [c.m49, c.iso3])));
      const basemapPath = hashedName('basemap', Buffer.from(basemap.svg), 'svg');
      await writeFile(join(folder, basemapPath), basemap.svg);
      const atlas: AtlasFile = {
        version,
        places,
        layers: LAYERS,
        sources,
        ...(await atlasSeries(db)),
        basemap: { path: basemapPath, areas: basemap.areas },
      };
      await writeFile(join(folder, 'atlas.json'), JSON.stringify(atlas));

      const slices = await writeSlices(db, folder);
      if (slices.largest > sliceLimit)
        throw new UserError(
          `The largest slice, ${slices.largestPath}, has ${slices.largest} bytes (gzip), more than the ${sliceLimit} that a page may load. Put less into it (scripts/lib/slices.ts).`,
        );
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

async function loadSnapshot(db: Session, folder: string): Promise<void> {
  for (const table of Object.keys(SNAPSHOT) as SnapshotTable[]) {
    const file = snapshotFile(folder, table);
    if (!(await stat(file).catch(() => null)))
      throw new UserError(
        `${file} is missing. Restore it from version control, or make it: npm run data:fetch, npm run data:ingest.`,
      );
    try {
      await db.run(`CREATE TABLE ${table} AS SELECT * FROM read_parquet(${literal(file)})`);
    } catch (error) {
      throw new UserError(
        `${file} is no whole Parquet file (${(error as Error).message.split('\n')[0]}). Restore it from version control.`,
      );
    }
    await checkColumns(db, table);
  }
}

/** Writes one table, sorted by its key, under a name with the hash of its content. */
async function writeTable(
  db: Session,
  folder: string,
  name: TableName,
  records: ReadonlyMap<string, SourceRecord>,
): Promise<Resource> {
  const draft = join(folder, `${name}.parquet`);
  await db.run(
    `COPY (SELECT * FROM ${name} ORDER BY ${TABLES[name].primaryKey.join(', ')}) TO ${literal(draft)} ${PARQUET}`,
  );
  const path = hashedName(name, await readFile(draft), 'parquet');
  await rename(draft, join(folder, path));
  const { rows } = await db.one<{ rows: number }>(`SELECT count(*)::INTEGER AS rows FROM ${name}`);
  return describeTable(name, join(folder, path), path, rows, await recordsOf(db, name, records));
}

async function recordsOf(
  db: Session,
  name: TableName,
  records: ReadonlyMap<string, SourceRecord>,
): Promise<SourceRecord[]> {
  const ids =
    name === 'countries'
      ? ['country-groups', 'world-bank-wdi']
      : !TABLES[name].fields.some((field) => field.name === 'source')
        ? []
        : (
            await db.all<{ id: string }>(
              `SELECT DISTINCT split_part(source, '/', 1) AS id FROM ${name} ORDER BY id`,
            )
          ).map((r) => r.id);
  // What a host reported is held against its inbound totals, so both licences apply.
  if (name === 'coverage') ids.push('uis-student-totals');
  return ids.flatMap((id) => records.get(id) ?? []);
}
