import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { embedSearch, type EmbedIndex } from '../../src/embed/address.ts';
import { snippetOf, type EmbedPlace, type Way } from '../../src/embed/snippets.ts';
import { settleView } from '../../src/views/figure.ts';
import { ALL_VIEWS } from '../../src/views/index.ts';
import type { Asked } from '../../src/views/params.ts';
import type { Atlas } from '../../src/views/view.ts';
import { serveFolder, type TestServer } from '../../scripts/lib/serve-folder.ts';
import { stands } from './embed.ts';
import { DIST } from './site.ts';

/** Somebody else's page, on an origin of its own, with figures of the site in it. */

/** Width of its column, in CSS pixels. */
export const COLUMN = 600;

/** Ten figures of different views; the last two are drawn in the reader's browser. */
const FIGURES: readonly (readonly [view: string, asked: Asked])[] = [
  ['ranking', { country: 'KEN' }],
  ['flow-map', { country: 'DEU' }],
  ['trend', { country: 'USA' }],
  ['balance', { country: 'FRA' }],
  ['choropleth', {}],
  ['matrix', {}],
  ['chord', {}],
  ['ego', { country: 'BRA' }],
  ['country-indicator', { country: 'IND', indicator: 'effective_partners', layer: 'projects' }],
  ['pair', { country: 'KEN', partner: 'NOR' }],
];

export interface Figure {
  readonly place: EmbedPlace;
  readonly title: string;
  readonly height: number;
  /** Size of its picture, in CSS pixels; null where it has none. */
  readonly picture: { readonly width: number; readonly height: number } | null;
}

/** The figures with what a snippet must know of them, measured as a reader who makes one sees them. */
export async function figures(browser: Browser, site: string, atlas: Atlas): Promise<readonly Figure[]> {
  const index = JSON.parse(await readFile(join(DIST, 'embed/states.json'), 'utf8')) as EmbedIndex;
  const page = await browser.newPage({ viewport: { width: COLUMN, height: 900 } });
  const found: Figure[] = [];
  for (const [id, asked] of FIGURES) {
    const view = ALL_VIEWS.find((one) => one.id === id);
    if (!view) throw new Error(`There is no view ${id}.`);
    const search = embedSearch(view, settleView(view, asked, atlas).state, atlas);
    const slugs = Object.entries(index.views[id] ?? {});
    const slug = slugs.find(([, one]) => one === search)?.[0] ?? null;
    await page.goto(`${site}embed/${id}/${slug === null ? `?${search}` : `${slug}/`}`);
    await stands(page);
    const { height, picture } = await page.evaluate(async (listed) => {
      await document.fonts.ready;
      const image = new Image();
      if (listed) {
        image.src = 'figure.svg';
        await image.decode();
      }
      return {
        height: Math.ceil(document.documentElement.getBoundingClientRect().height),
        picture: listed ? { width: image.naturalWidth, height: image.naturalHeight } : null,
      };
    }, slug !== null);
    const title = (await page.title()).replace(/ · Crosscurrents$/, '');
    found.push({ place: { view: id, search, slug }, title, height, picture });
  }
  await page.close();
  return found;
}

/** What an author pastes for a figure; the listener of a frame stands in a file of the page, once for all. */
export function pasted(way: Way, { place, title, height, picture }: Figure, site: string): string {
  const snippet = snippetOf(way === 'iframe' ? 'bare' : way, {
    place,
    title,
    root: site,
    edition: 'latest',
    looks: { theme: 'auto', plain: false },
    alt: `${title}.`,
    sources: [],
    release: '2026-11-22',
    width: null,
    heights: [[COLUMN, height]],
    picture,
  });
  if (snippet === null) throw new Error(`${place.view} has no snippet of the kind ${way}.`);
  return way === 'svg' || way === 'png'
    ? `<img src="${snippet}" alt="${title}" width="300" height="240">`
    : snippet;
}

export interface Host extends TestServer {
  /**
   * Writes a page whose figures stand between two links, in a column.
   * @param inline whether scripts may stand in the page itself
   */
  write(
    name: string,
    body: string,
    script?: string,
    options?: { readonly column?: number; readonly inline?: boolean },
  ): Promise<void>;
  remove(): Promise<void>;
}

/** A server of another origin, whose pages allow what docs/embedding.md asks for and nothing else. */
export async function hostServer(site: Pick<TestServer, 'origin'>): Promise<Host> {
  const folder = await mkdtemp(join(tmpdir(), 'host-'));
  const server = await serveFolder(folder);
  const policy = (inline: boolean) =>
    [
      `default-src 'none'; script-src 'self' ${inline ? "'unsafe-inline' " : ''}${site.origin}; frame-src 'self' ${site.origin}; img-src data: ${site.origin}`,
      `style-src 'self' 'unsafe-inline'`,
    ].join('; ');
  await writeFile(join(folder, 'style.css'), 'main { margin: 0 auto; } p { height: 40px; }');
  return {
    ...server,
    write: async (name, body, script, { column = COLUMN, inline = false } = {}) => {
      if (script) await writeFile(join(folder, `${name}.js`), script);
      await writeFile(
        join(folder, `${name}.html`),
        `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A blog</title>
<meta http-equiv="Content-Security-Policy" content="${policy(inline)}">
<link rel="icon" href="data:,"><link rel="stylesheet" href="style.css"></head>
<body><main style="width: ${column}px"><p><a id="before" href="#before">Before</a></p>${body}<p><a id="after" href="#after">After</a></p></main>
${script ? `<script src="${name}.js"></script>` : ''}</body></html>`,
      );
    },
    remove: async () => {
      await server.close();
      await rm(folder, { recursive: true });
    },
  };
}

export interface HostPage {
  readonly page: Page;
  /** Errors and warnings, and requests to a third host. */
  readonly faults: readonly string[];
}

/** Chromium says so of a frame out of sight now and then, whose letters it has from a frame beside it. */
const LATE = /was preloaded using link preload but not used/;

/** Opens a page of the host, watched. Every window in it notes what has moved after it loaded, and which messages came. */
export async function openHost(
  browser: Browser,
  address: string,
  origins: readonly string[],
  { before, ...options }: BrowserContextOptions & { readonly before?: (page: Page) => Promise<unknown> } = {},
): Promise<HostPage> {
  const context = await browser.newContext({ viewport: { width: 1000, height: 900 }, ...options });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (/^https?:$/.test(protocol) && !origins.includes(origin)) faults.push(`asks ${request.url()}`);
  });
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) && !LATE.test(message.text()))
      faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(String(error)));
  await page.addInitScript(() => {
    const log = globalThis as unknown as { shifts: string[]; heard: unknown[] };
    log.shifts = [];
    log.heard = [];
    addEventListener('message', ({ data }) => log.heard.push(data));
    // What a script did before a page had loaded is told with the first frame after it: however late that is, it does not count.
    let since = Infinity;
    addEventListener('load', () =>
      requestAnimationFrame(() => requestAnimationFrame(() => (since = performance.now()))),
    );
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if (entry.startTime < since) continue;
        const { value, sources } = entry as unknown as { value: number; sources: { node: Node | null }[] };
        const who = sources.map(({ node }) =>
          node instanceof Element ? `${node.tagName}.${node.className}` : String(node?.nodeName),
        );
        log.shifts.push(`${value.toFixed(4)} at ${Math.round(entry.startTime)} ms by ${who.join(', ')}`);
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await before?.(page);
  await page.goto(address, { waitUntil: 'load' });
  return { page, faults };
}

/** The frames of figures on a page, with what their place and their content measure. */
export async function framed(page: Page) {
  const found = [];
  for (const frame of page.frames()) {
    if (!frame.url().includes('/embed/')) continue;
    const place = await (await frame.frameElement()).boundingBox();
    const content = await frame.evaluate(() => {
      const root = document.documentElement;
      const { height } = root.getBoundingClientRect();
      return {
        height: Math.ceil(height),
        /** Pixels that can only be reached by scrolling, and what scroll bars take. */
        beyond: [root.scrollHeight - window.innerHeight, root.scrollWidth - window.innerWidth],
        bars: [window.innerWidth - root.clientWidth, window.innerHeight - root.clientHeight],
        shifts: (globalThis as unknown as { shifts: string[] }).shifts,
      };
    });
    found.push({ url: frame.url(), place: Math.round(place?.height ?? 0), ...content });
  }
  return found;
}

/** Goes through a page from top to bottom, so that all its frames come, and waits until each has the height of its figure. */
export async function allSized(page: Page, selector: string): Promise<void> {
  for (const element of await page.locator(selector).all()) {
    await element.scrollIntoViewIfNeeded();
    await element.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  }
  await page.waitForFunction(
    (count) =>
      (globalThis as unknown as { heard: { type?: string }[] }).heard.filter(
        (data) => data.type === 'crosscurrents:height',
      ).length >= count,
    await page.locator(selector).count(),
  );
  // Letters that came late may have moved lines in a frame; from here on nothing may.
  for (const frame of page.frames())
    if (frame.url().includes('/embed/'))
      await frame.evaluate(() => ((globalThis as unknown as { shifts: string[] }).shifts.length = 0));
  for (const to of [0, 1e6]) await page.evaluate((y) => scrollTo(0, y), to);
}
