import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderSums, SUMS_FILE } from '../scripts/lib/catalogue/folder-sums.ts';
import { Session } from '../scripts/lib/session.ts';
import { literal } from '../src/model/sql-literal.ts';
import { openNative } from '../src/engine/native.ts';
import { schemaFaults } from './schemas/json-schema.ts';
import { triples } from './schemas/rdf.ts';
import { shapeFaults } from './schemas/shacl.ts';
import { readVocabulary, vocabularyFaults } from './schemas/vocabulary.ts';
import { DIST, readManifest, RELEASE } from './support/site.ts';

const manifest = await readManifest();
const json = async (path: string): Promise<Record<string, unknown>> =>
  JSON.parse(await readFile(join(RELEASE, path), 'utf8')) as Record<string, unknown>;
const pageOf = (table: string): Promise<string> =>
  readFile(join(DIST, 'data', table.replaceAll('_', '-'), 'index.html'), 'utf8');
const decoded = (html: string): string =>
  html.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

describe('the release describes itself to machines, by their published schemas', () => {
  test.each(['datapackage-1.0.json', 'datapackage-2.0.json'])('the data package: %s', async (schema) => {
    expect(await schemaFaults(schema, manifest)).toEqual([]);
  });

  test('DCAT-AP: every shape holds', async () => {
    const graph = await triples(await json('dcat.jsonld'), 'https://atlas.test/release/dcat.jsonld');
    expect(graph.size).toBeGreaterThan(1000);
    expect(await shapeFaults('dcat-ap-3.0.0-shapes.jsonld', graph)).toEqual([]);
  });

  test('schema.org: every class, property and value is in its vocabulary', async () => {
    const vocabulary = await readVocabulary();
    const files = ['schema-org.jsonld', ...manifest.resources.map((r) => `schema-org/${r.name}.jsonld`)];
    for (const file of files) expect(vocabularyFaults(vocabulary, await json(file)), file).toEqual([]);
  });

  test('Croissant: strict JSON-LD, in which every table is a record set with all its columns', async () => {
    const document = (await json('croissant.json')) as unknown as {
      recordSet: { name: string; field: { name: string }[] }[];
    };
    await triples(document, 'https://atlas.test/release/croissant.json');
    expect(document.recordSet.map((set) => [set.name, set.field.map((field) => field.name)])).toEqual(
      manifest.resources.map((r) => [r.name, r.schema.fields.map((field) => field.name)]),
    );
  });

  test('every file of the release is in SHA256SUMS, with its sum', async () => {
    expect(await readFile(join(RELEASE, SUMS_FILE), 'utf8')).toBe(await folderSums(RELEASE));
    for (const { path, hash, csv } of manifest.resources)
      for (const file of [{ path, hash }, csv])
        expect(
          `sha256:${createHash('sha256')
            .update(await readFile(join(RELEASE, file.path)))
            .digest('hex')}`,
        ).toBe(file.hash);
  });
});

describe('the catalogue', () => {
  test('has a page for every table, and for nothing else', async () => {
    const pages = (await readdir(join(DIST, 'data'), { withFileTypes: true }))
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name);
    const tables = manifest.resources.map((r) => r.name.replaceAll('_', '-'));
    expect(pages.sort()).toEqual([...tables, 'api', 'embedding', 'history', 'quality', 'releases'].sort());
  });

  test.each(manifest.resources.map((r) => r.name))(
    '%s: columns, files, sums, code, citation',
    async (name) => {
      const resource = manifest.resources.find((r) => r.name === name);
      if (!resource) throw new Error(name);
      const html = decoded(await pageOf(name));
      for (const field of resource.schema.fields) expect(html).toContain(field.description);
      for (const file of [resource, resource.csv]) {
        expect(html).toContain(`href="../../release/${file.path}"`);
        expect(html).toContain(file.hash.replace('sha256:', ''));
      }
      // Code names the very file: DuckDB, Python, R and Observable.
      expect(
        html.match(new RegExp(`https://\\S*release/${resource.path.replaceAll('.', '\\.')}`, 'g')),
      ).toHaveLength(4);
      expect(html).toContain((await readFile(join(RELEASE, `citations/${name}.bib`), 'utf8')).trim());
      const embedded = /<script type="application\/ld\+json">([^<]*)<\/script>/.exec(await pageOf(name))?.[1];
      expect(JSON.parse(embedded ?? '')).toEqual(await json(`schema-org/${name}.jsonld`));
    },
  );

  test('the CSV of a table has its rows and columns', async () => {
    const db = await Session.open();
    const found = [];
    for (const { csv } of manifest.resources) {
      const read = `read_csv(${literal(join(RELEASE, csv.path))}, header = true, all_varchar = true, quote = '"', delim = ',')`;
      const { n } = await db.one<{ n: number }>(`SELECT count(*)::INTEGER AS n FROM ${read}`);
      const columns = await db.all<{ column_name: string }>(`DESCRIBE SELECT * FROM ${read}`);
      found.push([n, columns.map((c) => c.column_name)]);
    }
    db.close();
    expect(found).toEqual(
      manifest.resources.map(({ rows, schema }) => [rows, schema.fields.map((field) => field.name)]),
    );
  });

  test('the quality page shows every check, and where two sources disagree most', async () => {
    const html = decoded(await readFile(join(DIST, 'data/quality/index.html'), 'utf8'));
    const engine = await openNative(RELEASE);
    const checks = await engine.query<{ title: string; passed: boolean }>('SELECT title, passed FROM checks');
    const agreement = await engine.query<{ title: string }>('SELECT DISTINCT title FROM source_agreement');
    await engine.close();
    expect(checks.length).toBeGreaterThan(50);
    expect(checks.filter((check) => !check.passed)).toEqual([]);
    for (const { title } of [...checks, ...agreement]) expect(html).toContain(title);
    expect(html).toMatch(/Sources disagree most on .+ times as many/);
  });
});
