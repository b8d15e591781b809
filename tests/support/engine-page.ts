import type { Browser, JSHandle, Page } from 'playwright-core';
import type { Row, SqlParams } from '../../src/engine/engine.ts';
import { bundledPage, pageOf } from './bundled-page.ts';
import type { Answer, AskOptions, EngineHandle, PlainError } from './engine-page/main.ts';
import { watchNetwork, type NetworkLog } from './network.ts';
import { serveFolder, type TestServer } from '../../scripts/lib/serve-folder.ts';

/** Where the page is served: below a folder, as a project site is. */
const BASE = '/some/folder/';

/** An error thrown inside the page. */
class PageError extends Error {
  override readonly name: string;
  constructor({ name, message, cause }: PlainError) {
    super(message, cause ? { cause: new PageError(cause) } : {});
    this.name = name;
  }
}

/** A page of a real browser with `src/engine/browser.ts` in it, and a release served beside it. */
export interface EnginePage {
  readonly page: Page;
  readonly server: TestServer;
  readonly network: NetworkLog;
  /** Runs SQL in the page's engine. Throws a `PageError` with the name of the page's error. */
  query(sql: string, params?: SqlParams, options?: AskOptions): Promise<Row[]>;
  /** As `query`, with its time and without throwing. */
  ask(sql: string, params?: SqlParams, options?: AskOptions): Promise<Answer>;
  need(names: readonly string[]): Promise<void>;
  /** The page's engine itself, to use with `page.evaluate`. */
  readonly engine: JSHandle<EngineHandle>;
  close(): Promise<void>;
}

/** Bundles the page, once a run. Answers with its folder. */
const buildPage = (): Promise<string> =>
  bundledPage('engine-page', () => ({ 'index.html': pageOf({ title: 'Engine', styled: false }) }));

/**
 * Opens the page in a context of its own, with the release of a folder (one with a `datapackage.json`) beside it.
 * The engine starts with the first query. The caller closes the page, and the browser.
 * @param before what to do to the page before it loads
 */
export async function openEnginePage(
  browser: Browser,
  releaseFolder: string,
  { before }: { readonly before?: (page: Page) => Promise<unknown> } = {},
): Promise<EnginePage> {
  const server = await serveFolder(await buildPage(), {
    base: BASE,
    mounts: { 'release/': releaseFolder },
  });
  const context = await browser.newContext();
  const page = await context.newPage();
  const network = await watchNetwork(page, server.origin);
  await before?.(page);
  await page.goto(server.url);
  const engine = await page.evaluateHandle(() => globalThis.openEngine('release/datapackage.json'));
  const ask: EnginePage['ask'] = (sql, params = {}, options = {}) =>
    engine.evaluate((handle, args) => handle.query(...args), [sql, params, options] as const);
  const unwrap = (answer: Answer): Row[] => {
    if ('error' in answer) throw new PageError(answer.error);
    return answer.rows;
  };
  return {
    page,
    server,
    network,
    engine,
    ask,
    query: async (...args) => unwrap(await ask(...args)),
    need: async (names) => {
      unwrap(await engine.evaluate((handle, list) => handle.need(list), names));
    },
    close: async () => {
      await context.close();
      await server.close();
    },
  };
}
