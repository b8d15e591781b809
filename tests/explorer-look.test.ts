import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeViolations } from './support/axe.ts';
import {
  allShown,
  control,
  expectSilent,
  explorers,
  FIGURES,
  goTo,
  settled,
  tap,
} from './support/explorer.ts';
import { layoutShifts, overflow } from './support/visit.ts';

/** What the explorer looks like: on every width, in both colour schemes, to those who see it and to those who do not. */

const { explore } = explorers();

const EVERYTHING = 'map,ranking,trend,matrix,chord,network,scatter,pair,table';

/** Telling states, and what is opened in each. */
const STATES: readonly (readonly [what: string, search: string, open?: (page: Page) => Promise<unknown>])[] =
  [
    ['the opening', '', (page) => page.locator('.controls-more summary').click()],
    [
      'a flow, its card pinned',
      '?v=2&layer=students&country=IND&direction=out&year=2018',
      async (page) => {
        await page.locator('#map > button.walk').focus();
        await page.keyboard.press('ArrowRight');
        await page.keyboard.press('Enter');
        await page.locator('.card[role=dialog]').waitFor();
      },
    ],
    [
      'a measure with limits, its menu open',
      '?v=2&country=DEU&by=ric&show=map,ranking',
      async (page) => {
        await page.locator('#map .figure-table summary').click();
        await page.locator('#ranking .take-open').click();
      },
    ],
    ['a region as a grid and as a circle', '?v=2&among=m49-150&order=cluster&show=matrix,chord'],
    ['a country with its partners, and a pair', '?v=2&country=BRA&partner=PRT&show=network,pair,trend'],
    ['indicators, a table, marks', '?v=2&layer=scholars&show=ranking,scatter,table&mark=CHE,CHN,IND'],
    [
      'two layers, on a map that is turned',
      '?v=2&layer=students&against=papers&map=150E&show=map,ranking,trend',
    ],
    [
      'hosts that are silent, little to show, and words of what did not fit',
      '?v=2&layer=students&country=TUV&min=5000&year=2019&among=narnia&show=map,ranking,trend,matrix,network',
    ],
  ];

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  test('no state has a barrier that axe can see', { timeout: 240_000 }, async () => {
    const visited = await explore('', { colorScheme });
    const { page } = visited;
    for (const [what, search, open] of STATES) {
      await goTo(page, search);
      await open?.(page);
      expect({ what, violations: await axeViolations(page) }).toEqual({ what, violations: [] });
      await page.keyboard.press('Escape');
      await page.locator('h1').click();
    }
    expectSilent(visited);
  });
});

test('a phone sees the same without a barrier', async () => {
  const visited = await explore(
    `?v=2&layer=students&country=FRA&partner=ESP&direction=out&show=${EVERYTHING}`,
    {
      viewport: { width: 360, height: 740 },
      hasTouch: true,
      isMobile: true,
    },
  );
  await tap(visited.page, visited.page.locator('.controls-more summary'));
  expect(await axeViolations(visited.page)).toEqual([]);
  expectSilent(visited);
});

test('where colours are forced, what is chosen still stands out', async () => {
  const visited = await explore('?v=2&layer=students&country=DEU', { forcedColors: 'active' });
  const { page } = visited;
  const grounds = (group: string) =>
    page
      .locator(`${group} input + span`)
      .evaluateAll((all) =>
        all.map((span) => [
          (span.previousElementSibling as HTMLInputElement).checked,
          getComputedStyle(span).backgroundColor,
        ]),
      );
  for (const group of ['.layers', '[data-part=direction]', '.parts']) {
    const all = await grounds(group);
    const of = (chosen: boolean) => [
      ...new Set(all.flatMap(([on, ground]) => (on === chosen ? [ground] : []))),
    ];
    expect(of(true), group).toHaveLength(1);
    expect(of(false), group).not.toContain(of(true)[0]);
  }
  expect(await axeViolations(page)).toEqual([]);
  expectSilent(visited);
});

describe('on every width', () => {
  test('the drawing that fits is in sight, and nothing is wider than the window', async () => {
    const visited = await explore(
      `?v=2&country=BRA&partner=PRT&against=projects&year=2019&show=${EVERYTHING}`,
      {
        viewport: { width: 360, height: 740 },
        colorScheme: 'dark',
      },
    );
    const { page } = visited;
    await page.locator('.controls-more summary').click();
    for (const width of [360, 1440, 320, 768]) {
      await page.setViewportSize({ width, height: 800 });
      for (const figure of FIGURES)
        await expect
          .poll(
            async () => {
              const { picture = '', table = '' } = (await allShown(page))[figure] ?? {};
              return figure === 'table' ? table : picture;
            },
            { message: `${figure} at ${width}`, timeout: 10_000 },
          )
          .not.toBe('');
      expect({ width, overflow: await overflow(page) }).toEqual({ width, overflow: [] });
    }
    expectSilent(visited);
  });

  test.each([
    [
      'the menu of a figure',
      (page: Page) => page.locator('#ranking .take-open').click(),
      '#ranking .take-panel',
    ],
    [
      'the menu above',
      (page: Page) => page.locator('[data-take] > .take-open').click(),
      '[data-toolbar] .take-panel',
    ],
  ] as const)('%s lies within the window and over what is below it', async (_, open, panel) => {
    for (const width of [360, 1440]) {
      const { page } = await explore('?v=2&country=BRA', { viewport: { width, height: 900 } });
      await open(page);
      const list = page.locator(panel);
      const box = await list.boundingBox();
      expect(box && box.x >= 0 && box.x + box.width <= width).toBe(true);
      // Each of its lines is what is hit in its middle.
      for (const line of await list.locator('li:visible > *').all())
        await line.click({ trial: true, timeout: 5000 });
    }
  });
});

test('coming to life moves nothing', async () => {
  const visited = await explore();
  await visited.page.evaluate(
    () => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 2000 })),
  );
  expect(await layoutShifts(visited.page)).toEqual([]);
  expectSilent(visited);
});

test('nothing moves under one who has asked for less motion', async () => {
  const { page } = await explore('?v=2&country=BRA', { reducedMotion: 'reduce' });
  await control.select(page, 'country', 'IND');
  await settled(page);
  const moving = await page.evaluate(
    () =>
      document
        .getAnimations()
        .filter((one) => one.playState === 'running' && Number(one.effect?.getTiming().duration) > 1).length,
  );
  expect(moving).toBe(0);
});
