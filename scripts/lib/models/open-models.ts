import { createHash } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { schemaOf, type TableName } from '../../../src/model/tables/index.ts';
import { checkColumns } from '../contract.ts';
import { createTable } from '../ddl.ts';
import type { Paths } from '../paths.ts';
import { step } from '../progress.ts';
import { PARQUET, type Session } from '../session.ts';
import { literal } from '../../../src/model/sql-literal.ts';
import { MODELLED, snapshotFile } from '../snapshot.ts';
import { replaceFiles, replaceWhole } from '../whole.ts';

/** What SQL cannot say, reckoned from tables of the snapshot: too slow for every publish, so it is kept until they change. */
export interface Model {
  readonly id: string;
  /** Raised when the reckoning changes: what was kept is then reckoned anew. */
  readonly version: number;
  /** SQL that it runs, if any: another text is another reckoning. */
  readonly sql?: string;
  /** Tables of the snapshot that it reads, itself or through relations. */
  readonly inputs: readonly TableName[];
  /** Tables that it fills; they are there and empty when it runs. */
  readonly tables: readonly TableName[];
  run(db: Session): Promise<void>;
}

/**
 * Makes the tables of the models: from data/models/ where what is kept there was reckoned from the same snapshot by the
 * same version, else by running the model, and then keeps what came out. Tables of the contract that no model given here
 * fills are there, and empty.
 */
export async function openModels(
  db: Session,
  paths: Pick<Paths, 'snapshot' | 'models'>,
  models: readonly Model[],
): Promise<void> {
  for (const table of MODELLED) await db.run(createTable(table));
  for (const model of models) {
    const key = await keyOf(model, paths.snapshot);
    if ((await isKept(model, key, paths.models)) && (await load(db, model, paths.models))) continue;
    const started = performance.now();
    for (const table of model.tables) {
      await db.run(`DROP TABLE ${table}`);
      await db.run(createTable(table));
    }
    await model.run(db);
    await keep(db, model, key, paths.models);
    step(`model     ${model.id}: reckoned in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  }
}

/** What the result depends on, as one hash: the version, and every byte of the tables that are read. */
async function keyOf(model: Model, snapshot: string): Promise<string> {
  const hash = createHash('sha256').update(`${model.id} ${model.version} ${model.sql ?? ''}`);
  for (const table of model.inputs) hash.update(table).update(await readFile(snapshotFile(snapshot, table)));
  return hash.digest('hex');
}

/** Says what is kept: the key, and the hash of each file, so that a file of another run counts for nothing. */
const noteFile = (folder: string, { id }: Model): string => join(folder, `${id}.sha256`);

async function noteOf({ tables }: Model, key: string, folder: string): Promise<string> {
  const lines = [key];
  for (const table of tables) {
    const file = snapshotFile(folder, table);
    const hash = createHash('sha256').update(await readFile(file));
    lines.push(`${hash.digest('hex')}  ${basename(file)}`);
  }
  return `${lines.join('\n')}\n`;
}

async function isKept(model: Model, key: string, folder: string): Promise<boolean> {
  try {
    return (await readFile(noteFile(folder, model), 'utf8')) === (await noteOf(model, key, folder));
  } catch {
    return false;
  }
}

/** Whether what is kept could be read; a file of an older contract counts as none. */
async function load(db: Session, { tables }: Model, folder: string): Promise<boolean> {
  try {
    for (const table of tables) {
      await db.run(
        `CREATE OR REPLACE TABLE ${table} AS SELECT * FROM read_parquet(${literal(snapshotFile(folder, table))})`,
      );
      await checkColumns(db, table);
    }
    return true;
  } catch {
    return false;
  }
}

async function keep(db: Session, model: Model, key: string, folder: string): Promise<void> {
  // The note comes last: until then what is kept counts for nothing, and is reckoned anew.
  await rm(noteFile(folder, model), { force: true });
  await replaceFiles(folder, async (draft) => {
    for (const table of model.tables)
      await db.run(
        `COPY (SELECT * FROM ${table} ORDER BY ${schemaOf(table).primaryKey.join(', ')}) TO ${literal(snapshotFile(draft, table))} ${PARQUET}`,
      );
  });
  const note = await noteOf(model, key, folder);
  await replaceWhole(noteFile(folder, model), (draft) => writeFile(draft, note));
}
