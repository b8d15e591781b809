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
  [
    'WITH a(x) AS (SELECT (1)), b AS MATERIALIZED (SELECT 2) SELECT delete, update FROM a, b',
    'WITH a(x) AS (SELECT (1)), b AS MATERIALIZED (SELECT 2) SELECT delete, update FROM a, b',
  ],
  [
    'WITH RECURSIVE a AS (SELECT 1) (SELECT 2) UNION SELECT 3',
    'WITH RECURSIVE a AS (SELECT 1) (SELECT 2) UNION SELECT 3',
  ],
])('passes %j', (sql, statement) => {
  expect(readOnly(sql)).toBe(statement);
});

test.each([
  ["ATTACH 'https://example.org/x.db'", 'not with ATTACH'],
  ["EXPLAIN ANALYZE COPY (SELECT 1) TO 'x'", 'not with COPY'],
  ['/* SELECT */ INSTALL httpfs', 'not with INSTALL'],
  ['DELETE FROM flows', 'not with DELETE'],
  ['WITH a AS (SELECT 1) DELETE FROM flows', 'not with DELETE'],
  [
    'with recursive a(x) as (select (1)), b as (select 2) /* ) */ insert into flows select 1',
    'not with insert',
  ],
  ['EXPLAIN ANALYZE WITH a AS (SELECT 1) UPDATE flows SET value = 0', 'not with UPDATE'],
  ['SELECT 1; DROP TABLE flows', 'One statement at a time'],
  ['SELECT 1; (2)', 'One statement at a time'],
  [' -- nothing\n;', 'no query'],
  ['', 'no query'],
])('refuses %j', (sql, message) => {
  expect(() => readOnly(sql)).toThrow(message);
});
