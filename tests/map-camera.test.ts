import type { Browser, BrowserContextOptions, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeViolations } from './support/axe.ts';
import { launchBrowser } from '../scripts/lib/browser.ts';
import { buildMapPage } from './support/map-page.ts';
import { serveFolder, type TestServer } from '../scripts/lib/serve-folder.ts';
import { layoutShifts, overflow, visit, type Visit } from './support/visit.ts';

let browser: Browser;
let server: TestServer;

beforeAll(async () => {
  [browser, server] = await Promise.all([
    launchBrowser(),
    buildMapPage().then((folder) => serveFolder(folder, { base: '/some/folder/' })),
  ]);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

const DESK: BrowserContextOptions = { viewport: { width: 1100, height: 800 }, reducedMotion: 'reduce' };
const PHONE: BrowserContextOptions = {
  viewport: { width: 360, height: 740 },
  hasTouch: true,
  isMobile: true,
  reducedMotion: 'reduce',
};

async function open(
  path = '',
  options: BrowserContextOptions & { before?: (page: Page) => Promise<unknown> } = DESK,
): Promise<Visit> {
  const visited = await visit(browser, server, path, options);
  await visited.page.waitForSelector('html[data-ready]');
  return visited;
}

/** Opens the page, does something with it, and sees that nothing went wrong on the way. */
async function on(
  path: string,
  work: (page: Page, visited: Visit) => Promise<void>,
  options?: Parameters<typeof open>[1],
): Promise<void> {
  const visited = await open(path, options);
  try {
    await work(visited.page, visited);
    expect(visited.network.errors).toEqual([]);
    expect(visited.network.violations).toEqual([]);
    expect(visited.network.foreign).toEqual([]);
  } finally {
    await visited.close();
  }
}

const changes = (page: Page) => page.evaluate(() => [...mapPage.changes]);
const said = (page: Page) => page.evaluate(() => [...mapPage.said]);
const settled = async (page: Page, times: number) => {
  await page.waitForFunction((n) => mapPage.changes.length >= n, times);
  return (await changes(page)).at(-1);
};
const viewBox = (page: Page) =>
  page
    .locator('svg.window')
    .getAttribute('viewBox')
    .then((box) => (box ?? '').split(' ').map(Number));

/** A place of the screen, by its part of the map's width and height. */
async function at(page: Page, x: number, y: number): Promise<readonly [number, number]> {
  const svg = await page.locator('svg.map').boundingBox();
  const inner = await page
    .locator('svg.window')
    .evaluate((e) => [e.getAttribute('width'), e.getAttribute('height')]);
  if (!svg) throw new Error('The map is not there.');
  const [width = 1, height = 1] = inner.map(Number);
  return [svg.x + svg.width * x, svg.y + svg.width * (height / width) * y];
}
const press = (page: Page, move: string) => page.click(`[data-move="${move}"]`);
/** Long enough for a wheel to have come to rest. */
const pause = (page: Page) => page.waitForTimeout(300);

describe('the wheel', () => {
  test('scrolls the page past the map, and says how to zoom', async () => {
    await on('', async (page) => {
      await page.mouse.move(...(await at(page, 0.5, 0.5)));
      await page.mouse.wheel(0, 200);
      await page.waitForFunction(() => scrollY > 100);
      await page.waitForSelector('.map-hint.shown');
      expect(await page.textContent('.map-hint')).toMatch(/(Ctrl|⌘) \+ scroll to zoom/);
      expect(await changes(page)).toEqual([]);
      await page.waitForSelector('.map-hint:not(.shown)', { state: 'attached' });
    });
  });

  test('says nothing when the page is only passing by', async () => {
    await on('', async (page) => {
      await page.mouse.move(600, 20);
      await page.mouse.wheel(0, 60);
      await page.mouse.move(...(await at(page, 0.5, 0.5)));
      await page.mouse.wheel(0, 60);
      await pause(page);
      expect(await page.locator('.map-hint.shown').count()).toBe(0);
    });
  });

  test('zooms with Ctrl about the pointer: at once, and once drawn anew at rest', async () => {
    await on('', async (page) => {
      const [x, y] = await at(page, 0.7, 0.3);
      await page.mouse.move(x, y);
      await page.keyboard.down('Control');
      const [, , before = 0] = await viewBox(page);
      for (let i = 0; i < 4; i++) await page.mouse.wheel(0, -100);
      await page.waitForFunction(
        (width) =>
          Number(document.querySelector('svg.window')?.getAttribute('viewBox')?.split(' ')[2]) < width,
        before,
      );
      await page.keyboard.up('Control');
      const [text, how] = (await settled(page, 1)) ?? [];
      await pause(page);
      expect(await changes(page)).toHaveLength(1);
      expect(how).toBe('gesture');
      // Four notches of 28 per cent; the pointer was over Asia and stays there.
      expect(text).toMatch(/^2\.7\d?x,\d+(\.\d)?N,\d+(\.\d)?E$/);
      expect(await page.evaluate(() => scrollY)).toBe(0);
      expect(await said(page)).toEqual([
        expect.stringMatching(/^Zoom 2\.7 ×, centre \d+° North, \d+° East\.$/),
      ]);
      expect(await page.textContent('.map-zoom')).toBe('2.7 ×');
    });
  });

  test('zooms without a key once the map was clicked, and scrolls on where zooming ends', async () => {
    await on('', async (page) => {
      await page.mouse.click(...(await at(page, 0.4, 0.75)));
      await page.mouse.wheel(0, -100);
      expect((await settled(page, 1))?.[0]).toMatch(/^1\.28x/);
      await page.mouse.wheel(0, 100);
      await settled(page, 2);
      expect(await page.evaluate(() => scrollY)).toBe(0);
      await page.mouse.wheel(0, 100);
      await page.waitForFunction(() => scrollY > 50);
      expect(await changes(page)).toHaveLength(2);
    });
  });
});

describe('the mouse', () => {
  test('turns the globe on the whole map: what was taken hold of stays under the pointer', async () => {
    await on('', async (page, { network, scripts }) => {
      const requests = () => server.requests.filter(({ url }) => url.endsWith('.topo.json')).length;
      const before = requests();
      const own = scripts.length;
      const [x, y] = await at(page, 0.5, 0.53);
      const { width } = (await page.locator('svg.map').boundingBox()) ?? { width: 0 };
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x - width / 4, y, { steps: 8 });
      // While it lasts: the land and the dots follow, and nothing is drawn anew.
      await page.waitForSelector('.window.turning .sketch', { state: 'attached' });
      expect(await changes(page)).toEqual([]);
      expect(await page.locator('.arcs').evaluate((e) => getComputedStyle(e).visibility)).toBe('hidden');
      await page.mouse.up();
      const [text, how] = (await settled(page, 1)) ?? [];
      expect(how).toBe('gesture');
      // A quarter of the equator.
      expect(text).toMatch(/^10[01]E$/);
      expect(await page.locator('.turning, .sketch').count()).toBe(0);
      expect(await page.locator('use.land').getAttribute('href')).toMatch(/^#map10[01]-land$/);
      const dot = await page.locator('.dots [data-c="CHN"]').boundingBox();
      const middle = await at(page, 0.5, 0.5);
      expect(Math.abs((dot?.x ?? 0) - middle[0])).toBeLessThan(60);
      // What turning needs came only now, and once.
      expect(requests() - before).toBe(1);
      expect(scripts.length).toBeGreaterThan(own);
      expect(network.console).toEqual([]);
      // The click that ends a drag chooses nothing.
      expect(await page.evaluate(() => mapPage.clicked)).toEqual([]);
    });
  });

  test('pans a map that was zoomed, and leaves its meridian', async () => {
    await on('?map=4x,30N,20E', async (page) => {
      const [x, y] = await at(page, 0.5, 0.5);
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x - 100, y + 60, { steps: 5 });
      await page.mouse.up();
      const [text = ''] = (await settled(page, 1)) ?? [];
      const [, lat, lon] = /^4x,([\d.]+)N,([\d.]+)E$/.exec(text ?? '') ?? [];
      expect(Number(lat)).toBeGreaterThan(33);
      expect(Number(lon)).toBeGreaterThan(28);
      expect(await page.locator('use.land').getAttribute('href')).toBe('basemap.svg#land');
    });
  });

  test('a click without a drag is a click', async () => {
    await on('', async (page) => {
      await page.locator('.dots [data-c="CHN"]').click();
      expect(await page.evaluate(() => mapPage.clicked)).toEqual(['CHN']);
      await pause(page);
      expect(await changes(page)).toEqual([]);
    });
  });

  test('a double click zooms to the next stop, with Shift back', async () => {
    await on('?map=2x,20N,20E', async (page) => {
      const place = await at(page, 0.3, 0.7);
      await page.mouse.dblclick(...place);
      expect((await settled(page, 1))?.[0]).toMatch(/^3x,/);
      await page.keyboard.down('Shift');
      await page.mouse.dblclick(...place);
      expect((await settled(page, 2))?.[0]).toBe('2x,20N,20E');
    });
  });
});

/** Touches as a device sends them: playwright itself has one finger only. */
async function touches(
  page: Page,
  session: CDPSession,
  steps: readonly (readonly (readonly [number, number])[])[],
) {
  const [first, ...rest] = steps;
  const points = (at: readonly (readonly [number, number])[]) => at.map(([x, y], id) => ({ x, y, id }));
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: points(first ?? []) });
  for (const step of rest)
    await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: points(step) });
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await page.waitForTimeout(50);
}
const upTo = (n: number) => Array.from({ length: n + 1 }, (_, i) => i / n);

describe('fingers', () => {
  test('two that spread zoom about their middle, and the page stays', async () => {
    await on(
      '',
      async (page) => {
        const session = await page.context().newCDPSession(page);
        const [x, y] = await at(page, 0.6, 0.5);
        await touches(
          page,
          session,
          upTo(10).map((part) => [
            [x - 20 - 40 * part, y],
            [x + 20 + 40 * part, y],
          ]),
        );
        const [text, how] = (await settled(page, 1)) ?? [];
        expect(how).toBe('gesture');
        // From 40 px to 120, of which the first few only decided.
        expect(text).toMatch(/^2\.\d+x,/);
        expect(await page.evaluate(() => [scrollY, visualViewport?.scale])).toEqual([0, 1]);
        expect(await changes(page)).toHaveLength(1);
      },
      PHONE,
    );
  });

  test('two that move together turn the globe, and a zoomed map they pan', async () => {
    await on(
      '',
      async (page) => {
        const session = await page.context().newCDPSession(page);
        const [x, y] = await at(page, 0.6, 0.5);
        const sideways = (length: number) =>
          touches(
            page,
            session,
            upTo(10).map((part) => [
              [x - length * part, y - 15],
              [x - length * part, y + 15],
            ]),
          );
        await sideways(100);
        expect((await settled(page, 1))?.[0]).toMatch(/^\d+E$/);
        await page.evaluate(() => mapPage.set('4x,30N,20E'));
        await sideways(60);
        expect((await settled(page, 2))?.[0]).toMatch(/^4x,30(\.\d)?N,[2-9]\d(\.\d+)?E$/);
      },
      PHONE,
    );
  });

  test('one scrolls the page, and is told of two where it swipes', async () => {
    await on(
      '',
      async (page) => {
        const session = await page.context().newCDPSession(page);
        const [x, y] = await at(page, 0.6, 0.5);
        await touches(
          page,
          session,
          upTo(10).map((part) => [[x, y - 120 * part]]),
        );
        await page.waitForFunction(() => scrollY > 60);
        expect(await page.locator('.map-hint.shown').count()).toBe(0);
        await page.evaluate(() => scrollTo(0, 0));
        await touches(
          page,
          session,
          upTo(10).map((part) => [[x - 90 * part, y]]),
        );
        await page.waitForSelector('.map-hint.shown');
        expect(await page.textContent('.map-hint')).toBe('Two fingers move the map');
        expect(await changes(page)).toEqual([]);
      },
      PHONE,
    );
  });
});

describe('buttons', () => {
  test('zoom, move, and go back to what the chart chose', async () => {
    await on('', async (page) => {
      await press(page, 'in');
      expect((await settled(page, 1))?.[0]).toMatch(/^1\.5x/);
      await press(page, 'in');
      await press(page, 'south');
      await press(page, 'east');
      expect((await settled(page, 4))?.[0]).toMatch(/^2x,\d+(\.\d)?[NS],\d+(\.\d)?E$/);
      await press(page, 'reset');
      expect(await settled(page, 5)).toEqual([null, 'button']);
      expect(await page.textContent('.map-zoom')).toBe('1 ×');
    });
  });

  test('sideways they turn the whole map, all the way round', async () => {
    await on('', async (page) => {
      for (let i = 0; i < 12; i++) {
        await press(page, 'west');
        await settled(page, i + 1);
      }
      const texts = (await changes(page)).map(([text]) => text);
      expect(texts.slice(0, 3)).toEqual(['19W', '49W', '79W']);
      expect(texts.at(-1)).toBe('world');
      // Few of those base maps stay in the page.
      expect(await page.locator('.map-symbols > defs').count()).toBeLessThanOrEqual(6);
      const ids = await page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id));
      expect(new Set(ids).size).toBe(ids.length);
    });
  });

  test('sideways at the edge of a window they turn the globe on', async () => {
    await on('?map=3x,20N,110E', async (page) => {
      for (let i = 1; i <= 4; i++) {
        await press(page, 'east');
        await settled(page, i);
      }
      expect((await changes(page)).at(-1)?.[0]).toMatch(/^\d+E,3x,20N,\d+(\.\d)?W$/);
    });
  });

  test('that have nothing to do say so, and keep the focus', async () => {
    await on('', async (page) => {
      const out = page.locator('[data-move="out"]');
      expect(await out.getAttribute('aria-disabled')).toBe('true');
      await press(page, 'in');
      expect(await out.getAttribute('aria-disabled')).toBe('false');
      await press(page, 'out');
      await settled(page, 2);
      expect(await out.getAttribute('aria-disabled')).toBe('true');
      expect(await out.evaluate((button) => button === document.activeElement)).toBe(true);
      await page.keyboard.press('Enter');
      await pause(page);
      expect(await changes(page)).toHaveLength(2);
    });
  });

  test('the list centres on an ocean, and on the chosen country', async () => {
    await on('', async (page) => {
      await page.selectOption('[data-centre]', { label: 'Pacific' });
      expect(await settled(page, 1)).toEqual(['150E', 'button']);
      await page.selectOption('[data-centre]', { label: 'India' });
      expect((await settled(page, 2))?.[0]).toBe('77E');
      expect(await page.locator('[data-centre]').inputValue()).toBe('chosen');
      await press(page, 'east');
      await settled(page, 3);
      expect(await page.locator('[data-centre] option:checked').textContent()).toBe('107° East');
      await page.evaluate(() => mapPage.choose(null));
      expect(await page.locator('[data-centre] option').allTextContents()).not.toContain('India');
    });
  });

  test('glide where motion is welcome, and settle once', async () => {
    await on(
      '',
      async (page) => {
        const boxes = page.evaluate(
          () =>
            new Promise<string[]>((resolve) => {
              const seen = new Set<string>();
              const look = (): void => {
                seen.add(document.querySelector('svg.window')?.getAttribute('viewBox') ?? '');
                if (mapPage.changes.length) resolve([...seen]);
                else requestAnimationFrame(look);
              };
              look();
            }),
        );
        await press(page, 'in');
        expect((await boxes).length).toBeGreaterThan(3);
        await pause(page);
        expect(await changes(page)).toHaveLength(1);
      },
      { ...DESK, reducedMotion: 'no-preference' },
    );
  });
});

describe('keys', () => {
  test('do what the buttons do, from a button or a mark', async () => {
    await on('', async (page) => {
      await page.focus('[data-move="in"]');
      await page.keyboard.press('+');
      await page.keyboard.press('=');
      await page.keyboard.press('Shift+ArrowUp');
      await page.keyboard.press('-');
      await page.keyboard.press('Shift+ArrowRight');
      expect(await settled(page, 5)).toEqual([expect.stringMatching(/1\.5x,/), 'key']);
      await page.keyboard.press('0');
      expect(await settled(page, 6)).toEqual([null, 'key']);
      // Plain arrows walk over the marks, and Ctrl with a sign zooms the page: not ours.
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Control+0');
      await pause(page);
      expect(await changes(page)).toHaveLength(6);
    });
  });

  test('the list keeps its own', async () => {
    await on('', async (page) => {
      await page.focus('[data-centre]');
      await page.keyboard.press('-');
      await pause(page);
      expect(await changes(page)).toEqual([]);
    });
  });

  test('every button is reached by Tab before what the map shows', async () => {
    await on('', async (page) => {
      const order: string[] = [];
      for (let i = 0; i < 8; i++) {
        await page.keyboard.press('Tab');
        order.push(
          await page.evaluate(() => {
            const { dataset } = document.activeElement as HTMLElement;
            return dataset['move'] ?? ('centre' in dataset ? 'centre' : '?');
          }),
        );
      }
      expect(order).toEqual(['out', 'in', 'west', 'north', 'south', 'east', 'reset', 'centre']);
    });
  });
});

describe('a page', () => {
  test('opens with a camera of its address, turned ones too', async () => {
    await on('?map=150E,3x,30S,150E', async (page) => {
      expect(await page.textContent('.map-zoom')).toBe('3 ×');
      expect(await page.locator('[data-centre] option:checked').textContent()).toBe('30° S, 150° E');
      expect(await page.locator('use.land').getAttribute('href')).toBe('#map150-land');
      expect(await changes(page)).toEqual([]);
    });
  });

  test('whose shapes do not come keeps its map and says why; the next try is a new one', async () => {
    let fail = true;
    await on(
      '',
      async (page) => {
        await press(page, 'east');
        await page.waitForSelector('.map-note:not([hidden])');
        expect(await page.textContent('.map-note')).toMatch(/^The map was not turned\. .+\.$/);
        expect(await changes(page)).toEqual([]);
        expect(await page.locator('[data-centre] option:checked').textContent()).toBe('Europe, Africa');
        expect(await page.locator('use.land').getAttribute('href')).toBe('basemap.svg#land');
        fail = false;
        await press(page, 'east');
        expect((await settled(page, 1))?.[0]).toBe('41E');
        expect(await page.locator('.map-note').isHidden()).toBe(true);
      },
      {
        ...DESK,
        before: (page) =>
          page.route('**/basemap.topo.json', (route) =>
            fail ? route.fulfill({ status: 503, body: 'Busy' }) : route.continue(),
          ),
      },
    );
  });

  test('whose figure is drawn anew while a reader drags goes on', async () => {
    await on('', async (page) => {
      const [x, y] = await at(page, 0.5, 0.5);
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x - 50, y, { steps: 3 });
      await page.waitForSelector('.sketch', { state: 'attached' });
      await page.evaluate(() => mapPage.choose('CHN'));
      await page.mouse.move(x + 10, y, { steps: 3 });
      await page.mouse.up();
      await pause(page);
      expect(await page.locator('.turning, .sketch').count()).toBe(0);
      expect(await page.locator('.map-tools').count()).toBe(1);
    });
  });

  for (const [width, scheme] of [
    [360, 'light'],
    [360, 'dark'],
    [1100, 'light'],
    [1100, 'dark'],
  ] as const)
    test(`is accessible, ${width} px wide, ${scheme}`, async () => {
      await on(
        '?map=2x,20N,20E',
        async (page) => {
          expect(await axeViolations(page)).toEqual([]);
          expect(await overflow(page)).toEqual([]);
        },
        { ...DESK, viewport: { width, height: 800 }, colorScheme: scheme },
      );
    });

  test('has no buttons on paper', async () => {
    await on('', async (page) => {
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.map-tools').isHidden()).toBe(true);
    });
  });

  test('has buttons that can be told apart in forced colours', async () => {
    await on(
      '',
      async (page) => {
        const colour = (move: string) =>
          page.locator(`[data-move="${move}"]`).evaluate((e) => getComputedStyle(e).color);
        expect(await colour('out')).not.toBe(await colour('in'));
      },
      { ...DESK, forcedColors: 'active' },
    );
  });
});

test('a figure without a bar gets one, in the same place', async () => {
  const top = (page: Page) => page.locator('.map-tools').evaluate((e: HTMLElement) => [e.offsetTop, e.inert]);
  let written: (number | boolean)[] = [];
  await on('', async (page) => {
    written = await top(page);
  });
  await on('bare.html', async (page) => {
    expect(await top(page)).toEqual(written);
    await press(page, 'in');
    expect((await settled(page, 1))?.[0]).toMatch(/^1\.5x/);
  });
});

test('layout does not move while a reader moves the map', async () => {
  await on('', async (page) => {
    const before = (await layoutShifts(page)).length;
    for (const move of ['in', 'in', 'east', 'reset', 'west']) await press(page, move);
    await settled(page, 5);
    expect((await layoutShifts(page)).slice(before)).toEqual([]);
  });
});
