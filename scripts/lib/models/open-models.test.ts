import { mkdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { filesIn, folderWith } from '../../testing/folder.ts';
import { told } from '../../testing/quiet.ts';
import { createTable } from '../ddl.ts';
import { Session } from '../session.ts';
import { literal } from '../../../src/model/sql-literal.ts';
import { MODELLED, snapshotFile } from '../snapshot.ts';
import { openModels, type Model } from './open-models.ts';

let paths: { snapshot: string; models: string };
beforeEach(async () => {
  const folder = await folderWith();
  paths = { snapshot: join(folder, 'snapshot'), models: join(folder, 'models') };
  await mkdir(paths.snapshot);
  await writeInput(7);
});

/** A snapshot of one table that the model reads. */
async function writeInput(value: number): Promise<void> {
  const db = await Session.open();
  await db.run(createTable('flows'));
  await db.append('flows', [['papers', 's', 'AAA', 'BBB', 2019, value, null]]);
  await db.run(`COPY flows TO ${literal(snapshotFile(paths.snapshot, 'flows'))} (FORMAT parquet)`);
  db.close();
}

const KEPT = 'network_measures';
const file = () => snapshotFile(paths.models, KEPT);
const note = () => join(paths.models, 'sums.sha256');

/** A model that gives each country a value; how often it ran is counted. */
function modelOf(value: number, changes: Partial<Model> = {}): Model & { runs: number } {
  return {
    id: 'sums',
    version: 1,
    inputs: ['flows'],
    tables: [KEPT],
    runs: 0,
    async run(db) {
      this.runs++;
      // Not in the order of the key.
      for (const country of ['BBB', 'AAA'])
        await db.append(KEPT, [['papers', 's', 2019, country, 'eigenvector', value, null]]);
    },
    ...changes,
  };
}

/** Opens the models in a session of their own, and what is then in the table. */
async function open(...models: readonly Model[]): Promise<number[]> {
  const db = await Session.open();
  try {
    await openModels(db, paths, models);
    const rows = await db.all<{ value: number }>(`SELECT value FROM ${KEPT} ORDER BY country`);
    return rows.map(({ value }) => value);
  } finally {
    db.close();
  }
}

test('it runs once, and then what it kept is read', async () => {
  const model = modelOf(3);
  expect(await open(model)).toEqual([3, 3]);
  expect(told()).toMatch(/^model {5}sums: reckoned in \d+\.\d s\n$/);
  expect(await filesIn(paths.models)).toEqual([`${KEPT}.parquet`, 'sums.sha256']);
  expect(await open(model)).toEqual([3, 3]);
  expect(model.runs).toBe(1);
  expect(told()).toBe('');
});

test('what is kept is in the order of its key, and the same bytes every time', async () => {
  await open(modelOf(3));
  const [bytes, text] = [await readFile(file()), await readFile(note(), 'utf8')];
  const db = await Session.open();
  expect(await db.all(`SELECT country FROM read_parquet(${literal(file())})`)).toEqual([
    { country: 'AAA' },
    { country: 'BBB' },
  ]);
  db.close();
  await rm(paths.models, { recursive: true });
  await open(modelOf(3));
  expect([await readFile(file()), await readFile(note(), 'utf8')]).toEqual([bytes, text]);
});

test('another snapshot: it runs again', async () => {
  await open(modelOf(3));
  await writeInput(8);
  const model = modelOf(4);
  expect(await open(model)).toEqual([4, 4]);
  expect(await open(model)).toEqual([4, 4]);
  expect(model.runs).toBe(1);
});

test('a table that it does not read may change', async () => {
  await open(modelOf(3));
  await writeFile(snapshotFile(paths.snapshot, 'totals'), 'other');
  expect(await open(modelOf(4))).toEqual([3, 3]);
});

test('a higher version: it runs again', async () => {
  await open(modelOf(3));
  expect(await open(modelOf(4, { version: 2 }))).toEqual([4, 4]);
});

test.each([
  ['cut short', () => truncate(file(), 40)],
  ['gone', () => rm(file())],
  ['of the contract before', () => copyTo("SELECT 'papers' AS layer, 's' AS source", file())],
  [
    'of another run',
    () => copyTo(`SELECT * REPLACE (9.5::DOUBLE AS value) FROM read_parquet(${literal(file())})`, file()),
  ],
])('a file that is %s: it runs again, and what is kept is mended', async (_what, spoil) => {
  await open(modelOf(3));
  await spoil();
  const model = modelOf(4);
  expect(await open(model)).toEqual([4, 4]);
  expect(await open(model)).toEqual([4, 4]);
  expect(model.runs).toBe(1);
});

async function copyTo(select: string, path: string): Promise<void> {
  const db = await Session.open();
  await db.run(`CREATE TABLE other AS ${select}`);
  await db.run(`COPY other TO ${literal(path)} (FORMAT parquet)`);
  db.close();
}

test('a file of the contract before, with a note that fits, is not read', async () => {
  // As if the contract had changed and nothing else: the table lacks columns, and all that is kept is as it was put there.
  const other = modelOf(3, {
    async run(db) {
      await db.run(
        `CREATE OR REPLACE TABLE ${KEPT} AS SELECT 'papers' AS layer, 's' AS source, 2019 AS year, 'AAA' AS country, 'x' AS measure`,
      );
    },
  });
  await expect(open(other)).rejects.toThrow();
  const model = modelOf(4);
  expect(await open(model)).toEqual([4, 4]);
  expect(model.runs).toBe(1);
});

test('one that fails while it reckons leaves what was kept, and the next that does not is taken', async () => {
  await open(modelOf(3));
  const [bytes, text] = [await readFile(file()), await readFile(note(), 'utf8')];
  const failing = modelOf(4, {
    version: 2,
    run: () => Promise.reject(new Error('No result')),
  });
  await expect(open(failing)).rejects.toThrow('No result');
  expect([await readFile(file()), await readFile(note(), 'utf8')]).toEqual([bytes, text]);
  expect(await open(modelOf(5))).toEqual([3, 3]);
});

test('cut while it keeps: what lies there counts for nothing', async () => {
  await open(modelOf(3));
  // A folder in the way stops the file from being put in place, after the old note is gone and before the new one is there.
  await rm(file());
  await mkdir(file());
  await expect(open(modelOf(4, { version: 2 }))).rejects.toThrow();
  expect(await filesIn(paths.models)).toEqual([]);
  await rm(file(), { recursive: true });
  const model = modelOf(5, { version: 2 });
  expect(await open(model)).toEqual([5, 5]);
  expect(model.runs).toBe(1);
  expect(await filesIn(paths.models)).toEqual([`${KEPT}.parquet`, 'sums.sha256']);
});

test('files without a note, as a cut leaves them, are not read', async () => {
  await open(modelOf(3));
  await rm(note());
  expect(await open(modelOf(4))).toEqual([4, 4]);
});

test('tables that no model fills are there, and empty', async () => {
  const db = await Session.open();
  await openModels(db, paths, []);
  for (const table of MODELLED) expect(await db.all(`FROM ${table}`), table).toEqual([]);
  db.close();
});

test('models come after one another, each with what it keeps', async () => {
  const first = modelOf(3);
  const second: Model = {
    id: 'more',
    version: 1,
    inputs: ['flows'],
    tables: ['gravity_effects'],
    async run(db) {
      await db.append('gravity_effects', [['papers', 's', 2019, 2019, 'AAA', 'both', 0.5]]);
    },
  };
  await open(first, second);
  expect(await filesIn(paths.models)).toEqual([
    'gravity_effects.parquet',
    'more.sha256',
    `${KEPT}.parquet`,
    'sums.sha256',
  ]);
  const again = await Session.open();
  await openModels(again, paths, [first, second]);
  expect(await again.all('SELECT country, effect FROM gravity_effects')).toEqual([
    { country: 'AAA', effect: 0.5 },
  ]);
  again.close();
  expect(first.runs).toBe(1);
});
