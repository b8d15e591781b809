import { existsSync } from 'node:fs';
import { glob, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { UserError } from './errors.ts';
import { PATHS } from './paths.ts';
import { serveFolder } from './serve-folder.ts';

/**
 * Opens the first page and each article and claim of the built site, where its HTML holds a mark, in a browser of its own.
 * @param visit is given the page, loaded to the end, and its folder from the root of the site: "insights/focus/x", "."
 * @throws {UserError} where there is no built site
 */
export async function withBuiltPages(
  mark: RegExp,
  visit: (page: Page, path: string) => Promise<void>,
): Promise<void> {
  if (!existsSync(join(PATHS.dist, 'index.html')))
    throw new UserError('There is no built site in dist/. Build it: npm run build.');
  const paths: string[] = [];
  for await (const file of glob(['index.html', 'insights/*/*/index.html'], { cwd: PATHS.dist }))
    if (mark.test(await readFile(join(PATHS.dist, file), 'utf8'))) paths.push(dirname(file));
  if (!paths.length) return;
  const [server, browser] = await Promise.all([serveFolder(PATHS.dist), launchBrowser()]);
  try {
    for (const path of paths.sort()) {
      const page = await browser.newPage();
      await page.goto(`${server.url}${path}/`, { waitUntil: 'networkidle' });
      await visit(page, path);
      await page.close();
    }
  } finally {
    await browser.close();
    await server.close();
  }
}
