import { expect, test } from 'vitest';
import { needsOf } from './run-needs.ts';

const NAMES = ['flows', 'ties', 'layers', 'pair_indicators'];

test.each<[string, string[] | null]>([
  ['SELECT * FROM flows', ['flows']],
  ['from FLOWS join "ties" using (layer)', ['flows', 'ties']],
  ["FROM 'flows' SELECT 1", ['flows']],
  ["SELECT 'ties' AS what, flows.year FROM main.flows", ['flows']],
  ['-- ties\nSELECT /* layers */ 1 FROM x', []],
  ['WITH a AS (SELECT * FROM pair_indicators) SELECT * FROM a, flows f', ['pair_indicators', 'flows']],
  ['SELECT 1', []],
  ['DESCRIBE flows', ['flows']],
  ['SHOW TABLES', null],
  ['SELECT * FROM information_schema.tables', null],
  ['SELECT * FROM duckdb_tables()', null],
  ['SELECT show FROM flows', ['flows']],
])('%s', (sql, needs) => {
  expect(needsOf(sql, NAMES)).toEqual(needs);
});
