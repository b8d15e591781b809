import { describe, expect, test } from 'vitest';
import { schemaFaults } from '../../tests/schemas/json-schema.ts';
import { placed, type Citable } from './citable.ts';
import { citation } from './citation.ts';
import { CITATION_FILES, CITATION_TEXT } from './files.ts';
import { citablePiece, citableRelease, citableSite, citableSource, citableTable } from './works.ts';

const RELEASE = { title: 'Crosscurrents: an open atlas', version: '2026-11-21' };
const SITE = 'https://atlas.test/some/path/';
const release = citableRelease(RELEASE, SITE);
const flows = citableTable(
  RELEASE,
  { name: 'organisation_flows', title: 'Flows' },
  [{ citation: 'A, a citation.' }, { citation: 'B, another' }, { citation: 'A, a citation' }],
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
const PIECE = {
  title: 'Students “abroad”: where?',
  authors: ['Crosscurrents', 'Bureau of Counting', 'R&D Office'],
  published: '2026-03-01',
  href: '/insights/trends/students-abroad/',
};
const article = citablePiece(PIECE, RELEASE, SITE);
const paper = citablePiece({ ...PIECE, whitepaper: true }, RELEASE, SITE);
/** Every character that one of the forms gives a meaning to. */
const awkward: Citable = {
  ...release,
  title: 'A {half} brace }, 100 % of "R&D" in $, #1_a^b~c\\d\nER  - and São Tomé',
  url: 'https://atlas.test/a_b%20c{d}?e=f&g#h',
  sources: ['two\r\nlines'],
};
const all = { site: citableSite(RELEASE, SITE), release, flows, source, article, paper, awkward };

describe('after the APA, 7th edition', () => {
  test.each([
    ['site', 'Crosscurrents. (2026). Crosscurrents: an open atlas [Website]. https://atlas.test/some/path/'],
    [
      'release',
      'Crosscurrents. (2026). Crosscurrents: an open atlas (Release 2026-11-21) [Data set]. https://atlas.test/some/path/data/releases/#release-2026-11-21',
    ],
    [
      'flows',
      'Crosscurrents. (2026). Flows (Release 2026-11-21) [Data set]. In Crosscurrents: an open atlas. https://atlas.test/some/path/data/organisation-flows/',
    ],
    [
      'source',
      'Bureau of Counting (2024). Students & scholars. Retrieved August 27, 2024, from https://bureau.test/',
    ],
    // A page has its day; its site, which is its author, is not said again; a question has no full stop.
    [
      'article',
      'Crosscurrents, Bureau of Counting, & R&D Office. (2026, March 1). Students “abroad”: where? https://atlas.test/some/path/insights/trends/students-abroad/',
    ],
    [
      'paper',
      'Crosscurrents, Bureau of Counting, & R&D Office. (2026, March 1). Students “abroad”: where? [White paper]. https://atlas.test/some/path/insights/trends/students-abroad/',
    ],
  ] as const)('%s', (name, words) => {
    expect(citation(all[name]).apa).toBe(words);
  });

  test('a line of credit names the sources before the address', () => {
    expect(citation(flows).credit).toBe(
      'Crosscurrents. (2026). Flows (Release 2026-11-21) [Data set]. In Crosscurrents: an open atlas. Contains data from: A, a citation; B, another. https://atlas.test/some/path/data/organisation-flows/',
    );
    expect(citation(source).credit).toBe(citation(source).apa);
    expect(citation(release).credit).toBe(citation(release).apa);
  });
});

describe('after the Chicago Manual, 17th edition', () => {
  test.each([
    [
      'release',
      'Crosscurrents. 2026. Crosscurrents: an open atlas. Release 2026-11-21. Data set. https://atlas.test/some/path/data/releases/#release-2026-11-21.',
      'Crosscurrents, Crosscurrents: an open atlas, release 2026-11-21, data set, https://atlas.test/some/path/data/releases/#release-2026-11-21.',
    ],
    [
      'flows',
      'Crosscurrents. 2026. “Flows.” Data set. In Crosscurrents: an open atlas, release 2026-11-21. https://atlas.test/some/path/data/organisation-flows/.',
      'Crosscurrents, “Flows,” data set, in Crosscurrents: an open atlas, release 2026-11-21, https://atlas.test/some/path/data/organisation-flows/.',
    ],
    // Quotation marks within quotation marks are single, and the title's own mark takes the place of the full stop.
    [
      'article',
      'Crosscurrents, Bureau of Counting, and R&D Office. 2026. “Students ‘abroad’: where?” Crosscurrents: an open atlas. March 1, 2026. https://atlas.test/some/path/insights/trends/students-abroad/.',
      'Crosscurrents, Bureau of Counting, and R&D Office, “Students ‘abroad’: where?,” Crosscurrents: an open atlas, March 1, 2026, https://atlas.test/some/path/insights/trends/students-abroad/.',
    ],
    [
      'paper',
      'Crosscurrents, Bureau of Counting, and R&D Office. 2026. Students “abroad”: where? White paper. March 1, 2026. https://atlas.test/some/path/insights/trends/students-abroad/.',
      'Crosscurrents, Bureau of Counting, and R&D Office, Students “abroad”: where?, white paper, March 1, 2026, https://atlas.test/some/path/insights/trends/students-abroad/.',
    ],
    [
      'source',
      'Bureau of Counting (2024). Students & scholars. Accessed August 27, 2024. https://bureau.test/.',
      'Bureau of Counting (2024). Students & scholars, accessed August 27, 2024, https://bureau.test/.',
    ],
  ] as const)('%s', (name, entry, note) => {
    expect(citation(all[name]).chicago).toBe(entry);
    expect(citation(all[name]).chicagoNote).toBe(note);
  });
});

test('a work without author or date says so, and is made neither', () => {
  const { apa, chicago, bibtex, ris, csl } = citation({ ...source, wording: null });
  expect(apa).toBe(
    'Students & scholars [Data set]. (n.d.). Bureau of Counting. Retrieved August 27, 2024, from https://bureau.test/',
  );
  expect(chicago).toMatch(/^Bureau of Counting\. n\.d\. Students & scholars\. Data set\./);
  expect(bibtex).not.toMatch(/author|year|month|doi/i);
  expect(ris).not.toMatch(/^(AU|PY|DO) /m);
  expect(csl).not.toHaveProperty('author');
  expect(csl).not.toHaveProperty('issued');
});

test('as BibTeX', () => {
  expect(citation(flows).bibtex).toBe(`@misc{crosscurrents_2026-11-21_organisation_flows,
  author = {{Crosscurrents}},
  title = {{Flows}},
  year = {2026},
  month = nov,
  version = {2026-11-21},
  publisher = {{Crosscurrents}},
  howpublished = {Data set in Crosscurrents: an open atlas},
  url = {https://atlas.test/some/path/data/organisation-flows/},
  note = {Contains data from: A, a citation; B, another}
}
`);
  expect(citation(source).bibtex).toContain('@misc{made-up-base,\n  title = {{Students \\& scholars}},\n');
  expect(citation(source).bibtex).toContain('urldate = {2024-08-27}');
  expect(citation(paper).bibtex).toBe(`@techreport{crosscurrents_2026-03-01_students-abroad,
  author = {{Crosscurrents} and {Bureau of Counting} and {R\\&D Office}},
  title = {{Students “abroad”: where?}},
  year = {2026},
  month = mar,
  institution = {{Crosscurrents}},
  type = {{White paper}},
  url = {https://atlas.test/some/path/insights/trends/students-abroad/}
}
`);
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
      'ID  - crosscurrents_2026-11-21_organisation_flows',
      'AU  - Crosscurrents',
      'TI  - Flows',
      'T2  - Crosscurrents: an open atlas',
      'PY  - 2026',
      'DA  - 2026/11/21',
      'ET  - 2026-11-21',
      'PB  - Crosscurrents',
      'UR  - https://atlas.test/some/path/data/organisation-flows/',
      'N1  - Contains data from: A, a citation; B, another',
      'ER  - ',
      '',
    ].join('\r\n'),
  );
  const lines = citation(awkward).ris.split('\r\n');
  expect(lines.pop()).toBe('');
  for (const line of lines) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}- [^\r\n]*$/);
  expect(lines.filter((line) => line.startsWith('ER'))).toHaveLength(1);
  expect(Object.values(all).map((item) => citation(item).ris.slice(6, 12))).toEqual([
    'ELEC\r\n',
    'DATA\r\n',
    'DATA\r\n',
    'DATA\r\n',
    'ELEC\r\n',
    'RPRT\r\n',
    'DATA\r\n',
  ]);
});

test('as CSL-JSON, by its published schema', async () => {
  expect(
    await schemaFaults(
      'csl-data.json',
      Object.values(all).map((item) => citation(item).csl),
    ),
  ).toEqual([]);
  expect(citation(flows).csl).toMatchObject({
    type: 'dataset',
    author: [{ literal: 'Crosscurrents' }],
    issued: { 'date-parts': [[2026, 11, 21]] },
  });
  expect(citation(paper).csl).toMatchObject({ type: 'report', genre: 'White paper' });
  expect(await schemaFaults('csl-data.json', [{ ...citation(flows).csl, kind: 'x', type: 'data' }])).toEqual([
    '/0 must NOT have additional properties',
    '/0/type must be equal to one of the allowed values',
  ]);
});

test('files of several works hold them in their order', () => {
  const [bib = '', ris = '', json = ''] = CITATION_FILES.map(({ write }) => write([flows, source]));
  expect(bib.match(/^@misc\{.*/gm)).toEqual([
    '@misc{crosscurrents_2026-11-21_organisation_flows,',
    '@misc{made-up-base,',
  ]);
  expect(ris.match(/^ER {2}- \r$/gm)).toHaveLength(2);
  expect(JSON.parse(json)).toEqual([citation(flows).csl, citation(source).csl]);
  expect(CITATION_TEXT.write([flows, source]).trim().split('\n')).toEqual([
    citation(flows).credit,
    citation(source).credit,
  ]);
});

test('without an address nothing points to one, until the site is known', () => {
  for (const known of [citableSite(RELEASE, SITE), release, flows, article]) {
    const item = { ...known, url: null };
    const { apa, chicago, chicagoNote, bibtex, ris, csl } = citation(item);
    for (const words of [apa, chicago, chicagoNote, bibtex, ris, JSON.stringify(csl)])
      expect(words).not.toMatch(/http|url|UR {2}-/i);
    // A folder as browsers know it, or without its slash.
    expect(placed(item, SITE)).toEqual(known);
    expect(placed(item, SITE.slice(0, -1))).toEqual(known);
  }
  expect(placed(source, SITE)).toEqual(source);
});

test('a date that is known to the month only, or not as a date, is given as far as it goes', () => {
  const read = (accessed: string) => citation({ ...source, accessed });
  expect(read('2024-08').csl.accessed).toEqual({ 'date-parts': [[2024, 8]] });
  expect(read('2024-08').ris).toContain('Y2  - 2024/08\r\n');
  expect(read('2024-08').bibtex).not.toContain('urldate');
  expect(read('2024-08').apa).toContain('Retrieved August 2024, from');
  expect(read('2024').apa).toContain('Retrieved 2024, from');
  expect(read('2024-13').apa).toContain('Retrieved 2024-13, from');
  expect(read('in the summer').csl).not.toHaveProperty('accessed');
});
