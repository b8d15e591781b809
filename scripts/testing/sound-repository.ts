import { mkdir } from 'node:fs/promises';
import { schemaOf, type TableName } from '../../src/model/tables/index.ts';
import { pathsBelow, type Paths } from '../lib/paths.ts';
import type { Model } from '../lib/models/open-models.ts';
import { literal } from '../../src/model/sql-literal.ts';
import { MODELLED, snapshotFile, writeSnapshot } from '../lib/snapshot.ts';
import { folderWith } from './folder.ts';
import { SOUND_RECORDS, soundRelease } from './sound-release.ts';

/** The first line of a list that is kept by hand. */
const header = (table: TableName): string =>
  `${schemaOf(table)
    .fields.map(({ name }) => name)
    .join()}\n`;

/** A folder laid out like the repository, with the sound release as its snapshot and the records of its sources. */
export async function soundRepository(): Promise<Paths> {
  const records = [...SOUND_RECORDS].map(([id, record]) => [
    `data/sources/${id}.json`,
    JSON.stringify(record),
  ]);
  const paths = pathsBelow(
    await folderWith({
      ...Object.fromEntries(records),
      'data/revisions.csv': `${header('revisions')}2026-01-01,1.0.0,,First release\n`,
      'data/errata.csv': header('errata'),
    }),
  );
  const db = await soundRelease();
  await writeSnapshot(db, paths.snapshot);
  await mkdir(made(paths));
  for (const table of MODELLED)
    await db.run(`COPY ${table} TO ${literal(snapshotFile(made(paths), table))} (FORMAT parquet)`);
  db.close();
  return paths;
}

/** What the sound release has in the tables of models. */
const made = (paths: Paths): string => `${paths.models}.sound`;

/** In place of the models, which want more countries than the sound release has: its own rows of their tables. */
export const soundModel = (paths: Paths): Model => ({
  id: 'sound',
  version: 1,
  inputs: [],
  tables: MODELLED,
  async run(db) {
    for (const table of MODELLED)
      await db.run(
        `INSERT INTO ${table} SELECT * FROM read_parquet(${literal(snapshotFile(made(paths), table))})`,
      );
  },
});
