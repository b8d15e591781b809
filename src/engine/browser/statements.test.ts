import { expect, test } from 'vitest';
import { compile } from '../parameters.ts';
import { withValues } from './statements.ts';

test('values are written in where parameters stood, each as its type', () => {
  const sql = `SELECT a -$n, $s || '$s', $b, $z, $f, $n -- $s`;
  expect(withValues(compile(sql, { n: -5, s: `it's`, b: 2 ** 40, z: null, f: 0.5 }))).toBe(
    `SELECT a -(-5), ('it''s') || '$s', (1099511627776), (NULL), (0.5e0), (-5) -- $s`,
  );
  expect(withValues({ sql: 'SELECT 1', values: [] })).toBe('SELECT 1');
});
