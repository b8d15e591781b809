import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeViolations } from './support/axe.ts';
import { launchBrowser } from '../scripts/lib/browser.ts';
import { servePalettePage } from './support/palette-page/open.ts';
import type { TestServer } from '../scripts/lib/serve-folder.ts';
import { layoutShifts, overflow, visit } from './support/visit.ts';

let browser: Browser;
let server: TestServer;

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), servePalettePage()]);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

const DESK: BrowserContextOptions = { viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' };
const PHONE: BrowserContextOptions = {
  viewport: { width: 360, height: 740 },
  hasTouch: true,
  isMobile: true,
  reducedMotion: 'reduce',
};
type Options = BrowserContextOptions & {
  readonly before?: (page: Page) => Promise<unknown>;
  readonly path?: string;
};

/** Opens the page, does something with it, and sees that nothing went wrong on the way. */
async function on(work: (page: Page) => Promise<void>, options: Options = DESK): Promise<void> {
  const { path = '', ...rest } = options;
  const { page, network, close } = await visit(browser, server, path, rest);
  try {
    page.setDefaultTimeout(5_000);
    await ready(page);
    await work(page);
    expect([network.errors, network.violations, network.foreign]).toEqual([[], [], []]);
  } finally {
    await close();
  }
}

const ready = async (page: Page) => {
  await page.waitForSelector('html[data-ready]');
  // The site's pages have the font of their tools from the start.
  await page.evaluate(() =>
    Promise.all(['400', '600'].map((weight) => document.fonts.load(`${weight} 16px Inter`))),
  );
};

/** As a browser that refuses all storage. */
const refuseStorage = (page: Page) =>
  page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage'])
      Object.defineProperty(globalThis, name, {
        get: () => {
          throw new DOMException('refused', 'SecurityError');
        },
      });
  });

const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.id || document.activeElement?.classList[0]);
const ran = (page: Page) => page.evaluate(() => [...palettePage.ran]);
const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};

describe('the palette', () => {
  const field = (page: Page) => page.getByRole('combobox', { name: 'Find a command' });
  const isOpen = (page: Page) => page.locator('dialog.palette').evaluate((e: HTMLDialogElement) => e.open);
  const options = (page: Page) => page.locator('.palette [role=option] .palette-title').allTextContents();
  const headings = (page: Page) => page.locator('.palette-heading').allTextContents();
  /** The active option, as the field names it, if it is also the one that is marked. */
  const active = (page: Page) =>
    page.evaluate(() => {
      const id = document.querySelector('[role=combobox]')?.getAttribute('aria-activedescendant');
      const marked = [...document.querySelectorAll('[role=option][aria-selected=true]')];
      if (marked.length !== 1 || marked[0]?.id !== id) return `${marked.length} marked`;
      return marked[0]?.querySelector('.palette-title')?.textContent;
    });
  const openBy = async (page: Page, text = '') => {
    await press(page, 'Control+k');
    if (text) await field(page).fill(text);
  };

  describe('opens', () => {
    test('by its button, and the focus comes back to it', () =>
      on(async (page) => {
        await page.click('#palette-button');
        expect(await focused(page)).toBe('palette-field');
        await press(page, 'Escape');
        expect(await isOpen(page)).toBe(false);
        expect(await focused(page)).toBe('palette-button');
      }));

    test.each(['Control+k', 'Meta+k'])('by %s, also out of a field of text, whose words stay', (keys) =>
      on(async (page) => {
        await page.fill('#field', 'words');
        await press(page, keys);
        expect(await focused(page)).toBe('palette-field');
        await press(page, 'Escape');
        expect(await focused(page)).toBe('field');
        expect(await page.inputValue('#field')).toBe('words');
      }),
    );

    test('by no other key', () =>
      on(async (page) => {
        await page.focus('#field');
        await press(page, 'k', 'Control+Shift+k', 'Alt+k', 'Control+j');
        expect(await page.locator('dialog.palette').count()).toBe(0);
        expect(await page.inputValue('#field')).toBe('k');
      }));

    test('on a keyboard of another script, where the key has another letter', () =>
      on(async (page) => {
        const key = (init: { readonly key: string; readonly code: string }) =>
          page.evaluate((given) => {
            const event = new KeyboardEvent('keydown', {
              ...given,
              ctrlKey: true,
              bubbles: true,
              cancelable: true,
            });
            return !document.body.dispatchEvent(event);
          }, init);
        // On Dvorak the place of K is T's: a new tab.
        expect(await key({ key: 't', code: 'KeyK' })).toBe(false);
        expect(await key({ key: 'л', code: 'KeyK' })).toBe(true);
        expect(await isOpen(page)).toBe(true);
      }));

    test('and closes by the same keys, by its cross, and by a press beside it', () =>
      on(async (page) => {
        const closings = [
          () => press(page, 'Control+k'),
          () => page.getByRole('button', { name: 'Close' }).click(),
          () => page.mouse.click(20, 400),
        ];
        for (const closing of closings) {
          await page.focus('#year');
          await openBy(page);
          expect(await isOpen(page)).toBe(true);
          await closing();
          expect(await isOpen(page)).toBe(false);
          expect(await focused(page)).toBe('year');
        }
      }));

    test('with an empty field each time', () =>
      on(async (page) => {
        await openBy(page, 'germany');
        await press(page, 'Escape', 'Control+k');
        expect(await field(page).inputValue()).toBe('');
        expect((await options(page)).length).toBeGreaterThan(5);
      }));

    test('anew from a command of its own', () =>
      on(async (page) => {
        await openBy(page, 'open the palette');
        await press(page, 'Enter');
        // The event of the first closing comes late.
        await page.waitForTimeout(100);
        expect(await isOpen(page)).toBe(true);
        expect(await focused(page)).toBe('palette-field');
      }));
  });

  describe('by keyboard', () => {
    test('arrows, Home, End and pages go through the options, and Enter runs one', () =>
      on(async (page) => {
        await openBy(page, 'regional');
        const all = await options(page);
        expect(all).toHaveLength(50);
        const at = async (...keys: string[]) => {
          await press(page, ...keys);
          return all.indexOf((await active(page)) ?? '');
        };
        expect(await at()).toBe(0);
        expect(await at('ArrowDown')).toBe(1);
        expect(await at('ArrowDown', 'ArrowUp', 'ArrowUp')).toBe(0);
        expect(await at('ArrowUp')).toBe(49);
        expect(await at('ArrowDown')).toBe(0);
        expect(await at('End')).toBe(49);
        expect(await at('PageDown')).toBe(49);
        const up = await at('PageUp');
        expect(up).toBeGreaterThan(30);
        expect(up).toBeLessThan(46);
        expect(await at('Home')).toBe(0);
        expect(await at('PageUp')).toBe(0);
        expect(await at('PageDown')).toBe(49 - up);
        await press(page, 'Enter');
        expect(await ran(page)).toEqual([`group-${49 - up}`]);
        expect(await isOpen(page)).toBe(false);
      }));

    test('the active option is always in sight, and with the first its heading', () =>
      on(async (page) => {
        await openBy(page);
        const seen = () =>
          page.evaluate(() => {
            const list = document.querySelector('.palette-list')?.getBoundingClientRect();
            const option = document.querySelector('[aria-selected=true]')?.getBoundingClientRect();
            const heads = [...document.querySelectorAll('.palette-heading')].map((e) =>
              e.getBoundingClientRect(),
            );
            if (!list || !option) return 'nothing';
            if (option.top < list.top || option.bottom > list.bottom + 0.5) return 'out of the list';
            return heads.some((head) => head.bottom > option.top + 0.5 && head.top < option.bottom - 0.5)
              ? 'under a heading'
              : 'seen';
          });
        for (let i = 0; i < 30; i++) {
          expect(await seen(), `${i} down`).toBe('seen');
          await press(page, 'ArrowDown');
        }
        for (let i = 0; i < 30; i++) {
          await press(page, 'ArrowUp');
          expect(await seen(), `${i} up`).toBe('seen');
        }
        expect(await page.locator('.palette-list').evaluate((e) => e.scrollTop)).toBe(0);
      }));

    test('with a modifier keys belong to the field', () =>
      on(async (page) => {
        await openBy(page, 'un');
        await press(page, 'ArrowDown');
        const there = await active(page);
        await press(page, 'Shift+Home');
        expect(await active(page)).toBe(there);
        expect(await page.evaluate(() => getSelection()?.toString())).toBe('un');
      }));

    test('while letters are composed, Enter is not for the list', () =>
      on(async (page) => {
        await openBy(page, '中');
        await field(page).dispatchEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true });
        expect(await ran(page)).toEqual([]);
        await press(page, 'Enter');
        expect(await ran(page)).toEqual(['CHN']);
      }));

    test('Tab stays within', () =>
      on(async (page) => {
        await openBy(page);
        await press(page, 'Tab');
        expect(await focused(page)).toBe('palette-close');
        await press(page, 'Shift+Tab');
        expect(await focused(page)).toBe('palette-field');
      }));
  });

  describe('by mouse', () => {
    test('a press runs, and the focus is back before that', () =>
      on(async (page) => {
        await page.focus('#field');
        await openBy(page, 'germ');
        await page.getByRole('option', { name: /^Germany/ }).click();
        expect(await ran(page)).toEqual(['DEU']);
        expect(await page.evaluate(() => palettePage.focusAtRun)).toBe('field');
      }));

    test('a pointer that moves makes active, one that the list scrolls under does not', () =>
      on(async (page) => {
        await openBy(page, 'regional');
        await page.getByRole('option').nth(3).hover();
        expect(await active(page)).toBe((await options(page))[3]);
        await press(page, 'End');
        await page.waitForTimeout(100);
        expect(await active(page)).toBe((await options(page)).at(-1));
      }));

    test('a press on a heading does nothing, and the field keeps the focus', () =>
      on(async (page) => {
        await openBy(page, 'germ');
        await page.locator('.palette-heading').first().click();
        expect(await isOpen(page)).toBe(true);
        expect(await focused(page)).toBe('palette-field');
      }));
  });

  test('the focus goes to the button where what had it is gone', () =>
    on(async (page) => {
      await page.focus('#field');
      await openBy(page);
      await page.evaluate(() => document.getElementById('field')?.remove());
      await press(page, 'Escape');
      expect(await focused(page)).toBe('palette-button');
    }));

  describe('offers', () => {
    test('the first of each group before anything is typed, with hints at the right', () =>
      on(async (page) => {
        await openBy(page);
        expect(await headings(page)).toEqual(['Layers', 'Countries', 'Groups', 'Actions']);
        const [hint, option] = await Promise.all([
          page.locator('.palette-hint').boundingBox(),
          page.getByRole('option', { name: /^Undo/ }).boundingBox(),
        ]);
        expect(await page.locator('.palette-hint').textContent()).toBe('Ctrl + Z');
        const gap = (option?.x ?? 0) + (option?.width ?? 0) - (hint?.x ?? 0) - (hint?.width ?? 0);
        expect(gap).toBeGreaterThan(0);
        expect(gap).toBeLessThan(32);
      }));

    test('what was run lately first, also to the next page of this window', () =>
      on(async (page) => {
        for (const text of ['germany', 'students india germany 2015', 'undo']) {
          await openBy(page, text);
          await press(page, 'Enter');
        }
        const check = async () => {
          await openBy(page);
          expect((await headings(page))[0]).toBe('Recent');
          expect((await options(page)).slice(0, 3)).toEqual([
            'Undo',
            'Students from India to Germany, 2015',
            'Germany',
          ]);
        };
        await check();
        await press(page, 'Escape');
        await page.reload();
        await ready(page);
        await check();
        // One that was composed is composed again.
        await press(page, 'ArrowDown', 'Enter');
        expect(await ran(page)).toEqual(['question: Students from India to Germany, 2015']);
        await openBy(page);
        expect((await options(page))[0]).toBe('Students from India to Germany, 2015');
      }));

    test('what was run lately where the browser refuses storage, until the page is left', () =>
      on(
        async (page) => {
          await openBy(page, 'germany');
          await press(page, 'Enter');
          await openBy(page);
          expect(await options(page)).toContain('Germany');
          expect((await headings(page))[0]).toBe('Recent');
        },
        { ...DESK, before: refuseStorage },
      ));

    test('a question at the top', () =>
      on(async (page) => {
        await openBy(page, 'papers de us');
        expect((await options(page))[0]).toBe('Papers of Germany and the United States');
        await press(page, 'Enter');
        expect(await ran(page)).toEqual(['question: Papers of Germany and the United States']);
      }));

    test('why a country was found whose name says it not', () =>
      on(async (page) => {
        await openBy(page, 'alema');
        expect(await page.getByRole('option').first().innerText()).toMatch(/Germany\s+Alemania/);
      }));

    test('at most fifty, and says how many more; the number is heard once the typing rests', () =>
      on(async (page) => {
        const status = page.locator('.palette [role=status]');
        await openBy(page);
        await field(page).pressSequentially('regional', { delay: 20 });
        expect(await status.textContent()).toBe('');
        expect(await page.locator('.palette-more').textContent()).toBe('and 12 more: type on to find them');
        await page.waitForFunction(() => document.querySelector('.palette [role=status]')?.textContent);
        expect(await status.textContent()).toBe('62 results: 50 shown, and 12 more: type on to find them.');
        await field(page).fill('germany');
        await page.waitForTimeout(600);
        expect(await status.textContent()).toBe('1 result.');
        expect(await page.locator('.palette-more').isVisible()).toBe(false);
      }));

    test('where nothing is found, what can be searched', () =>
      on(async (page) => {
        await openBy(page, 'zzz');
        const words = page.locator('.palette-nothing');
        expect(await words.textContent()).toBe(
          'Nothing is found for “zzz”. Here you can search layers, countries (in six languages, or by their codes), groups and actions; or write a question, such as “students India Germany”.',
        );
        expect(await field(page).getAttribute('aria-expanded')).toBe('false');
        expect(await field(page).getAttribute('aria-activedescendant')).toBeNull();
        await press(page, 'Enter', 'ArrowDown', 'PageDown');
        expect(await isOpen(page)).toBe(true);
        expect(await ran(page)).toEqual([]);
        await page.waitForTimeout(600);
        expect(await page.locator('.palette [role=status]').textContent()).toContain('Nothing is found');
        await field(page).fill('germany');
        expect(await words.isVisible()).toBe(false);
        expect(await field(page).getAttribute('aria-expanded')).toBe('true');
      }));

    test('nothing that is markup', () =>
      on(async (page) => {
        await openBy(page, '<img src=x onerror=alert(1)>');
        expect(await page.locator('.palette img').count()).toBe(0);
        expect(await page.locator('.palette-nothing').textContent()).toContain('<img src=x');
      }));
  });

  test('on a phone it is as wide as the window, and fingers can press it', () =>
    on(async (page) => {
      await page.tap('#palette-button');
      const box = await page.locator('dialog.palette').boundingBox();
      expect([box?.x, box?.y, box?.width]).toEqual([0, 0, 360]);
      expect((box?.height ?? 999) <= 740).toBe(true);
      const small = await page
        .locator('.palette :is(input, button, [role=option])')
        .evaluateAll((all) =>
          all.filter((e) => e.getBoundingClientRect().height < 44).map((e) => e.textContent),
        );
      expect(small).toEqual([]);
      expect(await overflow(page)).toEqual([]);
      await page.getByRole('option', { name: 'Scholars' }).tap();
      expect(await ran(page)).toEqual(['layer-scholars']);
    }, PHONE));

  test.each(['light', 'dark'] as const)('axe finds nothing: %s', (colorScheme) =>
    on(
      async (page) => {
        await openBy(page);
        await page.waitForTimeout(50);
        expect(await axeViolations(page)).toEqual([]);
        await field(page).fill('alem');
        expect(await axeViolations(page)).toEqual([]);
        await field(page).fill('zzz');
        expect(await axeViolations(page)).toEqual([]);
      },
      { ...DESK, colorScheme },
    ),
  );

  test('in forced colours the active option is seen', () =>
    on(
      async (page) => {
        await openBy(page);
        const [first, second] = await page
          .getByRole('option')
          .evaluateAll((all) => all.slice(0, 2).map((e) => getComputedStyle(e).backgroundColor));
        expect(first).not.toBe(second);
      },
      { ...DESK, forcedColors: 'active' },
    ));
});

describe('the tour', () => {
  const TITLES = [
    'Choose what is shown',
    'Put pictures side by side',
    'Read the picture',
    'Take it with you',
  ];
  const TARGETS = ['[data-controls]', '[data-parts]', '#map .picture', '[data-take]'];
  const panel = (page: Page) => page.locator('.tour-panel');
  const title = (page: Page) => page.locator('.tour-title').textContent();
  const button = (page: Page, name: string) => panel(page).getByRole('button', { name });
  const boxes = (page: Page, target: string) =>
    page.evaluate((selector) => {
      const box = (element: Element | null) => {
        const { left, top, right, bottom } = element?.getBoundingClientRect() ?? new DOMRect();
        return { left, top, right, bottom };
      };
      return {
        panel: box(document.querySelector('.tour-panel')),
        ring: box(document.querySelector('.tour-ring')),
        target: box(document.querySelector(selector)),
        window: { width: document.documentElement.clientWidth, height: innerHeight },
      };
    }, target);
  type Edges = Awaited<ReturnType<typeof boxes>>['panel'];
  const meet = (a: Edges, b: Edges) =>
    a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

  /** The panel is in the window, beside the target, and the ring is round it. */
  async function placed(page: Page, target: string): Promise<void> {
    await page.waitForTimeout(50);
    const { panel: at, ring, target: it, window } = await boxes(page, target);
    expect(at.left).toBeGreaterThanOrEqual(0);
    expect(at.top).toBeGreaterThanOrEqual(0);
    expect(at.right).toBeLessThanOrEqual(window.width);
    expect(at.bottom).toBeLessThanOrEqual(window.height);
    expect(meet(at, it), `${target} is covered`).toBe(false);
    expect(it.top, `${target} is in sight`).toBeGreaterThanOrEqual(0);
    expect(it.bottom, `${target} is in sight`).toBeLessThanOrEqual(window.height);
    expect(ring.top).toBeLessThanOrEqual(it.top);
    expect(ring.bottom).toBeGreaterThanOrEqual(it.bottom);
  }

  describe.each([
    ['1280 × 800', DESK],
    ['360 × 740', PHONE],
    ['with motion', { viewport: { width: 1280, height: 800 } }],
  ])('%s', (_, options) => {
    test('goes through four steps, there and back, each beside what it is about', () =>
      on(async (page) => {
        await page.click('#tour-button');
        expect(await focused(page)).toBe('tour-panel');
        for (const [i, target] of TARGETS.entries()) {
          expect(await title(page)).toBe(TITLES[i]);
          expect(await page.locator('.tour-place').textContent()).toBe(`${i + 1} of 4`);
          // A page that scrolls softly takes its time.
          if (!options.reducedMotion) await page.waitForTimeout(900);
          await placed(page, target);
          if (i < 3) await button(page, 'Next').click();
        }
        await button(page, 'Back').click();
        expect(await title(page)).toBe(TITLES[2]);
        if (!options.reducedMotion) await page.waitForTimeout(900);
        await placed(page, TARGETS[2] ?? '');
        await button(page, 'Next').click();
        await button(page, 'Done').click();
        expect(await panel(page).count()).toBe(0);
        expect(await page.locator('.tour-ring').count()).toBe(0);
        expect(await focused(page)).toBe('tour-button');
        expect(await layoutShifts(page)).toEqual([]);
      }, options));
  });

  test('what sticks to the head of the window covers no target', () =>
    on(async (page) => {
      await page.evaluate(() => scrollTo(0, 900));
      await page.evaluate(() => document.getElementById('tour-button')?.click());
      await page.waitForSelector('.tour-panel');
      await button(page, 'Next').click();
      await button(page, 'Next').click();
      await page.waitForTimeout(100);
      const { target } = await boxes(page, '#map .picture');
      const { target: controls } = await boxes(page, '[data-controls]');
      expect(meet(target, controls)).toBe(false);
    }));

  test('ring and panel follow what moves', () =>
    on(async (page) => {
      await page.click('#tour-button');
      await button(page, 'Next').click();
      const before = await boxes(page, '[data-parts]');
      await page.mouse.wheel(0, 60);
      await page.waitForTimeout(300);
      const after = await boxes(page, '[data-parts]');
      expect(after.target.top).toBeLessThan(before.target.top);
      await placed(page, '[data-parts]');
      // And what grows.
      await page.click('#field');
      await page.locator('[data-parts]').evaluate((e) => (e.style.height = '120px'));
      await placed(page, '[data-parts]');
      // Far away there is no ring, and the panel is still in the window.
      await page.evaluate(() => scrollTo(0, 5000));
      await page.waitForTimeout(100);
      expect(await page.locator('.tour-ring').isVisible()).toBe(false);
      const { panel: at, window } = await boxes(page, '[data-parts]');
      expect(at.bottom).toBeLessThanOrEqual(window.height);
    }));

  test('without motion the page is where it should be at once; with it, it glides', async () => {
    const path = (reducedMotion: 'reduce' | 'no-preference') =>
      new Promise<number[]>((done, fail) => {
        on(
          async (page) => {
            await page.click('#tour-button');
            await page.evaluate(() => scrollTo(0, 0));
            await page.evaluate(() => {
              const log = globalThis as unknown as { tops: number[] };
              log.tops = [];
              addEventListener('scroll', () => log.tops.push(scrollY));
            });
            await button(page, 'Next').click();
            await button(page, 'Next').click();
            await page.waitForTimeout(1200);
            done(await page.evaluate(() => (globalThis as unknown as { tops: number[] }).tops));
          },
          { viewport: { width: 1280, height: 640 }, reducedMotion },
        ).catch(fail);
      });
    const [calm, soft] = [await path('reduce'), await path('no-preference')];
    expect(new Set(calm).size).toBe(1);
    expect(new Set(soft).size).toBeGreaterThan(2);
    expect(Math.abs((calm.at(-1) ?? 0) - (soft.at(-1) ?? 0))).toBeLessThan(2);
  });

  describe('by keyboard', () => {
    test('the focus stays on the button that is pressed, and goes to the panel with one that goes', () =>
      on(async (page) => {
        await page.focus('#tour-button');
        await press(page, 'Enter', 'Tab');
        expect(await focused(page)).toBe('tour-skip');
        await press(page, 'Tab', 'Enter', 'Enter');
        expect(await title(page)).toBe(TITLES[2]);
        expect(await focused(page)).toBe('tour-next');
        await press(page, 'Shift+Tab', 'Enter', 'Enter');
        expect(await title(page)).toBe(TITLES[0]);
        expect(await focused(page)).toBe('tour-panel');
      }));

    test('arrows go on and back while the panel has the focus', () =>
      on(async (page) => {
        await page.click('#tour-button');
        await press(page, 'ArrowLeft');
        expect(await title(page)).toBe(TITLES[0]);
        await press(page, 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight');
        expect(await title(page)).toBe(TITLES[3]);
        await press(page, 'ArrowLeft');
        expect(await title(page)).toBe(TITLES[2]);
        await page.focus('#year');
        await press(page, 'ArrowRight');
        expect(await title(page)).toBe(TITLES[2]);
      }));

    test('Escape ends it, from the panel and from the page', () =>
      on(async (page) => {
        await page.focus('#last');
        await page.evaluate(() => document.getElementById('tour-button')?.click());
        await press(page, 'Escape');
        expect(await panel(page).count()).toBe(0);
        expect(await focused(page)).toBe('last');
        await page.click('#tour-button');
        await page.focus('#field');
        await press(page, 'Escape');
        expect(await panel(page).count()).toBe(0);
        // A reader who has gone on stays there.
        expect(await focused(page)).toBe('field');
      }));

    test('the palette opens over it and closes by its own Escape', () =>
      on(async (page) => {
        await page.click('#tour-button');
        await press(page, 'Control+k', 'Escape');
        expect(await panel(page).count()).toBe(1);
        expect(await focused(page)).toBe('tour-panel');
      }));
  });

  test('Skip ends it; the button of a tour on its way gives the focus back', () =>
    on(async (page) => {
      await page.click('#tour-button');
      await button(page, 'Next').click();
      await page.click('#tour-button');
      expect(await title(page)).toBe(TITLES[1]);
      expect(await focused(page)).toBe('tour-panel');
      await button(page, 'Skip').click();
      expect(await panel(page).count()).toBe(0);
    }));

  test('the page stays usable', () =>
    on(async (page) => {
      await page.click('#tour-button');
      // Within the ring and out of it.
      const { ring } = await boxes(page, '#field');
      const box = await page.locator('#field').boundingBox();
      if (!box) throw new Error('The field is not there.');
      expect(box.y).toBeGreaterThan(ring.top);
      await page.mouse.click(box.x + 5, box.y + 5);
      await page.keyboard.type('words');
      await page.click('#last');
      expect(await focused(page)).toBe('last');
      expect(await page.inputValue('#field')).toBe('words');
      expect(await panel(page).count()).toBe(1);
      expect(await page.locator('[inert], [aria-hidden=true]:not(.tour-ring)').count()).toBe(0);
    }));

  test('steps whose target is not shown are left out, and another picture stands for the map', () =>
    on(async (page) => {
      await page.evaluate(() => {
        for (const selector of ['[data-take]', '#map'])
          document.querySelector(selector)?.setAttribute('data-hidden', '');
      });
      await page.click('#tour-button');
      expect(await page.locator('.tour-place').textContent()).toBe('1 of 3');
      await button(page, 'Next').click();
      await button(page, 'Next').click();
      await placed(page, '#ranking .picture');
      expect(await button(page, 'Done').count()).toBe(1);
    }));

  test('a target that goes while it is shown leaves the panel in sight', () =>
    on(async (page) => {
      await page.click('#tour-button');
      await button(page, 'Next').click();
      await page.evaluate(() => document.querySelector('[data-parts]')?.remove());
      await page.waitForTimeout(100);
      expect(await page.locator('.tour-ring').isVisible()).toBe(false);
      expect(await panel(page).isVisible()).toBe(true);
      await button(page, 'Next').click();
      await placed(page, '#map .picture');
    }));

  test('fingers can press its buttons', () =>
    on(async (page) => {
      const small = () =>
        page
          .locator('.tour-panel button:visible, .tour-offer button')
          .evaluateAll(
            (all) =>
              all.filter((e) => e.getBoundingClientRect().height < 44 || e.getBoundingClientRect().width < 44)
                .length,
          );
      expect(await page.locator('.tour-offer button').count()).toBe(2);
      expect(await small()).toBe(0);
      expect(await overflow(page)).toEqual([]);
      await page.tap('[data-offer=start]');
      expect(await small()).toBe(0);
      expect(await overflow(page)).toEqual([]);
    }, PHONE));

  test.each([
    ['light', DESK],
    ['dark', DESK],
    ['light', PHONE],
  ] as const)('axe finds nothing: %s', (colorScheme, options) =>
    on(
      async (page) => {
        expect(await axeViolations(page)).toEqual([]);
        await page.click('[data-offer=start]');
        for (let i = 0; i < 4; i++) {
          // Axe takes long, and what moves long after a press would count as moving of itself.
          await page.waitForTimeout(50);
          expect(await axeViolations(page)).toEqual([]);
          await page.locator('.tour-next').click();
        }
      },
      { ...options, colorScheme },
    ),
  );
});

describe('the offer of the tour', () => {
  const offer = (page: Page) => page.locator('.tour-offer');
  const reload = async (page: Page) => {
    await page.reload();
    await ready(page);
  };

  test('comes on a first visit, in a corner, and lies over no more than that', () =>
    on(async (page) => {
      expect(await offer(page).innerText()).toContain('New here? A tour of four steps');
      const box = await offer(page).boundingBox();
      expect((box?.width ?? 999) * (box?.height ?? 999)).toBeLessThan(0.06 * 1280 * 800);
      await page.click('#field');
      expect(await focused(page)).toBe('field');
      expect(await layoutShifts(page)).toEqual([]);
    }));

  test('not where the address has a state', () =>
    on(
      async (page) => {
        expect(await offer(page).count()).toBe(0);
        await page.click('#tour-button');
        expect(await page.locator('.tour-panel').count()).toBe(1);
      },
      { ...DESK, path: '?v=1&layer=students' },
    ));

  test('is not given the focus, and a keyboard comes to it first in the content', () =>
    on(async (page) => {
      expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
      await press(page, 'Tab', 'Tab');
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Start');
    }));

  test('refused it is not made again, and the focus goes to where the tour is to be had', () =>
    on(async (page) => {
      await page.click('[data-offer=refuse]');
      expect(await offer(page).count()).toBe(0);
      expect(await focused(page)).toBe('tour-button');
      await reload(page);
      expect(await offer(page).count()).toBe(0);
    }));

  test('accepted it starts the tour, which gives the focus to its button, and is not made again', () =>
    on(async (page) => {
      await page.focus('[data-offer=start]');
      await press(page, 'Enter');
      expect(await offer(page).count()).toBe(0);
      expect(await focused(page)).toBe('tour-panel');
      await press(page, 'Escape');
      expect(await focused(page)).toBe('tour-button');
      await reload(page);
      expect(await offer(page).count()).toBe(0);
    }));

  test('goes as soon as the reader uses the page, and is not made again', () =>
    on(async (page) => {
      await page.mouse.wheel(0, 200);
      expect(await offer(page).count()).toBe(1);
      await page.click('#last');
      expect(await offer(page).count()).toBe(0);
      expect(await focused(page)).toBe('last');
      await reload(page);
      expect(await offer(page).count()).toBe(0);
    }));

  test('unanswered it is made again', () =>
    on(async (page) => {
      await reload(page);
      expect(await offer(page).count()).toBe(1);
    }));

  test('where the browser refuses storage, it can be refused all the same', () =>
    on(
      async (page) => {
        await page.click('[data-offer=refuse]');
        expect(await offer(page).count()).toBe(0);
        await page.click('#tour-button');
        await press(page, 'Escape');
        expect(await offer(page).count()).toBe(0);
      },
      { ...DESK, before: refuseStorage },
    ));
});
