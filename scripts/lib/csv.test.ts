import { join } from 'node:path';
import { expect, test } from 'vitest';
import { complaint } from '../testing/bench.ts';
import { folderWith } from '../testing/folder.ts';
import { readCsv } from './csv.ts';

const read = async (content: string, columns: readonly string[] = ['a', 'b']) =>
  readCsv(join(await folderWith({ 'made-up.csv': content }), 'made-up.csv'), columns);

test('every cell stays text: NA, leading zeros, empty; a byte-order mark is no part of the first name', async () => {
  expect(await read('\uFEFFa,b\nNA,012\n"x, y",\n')).toEqual([
    { a: 'NA', b: '012' },
    { a: 'x, y', b: '' },
  ]);
});

test('a renamed column stops with its name and the names that are there', async () => {
  expect(await complaint(read('a,bee,c\n1,2,3\n'))).toMatch(
    /made-up\.csv: the column b is not there\.\nThe file has: a, bee, c\.\nHas the publisher changed the format\?/,
  );
  expect(await complaint(read('x,y\n1,2\n'))).toMatch(/the columns a, b are not there\./);
});

test('a row that is cut short, or too long, stops with its number', async () => {
  expect(await complaint(read('a,b\n1,2\n3\n'))).toMatch(/made-up\.csv, row 3: Too few fields/);
  expect(await complaint(read('a,b\n1,2\n3,4,5\n'))).toMatch(/made-up\.csv, row 3: Too many fields/);
  expect(await complaint(read('a,b\n1,"2\n'))).toMatch(/made-up\.csv, row \d: Quoted field unterminated/);
});

test('an empty file and a missing file stop', async () => {
  expect(await complaint(read(''))).toMatch(/made-up\.csv is empty\.$/);
  expect(await complaint(readCsv(join(await folderWith(), 'made-up.csv'), []))).toMatch(
    /made-up\.csv is missing\.$/,
  );
});
