import type { Browser, BrowserContextOptions, JSHandle, Page } from 'playwright-core';
import { bundledPage, pageOf } from './bundled-page.ts';
import type { LabResultPage, ShowOptions } from './lab-result-page/main.ts';
import { watchNetwork, type NetworkLog } from './network.ts';
import { serveFolder, type TestServer } from '../../scripts/lib/serve-folder.ts';

/** A page of a real browser with the result panel of the SQL lab in it, and a release served beside it. */
export interface LabResult {
  readonly page: Page;
  readonly network: NetworkLog;
  /** Runs a query in the page and shows its result. */
  show(sql: string, options?: ShowOptions): Promise<void>;
  /** What the page offers, to use with `evaluate`. */
  readonly lab: JSHandle<LabResultPage>;
  close(): Promise<void>;
}

const buildPage = (): Promise<string> =>
  bundledPage('lab-result-page', () => ({
    'index.html': pageOf({
      title: 'Result of a query',
      body: '<main><h1>Result</h1><section class="span-page"></section></main>',
    }),
  }));

/** Opens the page in a context of its own. The caller closes it, and the browser. */
export async function openLabResult(
  browser: Browser,
  releaseFolder: string,
  options: BrowserContextOptions = {},
): Promise<LabResult> {
  const server: TestServer = await serveFolder(await buildPage(), { mounts: { 'release/': releaseFolder } });
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    acceptDownloads: true,
    permissions: ['clipboard-read', 'clipboard-write'],
    ...options,
  });
  const page = await context.newPage();
  const network = await watchNetwork(page, server.origin);
  await page.goto(server.url);
  await page.waitForFunction(() => 'labResult' in globalThis);
  const lab = await page.evaluateHandle(() => globalThis.labResult);
  return {
    page,
    network,
    show: (sql, given = {}) =>
      lab.evaluate((offered, [text, more]) => offered.show(text, more), [sql, given] as const),
    lab,
    close: async () => {
      await context.close();
      await server.close();
    },
  };
}
