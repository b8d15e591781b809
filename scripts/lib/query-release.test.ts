import { cp, readFile, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { Release } from '../../src/model/release.ts';
import { complaint } from '../testing/bench.ts';
import { folderWith } from '../testing/folder.ts';
import { smallRepository } from '../testing/repository.ts';
import { publish } from './publish.ts';
import { queryRelease } from './query-release.ts';

let folder = '';
beforeAll(async () => {
  const paths = await smallRepository();
  await publish(paths, { checks: [] });
  folder = paths.release;
});

const PAPERS =
  "SELECT origin, destination, sum(value) AS papers, NULL AS nothing FROM flows WHERE layer = 'papers' AND origin = 'CHN' AND destination = 'USA' AND year = 2019 GROUP BY ALL";

test('rows come as CSV with a header, or as an array of row objects', async () => {
  expect(await queryRelease(folder, PAPERS, 'csv')).toBe(
    'origin,destination,papers,nothing\nCHN,USA,73485,\n',
  );
  expect(JSON.parse(await queryRelease(folder, PAPERS, 'json'))).toEqual([
    { origin: 'CHN', destination: 'USA', papers: 73485, nothing: null },
  ]);
});

test('no rows are an empty array, or the header alone', async () => {
  const none = 'SELECT origin, value FROM flows WHERE false';
  expect(await queryRelease(folder, none, 'json')).toBe('[]\n');
  expect(await queryRelease(folder, none, 'csv')).toBe('origin,value\n');
});

test('tables and relations are there by their names', async () => {
  const sql =
    "SELECT count(*) > 0 AS there FROM margins WHERE country = 'NAM' AND layer IN (SELECT id FROM layers)";
  expect(await queryRelease(folder, sql, 'csv')).toBe('there\ntrue\n');
});

test('a mistake in the SQL is said as the engine says it', async () => {
  expect(await complaint(queryRelease(folder, 'SELECT nothing FROM flows', 'csv'))).toMatch(
    /Binder Error: .*"nothing" not found/,
  );
  expect(await complaint(queryRelease(folder, 'SELEC 1', 'csv'))).not.toBe('');
});

test('a query changes nothing and reaches for no file', async () => {
  expect(await complaint(queryRelease(folder, 'DROP TABLE flows', 'csv'))).not.toBe('');
  expect(await complaint(queryRelease(folder, "SELECT * FROM read_csv('/etc/hosts')", 'csv'))).not.toBe('');
});

test('a release that is missing stops with the command that makes it', async () => {
  expect(await complaint(queryRelease(await folderWith(), 'SELECT 1', 'csv'))).toMatch(
    /There is no release at .*datapackage\.json\. Run `npm run data:publish`/,
  );
});

test('a table that is cut short stops with the name of the file', async () => {
  const damaged = join(await folderWith(), 'release');
  await cp(folder, damaged, { recursive: true });
  const release = JSON.parse(await readFile(join(damaged, 'datapackage.json'), 'utf8')) as Release;
  const flows = release.resources.find((r) => r.name === 'flows')?.path ?? '';
  await truncate(join(damaged, flows), 1000);
  expect(await complaint(queryRelease(damaged, 'SELECT 1', 'csv'))).toMatch(
    /flows\.[0-9a-f]{10}\.parquet, the table flows, .*Run `npm run data:publish`/,
  );
});
