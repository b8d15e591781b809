import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { launchBrowser } from '../../scripts/lib/browser.ts';
import { serveFolder, type TestServer } from '../../scripts/lib/serve-folder.ts';
import { DIST } from './site.ts';
import { visit, type Visit, type VisitOptions } from './visit.ts';

export interface PageOptions extends VisitOptions {
  /** Another server than that of the built site. */
  readonly from?: TestServer;
}

interface Pages {
  readonly browser: () => Browser;
  readonly server: () => TestServer;
  /** Opens a page, by its path from the root of the site. Closed after the test. */
  open(path: string, options?: PageOptions): Promise<Visit>;
  /** The same, of a page that stays for several tests: the caller closes it. */
  visit(path: string, options?: PageOptions): Promise<Visit>;
}

/**
 * A browser and a server of the built site for the tests of a file.
 * @param closed what must hold of each page when its test is over
 */
export function pages(closed: (one: Visit) => void = () => undefined): Pages {
  let browser: Browser | undefined;
  let server: TestServer | undefined;
  let opened: Visit[] = [];
  beforeAll(async () => {
    [browser, server] = await Promise.all([launchBrowser(), serveFolder(DIST, { base: '/some/folder/' })]);
  });
  afterEach(async () => {
    const all = opened;
    opened = [];
    await Promise.all(all.map((one) => one.close()));
    all.forEach(closed);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });
  const started = <T>(one: T | undefined): T => {
    if (one === undefined) throw new Error('The browser and the server were not started.');
    return one;
  };
  const visitPage: Pages['visit'] = (path, { from = started(server), ...options } = {}) =>
    visit(started(browser), from, path, options);
  return {
    browser: () => started(browser),
    server: () => started(server),
    visit: visitPage,
    async open(path, options) {
      const one = await visitPage(path, options);
      opened.push(one);
      return one;
    },
  };
}
