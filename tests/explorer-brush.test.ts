import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeViolations } from './support/axe.ts';
import {
  expectSearch,
  expectSilent,
  explorers,
  focused,
  goTo,
  searchIn,
  settled,
  tap,
  title,
} from './support/explorer.ts';
import { PHONE } from './support/visit.ts';

/** An area of the scatter plot marks the countries in it, in every part at once. */

const { explore } = explorers();
const SCATTER = '?v=2&top=10&show=map,ranking,scatter';

interface Dot {
  readonly code: string;
  readonly x: number;
  readonly y: number;
}
interface Box {
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
}

/** The middles of all dots and the edges of the plot in the window, as far as they can be read off the screen. */
async function plotIn(page: Page): Promise<{ dots: Dot[]; plot: Box }> {
  await areaButton(page).waitFor();
  const area = page.locator('#scatter .plot-area:visible');
  await area.evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
  return area.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const plot = element as SVGRectElement;
    const matrix = plot.getScreenCTM();
    const all = plot.ownerSVGElement?.querySelectorAll<SVGElement>('.country-dots > [data-c]') ?? [];
    const middle = (dot: SVGElement) => {
      const box = dot.getBoundingClientRect();
      if (dot instanceof SVGCircleElement) return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      // The middle of a triangle is not that of its box.
      const [cx, cy] = ['cx', 'cy'].map((name) => Number(dot.getAttribute(name)));
      const { x, y } = new DOMPoint(cx, cy).matrixTransform(matrix ?? undefined);
      return { x, y };
    };
    return {
      plot: { x0: left, x1: left + width, y0: top, y1: top + height },
      dots: [...all].map((dot) => ({ code: dot.dataset['c'] ?? '', ...middle(dot) })),
    };
  });
}

/** A part of the plot that holds so many dots, and the countries whose dots they are. */
function areaWith(
  { dots, plot }: { dots: Dot[]; plot: Box },
  least: number,
  most: number,
): { box: Box; codes: string[] } {
  const [w, h] = [plot.x1 - plot.x0, plot.y1 - plot.y0];
  for (const size of [0.15, 0.25, 0.4])
    for (let u = 0.05; u + size < 1; u += 0.05)
      for (let v = 0.05; v + size < 1; v += 0.05) {
        const x0 = Math.round(plot.x0 + u * w);
        const y0 = Math.round(plot.y0 + v * h);
        const box = { x0, y0, x1: Math.round(x0 + size * w), y1: Math.round(y0 + size * h) };
        const codes = inside(dots, box);
        if (codes.length >= least && codes.length <= most) return { box, codes };
      }
  throw new Error(`No part of the plot holds ${least} to ${most} dots.`);
}
const inside = (dots: readonly Dot[], { x0, x1, y0, y1 }: Box): string[] =>
  dots
    .filter(({ x, y }) => x >= x0 && x <= x1 && y >= y0 && y <= y1)
    .map(({ code }) => code)
    .sort();

async function drag(page: Page, { x0, x1, y0, y1 }: Box): Promise<void> {
  // From an empty corner or from a dot: a drag is no click.
  await page.mouse.move(x0, y0);
  await page.mouse.down();
  await page.mouse.move((x0 + x1) / 2, (y0 + y1) / 2);
  await page.mouse.move(x1, y1);
}

const chip = (page: Page) => page.getByRole('group', { name: 'Marked countries' });
const area = (page: Page) => page.locator('#scatter rect.brushed');
const areaButton = (page: Page) => page.getByRole('button', { name: 'Select an area' });
const said = (page: Page) => page.locator('[data-explorer] > .hidden-words').textContent();
const marksIn = (page: Page): string[] =>
  (new URLSearchParams(searchIn(page)).get('mark') ?? '').split(',').filter(Boolean);
/** Countries whose dots are lit while others step back. */
const litIn = (page: Page): Promise<string[]> =>
  page.locator('#scatter .country-dots > [data-c]:visible').evaluateAll((all) =>
    (all as SVGElement[])
      .filter((dot) => getComputedStyle(dot).opacity === '1')
      .map((dot) => dot.dataset['c'] ?? '')
      .sort(),
  );

describe('by mouse', () => {
  test('a rectangle marks what is in it, everywhere, while it is pulled and after', async () => {
    const visited = await explore(SCATTER);
    const { page } = visited;
    const drawn = await plotIn(page);
    const { box, codes } = areaWith(drawn, 4, 12);
    await drag(page, box);
    await expect.poll(() => litIn(page)).toEqual(codes);
    // Nothing stands before it is let go.
    expect(marksIn(page)).toEqual([]);
    await page.mouse.up();
    await expect.poll(() => marksIn(page)).toEqual(codes);
    expect(await litIn(page)).toEqual(codes);
    expect(await chip(page).locator('p').innerText()).toBe(`${codes.length} countries marked`);
    expect(await said(page)).toMatch(new RegExp(`^${codes.length} countries marked: .+ and .+`));
    expect(await page.locator('.card.pinned').count()).toBe(0);
    // A country of the area is ringed on the map; one outside is not.
    const ring = (code: string) =>
      page
        .locator(`#map .picture :is(circle, path)[data-c=${code}]:visible`)
        .first()
        .evaluate((mark) => getComputedStyle(mark).strokeWidth);
    const onMap = await page
      .locator('#map .picture :is(circle, path)[data-c]:visible')
      .evaluateAll((all) => (all as SVGElement[]).map((mark) => mark.dataset['c'] ?? ''));
    const outside = onMap.find((code) => !codes.includes(code)) ?? '';
    for (const code of codes.filter((one) => onMap.includes(one))) expect(await ring(code), code).toBe('2px');
    expect(await ring(outside), outside).not.toBe('2px');
    expect(await area(page).count()).toBe(1);
    expect(await axeViolations(page)).toEqual([]);
    expectSilent(visited);
  });

  test('Escape takes it away, in the middle of it too; so does a press beside the dots, and undo', async () => {
    const visited = await explore(SCATTER);
    const { page } = visited;
    const drawn = await plotIn(page);
    const { box, codes } = areaWith(drawn, 2, 12);
    await drag(page, box);
    await page.keyboard.press('Escape');
    await page.mouse.up();
    expect(await area(page).count()).toBe(0);
    expect(await litIn(page)).toHaveLength(drawn.dots.length);
    expect(searchIn(page)).toBe(SCATTER);

    await drag(page, box);
    await page.mouse.up();
    await expect.poll(() => marksIn(page)).toEqual(codes);
    await page.keyboard.press('Escape');
    await expectSearch(page, SCATTER);
    expect(await chip(page).isVisible()).toBe(false);
    expect(await said(page)).toBe('No countries marked');

    await drag(page, box);
    await page.mouse.up();
    await expect.poll(() => marksIn(page).length).toBeGreaterThan(1);
    // What stands before the area is closed first.
    await page.getByRole('button', { name: 'Commands' }).click();
    await page.keyboard.press('Escape');
    expect(marksIn(page).length).toBeGreaterThan(1);
    expect(await area(page).count()).toBe(1);
    const { x, y } = await emptyIn(page);
    await page.mouse.click(x, y);
    await expectSearch(page, SCATTER);
    expect(await area(page).count()).toBe(0);

    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => marksIn(page)).toEqual(codes);
    await chip(page).getByRole('button', { name: 'Clear' }).click();
    await expectSearch(page, SCATTER);
    expectSilent(visited);
  });

  test('what is marked becomes the set', async () => {
    const visited = await explore(SCATTER);
    const { page } = visited;
    const drawn = await plotIn(page);
    const { box, codes } = areaWith(drawn, 4, 12);
    const before = await title(page, 'map');
    await drag(page, box);
    await page.mouse.up();
    await chip(page).getByRole('button', { name: 'Use as the set' }).click();
    await expect.poll(() => new URLSearchParams(searchIn(page)).get('among')).toBe(codes.join('.'));
    await settled(page);
    expect(marksIn(page)).toEqual([]);
    expect(await chip(page).isVisible()).toBe(false);
    expect(await area(page).count()).toBe(0);
    expect(await title(page, 'map')).not.toBe(before);
    expect(await focused(page)).toBe('button Select an area');
    expectSilent(visited);
  });

  test('more than a set holds are marked all the same, and keep in the address', async () => {
    const visited = await explore('?v=2&x=effective_partners&y=works_per_million&show=scatter');
    const { page } = visited;
    const { plot } = await plotIn(page);
    await drag(page, { x0: plot.x0 + 1, y0: plot.y0 + 1, x1: plot.x1 + 40, y1: plot.y1 + 40 });
    await page.mouse.up();
    await expect.poll(() => marksIn(page).length).toBeGreaterThan(60);
    const n = marksIn(page).length;
    expect(await chip(page).locator('p').innerText()).toBe(`${n} countries marked; a set holds 60 at most`);
    expect(await chip(page).getByRole('button', { name: 'Use as the set' }).isVisible()).toBe(false);
    // One who follows the link sees the same.
    const search = searchIn(page);
    await goTo(page, '');
    await goTo(page, search);
    await expect.poll(() => chip(page).locator('p').innerText()).toContain(`${n} countries`);
    expectSilent(visited);
  });
});

test('without the plot, marks of a link can be used and cleared too', async () => {
  const visited = await explore('?v=2&mark=CHL,PER');
  const { page } = visited;
  await chip(page).waitFor();
  expect(await chip(page).locator('p').innerText()).toBe('2 countries marked');
  await chip(page).getByRole('button', { name: 'Clear' }).click();
  await expectSearch(page, '');
  expect(await chip(page).isVisible()).toBe(false);
  await goTo(page, '?v=2&mark=CHL');
  await expect.poll(() => chip(page).locator('p').innerText()).toBe('1 country marked');
  expect(await chip(page).getByRole('button').allInnerTexts()).toEqual(['Clear']);
  expectSilent(visited);
});

test('by finger: the button first, then a rectangle; without it the page scrolls', async () => {
  const visited = await explore(SCATTER, PHONE);
  const { page } = visited;
  const client = await page.context().newCDPSession(page);
  const swipe = async ({ x0, x1, y0, y1 }: Box) => {
    const touch = (
      type: 'touchStart' | 'touchMove' | 'touchEnd',
      ...touchPoints: { x: number; y: number }[]
    ) => client.send('Input.dispatchTouchEvent', { type, touchPoints });
    await touch('touchStart', { x: x0, y: y0 });
    for (let i = 1; i <= 8; i++)
      await touch('touchMove', { x: x0 + ((x1 - x0) * i) / 8, y: y0 + ((y1 - y0) * i) / 8 });
    await touch('touchEnd');
  };
  let drawn = await plotIn(page);
  const before = await page.evaluate(() => scrollY);
  const { x0, x1, y0, y1 } = drawn.plot;
  await swipe({ x0: (x0 + x1) / 2, x1: (x0 + x1) / 2, y0: y1 - 10, y1: y0 + 10 });
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before);
  expect(await area(page).count()).toBe(0);

  await tap(page, areaButton(page));
  expect(await areaButton(page).getAttribute('aria-pressed')).toBe('true');
  drawn = await plotIn(page);
  const { box, codes } = areaWith(drawn, 3, 30);
  const there = await page.evaluate(() => scrollY);
  await swipe(box);
  await expect.poll(() => marksIn(page)).toEqual(codes);
  expect(await page.evaluate(() => scrollY)).toBe(there);
  // A finger scrolls again.
  expect(await areaButton(page).getAttribute('aria-pressed')).toBe('false');
  for (const one of await chip(page).getByRole('button').all())
    expect((await one.boundingBox())?.height ?? 0).toBeGreaterThanOrEqual(44);
  await tap(page, chip(page).getByRole('button', { name: 'Clear' }));
  await expectSearch(page, SCATTER);
  expectSilent(visited);
});

test('by keyboard: begun, moved, made larger, kept, used', async () => {
  const visited = await explore(SCATTER);
  const { page } = visited;
  const drawn = await plotIn(page);
  const onScreen = async () => {
    const { x = 0, y = 0, width = 0, height = 0 } = (await area(page).boundingBox()) ?? {};
    return { x0: x, x1: x + width, y0: y, y1: y + height };
  };
  await areaButton(page).focus();
  await page.keyboard.press('Enter');
  const begun = await onScreen();
  expect(begun.x1 - begun.x0).toBeCloseTo((drawn.plot.x1 - drawn.plot.x0) / 3, -1);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowDown');
  const moved = await onScreen();
  expect(moved.x0).toBeLessThan(begun.x0);
  expect(moved.y0).toBeGreaterThan(begun.y0);
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowUp');
  const sized = await onScreen();
  expect(sized.x1 - sized.x0).toBeGreaterThan(moved.x1 - moved.x0);
  expect(sized.y1 - sized.y0).toBeLessThan(moved.y1 - moved.y0);
  const lit = await litIn(page);
  expect(lit.length).toBeGreaterThan(1);
  expect(await said(page)).toMatch(new RegExp(`^${lit.length} countries marked: `));
  expect(marksIn(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect.poll(() => marksIn(page)).toEqual(lit);
  expect(await focused(page)).toBe(lit.length <= 60 ? 'button Use as the set' : 'button Clear');
  await page.keyboard.press('Escape');
  await expectSearch(page, SCATTER);
  expect(await focused(page)).toBe('button Select an area');

  // Leaving keeps what was chosen; Escape before that gives it up.
  await page.keyboard.press('ArrowRight');
  expect(await area(page).count()).toBe(1);
  await page.keyboard.press('Escape');
  expect(await area(page).count()).toBe(0);
  expect(searchIn(page)).toBe(SCATTER);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Tab');
  await expect.poll(() => marksIn(page).length).toBeGreaterThan(1);
  expectSilent(visited);
});

test('an area that no longer says what is marked goes, and its marks stay', async () => {
  const visited = await explore(SCATTER);
  const { page } = visited;
  const drawn = await plotIn(page);
  const { box, codes } = areaWith(drawn, 2, 12);
  await drag(page, box);
  await page.mouse.up();
  await expect.poll(() => marksIn(page)).toEqual(codes);
  await page.locator('#scatter .figure-table summary').click();
  expect(await area(page).count()).toBe(1);
  await goTo(page, `?v=2&top=10&x=effective_partners&show=map,ranking,scatter&mark=${codes.join(',')}`);
  await expect.poll(() => title(page, 'scatter')).toMatch(/effective number of partners/i);
  expect(await area(page).count()).toBe(0);
  expect(await chip(page).locator('p').innerText()).toBe(`${codes.length} countries marked`);
  // Without an area, Escape is not about marks.
  await page.keyboard.press('Escape');
  expect(marksIn(page)).toEqual(codes);
  expectSilent(visited);
});

/** A place of the plot that nothing lies at. */
async function emptyIn(page: Page): Promise<{ x: number; y: number }> {
  const found = await page.locator('#scatter .plot-area:visible').evaluate((plot) => {
    plot.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { left, top, width, height } = plot.getBoundingClientRect();
    for (let u = 0.05; u < 1; u += 0.05)
      for (let v = 0.05; v < 1; v += 0.05) {
        const [x, y] = [left + u * width, top + v * height];
        if (document.elementFromPoint(x, y) === plot) return { x, y };
      }
    return null;
  });
  if (!found) throw new Error('Something lies everywhere.');
  return found;
}
