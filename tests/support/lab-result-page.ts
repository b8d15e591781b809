import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, JSHandle, Page } from 'playwright-core';
import { build } from 'vite';
import type { LabResultPage, ShowOptions } from './lab-result-page/main.ts';
import { watchNetwork, type NetworkLog } from './network.ts';
import { serveFolder, type TestServer } from './server.ts';

/** The policy that the site's pages have, as far as it bears on the panel. */
const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; font-src 'self'; worker-src blob:; connect-src 'self'; img-src 'self' data: blob:";

const OUTPUT = join(import.meta.dirname, '../output/lab-result-page');

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

let built: Promise<string> | null = null;

function buildPage(): Promise<string> {
  built ??= (async () => {
    await build({
      configFile: false,
      root: join(import.meta.dirname, 'lab-result-page'),
      base: './',
      publicDir: false,
      logLevel: 'error',
      build: {
        outDir: OUTPUT,
        emptyOutDir: true,
        target: 'es2022',
        modulePreload: { polyfill: false },
        chunkSizeWarningLimit: 1000,
        reportCompressedSize: false,
        assetsInlineLimit: 0,
        rollupOptions: {
          input: join(import.meta.dirname, 'lab-result-page/main.ts'),
          output: { entryFileNames: 'main.js', assetFileNames: 'assets/[name][extname]' },
        },
      },
    });
    await mkdir(OUTPUT, { recursive: true });
    await writeFile(
      join(OUTPUT, 'index.html'),
      `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
        `<meta http-equiv="Content-Security-Policy" content="${POLICY}"><title>Result of a query</title>` +
        '<link rel="stylesheet" href="assets/main.css"><main><h1>Result</h1><section class="span-page"></section></main>' +
        '<script type="module" src="main.js"></script></html>',
    );
    return OUTPUT;
  })();
  return built;
}

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
