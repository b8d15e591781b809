import { describe, expect, test } from 'vitest';
import { mathOf } from './math.ts';
import { inTex, inText } from './numbers.ts';

describe('numbers of an example', () => {
  test.each([
    [1234567, undefined, '1,234,567', '1{,}234{,}567'],
    [1.89612, undefined, '1.896', '1.896'],
    [1.9, 2, '1.90', '1.90'],
    [1234.5, 1, '1,234.5', '1{,}234.5'],
    [-1234, undefined, '−1,234', '{-1{,}234}'],
    [-0.0000001, 6, '−0.0000001', '{-0.0000001}'],
    [0.0000123, 3, '0.000012', '0.000012'],
    [0, 2, '0.00', '0.00'],
    [-0, undefined, '0', '0'],
  ])('%s with %s digits', (value, digits, text, tex) => {
    expect(inText(value, digits)).toBe(text);
    expect(inTex(value, digits)).toBe(tex);
  });

  test('are one number in the formula', () => {
    expect(mathOf(`${inTex(1234567)} \\times 2`)).toContain('<mn>1,234,567</mn>');
  });

  test('may stand in a row as text', () => {
    expect(inText('1234')).toBe('1,234');
    expect(inTex('-0.5', 2)).toBe('{-0.50}');
  });

  test.each([null, undefined, NaN, Infinity, '', 'five', '1e3', true])('%s is none', (value) => {
    expect(() => inText(value)).toThrow('wants a number');
    expect(() => inTex(value, 2)).toThrow('wants a number');
  });
});
