import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { figureStates, fromSearch, searchOf } from '../src/live/explorer-state.ts';
import { openAtlas } from '../src/views/view.ts';
import { axeViolations } from './support/axe.ts';
import { launchBrowser } from './support/browser.ts';
import { HOSTILE, hostileAsked, oneOf, random, randomState } from './support/random.ts';
import { serveFolder, type TestServer } from './support/server.ts';
import { DIST, readAtlas } from './support/site.ts';
import { overflow, visit, type Visit, type VisitOptions } from './support/visit.ts';

const atlas = openAtlas(await readAtlas(), '/release/');
let browser: Browser;
let server: TestServer;
let open: Visit[] = [];

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), serveFolder(DIST, { base: '/some/folder/' })]);
});
afterEach(async () => {
  await Promise.all(open.map((one) => one.close()));
  open = [];
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** Opens the explorer and waits until it is alive and all that the address asks for stands. */
async function explore(search = '', options: VisitOptions = {}): Promise<Visit> {
  const opened = await visit(browser, server, `explore/${search}`, options);
  open.push(opened);
  await ready(opened.page);
  return opened;
}
const ready = async (page: Page): Promise<void> => {
  await page.waitForSelector('[data-explorer][data-ready]');
  await settled(page);
};
/** Waits until no figure waits for an answer. */
const settled = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => !document.querySelector('[data-explorer] [aria-busy]'));

const FIGURES = ['map', 'ranking', 'trend', 'pair'] as const;
type FigureName = (typeof FIGURES)[number];

interface Shown {
  readonly title: string;
  readonly picture: string;
  readonly table: string;
}
/** What a figure shows. The picture is the drawing that is in sight. */
const shown = (page: Page, figure: FigureName): Promise<Shown> =>
  page.locator(`#${figure}`).evaluate((element) => {
    const drawings = [...element.querySelectorAll<SVGElement>('.picture > div > svg')];
    // A closed table of a live figure is written when it is opened.
    if (!element.querySelector('table')) {
      const summary = element.querySelector('summary');
      summary?.click();
      summary?.click();
    }
    return {
      title: element.querySelector('.figure-title')?.textContent ?? '',
      picture: drawings.find((svg) => svg.getBoundingClientRect().width > 0)?.outerHTML ?? '',
      table: element.querySelector('table')?.textContent ?? '',
    };
  });
const allShown = async (page: Page) =>
  Object.fromEntries(await Promise.all(FIGURES.map(async (f) => [f, await shown(page, f)])));
const searchIn = (page: Page): string => new URL(page.url()).search;
/** The address follows within a frame or two. */
const expectSearch = (page: Page, search: string) =>
  expect.poll(() => searchIn(page), { timeout: 10_000 }).toBe(search);
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLInputElement | null;
    return [
      element?.tagName.toLowerCase(),
      element?.getAttribute('name') ?? element?.textContent.trim().slice(0, 20),
    ].join(' ');
  });
const status = (page: Page, figure: FigureName) => page.locator(`#${figure} [data-figure-status]`);
const retry = (page: Page, figure: FigureName) =>
  status(page, figure).getByRole('button', { name: 'Try again' });

const control = {
  layer: (page: Page, title: string) => page.getByRole('radio', { name: title, exact: true }).check(),
  direction: (page: Page, title: string) => page.getByRole('radio', { name: title, exact: true }).check(),
  select: (page: Page, name: string, value: string) =>
    page.locator(`select[name=${name}]`).selectOption(value),
  async year(page: Page, key: string) {
    await page.locator('#year').focus();
    await page.keyboard.press(key);
  },
};

/** Asserts that nothing went wrong that a reader would not be told. */
function expectQuiet({ network }: Visit): void {
  expect(network.errors).toEqual([]);
  expect(network.foreign).toEqual([]);
  expect(network.violations).toEqual([]);
}

describe('a control', () => {
  test.each<
    [string, string, (page: Page) => Promise<unknown>, string, RegExp, readonly FigureName[], string]
  >([
    [
      'the layer',
      '',
      (page) => control.layer(page, 'Students'),
      '?layer=students',
      /students between countries, 2018/,
      ['map', 'ranking', 'trend'],
      'input layer',
    ],
    [
      'the source',
      '?layer=scholars',
      (page) => control.select(page, 'source', 'scholarly-migration/openalex'),
      '?layer=scholars&source=scholarly-migration/openalex',
      /scholars between countries, 2020/,
      ['map', 'ranking'],
      'select source',
    ],
    [
      'the country',
      '',
      (page) => control.select(page, 'country', 'BRA'),
      '?country=BRA',
      /Papers that Brazil shares/,
      ['map', 'ranking', 'trend'],
      'select country',
    ],
    [
      'the partner',
      '?country=BRA',
      (page) => control.select(page, 'partner', 'PRT'),
      '?country=BRA&partner=PRT',
      /Papers that Brazil shares/,
      ['trend', 'pair'],
      'select partner',
    ],
    [
      'the direction',
      '?layer=students&country=FRA',
      (page) => control.direction(page, 'Out'),
      '?layer=students&country=FRA&direction=out',
      /Students from France by destination/,
      ['map', 'ranking', 'trend'],
      'input direction',
    ],
    [
      'the year',
      '',
      (page) => control.year(page, 'ArrowLeft'),
      '?year=2021',
      /share most papers, 2021/,
      ['map', 'ranking'],
      'input year',
    ],
    [
      'the first year',
      '',
      (page) => control.year(page, 'Home'),
      '?year=1990',
      /share most papers, 1990/,
      ['map', 'ranking'],
      'input year',
    ],
    [
      'the number of the largest',
      '',
      (page) => control.select(page, 'top', '10'),
      '?top=10',
      /The 10 pairs/,
      ['map', 'ranking'],
      'select top',
    ],
  ])(
    '%s changes title, picture, table and address, and keeps the focus',
    async (_, from, move, search, title, figures, focus) => {
      const { page } = await explore(from);
      const before = await allShown(page);
      await page
        .locator(focus.replace(/^(\w+) (\w+)$/, '$1[name=$2]'))
        .first()
        .focus();
      await move(page);
      await settled(page);
      await expectSearch(page, search);
      const after = await allShown(page);
      expect(after['map']?.title).toMatch(title);
      for (const figure of figures) {
        expect(after[figure]?.picture, figure).not.toBe(before[figure]?.picture);
        expect(after[figure]?.table, figure).not.toBe(before[figure]?.table);
      }
      expect(await focused(page)).toBe(focus);
      for (const one of open) expectQuiet(one);
      const state = figureStates(fromSearch(search, atlas).state);
      expect(JSON.parse((await page.locator('#map').getAttribute('data-state')) ?? '')).toEqual(state.map);
    },
  );

  test('that says nothing in a state is not shown', async () => {
    const { page } = await explore('?country=BRA');
    const parts = () =>
      page
        .locator('[data-part]:visible')
        .evaluateAll((all) => all.map((part) => part.getAttribute('data-part')));
    expect(await parts()).toEqual(['partner']);
    await control.layer(page, 'Scholars');
    expect(await parts()).toEqual(['source', 'partner', 'direction']);
    await control.select(page, 'country', '');
    expect(await parts()).toEqual(['source']);
  });

  test('pulled from one end to the other is one step of the history', async () => {
    const { page } = await explore();
    const length = await page.evaluate(() => history.length);
    await page.locator('#year').evaluate((slider: HTMLInputElement) => {
      for (const year of [2020, 2018, 2015, 2010]) {
        slider.value = String(year);
        slider.dispatchEvent(new Event('input', { bubbles: true }));
      }
      slider.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await settled(page);
    await expectSearch(page, '?year=2010');
    expect(await page.evaluate(() => history.length)).toBe(length + 1);
    await page.goBack();
    await settled(page);
    expect((await shown(page, 'map')).title).toMatch(/2022$/);
  });
});

describe('a play', () => {
  test('shows year after year to the last, and is one step of the history', async () => {
    const { page } = await explore('?year=2020');
    const length = await page.evaluate(() => history.length);
    const button = page.getByRole('button', { name: 'Play' });
    await button.click();
    await page.waitForSelector('[data-play][aria-pressed=true]');
    await page.waitForSelector('[data-play][aria-pressed=false]');
    await settled(page);
    await expectSearch(page, '?year=2023');
    expect((await shown(page, 'map')).title).toMatch(/2023$/);
    expect(await page.locator('.year output').textContent()).toBe('2023');
    expect(await page.evaluate(() => history.length)).toBe(length + 1);
    await page.goBack();
    await settled(page);
    expect((await shown(page, 'map')).title).toMatch(/2020$/);
  });

  test('is ended by its button, and by any other control', async () => {
    const { page } = await explore('?year=1990');
    const year = () => page.locator('#year').inputValue();
    await page.getByRole('button', { name: 'Play' }).click();
    await expect.poll(year, { timeout: 20_000 }).toBe('1992');
    await page.getByRole('button', { name: 'Stop' }).click();
    await settled(page);
    await expectSearch(page, `?year=${await year()}`);

    await page.getByRole('button', { name: 'Play' }).click();
    await page.waitForSelector('[data-play][aria-pressed=true]');
    await control.select(page, 'country', 'DEU');
    expect(await page.locator('[data-play]').getAttribute('aria-pressed')).toBe('false');
    await settled(page);
    await expectSearch(page, `?year=${await year()}&country=DEU`);
  });
});

describe('the address', () => {
  test('goes back and forward, with controls and figures', async () => {
    const visited = await explore();
    const { page } = visited;
    const steps: [search: string, move: () => Promise<unknown>][] = [
      ['?layer=students', () => control.layer(page, 'Students')],
      ['?layer=students&country=IND', () => control.select(page, 'country', 'IND')],
      ['?layer=students&country=IND&direction=out', () => control.direction(page, 'Out')],
      ['?year=2018&country=IND', () => control.layer(page, 'Papers')],
    ];
    const seen = [{ search: '', figures: await allShown(page) }];
    for (const [search, move] of steps) {
      await move();
      await settled(page);
      await expectSearch(page, search);
      seen.push({ search, figures: await allShown(page) });
    }
    const compare = async (i: number) => {
      await settled(page);
      expect(searchIn(page)).toBe(seen[i]?.search);
      const now = await allShown(page);
      for (const figure of ['map', 'ranking', 'trend'])
        expect(now[figure]?.title, `${figure} of ${searchIn(page)}`).toBe(seen[i]?.figures[figure]?.title);
      const { state } = fromSearch(searchIn(page), atlas);
      expect(await page.locator('select[name=country]').inputValue()).toBe(state.country ?? '');
      expect(await page.locator('input[name=layer]:checked').inputValue()).toBe(state.layer);
      expect(await page.locator('#year').inputValue()).toBe(String(state.year));
    };
    for (const i of [3, 2, 1, 0]) {
      await page.goBack();
      await compare(i);
    }
    for (const i of [1, 2]) {
      await page.goForward();
      await compare(i);
    }
    expectQuiet(visited);
  });

  test('brings the same pictures after a reload, and to another reader', async () => {
    const first = await explore();
    await control.layer(first.page, 'Scholars');
    await control.select(first.page, 'country', 'CHN');
    await control.select(first.page, 'partner', 'USA');
    await control.select(first.page, 'top', '25');
    await control.year(first.page, 'ArrowLeft');
    await settled(first.page);
    await expectSearch(first.page, '?layer=scholars&year=2019&country=CHN&partner=USA&top=25');
    const before = await allShown(first.page);
    expect(before['pair']?.title).toMatch(/^China and the United States/);
    await first.page.reload();
    await ready(first.page);
    expect(await allShown(first.page)).toEqual(before);
    const second = await explore(searchIn(first.page));
    expect(await allShown(second.page)).toEqual(before);
    expectQuiet(first);
    expectQuiet(second);
  });

  test.each([
    ['?layer=%3Cscript%3Ealert(1)%3C/script%3E', '“<script>alert(1)</script…” is no layer'],
    ['?country=XXX&year=99999&top=-1', 'There is no country with the code XXX.'],
    ['?layer=%00', 'is no layer'],
    ['?country=%ff%fe', 'is no country code'],
    [`?source=${'x'.repeat(6000)}`, 'xxx…'],
    ['?year=1850', 'is no year'],
    ['?year=1989', 'this source has 1990 to 2023'],
    ['?country=DEU&partner=DEU', 'has no ties with itself'],
    ['?partner=DEU', 'choose a country'],
    ['?country=HMD', 'There are no data for Heard'],
    ['?layer=students&source=cordis-h2020', 'does not have this'],
    ['?%', null],
    ['?layer[]=students&__proto__=1&constructor=x', null],
  ])('%s is answered with a clear word and a whole page', async (search, words) => {
    const visited = await explore(search);
    const { page } = visited;
    const notice = page.locator('[data-notice]');
    if (words === null) expect(await notice.isVisible()).toBe(false);
    else expect(await notice.innerText()).toContain(words);
    expect(await notice.locator(':not(p)').count()).toBe(0);
    for (const figure of ['map', 'ranking', 'trend'] as const) {
      const { title, picture, table } = await shown(page, figure);
      for (const part of [title, picture, table]) expect(part, figure).not.toBe('');
    }
    expect(visited.network).toEqual({ foreign: [], console: [], errors: [], violations: [] });
    // The words go with the next choice.
    await control.select(page, 'top', '10');
    expect(await notice.isVisible()).toBe(false);
  });

  test('takes 60 sound and 60 hostile states in one session', async () => {
    const visited = await explore();
    const { page } = visited;
    const next = random(21);
    const searches = Array.from({ length: 120 }, (_, i) => {
      if (i % 2 === 0) return searchOf(randomState(atlas, next), atlas);
      const asked = {
        ...hostileAsked(atlas, next),
        [oneOf(['layer', 'year', 'x'], next)]: oneOf(HOSTILE, next),
      };
      return `?${new URLSearchParams(Object.entries(asked).map(([name, value]) => [name, value.slice(0, 3000)]))}`;
    });
    for (const search of searches) {
      await page.evaluate((address) => {
        history.pushState(null, '', address || location.pathname);
        dispatchEvent(new PopStateEvent('popstate'));
      }, search);
      await settled(page);
      const { state, problems } = fromSearch(search, atlas);
      const wanted = figureStates(state);
      const { states, failed, notice } = await page.evaluate(() => ({
        states: Object.fromEntries(
          [...document.querySelectorAll<HTMLElement>('[data-explorer] figure')].map((figure) => [
            figure.id,
            JSON.parse(figure.dataset['state'] ?? 'null') as unknown,
          ]),
        ),
        failed: [...document.querySelectorAll<HTMLElement>('[data-figure-status]:not([hidden])')].map(
          (p) => p.innerText,
        ),
        notice: [...document.querySelectorAll('[data-notice]:not([hidden]) p')].map((p) => p.textContent),
      }));
      expect({ search, failed, notice: notice.length }).toEqual({
        search,
        failed: [],
        notice: problems.length,
      });
      expect(states['map'] ?? wanted.map).toEqual(wanted.map);
      expect(states['ranking'] ?? wanted.ranking).toEqual(wanted.ranking);
      expect(states['trend'] ?? wanted.trend).toEqual(wanted.trend);
      if (wanted.pair) expect(states['pair']).toEqual(wanted.pair);
      expect(await page.locator('#pair').isVisible()).toBe(wanted.pair !== null);
    }
    expect(visited.network).toEqual({ foreign: [], console: [], errors: [], violations: [] });
  });
});

describe('answers that come late', () => {
  test('do not replace newer ones, nor tell of a wait that is over', async () => {
    const visited = await explore();
    const { page } = visited;
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/slices/layers/papers/**/1995.json', async (route) => {
      await held;
      await route.continue();
    });
    const year = (value: number) =>
      page.locator('#year').evaluate((slider: HTMLInputElement, to) => {
        slider.value = String(to);
        slider.dispatchEvent(new Event('input', { bubbles: true }));
      }, value);
    await year(1995);
    expect(await page.locator('#map').getAttribute('aria-busy')).toBe('true');
    await year(2001);
    await settled(page);
    const at2001 = await shown(page, 'map');
    expect(at2001.title).toMatch(/2001$/);
    // The page's timers come in order: one set now for longer than the wait before "Fetching" comes after it.
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 260)));
    expect(await status(page, 'map').isVisible()).toBe(false);
    const arrived = page.waitForResponse('**/1995.json');
    release();
    await (await arrived).finished();
    expect(await shown(page, 'map')).toEqual(at2001);
    expect(await status(page, 'map').isVisible()).toBe(false);
    await expectSearch(page, '?year=2001');
    expectQuiet(visited);
  });

  test('of many quick changes leave the last', async () => {
    const visited = await explore();
    const { page } = visited;
    await page.locator('form.controls').evaluate((form: HTMLFormElement) => {
      const set = (name: string, value: string) => {
        const field = form.elements.namedItem(name) as HTMLSelectElement | RadioNodeList;
        field.value = value;
        const element = field instanceof RadioNodeList ? form.querySelector(`[name=${name}]:checked`) : field;
        element?.dispatchEvent(new Event('input', { bubbles: true }));
        element?.dispatchEvent(new Event('change', { bubbles: true }));
      };
      for (const layer of ['students', 'scholars', 'projects', 'papers', 'students']) {
        set('layer', layer);
        for (const country of ['DEU', 'FRA', '', 'CHN']) set('country', country);
      }
      set('top', '25');
    });
    await settled(page);
    await expectSearch(page, '?layer=students&country=CHN&top=25');
    expect((await shown(page, 'map')).title).toBe('Students from and in China, 2018');
    const direct = await explore('?layer=students&country=CHN&top=25');
    expect(await allShown(page)).toMatchObject({
      map: await shown(direct.page, 'map'),
      ranking: await shown(direct.page, 'ranking'),
      trend: await shown(direct.page, 'trend'),
    });
    expectQuiet(visited);
  });
});

describe('what does not come', () => {
  test.each<
    [
      string,
      string | RegExp,
      'abort' | 'half' | 'missing',
      FigureName,
      (page: Page) => Promise<unknown>,
      RegExp,
      RegExp,
    ]
  >([
    [
      'the database, blocked',
      '**/*.wasm',
      'abort',
      'trend',
      (page) => control.layer(page, 'Scholars'),
      /database could not start in this browser/,
      /^Scholars who moved between countries, world/,
    ],
    [
      'the database, cut short',
      '**/*.wasm',
      'half',
      'trend',
      (page) => control.layer(page, 'Scholars'),
      /database could not start in this browser/,
      /^Scholars who moved between countries, world/,
    ],
    [
      'a table, cut short',
      '**/flows.*.parquet',
      'half',
      'trend',
      (page) => control.layer(page, 'Scholars'),
      /table flows could not be loaded: flows\.\w+\.parquet has \d+ bytes instead of \d+/,
      /^Scholars who moved between countries, world/,
    ],
    [
      'a table, missing',
      '**/flows.*.parquet',
      'missing',
      'trend',
      (page) => control.layer(page, 'Scholars'),
      /table flows could not be loaded.*404/,
      /^Scholars who moved between countries, world/,
    ],
    [
      'the list of tables',
      '**/datapackage.json',
      'missing',
      'trend',
      (page) => control.layer(page, 'Scholars'),
      /list of tables could not be read/,
      /^Scholars who moved between countries, world/,
    ],
    [
      'a slice, missing',
      '**/slices/countries/BRA.json',
      'missing',
      'map',
      (page) => control.select(page, 'country', 'BRA'),
      /countries\/BRA\.json answered 404/,
      /^Papers that Brazil shares/,
    ],
    [
      'a slice, offline',
      '**/slices/countries/BRA.json',
      'abort',
      'map',
      (page) => control.select(page, 'country', 'BRA'),
      /no connection, or it was blocked/,
      /^Papers that Brazil shares/,
    ],
    [
      'a slice, cut short',
      '**/slices/countries/BRA.json',
      'half',
      'map',
      (page) => control.select(page, 'country', 'BRA'),
      /countries\/BRA\.json is cut short/,
      /^Papers that Brazil shares/,
    ],
    [
      'the code of a chart',
      /_astro\/trend\.[^/]*\.js/,
      'abort',
      'trend',
      (page) => control.select(page, 'country', 'BRA'),
      /Something went wrong|could not be/,
      /^Internationally co-authored works of Brazil/,
    ],
  ])(
    '%s: is said, the picture stays, another try works',
    async (_, pattern, how, figure, move, words, title) => {
      const visited = await explore();
      const { page } = visited;
      const before = await shown(page, figure);
      await page.route(pattern, async (route) => {
        if (how === 'abort') return route.abort();
        if (how === 'missing') return route.fulfill({ status: 404, body: 'Not found' });
        const response = await route.fetch({ headers: { 'accept-encoding': 'identity' } });
        const body = await response.body();
        return route.fulfill({
          status: 200,
          contentType: response.headers()['content-type'] ?? '',
          body: body.subarray(0, body.length >> 1),
        });
      });
      await move(page);
      await settled(page);
      expect(await status(page, figure).innerText()).toMatch(words);
      expect(await status(page, figure).innerText()).toContain(
        'The figure below is the last one that was whole.',
      );
      expect(await shown(page, figure)).toEqual(before);
      expect(await page.locator('[data-controls] [name=layer]').first().isEnabled()).toBe(true);

      // Once more in vain, then with success.
      await retry(page, figure).click();
      await settled(page);
      expect(await status(page, figure).innerText()).toMatch(words);
      await page.unroute(pattern);
      await retry(page, figure).focus();
      await page.keyboard.press('Enter');
      await settled(page);
      expect(await status(page, figure).isVisible()).toBe(false);
      expect((await shown(page, figure)).title).toMatch(title);
      expect(await focused(page)).not.toMatch(/^body/);
      expectQuiet(visited);
    },
  );

  test.each(['missing', 'cut short', 'a page'])(
    'the register of the atlas, %s: the page stays, another try works',
    async (how) => {
      const visited = await visit(browser, server, 'explore/?country=BRA', {
        before: (page) =>
          page.route('**/atlas.json', async (route) => {
            if (how === 'missing') return route.fulfill({ status: 404, body: '' });
            if (how === 'a page') return route.fulfill({ status: 200, body: '<!doctype html>' });
            const body = await (await route.fetch()).body();
            return route.fulfill({
              status: 200,
              body: body.subarray(0, 999),
              contentType: 'application/json',
            });
          }),
      });
      open.push(visited);
      const { page } = visited;
      const notice = page.locator('[data-notice]');
      await notice.waitFor();
      expect(await notice.innerText()).toMatch(
        how === 'missing' ? /atlas\.json answered 404/ : /atlas\.json is cut short or is no data file/,
      );
      expect((await shown(page, 'map')).title).toMatch(/share most papers, 2022/);
      expect((await shown(page, 'map')).picture).not.toBe('');
      await page.unroute('**/atlas.json');
      await notice.getByRole('button', { name: 'Try again' }).click();
      await ready(page);
      expect(await notice.isVisible()).toBe(false);
      expect((await shown(page, 'map')).title).toMatch(/^Papers that Brazil shares/);
      expect(await focused(page)).not.toMatch(/^body/);
      await control.layer(page, 'Students');
      await settled(page);
      await expectSearch(page, '?layer=students&country=BRA');
      expectQuiet(visited);
    },
  );
});

describe('everything can be done', () => {
  test('by keyboard: each control and table is reached, in the order of the page', async () => {
    const { page } = await explore('?layer=scholars&country=CHN&partner=USA');
    const stops: string[] = [];
    await page.locator('h1').evaluate((heading) => {
      heading.tabIndex = -1;
      heading.focus();
    });
    for (let i = 0; i < 60 && !stops.at(-1)?.startsWith('outside'); i++) {
      await page.keyboard.press('Tab');
      stops.push(
        await page.evaluate(() => {
          const element = document.activeElement as HTMLInputElement;
          if (!element.closest('[data-explorer]')) return 'outside';
          if (element.tagName === 'SUMMARY') element.click();
          return (
            element.name || `${element.tagName.toLowerCase()} in ${element.closest('figure')?.id ?? 'form'}`
          );
        }),
      );
    }
    const wanted = ['layer', 'source', 'country', 'partner', 'direction', 'top', 'year', 'button in form'];
    expect(stops.slice(0, wanted.length)).toEqual(wanted);
    for (const figure of FIGURES)
      expect(
        stops.filter((stop) => stop.endsWith(` in ${figure}`)),
        figure,
      ).toEqual(expect.arrayContaining([`summary in ${figure}`, `div in ${figure}`]));
  });

  test('by pointer: a flow on the map picks its pair', async () => {
    const visited = await explore();
    const { page } = visited;
    const arc = await page.locator('#map').evaluate((figure) => {
      for (const path of figure.querySelectorAll<SVGPathElement>('path[data-o]')) {
        const matrix = path.getScreenCTM();
        for (let part = 0.05; part < 1 && matrix; part += 0.05) {
          const { x, y } = path.getPointAtLength(path.getTotalLength() * part).matrixTransform(matrix);
          const hit = document.elementFromPoint(x, y)?.closest<SVGElement>('[data-o]');
          if (hit) return { x, y, o: hit.dataset['o'], d: hit.dataset['d'] };
        }
      }
      return null;
    });
    expect(arc).not.toBeNull();
    await page.mouse.click(arc?.x ?? 0, arc?.y ?? 0);
    await settled(page);
    await expectSearch(page, `?country=${arc?.o ?? ''}&partner=${arc?.d ?? ''}`);
    expect(await page.locator('#pair').isVisible()).toBe(true);
    expect((await shown(page, 'pair')).title).toContain(' and ');
    expectQuiet(visited);
  });

  test('with a table kept open, while states change', async () => {
    const { page } = await explore();
    await page.locator('#ranking summary').click();
    await control.layer(page, 'Students');
    await settled(page);
    expect(await page.locator('#ranking table').isVisible()).toBe(true);
    await page.locator('#ranking th button').first().click();
    expect(await page.locator('#ranking th[aria-sort]').count()).toBe(1);
  });

  test('on a small screen, which may be turned: the drawing that fits is in sight', async () => {
    const { page } = await explore('?country=BRA&partner=PRT', {
      viewport: { width: 360, height: 740 },
      colorScheme: 'dark',
    });
    for (const width of [360, 1440, 320, 768]) {
      await page.setViewportSize({ width, height: 800 });
      for (const figure of FIGURES)
        await expect
          .poll(async () => (await shown(page, figure)).picture, {
            message: `${figure} at ${width}`,
            timeout: 10_000,
          })
          .not.toBe('');
      expect(await overflow(page)).toEqual([]);
    }
  });

  test.each(['light', 'dark'] as const)(
    'without a barrier that axe can see, with every part shown, in %s',
    async (colorScheme) => {
      const visited = await explore('?layer=students&country=FRA&partner=ESP&direction=out', { colorScheme });
      await visited.page.locator('#map summary').click();
      expect(await axeViolations(visited.page)).toEqual([]);
      expect(visited.network).toEqual({ foreign: [], console: [], errors: [], violations: [] });
    },
  );
});
