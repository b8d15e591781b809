import { cp } from 'node:fs/promises';
import { PATHS, pathsBelow, type Paths } from '../lib/paths.ts';
import { literal, Session } from '../lib/session.ts';
import { SNAPSHOT, snapshotFile, type SnapshotTable } from '../lib/snapshot.ts';
import { folderWith } from './folder.ts';

const TABLES = Object.keys(SNAPSHOT) as SnapshotTable[];
const read = (folder: string, table: SnapshotTable): string =>
  `read_parquet(${literal(snapshotFile(folder, table))})`;

const KEPT = "('AUT', 'CHN', 'DEU', 'ESP', 'FRA', 'GBR', 'ITA', 'NAM', 'USA', 'XKX')";
const WHERE: Partial<Record<SnapshotTable, string>> = {
  flows: `origin IN ${KEPT} AND destination IN ${KEPT}`,
  totals: `country IN ${KEPT} OR country = 'WLD'`,
  coverage: `country IN ${KEPT}`,
};

/** The committed snapshot, cut down to ten countries; made once for a test file. */
let cutDown: Promise<string> | undefined;
async function cut(): Promise<string> {
  const folder = await folderWith();
  const db = await Session.open();
  for (const table of TABLES)
    await db.run(
      `COPY (FROM ${read(PATHS.snapshot, table)} WHERE ${WHERE[table] ?? true}) TO ${literal(snapshotFile(folder, table))} (FORMAT parquet)`,
    );
  db.close();
  return folder;
}

/** A folder laid out like the repository, with its records and lists and a small snapshot. `spoil` may be SQL that changes one of its tables. */
export async function smallRepository(spoil?: { table: SnapshotTable; sql: string }): Promise<Paths> {
  const paths = pathsBelow(await folderWith({ 'data/release.json': '{ "version": "2026-01-01" }' }));
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
