import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { complaint } from '../testing/bench.ts';
import { folderWith } from '../testing/folder.ts';
import type { TableChange } from '../../src/model/frozen.ts';
import { diffEditions, diffReport } from './diff.ts';
import type { Edition } from './editions.ts';
import { Session } from './session.ts';
import { literal } from '../../src/model/sql-literal.ts';

let db: Session;
beforeAll(async () => {
  db = await Session.open();
});
afterAll(() => db.close());

/** An edition of these tables, each as SQL for its rows. */
async function edition(tables: Readonly<Record<string, string>>): Promise<Edition> {
  const folder = await folderWith();
  const files = new Map<string, string>();
  for (const [name, sql] of Object.entries(tables)) {
    files.set(name, join(folder, `${name}.parquet`));
    await db.run(`COPY (${sql}) TO ${literal(files.get(name) ?? '')} (FORMAT parquet)`);
  }
  return files;
}

const diffs = async (old: Readonly<Record<string, string>>, fresh: Readonly<Record<string, string>>) =>
  diffEditions(db, await edition(old), await edition(fresh));

/** What became of the one table that differs. */
async function diff(table: string, old: string, fresh: string): Promise<TableChange> {
  const [only] = await diffs({ [table]: old }, { [table]: fresh });
  if (!only) throw new Error('no difference');
  return only;
}

const flows = (...rows: string[]): string =>
  `SELECT * FROM (VALUES ${rows.map((row) => `('papers', ${row})`).join()}) v(layer, source, origin, destination, year, value, flag)`;
const totals = (...rows: string[]): string =>
  `SELECT * FROM (VALUES ${rows.join()}) v(country, measure, source, year, value, flag)`;
const DEU_FRA = "'a', 'DEU', 'FRA', 2019, 100, NULL";
const DEU_ITA = "'a', 'DEU', 'ITA', 2019, 50, NULL";
const CHN_USA = "'b', 'CHN', 'USA', 2019, 7, 'p'";

describe('rows', () => {
  test('that are the same are no change, whatever their order', async () => {
    expect(await diff('flows', flows(DEU_FRA, DEU_ITA), flows(DEU_ITA, DEU_FRA))).toEqual({
      table: 'flows',
      old: 2,
      fresh: 2,
      added: 0,
      removed: 0,
      revised: 0,
      newColumns: [],
      lostColumns: [],
      sources: [],
      largest: [],
    });
  });

  test('are added, removed and revised by the key of the contract, and counted by source', async () => {
    const fresh = flows(DEU_FRA.replace('100', '90'), CHN_USA, CHN_USA.replace('2019', '2020'));
    expect(await diff('flows', flows(DEU_FRA, DEU_ITA, CHN_USA), fresh)).toMatchObject({
      old: 3,
      fresh: 3,
      added: 1,
      removed: 1,
      revised: 1,
      sources: [
        { source: 'a', added: 0, removed: 1, revised: 1 },
        { source: 'b', added: 1, removed: 0, revised: 0 },
      ],
      largest: ['papers a DEU FRA 2019: value 100 → 90'],
    });
  });

  test('whose flag alone changed are revised', async () => {
    expect(
      await diff(
        'flows',
        flows(DEU_FRA, CHN_USA),
        flows(DEU_FRA.replace('NULL', "'e'"), CHN_USA.replace("'p'", 'NULL')),
      ),
    ).toMatchObject({
      revised: 2,
      largest: ['papers a DEU FRA 2019: flag (empty) → e', 'papers b CHN USA 2019: flag p → (empty)'],
    });
  });

  test('are the same where a part of the key is empty in both', async () => {
    const members = (page: string) =>
      `SELECT 'eu' AS group_id, 'DEU' AS country, NULL::VARCHAR AS from_date, NULL::VARCHAR AS to_date, '${page}' AS page, 'g' AS source`;
    expect(await diff('group_members', members('a'), members('a'))).toMatchObject({
      added: 0,
      removed: 0,
      revised: 0,
    });
    expect(await diff('group_members', members('a'), members('b'))).toMatchObject({
      added: 0,
      revised: 1,
      largest: ['eu DEU : page a → b'],
    });
  });

  test('whose source changed, where it is no part of the key, count with the new one', async () => {
    const visas = (source: string) =>
      `SELECT 'DEU' AS country, 2019 AS year, 'F1' AS visa_class, 5 AS value, NULL::VARCHAR AS flag, '${source}' AS source`;
    expect(await diff('us_student_visas', visas('old'), visas('new'))).toMatchObject({
      revised: 1,
      sources: [{ source: 'new', added: 0, removed: 0, revised: 1 }],
    });
  });
});

describe('the largest revisions', () => {
  test('come first, up or down, and those of texts last', async () => {
    const old = totals(
      "('DEU', 'researchers', 'a', 2019, 1000, NULL)",
      "('ESP', 'researchers', 'a', 2019, 1000, NULL)",
      "('FRA', 'researchers', 'a', 2019, 1000, NULL)",
      "('ITA', 'researchers', 'a', 2019, 1000, NULL)",
    );
    const fresh = totals(
      "('DEU', 'researchers', 'a', 2019, 1000, 'e')",
      "('ESP', 'researchers', 'a', 2019, 1005, NULL)",
      "('FRA', 'researchers', 'a', 2019, 12345, NULL)",
      "('ITA', 'researchers', 'a', 2019, 2, 'b')",
    );
    expect((await diff('totals', old, fresh)).largest).toEqual([
      'FRA researchers a 2019: value 1,000 → 12,345',
      'ITA researchers a 2019: value 1,000 → 2, flag (empty) → b',
      'ESP researchers a 2019: value 1,000 → 1,005',
      'DEU researchers a 2019: flag (empty) → e',
    ]);
  });

  test('a value that is gone, or came, counts as large as it was', async () => {
    const permits = (hidden: string, shown: string) =>
      `SELECT * FROM (VALUES ('DEU', '2019', 2019, ${hidden}, NULL, 's'), ('FRA', '2019', 2019, ${shown}, NULL, 's')) v(country, period, year, value, flag, source)`;
    expect(
      (await diff('canada_study_permits', permits('5000', '100'), permits('NULL', '90'))).largest,
    ).toEqual(['DEU 2019: value 5,000 → (empty)', 'FRA 2019: value 100 → 90']);
  });

  test('a zero is another thing than nothing', async () => {
    const visas = (value: string) =>
      `SELECT 'DEU' AS country, 2019 AS year, 'F1' AS visa_class, ${value} AS value, 'v' AS source`;
    expect((await diff('us_student_visas', visas('NULL::INTEGER'), visas('0'))).largest).toEqual([
      'DEU 2019 F1: value (empty) → 0',
    ]);
  });

  test('show small changes of small numbers', async () => {
    const index = (value: number) =>
      `SELECT 'DEU' AS country, 2019 AS year, ${value}::DOUBLE AS value, 'v' AS source`;
    expect((await diff('academic_freedom', index(0.97341), index(0.97344))).largest).toEqual([
      'DEU 2019: value 0.97341 → 0.97344',
    ]);
  });

  test('are ten, while all are counted; equal ones by their key', async () => {
    const rows = (value: number) =>
      `SELECT 'C' || lpad(n::VARCHAR, 2, '0') AS country, 'researchers' AS measure, 'a' AS source, 2019 AS year, ${value} AS value FROM range(15) r(n)`;
    const { revised, largest } = await diff('totals', rows(1), rows(2));
    expect(revised).toBe(15);
    expect(largest).toHaveLength(10);
    expect(largest.at(-1)).toBe('C09 researchers a 2019: value 1 → 2');
  });

  test('of a table without numbers are by their key', async () => {
    const groups = (a: string, b: string) =>
      `SELECT * FROM (VALUES ('oecd', '${a}'), ('eu', '${b}')) v(id, title)`;
    expect((await diff('groups', groups('x', 'y'), groups('X', 'Y'))).largest).toEqual([
      'eu: title y → Y',
      'oecd: title x → X',
    ]);
  });
});

describe('columns', () => {
  test('new and gone are named, and revise no row', async () => {
    const old = totals("('DEU', 'researchers', 'a', 2019, 1000, NULL)");
    const fresh = `SELECT * EXCLUDE flag, 'note' AS remark, 1 AS more FROM (${old})`;
    expect(await diff('totals', old, fresh)).toMatchObject({
      added: 0,
      removed: 0,
      revised: 0,
      newColumns: ['remark', 'more'],
      lostColumns: ['flag'],
    });
  });

  test('of the key, renamed: whole rows are compared, by what both have', async () => {
    const old = totals(
      "('DEU', 'researchers', 'a', 2019, 1000, NULL)",
      "('FRA', 'researchers', 'a', 2019, 5, NULL)",
    );
    const fresh = `SELECT * REPLACE (CASE WHEN value = 5 THEN 6 ELSE value END AS value) RENAME (country AS place) FROM (${old})`;
    expect(await diff('totals', old, fresh)).toEqual({
      table: 'totals',
      old: 2,
      fresh: 2,
      // The row whose value changed is another row where no key tells.
      added: 1,
      removed: 1,
      revised: 0,
      newColumns: ['place'],
      lostColumns: ['country'],
      sources: [{ source: 'a', added: 1, removed: 1, revised: 0 }],
      largest: [],
    });
  });

  test('of the key, gone: of rows that are alike without it none is lost from sight', async () => {
    const old = totals(
      "('DEU', 'researchers', 'a', 2019, 5, NULL)",
      "('FRA', 'researchers', 'a', 2019, 5, NULL)",
      "('ITA', 'researchers', 'a', 2019, 5, NULL)",
    );
    const fresh = `SELECT * EXCLUDE country FROM (${old}) LIMIT 2`;
    expect(await diff('totals', old, fresh)).toMatchObject({
      old: 3,
      fresh: 2,
      added: 0,
      removed: 1,
      revised: 0,
    });
  });

  test('all of them others: every row is another', async () => {
    expect(await diff('totals', 'SELECT 1 AS a, 2 AS b', 'SELECT unnest([1, 2]) AS c')).toMatchObject({
      added: 2,
      removed: 1,
      newColumns: ['c'],
      lostColumns: ['a', 'b'],
    });
  });

  test('of another type are compared as they are written, numbers as numbers', async () => {
    const old = `SELECT 'DEU' AS country, 2019::SMALLINT AS year, 5 AS value, 3 AS flag, 'v' AS source`;
    const same = `SELECT 'DEU' AS country, '2019' AS year, 5.0::DOUBLE AS value, '3' AS flag, 'v' AS source`;
    expect(await diff('academic_freedom', old, same)).toMatchObject({ added: 0, removed: 0, revised: 0 });
    const other = same.replace("'3'", "'b'").replace('5.0', '5.5');
    expect(await diff('academic_freedom', old, other)).toMatchObject({
      revised: 1,
      largest: ['DEU 2019: value 5 → 5.5, flag 3 → b'],
    });
  });
});

describe('tables', () => {
  test('new and gone are told with their rows; the contract gives the order, and what it lacks comes after', async () => {
    const found = await diffs(
      { zebra: 'SELECT 1 AS n', totals: totals("('DEU', 'researchers', 'a', 2019, 1, NULL)") },
      { zebra: 'SELECT 2 AS n', flows: flows(DEU_FRA, DEU_ITA) },
    );
    expect(found.map((d) => [d.table, d.old, d.fresh, d.added, d.removed])).toEqual([
      ['flows', null, 2, 2, 0],
      ['totals', 1, null, 0, 1],
      ['zebra', 1, 1, 1, 1],
    ]);
  });

  test('a file that is missing or cut short stops with its name', async () => {
    const whole = await edition({ flows: flows(DEU_FRA) });
    const folder = await folderWith({ 'flows.parquet': 'PAR1 cut short' });
    const bad = new Map([['flows', join(folder, 'flows.parquet')]]);
    expect(await complaint(diffEditions(db, whole, bad))).toMatch(
      /flows\.parquet is missing or no whole Parquet file \(.+\)\. Make the edition again, or name another\.$/,
    );
    expect(
      await complaint(diffEditions(db, new Map([['flows', join(folder, 'none.parquet')]]), new Map())),
    ).toMatch(/none\.parquet is missing or no whole Parquet file/);
  });
});

test('the report tells tables, sources and revisions', async () => {
  const more = Array.from({ length: 1200 }, (_, i) => `'b', 'CHN', 'USA', ${i}, 1, NULL`);
  const found = await diffs(
    {
      flows: flows(DEU_FRA, DEU_ITA),
      totals: totals("('DEU', 'researchers', 'a', 2019, 1, NULL)"),
      groups: "SELECT 'eu' AS id, 'European Union' AS title",
      revisions: "SELECT 'r' AS release, 'w' AS what, 't' AS remark",
    },
    {
      flows: flows(DEU_FRA.replace('100', '1100'), ...more),
      groups: "SELECT 'eu' AS id, 'European Union' AS title",
      themes: 'SELECT 1 AS id FROM range(3)',
      revisions: "SELECT 'r' AS release, 'w' AS what, 't' AS note",
    },
  );
  expect(diffReport(found)).toBe(`\
flows: 1,200 added, 1 removed, 1 revised
  a: 0 added, 1 removed, 1 revised
  b: 1,200 added, 0 removed, 0 revised
    papers a DEU FRA 2019: value 100 → 1,100
totals: table gone, it had 1 rows
themes: new table, 3 rows
groups: no change in 1 rows
revisions: new columns note, columns gone remark`);
});
