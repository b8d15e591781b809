import { join } from 'node:path';
import { schemaOf, TABLES, type TableName } from '../../src/model/tables/index.ts';
import { PARQUET, type Session } from './session.ts';
import { literal } from '../../src/model/sql-literal.ts';
import { replaceFiles } from './whole.ts';

/** The tables of data/snapshot/; each is sorted by its key. Keys are unique, and ingest refuses what is not. */
export const SNAPSHOT: readonly TableName[] = (Object.keys(TABLES) as TableName[]).filter(
  (name) => schemaOf(name).made === 'ingest',
);

/** The tables that models make from them, in data/models/. */
export const MODELLED: readonly TableName[] = (Object.keys(TABLES) as TableName[]).filter(
  (name) => schemaOf(name).made === 'model',
);

export const snapshotFile = (folder: string, table: TableName): string => join(folder, `${table}.parquet`);

export async function writeSnapshot(db: Session, folder: string): Promise<void> {
  await replaceFiles(folder, async (draft) => {
    for (const table of SNAPSHOT)
      await db.run(
        `COPY (SELECT * FROM ${table} ORDER BY ${schemaOf(table).primaryKey.join(', ')}) TO ${literal(snapshotFile(draft, table))} ${PARQUET}`,
      );
  });
}
