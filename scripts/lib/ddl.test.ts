import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TABLES, type TableName } from '../../src/model/tables/index.ts';
import { checkColumns } from './contract.ts';
import { createTable } from './ddl.ts';
import { Session } from './session.ts';

let db: Session;
beforeAll(async () => {
  db = await Session.open();
});
afterAll(() => db.close());

test('every table of the contract can be made, empty, and keeps the contract of its columns', async () => {
  for (const name of Object.keys(TABLES) as TableName[]) {
    await db.run(createTable(name));
    await checkColumns(db, name);
    expect(await db.one(`SELECT count(*)::INTEGER AS n FROM ${name}`)).toEqual({ n: 0 });
  }
});

describe('types', () => {
  test.each([
    [
      'flows',
      'CREATE TABLE flows ("layer" VARCHAR, "source" VARCHAR, "origin" VARCHAR, "destination" VARCHAR, "year" SMALLINT, "value" INTEGER, "flag" VARCHAR)',
    ],
    [
      'coverage',
      'CREATE TABLE coverage ("layer" VARCHAR, "source" VARCHAR, "country" VARCHAR, "year" SMALLINT, "reported" INTEGER, "expected" INTEGER, "expected_year" SMALLINT, "ratio" DOUBLE, "status" VARCHAR)',
    ],
    [
      'checks',
      'CREATE TABLE checks ("id" VARCHAR, "kind" VARCHAR, "title" VARCHAR, "passed" BOOLEAN, "measured" VARCHAR, "examples" VARCHAR)',
    ],
  ] as const)('of %s: years are small, counts whole, shares double', (name, sql) => {
    expect(createTable(name)).toBe(sql);
  });

  test('the periods of a register are texts, though they look like years', () => {
    expect(createTable('canada_study_permits')).toContain('"period" VARCHAR, "year" SMALLINT');
  });
});
