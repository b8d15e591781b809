import { describe, expect, test } from 'vitest';
import {
  compact,
  count,
  list,
  percent,
  quantity,
  sentence,
  signed,
  singular,
  span,
  years,
} from './format.ts';

/** Expected texts are written with ordinary spaces. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

test.each([
  [73485, '73,485'],
  [0, '0'],
  [-0.4, '0'],
  [-102, '−102'],
  [-1234567, '−1,234,567'],
])('count %d → %s', (value, text) => {
  expect(count(value)).toBe(text);
});

test.each([
  [102, '+102'],
  [0, '0'],
  [-102, '−102'],
])('signed %d → %s', (value, text) => {
  expect(signed(value)).toBe(text);
});

test.each([
  [0, '0'],
  [500, '500'],
  [10_000, '10,000'],
  [150_000, '150 k'],
  [1_200_000, '1.2 M'],
  [-2_500_000, '−2.5 M'],
  [3e9, '3 bn'],
])('compact %d → %s', (value, text) => {
  expect(plain(compact(value))).toBe(text);
});

test('the ticks of one axis are written alike', () => {
  expect([0, 50_000, 100_000].map((tick) => plain(compact(tick, 100_000)))).toEqual(['0', '50 k', '100 k']);
});

test.each([
  [0, '0%'],
  [0.00001, '<0.1%'],
  [0.0123, '1.2%'],
  [0.4567, '46%'],
  [1, '100%'],
  [-0.031, '−3.1%'],
])('percent %d → %s', (value, text) => {
  expect(percent(value)).toBe(text);
});

describe('units', () => {
  test('a quantity agrees with its number', () => {
    expect(plain(quantity(1, 'students'))).toBe('1 student');
    expect(plain(quantity(0, 'moves'))).toBe('0 moves');
    expect(plain(quantity(12400, 'links'))).toBe('12,400 links');
  });
  test('singular', () => {
    expect(singular('countries')).toBe('country');
    expect(singular('moves')).toBe('move');
    expect(singular('ties')).toBe('tie');
  });
});

test('lists and years', () => {
  expect(list([])).toBe('');
  expect(list(['China'])).toBe('China');
  expect(list(['China', 'India', 'Nepal'])).toBe('China, India and Nepal');
  expect(span(2019, 2019)).toBe('2019');
  expect(years([2006, 2004, 2005, 2019, 2004])).toBe('2004–2006 and 2019');
  expect(sentence('the United States')).toBe('The United States');
});
