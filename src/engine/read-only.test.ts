import { expect, test } from 'vitest';
import { readOnly } from './read-only.ts';

test.each([
  ['SELECT 1', 'SELECT 1'],
  ['  -- why\n/* a; b */ select 1 ; -- done;\n', '  -- why\n/* a; b */ select 1 '],
  ['FROM flows SELECT \';\', $$;$$, "a;b";;', 'FROM flows SELECT \';\', $$;$$, "a;b"'],
  ['(SELECT 1) UNION (SELECT 2)', '(SELECT 1) UNION (SELECT 2)'],
  [
    'EXPLAIN ANALYZE WITH a AS (VALUES (1)) SELECT * FROM a',
    'EXPLAIN ANALYZE WITH a AS (VALUES (1)) SELECT * FROM a',
  ],
])('passes %j', (sql, statement) => {
  expect(readOnly(sql)).toBe(statement);
});

test.each([
  ["ATTACH 'https://example.org/x.db'", 'not with ATTACH'],
  ["EXPLAIN ANALYZE COPY (SELECT 1) TO 'x'", 'not with COPY'],
  ['/* SELECT */ INSTALL httpfs', 'not with INSTALL'],
  ['DELETE FROM flows', 'not with DELETE'],
  ['SELECT 1; DROP TABLE flows', 'One statement at a time'],
  ['SELECT 1; (2)', 'One statement at a time'],
  [' -- nothing\n;', 'no query'],
  ['', 'no query'],
])('refuses %j', (sql, message) => {
  expect(() => readOnly(sql)).toThrow(message);
});
