import { expect, test } from 'vitest';
import { readRecords } from '../lib/records.ts';
import type { Workbench } from '../lib/workbench.ts';
import { benchWith, complaint, exclusionsOf, place } from '../testing/bench.ts';
import { freedomCsv } from '../testing/publishers/context.ts';
import { vdemAcademicFreedom } from './vdem-academic-freedom.ts';

async function ingest(content: string): Promise<Workbench> {
  const bench = await benchWith(
    { 'vdem-academic-freedom/academic_freedom_index_1993_2022_wide.csv': content },
    [place('DEU', 'DE', 'Germany'), place('NAM', 'NA', 'Namibia'), place('PSE', 'PS', 'Palestine')],
  );
  await vdemAcademicFreedom.ingest(bench);
  return bench;
}
const rowsOf = async (bench: Workbench): Promise<string[]> =>
  (
    await bench.db.all<{ country: string; year: number; value: number }>(
      'SELECT country, year, value FROM academic_freedom ORDER BY country, year',
    )
  ).map(({ country, year, value }) => `${country} ${year} ${value}`);

test('a column a year becomes a row a year, of as many years as the file has', async () => {
  const bench = await ingest(
    freedomCsv(
      [2021, 2022, 2023],
      [
        ['DEU', 0.965, 0.961, 0.96],
        ['PSE', 0, 0.1, 1],
      ],
    ),
  );
  expect(await rowsOf(bench)).toEqual([
    'DEU 2021 0.965',
    'DEU 2022 0.961',
    'DEU 2023 0.96',
    'PSE 2021 0',
    'PSE 2022 0.1',
    'PSE 2023 1',
  ]);
  expect(await bench.db.all('SELECT DISTINCT source, flag FROM academic_freedom')).toEqual([
    { source: 'vdem-academic-freedom', flag: null },
  ]);
});

test('empty cells and NA are missing, not zero, and counted', async () => {
  const bench = await ingest(
    freedomCsv(
      [2021, 2022],
      [
        ['NAM', 'NA', 0.5],
        ['DEU', '', 0.9],
      ],
    ),
  );
  expect(await rowsOf(bench)).toEqual(['DEU 2022 0.9', 'NAM 2022 0.5']);
  expect(await exclusionsOf(bench)).toEqual({ 'empty values': 2 });
});

test('codes of V-Dem that are no ISO codes stop, and are named', async () => {
  expect(
    await complaint(
      ingest(
        freedomCsv(
          [2022],
          [
            ['ZZB', 0.5],
            ['SML', 0.5],
          ],
        ),
      ),
    ),
  ).toMatch(/2 values .*\n {2}"SML" in 1 row.*\n {2}"ZZB" in 1 row/);
});

test('a file without years stops', async () => {
  expect(await complaint(ingest('"iso3","value"\n"DEU",0.9\n'))).toMatch(/has no column of a year/);
});

test('the licence is share-alike', async () => {
  expect((await readRecords()).get('vdem-academic-freedom')?.licence).toMatchObject({
    id: 'CC-BY-SA-4.0',
    share_alike: true,
  });
});
