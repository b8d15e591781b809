import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { build } from 'vite';
import { POLICY } from '../../../src/layouts/policy.ts';
import { watchNetwork, type NetworkLog } from '../network.ts';
import { serveFolder, type TestServer } from '../server.ts';

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
<g id="land"><path id="CHN" d="M700 90h120v80H700z"/><path id="DEU" d="M500 70h40v30h-40z"/><path id="NZL" d="M920 330h30v50h-30z"/><path id="USA" d="M180 90h150v70H180z"/><path id="IND" d="M660 150h50v60h-50z"/><path id="BEL" d="M480 80h15v12h-15z"/></g>
<path id="borders" d="M700 130h120M180 120h150"/><path id="graticule" d="M0 219h1000M500 0v439M250 0v439M750 0v439"/>
<ellipse id="sphere" cx="500" cy="219.500" rx="499" ry="219"/></defs></svg>`;

/** Bundles the page into a folder. */
async function buildTakePage(folder: string): Promise<void> {
  await build({
    configFile: false,
    root: import.meta.dirname,
    base: './',
    publicDir: false,
    logLevel: 'error',
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'es2022',
      assetsInlineLimit: 0,
      cssCodeSplit: false,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      rollupOptions: {
        input: join(import.meta.dirname, 'main.ts'),
        output: { entryFileNames: 'main.js', assetFileNames: '[name][extname]' },
      },
    },
  });
  await writeFile(join(folder, 'basemap.svg'), BASEMAP);
  await writeFile(
    join(folder, 'index.html'),
    '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">' +
      `<meta http-equiv="Content-Security-Policy" content="${POLICY}"><title>Take</title>` +
      '<link rel="stylesheet" href="style.css"><main><h1>Take</h1><div id="menu"></div><p id="status" role="status"></p>' +
      '<a href="#stage">After</a><div id="stage"></div></main><script type="module" src="main.js"></script></html>',
  );
}

let served: Promise<{ server: TestServer; folder: string }> | null = null;

/** Builds and serves the page, once a run. */
async function serve(): Promise<{ server: TestServer; folder: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'crosscurrents-take-'));
  await buildTakePage(folder);
  return { folder, server: await serveFolder(folder) };
}

/** Opens the page in a context of its own. The caller closes it, and the browser. */
export async function openTakePage(browser: Browser, options: BrowserContextOptions = {}): Promise<TakePage> {
  served ??= serve();
  const { origin, url } = (await served).server;
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

/** Stops serving and clears up. Call it once all pages are closed. */
export async function closeTakeServer(): Promise<void> {
  const there = await served;
  served = null;
  await there?.server.close();
  if (there) await rm(there.folder, { recursive: true });
}
