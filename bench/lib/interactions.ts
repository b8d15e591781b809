import type { Page } from 'playwright-core';
import { FLOOR_KEY, type Control, type Filtered } from './subjects.ts';

/** What a reader does: one key on one control. */
export interface Interaction {
  readonly name: string;
  readonly control: Control;
  /** Which way the choice moves. */
  readonly step: 'next' | 'previous';
}

/** Ten changes in a row. Three lead back to what was shown before, as readers do: both pages keep answers. */
export const INTERACTIONS: readonly Interaction[] = [
  { name: 'year before', control: 'year', step: 'previous' },
  { name: 'year before that', control: 'year', step: 'previous' },
  { name: 'year after', control: 'year', step: 'next' },
  { name: 'next country', control: 'country', step: 'next' },
  { name: 'country before', control: 'country', step: 'previous' },
  { name: 'next layer', control: 'layer', step: 'next' },
  { name: 'layer before', control: 'layer', step: 'previous' },
  { name: 'fewer flows', control: 'top', step: 'previous' },
  { name: 'one direction', control: 'direction', step: 'next' },
  { name: 'one region', control: 'among', step: 'next' },
];

/** Where a round of interactions starts, but for the country. */
export const START = {
  layer: 'scholars',
  year: '2015',
  top: '60',
  direction: 'both',
  among: 'world',
} as const;

/**
 * Each round starts from another country, so that its questions are new. The first is the one that does not
 * count.
 */
export const COUNTRIES = [
  'FRA',
  'DEU',
  'USA',
  'BRA',
  'IND',
  'ZAF',
  'JPN',
  'GBR',
  'CHN',
  'EGY',
  'MEX',
] as const;

export const addressOf = (country: string): string =>
  `?v=2&layer=${START.layer}&country=${country}&year=${START.year}`;

/** Milliseconds from a key to the frames that show what came of it. */
export interface Repaint {
  /** When the key went down, since the page's address was entered. */
  readonly key: number;
  /** To the first part that changed: of the explorer, the map. */
  readonly first: number;
  /** To the last. */
  readonly all: number;
  /** To each, by its id. */
  readonly parts: Readonly<Record<string, number>>;
  /** The browser's own measure, Event Timing; null below 16 ms. */
  readonly event: number | null;
  /** The largest value shown then. */
  readonly largest: number | null;
}

/** Between two changes a reader looks at what came. */
const BREATH = 300;

/**
 * Presses a key on a control and waits until all that follows from it is on the screen.
 * @param breath milliseconds between the focus and the key
 */
export async function interact(
  page: Page,
  subject: Filtered,
  { control, step }: Interaction,
  breath = BREATH,
): Promise<Repaint> {
  await page.locator(selectorOf(subject, control)).focus();
  await page.waitForTimeout(breath);
  const { key, parts, event } = await press(page, keyOf(subject, control, step));
  const times = Object.values(parts);
  return {
    key,
    first: Math.min(...times),
    all: Math.max(...times),
    parts,
    event,
    largest: await page.evaluate(subject.largest),
  };
}

/**
 * Milliseconds that the screen takes by itself: from a key that changes one letter to the frame that shows
 * it.
 */
export async function floor(page: Page): Promise<number> {
  await page.waitForTimeout(BREATH);
  return (await press(page, FLOOR_KEY)).parts['floor'] ?? NaN;
}

async function press(page: Page, key: string) {
  await page.evaluate(() => globalThis.repaints.reset());
  await page.keyboard.press(key);
  await page.waitForFunction(() => globalThis.repaints.settled(), null, { polling: 50, timeout: 120_000 });
  return page.evaluate(() => {
    const { key, shown, event } = globalThis.repaints;
    const parts = Object.fromEntries(Object.entries(shown).map(([id, time]) => [id, time - key]));
    return { key, parts, event };
  });
}

/** Goes to the start of a round, country last: nothing of the new country is asked on the way. */
export async function goToStart(page: Page, subject: Filtered, country: string): Promise<void> {
  for (const [control, value] of Object.entries({ ...START, country }) as [Control, string][]) {
    await set(page, subject, control, value);
    await page.waitForTimeout(BREATH);
    await page.waitForFunction(() => globalThis.repaints.idle(), null, { polling: 50 });
  }
}

async function set(page: Page, subject: Filtered, control: Control, value: string): Promise<void> {
  if (subject.buttons.includes(control))
    return page.locator(`[name=${control}][value="${value}"]`).check({ force: true });
  const field = page.locator(`[name=${control}]`);
  if (control === 'year') return field.fill(value);
  // The choice that filters nothing is called by no name on a page of Mosaic.
  const values = await field
    .locator('option')
    .evaluateAll((all) => all.map((one) => one.getAttribute('value')));
  await field.selectOption(values.includes(value) ? value : '');
}

const selectorOf = (subject: Filtered, control: Control): string =>
  `[name=${control}]${subject.buttons.includes(control) ? ':checked' : ''}`;

function keyOf(subject: Filtered, control: Control, step: Interaction['step']): string {
  const sideways = control === 'year' || subject.buttons.includes(control);
  if (sideways) return step === 'next' ? 'ArrowRight' : 'ArrowLeft';
  return step === 'next' ? 'ArrowDown' : 'ArrowUp';
}
