import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { bundledPage, pageOf } from '../bundled-page.ts';
import { watchNetwork, type NetworkLog } from '../network.ts';
import { serveFolder, type TestServer } from '../../../scripts/lib/serve-folder.ts';

/** A page of a real browser with a drawing, the site's own styles and policy, and the menu that takes it. */
export interface TakePage {
  readonly page: Page;
  readonly network: NetworkLog;
  /** Errors of the console, such as those of the policy. */
  readonly errors: readonly string[];
  close(): Promise<void>;
}

/** A made-up base map: boxes for land, with the names that the drawings of tests/golden/ use. */
const BASEMAP = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 439"><defs>
<g id="land"><path id="CHN" d="M700 90h120v80H700z"/><path id="DEU" d="M500 70h40v30h-40z"/><path id="NZL" d="m920 330h30v50h-30z"/><path id="USA" d="M180 90h150v70H180z"/><path id="IND" d="M660 150h50v60h-50z"/><path id="BEL" d="M480 80h15v12h-15z"/></g>
<path id="borders" d="M700 130h120M180 120h150"/><path id="graticule" d="M0 219h1000M500 0v439M250 0v439M750 0v439"/>
<ellipse id="sphere" cx="500" cy="219.500" rx="499" ry="219"/></defs></svg>`;

const BODY = `<main>
<h1>Take</h1>
<div id="menu"></div>
<p id="status" role="status"></p>
<a href="#stage">After</a>
<div id="stage"></div>
</main>`;

let served: Promise<TestServer> | null = null;

/** Builds and serves the page. */
const serve = async (): Promise<TestServer> =>
  serveFolder(
    await bundledPage('take-page', () => ({
      'index.html': pageOf({ title: 'Take', body: BODY }),
      'basemap.svg': BASEMAP,
    })),
  );

/** Opens the page in a context of its own. The caller closes it, and the browser. */
export async function openTakePage(browser: Browser, options: BrowserContextOptions = {}): Promise<TakePage> {
  served ??= serve();
  const { origin, url } = await served;
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, ...options });
  const page = await context.newPage();
  const network = await watchNetwork(page, origin);
  const errors: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(url);
  await page.waitForFunction(() => 'take' in globalThis);
  return { page, network, errors, close: () => context.close() };
}

/** Stops serving. Call it once all pages are closed. */
export async function closeTakeServer(): Promise<void> {
  const there = await served;
  served = null;
  await there?.close();
}
