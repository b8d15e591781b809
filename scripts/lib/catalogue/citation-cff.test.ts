import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { schemaFaults } from '../../../tests/schemas/json-schema.ts';
import { recordOf } from '../../testing/record.ts';
import { describeRelease } from '../manifest.ts';
import { PATHS, ROOT } from '../paths.ts';
import { readRecords } from '../records.ts';
import { citationCff } from './citation-cff.ts';

const SCHEMA = 'citation-file-format-1.2.0.json';
const { version } = JSON.parse(await readFile(PATHS.version, 'utf8')) as { version: string };
const made = citationCff(describeRelease(version, []), [...(await readRecords()).values()]);

// Out of date? `npx vitest run -u scripts/lib/catalogue/citation-cff.test.ts` writes it anew.
test("the repository's CITATION.cff is the one that its version and records give", async () => {
  await expect(made).toMatchFileSnapshot(join(ROOT, 'CITATION.cff'));
});

test('fits the published schema', async () => {
  expect(await schemaFaults(SCHEMA, parse(made))).toEqual([]);
});

test('the published schema finds what is wrong', async () => {
  const faults = await schemaFaults(SCHEMA, {
    ...(parse(made) as object),
    'date-released': '21 November 2026',
    references: [{ type: 'data', title: 'No authors', license: 'UN-terms' }],
  });
  expect(faults).toContain('/date-released must match format "date"');
  expect(faults).toContain("/references/0 must have required property 'authors'");
  expect(faults).toContain('/references/0/license must be equal to one of the allowed values');
});

test('dates and versions stay text for readers of YAML 1.1, which would make dates of them', () => {
  expect(made).toContain("version: '2026");
  expect(made).toMatch(/date-released: '\d{4}-\d{2}-\d{2}'/);
});

test('a source has its own licence, by id where the format knows it and else by address; a date only if it is one', () => {
  const record = recordOf('made-up', []);
  const reference = (change: object) =>
    (
      parse(citationCff(describeRelease('2026-01-01', []), [{ ...record, ...change }])) as {
        references: object[];
      }
    ).references[0];
  expect(reference({})).toMatchObject({ license: 'CC0-1.0', 'date-accessed': '2026-01-01' });
  const un = { id: 'UN-terms', title: 'Terms', url: 'https://licence.test/' };
  expect(reference({ licence: un, retrieved: '2024' })).toEqual({
    type: 'data',
    title: 'Title of made-up',
    authors: [{ name: 'Publisher of made-up' }],
    url: 'https://publisher.test/',
    'license-url': 'https://licence.test/',
    notes: 'Cite it.',
  });
});

test('no licence is offered for the whole, where a list would mean a choice', () => {
  expect(parse(made)).not.toHaveProperty('license');
});
