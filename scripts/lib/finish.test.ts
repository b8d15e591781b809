import { join } from 'node:path';
import { expect, test } from 'vitest';
import { benchWith, complaint, PLACES } from '../testing/bench.ts';
import { folderWith } from '../testing/folder.ts';
import { csv } from '../testing/publishers.ts';
import { finish } from './finish.ts';
import { PATHS } from './paths.ts';
import { readCsv } from './csv.ts';

/** Finishes these rows of flows_in and totals_in under these breaks. */
async function finished(
  { flows = '', totals = '' }: { flows?: string; totals?: string },
  breaks: string[][] = [],
) {
  const bench = await benchWith({});
  if (flows) await bench.db.run(`INSERT INTO flows_in VALUES ${flows}`);
  if (totals) await bench.db.run(`INSERT INTO totals_in VALUES ${totals}`);
  const folder = await folderWith({ 'breaks.csv': csv('source,country,year,reason', breaks) });
  await finish(bench, PLACES, join(folder, 'breaks.csv'));
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
