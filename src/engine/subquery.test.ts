import { expect, test } from 'vitest';
import { subquery } from './subquery.ts';

test('a query stands in brackets whole, whatever it ends with', () => {
  expect(subquery('SELECT 1;')).toBe('(\nSELECT 1\n)');
  expect(subquery(`FROM (VALUES (')'), ("a)")) t("x(") -- )`)).toBe(
    `(\nFROM (VALUES (')'), ("a)")) t("x(") -- )\n)`,
  );
  expect(subquery('SELECT $$ ) $$ /* ( */')).toContain('$$ ) $$');
});

test.each([
  ['a bracket that closes ours', `SELECT 1) TO 'x.parquet' (FORMAT parquet`],
  ['the same behind a comment', `SELECT 1) TO 'x.parquet' --`],
  ['a bracket left open', 'SELECT (1'],
  ['a comment left open', 'SELECT 1 /* x'],
  ['text left open', `SELECT 'x`],
  ['a name left open', 'SELECT "x'],
  ['dollars left open', 'SELECT $a$ x'],
])('refuses %s', (_, sql) => {
  expect(() => subquery(sql)).toThrow('do not close');
});

test('reads only', () => {
  expect(() => subquery('DROP TABLE flows')).toThrow('reads only');
  expect(() => subquery('SELECT 1; SELECT 2')).toThrow('One statement');
});
