import type { Browser, Page } from 'playwright-core';
import { interact, type Interaction } from './interactions.ts';
import { watchRepaints } from './repaint-watch.ts';
import { serveCompressed, type Served } from './serve.ts';
import { EXPLORER, MOSAIC, STATIC_PAGE, WINDOW, type Filtered, type Subject } from './subjects.ts';
import { meter, NETWORKS, throttle, type Network } from './throttle.ts';

/**
 * One visit with an empty cache. Times are milliseconds since the address was entered; null for what a page
 * does not have.
 */
export interface ColdSample {
  readonly page: string;
  readonly network: string;
  /** The first frame with the picture: the arcs of a map, the bars of a ranking. */
  readonly picture: number;
  /** The first frame with what lies under it too: the land of a map. */
  readonly ground: number;
  /** When the page took filters. */
  readonly ready: number | null;
  /**
   * When the first change of a filter was answered on the screen, the key pressed as soon as the page was
   * ready.
   */
  readonly answered: number | null;
  /** From that key to the answer. */
  readonly answer: number | null;
  /** What came before that key, or until the page was whole. */
  readonly bytes: number;
  readonly requests: number;
}

const YEAR_BEFORE: Interaction = { name: 'year before', control: 'year', step: 'previous' };
/** Long enough for the whole of Mosaic over the slowest network. */
const PATIENCE = 300_000;

/**
 * First picture and first answer over slow networks on a slow processor.
 * @param runs visits of each page over each network
 */
export async function measureCold(
  browser: Browser,
  { site, mosaic, runs }: { readonly site: string; readonly mosaic: string | null; readonly runs: number },
): Promise<ColdSample[]> {
  const servers: Served[] = [await serveCompressed(site)];
  const visits: [Subject | Filtered, Served][] = servers.flatMap((server) => [
    [STATIC_PAGE, server],
    [EXPLORER, server],
  ]);
  if (mosaic !== null) {
    const server = await serveCompressed(mosaic);
    servers.push(server);
    visits.push([MOSAIC, server]);
  }
  const samples: ColdSample[] = [];
  try {
    // Compresses what is asked for, and fills no cache of the browser's: each visit has a profile of its own.
    for (const [subject, { url }] of visits) await visit(browser, subject, url, null);
    for (let run = 0; run < runs; run++)
      for (const network of NETWORKS)
        for (const [subject, { url }] of visits) {
          samples.push(await visit(browser, subject, url, network));
          console.error(`run ${run + 1} of ${runs}, ${network.name}: ${subject.name}`);
        }
  } finally {
    for (const server of servers) await server.close();
  }
  return samples;
}

const isFiltered = (subject: Subject | Filtered): subject is Filtered => subject.ready !== null;

/** Opens a page in a profile of its own, and changes its year as soon as that can be done. */
async function visit(
  browser: Browser,
  subject: Subject | Filtered,
  root: string,
  network: Network | null,
): Promise<ColdSample> {
  const context = await browser.newContext({ viewport: WINDOW });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    page.on('pageerror', (error) => console.error(`${subject.name}: ${error.message}`));
    await page.addInitScript(watchRepaints, subject.watched);
    const session = await context.newCDPSession(page);
    const { stop, traffic } = await meter(session);
    if (network) await throttle(session, network);
    await page.goto(root + subject.path, { waitUntil: isFiltered(subject) ? 'commit' : 'load' });
    const answer = isFiltered(subject) ? await firstAnswer(page, subject, stop) : null;
    await page.waitForFunction(() => globalThis.repaints.first.ground !== null && globalThis.repaints.idle());
    const { picture, ground } = await page.evaluate(() => globalThis.repaints.first);
    if (picture === null || ground === null) throw new Error(`${subject.name} came without its picture.`);
    return {
      page: subject.name,
      network: network?.name ?? 'none',
      picture,
      ground,
      ready: answer?.ready ?? null,
      answered: answer?.answered ?? null,
      answer: answer?.answer ?? null,
      ...traffic(),
    };
  } finally {
    await context.close();
  }
}

async function firstAnswer(page: Page, subject: Filtered, press: () => void) {
  await page.waitForSelector(subject.ready, { state: 'attached' });
  const time = await page.evaluate(() => performance.now());
  press();
  const { key, first } = await interact(page, subject, YEAR_BEFORE, 0);
  return { ready: time, answered: key + first, answer: first };
}
