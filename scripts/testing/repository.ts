import { cp } from 'node:fs/promises';
import { PATHS, pathsBelow, type Paths } from '../lib/paths.ts';
import { Session } from '../lib/session.ts';
import { literal } from '../../src/model/sql-literal.ts';
import { schemaOf, type TableName } from '../../src/model/tables/index.ts';
import { SNAPSHOT, snapshotFile } from '../lib/snapshot.ts';
import { atEnd } from './at-end.ts';
import { folderWith } from './folder.ts';

const read = (folder: string, table: TableName): string =>
  `read_parquet(${literal(snapshotFile(folder, table))})`;

const KEPT = "('AUT', 'CHN', 'DEU', 'ESP', 'FRA', 'GBR', 'ITA', 'NAM', 'USA', 'XKX')";

/** The rows of a table that are kept: those of the ten countries and of the world, wherever a table has countries. */
function kept(table: TableName): string {
  const names = schemaOf(table).fields.map((field) => field.name);
  if (table === 'organisation_ties' || table === 'organisation_persistence') {
    const organisations = `(SELECT id FROM ${read(PATHS.snapshot, 'organisations')} WHERE country IN ('AUT', 'NAM'))`;
    return `a IN ${organisations} AND b IN ${organisations}`;
  }
  if (names.includes('origin')) return `origin IN ${KEPT} AND destination IN ${KEPT}`;
  return names.includes('country') ? `country IN ${KEPT} OR country = 'WLD'` : 'TRUE';
}

/** The committed snapshot, cut down to ten countries; made once for a test file. */
let cutDown: Promise<string> | undefined;
async function cut(): Promise<string> {
  const folder = await folderWith();
  atEnd(() => (cutDown = undefined));
  const db = await Session.open();
  for (const table of SNAPSHOT)
    await db.run(
      `COPY (FROM ${read(PATHS.snapshot, table)} WHERE ${kept(table)} ORDER BY ${schemaOf(table).primaryKey.join(', ')}) TO ${literal(snapshotFile(folder, table))} (FORMAT parquet)`,
    );
  db.close();
  return folder;
}

/** A folder laid out like the repository, with its records and lists and a small snapshot. `spoil` may be SQL that changes one of its tables. */
export async function smallRepository(spoil?: { table: TableName; sql: string }): Promise<Paths> {
  const paths = pathsBelow(await folderWith({ 'data/release.json': '{ "version": "2026-01-01" }' }));
  for (const list of ['revisions', 'errata'] as const) await cp(PATHS[list], paths[list]);
  await cp(PATHS.records, paths.records, { recursive: true });
  await cp(await (cutDown ??= cut()), paths.snapshot, { recursive: true });
  if (spoil) {
    const db = await Session.open();
    await db.run(`CREATE TABLE ${spoil.table} AS FROM ${read(paths.snapshot, spoil.table)}`);
    await db.run(spoil.sql);
    await db.run(
      `COPY ${spoil.table} TO ${literal(snapshotFile(paths.snapshot, spoil.table))} (FORMAT parquet)`,
    );
    db.close();
  }
  return paths;
}
