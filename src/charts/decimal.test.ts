import { expect, test } from 'vitest';
import { decimal, fixed } from './decimal.ts';

test.each([
  [1.31, 3, '1.310'],
  [21.028151, 1, '21.0'],
  [0, 3, '0'],
  [0.0006, 3, '0.001'],
  [0.00041, 3, '0.0004'],
  [0.000001, 2, '0.000001'],
  [-0.0004, 3, '\u22120.0004'],
  [-0.5, 2, '\u22120.50'],
  [123.4567, 3, '123.46'],
  [25_194.12, 3, '25,194'],
  [4_117.02, 3, '4,117.0'],
  [1_234_567, 0, '1,234,567'],
  [0.4, 0, '0.4'],
])('%d with %d decimals is %s', (value, digits, text) => {
  expect(decimal(value, digits)).toBe(text);
});

test('fixed keeps its decimals and writes a true minus', () => {
  expect(fixed(-2, 1)).toBe('\u22122.0');
});
