import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { listenerFor } from '../src/embed/listener.ts';
import { openAtlas } from '../src/views/view.ts';
import { launchBrowser } from '../scripts/lib/browser.ts';
import { serveFolder, type TestServer } from '../scripts/lib/serve-folder.ts';
import {
  allSized,
  COLUMN,
  figures,
  framed,
  hostServer,
  openHost,
  pasted,
  type Figure,
  type Host,
  type HostPage,
} from './support/embed-host.ts';
import { DIST, readAtlas, readMore } from './support/site.ts';

/** Figures on somebody else's page, in every way in. */

const atlas = openAtlas(await readAtlas(), '/release/', await readMore());
let browser: Browser;
let site: TestServer;
let host: Host;
let ten: readonly Figure[];
let open: HostPage[] = [];

const listed = () => ten.filter(({ place }) => place.slug !== null);
const all = (way: 'iframe' | 'component' | 'static' | 'svg' | 'png', of: readonly Figure[]): string =>
  of.map((figure) => `${pasted(way, figure, site.url)}<p>Text.</p>`).join('\n');

beforeAll(async () => {
  [browser, site] = await Promise.all([launchBrowser(), serveFolder(DIST, { base: '/some/folder/' })]);
  host = await hostServer(site);
  ten = await figures(browser, site.url, atlas);
  await host.write('iframe', all('iframe', ten), listenerFor(site.url));
  await host.write('component', all('component', ten));
  await host.write('pictures', all('static', listed()) + all('svg', listed()) + all('png', listed()));
});
afterEach(async () => {
  const pages = open;
  open = [];
  await Promise.all(pages.map(({ page }) => page.context().close()));
});
afterAll(async () => {
  await browser?.close();
  await host?.remove();
  await site?.close();
});

async function visit(
  name: string,
  options: BrowserContextOptions & { readonly before?: (page: Page) => Promise<unknown> } = {},
): Promise<HostPage> {
  const opened = await openHost(browser, `${host.url}${name}.html`, [host.origin, site.origin], options);
  open.push(opened);
  return opened;
}

const shifts = (page: Page) => page.evaluate(() => (globalThis as unknown as { shifts: string[] }).shifts);
const heights = (page: Page, selector = 'main > iframe:not(#evil)') =>
  page.locator(selector).evaluateAll((frames) => frames.map((frame) => frame.getBoundingClientRect().height));

test('ten figures of different views, two of them live', () => {
  expect(new Set(ten.map(({ place }) => place.view)).size).toBe(10);
  expect(ten.filter(({ place }) => place.slug === null).length).toBeGreaterThanOrEqual(2);
});

describe.each([
  ['iframe', 'iframe'],
  ['component', 'crosscurrents-figure'],
] as const)('as %s', (name, selector) => {
  test('all are as high as their figures, and nothing moves, complains or asks a third host', async () => {
    const { page, faults } = await visit(name);
    await allSized(page, selector);
    const found = await framed(page);
    expect(found).toHaveLength(10);
    for (const { url, place, height, beyond, bars, shifts: moved } of found) {
      expect(place, url).toBe(height);
      expect([beyond, bars], url).toEqual([
        [0, 0],
        [0, 0],
      ]);
      expect(moved, url).toEqual([]);
    }
    expect(await shifts(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    expect(faults).toEqual([]);
  });

  test('Tab goes in, through and out again, and a table that is opened gets its room', async () => {
    const { page, faults } = await visit(name);
    await allSized(page, selector);
    await page.locator('#before').focus();
    const order: string[] = [];
    for (let press = 0; press < 300 && order.at(-1) !== 'after'; press++) {
      await page.keyboard.press('Tab');
      const at = await page.evaluate((tags) => {
        const { activeElement } = document;
        return (
          activeElement?.id || String([...document.querySelectorAll(tags)].indexOf(activeElement as Element))
        );
      }, selector);
      if (order.at(-1) !== at) order.push(at);
    }
    expect(order).toEqual([...Array.from({ length: 10 }, (_, i) => String(i)), 'after']);
    await page.frames()[1]?.locator('summary').press('Enter');
    const room = async () => (await framed(page)).map(({ place, height }) => place - height);
    await expect.poll(room).toEqual(ten.map(() => 0));
    expect((await framed(page))[0]?.height).toBeGreaterThan((ten[0]?.height ?? 0) + 100);
    expect(faults).toEqual([]);
  });
});

test('as pictures: all are there, in the size that is written', async () => {
  const { page, faults } = await visit('pictures');
  for (const image of await page.locator('img').all()) await image.scrollIntoViewIfNeeded();
  const sizes = await page
    .locator('img')
    .evaluateAll((images) =>
      Promise.all(
        (images as HTMLImageElement[]).map((image) => image.decode().then(() => image.naturalWidth > 0)),
      ),
    );
  expect(sizes).toEqual(Array.from({ length: 3 * listed().length }, () => true));
  expect(await shifts(page)).toEqual([]);
  expect(faults).toEqual([]);
});

describe('with scripts off', () => {
  test.each(['iframe', 'component', 'pictures'])('%s shows the picture', async (name) => {
    const { page } = await visit(name, { javaScriptEnabled: false });
    if (name === 'iframe') {
      for (const element of await page.locator('iframe').all()) await element.scrollIntoViewIfNeeded();
      for (const frame of page.frames().slice(1))
        expect(await frame.locator('.picture > div > svg').locator('visible=true').count()).toBe(1);
      return;
    }
    const images = await page.locator('img').all();
    expect(images.length).toBeGreaterThanOrEqual(listed().length);
    for (const image of images) {
      await image.scrollIntoViewIfNeeded();
      await expect
        .poll(() => image.evaluate((one) => (one as HTMLImageElement).naturalWidth))
        .toBeGreaterThan(0);
    }
  });
});

describe('hostile messages', () => {
  /** A frame of another origin beside the figures, that claims to be one. */
  const EVIL = '<iframe id="evil" src="evil.html" title="Evil"></iframe>';

  async function mixed(): Promise<HostPage> {
    const [one] = listed() as [Figure];
    await host.write('evil', '');
    await host.write(
      'mixed',
      `${pasted('iframe', one, site.url)}${pasted('component', one, site.url)}${EVIL}`,
      listenerFor(site.url),
    );
    const opened = await visit('mixed');
    await allSized(opened.page, 'iframe:not(#evil)');
    return opened;
  }
  const sizes = async (page: Page) => [
    ...(await heights(page)),
    ...(await heights(page, 'crosscurrents-figure')),
  ];

  test('from another frame, from the page itself, and of no sense are ignored by both', async () => {
    const { page, faults } = await mixed();
    const before = await sizes(page);
    const evil = page.frame({ url: /evil/ });
    await evil?.evaluate(() => {
      for (const height of [200, 5000, 1e9])
        parent.postMessage({ type: 'crosscurrents:height', height }, '*');
    });
    await page.evaluate(() => {
      for (const data of [null, 7, 'crosscurrents:height', { type: 'crosscurrents:height', height: 5000 }])
        postMessage(data, '*');
    });
    // From a figure's own frame, but no height.
    for (const frame of page.frames()) {
      if (!frame.url().includes('/embed/')) continue;
      await frame.evaluate(() => {
        for (const height of [Infinity, NaN, -1, 0, '5000', null, {}, [900]])
          parent.postMessage({ type: 'crosscurrents:height', height }, '*');
        parent.postMessage({ type: 'height', height: 900 }, '*');
      });
    }
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
    expect(await sizes(page)).toEqual(before);
    expect(faults).toEqual([]);
  });

  test('a height beyond all sense from the figure itself is refused or held', async () => {
    const { page } = await mixed();
    const [plain = 0] = await heights(page);
    for (const frame of page.frames())
      if (frame.url().includes('/embed/'))
        await frame.evaluate(() => parent.postMessage({ type: 'crosscurrents:height', height: 1e9 }, '*'));
    await expect.poll(() => heights(page, 'crosscurrents-figure')).toEqual([8000]);
    expect((await heights(page))[0]).toBe(plain);
  });

  test('an embed answers the page around it alone', async () => {
    const { page } = await mixed();
    const heard = () => page.evaluate(() => (globalThis as unknown as { heard: unknown[] }).heard.length);
    const before = await heard();
    await page.frame({ url: /evil/ })?.evaluate(() => {
      for (let i = 0; i < parent.frames.length; i++)
        parent.frames[i]?.postMessage({ type: 'crosscurrents:ask-height' }, '*');
    });
    await page.evaluate(() => {
      for (const data of [null, 'crosscurrents:ask-height', {}, { type: 'crosscurrents:height', height: 9 }])
        window.frames[0]?.postMessage(data, '*');
    });
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
    expect(await heard()).toBe(before);
    await page.evaluate(() => window.frames[0]?.postMessage({ type: 'crosscurrents:ask-height' }, '*'));
    await expect.poll(heard).toBe(before + 1);
  });
});

describe('the web component', () => {
  const script = () => `<script async src="${site.url}embed/figure.js"></script>`;
  const figure = (src: string, more = '', inside = '') =>
    `<crosscurrents-figure src="${src}" ${more}>${inside}</crosscurrents-figure>`;
  const frame = (page: Page) => page.locator('crosscurrents-figure iframe');

  test.each([
    ['another host', 'https://evil.example/embed/ranking/ken/'],
    ['the host itself', 'embed/ranking/ken/'],
    ['another folder of the site', 'SITE/explore/'],
    ['a way out of the folder', 'SITE/embed/../explore/'],
    ['a script', 'javascript:alert(1)'],
  ])('refuses %s, and shows what it holds', async (_what, src) => {
    await host.write(
      'refused',
      script() + figure(src.replace('SITE/', site.url), '', '<a href="#picture">Picture</a>'),
    );
    const { page, faults } = await visit('refused');
    await page.waitForFunction(() => customElements.get('crosscurrents-figure'));
    expect(await page.getByText('Picture').isVisible()).toBe(true);
    expect(await frame(page).count()).toBe(0);
    expect(faults).toEqual([expect.stringMatching(/not in an embed folder/)]);
  });

  test('follows its attributes, and leaves nothing behind when it goes', async () => {
    await host.write('attributes', script() + figure(`${site.url}embed/ranking/ken/`, 'label="Kenya"'));
    const { page, faults } = await visit('attributes');
    await allSized(page, 'crosscurrents-figure');
    expect(await frame(page).getAttribute('title')).toBe('Kenya');
    expect(await frame(page).getAttribute('sandbox')).toBe(
      'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox',
    );
    const element = page.locator('crosscurrents-figure');
    await element.evaluate((one) => {
      one.setAttribute('theme', 'dark');
      one.setAttribute('plain', '');
    });
    expect(await frame(page).getAttribute('src')).toBe(`${site.url}embed/ranking/ken/?theme=dark&plain=1`);
    await element.evaluate((one) => one.setAttribute('src', `${one.getAttribute('src') ?? ''}../`));
    expect(await frame(page).getAttribute('src')).toBe(`${site.url}embed/ranking/?theme=dark&plain=1`);
    await element.evaluate((one) => one.setAttribute('label', 'World'));
    expect(await frame(page).getAttribute('title')).toBe('World');
    // Moved within the page it opens anew; removed, it has no frame and hears nothing.
    await page.evaluate(() => {
      const one = document.querySelector('crosscurrents-figure');
      if (!one) return;
      document.body.append(one);
      (globalThis as { gone?: Element }).gone = one;
      one.remove();
    });
    expect(page.frames()).toHaveLength(1);
    expect(
      await page.evaluate(() =>
        (globalThis as unknown as { gone: Element }).gone.shadowRoot?.querySelector('iframe'),
      ),
    ).toBe(null);
    expect(faults).toEqual([]);
  });

  test('shows what it holds where the figure does not come, and the figure when it does', async () => {
    await host.write(
      'fails',
      script() + figure(`${site.url}embed/ranking/ken/`, '', '<a href="#picture">Picture</a>'),
    );
    const { page } = await visit('fails', {
      before: (page) => page.route('**/embed/ranking/**', (route) => route.abort()),
    });
    await page.getByText('Picture').waitFor({ timeout: 15_000 });
    expect(await frame(page).isVisible()).toBe(false);
    await page.unroute('**/embed/ranking/**');
    await page.locator('crosscurrents-figure').evaluate((one) => one.setAttribute('theme', 'light'));
    await allSized(page, 'crosscurrents-figure');
    expect(await frame(page).isVisible()).toBe(true);
    expect(await page.getByText('Picture').isVisible()).toBe(false);
  });

  test('keeps its place by width before the figure tells its height', async () => {
    await host.write(
      'kept',
      script() + figure(`${site.url}embed/ranking/ken/`, `height="${COLUMN - 100}:500 ${COLUMN + 100}:700"`),
    );
    // A page that is on its way for long, and has not told its height.
    const { page } = await visit('kept', {
      before: (page) => page.route(/\/_astro\/.*\.js$/, (route) => route.abort()),
    });
    await expect.poll(() => heights(page, 'crosscurrents-figure')).toEqual([624]);
  });
});
