import { expect, test } from 'vitest';
import { absolute, address, licencesOf, PLACES, sourcesOf, yearsOf, type Catalogue } from './catalogue.ts';
import { exampleCatalogue } from './testing/example.ts';

test.each([
  ['https://a.test', 'data/flows/', 'https://a.test/data/flows/'],
  ['https://a.test/b/c///', 'data/flows/', 'https://a.test/b/c/data/flows/'],
  ['https://a.test/b', '', 'https://a.test/b/'],
  [null, 'data/flows/', '../../data/flows/'],
  [null, '', '../../'],
])('seen from data/flows/, with the site at %s, %s is %s', (site, path, expected) => {
  expect(address({ site, root: '../../' }, path)).toBe(expected);
  expect(absolute(site, path)).toBe(site === null ? null : expected);
});

test('the page of a table is named after it', () => {
  expect(PLACES.table('organisation_ties')).toBe('data/organisation-ties/');
});

test("the root itself, seen from the root, is no empty reference: that would mean the document's own address", () => {
  expect(address({ site: null, root: '' }, PLACES.root)).toBe('./');
});

const whole = await exampleCatalogue();
const [first, second] = whole.sources.values();
const catalogue: Catalogue = {
  ...whole,
  tables: {
    flows: { sources: [second?.id ?? '', first?.id ?? '', second?.id ?? ''], years: [1998, 2020] },
    totals: { sources: [second?.id ?? ''], years: [2000, 2024] },
    layers: { sources: [], years: null },
  },
};

test('a source stands once, in the order of the records', () => {
  expect(sourcesOf(catalogue, 'flows')).toEqual([first, second]);
  expect(sourcesOf(catalogue)).toEqual([first, second]);
  expect(sourcesOf(catalogue, 'not-there')).toEqual([]);
});

test('licences are those of the sources, or ours', () => {
  expect(licencesOf(catalogue, 'layers').map((licence) => licence.id)).toEqual(['CC-BY-4.0']);
  expect(licencesOf(catalogue, 'totals')).toEqual([second?.licence]);
});

test('years span those of the tables that have any', () => {
  expect(yearsOf(catalogue)).toEqual([1998, 2024]);
  expect(yearsOf(catalogue, 'layers')).toBeNull();
  expect(yearsOf({ ...catalogue, tables: {} })).toBeNull();
});
