import { cp, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BUILDS } from '../src/engine/browser/assets.ts';
import type { Engine, SqlParams } from '../src/engine/engine.ts';
import { openNative } from '../src/engine/native.ts';
import { launchBrowser } from '../scripts/lib/browser.ts';
import { openEnginePage, type EnginePage } from './support/engine-page.ts';
import { writeRelease } from './support/fixture-release.ts';
import { serveFolder, type TestServer } from '../scripts/lib/serve-folder.ts';

const FLOWS = `
  SELECT ['papers', 'students'][1 + i % 2] AS layer, ['NAM', 'FRA', 'CIV'][1 + i % 3] AS origin,
    ['NOR', 'CHN', 'KOR', 'USA'][1 + i % 4] AS destination, (2000 + i // 24)::SMALLINT AS year,
    (i * i % 997)::INTEGER AS value, CASE WHEN i % 7 = 0 THEN 'p' END AS flag
  FROM range(480) t(i) ORDER BY ALL`;

/** What sources hold that software gets wrong: NA, which is Namibia; text beyond ASCII; gaps; large numbers. */
const PLACES = `
  SELECT * FROM (VALUES
    ('NAM', 'NA', 'Namibia', DATE '1990-03-21', 17.083::DOUBLE, true, 9007199254740991::BIGINT, 1.25::DECIMAL(9,2)),
    ('CIV', 'CI', 'Côte d’Ivoire', DATE '1960-08-07', -5.28, true, -1, 99999.99),
    ('KOR', 'KR', '대한민국', DATE '1948-08-15', 126.98, false, 0, -0.05),
    ('XKX', NULL, 'it''s "quoted" \\ $year', NULL, NULL, NULL, NULL, NULL)
  ) t(iso3, iso2, name, since, lon, member, big, rate)`;

const RELATIONS = [
  {
    name: 'yearly',
    sql: 'SELECT layer, year, sum(value) AS value, count(*) AS pairs FROM flows GROUP BY ALL ORDER BY ALL',
    stored: true,
    needs: ['flows'],
  },
  {
    name: 'growth',
    sql: 'SELECT *, value - lag(value) OVER (PARTITION BY layer ORDER BY year) AS change FROM yearly;',
    stored: false,
    needs: ['yearly'],
  },
];

let folder: string;
let browser: Browser;
let native: Engine;
const pages: EnginePage[] = [];

async function openPage(release = folder): Promise<EnginePage> {
  const opened = await openEnginePage(browser, release);
  pages.push(opened);
  return opened;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'crosscurrents-fixture-'));
  await writeRelease(
    folder,
    [
      { name: 'flows', sql: FLOWS },
      { name: 'places', sql: PLACES },
    ],
    RELATIONS,
  );
  [browser, native] = await Promise.all([launchBrowser(), openNative(folder)]);
});

afterAll(async () => {
  await Promise.all(pages.map((page) => page.close()));
  await browser?.close();
  await native?.close();
  if (folder) await rm(folder, { recursive: true });
});

describe('both engines give the same rows', () => {
  let page: EnginePage;
  beforeAll(async () => {
    page = await openPage();
  });

  const QUERIES: readonly (readonly [string, string, SqlParams?])[] = [
    ['whole table', 'SELECT * FROM flows ORDER BY ALL'],
    ['text, gaps and quotes', 'SELECT * FROM places ORDER BY iso3'],
    ['no rows', 'SELECT * FROM flows WHERE false'],
    ['sum of integers', 'SELECT sum(value) AS s, sum(value * 10000000000) AS b, count(*) AS n FROM flows'],
    ['sum of nothing', 'SELECT sum(value) AS s, avg(value) AS a, count(*) AS n FROM flows WHERE false'],
    [
      'averages',
      'SELECT origin, avg(value) AS a, median(value) AS m, stddev(value) AS sd FROM flows GROUP BY 1 ORDER BY 1',
    ],
    [
      'negative sum',
      'SELECT sum(-value) AS s, sum(rate) AS r, sum(lon) AS l FROM flows, places WHERE iso3 = origin',
    ],
    [
      'decimals',
      'SELECT 1.5 AS a, -0.05::DECIMAL(4,2) AS b, 12345678901234567890.12::DECIMAL(38,2)::DOUBLE AS c, 3::DECIMAL(18,0) AS d',
    ],
    [
      'huge integers',
      'SELECT 9007199254740991::HUGEINT AS a, -9007199254740991::HUGEINT AS b, 1::UBIGINT AS c',
    ],
    [
      'every width',
      'SELECT -1::TINYINT AS a, 255::UTINYINT AS b, -1::SMALLINT AS c, 65535::USMALLINT AS d, 4294967295::UINTEGER AS e, 0.5::FLOAT AS f',
    ],
    [
      'dates and times',
      `SELECT DATE '2020-02-29' AS d, TIMESTAMP '1969-12-31 23:59:59.123456' AS t, TIMESTAMP_S '2001-02-03 04:05:06' AS s, TIMESTAMP_MS '2001-02-03 04:05:06.7' AS ms, TIME '10:00:00.5' AS c, TIMESTAMPTZ '2020-01-01 00:00:00+00' AS z`,
    ],
    [
      'uuid and booleans',
      `SELECT 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'::UUID AS u, true AS t, NULL AS n, NULL::INTEGER AS i, NULL::DATE AS d`,
    ],
    [
      'lists',
      `SELECT [1, NULL, 3] AS a, ['é', 'NA'] AS b, [DATE '2020-01-01'] AS c, [sum(value)] AS d, []::INTEGER[] AS e, NULL::INTEGER[] AS f, [[1],[2,3]] AS g FROM flows`,
    ],
    ['lists by group', 'SELECT year, list(value ORDER BY value) AS v FROM flows GROUP BY 1 ORDER BY 1'],
    [
      'structs and maps',
      `SELECT {'a': 1, 'b': 'x', 'c': [1.5]} AS s, MAP(['k', 'l'], [1, NULL]) AS m, [{'d': DATE '2020-01-01'}] AS l`,
    ],
    [
      'window functions',
      'SELECT origin, destination, value, rank() OVER (PARTITION BY origin ORDER BY value DESC) AS r, value / sum(value) OVER (PARTITION BY origin) AS share FROM flows WHERE year = 2003 ORDER BY ALL',
    ],
    [
      'unions',
      `SELECT origin AS c, 'out' AS way, sum(value) AS v FROM flows GROUP BY 1 UNION ALL SELECT destination, 'in', sum(value) FROM flows GROUP BY 1 ORDER BY ALL`,
    ],
    ['stored relation', 'SELECT * FROM yearly ORDER BY ALL'],
    ['view', 'SELECT * FROM growth ORDER BY layer, year'],
    ['division', 'SELECT 7 / 2 AS a, 7 // 2 AS b, 7 % 2 AS c, 1 / 3.0 AS d'],
    ['same name twice', 'SELECT a.year, b.year FROM flows a, flows b LIMIT 1'],
    [
      'parameters',
      'SELECT origin, sum(value) AS v FROM flows WHERE layer = $layer AND year BETWEEN $from AND $to GROUP BY 1 ORDER BY 1 LIMIT $n',
      { layer: 'papers', from: 2001, to: 2005, n: 2 },
    ],
    [
      'types of parameters',
      'SELECT typeof($i) AS i, typeof($b) AS b, typeof($d) AS d, typeof($s) AS s, typeof($t) AS t, $i + 1 AS j, $b + 1 AS c, $d AS e, $i // 2 AS h, concat($i, $s) AS k',
      { i: 2020, b: 2 ** 40, d: 0.1, s: 'NA', t: true },
    ],
    [
      'odd values',
      'SELECT $q AS q, $e AS e, $u AS u, $m AS m, $z AS z, $f AS f, $l AS l, $n AS n, $y AS y',
      {
        q: `it's "a" \\ $x -- /* ?`,
        e: '',
        u: '대한민국 🌍\n',
        m: -2147483648,
        z: -5,
        f: -1.5e-7,
        l: -9007199254740991,
        n: null,
        y: false,
      },
    ],
    [
      'null parameters',
      'SELECT count(*) AS n FROM flows WHERE ($origin IS NULL OR origin = $origin) AND ($year IS NULL OR year = $year)',
      { origin: null, year: 2002 },
    ],
    [
      'the same parameters with values',
      'SELECT count(*) AS n FROM flows WHERE ($origin IS NULL OR origin = $origin) AND ($year IS NULL OR year = $year)',
      { origin: 'NAM', year: null },
    ],
    [
      'a repeated parameter in a group',
      'SELECT year // $n AS y, count(*) AS c FROM flows GROUP BY year // $n ORDER BY 1',
      { n: 5 },
    ],
    [
      'a parameter in a string',
      `SELECT '$layer' AS a, $layer AS b, $$ $layer $$ AS c -- $nothing`,
      { layer: 'x' },
    ],
    [
      'a date from a parameter',
      'SELECT iso3 FROM places WHERE since < CAST($day AS DATE) ORDER BY 1',
      { day: '1970-01-01' },
    ],
  ];

  test.each(QUERIES.map(([name, sql, params = {}]) => ({ name, sql, params })))(
    '$name',
    async ({ sql, params }) => {
      const [expected, actual] = await Promise.all([native.query(sql, params), page.query(sql, params)]);
      expect(actual).toEqual(expected);
      const types = new Set(
        expected
          .flatMap((row) => Object.values(row))
          .map((value) => (value === null ? 'null' : typeof value)),
      );
      expect(['null', 'number', 'string', 'boolean']).toEqual(expect.arrayContaining([...types]));
    },
  );

  const FAILURES: readonly (readonly [string, string, RegExp])[] = [
    ['a syntax error', 'SELECT FROM WHERE', /syntax error/],
    ['an unknown table', 'SELECT * FROM nowhere', /nowhere does not exist/],
    ['a missing parameter', 'SELECT $year', /asks for \$year/],
    ['a number too large', 'SELECT 9007199254740992 AS n', /too large to be exact/],
    ['an interval', 'SELECT INTERVAL 3 DAY AS i', /INTERVAL has no common form/],
    ['an enum', `SELECT 'a'::ENUM('a', 'b') AS e`, /ENUM.*VARCHAR/],
    ['bytes', `SELECT 'a'::BLOB AS e`, /BLOB has no common form/],
    ['a failure at run time', `SELECT CAST(origin AS INTEGER) AS i FROM flows`, /Could not convert string/],
  ];

  test.each(FAILURES.map(([name, sql, message]) => ({ name, sql, message })))(
    'and the same kind of error for $name',
    async ({ sql, message }) => {
      const expected = { name: 'QueryError', message: expect.stringMatching(message) };
      await expect(native.query(sql)).rejects.toMatchObject(expected);
      await expect(page.query(sql)).rejects.toMatchObject(expected);
      await expect(page.query('SELECT 1 AS n')).resolves.toEqual([{ n: 1 }]);
    },
  );

  test('many queries at once, in any order', async () => {
    const sql = 'SELECT $n AS n, sum(value) AS v FROM flows WHERE year = 2000 + $n';
    const years = Array.from({ length: 20 }, (_, n) => n);
    const ask = (engine: Engine | EnginePage) => Promise.all(years.map((n) => engine.query(sql, { n })));
    expect(await ask(page)).toEqual(await ask(native));
  });

  test('more different queries than the engine keeps ready', async () => {
    for (let n = 0; n < 70; n++)
      expect(await page.query(`SELECT $n + ${n} AS n`, { n }, { needs: [] })).toEqual([{ n: 2 * n }]);
    expect(await page.query('SELECT $n + 0 AS n', { n: 5 }, { needs: [] })).toEqual([{ n: 5 }]);
  });

  test('without a request to another host or a breach of the policy', () => {
    expect(page.network).toEqual({ foreign: [], console: [], errors: [], violations: [] });
  });
});

describe('the browser loads what it needs', () => {
  test('nothing before the first query, then only tables that the query needs', async () => {
    const page = await openPage();
    const paths = () =>
      page.server.requests
        .map(({ url }) => url.replace(/^.*\//, ''))
        .filter((name) => /parquet|wasm|worker|json/.test(name));
    expect(paths()).toEqual([]);
    expect(await page.query('SELECT count(*) AS n FROM growth', {}, { needs: ['growth'] })).toEqual([
      { n: 40 },
    ]);
    expect(paths()).toContain('flows.parquet');
    expect(paths()).not.toContain('places.parquet');
    expect(paths().filter((name) => name.includes('wasm'))).toHaveLength(1);
    await expect(page.query('SELECT * FROM places', {}, { needs: ['flows'] })).rejects.toMatchObject({
      name: 'QueryError',
    });
    await expect(page.query('SELECT 1', {}, { needs: ['flow'] })).rejects.toThrow(
      'no table or relation flow. It has: flows, places, yearly, growth',
    );

    await page.need(['places', 'flows']);
    expect(paths().filter((name) => name === 'flows.parquet')).toHaveLength(1);
    const progress = await page.engine.evaluate((engine) => engine.progress);
    const last = (name: string) => progress.filter((step) => step.name === name).at(-1);
    expect(last('engine')).toEqual({
      phase: 'engine',
      name: 'engine',
      loaded: BUILDS.eh.wasmBytes,
      total: BUILDS.eh.wasmBytes,
    });
    expect(last('flows')?.loaded).toBe(last('flows')?.total);
  });

  test.each([
    ['cut short', (body: Buffer) => body.subarray(0, body.length - 100), /flows.* has \d+ bytes instead of/],
    [
      'changed in one byte',
      (body: Buffer) => Buffer.from(body.map((byte, at) => (at === 40 ? byte ^ 1 : byte))),
      /flows.* is not the file that the release describes/,
    ],
  ])('a table file %s is named, and a second try succeeds', async (_, damage, message) => {
    const page = await openPage();
    await page.page.route('**/flows.parquet', async (route) => {
      const response = await route.fetch();
      await route.fulfill({
        response,
        body: damage(await response.body()),
        headers: { 'content-type': 'application/vnd.apache.parquet' },
      });
    });
    const query = () => page.query('SELECT count(*) AS n FROM flows', {}, { needs: ['flows'] });
    await expect(query()).rejects.toMatchObject({
      name: 'LoadError',
      message: expect.stringMatching(message),
    });
    await expect(page.query('SELECT count(*) AS n FROM places', {}, { needs: ['places'] })).resolves.toEqual([
      { n: 4 },
    ]);
    await page.page.unroute('**/flows.parquet');
    await expect(query()).resolves.toEqual([{ n: 480 }]);
  });

  test('a missing manifest is named, and a second try succeeds', async () => {
    const page = await openPage();
    await page.page.route('**/datapackage.json', (route) => route.fulfill({ status: 503 }));
    await expect(page.query('SELECT 1 AS n')).rejects.toMatchObject({
      name: 'LoadError',
      cause: { message: expect.stringContaining('503') },
    });
    await page.page.unroute('**/datapackage.json');
    await expect(page.query('SELECT 1 AS n')).resolves.toEqual([{ n: 1 }]);
  });
});

test('an older browser gets the build without WebAssembly exceptions', async () => {
  const page = await openEnginePage(browser, folder, {
    before: (blank) => blank.addInitScript(() => (WebAssembly.validate = () => false)),
  });
  pages.push(page);
  const sql =
    'SELECT year, sum(value) AS v, list(flag) AS f FROM flows WHERE layer = $layer GROUP BY 1 ORDER BY 1';
  expect(await page.query(sql, { layer: 'papers' })).toEqual(await native.query(sql, { layer: 'papers' }));
  await expect(page.query('SELECT nothing FROM flows')).rejects.toMatchObject({ name: 'QueryError' });
  await expect(page.query('SELECT 1 AS n')).resolves.toEqual([{ n: 1 }]);
  const names = page.server.requests.map(({ url }) => url);
  expect(names.filter((name) => /-mvp/.test(name))).toHaveLength(2);
  expect(names.filter((name) => /-eh/.test(name))).toHaveLength(0);
});

describe('an engine that does not start', () => {
  test.each([
    ['the wasm file is blocked', '**/*.wasm', { abort: true }],
    ['the wasm file is a page', '**/*.wasm', { body: '<!doctype html>' }],
    ['the worker is blocked', '**/*worker*.js', { abort: true }],
    ['the worker is a page', '**/*worker*.js', { body: '<!doctype html>' }],
    ['the worker fails', '**/*worker*.js', { body: 'throw new Error("no")' }],
    ['the script of DuckDB is blocked', /library-[^.]*\.js/, { abort: true }],
  ])(
    'says so when %s, and starts once it may',
    async (_, pattern, { abort, body = '' }: { abort?: boolean; body?: string }) => {
      const page = await openPage();
      let stopped = 0;
      await page.page.route(pattern, (route) => {
        stopped++;
        return abort ? route.abort() : route.fulfill({ body });
      });
      const error = await page.query('SELECT count(*) AS n FROM flows').catch((reason: unknown) => reason);
      expect(error).toMatchObject({
        name: 'EngineStartError',
        message: expect.stringContaining('could not start'),
      });
      expect((error as Error).cause).toBeTruthy();
      expect(stopped).toBe(1 + Number(pattern instanceof RegExp));
      await page.page.unroute(pattern);
      await expect(page.query('SELECT count(*) AS n FROM flows')).resolves.toEqual([{ n: 480 }]);
    },
  );
});

describe('a query that is aborted', () => {
  /** One that DuckDB can interrupt between its steps, and one whose single step lasts for seconds. */
  const LONG = [
    [
      'soon',
      'SELECT max(r) AS r FROM (SELECT row_number() OVER (ORDER BY hash(x)) AS r FROM range(6000000) t(x))',
    ],
    ['late', 'SELECT count(*) AS n FROM range(3000000) a(x), range(5000) b(y) WHERE x * y % 7 = 3'],
  ] as const;

  test.each(LONG)('rejects at once and leaves the browser engine in order (%s)', async (_, sql) => {
    const page = await openPage();
    await page.need(['flows']);
    const long = page.ask(sql, {}, { abortAfter: 200 });
    const waiting = page.query('SELECT count(*) AS n FROM flows', {}, { needs: ['flows'] });
    const answer = await long;
    expect(answer).toMatchObject({ error: { name: 'TimeoutError' } });
    await expect(waiting).resolves.toEqual([{ n: 480 }]);
    await expect(page.query('SELECT $n AS n', { n: 1 })).resolves.toEqual([{ n: 1 }]);
  });

  test('is not started if it was waiting', async () => {
    const page = await openPage();
    await page.need(['flows']);
    const first = page.ask(
      'SELECT count(*) AS n FROM range(3000000) a(x), range(10) b(y) WHERE x * y % 7 = 3',
    );
    const second = await page.ask('SELECT 1 AS n', {}, { abortAfter: 10 });
    expect(second).toMatchObject({ error: { name: 'TimeoutError' } });
    expect(await first).toHaveProperty('rows');
  });

  test.each(LONG)('rejects at once in the native engine (%s)', async (_, sql) => {
    await expect(native.query(sql, {}, { signal: AbortSignal.timeout(50) })).rejects.toMatchObject({
      name: 'TimeoutError',
    });
    await expect(native.query('SELECT 1 AS n')).resolves.toEqual([{ n: 1 }]);
  });
});

describe('SQL that reaches for another host', () => {
  let other: TestServer;
  let page: EnginePage;
  beforeAll(async () => {
    await writeFile(join(folder, 'x.csv'), 'a,b\n1,2\n');
    other = await serveFolder(folder);
    page = await openPage();
  });
  afterAll(() => other.close());

  test.each([
    `SELECT * FROM read_csv_auto('{other}/x.csv')`,
    `SELECT * FROM '{other}/x.csv'`,
    `SELECT * FROM read_parquet('https://example.com/x.parquet')`,
    `SELECT * FROM read_parquet('s3://bucket/x.parquet')`,
    `SELECT * FROM '{own}/some/folder/release/x.csv'`,
    `SELECT * FROM glob('{other}/*')`,
    `ATTACH '{other}/x.db'`,
    `COPY (SELECT 1) TO '{other}/x.csv'`,
    `EXPLAIN ANALYZE COPY (SELECT 1) TO '{other}/x.csv'`,
    `WITH a AS (SELECT 1) SELECT * FROM a; ATTACH '{other}/x.db'`,
    `SELECT * FROM parquet_metadata('{other}/x.parquet')`,
    `INSTALL httpfs`,
    `FORCE INSTALL httpfs FROM '{other}'`,
    `LOAD httpfs`,
    `LOAD '{other}/httpfs.duckdb_extension.wasm'`,
    `SET custom_extension_repository = '{other}'`,
    `SET autoinstall_known_extensions = true`,
    `SELECT * FROM read_json_auto('{other}/x.json')`,
  ])('%s', async (template) => {
    const sql = template.replace('{other}', other.origin).replace('{own}', page.server.origin);
    const requests = page.server.requests.length;
    await page.need(['flows', 'places']);
    await page.ask(sql, {}, { needs: [] });
    expect(other.requests).toEqual([]);
    expect(page.network.foreign).toEqual([]);
    expect(
      page.server.requests
        .slice(requests)
        .map(({ url }) => url)
        .filter((url) => url.includes('x.csv')),
    ).toEqual([]);
    await expect(page.query('SELECT count(*) AS n FROM flows')).resolves.toEqual([{ n: 480 }]);
    await expect(native.query(sql)).rejects.toMatchObject({ name: 'QueryError' });
  });
});

describe('a release that is not in order, natively', () => {
  let copy: string;
  beforeAll(async () => {
    copy = await mkdtemp(join(tmpdir(), 'crosscurrents-damaged-'));
  });
  afterAll(() => rm(copy, { recursive: true }));

  test('no release at all', async () => {
    await expect(openNative(join(copy, 'none'))).rejects.toThrow(
      /There is no release at .*none.*npm run data:publish/,
    );
  });

  test('a file cut short, changed, missing', async () => {
    await cp(folder, copy, { recursive: true });
    const file = join(copy, 'flows.parquet');
    const bytes = await readFile(file);
    await truncate(file, bytes.length - 1);
    await expect(openNative(copy)).rejects.toThrow(
      /flows\.parquet.* has \d+ bytes instead of .*npm run data:publish/,
    );
    await writeFile(file, bytes.fill(0, 50, 60));
    await expect(openNative(copy)).rejects.toThrow(/flows\.parquet.* is not the file .*npm run data:publish/);
    await rm(file);
    await expect(openNative(copy)).rejects.toMatchObject({
      name: 'LoadError',
      file,
      message: expect.stringContaining('npm run data:publish'),
    });
  });

  test('a relation with an error in it is named', async () => {
    await writeRelease(
      copy,
      [{ name: 'flows', sql: FLOWS }],
      [{ name: 'broken', sql: 'SELECT nothing FROM flows', stored: false, needs: ['flows'] }],
    );
    await expect(openNative(copy)).rejects.toThrow('The relation broken failed');
  });
});

test('the sizes of the wasm files are those of the installed package', async () => {
  for (const [name, build] of Object.entries(BUILDS)) {
    const file = join(import.meta.dirname, `../node_modules/@duckdb/duckdb-wasm/dist/duckdb-${name}.wasm`);
    expect((await readFile(file)).byteLength).toBe(build.wasmBytes);
  }
});
