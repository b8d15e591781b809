import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { schemaOf, TABLES, type TableName } from '../../../src/model/tables/index.ts';
import { soundRelease } from '../../testing/sound-release.ts';
import { spoilt } from '../../testing/spoilt.ts';
import { type Session } from '../session.ts';
import { literal } from '../../../src/model/sql-literal.ts';
import type { Outcome } from './check.ts';
import { AFTER, CONTRACT_CHECKS } from './contract-checks.ts';

let db: Session;
beforeAll(async () => {
  db = await soundRelease();
});
afterAll(() => db.close());

/** How a table's own check comes out once SQL has spoilt the release. */
async function outcome(table: TableName, sql: string): Promise<Outcome> {
  const check = CONTRACT_CHECKS.find(({ id }) => id === `contract-${table}`);
  if (!check) throw new Error(`no check of ${table}`);
  return spoilt(db, sql, () => check.run(db));
}

/** What it says of what broke it. */
async function complaintOf(table: TableName, sql: string): Promise<string> {
  const { passed, examples } = await outcome(table, sql);
  expect(passed).toBe(false);
  return examples.join('\n');
}

/** A kind of promise, and for a table the first column outside its key that makes it, with a value that breaks it. */
const BREACHES: readonly (readonly [
  string,
  (table: TableName) => readonly [column: string, value: string] | undefined,
])[] = [
  ['an empty cell where one is required', (table) => first(table, 'required', 'NULL')],
  ['a word outside its list', (table) => first(table, 'enum', "'perhaps'")],
  ['a code that does not look like one', (table) => first(table, 'pattern', "'x'")],
  ['a number below its least', (table) => first(table, 'minimum', '-999')],
  ['a number above its greatest', (table) => first(table, 'maximum', '9999')],
];

function first(
  table: TableName,
  rule: 'required' | 'enum' | 'pattern' | 'minimum' | 'maximum',
  value: string,
): readonly [string, string] | undefined {
  const { fields, primaryKey } = schemaOf(table);
  const field = fields.find(
    ({ name, constraints }) => constraints?.[rule] !== undefined && !primaryKey.includes(name),
  );
  return field && [field.name, value];
}

const CHECKED = (Object.keys(TABLES) as TableName[]).filter((table) => !AFTER.includes(table));

describe.each(BREACHES)('%s is told with its table and column:', (_what, breach) => {
  const cases = CHECKED.flatMap((table) => {
    const found = breach(table);
    return found ? [[table, ...found] as const] : [];
  });
  test.each(cases)('%s.%s = %s', async (table, column, value) => {
    const sql = `UPDATE ${table} SET "${column}" = ${value} WHERE rowid = 0`;
    expect(await complaintOf(table, sql)).toContain(
      `The table ${table} has in ${column} what its field does not allow: `,
    );
  });
});

describe('what a table refers to is there:', () => {
  const cases = CHECKED.flatMap((table) =>
    Object.entries(schemaOf(table).references ?? {}).map(([column, to]) => [table, column, to] as const),
  );
  test.each(cases)('%s.%s in %s', async (table, column, to) => {
    const nowhere = to === 'countries' ? 'QQQ' : to === 'layers' ? 'learners' : 'nowhere';
    // A layer must be in a list before it is looked up: it is the table of layers that loses one.
    const sql =
      to === 'layers'
        ? `DELETE FROM layers WHERE id = (SELECT ${column} FROM ${table} WHERE rowid = 0)`
        : `UPDATE ${table} SET ${column} = ${literal(nowhere)} WHERE rowid = 0`;
    expect(await complaintOf(table, sql)).toMatch(
      schemaOf(table).world && column === 'country'
        ? /^The table \w+ has in country what is neither WLD nor in the table countries: country QQQ\./
        : new RegExp(`^The table ${table} has in ${column} what the table ${to} does not hold: ${column} `),
    );
  });
});

test('the world is no country where the table does not say so', async () => {
  expect(
    await complaintOf('academic_freedom', "UPDATE academic_freedom SET country = 'WLD' WHERE rowid = 0"),
  ).toMatch(/has in country what the table countries does not hold: country WLD/);
});

describe('pairs stand once', () => {
  test.each([
    ['flows', "layer = 'papers'", 'origin = destination, destination = origin'],
    ['flows', "layer = 'students'", 'destination = origin'],
    ['period_flows', "layer = 'projects'", 'origin = destination, destination = origin'],
    ['theme_flows', 'TRUE', 'origin = destination, destination = origin'],
    ['publication_pairs', 'TRUE', 'destination = origin'],
    ['pair_context', 'TRUE', 'origin = destination, destination = origin'],
  ] as const)('%s where %s: %s', async (table, where, change) => {
    const row = `(SELECT min(rowid) FROM ${table} WHERE ${where})`;
    expect(await complaintOf(table, `UPDATE ${table} SET ${change} WHERE rowid = ${row}`)).toMatch(
      /^The table \w+ has a flow from a country to itself, or a pair .* with its larger code first/,
    );
  });

  test('but both ways in a directed layer', async () => {
    const swap = "UPDATE flows SET origin = destination, destination = origin WHERE layer = 'scholars'";
    expect(await outcome('flows', swap)).toMatchObject({ passed: true });
  });
});

describe('columns', () => {
  test.each([
    [
      'a renamed one',
      'ALTER TABLE totals RENAME value TO number',
      /has the columns .*number, flag, but .* promises .*value, flag/,
    ],
    ['one too many', 'ALTER TABLE totals ADD COLUMN more INTEGER', /has the columns .*flag, more, but/],
    [
      'one too few',
      'ALTER TABLE totals DROP COLUMN flag',
      /has the columns country, measure, source, year, value, but/,
    ],
    [
      'one of another type',
      'ALTER TABLE totals ALTER flag TYPE INTEGER USING NULL',
      /The column flag of the table totals is INTEGER, but .* promises string/,
    ],
  ])('%s', async (_what, sql, message) => {
    expect(await complaintOf('totals', sql)).toMatch(message);
  });
});

test('an empty table is told', async () => {
  expect(await complaintOf('themes', 'DELETE FROM themes')).toBe('The table themes is empty.');
});

test('a bug is no failed check', async () => {
  await expect(outcome('themes', 'DROP TABLE themes')).rejects.toThrow(/themes does not exist/);
});
