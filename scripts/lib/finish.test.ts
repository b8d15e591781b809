import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { benchWith, complaint, PLACES } from '../testing/bench.ts';
import { folderWith } from '../testing/folder.ts';
import { csv } from '../testing/publishers.ts';
import { finish } from './finish.ts';
import { PATHS } from './paths.ts';
import { readCsv } from './csv.ts';

const CORRECTIONS = 'source,table,key,field,expect,kept,reason';

/** Finishes these rows of flows_in and totals_in under these breaks. */
async function finished(
  { flows = '', totals = '' }: { flows?: string; totals?: string },
  breaks: string[][] = [],
  corrections: string[][] = [],
) {
  const bench = await benchWith({});
  if (flows) await bench.db.run(`INSERT INTO flows_in VALUES ${flows}`);
  if (totals) await bench.db.run(`INSERT INTO totals_in VALUES ${totals}`);
  const folder = await folderWith({
    'breaks.csv': csv('source,country,year,reason', breaks),
    'corrections.csv': csv(CORRECTIONS, corrections),
  });
  await finish(bench, PLACES, {
    breaks: join(folder, 'breaks.csv'),
    corrections: join(folder, 'corrections.csv'),
  });
  return bench.db;
}

const SPAIN = ['made-up', 'ESP', '2004', 'Another way of counting'];

test('a break flags what the country hosts in that year: not other years, hosts, origins or sources', async () => {
  const db = await finished(
    {
      flows: `('students', 'made-up', 'ITA', 'ESP', 2003, 1, NULL), ('students', 'made-up', 'ITA', 'ESP', 2004, 2, 'u'),
              ('students', 'made-up', 'ESP', 'ITA', 2004, 3, NULL), ('students', 'other', 'ITA', 'ESP', 2004, 4, NULL)`,
      totals:
        "('ESP', 'inbound_students', 'made-up', 2004, 5, NULL), ('ITA', 'inbound_students', 'made-up', 2004, 6, 'e')",
    },
    [SPAIN],
  );
  expect(await db.all('SELECT value, flag FROM flows ORDER BY value')).toEqual([
    { value: 1, flag: null },
    { value: 2, flag: 'bu' },
    { value: 3, flag: null },
    { value: 4, flag: null },
  ]);
  expect(await db.all('SELECT value, flag FROM totals ORDER BY value')).toEqual([
    { value: 5, flag: 'b' },
    { value: 6, flag: 'e' },
  ]);
});

test('a break that no row answers to stops: it was mistyped, or the source has changed', async () => {
  const flows = "('students', 'made-up', 'ITA', 'ESP', 2003, 1, NULL)";
  expect(await complaint(finished({ flows }, [SPAIN]))).toBe(
    'data/breaks.csv: there is no row of made-up for ESP in 2004 to flag. Mend the line, or take it out.',
  );
});

test("the repository's own list of breaks has the fall of Spain in 2004, in flows and totals", async () => {
  const rows = await readCsv(PATHS.breaks, ['source', 'country', 'year', 'reason']);
  expect(rows.map((r) => `${r.source} ${r.country} ${r.year}`)).toEqual(
    expect.arrayContaining(['uis-student-flows ESP 2004', 'uis-student-totals ESP 2004']),
  );
});

test('values are rounded to whole numbers here and nowhere before, halves away from zero', async () => {
  const db = await finished({
    flows:
      "('students', 'made-up', 'ITA', 'ESP', 2003, 1.5, NULL), ('students', 'made-up', 'ITA', 'ESP', 2004, 1.4999, NULL)",
    totals: "('ESP', 'net_students', 'made-up', 2004, -2.5, NULL)",
  });
  expect(await db.all('SELECT value FROM flows ORDER BY year')).toEqual([{ value: 2 }, { value: 1 }]);
  expect(await db.all('SELECT value FROM totals')).toEqual([{ value: -3 }]);
});

test('two rows with one key stop, and the key is named', async () => {
  const row = "('papers', 'made-up', 'DEU', 'FRA', 2019, 1, NULL)";
  expect(await complaint(finished({ flows: `${row}, ${row}` }))).toBe(
    'Two rows of flows have the key papers, made-up, DEU, FRA, 2019. An adapter in scripts/sources/ writes it twice.',
  );
  const total = "('DEU', 'researchers', 'made-up', 2019, 1, NULL)";
  expect(await complaint(finished({ totals: `${total}, ${total}` }))).toMatch(
    /^Two rows of totals have the key/,
  );
});

describe('corrections', () => {
  const flows =
    "('students', 'made-up', 'ITA', 'ESP', 2003, 100, NULL), ('students', 'made-up', 'ITA', 'ESP', 2004, 5, NULL)";
  const KEY = 'layer=students; source=made-up; origin=ITA; destination=ESP; year=2003';
  const line = (
    over: Partial<Record<'source' | 'table' | 'key' | 'field' | 'expect' | 'kept' | 'reason', string>> = {},
  ) =>
    Object.values({
      ...{
        source: 'made-up',
        table: 'flows',
        key: KEY,
        field: 'value',
        expect: '100',
        kept: '10',
        reason: 'A zero too many',
      },
      ...over,
    });

  test('put one value right and are noted with what was published', async () => {
    const db = await finished({ flows }, [], [line()]);
    expect(await db.all('SELECT year, value FROM flows ORDER BY year')).toEqual([
      { year: 2003, value: 10 },
      { year: 2004, value: 5 },
    ]);
    expect(await db.all('FROM corrections')).toEqual([
      {
        source: 'made-up',
        table_name: 'flows',
        key: KEY,
        field: 'value',
        published: '100',
        kept: '10',
        reason: 'A zero too many',
      },
    ]);
  });

  test('without a value to keep take the row out', async () => {
    const db = await finished({ flows }, [], [line({ kept: '' })]);
    expect(await db.all('SELECT year FROM flows')).toEqual([{ year: 2004 }]);
  });

  test.each([
    [
      'a value that the publisher has changed',
      { expect: '90' },
      /the publisher now has 100 in value, the line expects 90\. .* take the line out/,
    ],
    ['a row that is gone', { key: KEY.replace('2003', '1999') }, /the publisher has no such row any more/],
    [
      'half a key',
      { key: 'origin=ITA; destination=ESP' },
      /the key of flows is layer, source, origin, destination, year/,
    ],
    ['a table that is none', { table: 'flow' }, /there is no table flow\. There are: .*flows/],
    ['a column that is none', { field: 'number' }, /number is no column of flows/],
    ['a column of the key', { field: 'year' }, /year is no column of flows that can be put right/],
    [
      'another source than its row has',
      { source: 'other' },
      /the source of the line, other, is not that of its key/,
    ],
    ['no reason', { reason: '' }, /it has no reason/],
  ] as const)('stop at %s', async (_what, over, message) => {
    expect(await complaint(finished({ flows }, [], [line(over)]))).toMatch(message);
  });
});
