import { createHash } from 'node:crypto';
import { readFile, rm, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { RELATIONS } from '../../src/indicators/index.ts';
import type { BasemapTopology } from '../../src/charts/basemap-symbols.ts';
import type { AtlasFile } from '../../src/model/atlas.ts';
import type { Release } from '../../src/model/release.ts';
import { SCHEMA_VERSION, TABLES, type TableName, type TableSchema } from '../../src/model/tables/index.ts';
import { complaint } from '../testing/bench.ts';
import { filesIn, fill } from '../testing/folder.ts';
import { told } from '../testing/quiet.ts';
import { smallRepository } from '../testing/repository.ts';
import type { Paths } from './paths.ts';
import { CONTRACT_CHECKS } from './checks/contract-checks.ts';
import { publish } from './publish.ts';
import { Session } from './session.ts';
import { literal } from '../../src/model/sql-literal.ts';
import { MODELLED, snapshotFile } from './snapshot.ts';

/** Ten countries are too few for a model: its tables are empty, which a whole release's may not be. */
const CONTRACT_OF_TEN = CONTRACT_CHECKS.filter(
  ({ id }) => !MODELLED.some((table) => id === `contract-${table}`),
);

let paths: Paths;
let release: Release;
beforeAll(async () => {
  paths = await smallRepository();
  await publish(paths, { checks: [] });
  release = JSON.parse(await readFile(join(paths.release, 'datapackage.json'), 'utf8')) as Release;
});

const read = (path: string) => readFile(join(paths.release, path));

async function everyFile(): Promise<Record<string, string>> {
  const names = await filesIn(paths.release);
  const hashes = await Promise.all(
    names.map(async (name) =>
      createHash('sha256')
        .update(await read(name))
        .digest('hex'),
    ),
  );
  return Object.fromEntries(names.map((name, i) => [name, hashes[i] ?? '']));
}

describe('datapackage.json', () => {
  test('has the version of the release and of the contract, every table and every relation', () => {
    expect(release).toMatchObject({
      profile: 'data-package',
      version: '2026-01-01',
      schema_version: SCHEMA_VERSION,
    });
    expect(release.resources.map((r) => r.name)).toEqual(Object.keys(TABLES));
    expect(release.relations).toEqual(RELATIONS);
  });

  test.each(Object.keys(TABLES) as TableName[])('describes %s as the contract does', (name) => {
    const schema: TableSchema = TABLES[name];
    const resource = release.resources.find((r) => r.name === name);
    expect(resource).toMatchObject({
      title: schema.title,
      description: schema.description,
      format: 'parquet',
    });
    expect(resource?.schema.fields).toEqual(JSON.parse(JSON.stringify(schema.fields)));
    expect(resource?.schema.primaryKey).toEqual(schema.primaryKey);
    expect(
      resource?.schema.foreignKeys?.map((key) => [key.fields, key.reference.resource, key.reference.fields]),
    ).toEqual(
      schema.references &&
        Object.entries(schema.references)
          .filter(([column]) => !(schema.world && column === 'country'))
          .map(([column, table]) => [[column], table, TABLES[table as TableName].primaryKey]),
    );
  });

  test.each(Object.keys(TABLES) as TableName[])(
    'names the file of %s by its content, and knows its bytes, hash, rows and columns',
    async (name) => {
      const resource = release.resources.find((r) => r.name === name);
      const content = await read(resource?.path ?? '');
      const hash = createHash('sha256').update(content).digest('hex');
      expect(resource).toMatchObject({
        path: `${name}.${hash.slice(0, 10)}.parquet`,
        bytes: content.length,
        hash: `sha256:${hash}`,
      });
      const db = await Session.open();
      const file = `read_parquet(${literal(join(paths.release, resource?.path ?? ''))})`;
      expect(await db.one(`SELECT count(*)::INTEGER AS rows FROM ${file}`)).toEqual({ rows: resource?.rows });
      const columns = await db.all<{ column_name: string }>(`DESCRIBE FROM ${file}`);
      expect(columns.map((c) => c.column_name)).toEqual(resource?.schema.fields.map((f) => f.name));
      const key = TABLES[name].primaryKey.join(', ');
      expect(
        await db.one(`SELECT list((${key})) = list((${key}) ORDER BY ${key}) AS sorted FROM ${file}`),
        // A list of nothing is none.
      ).toEqual({ sorted: resource?.rows ? true : null });
      db.close();
    },
  );

  test('gives each table the licences of the sources whose rows it holds', () => {
    const licences = (name: TableName) =>
      release.resources
        .find((r) => r.name === name)
        ?.licenses.map((l) => l.name)
        .sort();
    expect(licences('flows')).toEqual(['CC-BY-4.0', 'CC-BY-SA-3.0-IGO', 'CC0-1.0']);
    expect(licences('coverage')).toEqual(['CC-BY-SA-3.0-IGO']);
    expect(licences('countries')).toContain('CC-BY-4.0');
  });
});

test('the release is tables, manifest, atlas, base map and slices, and nothing else', async () => {
  // What describes it to machines has its own tests, in catalogue/.
  const names = (await filesIn(paths.release)).filter(
    (name) => !/^(slices|citations|schema-org)\//.test(name),
  );
  const atlas = JSON.parse((await read('atlas.json')).toString()) as AtlasFile;
  expect(names).toEqual(
    [
      'SHA256SUMS',
      'atlas.json',
      atlas.basemap.path,
      atlas.basemap.geometry,
      'croissant.json',
      'datapackage.json',
      'dcat.jsonld',
      'groups.json',
      'indicators.json',
      'names.json',
      'schema-org.jsonld',
      'zenodo.json',
      ...release.resources.flatMap((r) => [r.path, r.csv.path]),
    ].sort(),
  );
  expect(atlas.basemap.path).toMatch(/^basemap\.[0-9a-f]{10}\.svg$/);
  expect((await read(atlas.basemap.path)).toString()).toMatch(/^<svg [^>]*>.* id="DEU"/);
  expect(atlas.basemap.areas).toContain('DEU');
  expect(atlas.basemap.geometry).toMatch(/^basemap\.[0-9a-f]{10}\.topo\.json$/);
  const { objects } = JSON.parse((await read(atlas.basemap.geometry)).toString()) as BasemapTopology;
  expect(objects.places.geometries.map(({ id }) => id)).toContain('DEU');
  expect(atlas.withData).toEqual(['AUT', 'CHN', 'DEU', 'ESP', 'FRA', 'GBR', 'ITA', 'NAM', 'USA', 'XKX']);
});

test('each source and layer shows a year that is neither provisional nor partial; students, the fullest', async () => {
  const { flows } = JSON.parse((await read('atlas.json')).toString()) as AtlasFile;
  const shown = Object.fromEntries(flows.map((f) => [f.source, f.shown_year]));
  expect(shown).toMatchObject({
    'openalex-copublications': 2022,
    'cordis-h2020': 2020,
    'scholarly-migration/scopus': 2020,
  });
  const db = await Session.open();
  const { year } = await db.one<{ year: number }>(
    `SELECT year FROM read_parquet(${literal(snapshotFile(paths.snapshot, 'flows'))}) WHERE layer = 'students' GROUP BY year ORDER BY sum(value) DESC LIMIT 1`,
  );
  db.close();
  expect(shown['uis-student-flows']).toBe(year);
});

test(
  'published twice, every file has the same bytes; the last line says what was made',
  { timeout: 60_000 },
  async () => {
    const before = await everyFile();
    told();
    await publish(paths, { checks: [] });
    expect(await everyFile()).toEqual(before);
    expect(told()).toMatch(
      /^release {3}2026-01-01: \d+ tables in [\d,]+ bytes, \d+ slices \(largest [\d,]+ bytes gzip\), in \d+\.\d s\n$/,
    );
  },
);

describe('what is wrong with a snapshot stops with its message, and leaves the old release', () => {
  /** Publishes a spoilt repository over a release that is there. */
  async function spoilt(
    spoil: { table: TableName; sql: string } | ((paths: Paths) => Promise<void>),
    sliceLimit?: number,
  ): Promise<string> {
    const broken = await smallRepository(typeof spoil === 'function' ? undefined : spoil);
    if (typeof spoil === 'function') await spoil(broken);
    await fill(broken.release, { 'old.txt': 'old' });
    const message = await complaint(
      publish(broken, { checks: CONTRACT_OF_TEN, ...(sliceLimit ? { sliceLimit } : {}) }),
    );
    expect(await filesIn(join(broken.release, '..'))).toEqual(['release/old.txt']);
    return message;
  }

  test('a Parquet file that is cut short', async () => {
    expect(await spoilt((p) => truncate(snapshotFile(p.snapshot, 'flows'), 2000))).toMatch(
      /snapshot\/flows\.parquet is no whole Parquet file \(.+\)\. Restore it from version control\./,
    );
  });

  test('a Parquet file that is empty', async () => {
    expect(await spoilt((p) => truncate(snapshotFile(p.snapshot, 'totals'), 0))).toMatch(
      /totals\.parquet is no whole Parquet file/,
    );
  });

  test('a file that is missing', async () => {
    expect(await spoilt((p) => rm(snapshotFile(p.snapshot, 'coverage')))).toMatch(
      /snapshot\/coverage\.parquet is missing\. Restore it from version control, or make it: npm run data:fetch, npm run data:ingest\./,
    );
  });

  test.each([
    [
      'another column',
      'flows',
      'ALTER TABLE flows RENAME value TO n',
      /The table flows has the columns layer, .*, n, flag, but src\/model\/tables\/ promises .*value.*npm run data:ingest/,
    ],
    [
      'an origin that the register lacks',
      'flows',
      "UPDATE flows SET origin = 'QQQ' WHERE origin = 'NAM'",
      /The table flows has in origin what the table countries does not hold: origin QQQ\./,
    ],
    [
      'a column of another type',
      'totals',
      'ALTER TABLE totals ALTER value TYPE VARCHAR',
      /The column value of the table totals is VARCHAR, but src\/model\/tables\/ promises integer\./,
    ],
    [
      'a column that even the sources are read from',
      'totals',
      'ALTER TABLE totals RENAME source TO origin',
      /The table totals has the columns country, measure, origin, /,
    ],
    [
      'an empty cell where one is required',
      'totals',
      "UPDATE totals SET value = NULL WHERE country = 'NAM'",
      /The table totals has in value what its field does not allow: country NAM, .*value \(empty\)/,
    ],
    [
      'a value outside its list',
      'coverage',
      "UPDATE coverage SET status = 'perhaps' WHERE country = 'NAM'",
      /The table coverage has in status what its field does not allow: .*status perhaps/,
    ],
    [
      'a code that does not look like one',
      'adjustments',
      "UPDATE adjustments SET origin = 'xx'",
      /The table adjustments has in origin what its field does not allow: .*origin xx/,
    ],
    [
      'a key that two rows have',
      'totals',
      'INSERT INTO totals SELECT * FROM totals LIMIT 1',
      /The table totals has two rows with one key \(country, measure, source, year\): country \w+, /,
    ],
    [
      'a total of no country',
      'totals',
      "UPDATE totals SET country = 'QQQ' WHERE country = 'NAM'",
      /The table totals has in country what is neither WLD nor in the table countries: country QQQ\./,
    ],
    [
      'a flow from a country to itself',
      'flows',
      "UPDATE flows SET destination = origin WHERE layer = 'students' AND origin = 'NAM' AND destination = 'GBR' AND year = 2016",
      /The table flows has a flow from a country to itself, .*origin NAM, destination NAM/,
    ],
    [
      'an undirected pair the wrong way round',
      'flows',
      "UPDATE flows SET origin = destination, destination = origin WHERE layer = 'papers' AND year = 2019",
      /a pair of an undirected layer with its larger code first: layer papers, /,
    ],
    [
      'a source without a record',
      'totals',
      "UPDATE totals SET source = 'nobody' WHERE country = 'NAM'",
      /Rows name the source nobody, which data\/sources\/ does not describe\./,
    ],
  ] as const)('%s', async (_what, table, sql, message) => {
    expect(await spoilt({ table, sql })).toMatch(message);
  });

  test('a slice that is too large', async () => {
    expect(await spoilt(() => Promise.resolve(), 2000)).toMatch(
      /The largest slice, slices\/\S+\.json, has \d+ bytes \(gzip\), more than the 2000 that a page may load\. Put less into it/,
    );
  });
});
