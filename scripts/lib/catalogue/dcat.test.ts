import { DataFactory, type Store } from 'n3';
import { expect, test } from 'vitest';
import { triples } from '../../../tests/schemas/rdf.ts';
import { shapeFaults } from '../../../tests/schemas/shacl.ts';
import type { Catalogue, Standpoint } from './catalogue.ts';
import { dcat } from './dcat.ts';
import { exampleCatalogue, KNOWN, UNKNOWN } from './testing/example.ts';

const SHAPES = 'dcat-ap-3.0.0-shapes.jsonld';
const TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
const DCAT = 'http://www.w3.org/ns/dcat#';
const DCT = 'http://purl.org/dc/terms/';
const READ_FROM = 'https://elsewhere.test/release/dcat.jsonld';

const catalogue = await exampleCatalogue();
// The shapes are checked node by node, and nodes of one kind are alike: a few tables show as much as all.
const few: Catalogue = {
  ...catalogue,
  release: {
    ...catalogue.release,
    resources: catalogue.release.resources.filter((resource) =>
      ['countries', 'layers', 'flows'].includes(resource.name),
    ),
  },
};
const graph = (at: Standpoint, of = few): Promise<Store> => triples(dcat(of, at), READ_FROM);

test.each([KNOWN, UNKNOWN])('fits the shapes of DCAT-AP 3, the site being $site', async (at) => {
  expect(await shapeFaults(SHAPES, await graph(at))).toEqual([]);
});

test('the shapes find what is wrong', async () => {
  const spoilt = await graph(KNOWN);
  const flows = DataFactory.namedNode('https://atlas.test/some/path/data/flows/#dataset');
  const parquet = DataFactory.namedNode('https://atlas.test/some/path/data/flows/#parquet');
  for (const [subject, predicate] of [
    [flows, `${DCT}title`],
    [parquet, `${DCAT}accessURL`],
  ] as const)
    spoilt.removeQuads(spoilt.getQuads(subject, predicate, null, null));
  spoilt.addQuad(parquet, DataFactory.namedNode(`${DCT}license`), DataFactory.literal('CC BY'));
  expect((await shapeFaults(SHAPES, spoilt)).sort()).toEqual([
    `${flows.value} ${DCT}title MinCountConstraintComponent`,
    `${parquet.value} ${DCT}license ClassConstraintComponent`,
    `${parquet.value} ${DCT}license MaxCountConstraintComponent`,
    `${parquet.value} ${DCT}license NodeKindConstraintComponent`,
    `${parquet.value} ${DCAT}accessURL MinCountConstraintComponent`,
  ]);
});

test('everything that the profile recommends is there, but what would be a promise', async () => {
  // Sections Catalogue, Dataset and Distribution of https://semiceu.github.io/DCAT-AP/releases/3.0.0/, "recommended".
  const recommended: Readonly<Record<string, readonly string[]>> = {
    Catalog: ['spatial', 'language', 'license', 'modified', 'issued', 'dcat:themeTaxonomy', 'dcat:dataset'],
    Dataset: ['dcat:contactPoint', 'dcat:distribution', 'dcat:keyword', 'publisher', 'spatial', 'dcat:theme'],
    // Not `availability`.
    Distribution: ['description', 'format', 'license'],
  };
  const store = await graph(KNOWN);
  for (const [name, properties] of Object.entries(recommended))
    for (const node of store.getSubjects(TYPE, `${DCAT}${name}`, null)) {
      if (node.value.includes('#source-')) continue; // A source is described as far as it is known.
      for (const property of properties) {
        const path = property.startsWith('dcat:') ? DCAT + property.slice(5) : DCT + property;
        expect(store.countQuads(node, path, null, null), `${node.value} ${path}`).toBeGreaterThan(0);
      }
    }
  expect(store.countQuads(null, `${DCT}temporal`, null, null)).toBe(2);
});

test('every table is a dataset with two files, each with size, checksum and address', async () => {
  const store = await graph(KNOWN, catalogue);
  const tables = store
    .getSubjects(TYPE, `${DCAT}Dataset`, null)
    .filter((node) => node.value.endsWith('#dataset'));
  expect(tables).toHaveLength(catalogue.release.resources.length);
  const object = (subject: string, path: string) => store.getObjects(subject, path, null)[0];
  for (const suffix of ['#parquet', '#csv']) {
    const file = `https://atlas.test/some/path/data/flows/${suffix}`;
    expect(object(file, `${DCAT}byteSize`)?.value).toMatch(/^\d+$/);
    expect(object(file, `${DCAT}downloadURL`)?.value).toMatch(
      /^https:\/\/atlas\.test\/some\/path\/release\/flows\./,
    );
    const checksum = object(file, 'http://spdx.org/rdf/terms#checksum');
    expect(
      store.getObjects(checksum ?? null, 'http://spdx.org/rdf/terms#checksumValue', null)[0]?.value,
    ).toMatch(/^[0-9a-f]{64}$/);
  }
});

test('one licence is named by its address, several by a document of ours that names them', async () => {
  const store = await graph(KNOWN);
  const licence = (table: string) =>
    store.getObjects(`https://atlas.test/some/path/data/${table}/#parquet`, `${DCT}license`, null);
  expect(licence('layers').map((node) => node.value)).toEqual([
    'https://creativecommons.org/licenses/by/4.0/',
  ]);
  expect(licence('flows').map((node) => node.value)).toEqual([
    'https://atlas.test/some/path/data/flows/#licence',
  ]);
});

test('an address that is not known is that of where the catalogue was read', async () => {
  const store = await graph(UNKNOWN);
  expect(store.countQuads('https://elsewhere.test/data/flows/#dataset', TYPE, null, null)).toBe(1);
  expect(JSON.stringify(dcat(few, UNKNOWN))).not.toContain('atlas.test');
});

test('errors are reported where the site says, and no mailbox is made up', () => {
  expect(JSON.stringify(dcat(few, KNOWN))).toContain(
    '"vcard:hasURL":{"@id":"https://atlas.test/some/path/about/"}',
  );
  expect(JSON.stringify(dcat(few, KNOWN, 'https://tracker.test/new'))).toContain(
    '"vcard:hasURL":{"@id":"https://tracker.test/new"}',
  );
  expect(JSON.stringify(dcat(few, KNOWN))).not.toMatch(/mailto:|hasEmail/);
  expect(JSON.stringify(dcat(few, KNOWN, 'mailto:errors@atlas.test'))).toContain(
    '"vcard:hasEmail":{"@id":"mailto:errors@atlas.test"}',
  );
});
