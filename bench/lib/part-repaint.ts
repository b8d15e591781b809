import type { Browser, Page } from 'playwright-core';
import { serveFolder } from '../../scripts/lib/serve-folder.ts';
import { watchRepaints } from './repaint-watch.ts';
import {
  addressOf,
  COUNTRIES,
  floor,
  goToStart,
  interact,
  INTERACTIONS,
  type Repaint,
} from './interactions.ts';
import { EXPLORER, MOSAIC, WINDOW, type Filtered } from './subjects.ts';

export interface RepaintSamples {
  readonly changes: readonly RepaintSample[];
  /** What the screen takes by itself, by page. */
  readonly floors: readonly { readonly page: string; readonly ms: number }[];
}

export interface RepaintSample extends Repaint {
  readonly page: string;
  /** 0 for the round that fetches code and is told apart. */
  readonly round: number;
  readonly interaction: string;
}

/**
 * Filter change to repaint, on the explorer with its map and on Mosaic without one. Both pages are open in
 * the same browser and take turns, round by round, so that whatever else the machine does meets both.
 * @param rounds how many rounds count; one more goes before them
 * @throws {Error} if the two pages show different numbers after the same interaction
 */
export async function measureRepaints(
  browser: Browser,
  { site, mosaic, rounds }: { readonly site: string; readonly mosaic: string; readonly rounds: number },
): Promise<RepaintSamples> {
  const servers = await Promise.all([site, mosaic].map((folder) => serveFolder(folder)));
  const changes: RepaintSample[] = [];
  const floors: { page: string; ms: number }[] = [];
  try {
    const pages: [Filtered, Page][] = [];
    for (const [i, subject] of [EXPLORER, MOSAIC].entries())
      pages.push([subject, await open(browser, subject, servers[i]?.url ?? '')]);
    for (let round = 0; round <= rounds; round++) {
      const country = COUNTRIES[round % COUNTRIES.length] ?? COUNTRIES[0];
      for (const [subject, page] of pages) {
        await page.bringToFront();
        if (round > 0) await goToStart(page, subject, country);
        for (const interaction of INTERACTIONS)
          changes.push({
            page: subject.name,
            round,
            interaction: interaction.name,
            ...(await interact(page, subject, interaction)),
          });
        floors.push({ page: subject.name, ms: await floor(page) });
      }
      console.error(`round ${round} of ${rounds}: ${country}`);
    }
  } finally {
    for (const context of browser.contexts()) await context.close();
    for (const server of servers) await server.close();
  }
  checkSame(changes);
  return { changes, floors };
}

/** Opens a page on the first country, ready to be filtered. */
async function open(browser: Browser, subject: Filtered, root: string): Promise<Page> {
  const context = await browser.newContext({ viewport: WINDOW });
  const page = await context.newPage();
  page.on('pageerror', (error) => console.error(`${subject.name}: ${error.message}`));
  await page.addInitScript(watchRepaints, subject.watched);
  await page.goto(`${root}${subject.path}${addressOf(COUNTRIES[0])}`);
  await page.waitForSelector(subject.ready, { timeout: 120_000 });
  await page.waitForFunction(() => globalThis.repaints.idle(), null, { polling: 50, timeout: 120_000 });
  await subject.prepare(page);
  return page;
}

/** Pages that answer different questions are not worth comparing. */
function checkSame(samples: readonly RepaintSample[]): void {
  const of = (name: string) => samples.filter(({ page }) => page === name);
  const others = of(MOSAIC.name);
  for (const [i, { round, interaction, largest }] of of(EXPLORER.name).entries())
    if (largest !== others[i]?.largest)
      throw new Error(
        `After "${interaction}" of round ${round} the explorer shows ${largest} as the largest value, Mosaic ${others[i]?.largest}.`,
      );
}
