import { expect, test } from 'vitest';
import { ArrowTable } from './arrow-table.ts';
import type { ArrowData, ArrowType } from './cell.ts';

const INTEGER: ArrowType = { typeId: 2, bitWidth: 32, isSigned: true };
const column = (values: readonly number[]): ArrowData => ({
  type: INTEGER,
  offset: 0,
  stride: 1,
  byteLength: values.length * 4,
  values: Int32Array.from(values),
  valueOffsets: new Int32Array(),
  children: [],
  getValid: () => true,
});
const batch = (values: readonly number[]) => ({
  numRows: values.length,
  data: { children: [column(values), column(values.map((value) => -value))] },
});

test('cells of many batches, some empty, are found from any place to any other', () => {
  const table = new ArrowTable([
    { name: 'n', type: INTEGER },
    { name: 'n', type: INTEGER },
  ]);
  let next = 0;
  for (const size of [3, 0, 1, 7, 0, 2, 1, 1, 20])
    table.append(batch(Array.from({ length: size }, () => next++)));
  expect(table.rowCount).toBe(35);
  expect(table.bytes).toBe(35 * 8);
  expect(table.columns.map(({ name }) => name)).toEqual(['n', 'n_2']);
  for (let step = 1; step < 35; step++)
    for (let at = 0, row = 0; at < 35; at++, row = (row + step) % 35)
      expect([table.cell(row, 0), table.cell(row, 1) === -row]).toEqual([row, true]);
  for (const [row, at] of [
    [-1, 0],
    [35, 0],
    [0, 2],
    [NaN, 0],
  ] as const)
    expect(() => table.cell(row, at)).toThrow(RangeError);
  expect(() => new ArrowTable([]).cell(0, 0)).toThrow(RangeError);
});
