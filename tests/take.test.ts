import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { axeViolations } from './support/axe.ts';
import { launchBrowser } from '../scripts/lib/browser.ts';
import { difference } from './support/take-page/compare.ts';
import { closeTakeServer, openTakePage, type TakePage } from './support/take-page/open.ts';

let browser: Browser;
let open: TakePage[] = [];
/** Pages that several tests look at and none changes, by their colours. */
const shared = new Map<string, Promise<TakePage>>();

beforeAll(async () => {
  browser = await launchBrowser();
});
afterEach(async () => {
  const pages = open;
  open = [];
  await close(pages);
});
afterAll(async () => {
  try {
    await close(await Promise.all(shared.values()));
  } finally {
    await browser?.close();
    await closeTakeServer();
  }
});

/** Nothing that is taken may ask another host, or break the page's policy. */
async function close(pages: readonly TakePage[]): Promise<void> {
  await Promise.all(pages.map((one) => one.close()));
  for (const { network, errors } of pages) expect([...network.foreign, ...errors]).toEqual([]);
}
async function sharedPage(colorScheme: 'light' | 'dark'): Promise<Page> {
  const there = shared.get(colorScheme) ?? openTakePage(browser, { colorScheme });
  shared.set(colorScheme, there);
  return (await there).page;
}
async function openPage(options?: BrowserContextOptions): Promise<Page> {
  const opened = await openTakePage(browser, options);
  open.push(opened);
  return opened.page;
}
const golden = (name: string): Promise<string> =>
  readFile(join(import.meta.dirname, `golden/${name}.svg`), 'utf8');

/** Shows a drawing of tests/golden/, with its fonts. */
async function show(page: Page, name: string): Promise<void> {
  await page.evaluate(
    (markup) => {
      take.show(markup);
    },
    await golden(name),
  );
  await page.evaluate(() => document.fonts.ready);
  await page.waitForLoadState('networkidle');
}

/** Photographs an SVG file as an image alone, or a part of it. */
async function photograph(
  page: Page,
  svg: string,
  clip?: { x: number; y: number; width: number; height: number },
): Promise<Buffer> {
  const size = await page.evaluate(async (file) => {
    document.getElementById('photograph')?.remove();
    const image = Object.assign(new Image(), { id: 'photograph' });
    Object.assign(image.style, { position: 'absolute', left: '0', top: '0', zIndex: '99', maxWidth: 'none' });
    image.src = URL.createObjectURL(new Blob([file], { type: 'image/svg+xml' }));
    document.body.append(image);
    await image.decode();
    return { width: image.naturalWidth, height: image.naturalHeight };
  }, svg);
  const picture = await page.screenshot({ fullPage: true, clip: clip ?? { x: 0, y: 0, ...size } });
  await page.evaluate(() => document.getElementById('photograph')?.remove());
  return picture;
}

const DRAWINGS = [
  'flow-map-country',
  'flow-map-ratio',
  'flow-map-two',
  'choropleth',
  'symbol-map',
  'ranking-wide',
  'trend-wide',
  'balance-wide',
  'coefficient-lines-wide',
  'link-panels-narrow',
  'ratio-rows-wide',
  'status-grid-wide',
  'heat-grid-narrow',
  'scatter-wide',
];

/** Shows a drawing, photographs it where it stands, and takes it with the page's fonts. */
async function both(page: Page, name: string) {
  await show(page, name);
  const { svg, drawing } = await page.evaluate(() => take.standalone('screen', true));
  const { width, height } = drawing;
  const there = await page.screenshot({ fullPage: true, clip: { x: 0, y: 300, width, height } });
  return { svg, drawing, there };
}

/** Edges may be smoothed otherwise; a line that is lost, or another colour, is far more. */
const SAME = 0.0001;

describe('a picture looks as on the page', () => {
  describe.each(['light', 'dark'] as const)('that is %s', (colorScheme) => {
    test.each(DRAWINGS)('%s', async (name) => {
      const page = await sharedPage(colorScheme);
      const { svg, drawing, there } = await both(page, name);
      const taken = await photograph(page, svg, drawing);
      expect((await difference(page, there, taken)).share).toBeLessThan(SAME);
    });
  });

  // What proves that the comparison sees a style that is lost: it does, of each of these.
  test.each([
    ['fill', 'ranking-wide'],
    ['fill-opacity', 'flow-map-country'],
    ['stroke-opacity', 'scatter-wide'],
    ['stroke-dasharray', 'trend-wide'],
    ['stroke-width', 'status-grid-wide'],
    ['paint-order', 'flow-map-country'],
    ['font-weight', 'trend-wide'],
    ['font-size', 'balance-wide'],
    ['text-anchor', 'heat-grid-narrow'],
    ['clip-path', 'flow-map-country'],
    ['href', 'choropleth'],
  ])('and not without %s (%s)', async (attribute, name) => {
    const page = await sharedPage('light');
    const { svg, drawing, there } = await both(page, name);
    const without = svg.replace(new RegExp(` ${attribute}="[^"]*"`, 'g'), '');
    expect(without).not.toBe(svg);
    const taken = await photograph(page, without, drawing);
    expect((await difference(page, there, taken)).share).toBeGreaterThan(SAME);
  });
});

describe('an SVG file', () => {
  test.each(DRAWINGS)('of %s is XML that needs nothing else', async (name) => {
    const page = await sharedPage('light');
    await show(page, name);
    const faults = await page.evaluate(async () => {
      const { svg, width, height } = await take.standalone('light');
      const file = new DOMParser().parseFromString(
        // The one style attribute is for whoever opens the file; in this page, the policy would refuse it.
        svg.replace(/ style="font-variant-numeric:[a-z -]+"/, ''),
        'image/svg+xml',
      );
      const all = [...file.querySelectorAll('*')];
      const faults = all.filter((e) => e.localName === 'parsererror').map((e) => e.textContent);
      const ids = new Set(all.map((e) => e.id).filter(Boolean));
      const refs = all
        .flatMap((e) => [...e.attributes])
        .flatMap(({ name, value }) => {
          if (/^(class|tabindex|on.*)$/.test(name)) return [`${name}="${value}"`];
          if (/var\(|color-mix|calc\(|currentColor|color\(|oklab/i.test(value)) return [`${name}="${value}"`];
          const named = name === 'href' ? value : /url\((.*?)\)/.exec(value)?.[1];
          return named !== undefined && !(named.startsWith('#') && ids.has(named.slice(1))) ? [value] : [];
        });
      const twice = all.filter((e) => e.id && all.filter((o) => o.id === e.id).length > 1).map((e) => e.id);
      const image = new Image();
      image.src = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
      await image.decode();
      const size = image.naturalWidth === width && image.naturalHeight === height ? [] : ['size'];
      return [...faults, ...refs, ...twice, ...size];
    });
    expect(faults).toEqual([]);
  });

  test('says what it shows, in words on the sheet and for those who hear them', async () => {
    const page = await openPage();
    await show(page, 'flow-map-country');
    const takeaway = 'The finding, with <tags> & "quotes", in 2018 (UIS).';
    const { words, title, desc, titles, inner } = await page.evaluate(async (finding) => {
      const { svg } = await take.standalone('light', false, { takeaway: finding });
      const file = new DOMParser().parseFromString(
        svg.replace(/ style="[^"]*"/, ''),
        'image/svg+xml',
      ).documentElement;
      const text = (selector: string) => [...file.querySelectorAll(selector)].map((e) => e.textContent);
      return {
        words: text(':scope > g > text').join(' '),
        title: text('#take-title')[0],
        desc: text('#take-desc')[0],
        titles: text('path > title'),
        inner: file
          .querySelector('svg')
          ?.getAttribute('aria-labelledby')
          ?.split(' ')
          .map((id) => text(`#${id}`)[0]),
      };
    }, takeaway);
    expect(title).toBe('Students from and in India, 2018');
    for (const part of [
      'Students from and in India, 2018',
      takeaway,
      'No 2018 data from China.',
      'The other 190 partners: 12,400 students.',
      'The uis record, Publisher of uis (CC BY-SA 3.0 IGO)',
      'share-alike',
      'release 2026-11-22',
    ])
      expect(words.replace(/\s+/g, ' ')).toContain(part);
    expect(words.replaceAll(' ', '')).toContain('layer=students&country=IND&year=2018');
    expect(desc).toContain(takeaway);
    expect(titles.length).toBeGreaterThan(2);
    expect(inner).toEqual(['Papers between countries, 2022', 'A map with lines.']);
  });

  test('holds each shape of the base map once, and none that is not used', async () => {
    const page = await openPage();
    await show(page, 'flow-map-country');
    const { svg } = await page.evaluate(() => take.standalone('light'));
    expect(svg.match(/M180 90h150v70H180z/g)).toHaveLength(1);
    expect(svg).toMatch(/<path id="shape-CHN"/);
    expect(svg).not.toMatch(/id="shape-(USA|BEL)"/);
    expect(svg).not.toContain('basemap.svg');
  });

  test('leaves out what is hidden, and follows what scripts moved', async () => {
    const page = await openPage();
    const { svg } = await page.evaluate(() => {
      take.show(
        '<svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="0 0 100 50" tabindex="0" onclick="x()">' +
          '<g id="gone"><rect width="9" height="9"/></g><g id="hidden"><rect width="8" height="8"/></g>' +
          '<rect id="moved" width="7" height="7"/><foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>' +
          '<a href="https://example.org"><text>kept</text></a></svg>',
      );
      const style = (id: string) => (document.getElementById(id) as unknown as SVGElement).style;
      style('gone').display = 'none';
      style('hidden').visibility = 'hidden';
      style('moved').transform = 'translate(3px, 4px) scale(2)';
      return take.standalone('light');
    });
    expect(svg).not.toMatch(/width="[98]"|foreignObject|onclick|tabindex|example\.org"/);
    expect(svg).toMatch(/<rect id="moved"[^>]* transform="matrix\(2, 0, 0, 2, 3, 4\)"/);
    expect(svg).toContain('kept');
  });

  test('is light on a dark page, unless the dark colours are wanted; the page stays as it is', async () => {
    const page = await openPage({ colorScheme: 'dark' });
    await show(page, 'ranking-wide');
    const before = await page.screenshot();
    const light = await page.evaluate(() => take.standalone('light'));
    const dark = await page.evaluate(() => take.standalone('screen'));
    expect(light.svg).toMatch(/<rect width="\d+" height="\d+" fill="#faf7f0"\/>/);
    expect(dark.svg).toMatch(/<rect width="\d+" height="\d+" fill="#17191c"\/>/);
    expect(await page.evaluate(() => document.documentElement.getAttributeNames())).toEqual(['lang']);
    expect((await difference(page, before, await page.screenshot())).share).toBe(0);
    // As taken from a light page.
    const lightPage = await openPage({ colorScheme: 'light' });
    await show(lightPage, 'ranking-wide');
    expect(light.svg).toBe((await lightPage.evaluate(() => take.standalone('screen'))).svg);
  });

  test('without its base map is refused in words', async () => {
    const page = await openPage();
    await show(page, 'flow-map-country');
    await page.route('**/basemap.svg', (route) => route.fulfill({ status: 503 }));
    const message = await page.evaluate(() =>
      take.standalone('light').catch((error: Error) => error.message),
    );
    expect(message).toMatch(/base map did not come/);
    (open[0]?.errors as string[]).length = 0;
  });
});

describe('a PNG file', () => {
  test('is exactly twice the sheet, in the fonts of the page', async () => {
    const page = await openPage();
    await show(page, 'flow-map-country');
    const address = await page.evaluate(() => take.png('light'));
    const file = Buffer.from(address.replace('data:image/png;base64,', ''), 'base64');
    expect(file.subarray(1, 4).toString()).toBe('PNG');
    const { svg, width, height } = await page.evaluate(() => take.standalone('light', true));
    expect([file.readUInt32BE(16), file.readUInt32BE(20)]).toEqual([width * 2, height * 2]);
    // The same sheet, drawn by the browser itself on a screen of twice the density.
    const sharp = await openPage({ deviceScaleFactor: 2 });
    const sheet = await photograph(sharp, svg);
    expect((await difference(sharp, sheet, file)).share).toBeLessThan(SAME);
    expect(svg.match(/@font-face\{font-family:["']?Inter["']?;/g)).toHaveLength(1);
  });

  test('that is too large is refused in words', async () => {
    const page = await openPage();
    await show(page, 'ranking-wide');
    expect(await page.evaluate(() => take.png('light', 120))).toMatch(
      /^A PNG of \d+ by \d+ pixels is too large/,
    );
  });
});

test('GraphML is XML after its format: keys, then one graph of nodes and of edges between them', async () => {
  const page = await openPage();
  const found = await page.evaluate(() => {
    const file = new DOMParser().parseFromString(take.graphml(), 'application/xml');
    const root = file.documentElement;
    const all = (name: string) => [...root.getElementsByTagName(name)];
    const graph = all('graph')[0];
    const keys = new Map(all('key').map((key) => [key.id, key.getAttribute('for')]));
    const ids = all('node').map((node) => node.id);
    return {
      root: `${root.namespaceURI} ${root.localName}`,
      children: [...new Set([...root.children].map((child) => child.localName))],
      inGraph: [...(graph?.children ?? [])]
        .map((child) => child.localName)
        .filter((name, i, list) => name !== list[i - 1]),
      directed: graph?.getAttribute('edgedefault'),
      nodes: ids.length,
      edges: all('edge').length,
      loose: all('edge')
        .flatMap((edge) => [edge.getAttribute('source'), edge.getAttribute('target')])
        .filter((id) => !ids.includes(id ?? '')),
      undeclared: all('data').filter(
        (d) => keys.get(d.getAttribute('key') ?? '') !== d.parentElement?.localName,
      ).length,
      tokens: [...all('node'), ...all('edge'), ...all('key')].filter(({ id }) => !/^[\w.:-]+$/.test(id))
        .length,
      hostile: all('node')
        .find(({ id }) => id === 'XAB')
        ?.querySelector('[key="node_label"]')?.textContent,
    };
  });
  expect(found).toEqual({
    root: 'http://graphml.graphdrawing.org/xmlns graphml',
    children: ['key', 'graph'],
    inGraph: ['desc', 'node', 'edge'],
    directed: 'directed',
    nodes: 4,
    edges: 4,
    loose: [],
    undeclared: 0,
    tokens: 0,
    hostile: '-2+3 <b>, "quoted";\nsecond line',
  });
});

describe('the menu', () => {
  const opener = (page: Page) => page.getByRole('button', { name: 'Take it with you' });
  const item = (page: Page, id: string) => page.locator(`[data-take="${id}"]`);
  const said = (page: Page): Promise<string[]> => page.evaluate(() => take.said);
  const focused = (page: Page): Promise<string> =>
    page.evaluate(
      () =>
        (document.activeElement as HTMLElement).dataset['take'] ?? document.activeElement?.textContent ?? '',
    );

  test('opens, is walked and closes by keyboard, and gives the focus back', async () => {
    const page = await openPage();
    await show(page, 'ranking-wide');
    await page.evaluate(() => {
      take.offer({}, 'sql/?q=1');
    });
    await opener(page).focus();
    expect(await opener(page).getAttribute('aria-expanded')).toBe('false');
    await page.keyboard.press('Enter');
    expect(await opener(page).getAttribute('aria-expanded')).toBe('true');
    const walked: string[] = [];
    for (let i = 0; i < 13; i++) {
      await page.keyboard.press('Tab');
      walked.push(await focused(page));
    }
    expect(walked.slice(0, 12)).toEqual([
      ...['link', 'sentence', 'csv', 'xlsx', 'svg', 'png', 'pdf', 'slide', 'slide-pdf'],
      ...['PNG in other sizes', 'graphml', 'vosviewer'],
    ]);
    expect(walked[12]).toContain('Open this in the SQL lab');
    expect(await page.getByRole('link', { name: /SQL lab/ }).getAttribute('href')).toBe('sql/?q=1');
    await page.keyboard.press('Escape');
    expect(await focused(page)).toBe('Take it with you');
    await expect.poll(() => item(page, 'link').isVisible()).toBe(false);
    // Leaving it by keyboard closes it too.
    await page.keyboard.press('Enter');
    await page.keyboard.press('Shift+Tab');
    await opener(page).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'After' }).focus();
    await expect.poll(() => item(page, 'link').isVisible()).toBe(false);
    await opener(page).click();
    await page.getByRole('heading').click();
    expect(await item(page, 'link').isVisible()).toBe(false);
  });

  test('offers only what there is', async () => {
    const page = await openPage();
    await page.evaluate(() => {
      take.offer({ ties: null });
    });
    await opener(page).click();
    const offered = await page
      .locator('[data-take]:visible')
      .evaluateAll((all) => all.map((e) => (e as HTMLElement).dataset['take']));
    expect(offered).toEqual(['link', 'sentence', 'csv', 'xlsx']);
    expect(await page.getByRole('link', { name: /SQL lab/ }).isVisible()).toBe(false);
    await page.evaluate(() => {
      take.offer(null);
    });
    await item(page, 'csv').click();
    expect((await said(page)).at(-1)).toMatch(/nothing to take yet/);
  });

  test('saves each file under the name of its state', async () => {
    const page = await openPage();
    await show(page, 'flow-map-country');
    await page.evaluate(() => {
      take.offer({ direction: 'out' });
    });
    await opener(page).click();
    const take_ = async (id: string) => {
      const [download] = await Promise.all([page.waitForEvent('download'), item(page, id).click()]);
      const name = download.suggestedFilename();
      await expect.poll(async () => (await said(page)).at(-1)).toBe(`Downloading ${name}.`);
      expect(await page.locator('.take-note').textContent()).toBe(`Downloading ${name}.`);
      return { name, content: await readFile(await download.path()) };
    };
    const csv = await take_('csv');
    expect(csv.name).toBe('crosscurrents-students-IND-out-2018.csv');
    const rows = Papa.parse<Record<string, string>>(csv.content.toString('utf8'), {
      header: true,
      skipEmptyLines: true,
    });
    expect(rows.errors).toEqual([]);
    expect(rows.data.map((row) => row['value'])).toEqual(['135940', '12', '3', '-5']);
    expect(rows.data[0]?.['origin']).toBe('IND');
    expect((await take_('svg')).content.toString()).toMatch(
      /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<svg /,
    );
    expect((await take_('png')).content.subarray(1, 4).toString()).toBe('PNG');
    expect((await take_('graphml')).name).toBe('crosscurrents-students-IND-out-2018.graphml');
    const vosviewer = await take_('vosviewer');
    expect(vosviewer.name).toBe('crosscurrents-students-IND-out-2018.vosviewer.json');
    expect(JSON.parse(vosviewer.content.toString()).network.items).toHaveLength(4);
  });

  test('copies link and sentence', async () => {
    const page = await openPage({ permissions: ['clipboard-read', 'clipboard-write'] });
    await opener(page).click();
    await item(page, 'link').click();
    await expect.poll(() => said(page)).toEqual(['Link copied.']);
    const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
    expect(await clipboard()).toBe('https://example.org/explore/?layer=students&country=IND&year=2018');
    await item(page, 'sentence').click();
    await expect.poll(() => said(page)).toEqual(['Link copied.', 'Sentence copied.']);
    expect(await clipboard()).toMatch(/135,940.students, .* \(UIS\)\. Crosscurrents, release/);
  });

  test('shows words to copy by hand where the clipboard is refused', async () => {
    const page = await openPage();
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', {
        value: { writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) },
      });
    });
    await opener(page).click();
    await item(page, 'link').click();
    const field = page.getByRole('textbox', { name: 'To copy by hand' });
    await expect.poll(() => field.isVisible()).toBe(true);
    expect(await page.evaluate(() => getSelection()?.toString())).toContain('https://example.org/explore/');
    expect((await said(page)).at(-1)).toMatch(/copy them by hand/);
    await page.keyboard.press('Escape');
    expect(await focused(page)).toBe('Take it with you');
  });

  test('says why something is not to be had, and works on', async () => {
    const page = await openPage();
    await page.evaluate(() => {
      take.offer({
        ties: [{ origin: 'IND', destination: 'USA', count: 1, value: 1, low: null, high: null, flag: null }],
      });
    });
    await opener(page).click();
    await item(page, 'vosviewer').click();
    await expect
      .poll(async () => (await said(page)).at(-1))
      .toMatch(/VOSviewer takes networks of 3 countries/);
    const [download] = await Promise.all([page.waitForEvent('download'), item(page, 'csv').click()]);
    expect(download.suggestedFilename()).toMatch(/\.csv$/);
  });

  test.each([
    ['light', 1200],
    ['dark', 360],
  ] as const)('has no fault that axe finds and fits its window (%s, %i)', async (colorScheme, width) => {
    const page = await openPage({
      colorScheme,
      viewport: { width, height: 800 },
      hasTouch: true,
      isMobile: true,
    });
    await show(page, 'flow-map-country');
    expect(await axeViolations(page)).toEqual([]);
    await opener(page).tap();
    expect(await axeViolations(page)).toEqual([]);
    const boxes = await page
      .locator('.take-panel, .take-open, .take-panel :is(button, a):visible, .take-dark:visible')
      .evaluateAll((all) => all.map((e) => e.getBoundingClientRect().toJSON() as DOMRect));
    expect(boxes.length).toBeGreaterThan(7);
    for (const { left, right, height } of boxes) {
      expect(height).toBeGreaterThanOrEqual(44);
      expect(left).toBeGreaterThanOrEqual(0);
      expect(right).toBeLessThanOrEqual(width);
    }
    expect(await page.getByRole('checkbox').isVisible()).toBe(colorScheme === 'dark');
  });
});
