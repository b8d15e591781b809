import { describe, expect, test } from 'vitest';
import {
  absolute,
  address,
  licencesOf,
  PLACES,
  rightsOf,
  sourcesOf,
  yearsOf,
  type Catalogue,
  type Source,
} from './catalogue.ts';
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

describe('what the licences of a table come to', () => {
  const by = (id: string, share_alike = false): Source => ({
    id,
    title: id,
    publisher: id,
    licence: { id, title: `Licence ${id}`, url: 'https://licence.test/', share_alike },
    retrieved: '2026',
    citation: id,
    what: id,
  });
  const rights = (...sources: Source[]): string =>
    rightsOf(
      {
        release: { resources: [] } as never,
        tables: { flows: { sources: sources.map((s) => s.id), years: null } },
        sources: new Map(sources.map((s) => [s.id, s])),
      },
      'flows',
    );

  test('one is said as it is, none is ours', () => {
    expect(rights(by('a'))).toBe('Licence a');
    expect(rights()).toBe('CC BY 4.0, by Crosscurrents');
  });

  test('several are no choice, and one that is share-alike holds for the whole', () => {
    expect(rights(by('a'), by('b'))).toBe(
      'Each row is under the licence of its source: Licence a; Licence b.',
    );
    expect(rights(by('a'), by('b', true))).toBe(
      'Each row is under the licence of its source: Licence a; Licence b. The table as a whole is share-alike: Licence b.',
    );
  });
});
