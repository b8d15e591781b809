import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import papaparse from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openNative } from '../src/engine/native.ts';
import type { Engine } from '../src/engine/engine.ts';
import { columnsOf, jsonSchemas, type Answer, type SchemaName } from '../src/model/api.ts';
import { literal } from '../src/model/sql-literal.ts';
import { serveFolder, type TestServer } from '../scripts/lib/serve-folder.ts';
import { Session } from '../scripts/lib/session.ts';
import { DIST, readManifest, RELEASE } from './support/site.ts';

const API = join(DIST, 'api', 'v1');
const EXAMPLES = join(import.meta.dirname, '..', 'examples');
const text = (path: string): Promise<string> => readFile(join(API, path), 'utf8');
const json = async <T>(path: string): Promise<T> => JSON.parse(await text(path)) as T;

const index = await json<Answer<'Index'>>('index.json');
const manifest = await readManifest();
const filesOf = (path: string): string[] => index.endpoints.find((one) => one.path === path)?.files ?? [];

interface Operation {
  readonly servers?: readonly { readonly url: string }[];
  readonly get: {
    readonly parameters?: readonly {
      readonly name: string;
      readonly schema: { readonly pattern?: string; readonly enum?: readonly string[] };
      readonly example: string;
    }[];
    readonly responses: {
      readonly 200: {
        readonly content: Readonly<
          Record<
            string,
            {
              readonly schema: { readonly $ref?: string };
              readonly examples: { readonly file: { readonly externalValue: string } };
            }
          >
        >;
      };
    };
  };
}
interface OpenApi {
  readonly paths: Readonly<Record<string, Operation>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}
const openapi = await json<OpenApi>('openapi.json');

/** By the published schemas, and by those that allow nothing else. */
const validators = (schemas: Readonly<Record<string, object>>): Map<string, ValidateFunction> =>
  new Map(
    Object.entries(schemas).map(([name, schema]) => [name, new Ajv2020({ allErrors: true }).compile(schema)]),
  );
const published = validators(openapi.components.schemas);
const strict = validators(jsonSchemas({ strict: true }));

function faults(schema: string, value: unknown): string[] {
  return [published, strict].flatMap((all) => {
    const validate = all.get(schema);
    if (!validate) return [`There is no schema ${schema}.`];
    validate(value);
    return (validate.errors ?? []).slice(0, 3).map((error) => `${error.instancePath} ${error.message ?? ''}`);
  });
}

describe('the OpenAPI document', () => {
  test('is valid OpenAPI 3.1', async () => {
    const validator = new Validator();
    const { valid, errors } = await validator.validate(join(API, 'openapi.json'));
    expect(errors).toBeUndefined();
    expect([valid, validator.version]).toEqual([true, '3.1']);
  });

  test('lists the paths that the index lists, with the same schemas', () => {
    expect(Object.keys(openapi.paths)).toEqual(index.endpoints.map(({ path }) => path));
    for (const { path, schema, media_type } of index.endpoints) {
      const content = openapi.paths[path]?.get.responses[200].content[media_type];
      if (media_type !== 'text/csv') expect(content?.schema.$ref).toBe(`#/components/schemas/${schema}`);
    }
  });

  test('a path with the examples of its parameters is a file; so is the example of its answer', () => {
    for (const [path, { servers, get }] of Object.entries(openapi.paths)) {
      const parameters = new Map(get.parameters?.map(({ name, example }) => [name, example]));
      const asked = path.replace(/\{(\w+)\}/g, (_all, name: string) => parameters.get(name) ?? '?');
      // As a client does: the server's address, resolved against the document's, and the path behind it.
      const server = new URL(servers?.[0]?.url ?? '../v1', 'https://a.test/api/v1/openapi.json').href;
      expect(existsSync(join(DIST, new URL(server + asked).pathname)), asked).toBe(true);
      for (const { examples } of Object.values(get.responses[200].content))
        expect(existsSync(join(API, examples.file.externalValue)), path).toBe(true);
    }
  });
});

describe('every file', () => {
  test('of the folder is listed, and every listed one is there', async () => {
    const there = (await readdir(API, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(API.length + 1))
      .sort();
    const listed = index.endpoints.filter(({ base }) => base === './').flatMap(({ files }) => files);
    expect(there).toEqual([...listed, index.links.openapi, index.links.figure_schema].sort());
    // 20,000 files are all that some hosts take for a whole site.
    expect(there.length).toBeLessThan(1300);
    for (const { base, files } of index.endpoints)
      for (const file of files)
        if (!existsSync(join(API, base, file))) expect.fail(`${base}${file} is not there.`);
  });

  test.each(index.endpoints.filter(({ media_type }) => media_type === 'application/json'))(
    '$path fits its schema, and travels in 60 kB',
    async ({ path, schema, base, files }) => {
      expect(files.length).toBeGreaterThan(0);
      const parameters = openapi.paths[path]?.get.parameters ?? [];
      const wrong: string[] = [];
      let largest = 0;
      for (const file of files) {
        const content = await readFile(join(API, base, file));
        for (const fault of faults(schema, JSON.parse(content.toString()))) wrong.push(`${file}: ${fault}`);
        if (content.length > largest) [largest] = [content.length];
        if (content.length > 60_000 && gzipSync(content).length > 60_000) wrong.push(`${file} is too large`);
        const values = new RegExp(
          `^${path
            .slice(1)
            .replaceAll('.', '\\.')
            .replace(/\{\w+\}/g, '(.+?)')}$`,
        ).exec(file);
        parameters.forEach(({ name, schema: { pattern, enum: list } }, i) => {
          const value = values?.[i + 1] ?? '';
          if (!new RegExp(pattern ?? '.').test(value) || (list && !list.includes(value)))
            wrong.push(`${file}: ${name} may not be ${value}`);
        });
      }
      expect(wrong).toEqual([]);
    },
  );

  test('in JSON says of which release it is, by which sources, under which licences', async () => {
    const known = new Set((await json<Answer<'Sources'>>('sources.json')).sources.map(({ id }) => id));
    for (const { schema, base, files } of index.endpoints)
      if (base === './' && !['CsvMetadata', 'CountryIndicatorRow'].includes(schema))
        for (const file of files) {
          const { api, release, licence, sources } = await json<Answer<'Country'>>(file);
          expect([api, release], file).toEqual(['v1', manifest.version]);
          expect(licence.length, file).toBeGreaterThan(5);
          // Each value names its source, and the file begins with all that it names.
          const own = new Set(sources.map(({ id }) => id));
          for (const [, named = ''] of (await text(file)).matchAll(/"source":"([^"]+)"/g))
            if (!own.has(named)) expect.fail(`${file} has values of ${named} and does not list it.`);
          for (const { id } of sources) expect(known.has(id), `${file}: ${id}`).toBe(true);
          if (sources.some(({ share_alike }) => share_alike)) expect(licence, file).toContain('share-alike');
        }
  });

  test('leads on to what is there', async () => {
    const places = new Map<string, string>();
    const look = (value: unknown, file: string, key: string): void => {
      if (typeof value === 'string') {
        if (key !== 'base' && (/^(\.\.\/)+\S+$/.test(value) || LINKS.has(key)))
          places.set(join(file, '..', value), file);
      } else if (value && typeof value === 'object')
        for (const [name, own] of Object.entries(value)) look(own, file, Array.isArray(value) ? key : name);
    };
    for (const { base, files } of index.endpoints)
      if (base === './')
        for (const file of files)
          if (file.endsWith('.json')) look(await json(file), join('api', 'v1', file), '');
    expect(places.size).toBeGreaterThan(1500);
    const lost = [...places].filter(
      ([place]) => !existsSync(join(DIST, place, place.endsWith('/') ? 'index.html' : '')),
    );
    expect(lost.map(([place, file]) => `${file} → ${place}`)).toEqual([]);
  });
  const LINKS = new Set([
    'file',
    'metadata',
    'all',
    'parquet',
    'csv',
    'openapi',
    'datapackage',
    'layers.file',
  ]);
});

describe('numbers are those of the release', () => {
  let engine: Engine;
  let csv: Session;
  beforeAll(async () => {
    engine = await openNative(RELEASE);
    csv = await Session.open();
    for (const { name, path } of manifest.resources)
      await csv.run(`CREATE VIEW ${name} AS FROM read_parquet(${literal(join(RELEASE, path))})`);
  });
  afterAll(() => csv.close());

  test('sums over partners, of every country, layer, source and direction', async () => {
    const asked = await csv.all<{ key: string; sum: number; partners: number; largest: number }>(`
      WITH both_ends AS (
        SELECT layer, source, year, origin AS country, CASE WHEN layer IN ('students', 'scholars') THEN 'out' ELSE 'both' END AS direction, value FROM flows
        UNION ALL
        SELECT layer, source, year, destination, CASE WHEN layer IN ('students', 'scholars') THEN 'in' ELSE 'both' END, value FROM flows)
      SELECT concat_ws(' ', country, layer, source, direction, year) AS key, sum(value)::BIGINT AS sum, count(*)::INTEGER AS partners, max(value) AS largest
      FROM both_ends GROUP BY ALL`);
    const release = new Map(asked.map(({ key, ...row }) => [key, row]));
    let compared = 0;
    for (const file of filesOf('/countries/{iso3}.json')) {
      const { country, partners } = await json<Answer<'Country'>>(file);
      for (const own of partners) {
        const key = [country.iso3, own.layer, own.source, own.direction, own.year].join(' ');
        expect({ sum: own.sum, partners: own.partners, largest: own.strongest[0]?.value }, key).toEqual(
          release.get(key),
        );
        expect(
          own.strongest.reduce((sum, { value }) => sum + value, own.rest.sum),
          key,
        ).toBe(own.sum);
        expect(own.strongest.length + own.rest.partners, key).toBe(own.partners);
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(1000);
  });

  test('every flow of every listed pair; no flow of these pairs is left out', async () => {
    const found: string[] = [];
    const pairs: string[] = [];
    for (const file of filesOf('/pairs/{pair}.json')) {
      const { pair, flows } = await json<Answer<'Pair'>>(file);
      pairs.push(pair.map(({ country }) => country).join('-'));
      for (const flow of flows)
        for (const { year, value, flag } of flow.values)
          found.push(
            [flow.layer, flow.source, flow.origin, flow.destination, year, value, flag ?? ''].join(' '),
          );
    }
    const rows = await csv.all<{ row: string }>(`
      SELECT concat_ws(' ', layer, source, origin, destination, year, value, coalesce(flag, '')) AS row FROM flows
      WHERE least(origin, destination) || '-' || greatest(origin, destination) IN (${pairs.map(literal).join(', ')})`);
    expect(found.length).toBeGreaterThan(20_000);
    expect(found.sort()).toEqual(rows.map(({ row }) => row).sort());
  });

  test('indicators of a pair, as the view in SQL reckons them', async () => {
    const { indicators } = await json<Answer<'Pair'>>('pairs/DEU-FRA.json');
    expect(new Set(indicators.map(({ indicator }) => indicator)).size).toBeGreaterThan(8);
    const rows = await engine.query<{ key: string; value: number; low: number | null }>(
      "SELECT concat_ws(' ', indicator, layer, source, origin, destination, year) AS key, value, low FROM pair_indicators WHERE origin IN ('DEU', 'FRA') AND destination IN ('DEU', 'FRA')",
    );
    const release = new Map(rows.map(({ key, value, low }) => [key, [value, low]]));
    for (const { indicator, layer, source, origin, destination, year, value, low } of indicators)
      expect(release.get([indicator, layer, source, origin, destination, year].join(' '))).toEqual([
        value,
        low,
      ]);
  });

  test('layers: pairs and sums of every year', async () => {
    const rows = await csv.all<{ key: string; pairs: number; sum: number }>(
      "SELECT concat_ws(' ', layer, source, year) AS key, count(*)::INTEGER AS pairs, sum(value)::BIGINT AS sum FROM flows GROUP BY ALL",
    );
    const found: typeof rows = [];
    for (const file of filesOf('/layers/{layer}/{source}/{year}.json')) {
      const { layer, source, year, pairs, sum, strongest, rest } = await json<Answer<'LayerYear'>>(file);
      found.push({ key: [layer, source, year].join(' '), pairs, sum });
      expect(
        strongest.reduce((of, { value }) => of + value, rest.sum),
        file,
      ).toBe(sum);
    }
    const byKey = (a: { key: string }, b: { key: string }): number => (a.key < b.key ? -1 : 1);
    expect(found.sort(byKey)).toEqual(rows.sort(byKey));
  });

  test('every value of every CSV file, and of the table no other', async () => {
    const values =
      'layer, source, year::INTEGER AS year, indicator, value::DOUBLE AS value, low::DOUBLE AS low, high::DOUBLE AS high, flag';
    const { indicators } = await json<Answer<'Indicators'>>('indicators.json');
    for (const [table, places] of [
      ['country_indicators', 'country'],
      ['stored_pair_indicators', 'origin, destination'],
    ] as const) {
      const files = indicators.flatMap((one) => (one.table === table && one.csv ? [one.csv] : []));
      const read = `read_csv([${files.map(({ file }) => literal(join(API, file))).join(', ')}], header = true, types = {'low': 'DOUBLE', 'high': 'DOUBLE', 'flag': 'VARCHAR'})`;
      const [own, release] = [
        `SELECT ${places}, ${values} FROM ${read}`,
        `SELECT ${places}, ${values} FROM ${table}`,
      ];
      const [differ] = await csv.all<{ here: number; there: number; rows: number }>(`
        SELECT (SELECT count(*) FROM (${own} EXCEPT ALL ${release}))::INTEGER AS here,
               (SELECT count(*) FROM (${release} EXCEPT ALL ${own}))::INTEGER AS there,
               (SELECT count(*) FROM (${own}))::INTEGER AS rows`);
      expect(differ, table).toEqual({
        here: 0,
        there: 0,
        rows: files.reduce((sum, { rows }) => sum + rows, 0),
      });
    }
  });

  test('CSV: columns are those promised, cells fit them, and what stands beside it says so', async () => {
    const { indicators } = await json<Answer<'Indicators'>>('indicators.json');
    for (const { id, subject, csv: file, licence } of indicators) {
      if (!file) continue;
      const schema: SchemaName = subject === 'pair' ? 'PairIndicatorRow' : 'CountryIndicatorRow';
      const content = await text(file.file);
      expect(Buffer.byteLength(content), id).toBe(file.bytes);
      expect(file.bytes, id).toBeLessThanOrEqual(2_000_000);
      const { data, meta } = papaparse.parse<Record<string, string>>(content, {
        header: true,
        skipEmptyLines: true,
        preview: 300,
      });
      expect(meta.fields, id).toEqual(columnsOf(schema));
      for (const row of data) {
        const typed = Object.fromEntries(
          Object.entries(row).map(([name, cell]) => [
            name,
            cell === '' ? null : ['year', 'value', 'low', 'high'].includes(name) ? Number(cell) : cell,
          ]),
        );
        expect(faults(schema, typed), `${id}: ${JSON.stringify(row)}`).toEqual([]);
      }
      const beside = await json<Answer<'CsvMetadata'>>(file.metadata);
      expect(beside.tableSchema.columns.map(({ name }) => name)).toEqual(columnsOf(schema));
      expect([beside.url, beside['dc:rights'], beside['schema:version']]).toEqual([
        `${id}.csv`,
        licence,
        manifest.version,
      ]);
    }
  });
});

describe('the examples', () => {
  let server: TestServer;
  let native: Session;
  beforeAll(async () => {
    server = await serveFolder(DIST, { base: '/some/atlas/' });
    native = await Session.open();
    for (const { name, path } of manifest.resources)
      await native.run(`CREATE VIEW ${name} AS FROM read_parquet(${literal(join(RELEASE, path))})`);
  });
  afterAll(async () => {
    await server.close();
    native.close();
  });

  /** What a program says on its standard output, line by line. It must end well and say nothing else. */
  const said = async (command: string, file: string): Promise<string[]> => {
    const program = spawn(command, [join(EXAMPLES, file), server.url]);
    let [out, error] = ['', ''];
    program.stdout.on('data', (part: Buffer) => (out += part.toString()));
    program.stderr.on('data', (part: Buffer) => (error += part.toString()));
    const code = await new Promise((resolve) => program.on('close', resolve));
    expect([code, error]).toEqual([0, '']);
    return out.trim().split('\n');
  };
  const runs = (command: string, ...more: string[]): boolean => spawnSync(command, more).status === 0;
  const partners = (): Promise<{ row: string }[]> =>
    native.all(`
      SELECT concat_ws(chr(9), c.iso3, short_name, value) AS row
      FROM flows JOIN countries c ON c.iso3 = CASE WHEN origin = 'DEU' THEN destination ELSE origin END
      WHERE layer = 'papers' AND year = 2022 AND 'DEU' IN (origin, destination) ORDER BY value DESC LIMIT 10`);

  test.skipIf(!runs('python3', '--version'))("in Python's standard library", async () => {
    const lines = await said('python3', 'python_standard_library.py');
    expect(lines.slice(0, 10)).toEqual((await partners()).map(({ row }) => row));
    expect(lines[10]).toMatch(/^rest\t\d+\tlinks$/);
    expect(lines[11]).toMatch(/^\S.*\t20\d\d\t0\.\d+$/);
    expect(lines.at(-1)).toContain('CC BY');
  });

  test.skipIf(!runs('python3', '-c', 'import pandas'))('in pandas', async () => {
    expect((await said('python3', 'python_pandas.py')).join('\n')).toMatch(/2023\s+\d+/);
  });

  test.skipIf(!runs('Rscript', '-e', 'library(jsonlite)'))('in R', async () => {
    expect((await said('Rscript', 'r_jsonlite.R')).join('\n')).toContain('United States');
  });

  test('in JavaScript', async () => {
    const lines = await said(process.execPath, 'javascript_fetch.mjs');
    const rows = await native.all<{ row: string }>(`
      SELECT concat_ws(chr(9), origin, destination, year, value) AS row FROM flows
      WHERE layer = 'students' AND origin = 'CHN' AND destination = 'THA' ORDER BY year`);
    expect(rows.length).toBeGreaterThan(3);
    expect(lines.slice(-rows.length)).toEqual(rows.map(({ row }) => row));
    expect(lines[0]).toMatch(/^CHN\tUSA\t\d{4}\t\d+/);
  });

  test('in SQL, from the files', async () => {
    const sql = (await readFile(join(EXAMPLES, 'duckdb.sql'), 'utf8')).replaceAll(
      'https://SITE/',
      `${DIST}/`,
    );
    const answers: Record<string, unknown>[][] = [];
    for (const statement of sql.split(/;\s*\n/))
      if (statement.replace(/--.*/g, '').trim()) answers.push(await native.all(statement));
    expect(answers[0]).toEqual(
      await native.all(`
        SELECT short_name AS country_name, year, value FROM country_indicators JOIN countries ON iso3 = country
        WHERE indicator = 'balance' AND layer = 'students' AND year = 2019 ORDER BY value DESC LIMIT 5`),
    );
    expect(answers[1]).toHaveLength(5);
    expect(answers.at(-1)).toEqual(
      await native.all(
        'SELECT layer, source, count(*) AS flows, min(year) AS first_year, max(year) AS last_year FROM flows GROUP BY ALL ORDER BY ALL',
      ),
    );
  });

  test('every address in every example is a file, those for Excel too; the page shows them as they are', async () => {
    const page = (await readFile(join(DIST, 'data', 'api', 'index.html'), 'utf8'))
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&');
    const site = /<code>[^<]*python3 python_standard_library\.py (\S+)/.exec(page)?.[1] ?? 'https://SITE/';
    for (const name of await readdir(EXAMPLES)) {
      const code = await readFile(join(EXAMPLES, name), 'utf8');
      if (name !== 'README.md') expect(page, name).toContain(code.trim().replaceAll('https://SITE/', site));
      for (const [, path = ''] of code.matchAll(
        /["'/]((?:countries|pairs|layers|indicators)\/[\w/-]+\.(?:json|csv))/g,
      ))
        expect(existsSync(join(API, path)), `${name}: ${path}`).toBe(true);
    }
  });
});
