import { afterAll, beforeAll, expect, test } from 'vitest';
import { literal } from '../../../src/model/sql-literal.ts';
import { PATHS } from '../paths.ts';
import { Session } from '../session.ts';
import { snapshotFile } from '../snapshot.ts';
import { LISTED_PAIRS, MOST_PAIRS } from './listed-pairs.ts';

let db: Session;
beforeAll(async () => {
  db = await Session.open();
  await db.run(
    `CREATE TABLE pairs AS SELECT layer, source, least(origin, destination) AS a, greatest(origin, destination) AS b, sum(value) AS value
     FROM read_parquet(${literal(snapshotFile(PATHS.snapshot, 'flows'))}) GROUP BY ALL`,
  );
});
afterAll(() => db.close());

const listed = LISTED_PAIRS.map((pair) => pair.join('-'));

/** Pairs that a query gives and the list lacks: add them to LISTED in listed-pairs.ts, and take none out. */
async function lacking(sql: string): Promise<string[]> {
  const rows = await db.all<{ a: string; b: string }>(sql);
  expect(rows.length).toBeGreaterThan(50);
  const there = new Set(listed);
  return [...new Set(rows.map(({ a, b }) => `${a}-${b}`))].filter((pair) => !there.has(pair));
}

test('pairs stand once, in the order of the alphabet, and are not too many files', () => {
  expect(listed.filter((pair) => !/^[A-Z]{3}-[A-Z]{3}$/.test(pair))).toEqual([]);
  expect(LISTED_PAIRS.filter(([a, b]) => a >= b)).toEqual([]);
  expect(listed).toEqual([...new Set(listed)].sort());
  expect(listed.length).toBeLessThanOrEqual(MOST_PAIRS);
});

test('no pair that had a file is dropped: version 1 began with 466', () => {
  expect(listed.length).toBeGreaterThanOrEqual(466);
});

test('the 100 strongest pairs of every layer and source are there', async () => {
  expect(
    await lacking(
      'SELECT a, b FROM pairs QUALIFY row_number() OVER (PARTITION BY layer, source ORDER BY value DESC, a, b) <= 100',
    ),
  ).toEqual([]);
});

test("every country's strongest in papers is there, so every country has a pair", async () => {
  expect(
    await lacking(`
      SELECT a, b FROM (
        SELECT a, b, a AS country, value FROM pairs WHERE layer = 'papers' UNION ALL SELECT a, b, b, value FROM pairs WHERE layer = 'papers')
      QUALIFY row_number() OVER (PARTITION BY country ORDER BY value DESC, a, b) = 1`),
  ).toEqual([]);
});
