import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { jsonSchemas, type SchemaName } from './api.ts';
import { ENDPOINTS, patternOf } from './api/endpoints.ts';
import { apiPath, fromFile, sourceInPath } from './api/paths.ts';

interface Schema {
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema | boolean;
  readonly prefixItems?: readonly Schema[];
  readonly additionalProperties?: Schema | boolean;
  readonly anyOf?: readonly Schema[];
}

/** Every field of a schema, a line each: where it is, of what type, and whether it is always there. */
function fieldsOf(schema: Schema, at: string, always = true): string[] {
  const {
    type,
    properties = {},
    required = [],
    items,
    prefixItems = [],
    additionalProperties,
    anyOf = [],
  } = schema;
  const types = [type, ...anyOf.map((one) => one.type)].flat().filter((one) => one !== undefined);
  return [
    `${at}: ${[...new Set(types)].sort().join(' or ')}${always ? '' : ', may be left out'}`,
    ...Object.entries(properties).flatMap(([name, own]) =>
      fieldsOf(own, `${at}.${name}`, required.includes(name)),
    ),
    ...(typeof items === 'object' ? fieldsOf(items, `${at}[]`) : []),
    ...prefixItems.flatMap((own, i) => fieldsOf(own, `${at}[${i}]`)),
    ...(typeof additionalProperties === 'object' ? fieldsOf(additionalProperties, `${at}{}`) : []),
    ...anyOf
      .filter((one) => one.type !== 'null')
      .flatMap((own, i) => fieldsOf(own, `${at}|${i + 1}`).slice(1)),
  ];
}

const schemas = jsonSchemas();
const contract = [
  ...ENDPOINTS.map(({ id, under, path, schema, media }) => `${id} ${under} ${path} ${schema} ${media}`),
  ...Object.entries(schemas).flatMap(([name, schema]) => fieldsOf(schema as Schema, name)),
];

test('version 1 stays: every path and field that it ever had is there, of the same type', async () => {
  // New ones are added to this file when a release brings them, and then stay. None is taken out.
  const promised = await readFile(join(import.meta.dirname, 'api', 'fields-v1.txt'), 'utf8');
  const lines = promised.split('\n').filter(Boolean);
  expect(lines.length).toBeGreaterThan(300);
  expect(lines.filter((line) => !contract.includes(line))).toEqual([]);
  expect(
    contract.filter((line) => !lines.includes(line)),
    'new: add to src/model/api/fields-v1.txt, and raise API_VERSION',
  ).toEqual([]);
});

test('readers may be given more fields than they know; our own files may not have more', () => {
  const open = JSON.stringify(schemas);
  const strict = JSON.stringify(jsonSchemas({ strict: true }));
  expect(open).not.toContain('"additionalProperties":false');
  expect(strict.match(/"additionalProperties":false/g)?.length).toBeGreaterThan(40);
});

test('every field says what it is', () => {
  const silent: string[] = [];
  const look = (schema: Record<string, unknown>, at: string): void => {
    for (const [name, own] of Object.entries(
      (schema['properties'] ?? {}) as Record<string, Record<string, unknown>>,
    )) {
      const inner = (own['items'] ?? {}) as Record<string, unknown>;
      const described = [own, inner].some((one) => typeof one['description'] === 'string' || one['const']);
      // A part of parts: what it holds is described.
      if (!described && !own['properties'] && !inner['properties'] && !own['prefixItems'])
        silent.push(`${at}.${name}`);
      look(own, `${at}.${name}`);
      look(inner, `${at}.${name}`);
    }
  };
  for (const name of Object.keys(schemas) as SchemaName[]) look(schemas[name], name);
  expect(silent).toEqual([]);
});

test('a path is recognised with its parameters, and no other', () => {
  const matches = (path: string): string[] =>
    ENDPOINTS.filter((endpoint) => patternOf(endpoint).test(path)).map(({ id }) => id);
  expect(matches('/countries/DEU.json')).toEqual(['getCountry']);
  expect(matches('/countries/deu.json')).toEqual([]);
  expect(matches('/countries.json')).toEqual(['getCountries']);
  expect(matches('/countriesXjson')).toEqual([]);
  expect(matches('/layers/scholars/scholarly-migration_scopus/2020.json')).toEqual(['getLayerYear']);
  expect(matches('/slices/layers/scholars/scholarly-migration/scopus/2020.json')).toEqual([
    'getStrongestOfBase',
  ]);
  expect(matches('/slices/layers/learners/erasmus-mobility/2020.json')).toEqual([]);
  expect(matches('/indicators/balance.csv-metadata.json')).toEqual(['getIndicatorMetadata']);
});

test('addresses', () => {
  expect(apiPath.pair('USA', 'CHN')).toBe('pairs/CHN-USA.json');
  expect(sourceInPath('scholarly-migration/scopus')).toBe('scholarly-migration_scopus');
  expect(fromFile('countries/DEU.json', 'pairs/DEU-FRA.json')).toBe('../pairs/DEU-FRA.json');
  expect(fromFile('index.json', 'countries.json')).toBe('countries.json');
});
