import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../tests/support/browser.ts';
import { serveFolder } from '../tests/support/server.ts';

/**
 * From a key on a control to the painted map, in a real browser on the built site: `npm run bench -- [rounds]`.
 * The browser's own measure is taken (Event Timing of keydown: from the key to the next paint, in steps of 8 ms), over ten interactions
 * a round. The first round is told apart, because it fetches code and slices. As a ratio to a key that changes nothing but
 * the focus, the figure holds on machines of another speed.
 */
const INTERACTIONS: readonly (readonly [name: string, control: string, key: string])[] = [
  ['year before', '[name=year]', 'ArrowLeft'],
  ['year before that', '[name=year]', 'ArrowLeft'],
  ['year after', '[name=year]', 'ArrowRight'],
  ['next country', '[name=country]', 'ArrowDown'],
  ['country before', '[name=country]', 'ArrowUp'],
  ['next number of flows', '[name=top]', 'ArrowDown'],
  ['number of flows before', '[name=top]', 'ArrowUp'],
  ['next layer', '[name=layer]:checked', 'ArrowRight'],
  ['layer before', '[name=layer]:checked', 'ArrowLeft'],
  ['year after', '[name=year]', 'ArrowRight'],
];
/** Between two changes a reader looks at what came. */
const BREATH = 300;

const rounds = Number(process.argv[2] ?? 10);
const server = await serveFolder(join(import.meta.dirname, '../dist'), { base: '/' });
const browser = await launchBrowser();
const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
await page.addInitScript(() => {
  const seen: number[] = [];
  Object.assign(window, { seen });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (entry.name === 'keydown') seen.push(entry.duration);
  }).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit);
});
await page.goto(`${server.url}explore/?country=FRA&layer=scholars`);
await page.waitForSelector('[data-explorer][data-ready]');
await page.waitForFunction(() => !document.querySelector('[aria-busy]'));

/** Milliseconds from a key on a control to the next paint; what is below 16 is not told apart. */
async function press(of: Page, control: string, key: string): Promise<number> {
  await of.locator(control).focus();
  await of.waitForTimeout(BREATH);
  await of.evaluate(() => ((window as unknown as { seen: number[] }).seen.length = 0));
  await of.keyboard.press(key);
  await of.waitForTimeout(BREATH);
  return of.evaluate(() => Math.max(8, ...(window as unknown as { seen: number[] }).seen));
}

const times: { round: number; name: string; ms: number }[] = [];
const bare: number[] = [];
for (let round = 0; round <= rounds; round++) {
  for (const [name, control, key] of INTERACTIONS)
    times.push({ round, name, ms: await press(page, control, key) });
  bare.push(await press(page, '[data-play]', 'Shift'));
}
await browser.close();
await server.close();

const quantile = (values: readonly number[], q: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * q))] ?? NaN;
const floor = quantile(bare, 0.5);
function line(name: string, values: readonly number[]): void {
  const [p50, p95] = [quantile(values, 0.5), quantile(values, 0.95)];
  console.log(
    `${name.padEnd(28)} p50 ${String(p50).padStart(4)} ms   p95 ${String(p95).padStart(4)} ms   p95 / bare ${(p95 / floor).toFixed(1)}`,
  );
}
const warm = times.filter((t) => t.round > 0);
line('a key that changes nothing', bare);
line(
  'first round',
  times.filter((t) => t.round === 0).map((t) => t.ms),
);
line(
  'all',
  warm.map((t) => t.ms),
);
for (const name of new Set(INTERACTIONS.map(([n]) => n)))
  line(
    `  ${name}`,
    warm.filter((t) => t.name === name).map((t) => t.ms),
  );
