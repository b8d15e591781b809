import { join } from 'node:path';
import { literal, PARQUET, type Session } from './session.ts';
import { replaceFiles } from './whole.ts';

/** The tables of data/snapshot/ with their keys; each is sorted by its key. Keys are unique, and ingest refuses what is not. */
export const SNAPSHOT = {
  countries: ['iso3'],
  flows: ['layer', 'source', 'origin', 'destination', 'year'],
  totals: ['country', 'measure', 'source', 'year'],
  coverage: ['layer', 'source', 'country', 'year'],
  exclusions: ['source', 'value', 'reason'],
  adjustments: ['source', 'origin', 'destination', 'year'],
} as const satisfies Record<string, readonly string[]>;
export type SnapshotTable = keyof typeof SNAPSHOT;

export const snapshotFile = (folder: string, table: SnapshotTable): string =>
  join(folder, `${table}.parquet`);

export async function writeSnapshot(db: Session, folder: string): Promise<void> {
  await replaceFiles(folder, async (draft) => {
    for (const [table, key] of Object.entries(SNAPSHOT) as [SnapshotTable, readonly string[]][])
      await db.run(
        `COPY (SELECT * FROM ${table} ORDER BY ${key.join(', ')}) TO ${literal(snapshotFile(draft, table))} ${PARQUET}`,
      );
  });
}
