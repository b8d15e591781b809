import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { watchNetwork, type NetworkLog } from './network.ts';
import type { TestServer } from '../../scripts/lib/serve-folder.ts';

export interface Visit {
  readonly page: Page;
  readonly network: NetworkLog;
  /** Addresses of the scripts that have arrived, workers' own aside. */
  readonly scripts: readonly string[];
  close(): Promise<void>;
}

export interface VisitOptions extends BrowserContextOptions {
  /** What to do to the page before it loads. */
  readonly before?: (page: Page) => Promise<unknown>;
}

/** A phone, held upright. */
export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** Opens a page of a site in a context of its own, watched from the start, and waits until it has loaded. */
export async function visit(
  browser: Browser,
  server: TestServer,
  path: string,
  { before, ...options }: VisitOptions = {},
): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  const page = await context.newPage();
  const network = await watchNetwork(page, server.origin);
  const scripts: string[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.push(response.url());
  });
  await page.addInitScript(() => {
    const log = globalThis as unknown as { layoutShifts: string[] };
    log.layoutShifts = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, sources } = entry as unknown as { value: number; sources: { node: Node | null }[] };
        const who = sources.map(({ node }) =>
          node instanceof Element ? `${node.tagName}.${node.className}` : String(node?.nodeName),
        );
        log.layoutShifts.push(`${value.toFixed(4)} by ${who.join(', ')}`);
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await before?.(page);
  await page.goto(server.url + path, { waitUntil: 'load' });
  return { page, network, scripts, close: () => context.close() };
}

/** What has moved on the page since it began to load, without the reader's doing. */
export async function layoutShifts(page: Page): Promise<string[]> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    // Two frames: what moved in the first is told with the second.
    for (let i = 0; i < 2; i++) await new Promise((resolve) => requestAnimationFrame(resolve));
  });
  return page.evaluate(() => (globalThis as unknown as { layoutShifts: string[] }).layoutShifts);
}

/** Whether a page is wider than its window, and what makes it so. */
export const overflow = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width && document.body.scrollWidth <= width) return [];
    const wide = [...document.body.querySelectorAll('*')].filter(
      (element) =>
        element.getBoundingClientRect().right > width + 0.5 && !element.closest('.table-scroll > *, svg *'),
    );
    return [
      `${document.documentElement.scrollWidth} in ${width}`,
      ...wide.slice(-6).map((e) => `${e.tagName.toLowerCase()}#${e.id}.${e.getAttribute('class') ?? ''}`),
    ];
  });
