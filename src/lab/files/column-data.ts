import { BOOL, DATE, FLOAT64, INT64, makeData, UTF8, type ArrowData } from './arrow-library.ts';
import type { ColumnType } from './reading.ts';
import type { Value } from './value.ts';

/** A column's values as Arrow keeps them: values side by side, and a bit each for those that are there. */
export function columnData(type: ColumnType, values: readonly (Value | null)[]): ArrowData {
  const length = values.length;
  const nullCount = values.reduce<number>((n, value) => n + (value === null ? 1 : 0), 0);
  const nullBitmap = nullCount ? bits(values, (value) => value !== null) : null;
  const common = { length, nullCount, nullBitmap };
  switch (type) {
    case 'integer':
      return makeData({ ...common, type: INT64, data: int64(values) });
    case 'number':
      return makeData({
        ...common,
        type: FLOAT64,
        data: Float64Array.from(values, (value) => Number(value)),
      });
    case 'boolean':
      return makeData({ ...common, type: BOOL, data: bits(values, (value) => value === true) });
    case 'date':
    case 'date-dmy':
    case 'date-mdy':
      return makeData({
        ...common,
        type: DATE,
        data: Int32Array.from(values, (value) => Number(value)),
      });
    default:
      return makeData({ ...common, type: UTF8, ...utf8(values as readonly (string | null)[]) });
  }
}

function bits(values: readonly (Value | null)[], is: (value: Value | null) => boolean): Uint8Array {
  // Arrow wants buffers of whole groups of eight bytes.
  const bytes = new Uint8Array(Math.ceil(values.length / 64) * 8);
  values.forEach((value, n) => {
    if (is(value)) bytes[n >> 3] = (bytes[n >> 3] ?? 0) | (1 << (n & 7));
  });
  return bytes;
}

/** Exact whole numbers, by halves: a BigInt for each would take ten times as long. */
function int64(values: readonly (Value | null)[]): BigInt64Array {
  const numbers = new BigInt64Array(values.length);
  const halves = new Int32Array(numbers.buffer);
  values.forEach((value, n) => {
    const whole = Number(value);
    halves[2 * n] = whole;
    halves[2 * n + 1] = Math.floor(whole / 2 ** 32);
  });
  return numbers;
}

const ENCODER = new TextEncoder();

function utf8(values: readonly (string | null)[]): { valueOffsets: Int32Array; data: Uint8Array } {
  const joined = values.join('');
  const valueOffsets = new Int32Array(values.length + 1);
  const data = ENCODER.encode(joined);
  let at = 0;
  if (data.length === joined.length) {
    values.forEach((value, n) => (valueOffsets[n + 1] = at += value?.length ?? 0));
    return { valueOffsets, data };
  }
  const scratch = new Uint8Array(3 * values.reduce((most, value) => Math.max(most, value?.length ?? 0), 0));
  values.forEach(
    (value, n) => (valueOffsets[n + 1] = at += value ? ENCODER.encodeInto(value, scratch).written : 0),
  );
  return { valueOffsets, data };
}
