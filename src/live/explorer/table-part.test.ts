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

test('limits stand beside their values, in the order of the figure', () => {
  const limits = {
    caption: '',
    columns: [
      { key: 'value', label: 'Affinity', numeric: true },
      { key: 'low', label: 'Lower limit', numeric: true },
      { key: 'high', label: 'Upper limit', numeric: true },
    ],
    rows: [{ value: 1.62, low: 1.58, high: 1.66 }],
  };
  const table = resultOf(limits, null);
  expect(table.columns.map(({ name }) => name)).toEqual(['Affinity', 'Lower limit', 'Upper limit']);
  expect([0, 1, 2].map((n) => table.cell(0, n))).toEqual([1.62, 1.58, 1.66]);
});

test('an empty note stands last either way', () => {
  const notes = { ...TABLE, rows: [{ name: '' }, { name: 'provisional' }, { name: 'estimated' }] };
  for (const direction of ['ascending', 'descending'] as const)
    expect(resultOf(notes, { column: 0, direction }).cell(2, 0)).toBe('');
});
