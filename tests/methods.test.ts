import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openNative } from '../src/engine/native.ts';
import { methodHref } from '../src/model/indicator.ts';
import { filesOf } from './checks/files.ts';
import { tagsOf } from './checks/html.ts';
import { axeViolations } from './support/axe.ts';
import { launchBrowser } from '../scripts/lib/browser.ts';
import { serveFolder, type TestServer } from '../scripts/lib/serve-folder.ts';
import { DIST, RELEASE } from './support/site.ts';

/** Figures of indicators that stand on other pages than those of their methods: the end of the page's path, id of the figure. */
const FIGURES: readonly (readonly [page: RegExp, figure: string, indicator: string])[] = [
  [/^countries\/index\.html$/, 'balance', 'balance'],
  [/^countries\/index\.html$/, 'moves', 'net_rate'],
  [/^countries\/[a-z]{3}\/index\.html$/, 'students-balance', 'balance'],
];

let files: string[];
/** Ids of the table `indicators`. */
let ids: string[];

beforeAll(async () => {
  files = await filesOf(DIST);
  const engine = await openNative(RELEASE);
  ids = (await engine.query<{ id: string }>('SELECT id FROM indicators ORDER BY id')).map(({ id }) => id);
  await engine.close();
});

/** Paths from the root to which the links of a piece of a page lead. */
const leadsTo = (file: string, markup: string): string[] =>
  tagsOf(markup)
    .filter(({ name }) => name === 'a')
    .flatMap(({ attributes }) => attributes.get('href') ?? [])
    .map((href) => new URL(href, `https://site.test/${file.replace(/index\.html$/, '')}`).pathname);

test('every indicator of the release has a page, and the index of methods leads to it', async () => {
  expect(ids.length).toBeGreaterThan(50);
  const index = leadsTo('methods/', await readFile(join(DIST, 'methods/index.html'), 'utf8'));
  for (const id of ids) {
    expect(files).toContain(`${methodHref(id, '')}index.html`);
    expect(index).toContain(methodHref(id));
  }
});

test('every figure and every row that shows an indicator leads to its method', async () => {
  const faults: string[] = [];
  const seen = new Set<string>();
  const known = new Set(ids.map((id) => methodHref(id)));
  for (const file of files.filter((name) => name.endsWith('.html'))) {
    const html = await readFile(join(DIST, file), 'utf8');
    const wanted = FIGURES.flatMap(([page, figure, indicator]) =>
      page.test(file) ? [[figure, indicator] as const] : [],
    );
    // Figures that a reader can change say themselves what they show.
    for (const [, indicator = ''] of html.matchAll(/data-indicator-figure="([^"]+)"/g))
      wanted.push(['through-time', indicator]);
    for (const [id, indicator] of wanted) {
      const figure = new RegExp(`<figure\\b[^>]*\\bid="${id}"[\\s\\S]*?</figure>`).exec(html)?.[0];
      // A country without the layer has no such figure.
      if (!figure) continue;
      seen.add(`${id} ${indicator}`);
      if (!leadsTo(file, figure).includes(methodHref(indicator))) faults.push(`${file}#${id}: ${indicator}`);
    }
    const position = /<section\b[^>]*aria-labelledby="position"[\s\S]*?<\/section>/.exec(html)?.[0] ?? '';
    for (const [row] of position.matchAll(/<tr>(?:(?!<\/tr>)[\s\S])*<th scope="row">[\s\S]*?<\/tr>/g)) {
      seen.add('position');
      if (!leadsTo(file, row).some((path) => known.has(path))) faults.push(`${file}: ${row.slice(0, 80)}`);
    }
  }
  expect(faults).toEqual([]);
  for (const [, figure, indicator] of FIGURES) expect([...seen]).toContain(`${figure} ${indicator}`);
  expect([...seen]).toContain('position');
  expect([...seen].filter((one) => one.startsWith('through-time')).length).toBeGreaterThan(40);
});

describe('every page of a method', () => {
  let browser: Browser;
  let server: TestServer;
  beforeAll(async () => {
    [browser, server] = await Promise.all([launchBrowser(), serveFolder(DIST)]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  test('is open to all', async () => {
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      colorScheme: 'light',
    });
    const found: Record<string, string[]> = {};
    const paths = files.flatMap((file) => /^(methods\/[^/]+\/)index\.html$/.exec(file)?.[1] ?? []);
    expect(paths.length).toBeGreaterThanOrEqual(ids.length);
    const page = await context.newPage();
    for (const path of paths) {
      await page.goto(server.url + path, { waitUntil: 'load' });
      const violations = await axeViolations(page);
      if (violations.length) found[path] = violations;
    }
    expect(found).toEqual({});
    await context.close();
  });
});
