import { expect, test } from 'vitest';
import { schemaFaults } from '../../../tests/schemas/json-schema.ts';
import { exampleCatalogue, KNOWN } from './testing/example.ts';
import { SEVERAL, zenodoDeposit, zenodoLicence } from './zenodo.ts';

const SCHEMA = 'zenodo-deposit.json';
/** Tags that Zenodo leaves in description and notes, by its documentation; it takes out all others. */
const TAGS = /^(a|b|br|code|div|em|i|li|ol|p|pre|span|strong|sub|table|tbody|td|th|thead|tr|u|ul)$/;
const catalogue = await exampleCatalogue();
const { metadata } = zenodoDeposit(catalogue, KNOWN.site);

test.each([KNOWN.site, null])('fits the documented fields, the site being %s', async (site) => {
  expect(await schemaFaults(SCHEMA, zenodoDeposit(catalogue, site))).toEqual([]);
});

test('the documented fields find what is wrong', async () => {
  const wrong = { ...metadata, upload_type: 'data', license: 'CC-BY-SA-3.0-IGO', doi: '', title: undefined };
  const faults = await schemaFaults(SCHEMA, { metadata: wrong });
  expect(faults).toContain("/metadata must have required property 'title'");
  expect(faults).toContain('/metadata must NOT have additional properties');
  expect(faults.filter((fault) => fault.includes('must be equal to one of'))).toHaveLength(2);
});

test('is of the release: its title, version and day, and no DOI, which Zenodo gives', () => {
  const { title, version, keywords } = catalogue.release;
  expect(metadata).toMatchObject({
    title,
    version,
    publication_date: version,
    keywords,
    creators: [{ name: 'Crosscurrents' }],
  });
  expect(JSON.stringify(metadata)).not.toMatch(/"(prereserve_)?doi"/);
});

test('every source is there with its licence, its address and its citation', () => {
  const related = metadata.related_identifiers.map(({ identifier }) => identifier);
  for (const { title, licence, landing_page, citation } of catalogue.sources.values()) {
    expect(decoded(metadata.notes)).toContain(title);
    expect(decoded(metadata.notes)).toContain(`<a href="${licence.url}">${licence.title}</a>`);
    if (landing_page) expect(related).toContain(landing_page);
    expect(metadata.references).toContain(citation);
  }
  expect(related).toHaveLength(new Set(related).size);
  expect(related[0]).toBe('https://atlas.test/some/path/data/');
  expect(zenodoDeposit(catalogue, null).metadata.related_identifiers[0]?.relation).toBe('isDerivedFrom');
});

test('one licence is said by the id that Zenodo has; several, or one that it lacks, are open ones of others', () => {
  expect(zenodoLicence([{ id: 'CC0-1.0' }])).toBe('cc-zero');
  expect(zenodoLicence([{ id: 'UN-terms' }])).toBe(SEVERAL);
  expect(zenodoLicence([{ id: 'CC0-1.0' }, { id: 'CC-BY-4.0' }])).toBe(SEVERAL);
  // Nobody may take share-alike rows under one of the other licences.
  expect(metadata.license).toBe(SEVERAL);
  expect(metadata.notes).toContain('share-alike');
});

test('its HTML is of the tags that Zenodo takes, each closed, and text of sources is no markup', () => {
  for (const text of [metadata.description, metadata.notes]) {
    const tags = [...text.matchAll(/<(\/?)([a-z]+)[^>]*>/g)];
    expect(tags.filter(([, , name = '']) => !TAGS.test(name))).toEqual([]);
    expect(tags.filter(([, end]) => end)).toHaveLength(tags.length / 2);
  }
  const [[id, source] = []] = catalogue.sources;
  const odd = new Map([[id ?? '', { ...source, title: '<script>R&D</script>' } as never]]);
  expect(zenodoDeposit({ ...catalogue, sources: odd }, null).metadata.notes).toContain(
    '&lt;script&gt;R&amp;D&lt;/script&gt;',
  );
});

const decoded = (html: string): string =>
  html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
