import { expect, test } from 'vitest';
import { tableOf } from '../../lab/result/table-fixture.ts';
import { READERS_ORDER, sortedTable, type CellOrder } from './sorted-table.ts';
import type { Direction } from './sort-state.ts';

const TABLE = tableOf(
  ['name VARCHAR', 'n INTEGER'],
  [
    ['Zambia', 2],
    ['Österreich', null],
    ['', 10],
    ['Algeria', 2],
    [null, -1],
  ],
);
const column = (at: number, direction: Direction, order?: CellOrder) => {
  const sorted = sortedTable(TABLE, { column: at, direction }, order);
  return Array.from({ length: sorted.rowCount }, (_, row) => sorted.cell(row, at));
};

test('numbers go by size, and those that are equal stay as they were', () => {
  expect(column(1, 'ascending')).toEqual([-1, 2, 2, 10, null]);
  const sorted = sortedTable(TABLE, { column: 1, direction: 'descending' });
  expect([0, 1, 2, 3, 4].map((row) => sorted.cell(row, 0))).toEqual([
    '',
    'Zambia',
    'Algeria',
    null,
    'Österreich',
  ]);
});

test('the engine has text by its code points, empty text among it', () => {
  expect(column(0, 'ascending')).toEqual(['', 'Algeria', 'Zambia', 'Österreich', null]);
  expect(column(0, 'descending')).toEqual(['Österreich', 'Zambia', 'Algeria', '', null]);
});

test('readers have names as they look them up, and what says nothing last', () => {
  expect(column(0, 'ascending', READERS_ORDER)).toEqual(['Algeria', 'Österreich', 'Zambia', '', null]);
  expect(column(0, 'descending', READERS_ORDER)).toEqual(['Zambia', 'Österreich', 'Algeria', '', null]);
});
