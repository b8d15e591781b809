import { expect, test } from 'vitest';
import { resultOf } from './table-part.ts';

const TABLE = {
  caption: '',
  columns: [
    { key: 'name', label: 'Country' },
    { key: 'value', label: 'Value', numeric: true },
  ],
  rows: [
    { name: 'Österreich', value: 9 },
    { name: 'Zambia', value: null },
    { name: 'Algeria', value: 10 },
  ],
};
const column = (sort: Parameters<typeof resultOf>[1], n: number) => {
  const table = resultOf(TABLE, sort);
  return Array.from({ length: table.rowCount }, (_, row) => table.cell(row, n));
};

test('numbers are sorted as numbers, and what is missing stands last either way', () => {
  expect(column(null, 1)).toEqual([9, null, 10]);
  expect(column({ column: 1, direction: 'ascending' }, 1)).toEqual([9, 10, null]);
  expect(column({ column: 1, direction: 'descending' }, 1)).toEqual([10, 9, null]);
});

test('names are sorted as people sort them', () => {
  expect(column({ column: 0, direction: 'ascending' }, 0)).toEqual(['Algeria', 'Österreich', 'Zambia']);
});
