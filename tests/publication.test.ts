import { glob, readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { extractText, getDocumentProxy } from 'unpdf';
import { parse } from 'yaml';
import { openNative } from '../src/engine/native.ts';
import type { Engine } from '../src/engine/engine.ts';
import { factWords, type Facts } from '../src/publication/fact.ts';
import { SECTIONS } from '../src/publication/sections.ts';
import { cutSentences, typedInText } from '../src/publication/typed-figures.ts';
import type { Atlas } from '../src/views/view.ts';
import { openAtlas } from '../src/views/view.ts';
import { launchBrowser } from '../scripts/lib/browser.ts';
import { paragraphsOf, plain, readability } from './support/readability.ts';
import { DIST, readAtlas, readMore, RELEASE } from './support/site.ts';

/**
 * The publication as it was built: every number it states is asked again, every text is measured, every feed is read.
 */

const CONTENT = join(import.meta.dirname, '../src/content');
const HARDEST = 9;
const FACTS = import.meta.glob<{ default: Facts }>('../src/content/*/*/facts.ts', { eager: true });

interface Written {
  /** "trends/students-abroad" */
  readonly id: string;
  readonly front: Record<string, unknown> & { figures?: { id: string; view: string; state?: object }[] };
  readonly body: string;
}

async function written(kinds: readonly string[]): Promise<Written[]> {
  const all: Written[] = [];
  for (const kind of kinds)
    for (const slug of await readdir(join(CONTENT, kind)).catch(() => [])) {
      const text = await readFile(join(CONTENT, kind, slug, 'index.mdx'), 'utf8');
      const [, front = '', body = ''] = /^---\n([\s\S]*?)\n---\n?([\s\S]*)$/.exec(text) ?? [];
      all.push({ id: `${kind}/${slug}`, front: parse(front) as Written['front'], body });
    }
  return all;
}

const articles = await written(SECTIONS);
const claims = await written(['claims']);
const questions = await written(['questions']);
const pieces = [...articles, ...claims, ...questions];
/** Pieces with a page of their own; questions share one. */
const paged = [...articles, ...claims];
const pageOf = (id: string): Promise<string> => readFile(join(DIST, 'insights', id, 'index.html'), 'utf8');
const factsOf = (id: string): Facts => FACTS[`../src/content/${id}/facts.ts`]?.default ?? {};

let engine: Engine;
let atlas: Atlas;
let browser: Browser;
beforeAll(async () => {
  [engine, atlas, browser] = await Promise.all([
    openNative(RELEASE),
    readAtlas().then(async (file) => openAtlas(file, '/release/', await readMore())),
    launchBrowser(),
  ]);
});
afterAll(async () => {
  await engine?.close();
  await browser?.close();
});

test('there are articles to test', () => {
  expect(articles.length).toBeGreaterThan(0);
});

/** Facts as a page shows them: their names and words. */
const shownFacts = (html: string): { name: string; words: string; anchor: string }[] =>
  [...html.matchAll(/<a class="fact"([^>]*)>([\s\S]*?)<\/a>/g)].map(([, attributes = '', words = '']) => ({
    name: /data-fact="([^"]+)"/.exec(attributes)?.[1] ?? '',
    anchor: /href="[^"]*#([^"]+)"/.exec(attributes)?.[1] ?? '',
    words: plain(words),
  }));

/** A fact as the release answers it now. */
async function answered(id: string, name: string): Promise<string> {
  const fact = factsOf(id)[name];
  if (!fact) throw new Error(`${id} shows ${name}, which its facts.ts has not.`);
  const [row] = await engine.query<{ value: number | string }>(fact.sql);
  if (!row) throw new Error(`${id}: ${name} has no answer.`);
  return plain(factWords(row.value, fact.format, atlas.places));
}

describe.each(paged)('$id', ({ id }) => {
  test('every number on its page is what the release answers now', async () => {
    for (const { name, words } of shownFacts(await pageOf(id)))
      expect(words, name).toBe(await answered(id, name));
  });

  test('each of its facts is used, and each has a line with its query', async () => {
    const html = await pageOf(id);
    const names = Object.keys(factsOf(id));
    const used = new Set(shownFacts(html).map(({ name }) => name));
    expect(names.filter((name) => !used.has(name))).toEqual([]);
    for (const { anchor } of shownFacts(html)) expect(html).toContain(`id="${anchor}"`);
  });

  test('is read without effort', async () => {
    expect(readability(paragraphsOf(await pageOf(id))).grade).toBeLessThanOrEqual(HARDEST);
  });
});

describe('the page of questions', () => {
  test('answers each of at least fifteen, with numbers that the release answers now', async () => {
    const html = await pageOf('questions');
    expect(questions.length).toBeGreaterThanOrEqual(15);
    const shown = shownFacts(html);
    for (const { id } of questions) {
      const own = shown.filter(({ anchor }) => anchor.startsWith(`n-${id.replace('/', '-')}-`));
      expect(own.length, id).toBeGreaterThan(0);
      for (const { name, words } of own) expect(words, `${id} ${name}`).toBe(await answered(id, name));
    }
  });

  test('is read without effort, and says the same to machines', async () => {
    const html = await pageOf('questions');
    expect(readability(paragraphsOf(html)).grade).toBeLessThanOrEqual(HARDEST);
    const data = JSON.parse(
      /<script[^>]*application\/ld\+json[^>]*>([\s\S]*?)<\/script>/.exec(html)?.[1] ?? '{}',
    ) as { '@type': string; mainEntity: { name: string; acceptedAnswer: { text: string } }[] };
    expect(data['@type']).toBe('FAQPage');
    expect(data.mainEntity.map(({ name }) => name).sort()).toEqual(
      questions.map(({ front }) => String(front['question'])).sort(),
    );
    for (const { acceptedAnswer } of data.mainEntity) expect(acceptedAnswer.text).not.toMatch(/[{}]/);
  });
});

describe.each(articles)('the article $id', ({ id, front, body }) => {
  test('has its figures, its limits, and what would change our mind', async () => {
    const html = await pageOf(id);
    const figures = front.figures ?? [];
    for (const figure of figures) expect(html).toContain(`id="figure-${figure.id}"`);
    if (id.startsWith('newsroom/')) return;
    expect(figures.length).toBeGreaterThanOrEqual(3);
    expect(figures.length).toBeLessThanOrEqual(front['whitepaper'] ? 6 : 5);
    expect(body).toMatch(/^## Limits$/m);
    expect(body).toMatch(/^## What would change our mind$/m);
  });

  test('has something to read', async () => {
    expect(readability(paragraphsOf(await pageOf(id))).words).toBeGreaterThan(200);
  });
});

test.each(pieces)('$id types no figure', ({ body }) => {
  expect(typedInText(body)).toEqual([]);
  expect(cutSentences(body)).toEqual([]);
});

test.each(claims)('$id names articles that there are', ({ front }) => {
  const there = articles.map(({ id }) => id);
  expect(((front['articles'] ?? []) as string[]).filter((id) => !there.includes(id))).toEqual([]);
});

test('no two articles share more than one figure', () => {
  const keys = articles.map(({ id, front }) => ({
    id,
    figures: new Set(
      (front.figures ?? []).map(({ id: own, view, state }) =>
        view === 'own' ? `${id} ${own}` : `${view} ${JSON.stringify(state ?? {})}`,
      ),
    ),
  }));
  const shared = keys.flatMap((a, i) =>
    keys
      .slice(i + 1)
      .map((b) => ({ a: a.id, b: b.id, n: [...a.figures].filter((f) => b.figures.has(f)).length })),
  );
  expect(shared.filter(({ n }) => n > 1)).toEqual([]);
});

describe.each(['', ...SECTIONS.map((section) => `${section}/`)])('the feed of insights/%s', (path) => {
  test('is Atom (RFC 4287), and its links lead to pages', async () => {
    const text = await readFile(join(DIST, 'insights', path, 'feed.xml'), 'utf8');
    const page = await browser.newPage();
    const feed = await page.evaluate((xml) => {
      const document = new DOMParser().parseFromString(xml, 'application/xml');
      const of = (parent: Element | Document, name: string) =>
        [...parent.children].filter((child) => child.localName === name);
      const root = document.documentElement;
      const texts = (parent: Element, name: string) => of(parent, name).map((child) => child.textContent);
      const links = (parent: Element) =>
        of(parent, 'link').map((link) => [link.getAttribute('rel'), link.getAttribute('href') ?? '']);
      return {
        broken: document.querySelector('parsererror')?.textContent ?? null,
        name: `${root.namespaceURI} ${root.localName}`,
        ids: texts(root, 'id'),
        titles: texts(root, 'title'),
        updated: texts(root, 'updated'),
        links: links(root),
        entries: of(root, 'entry').map((entry) => ({
          ids: texts(entry, 'id'),
          titles: texts(entry, 'title'),
          updated: texts(entry, 'updated'),
          authors: of(entry, 'author').map((author) => of(author, 'name')[0]?.textContent),
          links: links(entry),
        })),
      };
    }, text);
    await page.close();
    const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;
    expect(feed.broken).toBeNull();
    expect(feed.name).toBe('http://www.w3.org/2005/Atom feed');
    for (const one of [feed, ...feed.entries]) {
      expect(one.ids).toHaveLength(1);
      expect(one.ids[0]).toMatch(/^(urn|https?):/);
      expect(one.titles).toHaveLength(1);
      expect(one.updated).toHaveLength(1);
      expect(one.updated[0]).toMatch(DATE);
    }
    expect(feed.links.map(([rel]) => rel).sort()).toEqual(['alternate', 'self']);
    expect(new Set(feed.entries.map(({ ids }) => ids[0])).size).toBe(feed.entries.length);
    const own = articles.filter(({ id }) => id.startsWith(path));
    expect(feed.entries).toHaveLength(own.length);
    for (const { links, authors } of feed.entries) {
      expect(authors[0]).toBeTruthy();
      const href = links.find(([rel]) => rel === null || rel === 'alternate')?.[1] ?? '';
      const file = join(DIST, new URL(href, `http://site/insights/${path}feed.xml`).pathname, 'index.html');
      expect(await readFile(file, 'utf8')).toContain('<article');
    }
  });
});

const sizesOf = async (file: string) => {
  const png = await readFile(join(DIST, file));
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
};

test('the site and each claim have a card for shared links', async () => {
  const claims: string[] = [];
  for await (const file of glob('insights/claims/*/index.html', { cwd: DIST })) claims.push(file);
  expect(claims.length).toBeGreaterThan(20);
  for (const folder of ['', ...claims.map(dirname)])
    expect(await sizesOf(join(folder, 'card.png')), folder).toEqual([1200, 630]);
});

describe.each(articles)('pictures of $id', ({ id, front }) => {
  test('a card for shared links, and a slide of each figure that fits one, sixteen to nine', async () => {
    const sizes = (file: string) => sizesOf(join('insights', id, file));
    expect(await sizes('card.png')).toEqual([1200, 630]);
    const page = await pageOf(id);
    for (const figure of front.figures ?? []) {
      const offered = page.includes(`data-slide="${figure.id}"`);
      const drawing = page.slice(page.indexOf(`id="figure-${figure.id}"`));
      const [, width = 0, height = 0] = (
        /class="picture-wide"><svg[^>]*viewBox="\S+ \S+ (\S+) (\S+)"/.exec(drawing) ?? []
      ).map(Number);
      expect(width).toBeGreaterThan(300);
      expect([figure.id, offered]).toEqual([figure.id, height <= width]);
      if (offered) expect(await sizes(`slides/${figure.id}.png`)).toEqual([1280, 720]);
    }
  });
});

describe.each(articles.filter(({ front }) => front['whitepaper'] === true))(
  'the whitepaper $id',
  ({ id, front }) => {
    const open = async () => {
      const file = join(DIST, 'insights', id, `${id.split('/')[1] ?? ''}.pdf`);
      return getDocumentProxy(new Uint8Array(await readFile(file)));
    };

    test('has 8 to 12 pages of text that can be selected, with its title and page numbers', async () => {
      const pdf = await open();
      expect(pdf.numPages).toBeGreaterThanOrEqual(8);
      expect(pdf.numPages).toBeLessThanOrEqual(12);
      const { text } = await extractText(pdf, { mergePages: false });
      expect(text[0]?.replace(/\s+/g, ' ')).toContain(String(front['title']));
      for (const [i, words] of text.entries()) expect(words).toContain(`${i + 1} / ${pdf.numPages}`);
    });

    test('is tagged, has an outline and links, and its figures are vectors', async () => {
      const pdf = await open();
      expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
      expect((await pdf.getOutline())?.length).toBeGreaterThan(0);
      const pages = await Promise.all(Array.from({ length: pdf.numPages }, (_, i) => pdf.getPage(i + 1)));
      const links = (await Promise.all(pages.map((page) => page.getAnnotations()))).flat();
      expect(links.filter(({ subtype }) => subtype === 'Link').length).toBeGreaterThan(5);
      expect(await pages[0]?.getStructTree()).toBeTruthy();
      // Pictures made of points would be images; Chromium draws vectors as paths.
      const bytes = await readFile(join(DIST, 'insights', id, `${id.split('/')[1] ?? ''}.pdf`), 'latin1');
      expect(bytes.match(/\/Subtype\s*\/Image/g) ?? []).toHaveLength(0);
    });
  },
);
