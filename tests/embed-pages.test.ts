import { existsSync } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../scripts/lib/browser.ts';
import { ownFigures } from '../scripts/lib/embeds/own-figures.ts';
import { SCALE } from '../scripts/lib/embeds/picture/raster.ts';
import { serveFolder, type TestServer } from '../scripts/lib/serve-folder.ts';
import { embedSearch, PICTURES, type EmbedIndex } from '../src/embed/address.ts';
import { listedStates } from '../src/embed/listed.ts';
import { ATLAS } from '../src/files/credits.ts';
import { settleView } from '../src/views/figure.ts';
import { ALL_VIEWS } from '../src/views/index.ts';
import { openAtlas } from '../src/views/view.ts';
import { filesOf } from './checks/files.ts';
import { tagsOf, urlsOf, type Tag } from './checks/html.ts';
import { bytes, pageSizes } from './checks/sizes.ts';
import { DIST, readAtlas, readMore } from './support/site.ts';
import { visit } from './support/visit.ts';

/** Bytes as sent of an embed, all in, until its reader acts. */
const BUDGET = 120e3;
/** What hosts take that take least. */
const MOST_FILES = 20_000;
/** Figures that pieces declare as their own. */
const INSIGHTS = 'insights';

interface Listed {
  /** "ranking/ken" */
  readonly name: string;
  readonly html: string;
  readonly tags: readonly Tag[];
  readonly svg: string;
}
let index: EmbedIndex;
const listed: Listed[] = [];

beforeAll(async () => {
  index = JSON.parse(await readFile(join(DIST, 'embed/states.json'), 'utf8')) as EmbedIndex;
  for (const [view, slugs] of Object.entries(index.views))
    for (const slug of Object.keys(slugs)) {
      const name = `${view}/${slug}`;
      const read = (file: string) => readFile(join(DIST, 'embed', name, file), 'utf8');
      const html = await read('index.html');
      listed.push({ name, html, tags: tagsOf(html), svg: await read(PICTURES.svg) });
    }
});

/** Listed states for which a fault is found, with it. */
const faulty = (fault: (one: Listed) => unknown): unknown[] =>
  listed.flatMap((one) => {
    const found = fault(one);
    return found ? [[one.name, found]] : [];
  });
const count = (tags: readonly Tag[], name: string): number => tags.filter((tag) => tag.name === name).length;
const hasClass = (tags: readonly Tag[], name: string): boolean =>
  tags.some(({ attributes }) => (attributes.get('class') ?? '').split(' ').includes(name));

describe('the list of states', () => {
  test('is what the views list, but for states without rows; each is a state of its own query', async () => {
    const atlas = openAtlas(await readAtlas(), '/release/', await readMore());
    let empty = 0;
    for (const view of ALL_VIEWS) {
      const slugs = index.views[view.id] ?? {};
      const expected = listedStates(view, atlas);
      expect(Object.keys(slugs).filter((slug) => !expected.some((one) => one.slug === slug))).toEqual([]);
      for (const { slug, asked } of expected) {
        const { state, problems } = settleView(view, asked, atlas);
        expect([view.id, slug, ...problems]).toEqual([view.id, slug]);
        if (slug in slugs) expect(slugs[slug]).toBe(embedSearch(view, state, atlas));
        else empty += 1;
      }
      expect(slugs, view.id).toHaveProperty('standard', '');
    }
    console.log(`${listed.length} embeds are listed, ${empty} more have no rows.`);
    expect(listed.length).toBeGreaterThan(1500);
    expect(empty).toBeLessThan(150);
  });

  test('holds the figures that pieces declare as their own', async () => {
    expect(Object.keys(index.views[INSIGHTS] ?? {}).sort()).toEqual(
      (await ownFigures()).map(({ slug }) => slug),
    );
  });
});

describe('every page', () => {
  test('has one heading, a title, a line of sources, a drawing with words, and a licence', () => {
    const licences = /CC|public domain|government|Licence/i;
    const fault = ({ html, tags }: Listed) =>
      [
        count(tags, 'h1') === 1 ? '' : 'h1',
        /<title>.{10,}<\/title>/.test(html) ? '' : 'title',
        hasClass(tags, 'sources') ? '' : 'sources',
        hasClass(tags, 'picture-wide') && hasClass(tags, 'picture-narrow') ? '' : 'drawings',
        (
          html.match(
            /<svg\b[^>]*role="img"[^>]*aria-labelledby="(\S+) (\S+)"[^>]*><title id="\1">[^<]{8,}<\/title><desc id="\2">[^<]{8,}/g,
          ) ?? []
        ).length === 2
          ? ''
          : 'words of the drawings',
        licences.test(/<footer[\s\S]*<\/footer>/.exec(html)?.[0] ?? '') ? '' : 'licence',
      ]
        .filter(Boolean)
        .join();
    expect(faulty(fault)).toEqual([]);
  });

  test('leads to no other host and holds no address from the root', () => {
    const fault = ({ tags }: Listed) =>
      tags
        .flatMap(urlsOf)
        .map(({ url }) => url)
        .filter((url) => /^(?:[a-z]+:)?\/\//i.test(url) || url.startsWith('/'))
        .join();
    expect(faulty(fault)).toEqual([]);
  });

  test('costs little until its reader acts', async () => {
    // What all share is weighed once; a quick brotli is never smaller than the best.
    const shared = new Map<string, number>();
    const weights = new Map<string, number>();
    const quick = (html: string) =>
      brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length;
    for (const { name, html } of listed) {
      const assets = [...html.matchAll(/(?:href|src)="([^"#]+\.(?:css|js|woff2|svg))/g)].map(
        ([, url]) => url,
      );
      const key = [...new Set(assets)].sort().join();
      let more = shared.get(key);
      if (more === undefined) {
        const { css, fonts, scripts, shared: map } = await pageSizes(DIST, `embed/${name}/`);
        more = css.brotli + fonts.brotli + scripts.brotli + map.brotli;
        shared.set(key, more);
      }
      const all = quick(html) + more;
      weights.set(name, all < BUDGET ? all : bytes(html).brotli + more);
    }
    const [[heaviest = '', most = 0] = []] = [...weights].sort((a, b) => b[1] - a[1]);
    console.log(`The heaviest embed is ${heaviest}: ${(most / 1000).toFixed(1)} kB of ${BUDGET / 1000}.`);
    expect([...weights].filter(([, weight]) => weight > BUDGET)).toEqual([]);
  });
});

describe('every picture', () => {
  test('is a file that stands alone', () => {
    const fault = ({ svg }: Listed) => {
      const ids = new Set([...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
      const refs = [...svg.matchAll(/(?:href="|url\()([^")]+)/g)].map(([, ref = '']) => ref);
      return [
        /\svar\(|color-mix|oklab|currentColor|light-dark|<style|<script|<image|\sclass=|\son\w+=/.exec(
          svg,
        )?.[0],
        /="(?:NaN|undefined|Infinity)"/.exec(svg)?.[0],
        ...refs.filter((ref) => !ref.startsWith('#') || !ids.has(ref.slice(1))),
      ]
        .filter(Boolean)
        .join();
    };
    expect(faulty(fault)).toEqual([]);
  });

  test('says title, source, licence, release and address', () => {
    const fault = ({ name, html, svg }: Listed) => {
      const title = /<h1[^>]*>([^<]+)</.exec(html)?.[1] ?? '';
      const lines = [...svg.matchAll(/<text x="24"[^>]*>([^<]*)</g)].map(([, line = '']) => line);
      const words = lines.join(' ');
      return [
        words.startsWith(title) ? '' : 'title',
        /Sources?: /.test(words) ? '' : 'source',
        /Licence: |under the licence of its source/.test(words) ? '' : 'licence',
        words.includes(`${ATLAS}, release ${index.release}.`) ? '' : 'release',
        lines.join('').includes(`/embed/${name}/`) ? '' : 'address',
      ]
        .filter(Boolean)
        .join();
    };
    expect(faulty(fault)).toEqual([]);
  });

  test(`is a PNG of exactly ${SCALE} times its size`, async () => {
    const wrong: unknown[] = [];
    for (const { name, svg } of listed) {
      const [, width, height] = /<svg [^>]*width="(\d+)" height="(\d+)"/.exec(svg) ?? [];
      const file = await open(join(DIST, 'embed', name, PICTURES.png));
      const { buffer } = await file.read(Buffer.alloc(24), 0, 24);
      await file.close();
      const size = [buffer.readUInt32BE(16), buffer.readUInt32BE(20)];
      if (
        buffer.toString('latin1', 1, 4) !== 'PNG' ||
        String(size) !== String([width, height].map((n) => SCALE * Number(n)))
      )
        wrong.push([name, size, width, height]);
    }
    expect(wrong).toEqual([]);
  });
});

test('the site leaves room for a frozen release on a host that takes 20,000 files', async () => {
  const files = (await filesOf(DIST)).filter((file) => !file.startsWith('embed/v/'));
  const embeds = files.filter((file) => file.startsWith('embed/')).length;
  console.log(`${files.length} files without frozen releases, ${embeds} of them embeds.`);
  // A frozen release has the same embeds, and files of its own that they are drawn from.
  expect(MOST_FILES - files.length).toBeGreaterThan(1.25 * embeds);
});

describe('under any path', () => {
  let browser: Browser;
  let server: TestServer;
  beforeAll(async () => {
    [browser, server] = await Promise.all([launchBrowser(), serveFolder(DIST, { base: '/a/b%20c/d/' })]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  test.each(['flow-map/ken', 'choropleth/standard', 'matrix/standard', 'ranking/standard', INSIGHTS])(
    '%s has all that it asks for',
    async (name) => {
      const path =
        name === INSIGHTS ? `${INSIGHTS}/${Object.keys(index.views[INSIGHTS] ?? {})[0] ?? ''}` : name;
      const { page, network, close } = await visit(browser, server, `embed/${path}/`);
      await page.waitForLoadState('networkidle');
      expect([...network.foreign, ...network.console, ...network.errors, ...network.violations]).toEqual([]);
      expect(server.requests.filter(({ status }) => status >= 400)).toEqual([]);
      const links = await page
        .locator('a[href]')
        .evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).href));
      expect(links.length).toBeGreaterThan(1);
      for (const link of links) {
        const at = new URL(link);
        expect(at.pathname.startsWith('/a/b%20c/d/')).toBe(true);
        const file = decodeURIComponent(at.pathname.slice('/a/b%20c/d/'.length));
        expect(existsSync(join(DIST, file.endsWith('/') || !file ? `${file}index.html` : file)), link).toBe(
          true,
        );
      }
      await close();
    },
  );
});
