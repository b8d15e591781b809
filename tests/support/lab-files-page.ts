import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { bundledPage, pageOf } from './bundled-page.ts';
import { watchNetwork, type NetworkLog } from './network.ts';
import { serveFolder, type TestServer } from '../../scripts/lib/serve-folder.ts';

/** Where the page is served: below a folder, as a project site is. */
const BASE = '/some/folder/';

/** A page of a real browser with the panel of the reader's own files in it, and a release served beside it. */
export interface LabFilesPage {
  readonly page: Page;
  readonly server: TestServer;
  readonly network: NetworkLog;
  close(): Promise<void>;
}

const buildPage = (): Promise<string> =>
  bundledPage('lab-files-page', () => ({
    'index.html': pageOf({
      title: 'Own files',
      body: '<main><h1>Own files</h1><div id="panel" class="span-page"></div></main>',
    }),
  }));

/** Opens the page with the release of a folder beside it. The caller closes the page, and the browser. */
export async function openLabFilesPage(
  browser: Browser,
  releaseFolder: string,
  options: BrowserContextOptions = {},
): Promise<LabFilesPage> {
  const server = await serveFolder(await buildPage(), { base: BASE, mounts: { 'release/': releaseFolder } });
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const network = await watchNetwork(page, server.origin);
  await page.goto(server.url);
  await page.waitForSelector('.file-choose');
  return {
    page,
    server,
    network,
    close: async () => {
      await context.close();
      await server.close();
    },
  };
}
