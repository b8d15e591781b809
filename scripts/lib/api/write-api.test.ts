import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { AtlasFile } from '../../../src/model/atlas.ts';
import type { Release } from '../../../src/model/release.ts';
import type { Answer } from '../../../src/model/api.ts';
import { complaint } from '../../testing/bench.ts';
import { filesIn } from '../../testing/folder.ts';
import { smallRepository } from '../../testing/repository.ts';
import { openTables } from '../open-tables.ts';
import type { Paths } from '../paths.ts';
import { publish } from '../publish.ts';
import { readRecords } from '../records.ts';
import { Session } from '../session.ts';
import { apiFolder, writeApi } from './write-api.ts';

/** Ten countries, published. */
let paths: Paths;
beforeAll(async () => {
  paths = await smallRepository();
  await publish(paths, { checks: [], models: [], site: null });
});

const contents = async (): Promise<Record<string, string>> =>
  Object.fromEntries(
    await Promise.all(
      (await filesIn(apiFolder(paths))).map(
        async (name) => [name, await readFile(join(apiFolder(paths), name), 'utf8')] as const,
      ),
    ),
  );
const answer = async <T>(path: string): Promise<T> =>
  JSON.parse(await readFile(join(apiFolder(paths), 'v1', path), 'utf8')) as T;

/** Writes the API anew, from the release that is there. */
async function again({
  site = null,
  ...limits
}: { site?: string | null; answer?: number; csv?: number } = {}): Promise<void> {
  const read = async (name: string): Promise<unknown> =>
    JSON.parse(await readFile(join(paths.release, name), 'utf8'));
  const db = await Session.open();
  try {
    const records = await readRecords(paths.records);
    await openTables(db, paths, records, []);
    const { flows, withData } = (await read('atlas.json')) as AtlasFile;
    const release = (await read('datapackage.json')) as Release;
    await writeApi(db, { paths, release, records, flows, withData, folder: paths.release, site }, limits);
  } finally {
    db.close();
  }
}

test('a release has an API beside it; written twice, every file has the same bytes', async () => {
  const before = await contents();
  expect(Object.keys(before)).toEqual(
    expect.arrayContaining([
      'v1/index.json',
      'v1/openapi.json',
      'v1/countries/DEU.json',
      'v1/pairs/DEU-FRA.json',
    ]),
  );
  await again();
  expect(await contents()).toEqual(before);
});

test('what is not there has no file and no path: pairs of other countries, a layer without flows', async () => {
  const { endpoints } = await answer<Answer<'Index'>>('index.json');
  const pairs = endpoints.find(({ path }) => path === '/pairs/{pair}.json')?.files ?? [];
  expect(pairs.length).toBeGreaterThan(10);
  for (const pair of pairs)
    expect(pair).toMatch(
      /^pairs\/(AUT|CHN|DEU|ESP|FRA|GBR|ITA|NAM|USA)-(CHN|DEU|ESP|FRA|GBR|ITA|NAM|USA|XKX)\.json$/,
    );
});

test('of students, what is not listed is not known; of the other layers it is zero', async () => {
  const { partners } = await answer<Answer<'Country'>>('countries/DEU.json');
  expect(new Map(partners.map(({ layer, complete }) => [layer, complete]))).toEqual(
    new Map([
      ['papers', true],
      ['projects', true],
      ['scholars', true],
      ['students', false],
    ]),
  );
});

test('servers are relative to the document, or absolute where the site is known; never with a slash at the end', async () => {
  const servers = async (): Promise<string[]> => {
    const text = await readFile(join(apiFolder(paths), 'v1', 'openapi.json'), 'utf8');
    return [...new Set([...text.matchAll(/"servers":\[\{"url":"([^"]+)"/g)].map(([, url]) => url ?? ''))];
  };
  expect(await servers()).toEqual(['../v1', '../../release']);
  expect(new URL('../v1', 'https://a.test/x/api/v1/openapi.json').href).toBe('https://a.test/x/api/v1');
  await again({ site: 'https://a.test/x/' });
  expect(await servers()).toEqual(['https://a.test/x/api/v1', 'https://a.test/x/release']);
  await again();
});

test('a file that is too large stops with its name, and the files that stood stay', async () => {
  const before = await contents();
  expect(await complaint(again({ answer: 500 }))).toMatch(
    /^api\/v1\/\S+\.json has more than 500 bytes \(gzip\)\. Put less into it/,
  );
  expect(await complaint(again({ csv: 500 }))).toMatch(
    /^api\/v1\/indicators\/\w+\.csv has \d+ bytes, more than the 500 of a file that a spreadsheet opens at once\. Leave it to the table \w+/,
  );
  expect(await contents()).toEqual(before);
});
