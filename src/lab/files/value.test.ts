import { describe, expect, test } from 'vitest';
import { booleanOf, dateOf, integerOf, numberOf } from './value.ts';

describe('numbers', () => {
  test.each([
    ['1234.5', '.', 1234.5],
    ['-0.05', '.', -0.05],
    ['1,234,567.8', '.', 1234567.8],
    ['1 234,5', ',', 1234.5],
    ['1\u202f234\u00a0567', '.', 1234567],
    ['1.234.567,8', ',', 1234567.8],
    ['1’234.5', '.', 1234.5],
    ['\u22125', '.', -5],
    ['+5', '.', 5],
    ['.5', '.', 0.5],
    [',5', ',', 0.5],
    ['1e-3', '.', 0.001],
    ['5.', '.', 5],
    ['1.5', ',', undefined],
    ['1,5', '.', undefined],
    ['12,34,567', '.', undefined],
    ['1 2', '.', undefined],
    ['', '.', undefined],
    ['-', '.', undefined],
    ['.', '.', undefined],
    ['n/a', '.', undefined],
    ['0x10', '.', undefined],
    ['Infinity', '.', undefined],
    ['1e999', '.', undefined],
    ['12%', '.', undefined],
    ['1 2345', '.', undefined],
  ] as const)('%s with a decimal %s', (field, decimal, value) =>
    expect(numberOf(field, decimal)).toBe(value),
  );

  test('whole ones are exact', () => {
    expect(integerOf('9007199254740991', '.')).toBe(9007199254740991);
    expect(integerOf('9007199254740993', '.')).toBeUndefined();
    expect(integerOf('1.0', '.')).toBeUndefined();
    expect(integerOf('1.234', ',')).toBe(1234);
    expect(integerOf('-12', '.')).toBe(-12);
  });
});

test('true and false, in any case; digits are numbers', () => {
  expect(['TRUE', 'Yes', 'false', 'no', '1', 't', ''].map(booleanOf)).toEqual([
    true,
    true,
    false,
    false,
    undefined,
    undefined,
    undefined,
  ]);
});

describe('dates', () => {
  test.each([
    ['1970-01-02', 'date', 1],
    ['2020/2/29', 'date', 18321],
    ['29.02.2020', 'date-dmy', 18321],
    ['02/29/2020', 'date-mdy', 18321],
    ['1969-12-31', 'date', -1],
    ['2019-02-29', 'date', undefined],
    ['2020-13-01', 'date', undefined],
    ['2020-01/01', 'date', undefined],
    ['2020-01-01T00:00', 'date', undefined],
    ['31/12/20', 'date-dmy', undefined],
    ['0020-01-01', 'date', undefined],
  ] as const)('%s as %s', (field, order, days) => expect(dateOf(field, order)).toBe(days));
});
