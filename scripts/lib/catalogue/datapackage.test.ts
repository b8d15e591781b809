import { expect, test } from 'vitest';
import { schemaFaults } from '../../../tests/schemas/json-schema.ts';
import { dataPackage } from './datapackage.ts';
import { exampleCatalogue, KNOWN } from './testing/example.ts';

const catalogue = await exampleCatalogue();

test.each([
  ['1.0', null],
  ['1.0', KNOWN.site],
  ['2.0', null],
  ['2.0', KNOWN.site],
] as const)('fits the published schema of version %s, the site being %s', async (version, site) => {
  expect(await schemaFaults(`datapackage-${version}.json`, dataPackage(catalogue, site))).toEqual([]);
});

test('the published schemas find what is wrong', async () => {
  const whole = dataPackage(catalogue, null);
  for (const version of ['1.0', '2.0']) {
    const faults = await schemaFaults(`datapackage-${version}.json`, {
      ...whole,
      resources: whole.resources.map((resource, i) =>
        i ? resource : { ...resource, hash: 'md5', licenses: [], schema: { fields: [{ type: 'string' }] } },
      ),
    });
    expect(faults.join('\n')).toMatch('/resources/0/hash must match pattern');
    expect(faults.join('\n')).toMatch('/resources/0/licenses must NOT have fewer than 1 items');
    expect(faults.join('\n')).toMatch("/resources/0/schema/fields/0 must have required property 'name'");
  }
});

test('what the schemas cannot say: names once, keys over columns that are there', () => {
  const { resources } = dataPackage(catalogue, null);
  const names = resources.map((resource) => resource.name);
  expect(new Set(names).size).toBe(names.length);
  const columns = new Map(resources.map((r) => [r.name, r.schema.fields.map((field) => field.name)]));
  for (const { name, schema } of resources) {
    expect(columns.get(name)).toEqual(expect.arrayContaining([...schema.primaryKey]));
    expect(new Set(columns.get(name)).size).toBe(schema.fields.length);
    for (const { fields, reference } of schema.foreignKeys ?? []) {
      expect(columns.get(name)).toEqual(expect.arrayContaining([...fields]));
      expect(columns.get(reference.resource), `${name} refers to ${reference.resource}`).toEqual(
        expect.arrayContaining([...reference.fields]),
      );
      // "else an array of the same length as the outer `fields`" (Table Schema 1).
      expect(reference.fields, `${name}.${fields.join()} → ${reference.resource}`).toHaveLength(
        fields.length,
      );
      // "For self-referencing foreign keys ... the value of `resource` MUST be ''" (Table Schema 1).
      expect(reference.resource).not.toBe(name);
    }
  }
});

test('a table that rests on no source is ours', () => {
  const { resources, licenses } = dataPackage(catalogue, null);
  const layers = resources.find((resource) => resource.name === 'layers');
  expect(layers?.licenses).toEqual([
    { name: 'CC-BY-4.0', title: 'CC BY 4.0', path: 'https://creativecommons.org/licenses/by/4.0/' },
  ]);
  expect(licenses.map((licence) => licence.name)).toEqual([
    ...new Set(resources.flatMap((resource) => resource.licenses.map((licence) => licence.name))),
  ]);
});

test('a home page only where the address is known, since it must be absolute', () => {
  expect(dataPackage(catalogue, null)).not.toHaveProperty('homepage');
  expect(dataPackage(catalogue, 'https://atlas.test/some/path').homepage).toBe(
    'https://atlas.test/some/path/data/',
  );
});

test('what reads the manifest today finds it as it was', () => {
  const { relations, resources, schema_version, profile } = dataPackage(catalogue, null);
  expect({ relations, schema_version, profile }).toEqual({
    relations: catalogue.release.relations,
    schema_version: catalogue.release.schema_version,
    profile: 'data-package',
  });
  expect(resources.map((resource) => resource.path)).toEqual(
    catalogue.release.resources.map((resource) => resource.path),
  );
});
