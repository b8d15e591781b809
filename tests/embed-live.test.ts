import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { embedMarkup, FIGURE_ID, headWords } from '../src/components/embed/embed-markup.ts';
import type { Engine } from '../src/engine/engine.ts';
import { openNative } from '../src/engine/native.ts';
import { embedSearch } from '../src/embed/address.ts';
import { draw, rowsOf, settleView } from '../src/views/figure.ts';
import { ALL_VIEWS } from '../src/views/index.ts';
import type { Asked } from '../src/views/params.ts';
import { openAtlas } from '../src/views/view.ts';
import { serveFolder } from '../scripts/lib/serve-folder.ts';
import { axeViolations } from './support/axe.ts';
import { embeds, lines, shown, stands } from './support/embed.ts';
import { DIST, readAtlas, readManifest, readMore, RELEASE } from './support/site.ts';
import { layoutShifts, overflow } from './support/visit.ts';

/** Pages that stand in frames: the listed ones, and those that draw what their address asks for. */

// Addresses as a live embed has them: relative to its own folder.
const atlas = openAtlas(await readAtlas(), '../../release/', await readMore());
const { version } = await readManifest();
let native: Engine;
beforeAll(async () => {
  native = await openNative(RELEASE);
});
afterAll(() => native?.close());
const { openEmbed, openState } = embeds();

/** What the page of a state must show, as it would be written at build. */
async function expected(id: string, asked: Asked, widths: 'narrow' | 'wide') {
  const view = ALL_VIEWS.find((one) => one.id === id);
  if (!view) throw new Error(`There is no view ${id}.`);
  const { state } = settleView(view, asked, atlas);
  const drawn = draw(view, state, await rowsOf(view, state, atlas, native), atlas, FIGURE_ID, widths);
  const setting = { sources: atlas.sources, release: version, frozen: false };
  return {
    search: embedSearch(view, state, atlas),
    title: headWords(drawn).title,
    markup: embedMarkup(drawn, setting, { root: '../../' }),
  };
}

const LIVE: readonly (readonly [view: string, asked: Asked])[] = [
  ['ranking', { layer: 'students', country: 'KEN', direction: 'in' }],
  ['trend', { layer: 'scholars', country: 'BRA' }],
  ['flow-map', { layer: 'papers', country: 'NZL', top: 25 }],
  ['ego', { country: 'GHA' }],
  ['balance', { country: 'AUS' }],
  ['matrix', { layer: 'students' }],
];

describe('a live embed', () => {
  test('shows its standard state at once, and fetches nothing for it', async () => {
    const { page, scripts } = await openEmbed('ranking/?theme=dark');
    const fetched = await page.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name }) => name.replace(/.*\//, '')),
    );
    expect(fetched.filter((name) => !/\.css$|\.woff2$|^embed-early|\.js$/.test(name))).toEqual([]);
    expect(scripts.filter((name) => /live|views|ranking/.test(name))).toEqual([]);
    expect(await lines(page)).toEqual([]);
    expect(await layoutShifts(page)).toEqual([]);
  });

  test.each(LIVE)('%s of %o is what it would be if it were built, from slices alone', async (id, asked) => {
    for (const [width, widths] of [
      [360, 'narrow'],
      [800, 'wide'],
    ] as const) {
      const { search, title, markup } = await expected(id, asked, widths);
      // Plot sets lines of the coarsest screens half a pixel aside.
      const { page, network } = await openState(`${id}/?${search}`, { width, deviceScaleFactor: 2 });
      const live = await shown(page);
      // The same markup, read by the same browser.
      await page.evaluate((fresh) => {
        const main = document.querySelector('main');
        if (main) main.innerHTML = fresh;
      }, markup);
      expect(live).toEqual({ ...(await shown(page)), title });
      expect(network.console).toEqual([]);
      const asks = await page.evaluate(() =>
        performance.getEntriesByType('resource').map(({ name }) => name),
      );
      expect(asks.filter((name) => /wasm|parquet|worker/.test(name))).toEqual([]);
    }
  });

  test('draws for the width that it has, again where that changes, and leaves an open table open', async () => {
    const { page } = await openState('trend/?layer=students&country=IND', { width: 360 });
    const places = () =>
      page.evaluate(() => [...document.querySelectorAll('.picture > div')].map((one) => one.className));
    expect(await places()).toEqual(['picture-narrow']);
    await page.locator('summary').click();
    await page.setViewportSize({ width: 900, height: 900 });
    await page.waitForSelector('.picture-wide');
    expect(await places()).toEqual(['picture-wide']);
    expect(await page.locator('details[open] thead button').count()).toBeGreaterThan(1);
  });

  test('shows a map about another middle', async () => {
    const { page, network } = await openState('flow-map/?country=JPN&map=150E');
    expect(await page.locator('.map-symbols [id]').count()).toBeGreaterThan(100);
    expect(await page.title()).toMatch(/Japan/);
    expect(network.console).toEqual([]);
  });
});

describe('a state that is no state', () => {
  test.each([
    ['ranking/?country=XXX', 'no country with the code XXX'],
    ['ranking/?country=%3Cimg%20src=x%20onerror=alert(1)%3E', '“<img src=x onerror=alert…” is no country'],
    ['ranking/?year=99999999999999999999&layer=papers', 'is no year'],
    ['ranking/?year=1850', '1850'],
    [`ranking/?top=-1&${'x='.repeat(2000)}`, 'is no number'],
    ['ranking/?__proto__=1&constructor=2', '“__proto__”, “constructor”'],
    ['ranking/?layer=%00%ff&source=../../etc/passwd', 'is no source'],
    ['trend/?country=KEN&contry=BRA', '“contry”'],
    ['flow-map/?map=javascript:alert(1)', 'part of the map'],
  ])('%s is settled, and what was left out is said', async (path, said) => {
    const { page, network } = await openState(path);
    expect((await lines(page)).join(' ')).toContain(said);
    expect((await lines(page)).join(' ').length).toBeLessThan(600);
    expect(await page.locator('.picture > div > svg:visible').count()).toBe(1);
    expect(await page.locator('main img, main script').count()).toBe(0);
    expect(network.console).toEqual([]);
    expect(await overflow(page)).toEqual([]);
  });

  test('keeps what makes sense beside what does not', async () => {
    const { page } = await openState('ranking/?country=KEN&layer=nonsense');
    expect(await page.title()).toMatch(/Kenya/);
    expect(await lines(page)).toHaveLength(1);
  });
});

describe('while a live embed waits', () => {
  test('a quiet line is there, the place is kept, and nothing moves', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const { page } = await openEmbed('ranking/?country=KEN', {
      before: (page) =>
        page.route('**/slices/**', async (route) => {
          await held;
          await route.continue();
        }),
    });
    const wait = page.locator('.figure-wait');
    await page.waitForFunction(() => {
      const line = document.querySelector('.figure-wait');
      return line && getComputedStyle(line).visibility === 'visible';
    });
    expect(await wait.innerText()).toBe('Fetching the figure …');
    expect(await page.locator('h1').isVisible()).toBe(false);
    expect((await page.locator('figure').boundingBox())?.height).toBeGreaterThan(400);
    release();
    await stands(page);
    expect(await page.locator('h1').innerText()).toMatch(/Kenya/);
    expect(await lines(page)).toEqual([]);
    expect(await layoutShifts(page)).toEqual([]);
  });
});

describe('a state that does not come', () => {
  const STANDARD = /standard/;

  test('says so above the standard figure, and comes when it is asked again', async () => {
    let blocked = true;
    const { page } = await openState('ranking/?country=KEN', {
      before: (page) => page.route('**/slices/**', (route) => (blocked ? route.abort() : route.continue())),
    });
    const [line = ''] = await lines(page);
    expect(line).toMatch(/no connection, or it was blocked/);
    expect(line).toMatch(STANDARD);
    expect(await page.locator('h1').isVisible()).toBe(true);
    // Without a connection the page that stands stays.
    await page.route('**/embed/ranking/**', (route) => route.abort());
    const failed = page.waitForEvent('requestfailed', (request) => request.url().includes('/slices/'));
    await page.getByRole('button', { name: 'Try again' }).click();
    await failed;
    await page.getByRole('button', { name: 'Try again' }).waitFor();
    expect(await page.locator('h1').isVisible()).toBe(true);
    await page.unroute('**/embed/ranking/**');
    blocked = false;
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.waitForFunction(() => /Kenya/.test(document.title));
    await stands(page);
    expect(await lines(page)).toEqual([]);
  });

  test.each(['live', 'ranking'])('nor the code %s.js', async (name) => {
    let blocked = true;
    const code = new RegExp(`/_astro/${name}\\.[^/]+\\.js$`);
    const { page } = await openState('ranking/?country=KEN', {
      before: (page) => page.route(code, (route) => (blocked ? route.abort() : route.continue())),
    });
    expect((await lines(page)).join()).toMatch(STANDARD);
    expect(await page.locator('h1').isVisible()).toBe(true);
    blocked = false;
    await page.getByText('Try again').locator('visible=true').click();
    await page.waitForFunction(() => /Kenya/.test(document.title));
  });

  test('nor any script at all', async () => {
    const { page } = await openState('ranking/?country=KEN', {
      before: (page) => page.route(/Embed\.astro.*\.js$/, (route) => route.abort()),
    });
    expect((await lines(page)).join()).toMatch(STANDARD);
    expect(await page.locator('h1').isVisible()).toBe(true);
    expect(await axeViolations(page)).toEqual([]);
  });

  test('for want of WebAssembly, where no slice has it', async () => {
    const { page } = await openState('ranking/?country=KEN&by=affinity', {
      before: (page) =>
        page.addInitScript(() => delete (globalThis as { WebAssembly?: unknown }).WebAssembly),
    });
    expect((await lines(page)).join()).toMatch(/The database could not start in this browser \(WebAssembly/);
    expect(await axeViolations(page)).toEqual([]);
  });

  test('without scripts: the standard figure says that it is', async () => {
    const { page } = await openEmbed('ranking/?country=KEN', { javaScriptEnabled: false });
    expect(await page.locator('noscript').innerText()).toMatch(STANDARD);
    expect(await page.locator('h1').isVisible()).toBe(true);
    expect(await page.locator('.figure-lost, .figure-wait').locator('visible=true').count()).toBe(0);
  });
});

describe('a frozen embed', () => {
  test('takes all it needs from its own folder, and leads to the site', async () => {
    const dist = await mkdtemp(join(tmpdir(), 'frozen-'));
    const root = `embed/v/${version}`;
    try {
      for (const folder of ['_astro', 'release'])
        await cp(join(DIST, folder), join(dist, root, folder), { recursive: true });
      const html = await readFile(join(DIST, 'embed/ranking/index.html'), 'utf8');
      await mkdir(join(dist, root, 'ranking'), { recursive: true });
      await writeFile(
        join(dist, root, 'ranking/index.html'),
        html
          .replaceAll(/="\.\.\/\.\.\/([^"]*)"/g, (_all, target: string) =>
            /^(_astro|release)\//.test(target) ? `="../${target}"` : `="../../../../${target}"`,
          )
          .replace('data-frozen="false"', 'data-frozen="true"'),
      );
      const frozen = await serveFolder(dist, { base: '/some/folder/' });
      try {
        const opened = await openState(`v/${version}/ranking/?country=KEN`, { from: frozen });
        expect(await opened.page.title()).toMatch(/Kenya/);
        expect(await lines(opened.page)).toEqual([]);
        expect(frozen.requests.filter(({ url }) => !url.startsWith(`/some/folder/${root}/`))).toEqual([]);
        expect(await opened.page.locator('.embed-foot').innerText()).toContain(
          `Release ${version}, kept as it was`,
        );
        const links = await opened.page
          .locator('a')
          .evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).href));
        for (const link of links.filter((href) => !href.includes('?country=KEN')))
          expect(link).toMatch(new RegExp(`^${frozen.url}(explore|sources|methods)/`));
      } finally {
        await frozen.close();
      }
    } finally {
      await rm(dist, { recursive: true });
    }
  });
});
