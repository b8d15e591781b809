import { expect, test } from 'vitest';
import { schemaFaults } from '../../tests/schemas/json-schema.ts';
import { citationsOf, type CitedFigure } from './figure.ts';

const label = (id: string) => ({
  id,
  title: `The ${id} record`,
  publisher: `Publisher of ${id}`,
  landing_page: `https://${id.split('/')[0]}.test/`,
  retrieved: '2024-07-09',
});
const FIGURE: CitedFigure = {
  title: 'Students from India by destination, 2018',
  view: 'ranking',
  state: 'layer=students&country=IND',
  release: '2026-11-22',
  address: 'https://atlas.test/embed/ranking/?layer=students&country=IND',
  sources: [{ ...label('uis'), citation: 'UIS (2024). Students.' }],
  accessed: '2026-12-01',
};

test('a figure is cited with its release, the day on which it was read, and the address of its state', () => {
  const { apa, chicago, chicagoNote } = citationsOf(FIGURE);
  expect(apa).toBe(
    'Crosscurrents. (2026). Students from India by destination, 2018 (Release 2026-11-22) [Figure]. In Crosscurrents: an open atlas of global academic collaboration. Retrieved December 1, 2026, from https://atlas.test/embed/ranking/?layer=students&country=IND',
  );
  expect(chicago).toBe(
    'Crosscurrents. 2026. “Students from India by destination, 2018.” Figure. In Crosscurrents: an open atlas of global academic collaboration, release 2026-11-22. Accessed December 1, 2026. https://atlas.test/embed/ranking/?layer=students&country=IND.',
  );
  expect(chicagoNote).toBe(
    'Crosscurrents, “Students from India by destination, 2018,” figure, in Crosscurrents: an open atlas of global academic collaboration, release 2026-11-22, accessed December 1, 2026, https://atlas.test/embed/ranking/?layer=students&country=IND.',
  );
});

test('of a frozen figure it does not matter when it was read', () => {
  const { apa, bibtex } = citationsOf({ ...FIGURE, accessed: null, sources: [] });
  expect(apa).not.toContain('Retrieved');
  expect(bibtex).not.toContain('urldate');
});

test('its sources go with it: named in its note, and as works of their own in its files', async () => {
  const { bibtex, ris, csl, sources, credit } = citationsOf(FIGURE);
  expect(sources).toEqual(['UIS (2024). Students.']);
  expect(credit).toContain('Contains data from: UIS (2024). Students. Retrieved December');
  expect(bibtex).toContain('note = {Contains data from: UIS (2024). Students}');
  expect(bibtex).toContain('@misc{uis,');
  expect(ris.match(/^TY .*$/gm)).toEqual(['TY  - FIGURE', 'TY  - DATA']);
  expect(await schemaFaults('csl-data.json', JSON.parse(csl))).toEqual([]);
  expect(JSON.parse(csl)).toMatchObject([
    { type: 'figure', URL: FIGURE.address, version: '2026-11-22' },
    { type: 'dataset', note: 'Cite as: UIS (2024). Students.' },
  ]);
});

test('two bases of one source are one work; a label without its wording is cited by publisher and title', () => {
  const base = (id: string) => ({ ...label(id), citation: 'MPIDR (2024).' });
  const { sources, bibtex } = citationsOf({
    ...FIGURE,
    sources: [base('sm/scopus'), base('sm/openalex'), label('wdi')],
  });
  expect(sources).toEqual(['MPIDR (2024).', 'Publisher of wdi. The wdi record']);
  expect(bibtex.match(/^@/gm)).toHaveLength(3);
});

test('states have keys of their own', () => {
  const keys = ['', 'ind', 'layer=students&country=IND', 'layer=papers&country=IND'].map(
    (state) => citationsOf({ ...FIGURE, state }).item.key,
  );
  expect(new Set(keys).size).toBe(4);
  for (const key of keys) expect(key).toMatch(/^crosscurrents_2026-11-22_ranking[A-Za-z0-9_-]*$/);
});

test('without an absolute address it has a path, and no link', () => {
  const { item, bibtex } = citationsOf({ ...FIGURE, address: '/embed/ranking/ind/', sources: [] });
  expect(item).toMatchObject({ path: 'embed/ranking/ind/', url: null });
  expect(bibtex).not.toContain('url =');
});
