import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../scripts/lib/browser.ts';
import { serveFolder, type TestServer } from '../scripts/lib/serve-folder.ts';
import { watchNetwork } from './support/network.ts';
import { DIST } from './support/site.ts';

/** Every file that the list of a figure offers is taken from real pages: what each holds is tested where it is written. */
let browser: Browser;
let server: TestServer;
beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), serveFolder(DIST, { base: '/some/folder/' })]);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** What each file begins with. */
const FILES = {
  csv: /^\S/,
  xlsx: /^PK/,
  json: /^\{/,
  svg: /^</,
  png: /^\x89PNG/,
  pdf: /^%PDF/,
  slide: /^\x89PNG/,
  'slide-pdf': /^%PDF/,
  'png-85mm-300': /^\x89PNG/,
  bib: /^@misc/,
  ris: /^TY {2}-/,
  'csl.json': /^\[/,
} as const;
type Id = keyof typeof FILES;

test.each([
  ['a figure of an article', 'insights/trends/students-abroad/', '.figure', []],
  ['a figure that is an article’s own', 'insights/focus/who-leans-on-whom/', '[data-article]', ['json']],
  ['a figure of the explorer', 'explore/?v=2&country=KEN', '#ranking', []],
] as const)('%s can be taken as every file', async (_, path, selector, without: readonly Id[]) => {
  const page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
  const network = await watchNetwork(page, server.origin);
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await page.goto(`${server.url}${path}`, { waitUntil: 'networkidle' });
  const figure = page.locator(selector).first();
  await figure.locator('.take-open').click();
  await figure.locator('[data-take=link]').waitFor();
  for (const folded of await figure.locator('.take-folded summary').all()) await folded.click();
  for (const id of Object.keys(FILES) as Id[]) {
    const button = figure.locator(`[data-take="${id}"]`);
    expect([id, await button.isVisible()]).toEqual([id, !without.includes(id)]);
    if (without.includes(id)) continue;
    const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
    const file = await readFile(await download.path(), 'latin1');
    expect([id, file.slice(0, 12)]).toEqual([id, expect.stringMatching(FILES[id])]);
    expect(download.suggestedFilename()).toMatch(/^crosscurrents-[\w.-]+$/);
  }
  expect([...network.foreign, ...errors]).toEqual([]);
  await page.close();
});
