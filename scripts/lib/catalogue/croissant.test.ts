import { expect, test } from 'vitest';
import { triples } from '../../../tests/schemas/rdf.ts';
import { readVocabulary, vocabularyFaults } from '../../../tests/schemas/vocabulary.ts';
import { croissant } from './croissant.ts';
import { exampleCatalogue, KNOWN, UNKNOWN } from './testing/example.ts';

// No schema is published for Croissant: its specification is prose (tests/schemas/README.md). These are its rules, one by one.
interface Ref {
  readonly '@id': string;
}
interface Node extends Ref, Readonly<Record<string, unknown>> {
  readonly '@type': string;
  readonly name: string;
}
interface Field extends Node {
  readonly dataType: string;
  readonly source: { readonly fileObject: Ref; readonly extract: { readonly column: string } };
  readonly references?: { readonly field: Ref };
}
interface Document extends Readonly<Record<string, unknown>> {
  readonly distribution: readonly Node[];
  readonly recordSet: readonly (Node & { readonly key: readonly Ref[]; readonly field: readonly Field[] })[];
}

const catalogue = await exampleCatalogue();
const [known, unknown] = [KNOWN, UNKNOWN].map((at) => croissant(catalogue, at) as Document) as [
  Document,
  Document,
];

test('the dataset has what "must be specified for every Croissant dataset", and says which version it keeps to', () => {
  // Tables "Required" and "Modified and Added Properties" of the specification, version 1.0.
  for (const document of [known, unknown]) {
    for (const property of ['description', 'license', 'name', 'url', 'creator', 'datePublished'])
      expect(document[property], property).toBeTruthy();
    expect(document['@type']).toBe('sc:Dataset');
    expect(document['conformsTo']).toBe('http://mlcommons.org/croissant/1.0');
  }
  expect(known['url']).toBe('https://atlas.test/some/path/data/');
  expect(unknown['url']).toBe('../data/');
});

test('"values of type FileObject or FileSet" make the distribution, each with all that a file needs', () => {
  for (const file of known.distribution) {
    expect(file).toMatchObject({
      '@type': 'cr:FileObject',
      name: expect.stringMatching(/\.(parquet|csv\.gz)$/) as string,
      contentUrl: `https://atlas.test/some/path/release/${file.name}`,
      contentSize: expect.stringMatching(/^\d+ B$/) as string,
      encodingFormat: expect.stringMatching(/^application\//) as string,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    });
  }
  expect(known.distribution).toHaveLength(2 * catalogue.release.resources.length);
  expect(unknown.distribution[0]?.['contentUrl']).toBe('../release/countries.parquet');
});

test('"IDs must be unique within a Croissant dataset", and every reference leads to one', () => {
  const fields = known.recordSet.flatMap((set) => set.field);
  const ids = [...known.distribution, ...known.recordSet, ...fields].map((node) => node['@id']);
  expect(new Set(ids).size).toBe(ids.length);
  const fileIds = known.distribution.map((file) => file['@id']);
  const fieldIds = new Set(fields.map((field) => field['@id']));
  for (const set of known.recordSet) {
    for (const key of set.key) expect(set.field.map((field) => field['@id'])).toContain(key['@id']);
    for (const field of set.field) {
      expect(fileIds).toContain(field.source.fileObject['@id']);
      if (field.references) expect(fieldIds, field['@id']).toContain(field.references.field['@id']);
    }
  }
});

test('a table is a record set: its columns with their types, its key, and what they refer to', () => {
  expect(known.recordSet.map((set) => set.name)).toEqual(
    catalogue.release.resources.map((resource) => resource.name),
  );
  const flows = known.recordSet.find((set) => set.name === 'flows');
  expect(flows?.key).toEqual(
    ['layer', 'source', 'origin', 'destination', 'year'].map((name) => ({ '@id': `flows/${name}` })),
  );
  const field = (name: string) => flows?.field.find((f) => f.name === name);
  expect(field('origin')).toMatchObject({
    '@type': 'cr:Field',
    '@id': 'flows/origin',
    dataType: 'sc:Text',
    source: { fileObject: { '@id': 'flows.parquet' }, extract: { column: 'origin' } },
    references: { field: { '@id': 'countries/iso3' } },
  });
  expect(field('value')?.dataType).toBe('sc:Integer');
  expect(field('value')).not.toHaveProperty('references');
});

test('a key of several columns gives no reference, for a field can refer to one field only', () => {
  const [first, second] = catalogue.release.resources;
  const spoilt = {
    ...catalogue,
    release: {
      ...catalogue.release,
      resources: [first, second].flatMap((resource) =>
        resource
          ? [
              {
                ...resource,
                schema: {
                  ...resource.schema,
                  foreignKeys: [
                    {
                      fields: ['id', 'title'],
                      reference: { resource: 'countries', fields: ['iso3', 'iso2'] },
                    },
                    { fields: ['unit'], reference: { resource: 'not-there', fields: ['id'] } },
                  ],
                },
              },
            ]
          : [],
      ),
    },
  };
  expect(JSON.stringify(croissant(spoilt, KNOWN))).not.toContain('"references":{');
});

test('every term is one of Croissant 1.0, of Dublin Core or of schema.org, on a class that has it', async () => {
  // The classes and properties that the specification defines; `column` and the like are those of the class Extract.
  const CROISSANT = new Set(
    (
      'cr:FileObject cr:RecordSet cr:Field conformsTo citeAs isLiveDataset recordSet field key dataType source ' +
      'fileObject extract column references'
    ).split(' '),
  );
  const vocabulary = await readVocabulary();
  for (const document of [known, unknown])
    expect(vocabularyFaults(vocabulary, document, (term) => CROISSANT.has(term))).toEqual([]);
  // "`FileObject` is a general purpose class that inherits from Schema.org `CreativeWork`, and can be used to
  // represent instances of ... `MediaObject`."
  for (const file of known.distribution)
    expect(
      vocabularyFaults(vocabulary, { ...file, '@type': 'sc:MediaObject' }, (term) => CROISSANT.has(term)),
    ).toEqual([]);
});

test('it is whole JSON-LD: every term becomes a triple, and relative addresses those of the release', async () => {
  const graph = await triples(unknown, 'https://atlas.test/some/path/release/croissant.json');
  const counted = graph.getQuads(null, 'http://mlcommons.org/croissant/column', null, null);
  expect(counted).toHaveLength(
    catalogue.release.resources.reduce((sum, resource) => sum + resource.schema.fields.length, 0),
  );
  const CR = 'http://mlcommons.org/croissant/';
  const origin = 'https://atlas.test/some/path/release/flows/origin';
  const [source] = graph.getObjects(origin, `${CR}references`, null);
  const [reference] = graph.getObjects(source ?? null, `${CR}field`, null);
  expect(reference?.value).toBe('https://atlas.test/some/path/release/countries/iso3');
});
