import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bytes } from './checks/sizes.ts';
import { axeViolations } from './support/axe.ts';
import { launchBrowser } from '../scripts/lib/browser.ts';
import { serveFolder, type TestServer } from '../scripts/lib/serve-folder.ts';
import { DIST, PAGE_TYPES } from './support/site.ts';
import { layoutShifts, overflow, visit, type Visit, type VisitOptions } from './support/visit.ts';

const BASE = '/some/folder/';
const CLEAN = { foreign: [], console: [], errors: [], violations: [] };
const SCRIPT_BUDGET = 60e3;
/** The explorer also fetches, in an idle moment, the code that draws its map anew. */
const EXPLORER_SCRIPTS = 85e3;

let browser: Browser;
let server: TestServer;
/** Serves the site from the root of a host, the one place where the page for missing addresses can be whole. */
let rootServer: TestServer;
const visits: Visit[] = [];

beforeAll(async () => {
  [browser, server, rootServer] = await Promise.all([
    launchBrowser(),
    serveFolder(DIST, { base: BASE }),
    serveFolder(DIST),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  await rootServer?.close();
});

async function open(path: string, options: VisitOptions = {}, from = server): Promise<Visit> {
  await Promise.all(visits.splice(0).map((one) => one.close()));
  const opened = await visit(browser, from, path, options);
  visits.push(opened);
  return opened;
}

/** What a reader gets at a desk by day, and on a phone by night: both widths and both themes, each once. */
const PLACES = {
  'wide and light': { viewport: { width: 1440, height: 900 }, colorScheme: 'light' },
  'narrow and dark': { viewport: { width: 360, height: 740 }, colorScheme: 'dark' },
} as const satisfies Record<string, VisitOptions>;

describe.each(Object.entries(PAGE_TYPES).map(([type, path]) => ({ type, path })))('$type', ({ path }) => {
  test.each(Object.entries(PLACES).map(([place, options]) => ({ place, options })))(
    'loads cleanly, stays still and is open to all: $place',
    async ({ options }) => {
      const before = server.requests.length;
      const { page, network, scripts } = await open(path, options);
      await page.waitForLoadState('networkidle');
      expect(await layoutShifts(page)).toEqual([]);
      expect(network).toEqual(CLEAN);
      const requests = server.requests.slice(before);
      expect(requests.filter(({ status }) => status >= 400)).toEqual([]);
      expect(requests.filter(({ url }) => !url.startsWith(BASE))).toEqual([]);
      expect(requests.filter(({ url }) => /\.(wasm|parquet)/.test(url))).toEqual([]);

      const loaded = await Promise.all(
        [...new Set(scripts)].map(
          async (url) => bytes(await readFile(join(DIST, url.slice(server.url.length)))).brotli,
        ),
      );
      expect(loaded.length).toBeGreaterThan(0);
      expect(loaded.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(
        path === 'explore/' ? EXPLORER_SCRIPTS : SCRIPT_BUDGET,
      );

      expect(await axeViolations(page)).toEqual([]);
    },
  );

  test('is never wider than its window', async () => {
    const { page } = await open(path);
    const found: Record<number, string[]> = {};
    for (const width of [1440, 1024, 768, 640, 360, 320]) {
      await page.setViewportSize({ width, height: 800 });
      const wide = await overflow(page);
      if (wide.length) found[width] = wide;
    }
    expect(found).toEqual({});
  });
});

test('an address that is not there gives a page that leads on', async () => {
  const { page, network } = await open('countries/nowhere/', {}, rootServer);
  await expect(page.locator('h1').textContent()).resolves.toBe('There is no page here');
  // The browser itself reports the status of the page that was asked for, and nothing else.
  expect(network.console.filter((line) => !/status of 404/.test(line))).toEqual([]);
  expect(network.console.length).toBeLessThanOrEqual(1);
  expect(network).toMatchObject({ ...CLEAN, console: expect.anything() });
  expect(await axeViolations(page)).toEqual([]);
  expect(await overflow(page)).toEqual([]);
  await page.getByRole('link', { name: 'Find a country' }).click();
  await page.waitForURL('**/countries/');
});

/** Boxes of the pictures that a reader sees. */
const picturesOf = (page: Page) =>
  page.locator('figure .picture > div > svg:visible').evaluateAll((drawings) =>
    drawings.map((svg) => {
      const { width, height } = svg.getBoundingClientRect();
      return { id: svg.closest('figure')?.id, width, height };
    }),
  );

describe('without scripts', () => {
  const off = (more: VisitOptions = {}): VisitOptions => ({ javaScriptEnabled: false, ...more });

  test.each([
    ['the home page', '', 4],
    ['a country', 'countries/deu/', 12],
    ['a country with little', 'countries/tkl/', 5],
  ])('%s reads whole', async (_, path, figures) => {
    for (const { viewport } of Object.values(PLACES)) {
      const { page, network } = await open(path, off({ viewport }));
      const pictures = await picturesOf(page);
      expect(pictures.length).toBeGreaterThanOrEqual(figures);
      // One drawing a figure is seen, the one that fits.
      expect(new Set(pictures.map(({ id }) => id)).size).toBe(pictures.length);
      for (const { id, width, height } of pictures) {
        expect(Math.min(width, height), id).toBeGreaterThan(20);
        expect(width, id).toBeLessThanOrEqual(viewport.width);
      }
      for (const figure of await page.locator('figure').all()) {
        expect(await figure.locator('.figure-title').isVisible()).toBe(true);
        const table = figure.locator('details table');
        expect(await table.isVisible()).toBe(false);
        await figure.locator('details summary').click();
        expect(await table.isVisible()).toBe(true);
        if (await figure.locator('tbody tr').count())
          expect(await figure.locator('.sources').isVisible()).toBe(true);
      }
      expect(await page.locator('.takeaway:visible').count()).toBeGreaterThan(0);
      expect(await overflow(page)).toEqual([]);
      expect(network).toEqual(CLEAN);
    }
  });

  test('the explorer shows its opening figures and says what needs scripts', async () => {
    const { page } = await open('explore/', off());
    expect(await page.locator('header.opening').innerText()).toMatch(
      /Choosing another needs scripts; without them every country has a page of its own, and/,
    );
    expect((await picturesOf(page)).map(({ id }) => id)).toEqual(['map', 'ranking', 'trend']);
    expect(await page.locator('[data-controls]').isVisible()).toBe(false);
    expect(await page.locator('.figure-status, [data-notice]').filter({ visible: true }).count()).toBe(0);
  });

  test('a figure leads to its own page and pictures, in the place of the button', async () => {
    const { page } = await open('countries/deu/', off());
    const ways = page.locator('#map .plain-take');
    expect(await ways.innerText()).toMatch(/^On its own page\s·\sSVG\s·\sPNG$/);
    expect(await page.locator('.take:visible').count()).toBe(0);
    const hrefs = await ways
      .locator('a')
      .evaluateAll((links) => links.map((a) => (a as HTMLAnchorElement).href));
    for (const href of hrefs) expect((await page.request.get(href)).status(), href).toBe(200);

    const { page: scripted } = await open('countries/deu/');
    expect(await scripted.locator('#map .plain-take').isVisible()).toBe(false);
    expect(await scripted.locator('#map .take-open').isVisible()).toBe(true);
  });

  test('the list of countries is whole, and has no box that does nothing', async () => {
    const { page } = await open('countries/', off());
    expect(
      await page.locator('main a[href^="../countries/"]:visible, main li a:visible').count(),
    ).toBeGreaterThan(200);
    expect(await page.locator('#find').isVisible()).toBe(false);
  });
});

describe('the base map', () => {
  test('is really drawn, from the one file that all pages share', async () => {
    const shoot = async (options: VisitOptions = {}) => {
      const { page } = await open('', options);
      await page.waitForLoadState('networkidle');
      return page.locator('#map-papers .picture > div > svg:visible').screenshot();
    };
    const [drawn, again] = [await shoot(), await shoot()];
    const without = await shoot({
      before: (page) =>
        page.route('**/basemap.*.svg', (route) =>
          route.fulfill({ body: '<svg xmlns="http://www.w3.org/2000/svg"/>', contentType: 'image/svg+xml' }),
        ),
    });
    expect(drawn.equals(again)).toBe(true);
    expect(drawn.equals(without)).toBe(false);
    // Land and sea are large areas: without them far less is left to store.
    expect(drawn.length).toBeGreaterThan(1.2 * without.length);
  });
});

describe('small scripts', () => {
  test('a theme that is chosen is kept, and stands before the first paint', async () => {
    const { page } = await open('about/', { colorScheme: 'light' });
    const background = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const light = await background();
    await page.locator('theme-switch input[value=dark]').check({ force: true });
    const dark = await background();
    expect(dark).not.toBe(light);
    await page.goto(`${server.url}methods/`);
    expect(await background()).toBe(dark);
    expect(await page.locator('theme-switch input[value=dark]').isChecked()).toBe(true);
    await page.locator('theme-switch input[value=auto]').check({ force: true });
    expect(await background()).toBe(light);
  });

  test('a country is found by its name in any language, without its accents', async () => {
    const { page } = await open('countries/');
    const names = () => page.locator('[data-names]:visible').allInnerTexts();
    for (const [typed, name] of [
      ['turkiye', 'Türkiye'],
      ['cote d', "Côte d'Ivoire"],
      ['Deutschl', ''],
      ['Allemagne', 'Germany'],
      ['日本', 'Japan'],
      ['nam', 'Namibia'],
    ] as const) {
      await page.locator('#find').fill(typed);
      if (name) expect(await names(), typed).toContain(name);
      else expect(await names(), typed).toEqual([]);
    }
    await page.locator('#find').fill('<img src=x>');
    expect(await page.locator('[data-found]').textContent()).toBe('No country has that in its name.');
    expect(await page.locator('[data-region]:visible').count()).toBe(0);
    await page.locator('#find').fill('');
    expect((await names()).length).toBeGreaterThan(200);
  });

  test('a table is sorted by its headings, by keyboard too', async () => {
    const { page } = await open('countries/deu/');
    const figure = page.locator('#papers-partners');
    await figure.locator('summary').focus();
    await page.keyboard.press('Enter');
    const heading = figure.locator('th', { hasText: 'Partner' });
    await heading.getByRole('button').focus();
    await page.keyboard.press('Enter');
    expect(await heading.getAttribute('aria-sort')).toBe('ascending');
    const names = await figure.locator('tbody th').allInnerTexts();
    expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'en')));
    await page.keyboard.press('Enter');
    expect(await figure.locator('tbody th').allInnerTexts()).toEqual(names.reverse());
  });
});
