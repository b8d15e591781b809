import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { FigureStates } from '../../src/live/explorer/figure-states.ts';
import { openAtlas, type Atlas } from '../../src/views/view.ts';
import { pages } from './pages.ts';
import { readAtlas, readMore } from './site.ts';
import type { Visit, VisitOptions } from './visit.ts';

/** The atlas of the built site, as the explorer opens it. */
export const atlas: Atlas = openAtlas(await readAtlas(), '/release/', await readMore());

export const FIGURES = [
  'map',
  'twin',
  'ranking',
  'trend',
  'trend-twin',
  'matrix',
  'chord',
  'network',
  'scatter',
  'pair',
  'table',
] as const;
export type FigureId = (typeof FIGURES)[number];

/** What `figureStates` calls a figure. */
export const stateName = (figure: FigureId): keyof FigureStates =>
  figure === 'trend-twin' ? 'trendTwin' : figure;

interface ExplorerOptions extends VisitOptions {
  /**
   * Whether the page may fetch the database before it is asked for. Left out, the reader is one who asks browsers to save
   * data: a database that starts beside every test would be most of its time.
   */
  readonly warm?: boolean;
}

interface Explorers {
  /** Opens the explorer, and waits until it is alive and all that the address asks for stands. Closed after the test. */
  explore(search?: string, options?: ExplorerOptions): Promise<Visit>;
  /** The same, of a page that does not come to life or that stays for several tests: the caller waits, and closes it. */
  visit(search?: string, options?: ExplorerOptions): Promise<Visit>;
}

/** A browser and a server for the tests of a file. */
export function explorers(): Explorers {
  const { open, visit } = pages();
  const address = (search = ''): string => `explore/${search}`;
  const asked = ({ warm = false, before, ...options }: ExplorerOptions = {}): VisitOptions => ({
    ...options,
    before: async (page) => {
      if (!warm)
        await page.addInitScript(() =>
          Object.defineProperty(navigator, 'connection', { value: { saveData: true } }),
        );
      await before?.(page);
    },
  });
  return {
    visit: (search, options) => visit(address(search), asked(options)),
    async explore(search, options) {
      const visited = await open(address(search), asked(options));
      await ready(visited.page);
      return visited;
    },
  };
}

export async function ready(page: Page): Promise<void> {
  await page.waitForSelector('[data-explorer][data-ready]');
  await settled(page);
}

/** Waits until what the last step means is told at every control, and no figure waits for an answer. */
export async function settled(page: Page): Promise<void> {
  // Controls follow when the frame of the step is on the screen (src/live/explorer/painted.ts).
  await page.evaluate(
    () =>
      new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)))),
  );
  await page.waitForFunction(() => !document.querySelector('[data-explorer] [aria-busy]'));
}

/**
 * Taps an element, and waits until the page has been told of the click: a browser makes it of the touch a moment after the
 * finger is gone. On a busy machine a tap may last so long that it is a long press and no click: then it is tapped again.
 */
export async function tap(page: Page, target: Locator): Promise<void> {
  await page.evaluate(() => {
    const heard = globalThis as unknown as { clicked: boolean };
    heard.clicked = false;
    addEventListener('click', () => (heard.clicked = true), { capture: true, once: true });
  });
  const clicked = () => page.evaluate(() => (globalThis as unknown as { clicked: boolean }).clicked);
  for (let attempt = 0; attempt < 3; attempt++) {
    await target.tap();
    for (const end = Date.now() + 5000; Date.now() < end;) if (await clicked()) return;
  }
  throw new Error(`${String(target)} was tapped, and no click came of it.`);
}

/** Shows a state as going back to it does: without a load. */
export async function goTo(page: Page, search: string): Promise<void> {
  await page.evaluate((address) => {
    history.pushState(null, '', address || location.pathname);
    dispatchEvent(new PopStateEvent('popstate'));
  }, search);
  await settled(page);
}

interface Shown {
  readonly title: string;
  /** The drawing in sight. */
  readonly picture: string;
  readonly table: string;
}

/** What a figure shows. */
export const shown = (page: Page, figure: FigureId): Promise<Shown> =>
  page.locator(`#${figure}`).evaluate((element) => {
    // A closed table of a live figure is written when it is opened.
    if (!element.querySelector('table, [role=grid]')) {
      const summary = element.querySelector<HTMLElement>('.figure-table summary');
      summary?.click();
      summary?.click();
    }
    const drawings = [...element.querySelectorAll<SVGElement>('.picture > div > svg')];
    const grid = element.querySelector<HTMLElement>('[role=grid]');
    // What was drawn over something else has its attributes in another order, which says nothing.
    const inOrder = (node: Element | undefined): string => {
      const copy = node?.cloneNode(true) as Element | undefined;
      for (const one of copy ? [copy, ...copy.querySelectorAll('*')] : []) {
        const all = [...one.attributes].sort((a, b) => (a.name < b.name ? -1 : 1));
        for (const attribute of all) one.removeAttributeNode(attribute);
        for (const attribute of all) one.setAttributeNode(attribute);
      }
      return copy?.outerHTML ?? '';
    };
    return {
      title: element.querySelector('.figure-title')?.textContent ?? '',
      picture: inOrder(drawings.find((svg) => svg.getBoundingClientRect().width > 0)),
      // Rows of a grid that are not used are kept, out of sight.
      table: element.querySelector('table')?.textContent ?? grid?.innerText ?? '',
    };
  });

/** All that is in sight. */
export async function allShown(page: Page): Promise<Partial<Record<FigureId, Shown>>> {
  const inSight = await page
    .locator('[data-workspace] figure:not([hidden])')
    .evaluateAll((all) => all.map(({ id }) => id));
  const entries = await Promise.all(
    FIGURES.filter((id) => inSight.includes(id)).map(async (id) => [id, await shown(page, id)] as const),
  );
  return Object.fromEntries(entries);
}

export const title = (page: Page, figure: FigureId): Promise<string | null> =>
  page.locator(`#${figure} .figure-title`).textContent();
export const status = (page: Page, figure: FigureId): Locator =>
  page.locator(`#${figure} [data-figure-status]`);
export const notice = (page: Page): Locator => page.locator('[data-notice]');

export const searchIn = (page: Page): string => new URL(page.url()).search;
/** The address follows within a frame or two. */
export const expectSearch = (page: Page, search: string): Promise<void> =>
  expect.poll(() => searchIn(page), { timeout: 10_000 }).toBe(search);

/** What has the focus: "select country". */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLInputElement | null;
    const name = element?.getAttribute('name') ?? element?.textContent.trim().slice(0, 20) ?? '';
    return `${element?.tagName.toLowerCase() ?? ''} ${name}`;
  });

/** The short ways to a state, for tests that are about something else. */
export const control = {
  radio: (page: Page, label: string) => page.getByRole('radio', { name: label, exact: true }).check(),
  async select(page: Page, name: string, value: string) {
    const field = page.locator(`[data-controls] select[name=${name}]`);
    await field.evaluate((element) => element.closest('details')?.setAttribute('open', ''));
    await field.selectOption(value);
  },
  part: (page: Page, part: string, on = true) =>
    page.locator(`input[name=part][value=${part}]`).setChecked(on),
  async year(page: Page, key: string) {
    await page.locator('#year').focus();
    await page.keyboard.press(key);
  },
};

/** Asserts that nothing went wrong that a reader would not be told. */
export function expectQuiet({ network }: Visit): void {
  expect(network.errors).toEqual([]);
  expect(network.foreign).toEqual([]);
  expect(network.violations).toEqual([]);
}

/** The same, and not a word on the console: for pages to which everything has come. */
export function expectSilent({ network }: Visit): void {
  expect(network).toEqual({ foreign: [], console: [], errors: [], violations: [] });
}
