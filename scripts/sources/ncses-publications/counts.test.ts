import { expect, test } from 'vitest';
import { benchWith, complaint, exclusionsOf } from '../../testing/bench.ts';
import { authorshipCsv } from '../../testing/publishers/ncses.ts';
import { articleCounts } from './counts.ts';

type Rows = Parameters<typeof authorshipCsv>[2];
const ROWS: Rows = [['World -> Total articles', 100, 200]];

async function ingest(rows2024: Rows, rows2022: Rows = ROWS) {
  const bench = await benchWith({
    'ncses-publications/table_10001_articles_by_coauthorship_2003_2022.csv': authorshipCsv(
      2024,
      2003,
      rows2024,
    ),
    'ncses-publications/table_5002_articles_by_coauthorship_1996_2020.csv': authorshipCsv(
      2022,
      1996,
      rows2022,
    ),
  });
  await articleCounts(bench);
  const rows = await bench.db.all<{ text: string }>(`
    SELECT concat_ws(' ', source, edition, country, year, attribute, value, flag) AS text FROM publication_counts ORDER BY text`);
  return { bench, rows: rows.map((row) => row.text.replace('ncses-publications/scopus ', '')) };
}

test('a row belongs to the economy and kind in its path, and editions stand side by side', async () => {
  const { bench, rows } = await ingest(
    [
      ['World', '', ''],
      ['World -> Total articles', 100, 200],
      ['World -> Germany', '', ''],
      ['World -> Germany -> Total articles', 10, 20],
      ['World -> Germany -> Total articles -> With multiple institutions', 7, 14],
      ['World -> Germany -> Total articles -> With domestic institutions only', 6, 12],
      ['World -> Germany -> Total articles -> With international institutions', 3, 6],
    ],
    [
      ['Germany', '', ''],
      ['Germany -> Total articles', 5, 6],
    ],
  );
  expect(rows).toEqual([
    'SEI2022 DEU 1996 total 5',
    'SEI2022 DEU 1997 total 6',
    'SEI2024 DEU 2003 domestic only 6',
    'SEI2024 DEU 2003 international 3',
    'SEI2024 DEU 2003 multiple institutions 7',
    'SEI2024 DEU 2003 total 10',
    'SEI2024 DEU 2004 domestic only 12',
    'SEI2024 DEU 2004 international 6',
    'SEI2024 DEU 2004 multiple institutions 14',
    'SEI2024 DEU 2004 total 20',
    'SEI2024 WLD 2003 total 100',
    'SEI2024 WLD 2004 total 200',
  ]);
  expect(await exclusionsOf(bench)).toEqual({ 'headings of economies': 3 });
});

test('footnotes and entities of HTML are no part of a name', async () => {
  const { rows } = await ingest([
    ['World -> T&#252;rkiye<sup>b</sup> -> Total articles', 1],
    ['World -> Turkey  -> Total articles -> With multiple institutions', 2],
  ]);
  expect(rows).toContain('SEI2024 TUR 2003 total 1');
  expect(rows).toContain('SEI2024 TUR 2003 multiple institutions 2');
});

test('a region is no country, and an empty cell is missing', async () => {
  const { bench, rows } = await ingest([
    ['World -> EU-27<sup>b</sup> -> Total articles', 1, 2],
    ['World -> Germany -> Total articles', '', 0],
  ]);
  expect(rows.filter((row) => row.startsWith('SEI2024'))).toEqual(['SEI2024 DEU 2004 total 0']);
  expect(await exclusionsOf(bench)).toEqual({ 'EU-27': 2, 'empty cells': 1 });
});

test('a row that is no economy with a known kind, and a cell that is no count, stop with what is there', async () => {
  expect(await complaint(ingest([['World -> Germany -> Total articles -> With robots', 1]]))).toMatch(
    /table_10001.*"World -> Germany -> Total articles -> With robots" is no economy with a known kind of article/,
  );
  const deeper = 'World -> Germany -> Total articles -> With multiple institutions -> Of firms';
  expect(await complaint(ingest([[deeper, 1]]))).toMatch(/Of firms" is no economy with a known kind/);
  expect(await complaint(ingest([['World -> Germany', 1]]))).toMatch(/"World -> Germany" is no economy/);
  expect(await complaint(ingest([['World -> Germania -> Total articles', 1]]))).toMatch(
    /"Germania" in 1 row/,
  );
  const bench = await benchWith({
    'ncses-publications/table_10001_articles_by_coauthorship_2003_2022.csv': authorshipCsv(2024, 2003, [
      ['World -> Total articles', 1.5],
    ]),
  });
  expect(await complaint(articleCounts(bench))).toMatch(
    /World -> Total articles, field_2003: "1.5" is no count/,
  );
});

test('a renamed column of paths, and columns without years, stop', async () => {
  const broken = async (from: string, to: string) =>
    complaint(
      articleCounts(
        await benchWith({
          'ncses-publications/table_10001_articles_by_coauthorship_2003_2022.csv': authorshipCsv(
            2024,
            2003,
            ROWS,
          ).replaceAll(from, to),
        }),
      ),
    );
  expect(await broken('region_country_or_economy_full_path', 'path')).toMatch(
    /the column region_country_or_economy_full_path is not there/,
  );
  expect(await broken('field_', 'year_')).toMatch(/has no columns of years/);
});
