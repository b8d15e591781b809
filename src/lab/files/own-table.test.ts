import { expect, test } from 'vitest';
import { loadWords } from './load-bar.ts';
import { selectOf } from './own-table.ts';
import { sizeWords } from './size.ts';

test('a first query names the columns, in quotes where SQL wants them', () => {
  const columns = ['iso3', 'select', 'Share of total', 'a"b', 'año'].map((name) => ({
    name,
    type: 'VARCHAR',
  }));
  expect(selectOf({ name: 'mine', columns, rows: 1 })).toBe(
    'SELECT iso3, "select", "Share of total", "a""b", "año"\nFROM mine\nLIMIT 100',
  );
  const many = Array.from({ length: 9 }, (_, n) => ({ name: `c${n}`, type: 'BIGINT' }));
  expect(selectOf({ name: 'wide', columns: many, rows: 1 })).toBe('SELECT *\nFROM wide\nLIMIT 100');
});

test.each([
  [0, '0 bytes'],
  [999, '999 bytes'],
  [1000, '1.0 kB'],
  [9_949, '9.9 kB'],
  [34_400, '34 kB'],
  [999_499, '999 kB'],
  [999_500, '1.0 MB'],
  [187_000_000, '187 MB'],
  [1_240_000_000, '1.2 GB'],
])('%i bytes are %s', (bytes, words) => expect(sizeWords(bytes)).toBe(words.replace(' ', '\u00a0')));

test('progress is told in bytes and rows', () => {
  expect(loadWords({ bytes: 84e6, rows: 912_000 }, 187e6)).toBe('84\u00a0MB of 187\u00a0MB, 912,000 rows');
});
