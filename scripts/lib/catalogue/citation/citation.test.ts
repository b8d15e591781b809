import { expect, test } from 'vitest';
import { schemaFaults } from '../../../../tests/schemas/json-schema.ts';
import { readRecords } from '../../records.ts';
import { citableRelease, citableSource, citableTable, type Citable } from './citable.ts';
import { citation } from './citation.ts';

const RELEASE = { title: 'Crosscurrents: an open atlas', version: '2026-11-21' };
const SITE = 'https://atlas.test/some/path/';
const flows = citableTable(
  RELEASE,
  { name: 'flows', title: 'Flows' },
  [{ citation: 'A, a citation.' }, { citation: 'B, another' }, { citation: 'A, a citation.' }],
  SITE,
);
const source = citableSource({
  id: 'made-up/base',
  title: 'Students & scholars',
  publisher: 'Bureau of Counting',
  citation: 'Bureau of Counting (2024). Students & scholars.',
  landing_page: 'https://bureau.test/',
  retrieved: '2024-08-27',
});
/** Every character that one of the forms gives a meaning to. */
const awkward: Citable = {
  ...citableRelease(RELEASE, SITE),
  title: 'A {half} brace }, 100 % of "R&D" in $, #1_a^b~c\\d\nER  - and São Tomé',
  url: 'https://atlas.test/a_b%20c{d}?e=f&g#h',
  note: 'two\r\nlines',
};

test('as text', () => {
  expect(citation(citableRelease(RELEASE, SITE)).text).toBe(
    'Crosscurrents. (2026). Crosscurrents: an open atlas (Release 2026-11-21) [Data set]. https://atlas.test/some/path/data/',
  );
  expect(citation(flows).text).toBe(
    'Crosscurrents. (2026). Flows (Release 2026-11-21) [Data set]. In Crosscurrents: an open atlas. Contains data from: A, a citation; B, another. https://atlas.test/some/path/data/flows/',
  );
  expect(citation(source).text).toBe(
    'Bureau of Counting (2024). Students & scholars. Retrieved 2024-08-27. https://bureau.test/',
  );
});

test('a work without author or date says so, and is made neither', () => {
  const { text, bibtex, ris, csl } = citation({ ...source, wording: null, note: null });
  expect(text).toBe(
    'Students & scholars [Data set]. (n.d.). Bureau of Counting. Retrieved 2024-08-27. https://bureau.test/',
  );
  expect(bibtex).not.toMatch(/author|year|doi/i);
  expect(ris).not.toMatch(/^(AU|PY|DO) /m);
  expect(csl).not.toHaveProperty('author');
  expect(csl).not.toHaveProperty('issued');
});

test('as BibTeX', () => {
  expect(citation(flows).bibtex).toBe(`@misc{crosscurrents_2026-11-21_flows,
  author = {{Crosscurrents}},
  title = {{Flows}},
  year = {2026},
  month = {11},
  version = {2026-11-21},
  publisher = {{Crosscurrents}},
  howpublished = {Data set in Crosscurrents: an open atlas},
  url = {https://atlas.test/some/path/data/flows/},
  note = {Contains data from: A, a citation; B, another}
}
`);
  expect(citation(source).bibtex).toContain('@misc{made-up-base,\n  title = {{Students \\& scholars}},\n');
  expect(citation(source).bibtex).toContain('urldate = {2024-08-27}');
});

test('as BibTeX, braces balance and no character means more than itself', () => {
  const { bibtex } = citation(awkward);
  expect(bibtex).toContain(
    'title = {{A \\textbraceleft{}half\\textbraceright{} brace \\textbraceright{}, 100 \\% of "R\\&D" in \\$, \\#1\\_a\\textasciicircum{}b\\textasciitilde{}c\\textbackslash{}d ER - and São Tomé}}',
  );
  // An address is read as it stands; only braces would end it.
  expect(bibtex).toContain('url = {https://atlas.test/a_b%20c%7Bd%7D?e=f&g#h}');
  let depth = 0;
  for (const character of bibtex) {
    depth += character === '{' ? 1 : character === '}' ? -1 : 0;
    expect(depth).toBeGreaterThanOrEqual(0);
  }
  expect(depth).toBe(0);
});

test('as RIS, which ends its lines with CR LF, begins with TY and ends with ER', () => {
  expect(citation(flows).ris).toBe(
    [
      'TY  - DATA',
      'ID  - crosscurrents_2026-11-21_flows',
      'AU  - Crosscurrents',
      'TI  - Flows',
      'T2  - Crosscurrents: an open atlas',
      'PY  - 2026',
      'DA  - 2026/11/21',
      'ET  - 2026-11-21',
      'PB  - Crosscurrents',
      'UR  - https://atlas.test/some/path/data/flows/',
      'N1  - Contains data from: A, a citation; B, another',
      'ER  - ',
      '',
    ].join('\r\n'),
  );
  const lines = citation(awkward).ris.split('\r\n');
  expect(lines.pop()).toBe('');
  for (const line of lines) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}- [^\r\n]*$/);
  expect(lines.filter((line) => line.startsWith('ER'))).toHaveLength(1);
});

test('as CSL-JSON, by its published schema', async () => {
  const records = [...(await readRecords()).values()];
  const items = [flows, source, awkward, citableRelease(RELEASE, null), ...records.map(citableSource)];
  expect(
    await schemaFaults(
      'csl-data.json',
      items.map((item) => citation(item).csl),
    ),
  ).toEqual([]);
  expect(citation(flows).csl).toMatchObject({
    type: 'dataset',
    author: [{ literal: 'Crosscurrents' }],
    issued: { 'date-parts': [[2026, 11, 21]] },
  });
  expect(await schemaFaults('csl-data.json', [{ ...citation(flows).csl, kind: 'x', type: 'data' }])).toEqual([
    '/0 must NOT have additional properties',
    '/0/type must be equal to one of the allowed values',
  ]);
});

test('without an address nothing points to one', () => {
  for (const item of [
    citableRelease(RELEASE, null),
    citableTable(RELEASE, { name: 'flows', title: 'Flows' }, [], null),
  ]) {
    const { text, bibtex, ris, csl } = citation(item);
    expect(text).toMatch(/\[Data set\]\.( In Crosscurrents: an open atlas\.)?$/);
    expect(bibtex + ris).not.toMatch(/url|UR  -/);
    expect(csl).not.toHaveProperty('URL');
  }
});

test('a date that is known to the month only, or not as a date, is given as far as it goes', () => {
  expect(citation({ ...source, accessed: '2024-08' }).csl.accessed).toEqual({ 'date-parts': [[2024, 8]] });
  expect(citation({ ...source, accessed: '2024-08' }).ris).toContain('Y2  - 2024/08\r\n');
  expect(citation({ ...source, accessed: '2024-08' }).bibtex).not.toContain('urldate');
  expect(citation({ ...source, accessed: 'in the summer' }).csl).not.toHaveProperty('accessed');
});
