import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { Session } from '../lib/session.ts';
import { literal } from '../../src/model/sql-literal.ts';
import { complaint } from '../testing/bench.ts';
import { filesIn, folderWith } from '../testing/folder.ts';
import { outside, publisherApi, type Reply } from '../testing/publisher-api.ts';
import { movesCsv, researchersCsv } from '../testing/publishers.ts';
import { told } from '../testing/quiet.ts';
import { scholarlyMigration } from './scholarly-migration.ts';

/*
 * The format, as Zenodo documents its API at https://developers.zenodo.org (Records; read 2026-11-21, no date): GET
 * /api/records/:id answers a record; its files, as clients of 2026 quote them, are {"key", "size", "checksum": "md5:…",
 * "links": {"self": "https://zenodo.org/api/records/…/files/…/content"}}; GET /api/records/:id/versions/latest is "the
 * latest version of a record". A release of a repository at GitHub is deposited as one file "owner/repository-tag.zip".
 * The repository MPIDR/Global-flows-and-rates-of-international-migration-of-scholars has the tables in data_input/, that of
 * flows as Parquet, and its ReadMe.md says: "We added all data files as plain text csv-files (with header line) and as
 * binary parquet files. The contents of the csv and parquet files are the same." The rows are of our own making.
 */
const FLOWS = movesCsv([
  ['NA', 'ES', '2003.0', 30],
  ['nan', 'AU', '2007.0', 22],
  ['', 'IT', '2000.0', 9695],
]);
const COUNTRY = researchersCsv([['2006.0', 'NA', 10, 1, 2]]);
const NAMES = [
  'scopus_2024_V1_scholarlymigration_countryflows.csv',
  'scopus_2024_V1_scholarlymigration_country.csv',
  'openalex_2023_V1_scholarlymigration_countryflows.csv',
  'openalex_2023_V1_scholarlymigration_country.csv',
];
const FILES: Readonly<Record<string, Uint8Array>> = Object.fromEntries(
  NAMES.map((name) => [name, strToU8(name.includes('flows') ? FLOWS : COUNTRY)]),
);

interface Deposited {
  readonly files: Readonly<Record<string, Uint8Array>>;
  /** What Zenodo says of a file, where that is not so. */
  readonly says?: Readonly<Record<string, object>>;
}

/** Zenodo, with these deposits, of which the last is the newest version of all. */
async function zenodo(deposits: Readonly<Record<string, Deposited>>) {
  const newest = Object.keys(deposits).at(-1) ?? '';
  const reply = (base: string, path: string): Reply => {
    const [, asked = '', rest = ''] = /^\/api\/records\/(\d+)(\/.*)?$/.exec(path) ?? [];
    const id = rest === '/versions/latest' ? newest : asked;
    const deposit = deposits[id];
    if (!deposit)
      return { status: 404, body: { status: 404, message: 'The persistent identifier does not exist.' } };
    const [, key] = /^\/files\/(.+)\/content$/.exec(rest) ?? [];
    if (key) return { body: deposit.files[decodeURIComponent(key)] ?? '' };
    const files = Object.entries(deposit.files).map(([key, content]) => ({
      id: 'made-up',
      key,
      size: content.length,
      checksum: `md5:${createHash('md5').update(content).digest('hex')}`,
      links: { self: `${base}/api/records/${id}/files/${encodeURIComponent(key)}/content` },
      ...deposit.says?.[key],
    }));
    return {
      body: { id: Number(id), conceptrecid: '1', metadata: { publication_date: '2024-05-08' }, files },
    };
  };
  const api = await publisherApi(({ path }) => reply(api.base, path));
  return api;
}

async function refresh(deposits: Readonly<Record<string, Deposited>>, options = {}) {
  const world = await outside();
  const api = await zenodo(deposits);
  told();
  const files = await scholarlyMigration(api.base).refresh(world, options);
  return {
    api,
    files,
    told: told(),
    raw: world.raw,
    read: (path: string) => readFile(join(world.raw, path), 'utf8'),
  };
}

const OURS = NAMES.map((name) => `scholarly-migration/${name}`);

test('single files come as they are, each with the address that brings it again', async () => {
  const { api, files, read, raw } = await refresh({
    11145735: { files: { ...FILES, 'ReadMe.md': strToU8('#') } },
  });
  expect(files.map(({ path }) => path)).toEqual(OURS);
  expect(await filesIn(raw)).toEqual([...OURS].sort());
  expect(await read(OURS[2] ?? '')).toBe(FLOWS);
  expect(files[0]?.origin).toEqual({
    url: `${api.base}/api/records/11145735/files/scopus_2024_V1_scholarlymigration_countryflows.csv/content`,
  });
  expect(files[0]?.replaces.test('scopus_2022_07_V1_scholarlymigration_countryflows.csv')).toBe(true);
  expect(files[1]?.replaces.test('scopus_2022_07_V1_scholarlymigration_countryflows.csv')).toBe(false);
});

/** The same rows as Parquet, with years as the numbers that they are there. */
async function parquet(text: string): Promise<Uint8Array> {
  const folder = await folderWith({ 'rows.csv': text });
  const db = await Session.open();
  const [from, to] = [literal(join(folder, 'rows.csv')), literal(join(folder, 'rows.parquet'))];
  await db.run(
    `COPY (SELECT * REPLACE (year::DOUBLE AS year) FROM read_csv(${from}, all_varchar = true)) TO ${to} (FORMAT parquet)`,
  );
  db.close();
  return readFile(join(folder, 'rows.parquet'));
}

test('an archive of the repository is looked into: the newest edition of each table, Parquet made CSV, NA still Namibia', async () => {
  const inside = {
    'MPIDR-x-1a2b/data_input/scopus_2024_V1_scholarlymigration_countryflows.parquet': await parquet(FLOWS),
    'MPIDR-x-1a2b/data_input/scopus_2024_V1_scholarlymigration_country.csv': strToU8(COUNTRY),
    'MPIDR-x-1a2b/data_input/scopus_2024_V1_scholarlymigration_country.parquet': await parquet(COUNTRY),
    'MPIDR-x-1a2b/data_input/scopus_2022_07_V1_scholarlymigration_country.csv': strToU8('old'),
    'MPIDR-x-1a2b/data_input/openalex_2023_V1_scholarlymigration_countryflows.parquet': await parquet(FLOWS),
    'MPIDR-x-1a2b/data_input/openalex_2023_V1_scholarlymigration_country.csv': strToU8(COUNTRY),
    'MPIDR-x-1a2b/data_processed/openalex_2024_V1_scholarlymigration_country_enriched.csv': strToU8('other'),
  };
  const { files, read, raw } = await refresh({ 11145735: { files: { 'MPIDR/x-v1.zip': zipSync(inside) } } });
  expect(files.map(({ path }) => path)).toEqual(OURS);
  expect(await filesIn(raw)).toEqual([...OURS].sort());
  expect(await read('scholarly-migration/openalex_2023_V1_scholarlymigration_countryflows.csv')).toBe(
    'migrationfrom,migrationto,year,n_migrations,n_migrations_back,netmigrations\n' +
      'NA,ES,2003.0,30,0,30\n' +
      'nan,AU,2007.0,22,0,22\n' +
      ',IT,2000.0,9695,0,9695\n',
  );
  expect(files[0]?.origin).toMatchObject({
    rebuilt_from: expect.stringMatching(
      /countryflows\.parquet of http.*\(md5:[0-9a-f]{32}\), read on 2026-11-21$/,
    ),
  });
});

test('a newer version is told of, not taken; asked for, it is', async () => {
  const deposits = {
    11145735: { files: FILES },
    20000000: { files: { ...FILES, 'more.parquet': strToU8('x') } },
  };
  const first = await refresh(deposits);
  expect(first.told).toMatch(
    /Zenodo has a newer version, of 2024-05-08: --deposit 20000000\. It holds: .*more\.parquet/,
  );
  expect(first.api.log.filter((line) => line.includes('20000000/files'))).toEqual([]);
  const second = await refresh(deposits, { deposit: '20000000' });
  expect(second.told).not.toMatch(/newer version/);
  expect(second.api.log.filter((line) => line.includes('20000000/files'))).toHaveLength(4);
});

test('a new field is none of our business', async () => {
  const says = Object.fromEntries(NAMES.map((name) => [name, { type: 'csv', access: { hidden: false } }]));
  const { files } = await refresh({ 11145735: { files: FILES, says } });
  expect(files).toHaveLength(4);
});

describe('what does not fit stops, names source, file and field, and leaves nothing', () => {
  const [first = '', ...rest] = NAMES;
  const without = (name: string) => Object.fromEntries(Object.entries(FILES).filter(([key]) => key !== name));
  test.each<[string, Deposited, RegExp]>([
    [
      'another checksum',
      { files: FILES, says: { [first]: { checksum: `md5:${'0'.repeat(32)}` } } },
      /^scholarly-migration, scopus_2024_V1_scholarlymigration_countryflows\.csv of deposit 11145735: its checksum is md5:[0-9a-f]{32}, and md5:0{32} at Zenodo/,
    ],
    [
      'a renamed field',
      { files: FILES, says: { [first]: { checksum: undefined, md5: 'x' } } },
      /^scholarly-migration, http.*another shape[\s\S]*files\[0\]\.checksum/,
    ],
    [
      'a renamed column',
      { files: { ...FILES, [first]: strToU8(FLOWS.replace('n_migrations,', 'moves,')) } },
      /^scholarly-migration, scopus_2024_V1_scholarlymigration_countryflows\.csv of deposit 11145735: the column n_migrations is not there/,
    ],
    [
      'a renamed column of the last table',
      { files: { ...FILES, [NAMES[3] ?? '']: strToU8(COUNTRY.replace('countrycode', 'iso')) } },
      /openalex_2023_V1_scholarlymigration_country\.csv of deposit 11145735: the column countrycode is not there/,
    ],
    [
      'a table that is not there',
      { files: without(first) },
      /the deposit has no table countryflows of the base scopus\. It has: /,
    ],
    [
      'only enriched files',
      { files: { [rest[0]?.replace('.csv', '_enriched.csv') ?? '']: strToU8('x') } },
      /^scholarly-migration: deposit 11145735 holds no file .*It holds: scopus_2024_V1_scholarlymigration_country_enriched\.csv\./,
    ],
    [
      'no rows',
      { files: { ...FILES, [first]: strToU8(`${FLOWS.split('\n')[0]}\n`) } },
      /scopus_2024_V1_scholarlymigration_countryflows\.csv of deposit 11145735 has no rows/,
    ],
    [
      'an archive that is cut short',
      { files: { 'x.zip': zipSync(FILES).subarray(0, 500) } },
      /^scholarly-migration, x\.zip/,
    ],
  ])('%s', async (_what, deposit, message) => {
    const world = await outside();
    const { base } = await zenodo({ 11145735: deposit });
    expect(await complaint(scholarlyMigration(base).refresh(world, {}))).toMatch(message);
    expect(await filesIn(world.raw)).toEqual([]);
  });
});
