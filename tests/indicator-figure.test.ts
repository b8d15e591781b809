import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../src/engine/engine.ts';
import { openNative } from '../src/engine/native.ts';
import { countryIndicatorView } from '../src/views/country-indicator/index.ts';
import { rowsOf, settleView } from '../src/views/figure.ts';
import { pairIndicatorView } from '../src/views/pair-indicator/index.ts';
import type { Asked } from '../src/views/params.ts';
import { openAtlas } from '../src/views/view.ts';
import { axeViolations } from './support/axe.ts';
import { launchBrowser } from '../scripts/lib/browser.ts';
import { serveFolder, type TestServer } from '../scripts/lib/serve-folder.ts';
import { DIST, readAtlas, readMore, RELEASE } from './support/site.ts';
import { layoutShifts, visit, type Visit, type VisitOptions } from './support/visit.ts';

const OF_PAIRS = { path: 'methods/ric/', indicator: 'ric', view: pairIndicatorView };
const OF_COUNTRIES = {
  path: 'methods/effective-partners/',
  indicator: 'effective_partners',
  view: countryIndicatorView,
};

const atlas = openAtlas(await readAtlas(), '/release/', await readMore());
let browser: Browser;
let server: TestServer;
let native: Engine;
let open: Visit[] = [];

beforeAll(async () => {
  [browser, server, native] = await Promise.all([
    launchBrowser(),
    serveFolder(DIST, { base: '/some/folder/' }),
    openNative(RELEASE),
  ]);
});
afterEach(async () => {
  await Promise.all(open.map((one) => one.close()));
  open = [];
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  await native?.close();
});

async function openMethod(path: string, options: VisitOptions = {}): Promise<Visit> {
  const opened = await visit(browser, server, path, options);
  open.push(opened);
  return opened;
}

const select = (page: Page, name: string) => page.locator(`[data-indicator-figure] select[name=${name}]`);
const title = (page: Page) => page.locator('[data-indicator-figure] .figure-title').textContent();
const status = (page: Page) => page.locator('[data-indicator-figure] [data-figure-status]');
const choice = (page: Page) =>
  Promise.all(['country', 'partner'].map((name) => select(page, name).inputValue()));
/** Waits until the figure shows what is chosen. */
const settled = (page: Page) =>
  page.waitForFunction(() => {
    const figure = document.querySelector<HTMLElement>('[data-indicator-figure] figure');
    return figure?.dataset['state'] !== undefined && !figure.hasAttribute('aria-busy');
  });

/** What the view says of a state when the page is built. */
async function said({ view, indicator }: typeof OF_PAIRS | typeof OF_COUNTRIES, asked: Asked) {
  const { state } = settleView(view, { indicator, ...asked }, atlas);
  return view.words(await rowsOf(view, state, atlas, native), state, atlas);
}

describe.each([OF_PAIRS, OF_COUNTRIES])('the figure of $indicator', (method) => {
  test('fetches nothing for it until a reader chooses', async () => {
    const { page, network } = await openMethod(method.path);
    await page.waitForFunction(
      () => document.querySelector<HTMLFormElement>('[data-indicator-figure] form')?.inert === false,
    );
    const fetched = await page.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name }) => name),
    );
    expect(fetched.filter((name) => /atlas\.json|wasm|parquet|views|indicator-words/.test(name))).toEqual([]);
    expect(await layoutShifts(page)).toEqual([]);
    expect(network.console).toEqual([]);
  });

  test('follows both selects, and says what it would say if it were built so', async () => {
    const { page, network } = await openMethod(method.path);
    await select(page, 'country').selectOption('BRA');
    await select(page, 'partner').selectOption('PRT');
    await settled(page);
    const words = await said(method, { country: 'BRA', partner: 'PRT' });
    await expect.poll(() => title(page)).toBe(words.title);
    expect(await page.locator('[data-indicator-figure] .takeaway').textContent()).toBe(words.takeaway);
    await page.locator('[data-indicator-figure] summary').click();
    const rows = page.locator('[data-indicator-figure] tbody tr');
    expect(await rows.count()).toBe(words.table.rows.length);
    expect(await status(page).isHidden()).toBe(true);
    expect(network).toEqual({ foreign: [], console: [], errors: [], violations: [] });
  });

  test('follows the layer', async () => {
    const { page } = await openMethod(method.path);
    const [country = '', partner = ''] = await choice(page);
    await select(page, 'layer').selectOption('projects');
    await settled(page);
    const words = await said(method, { layer: 'projects', country, partner });
    await expect.poll(() => title(page)).toBe(words.title);
  });

  test('is used from the keyboard, and keeps the focus', async () => {
    const { page } = await openMethod(method.path);
    const before = await title(page);
    await select(page, 'partner').focus();
    await page.keyboard.type('Norw');
    await page.keyboard.press('Tab');
    await settled(page);
    expect(await select(page, 'partner').inputValue()).toBe('NOR');
    expect(await title(page)).not.toBe(before);
    expect(await title(page)).toContain('Norway');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('layer');
  });

  test('without scripts stands as it was built, without what cannot be used', async () => {
    const { page } = await openMethod(method.path, { javaScriptEnabled: false });
    expect(await page.locator('[data-indicator-figure] svg').first().count()).toBe(1);
    expect(await page.locator('[data-indicator-figure] form').isVisible()).toBe(false);
  });

  test('is sound for those who do not see it', async () => {
    const { page } = await openMethod(method.path);
    await select(page, 'partner').selectOption('NOR');
    await settled(page);
    expect(await axeViolations(page)).toEqual([]);
    expect(await page.getByRole('combobox', { name: 'Country', exact: true }).count()).toBe(1);
  });
});

describe('the figure of a pair', () => {
  test('swaps its countries when one is chosen for the other', async () => {
    const { page } = await openMethod(OF_PAIRS.path);
    const [country = '', partner = ''] = await choice(page);
    await select(page, 'country').selectOption(partner);
    await settled(page);
    expect(await choice(page)).toEqual([partner, country]);
    const words = await said(OF_PAIRS, { country: partner, partner: country });
    await expect.poll(() => title(page)).toBe(words.title);
  });

  test('shows the last of several choices', async () => {
    const { page } = await openMethod(OF_PAIRS.path);
    for (const iso3 of ['BRA', 'IND', 'JPN']) await select(page, 'country').selectOption(iso3);
    await settled(page);
    await expect.poll(() => title(page)).toContain('between Japan and');
  });

  test.each([
    ['the list of what there is', '**/atlas.json', /could not be fetched/],
    ['the database', '**/duckdb-*.wasm', /could not/],
  ])('says that %s did not come, keeps its picture, and tries again', async (_, address, words) => {
    const { page, network } = await openMethod(OF_PAIRS.path, {
      before: (one) => one.route(address, (route) => route.abort()),
    });
    const before = await title(page);
    await select(page, 'partner').selectOption('NOR');
    const again = status(page).getByRole('button', { name: 'Try again' });
    await again.waitFor({ timeout: 60_000 });
    expect(await status(page).textContent()).toMatch(words);
    expect(await title(page)).toBe(before);
    await page.unroute(address);
    await again.click();
    await expect.poll(() => title(page), { timeout: 60_000 }).toContain('Norway');
    expect(await status(page).isHidden()).toBe(true);
    expect(network.errors).toEqual([]);
  });
});

test('a country is shown alone when the other is taken away', async () => {
  const { page } = await openMethod(OF_COUNTRIES.path);
  const [country = ''] = await choice(page);
  await select(page, 'partner').selectOption('');
  await settled(page);
  const words = await said(OF_COUNTRIES, { country, layer: 'papers' });
  await expect.poll(() => title(page)).toBe(words.title);
});
