import { posix } from 'node:path';
import { expect, test } from 'vitest';
import { PLACES } from './catalogue.ts';
import { catalogueFiles } from './files.ts';
import { exampleCatalogue } from './testing/example.ts';

const catalogue = await exampleCatalogue();
const files = catalogueFiles(catalogue, null);
const { resources } = catalogue.release;

test('all formats, all tables, all sources; none empty, none without its end', () => {
  const names = [
    'site',
    'release',
    ...resources.map((r) => r.name),
    ...[...catalogue.sources.keys()].map((id) => `sources/${id}`),
  ];
  expect([...files.keys()].sort()).toEqual(
    [
      'datapackage.json',
      'croissant.json',
      'dcat.jsonld',
      'zenodo.json',
      'schema-org.jsonld',
      ...resources.map((resource) => `schema-org/${resource.name}.jsonld`),
      ...names.flatMap((name) => ['txt', 'bib', 'ris', 'json'].map((kind) => `citations/${name}.${kind}`)),
    ].sort(),
  );
  for (const [path, text] of files) expect(text.endsWith('\n'), path).toBe(true);
});

test('twice made, the same texts', () => {
  expect(catalogueFiles(catalogue, null)).toEqual(files);
});

test('relative references lead to the file, from the release folder and from the page that takes the text in', () => {
  const places = (text: string, page: string) =>
    [...text.matchAll(/"contentUrl": "([^"]+)"/g)].map(([, url]) =>
      posix.normalize(posix.join(page, url ?? '')),
    );
  for (const { name, path, csv } of resources) {
    const text = files.get(`schema-org/${name}.jsonld`) ?? '';
    const expected = [path, csv.path].map(PLACES.file);
    expect(places(text, 'release/schema-org')).toEqual(expected);
    expect(places(text, PLACES.table(name))).toEqual(expected);
  }
  const whole = files.get('schema-org.jsonld') ?? '';
  expect(places(whole, 'release')).toContain('release/flows.parquet');
  expect(places(whole, PLACES.catalogue)).toEqual(places(whole, 'release'));
});

test('the address of the site and of error reports reach every format', () => {
  const known = catalogueFiles(catalogue, 'https://atlas.test/x', 'https://tracker.test/');
  for (const path of [
    'datapackage.json',
    'croissant.json',
    'dcat.jsonld',
    'zenodo.json',
    'schema-org.jsonld',
    'citations/release.ris',
    'citations/flows.bib',
  ])
    expect(known.get(path), path).toContain('https://atlas.test/x/data/');
  expect(known.get('dcat.jsonld')).toContain('https://tracker.test/');
  for (const [path, text] of files) expect(text, path).not.toContain('atlas.test');
});
