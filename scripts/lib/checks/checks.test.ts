import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { TABLES, type TableName } from '../../../src/model/tables/index.ts';
import { FAULTS, HARMLESS } from '../../testing/faults.ts';
import { folderWith } from '../../testing/folder.ts';
import { soundRelease } from '../../testing/sound-release.ts';
import { spoilt } from '../../testing/spoilt.ts';
import type { Session } from '../session.ts';
import type { Check } from './check.ts';
import { AFTER, MAY_BE_EMPTY } from './contract-checks.ts';
import { coverageOf, writeCoverage } from './coverage.ts';
import { allChecks, type Result } from './index.ts';

let db: Session;
let sound: readonly Result[];
/**
 * Check → the tables that its queries read: what is done to another table cannot change how it comes out. Of a contract
 * only its own table: what it asks of others is their keys, which contract-checks.test.ts breaks.
 */
const reads = new Map<Check, ReadonlySet<string>>();

beforeAll(async () => {
  db = await soundRelease();
  const baseline = join(await folderWith(), 'coverage.csv');
  await writeCoverage(await coverageOf(db), baseline);
  const results: Result[] = [];
  const queries = vi.spyOn(db, 'all');
  for (const check of allChecks(baseline)) {
    queries.mockClear();
    results.push({ check, ...(await check.run(db)) });
    reads.set(
      check,
      check.kind === 'contract'
        ? new Set([check.id.replace('contract-', '')])
        : tablesIn(queries.mock.calls.map(([sql]) => sql).join('\n')),
    );
  }
  queries.mockRestore();
  sound = results;
});
afterAll(() => db.close());

test('every check passes on sound rows and says what it measured', () => {
  expect(sound.filter(({ passed, examples }) => !passed || examples.length)).toEqual([]);
  for (const { measured } of sound) expect(measured).toMatch(/\d/);
});

test('every check has a name of its own and a seeded fault, and every fault a check', () => {
  const ids = sound.map(({ check }) => check.id).sort();
  expect([...new Set(FAULTS.map((fault) => fault.check))].sort()).toEqual(ids);
});

describe('a seeded fault makes its check fail, and no other:', () => {
  test.each(FAULTS)('$check: $sql', async ({ check, sql, also = [] }) => {
    const results = await spoilt(db, sql, () => runReadersOf(tablesIn(sql)));
    expect(idsOf(results.filter(({ passed }) => !passed))).toEqual([check, ...also].sort());
  });
});

describe('what is no fault does not fail:', () => {
  test.each(HARMLESS)('$check: $sql', async ({ check: id, sql }) => {
    const check = sound.find((result) => result.check.id === id)?.check;
    expect(await spoilt(db, sql, async () => check?.run(db))).toMatchObject({ passed: true });
  });
});

test('Madagascar in 2020 is known to break a rule, and is counted', async () => {
  const check = sound.find((result) => result.check.id === 'students-within-inbound')?.check;
  const madagascar = `
    INSERT INTO coverage VALUES ('students', 'uis-student-flows', 'MDG', 2020, 2877, 1421, 2020, 2.0246, 'reported');
    INSERT INTO totals VALUES ('MDG', 'inbound_students', 'uis-student-totals', 2020, 1421, NULL);`;
  expect(await spoilt(db, madagascar, async () => check?.run(db))).toEqual({
    passed: true,
    measured: expect.stringMatching(/^1 of 3 rows break it, 1 of them known: Madagascar in 2020, /),
    examples: [],
  });
  expect(await spoilt(db, madagascar.replaceAll('2020', '2019'), async () => check?.run(db))).toMatchObject({
    passed: false,
  });
});

describe('no check passes without the rows that it reads:', () => {
  const tables = (Object.keys(TABLES) as TableName[]).filter((table) => !AFTER.includes(table));
  test.each(tables)('%s', async (table) => {
    const results = await spoilt(db, `DELETE FROM ${table}`, () => runReadersOf([table]));
    expect(idsOf(results)).toContain(`contract-${table}`);
    expect(idsOf(results.filter(({ passed }) => passed))).toEqual(
      MAY_BE_EMPTY.includes(table) ? [`contract-${table}`] : [],
    );
  });
});

/** The tables of the contract that SQL reads or changes. */
function tablesIn(sql: string): Set<string> {
  const names = [...sql.matchAll(/\b(?:FROM|JOIN|INTO|UPDATE) +(\w+)/g)].map(([, name]) => name ?? '');
  return new Set(names.filter((name) => name in TABLES));
}

async function runReadersOf(tables: Iterable<string>): Promise<Result[]> {
  const results: Result[] = [];
  for (const [check, read] of reads)
    if ([...tables].some((table) => read.has(table))) results.push({ check, ...(await check.run(db)) });
  return results;
}

const idsOf = (results: readonly Result[]): string[] => results.map(({ check }) => check.id).sort();
