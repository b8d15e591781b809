import { describe, expect, test } from 'vitest';
import {
  cell,
  date,
  decimal,
  int128,
  integer,
  time,
  timestamp,
  uniqueNames,
  unsupported,
} from './normalise.ts';

describe('numbers', () => {
  test('whole numbers are exact or refused', () => {
    expect(integer(9007199254740991n)).toBe(9007199254740991);
    expect(integer(-9007199254740991n)).toBe(-9007199254740991);
    expect(() => integer(9007199254740992n)).toThrow('9007199254740992 is too large to be exact');
  });

  test('decimals', () => {
    expect(decimal(12345n, 2)).toBe(123.45);
    expect(decimal(-5n, 3)).toBe(-0.005);
    expect(decimal(495000n, 2)).toBe(4950);
    expect(decimal(7n, 0)).toBe(7);
    expect(decimal(1000000000000000000001n, 21)).toBe(1);
    expect(() => decimal(2n ** 60n, 0)).toThrow(RangeError);
  });

  test('the four words of a huge integer', () => {
    expect(int128(new Uint32Array([4950, 0, 0, 0]))).toBe(4950n);
    expect(int128(new Uint32Array([0xfffffffb, 0xffffffff, 0xffffffff, 0xffffffff]))).toBe(-5n);
    expect(int128(new Int32Array([9, 0, 1, 0, 0]), 1)).toBe(2n ** 32n);
    expect(int128(new Uint32Array([0xffffffff, 0xffffffff, 0xffffffff, 0x7fffffff]))).toBe(2n ** 127n - 1n);
  });
});

describe('times', () => {
  test('dates', () => {
    expect(date(0)).toBe('1970-01-01');
    expect(date(18292)).toBe('2020-01-31');
    expect(date(-1)).toBe('1969-12-31');
  });

  test('times of day and instants, to the microsecond', () => {
    expect(time(36_000_500_000n)).toBe('10:00:00.5');
    expect(timestamp(0n, true)).toBe('1970-01-01T00:00:00Z');
    expect(timestamp(-1n, false)).toBe('1969-12-31T23:59:59.999999');
    expect(timestamp(-86_400_000_000n, false)).toBe('1969-12-31T00:00:00');
    expect(timestamp(1_580_464_800_120_000n, false)).toBe('2020-01-31T10:00:00.12');
  });
});

test('lists and structs become JSON text', () => {
  expect(cell([1, null, 'é'])).toBe('[1,null,"é"]');
  expect(cell({ a: 1, b: [true] })).toBe('{"a":1,"b":[true]}');
  expect([cell(null), cell(1), cell('x'), cell(false)]).toEqual([null, 1, 'x', false]);
});

test('names are unique', () => {
  expect(uniqueNames(['year', 'year', 'year_2', 'value'])).toEqual(['year', 'year_2', 'year_2_2', 'value']);
});

test('types without a common form say what to do', () => {
  expect(() => unsupported('INTERVAL')).toThrow('cast it to VARCHAR');
});
