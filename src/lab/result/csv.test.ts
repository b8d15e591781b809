import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { csvBlob, csvPieces } from './csv.ts';
import { tableOf } from './table-fixture.ts';

const csv = (columns: readonly string[], rows: Parameters<typeof tableOf>[1], rowsAtOnce?: number) =>
  [...csvPieces(tableOf(columns, rows), rowsAtOnce)].join('');

test('lines end in CR LF, and what needs quotes has them', () => {
  expect(
    csv(
      ['a INTEGER', 'b VARCHAR'],
      [
        [1, 'plain'],
        [-2.5, 'one, two'],
        [0, 'said "so"'],
        [3, 'two\r\nlines'],
      ],
    ),
  ).toBe('a,b\r\n1,plain\r\n-2.5,"one, two"\r\n0,"said ""so"""\r\n3,"two\r\nlines"\r\n');
});

test('missing, empty and zero are three things', () => {
  expect(
    csv(
      ['a VARCHAR', 'b INTEGER'],
      [
        [null, null],
        ['', 0],
        ['NULL', 1],
      ],
    ),
  ).toBe('a,b\r\n,\r\n"",0\r\nNULL,1\r\n');
});

test('text that is a formula to a spreadsheet is guarded, numbers and dates are not', () => {
  const sheet = csv(
    ['=cmd VARCHAR', 'n DOUBLE', 'big HUGEINT', 'd DATE'],
    [
      ['=1+1', -1, '-170141183460469231731687303715884105727', '-0044-03-15'],
      ['+1', 1e21, '5', null],
      ['-x', 0, '5', null],
      ['@sum', 0, '5', null],
      ['\tx', 0, '5', null],
      ['\rx', 0, '5', null],
      [' =1', 0, '5', null],
      ['a=1', 0, '5', null],
    ],
  );
  expect(Papa.parse<string[]>(sheet.trimEnd()).data).toEqual([
    ["'=cmd", 'n', 'big', 'd'],
    ["'=1+1", '-1', '-170141183460469231731687303715884105727', '-0044-03-15'],
    ["'+1", '1e+21', '5', ''],
    ["'-x", '0', '5', ''],
    ["'@sum", '0', '5', ''],
    ["'\tx", '0', '5', ''],
    ["'\rx", '0', '5', ''],
    [' =1', '0', '5', ''],
    ['a=1', '0', '5', ''],
  ]);
});

test('pieces join without a seam, and no row is lost', () => {
  const rows = Array.from({ length: 10 }, (_, n) => [n, `row ${n}`]);
  const whole = csv(['n INTEGER', 'words VARCHAR'], rows);
  for (const size of [1, 3, 10, 11]) expect(csv(['n INTEGER', 'words VARCHAR'], rows, size)).toBe(whole);
  expect(csv(['n INTEGER'], [])).toBe('n\r\n');
});

test('the file is UTF-8 without a mark, tells how far it is, and can be stopped', async () => {
  const rows = Array.from({ length: 200_000 }, (_, n) => [n, 'é']);
  const table = tableOf(['n INTEGER', 'words VARCHAR'], rows);
  const told: number[] = [];
  const blob = await csvBlob(table, (n) => told.push(n));
  const bytes = new Uint8Array(await blob.arrayBuffer());
  expect([...bytes.subarray(0, 4)]).toEqual([0x6e, 0x2c, 0x77, 0x6f]);
  expect(new TextDecoder().decode(bytes).split('\r\n')).toHaveLength(200_002);
  expect(told.length).toBeGreaterThan(2);
  expect(told).toEqual([...told].sort((a, b) => a - b));
  const aborted = new AbortController();
  await expect(csvBlob(table, () => aborted.abort(), aborted.signal)).rejects.toThrow(/abort/i);
});
