import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import {
  control,
  expectSearch,
  expectSilent,
  explorers,
  focused,
  searchIn,
  settled,
  tap,
  title,
  type FigureId,
} from './support/explorer.ts';
import { PHONE } from './support/visit.ts';

/** The marks of the workspace: pointed at in one part they are seen in all, and each can be read and acted on. */

const { explore } = explorers();

interface Spot {
  readonly x: number;
  readonly y: number;
  readonly o: string;
  readonly d: string;
}

/** A place of the window where a tie of the map is what is hit, brought into sight. */
async function arcIn(page: Page): Promise<Spot> {
  await page.locator('#map .picture').scrollIntoViewIfNeeded();
  const arc = await page.locator('#map').evaluate((figure) => {
    for (const path of figure.querySelectorAll<SVGPathElement>('path[data-o]')) {
      const matrix = path.getScreenCTM();
      for (let part = 0.05; part < 1 && matrix; part += 0.05) {
        const { x, y } = path.getPointAtLength(path.getTotalLength() * part).matrixTransform(matrix);
        const { o, d } = document.elementFromPoint(x, y)?.closest<SVGElement>('[data-o]')?.dataset ?? {};
        if (o && d) return { x, y, o, d };
      }
    }
    return null;
  });
  if (!arc) throw new Error('No arc can be hit.');
  return arc;
}

const card = (page: Page) => page.locator('.card');
const act = (page: Page, name: string | RegExp) =>
  card(page).getByRole('button', { name, exact: typeof name === 'string' });
const isLinking = (page: Page) =>
  page.locator('[data-workspace]').evaluate((element) => element.querySelector('.linking') !== null);
const opacity = (mark: Locator) =>
  mark.first().evaluate((element) => Number(getComputedStyle(element).opacity));
const tie = (page: Page, figure: FigureId, a: string, b: string) =>
  page.locator(
    `#${figure} .picture :is([data-o="${a}"][data-d="${b}"], [data-o="${b}"][data-d="${a}"]):visible`,
  );
const said = (page: Page) => page.locator('[data-explorer] > .hidden-words').textContent();

describe('a mark that is pointed at', () => {
  test('on the map is lit in every part, and all else steps back', async () => {
    const visited = await explore('?v=2&top=10&show=map,ranking,matrix');
    const { page } = visited;
    const { x, y, o, d } = await arcIn(page);
    expect(await isLinking(page)).toBe(false);
    await page.mouse.move(x, y);
    await expect.poll(() => isLinking(page)).toBe(true);
    expect(await card(page).innerText()).toMatch(/ and .*: [\d,]+\spapers/);
    expect(await card(page).getAttribute('role')).toBe(null);
    for (const figure of ['map', 'ranking', 'matrix'] as const)
      expect(await opacity(tie(page, figure, o, d)), figure).toBe(1);
    const others = page.locator(
      `#ranking .picture rect:visible[data-o]:not([data-o="${o}"], [data-o="${d}"])`,
    );
    expect(await opacity(others)).toBeLessThan(0.5);
    await page.mouse.move(5, 5);
    await expect.poll(() => isLinking(page)).toBe(false);
    expect(await card(page).isVisible()).toBe(false);
    expect(await opacity(others)).toBe(1);
    expectSilent(visited);
  });

  test.each([
    ['ranking', '?v=2&top=10&show=map,ranking'],
    ['matrix', '?v=2&top=10&show=map,matrix'],
    ['chord', '?v=2&top=10&show=map,chord'],
    ['network', '?v=2&country=DEU&show=map,network'],
  ] as const)('in the %s is lit on the map', async (figure, search) => {
    const visited = await explore(search);
    const { page } = visited;
    await page.locator(`#${figure} .picture`).scrollIntoViewIfNeeded();
    const mark = await page.locator(`#${figure}`).evaluate((element) => {
      const map = document.querySelector('#map .picture');
      for (const one of element.querySelectorAll<SVGElement>('.picture [data-o][data-d]')) {
        const { o = '', d = '' } = one.dataset;
        const { left, top, width, height } = one.getBoundingClientRect();
        const [x, y] = [left + width / 2, top + height / 2];
        const there = map?.querySelector(`[data-o="${o}"][data-d="${d}"], [data-o="${d}"][data-d="${o}"]`);
        if (there && document.elementFromPoint(x, y)?.closest('[data-o]') === one) return { x, y, o, d };
      }
      return null;
    });
    if (!mark) throw new Error('No mark can be hit.');
    await page.mouse.move(mark.x, mark.y);
    await expect.poll(() => isLinking(page)).toBe(true);
    expect(await opacity(tie(page, 'map', mark.o, mark.d))).toBe(1);
    expect((await card(page).innerText()).length).toBeGreaterThan(10);
    expectSilent(visited);
  });

  test('as a place lights its ties', async () => {
    const visited = await explore('?v=2&top=10&show=map,scatter,ranking');
    const { page } = visited;
    await page.locator('#scatter .picture').scrollIntoViewIfNeeded();
    await page.locator('#scatter .picture circle[data-c=GBR]:visible').hover({ force: true });
    await expect.poll(() => isLinking(page)).toBe(true);
    expect(await opacity(page.locator('#map path[data-o=GBR], #map path[data-d=GBR]'))).toBe(1);
    expect(await opacity(tie(page, 'ranking', 'CHN', 'USA'))).toBeLessThan(0.5);
    expectSilent(visited);
  });
});

describe('a click', () => {
  test('pins the card of a tie: both countries in all layers', async () => {
    const visited = await explore();
    const { page } = visited;
    const { x, y, o, d } = await arcIn(page);
    await page.mouse.click(x, y);
    expect(await card(page).getAttribute('role')).toBe('dialog');
    const words = await card(page).locator('p').innerText();
    expect(await card(page).getAttribute('aria-label')).toBe(words);
    expect(await said(page)).toBe(words);
    // It stays where it is, wherever the pointer goes.
    await page.mouse.move(5, 5);
    expect(await card(page).locator('p').innerText()).toBe(words);
    await act(page, /in all layers$/).click();
    await expectSearch(page, `?v=2&country=${o}&partner=${d}`);
    await settled(page);
    expect(await card(page).isVisible()).toBe(false);
    expect(await title(page, 'pair')).toContain(' and ');
    expectSilent(visited);
  });

  test('pins the card of a place: mark it, unmark it, look at it, compare it, its page', async () => {
    const visited = await explore('?v=2&country=BRA&show=map,ranking');
    const { page } = visited;
    const point = page.locator('#map .picture [data-c=ARG]:visible').last();
    const pin = async () => {
      await point.scrollIntoViewIfNeeded();
      await point.click({ force: true });
      await card(page).getByRole('button').first().waitFor();
    };
    await pin();
    const page_ = card(page).getByRole('link', { name: 'Page of Argentina' });
    expect(await page_.evaluate((a: HTMLAnchorElement) => a.href)).toMatch(
      /\/some\/folder\/countries\/arg\/$/,
    );
    await act(page, 'Mark Argentina').click();
    await expectSearch(page, '?v=2&country=BRA&show=map,ranking&mark=ARG');
    await settled(page);
    await page.mouse.move(5, 5);
    await expect.poll(() => opacity(point)).toBe(1);
    expect(
      await opacity(page.locator('#ranking .picture [data-c=PER]:visible, #map [data-c=PER]:visible')),
    ).toBeLessThan(0.5);
    await pin();
    await act(page, 'Unmark Argentina').click();
    await expectSearch(page, '?v=2&country=BRA&show=map,ranking');
    await page.mouse.move(5, 5);
    await expect.poll(() => isLinking(page)).toBe(false);
    await pin();
    await act(page, 'Compare Brazil with Argentina').click();
    await expectSearch(page, '?v=2&country=BRA&against=ARG&show=map,ranking');
    await settled(page);
    expect(await title(page, 'map')).toMatch(/, against Argentina$/);
    await pin();
    await act(page, 'Look at Argentina').click();
    await expectSearch(page, '?v=2&country=ARG&show=map,ranking');
    await settled(page);
    expect(await title(page, 'map')).toMatch(/^Papers that Argentina shares/);
    expectSilent(visited);
  });

  test('beside a pinned card closes it, and so does Escape', async () => {
    const { page } = await explore();
    const { x, y } = await arcIn(page);
    await page.mouse.click(x, y);
    expect(await card(page).isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await card(page).isVisible()).toBe(false);
    await page.mouse.click(x, y);
    expect(await card(page).isVisible()).toBe(true);
    await page.mouse.click(5, 5);
    expect(await card(page).isVisible()).toBe(false);
    expect(searchIn(page)).toBe('');
  });

  test('that ends a pull of the map pins nothing', async () => {
    const visited = await explore('?v=2&top=10');
    const { page } = visited;
    const { x, y } = await arcIn(page);
    await page.mouse.move(x, y);
    await page.mouse.down();
    for (const by of [10, 30, 60, 90]) await page.mouse.move(x - by, y);
    await page.mouse.up();
    await expect.poll(() => searchIn(page), { timeout: 10_000 }).toMatch(/map=\d+E/);
    expect(await card(page).getAttribute('role')).toBe(null);
    await settled(page);
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -300);
    await page.keyboard.up('Control');
    await expect.poll(() => searchIn(page), { timeout: 10_000 }).toMatch(/map=.*\dx,/);
    await settled(page);
    expectSilent(visited);
  });

  test('leaves each mark its title, for those who hear it', async () => {
    const { page } = await explore('?v=2&top=10');
    const titles = () => page.locator('#map path[data-o] > title').allTextContents();
    const before = await titles();
    const { x, y } = await arcIn(page);
    await page.mouse.move(x, y);
    expect(await titles()).not.toEqual(before);
    await page.mouse.click(x, y);
    await page.keyboard.press('Escape');
    await page.mouse.move(5, 5);
    expect(await titles()).toEqual(before);
  });
});

describe('a finger', () => {
  test('pins the card of a tie, and does what it offers', async () => {
    const visited = await explore('?v=2&country=BRA', PHONE);
    const { page } = visited;
    const { x, y, o, d } = await arcIn(page);
    await page.touchscreen.tap(x, y);
    await expect.poll(() => card(page).getAttribute('role')).toBe('dialog');
    const box = await card(page).boundingBox();
    expect(box && box.x >= 0 && box.x + box.width <= 390).toBe(true);
    for (const one of await card(page).locator('button, a').all())
      expect((await one.boundingBox())?.height ?? 0).toBeGreaterThanOrEqual(44);
    await tap(page, act(page, /in all layers$/));
    await settled(page);
    const asked = new URLSearchParams(searchIn(page));
    expect([asked.get('country'), asked.get('partner')].sort()).toEqual([o, d].sort());
    expect(await page.locator('#pair').isVisible()).toBe(true);
    expectSilent(visited);
  });

  test('beside the card closes it', async () => {
    const { page } = await explore('', PHONE);
    const { x, y } = await arcIn(page);
    await page.touchscreen.tap(x, y);
    await expect.poll(() => card(page).isVisible()).toBe(true);
    await page.locator('#map .figure-title').tap();
    await expect.poll(() => card(page).isVisible()).toBe(false);
  });
});

describe('without a mouse', () => {
  const current = (page: Page) =>
    page.locator('.current').evaluateAll((all) =>
      all.map((one) => {
        const { o, d, c, v } = (one as SVGElement).dataset;
        return { mark: o && d ? `${o} ${d}` : (c ?? ''), value: Number(v) };
      }),
    );
  const at = async (page: Page) => {
    const [one, ...others] = await current(page);
    expect(others).toEqual([]);
    return one ?? { mark: '', value: NaN };
  };
  const walk = (page: Page, figure: FigureId) => page.locator(`#${figure} > button.walk`);
  const press = async (page: Page, ...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };

  test('a figure is reached, its ties are read by size, and one is acted on', async () => {
    const visited = await explore('?v=2&layer=students');
    const { page } = visited;
    await control.part(page, 'matrix', false);
    await page.locator('[data-take] .take-open').focus();
    for (let i = 0; i < 4 && !(await focused(page)).startsWith('button Walk'); i++) await press(page, 'Tab');
    expect(await walk(page, 'map').evaluate((button) => button === document.activeElement)).toBe(true);
    expect((await walk(page, 'map').boundingBox())?.height ?? 0).toBeGreaterThan(30);
    const values: number[] = [];
    for (let i = 0; i < 5; i++) {
      await press(page, 'ArrowRight');
      values.push((await at(page)).value);
    }
    expect(values).toEqual([...values].sort((a, b) => b - a));
    expect(new Set(values).size).toBeGreaterThan(1);
    const words = await said(page);
    expect(words).toMatch(/ to .*: [\d,]+\sstudents/);
    expect(await card(page).innerText()).toBe(words);
    expect(await isLinking(page)).toBe(true);
    const here = await at(page);
    await press(page, 'ArrowLeft', 'ArrowRight');
    expect(await at(page)).toEqual(here);

    await press(page, 'Enter');
    expect(await card(page).getAttribute('role')).toBe('dialog');
    expect(await focused(page)).toMatch(/^button /);
    await press(page, 'Escape');
    expect(await card(page).getAttribute('role')).toBe(null);
    expect(await walk(page, 'map').evaluate((button) => button === document.activeElement)).toBe(true);
    // The reader is back at the tie, not at the beginning.
    expect(await at(page)).toEqual(here);

    await press(page, 'Enter', 'Enter');
    const [o = '', d = ''] = here.mark.split(' ');
    await expectSearch(page, `?v=2&layer=students&country=${o}&partner=${d}`);
    await settled(page);
    expect(await page.locator('#pair').isVisible()).toBe(true);
    expect(await walk(page, 'map').evaluate((button) => button === document.activeElement)).toBe(true);
    await press(page, 'Escape');
    expect(await current(page)).toEqual([]);
    expect(await isLinking(page)).toBe(false);
    expectSilent(visited);
  });

  test('countries are walked by where they lie', async () => {
    const visited = await explore('?v=2&country=DEU&top=60');
    const { page } = visited;
    await walk(page, 'map').focus();
    await press(page, 'ArrowRight', 'Space');
    const middle = () =>
      page.locator('.current').evaluate((element) => {
        const { left, top, width, height } = element.getBoundingClientRect();
        return [left + width / 2, top + height / 2] as const;
      });
    expect((await at(page)).mark).toMatch(/^[A-Z]{3}$/);
    for (const [key, axis, sign] of [
      ['ArrowRight', 0, 1],
      ['ArrowLeft', 0, -1],
      ['ArrowDown', 1, 1],
      ['ArrowUp', 1, -1],
    ] as const) {
      const before = await middle();
      await press(page, key);
      const after = await middle();
      expect(Math.sign(after[axis] - before[axis]), key).toBe(sign);
      expect(await said(page)).not.toBe('');
    }
    const place = (await at(page)).mark;
    // From a place to its largest tie, and back.
    await press(page, 'Space');
    expect((await at(page)).mark.split(' ')).toContain(place);
    expectSilent(visited);
  });

  test.each([
    ['ranking', '?v=2'],
    ['matrix', '?v=2&show=matrix'],
    ['chord', '?v=2&show=chord'],
    ['network', '?v=2&country=DEU&show=network'],
    ['scatter', '?v=2&show=scatter'],
    ['twin', '?v=2&year=2019&against=projects'],
  ] as const)('the %s is walked, and each mark has words', async (figure, search) => {
    const visited = await explore(search);
    const { page } = visited;
    await walk(page, figure).focus();
    const seen = new Set<string>();
    for (const key of ['ArrowRight', 'ArrowDown', 'ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp']) {
      await press(page, key);
      seen.add((await at(page)).mark);
      expect(await said(page)).toMatch(/\d|not reported|no /i);
    }
    expect(seen.size).toBeGreaterThan(1);
    await press(page, 'Enter');
    expect(await card(page).getByRole('button').count()).toBeGreaterThan(0);
    await press(page, 'Escape', 'Escape');
    expect(await card(page).isVisible()).toBe(false);
    expectSilent(visited);
  });

  test('a figure without marks offers no walk', async () => {
    // Of the world's trend there is nothing to choose.
    const { page } = await explore('?v=2&year=2019');
    expect(await walk(page, 'trend').isVisible()).toBe(false);
    for (const figure of ['map', 'ranking'] as const) expect(await walk(page, figure).isVisible()).toBe(true);
  });
});
