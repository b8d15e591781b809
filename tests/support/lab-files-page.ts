import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { build } from 'vite';
import { POLICY } from '../../src/layouts/policy.ts';
import { watchNetwork, type NetworkLog } from './network.ts';
import { serveFolder, type TestServer } from './server.ts';

/** Where the page is served: below a folder, as a project site is. */
const BASE = '/some/folder/';
const OUTPUT = join(import.meta.dirname, '../output/lab-files-page');

/** A page of a real browser with the panel of the reader's own files in it, and a release served beside it. */
export interface LabFilesPage {
  readonly page: Page;
  readonly server: TestServer;
  readonly network: NetworkLog;
  close(): Promise<void>;
}

let built: Promise<string> | null = null;

/** Bundles the page, once a run. Answers with its folder. */
function buildPage(): Promise<string> {
  built ??= (async () => {
    await build({
      configFile: false,
      root: join(import.meta.dirname, 'lab-files-page'),
      base: './',
      publicDir: false,
      logLevel: 'error',
      build: {
        outDir: OUTPUT,
        emptyOutDir: true,
        target: 'es2022',
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        chunkSizeWarningLimit: 1000,
        reportCompressedSize: false,
        rollupOptions: {
          input: join(import.meta.dirname, 'lab-files-page/main.ts'),
          output: { entryFileNames: 'main.js' },
        },
      },
    });
    await mkdir(OUTPUT, { recursive: true });
    const styles = (await readdir(join(OUTPUT, 'assets'))).filter((name) => name.endsWith('.css'));
    await writeFile(
      join(OUTPUT, 'index.html'),
      `<!doctype html><html lang="en"><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}">` +
        '<meta name="viewport" content="width=device-width"><title>Own files</title>' +
        styles.map((name) => `<link rel="stylesheet" href="assets/${name}">`).join('') +
        '<main><h1>Own files</h1><div id="panel" class="span-page"></div></main>' +
        '<script type="module" src="main.js"></script></html>',
    );
    return OUTPUT;
  })();
  return built;
}

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
