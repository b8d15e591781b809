import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../scripts/lib/browser.ts';
import { readFigure } from '../scripts/lib/embeds/read-figure.ts';
import { oembedLink, oembedOf, type OEmbed } from '../scripts/lib/oembed/oembed.ts';
import { serveFolder, type TestServer } from '../scripts/lib/serve-folder.ts';
import { FIGURE_ID } from '../src/components/embed/embed-markup.ts';
import { listedPath, OEMBED_FILE, PICTURES, type EmbedIndex } from '../src/embed/address.ts';
import { prefixOf } from '../src/integrations/relativise.ts';
import { openAtlas } from '../src/views/view.ts';
import { tagsOf } from './checks/html.ts';
import { DIST, readAtlas, readMore } from './support/site.ts';

/** An answer of the kind `rich`, as https://oembed.com/ (2.3.4) has it: what must be there, and of which type. */
const RICH = {
  type: 'object',
  required: ['version', 'type', 'html', 'width', 'height'],
  properties: {
    version: { const: '1.0' },
    type: { const: 'rich' },
    title: { type: 'string', minLength: 1 },
    author_name: { type: 'string' },
    author_url: { type: 'string', pattern: '^https?://' },
    provider_name: { type: 'string', minLength: 1 },
    provider_url: { type: 'string', pattern: '^https?://' },
    cache_age: { type: 'integer', minimum: 0 },
    html: { type: 'string', minLength: 1 },
    width: { type: 'integer', minimum: 1 },
    height: { type: 'integer', minimum: 1 },
    thumbnail_url: { type: 'string', pattern: '^https?://' },
    thumbnail_width: { type: 'integer', minimum: 1 },
    thumbnail_height: { type: 'integer', minimum: 1 },
  },
  // A picture comes with its size, or not at all.
  dependencies: {
    thumbnail_url: ['thumbnail_width', 'thumbnail_height'],
    thumbnail_width: ['thumbnail_url', 'thumbnail_height'],
    thumbnail_height: ['thumbnail_url', 'thumbnail_width'],
  },
} as const;

interface Listed {
  readonly view: string;
  readonly slug: string;
}
/** Two or three states of each view: the first, one of the middle, the last. */
function someOf(index: EmbedIndex): readonly Listed[] {
  return Object.entries(index.views).flatMap(([view, slugs]) => {
    const all = Object.keys(slugs);
    const some = [all[0], all[Math.floor(all.length / 2)], all.at(-1)];
    return [...new Set(some)].flatMap((slug) => (slug === undefined ? [] : [{ view, slug }]));
  });
}

const read = (path: string) => readFile(join(DIST, path));
let index: EmbedIndex;
let labels: ReturnType<typeof openAtlas>['sources'];
beforeAll(async () => {
  index = JSON.parse((await read('embed/states.json')).toString()) as EmbedIndex;
  labels = openAtlas(await readAtlas(), '/release/', await readMore()).sources;
});

/** The answer about a built embed, as the build makes it of the figure that it has drawn. */
async function answerOf({ view, slug }: Listed, root: string): Promise<OEmbed> {
  const path = listedPath(view, slug);
  const html = (await read(`${path}index.html`)).toString().replaceAll(`="${prefixOf(`/${path}`)}`, '="/');
  const drawn = readFigure(html, FIGURE_ID, labels);
  return oembedOf({
    drawn: { ...drawn, view },
    slug,
    root,
    sources: drawn.words.sources.flatMap((id) => labels.get(id) ?? []),
    release: index.release,
    png: await read(path + PICTURES.png),
  });
}

test('answers are valid, and name what is there', async () => {
  const valid = new Ajv({ allErrors: true, strict: false }).compile(RICH);
  const root = 'https://example.org/atlas/';
  const listed = someOf(index);
  expect(listed.length).toBeGreaterThan(30);
  for (const one of listed) {
    const answer = await answerOf(one, root);
    const name = `${one.view}/${one.slug}`;
    expect(valid(JSON.parse(JSON.stringify(answer))), `${name}: ${JSON.stringify(valid.errors)}`).toBe(true);
    // Whatever is written into the page of a stranger is one frame, with a link and a picture for browsers without.
    const [frame, ...inside] = tagsOf(answer.html);
    expect([frame?.name, ...inside.map((tag) => tag.name)], name).toEqual(['iframe', 'a', 'img']);
    expect(frame?.attributes.get('src')).toBe(root + listedPath(one.view, one.slug));
    expect(frame?.attributes.get('title')).toBe(answer.title);
    expect([frame?.attributes.get('width'), frame?.attributes.get('height')]).toEqual(
      [answer.width, answer.height].map(String),
    );
    expect(answer.thumbnail_url.startsWith(root)).toBe(true);
    expect(existsSync(join(DIST, answer.thumbnail_url.slice(root.length))), answer.thumbnail_url).toBe(true);
    expect(answer.thumbnail_width).toBeGreaterThan(300);
    expect(JSON.stringify(answer).length, name).toBeLessThan(8000);
  }
});

test('an answer that is none is seen: the schema can fail', async () => {
  const valid = new Ajv({ strict: false }).compile(RICH);
  const [one] = someOf(index);
  if (!one) throw new Error('The site lists no states.');
  const answer = await answerOf(one, 'https://example.org/');
  for (const wrong of [
    { ...answer, width: '680' },
    { ...answer, height: undefined },
    { ...answer, thumbnail_width: undefined },
    { ...answer, version: '2.0' },
    { ...answer, provider_url: '/' },
  ])
    expect(valid(JSON.parse(JSON.stringify(wrong)))).toBe(false);
});

test('a link to an answer has its whole address, and its title is no markup', () => {
  const link = oembedLink('https://example.org/a/', 'embed/ranking/ken/', 'A "B" & <C>');
  const [tag, ...more] = tagsOf(link);
  expect(more).toEqual([]);
  expect(Object.fromEntries(tag?.attributes ?? [])).toEqual({
    rel: 'alternate',
    type: 'application/json+oembed',
    href: 'https://example.org/a/embed/ranking/ken/oembed.json',
    title: 'A "B" & <C>',
  });
});

test('the built site has an answer for each link, and none where its address was not known', async () => {
  const links: string[] = [];
  for (const { view, slug } of someOf(index)) {
    const path = listedPath(view, slug);
    const html = (await read(`${path}index.html`)).toString();
    const link = tagsOf(html).find(({ attributes }) => attributes.get('type') === 'application/json+oembed');
    const there = existsSync(join(DIST, path + OEMBED_FILE));
    expect(there, path).toBe(link !== undefined);
    if (!link) continue;
    const href = link.attributes.get('href') ?? '';
    links.push(href);
    const answer = JSON.parse((await read(path + OEMBED_FILE)).toString()) as OEmbed;
    expect(href).toBe(answer.provider_url + path + OEMBED_FILE);
    expect(answer).toEqual(await answerOf({ view, slug }, answer.provider_url));
  }
  const live = (await read('embed/ranking/index.html')).toString();
  // It draws whatever its address asks for: one answer would be wrong for all others.
  expect(live).not.toContain('json+oembed');
  console.log(
    links.length ? `oEmbed: ${links.length} of a sample have answers` : 'oEmbed: built without SITE_URL',
  );
});

describe('in the page of a stranger', () => {
  let browser: Browser;
  let server: TestServer;
  beforeAll(async () => {
    [browser, server] = await Promise.all([launchBrowser(), serveFolder(DIST, { base: '/atlas/' })]);
  });
  afterAll(() => Promise.all([browser.close(), server.close()]));

  test('the frame is as high as its page: no scroll bar, and little room to spare', async () => {
    const page = await browser.newPage({ viewport: { width: 1000, height: 800 } });
    const spare: number[] = [];
    const scrolls: string[] = [];
    for (const one of someOf(index)) {
      const { html, width, height } = await answerOf(one, server.url);
      const src = tagsOf(html)[0]?.attributes.get('src') ?? '';
      await page.setViewportSize({ width, height });
      await page.goto(src);
      await page.evaluate(() => document.fonts.ready);
      const real = await page.evaluate(() =>
        Math.ceil(document.documentElement.getBoundingClientRect().height),
      );
      spare.push(height - real);
      if (real > height) scrolls.push(`${one.view}/${one.slug}: ${real} in ${height}`);
    }
    spare.sort((a, b) => a - b);
    console.log(
      `oEmbed heights: from ${spare[0]} to ${spare.at(-1)} px to spare, the median ${spare[Math.floor(spare.length / 2)]}`,
    );
    expect(scrolls).toEqual([]);
    expect(spare.at(-1)).toBeLessThanOrEqual(160);
    await page.close();
  });
});
