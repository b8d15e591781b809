import { expect, test } from 'vitest';
import { duration, fileBase, headOf, outcome, questionOf } from './lab-words.ts';

test.each([
  [0.2, '1 ms'],
  [4.4, '4 ms'],
  [99.6, '0.10 s'],
  [123, '0.12 s'],
  [9_996, '10.0 s'],
  [65_000, '1 min 5 s'],
  [119_999, '2 min 0 s'],
])('%d ms is %s', (ms, words) => {
  expect(duration(ms)).toBe(words);
});

test('what came of a run', () => {
  expect(outcome({ rowCount: 1234, truncated: false }, 123)).toBe('1,234 rows in 0.12 s');
  expect(outcome({ rowCount: 1, truncated: false }, 3)).toBe('1 row in 3 ms');
  expect(outcome({ rowCount: 0, truncated: false }, 3)).toBe('No rows in 3 ms');
  expect(outcome({ rowCount: 5e6, truncated: true }, 2000)).toBe(
    'The first 5,000,000 rows, for all would not fit here, in 2.00 s',
  );
});

test('a query is known by its first line', () => {
  expect(headOf('\n  -- The largest hosts\nSELECT 1')).toBe('The largest hosts');
  expect(headOf('SELECT 1\nFROM x')).toBe('SELECT 1');
  expect(headOf('x'.repeat(200))).toHaveLength(90);
  expect(headOf(' \n')).toBe('');
});

test('its files are named after it, and its chart is titled by its comment', () => {
  expect(fileBase('-- The largest host, of “each” origin!\nSELECT 1')).toBe(
    'the-largest-host-of-each-origin',
  );
  expect(fileBase('-- 日本')).toBe('query');
  expect(fileBase('SELECT a FROM b')).toBe('select-a-from-b');
  expect(questionOf('\n-- Who won most often.\nSELECT 1')).toBe('Who won most often');
  expect(questionOf('SELECT 1 -- one')).toBeNull();
});
