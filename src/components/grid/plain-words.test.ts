import { expect, test } from 'vitest';
import { tableOf } from '../../lab/result/table-fixture.ts';
import { layoutColumns } from './column-layout.ts';
import { plainColumnWords, tellingCells } from './plain-words.ts';

const number = (...telling: number[]) => plainColumnWords({ name: 'Papers', type: 'DOUBLE' }, telling);
const text = plainColumnWords({ name: 'Country', type: 'VARCHAR' }, []);

test('what is missing is a dash, on the side of what is there', () => {
  expect([text(null), text('')]).toEqual([
    { text: '–', look: 'missing' },
    { text: '–', look: 'missing' },
  ]);
  expect(number(1)(null)).toEqual({ text: '–', look: 'missing-number' });
});

test('numbers have groups, a true minus sign, and the decimals of their column', () => {
  expect([1234, -12, 0].map((value) => number(1234, -12)(value).text)).toEqual(['1,234', '−12', '0']);
  expect([1.62, 1.5, 3].map((value) => number(1.62, 3)(value).text)).toEqual(['1.62', '1.50', '3.00']);
});

test('what is not zero never reads as zero', () => {
  expect(number(4, 12)(0.04).text).toBe('0.04');
});

test('a long name stands whole', () => {
  const name = 'Name '.repeat(100);
  expect(text(name)).toEqual({ text: name, look: 'text' });
});

test('of a column each text tells, and the ends of its numbers, wherever they stand', () => {
  const rows = Array.from({ length: 5000 }, (_, n) => [
    n === 4321 ? 'Heard Island' : 'Chad',
    n === 77 ? 9e6 : 5,
  ]);
  const table = tableOf(['name VARCHAR', 'n DOUBLE'], rows);
  expect(new Set(tellingCells(table, 0))).toEqual(new Set(['Chad', 'Heard Island']));
  expect(Math.max(...tellingCells(table, 1).map(Number))).toBe(9e6);
  expect(tellingCells(table, 1).length).toBeLessThan(20);
});

test('a column that is shown whole is as wide as its widest word and its name, and has no room for a type', () => {
  const names = ['Saint Vincent and the Grenadines', ...Array.from({ length: 99 }, () => 'Chad')];
  const columns = [{ name: 'Moves per million inhabitants of the origin', type: 'VARCHAR' }];
  const widths = (words: string[], whole: boolean) =>
    layoutColumns(columns, [words], { cell: 14, type: 0 }, 328, whole).widths[0] ?? 0;
  expect(widths(names, false)).toBeLessThan(250);
  expect(widths(names, true)).toBeGreaterThan(300);
  expect(widths([`${names[0] ?? ''} and the Grenadines again`], true)).toBeGreaterThan(widths(names, true));
});
