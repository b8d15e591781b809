import { expect, test } from 'vitest';
import { readVocabulary, vocabularyFaults } from '../../../tests/schemas/vocabulary.ts';
import { releaseDataset, tableDataset } from './schema-org.ts';
import { exampleCatalogue, KNOWN } from './testing/example.ts';

type Document = Readonly<Record<string, unknown>>;
const catalogue = await exampleCatalogue();
const vocabulary = await readVocabulary();
const { resources } = catalogue.release;

/** The pages' own places: data/ and data/<table>/. */
const all = (site: string | null): Document[] => [
  releaseDataset(catalogue, { site, root: '../' }) as Document,
  ...resources.map((resource) => tableDataset(catalogue, resource, { site, root: '../../' }) as Document),
];
const flows = (site: string | null): Document =>
  all(site)[1 + resources.findIndex((r) => r.name === 'flows')] ?? {};

test.each([KNOWN.site, null])(
  'every class and property is in the vocabulary, with its domain and range, the site being %s',
  (site) => {
    for (const document of all(site)) expect(vocabularyFaults(vocabulary, document)).toEqual([]);
  },
);

test('the vocabulary finds what is wrong', () => {
  expect(
    vocabularyFaults(vocabulary, {
      '@type': 'Dataset',
      titel: 'x',
      contentUrl: 'https://a.test/',
      dateModified: 'yesterday',
      isAccessibleForFree: 'yes',
      distribution: { '@type': 'Place', name: 'x' },
      spatialCoverage: { '@type': 'Nowhere' },
    }),
  ).toEqual([
    'titel is no property',
    'contentUrl is no property of Dataset',
    'dateModified takes no "yesterday"',
    'isAccessibleForFree takes no "yes"',
    'distribution takes no Place',
    'spatialCoverage takes no Nowhere',
    'Nowhere is no class',
  ]);
});

test('what search engines ask for: a name, an address, a licence, a creator, and "between 50 and 5000 characters"', () => {
  for (const document of all(KNOWN.site)) {
    expect(document).toMatchObject({
      '@context': 'https://schema.org/',
      '@type': 'Dataset',
      url: expect.stringMatching(/^https:\/\/atlas\.test\/some\/path\/data\//) as string,
      identifier: expect.stringMatching(/^crosscurrents_2026-11-21/) as string,
      version: '2026-11-21',
      isAccessibleForFree: true,
      creator: { '@type': 'Organization', name: 'Crosscurrents' },
    });
    const { description, license } = document as { description: string; license: string[] };
    expect(description.length).toBeGreaterThan(50);
    expect(description.length).toBeLessThan(5000);
    expect(license.length).toBeGreaterThan(0);
  }
});

test('a table has its files, its years, what it measures in which unit, and the sources it is based on', () => {
  expect(flows(KNOWN.site)).toMatchObject({
    name: 'Flows (Crosscurrents)',
    temporalCoverage: expect.stringMatching(/^199\d\/2020$/) as string,
    variableMeasured: [
      { '@type': 'PropertyValue', name: 'value', unitText: expect.stringContaining('unit') as string },
    ],
    distribution: [
      {
        contentUrl: 'https://atlas.test/some/path/release/flows.parquet',
        encodingFormat: 'application/vnd.apache.parquet',
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      },
      { contentUrl: 'https://atlas.test/some/path/release/flows.csv.gz', encodingFormat: 'application/gzip' },
    ],
    isPartOf: { '@id': 'https://atlas.test/some/path/data/#dataset' },
  });
  expect(flows(KNOWN.site)['isBasedOn']).toHaveLength(catalogue.sources.size);
});

test('a table without years or sources claims none', () => {
  const layers = tableDataset(
    { ...catalogue, tables: { layers: { sources: [], years: null } } },
    resources.find((resource) => resource.name === 'layers') ?? (resources[0] as never),
    KNOWN,
  );
  for (const property of ['temporalCoverage', 'isBasedOn', 'citation'])
    expect(layers).not.toHaveProperty(property);
  expect(layers).toMatchObject({ license: ['https://creativecommons.org/licenses/by/4.0/'] });
});

test('where the address is not known, references are relative to the page', () => {
  expect(flows(null)).toMatchObject({
    '@id': '../../data/flows/#dataset',
    url: '../../data/flows/',
    distribution: [{ contentUrl: '../../release/flows.parquet' }, {}],
  });
  expect(JSON.stringify(all(null))).not.toContain('atlas.test');
});

test('the release has all tables as parts, and its years are theirs', () => {
  const [release] = all(KNOWN.site);
  expect(release?.['hasPart']).toHaveLength(resources.length);
  expect(release?.['distribution']).toHaveLength(2 * resources.length);
  expect(release?.['temporalCoverage']).toBe('1990/2020');
});
