import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { pages } from './support/pages.ts';

/** Every file that the list of a figure offers is taken from real pages: what each holds is tested where it is written. */
const { open } = pages();

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
  const { page, network } = await open(path, { viewport: { width: 1200, height: 900 } });
  await page.waitForLoadState('networkidle');
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
  expect([...network.foreign, ...network.errors]).toEqual([]);
});
