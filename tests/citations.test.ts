import { access, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { ATLAS_TITLE } from '../src/cite/citable.ts';
import { citationsOf } from '../src/cite/figure.ts';
import { CITATION_FILES } from '../src/cite/files.ts';
import { SECTIONS } from '../src/publication/sections.ts';
import { tagsOf } from './checks/html.ts';
import { schemaFaults } from './schemas/json-schema.ts';
import { formatted, readCitations } from './support/parsed-citations.ts';
import { DIST, readManifest, RELEASE } from './support/site.ts';

/** The citations of the built site, read back by a library that is not ours. */

const manifest = await readManifest();
const EXTENSIONS = CITATION_FILES.map(({ extension }) => extension);
const there = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
/** Every work of a file of CSL-JSON, of which we know the fields for certain: the other files must come to the same. */
interface Work {
  readonly id: string;
  readonly title: string;
  readonly author?: readonly { readonly literal: string }[];
  readonly issued?: { readonly 'date-parts': readonly [readonly number[]] };
  readonly URL?: string;
  readonly note?: string;
}
const known = (json: string) =>
  (JSON.parse(json) as Work[]).map((work) => ({
    key: work.id,
    title: work.title,
    authors: (work.author ?? []).map(({ literal }) => literal),
    year: work.issued?.['date-parts'][0][0] ?? null,
    url: work.URL ?? null,
  }));

/** Articles of the site, by their folder: "trends/students-abroad". */
async function builtArticles(): Promise<string[]> {
  const found: string[] = [];
  for (const section of SECTIONS)
    for (const slug of await readdir(join(DIST, 'insights', section)).catch(() => []))
      if (await there(join(DIST, 'insights', section, slug, 'index.html'))) found.push(`${section}/${slug}`);
  return found;
}
const articles = await builtArticles();

/** Files of citations without their extension, by where they lie. */
async function stems(): Promise<string[]> {
  const names = await readdir(join(RELEASE, 'citations'), { recursive: true });
  return [
    ...names.flatMap((name) => (name.endsWith('.json') ? [`release/citations/${name.slice(0, -5)}`] : [])),
    ...articles.map((id) => `insights/${id}/cite`),
  ];
}

describe('files of citations', () => {
  test('are there for the site, the release, every table, every source and every article', async () => {
    const all = new Set(await stems());
    for (const name of ['site', 'release', ...manifest.resources.map((r) => r.name)])
      expect(all, name).toContain(`release/citations/${name}`);
    expect(articles.length).toBeGreaterThan(0);
    for (const stem of all)
      for (const extension of EXTENSIONS)
        expect(await there(join(DIST, `${stem}.${extension}`)), `${stem}.${extension}`).toBe(true);
  });

  test('are read by a reference manager: title, authors, year, address', async () => {
    for (const stem of await stems()) {
      const read = (extension: string) => readFile(join(DIST, `${stem}.${extension}`), 'utf8');
      const expected = known(await read('json'));
      expect(expected, stem).toHaveLength(1);
      for (const extension of EXTENSIONS)
        expect(readCitations(await read(extension), extension), `${stem}.${extension}`).toEqual(expected);
      expect(await schemaFaults('csl-data.json', JSON.parse(await read('json')))).toEqual([]);
    }
  });

  test('have keys of their own: one bibliography may hold them all', async () => {
    const keys = [];
    for (const stem of await stems())
      keys.push(...known(await readFile(join(DIST, `${stem}.json`), 'utf8')).map(({ key }) => key));
    expect(keys).toHaveLength(new Set(keys).size);
  });
});

/** Titles that break writers of files, each for a reason of its own. */
const TITLES = [
  'Students from Germany, 2018: “how many”?',
  'Papers of "R&D" offices, 1990–2022',
  'Half {brace',
  'brace} the other half',
  'Both {braces} and {{two}} of each',
  '100 % of 5 % is 5 %',
  'Money: $5 and £5, ¥5',
  'Under_scores and carets^2, tildes~ and #1',
  'Back\\slash and \\emph{not a command}',
  'Zürich, São Tomé, Łódź, Århus, Việt Nam',
  'Северная Македония, 中国, مصر',
  'Côte d’Ivoire’s “first” partner — and ‘second’',
  'A line\nthat breaks\r\nER  - twice',
  '<b>Bold</b> & <i>italic</i>',
  'Comma, and and, in the title',
  '@misc{inside, title = {x}}',
  'TY  - JOUR',
  'Question?',
  'Emoji 🌍 and a zero‑width non‑breaking hyphen',
  "'Single' and ''double'' and --- dashes --, ?`¿",
];

describe('a figure with an awkward title', () => {
  test.each(TITLES.map((title, i) => ({ title, i })))('$title', ({ title, i }) => {
    const { bibtex, ris, csl } = citationsOf({
      title,
      view: 'ranking',
      state: `country=DEU&year=${2000 + i}`,
      release: '2026-11-22',
      address: `https://atlas.test/a_b/embed/ranking/?country=DEU&year=${2000 + i}&q=%7Bx%7D`,
      accessed: '2026-12-01',
      sources: [
        {
          id: 'made-up',
          title: `On ${title}`,
          publisher: 'Bureau of Counting, Statistics & Co.',
          citation: `Bureau (2024). ${title}.`,
          landing_page: 'https://bureau.test/a_b?c=d&e=%20f#g',
          retrieved: '2024-08-27',
        },
      ],
    });
    const line = title.replace(/\s+/g, ' ');
    const figure = {
      key: `crosscurrents_2026-11-22_ranking_country-DEU-year-${2000 + i}`,
      title: line,
      authors: ['Crosscurrents'],
      year: 2026,
      url: `https://atlas.test/a_b/embed/ranking/?country=DEU&year=${2000 + i}&q=%7Bx%7D`,
    };
    const source = {
      key: 'made-up',
      title: `On ${line}`,
      authors: [],
      year: null,
      url: 'https://bureau.test/a_b?c=d&e=%20f#g',
    };
    expect(readCitations(bibtex, 'bib')).toEqual([figure, source]);
    expect(readCitations(ris, 'ris')).toEqual([figure, source]);
    expect(readCitations(csl, 'json')).toEqual([figure, source]);
  });

  test('our words after the APA have what the style itself writes', () => {
    const address = 'https://atlas.test/embed/ranking/deu/';
    const figure = { view: 'ranking', state: 'deu', release: '2026-11-22', sources: [], address };
    const { apa, csl } = citationsOf({ ...figure, title: 'Students from Germany', accessed: '2026-12-01' });
    const style = formatted(csl, 'apa');
    for (const part of ['Crosscurrents. (2026).', 'Students from Germany', '[Figure]', ATLAS_TITLE, address])
      for (const words of [apa, style]) expect(words).toContain(part);
  });
});

describe('CITATION.cff', () => {
  test('is of the release that the site shows', async () => {
    const cff = parse(await readFile(join(import.meta.dirname, '../CITATION.cff'), 'utf8')) as {
      title: string;
      version: string;
      'date-released': string;
      authors: { name: string }[];
      references: { title: string; notes: string }[];
    };
    const [release] = known(await readFile(join(RELEASE, 'citations/release.json'), 'utf8'));
    expect(cff).toMatchObject({ title: release?.title, version: manifest.version });
    expect(cff['date-released']).toBe(manifest.version);
    expect(cff.authors.map(({ name }) => name)).toEqual(release?.authors);
    expect(release?.title).toBe(manifest.title);
    // Figures are cited as part of the atlas without having its manifest at hand.
    expect(ATLAS_TITLE).toBe(manifest.title);
    const sources = await readdir(join(RELEASE, 'citations/sources'));
    expect(cff.references).toHaveLength(sources.filter((name) => name.endsWith('.txt')).length);
  });
});

test("Zenodo's metadata lie in the release, and fit its documented fields", async () => {
  const deposit = JSON.parse(await readFile(join(RELEASE, 'zenodo.json'), 'utf8')) as {
    metadata: { title: string; version: string; references: string[] };
  };
  expect(await schemaFaults('zenodo-deposit.json', deposit)).toEqual([]);
  expect(deposit.metadata).toMatchObject({ title: manifest.title, version: manifest.version });
});

/** What a page's head says, by name; names that stand several times have several values. */
async function metaOf(page: string): Promise<Map<string, string[]>> {
  const tags = tagsOf(await readFile(join(DIST, page, 'index.html'), 'utf8'));
  const named = tags.flatMap(({ name, attributes }): [string, string][] =>
    name === 'meta' && attributes.has('name')
      ? [[attributes.get('name') ?? '', decoded(attributes.get('content') ?? '')]]
      : [],
  );
  return new Map(
    [...Map.groupBy(named, ([name]) => name)].map(([name, all]) => [name, all.map(([, v]) => v)]),
  );
}
const decoded = (html: string): string =>
  html
    .replaceAll('&quot;', '"')
    .replaceAll('&#34;', '"')
    .replaceAll('&#38;', '&')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

describe.each([
  ...['', 'about'].map((page) => ({ page, stem: 'release/citations/site', type: 'InteractiveResource' })),
  ...['data', 'data/releases'].map((page) => ({ page, stem: 'release/citations/release', type: 'Dataset' })),
  ...manifest.resources.map(({ name }) => ({
    page: `data/${name.replaceAll('_', '-')}`,
    stem: `release/citations/${name}`,
    type: 'Dataset',
  })),
  ...articles.map((id) => ({ page: `insights/${id}`, stem: `insights/${id}/cite`, type: 'Text' })),
])('the head of $page', ({ page, stem, type }) => {
  let meta: Map<string, string[]>;
  beforeAll(async () => {
    meta = await metaOf(page);
  });

  test('says to Google Scholar and to libraries what its citation says', async () => {
    const [work] = known(await readFile(join(DIST, `${stem}.json`), 'utf8'));
    expect(meta.get('citation_title')).toEqual([work?.title]);
    expect(meta.get('DC.title')).toEqual([work?.title]);
    expect(meta.get('citation_author')).toEqual(work?.authors);
    expect(meta.get('DC.creator')).toEqual(work?.authors);
    const [date = ''] = meta.get('citation_publication_date') ?? [];
    expect(date).toMatch(/^\d{4}\/\d{2}\/\d{2}$/);
    expect(meta.get('citation_online_date')).toEqual([date]);
    expect(meta.get('DC.date')).toEqual([date.replaceAll('/', '-')]);
    expect(date.startsWith(String(work?.year))).toBe(true);
    expect(meta.get('DC.type')).toEqual([type]);
    expect(meta.get('DC.identifier')).toEqual([work?.url ?? work?.key]);
    if (type === 'Dataset') expect(meta.get('DC.rights')?.[0]).toMatch(/\w/);
    if (page.startsWith('data/')) {
      const note = meta
        .get('DC.source')
        ?.map((source) => source.replace(/\.$/, ''))
        .join('; ');
      const [{ note: said } = {}] = JSON.parse(await readFile(join(DIST, `${stem}.json`), 'utf8')) as Work[];
      expect(note && `Contains data from: ${note}`).toEqual(said);
    }
    for (const [name, values] of meta)
      if (/^(citation_|DC)/.test(name)) for (const value of values) expect(value.trim(), name).not.toBe('');
  });

  test('offers a PDF where there is one, and only by an absolute address', async () => {
    const html = await readFile(join(DIST, page, 'index.html'), 'utf8');
    const canonical = /<link rel="canonical" href="([^"]+)"/.exec(html)?.[1];
    const pdf = /<a href="([^"]+\.pdf)"[^>]*data-pdf/.exec(html)?.[1];
    const isReport = meta.has('citation_technical_report_institution');
    expect(isReport).toBe(pdf !== undefined);
    expect(meta.get('citation_pdf_url')).toEqual(
      pdf !== undefined && canonical !== undefined ? [new URL(pdf, canonical).href] : undefined,
    );
  });
});

test('the head of every claim says what is cited on it', async () => {
  const slugs = (await readdir(join(DIST, 'insights/claims'))).filter((name) => !name.includes('.'));
  expect(slugs.length).toBeGreaterThan(10);
  for (const slug of slugs) {
    const page = `insights/claims/${slug}`;
    const html = await readFile(join(DIST, page, 'index.html'), 'utf8');
    const meta = await metaOf(page);
    const [title = ''] = meta.get('DC.title') ?? [];
    expect(meta.get('citation_title'), slug).toEqual([title]);
    const heading = decoded(/<h1[^>]*>([^<]*)<\/h1>/.exec(html)?.[1] ?? '').trim();
    expect([title, `${title}.`], slug).toContain(heading);
    expect(meta.get('DC.type'), slug).toEqual(['Text']);
    expect(meta.get('DC.identifier')?.[0], slug).toContain(slug);
    expect(html, slug).toContain(`<time datetime="${meta.get('DC.date')?.[0] ?? 'none'}">`);
  }
});
