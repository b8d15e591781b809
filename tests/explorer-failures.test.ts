import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import {
  allShown,
  control,
  expectQuiet,
  expectSearch,
  expectSilent,
  explorers,
  focused,
  goTo,
  notice,
  ready,
  settled,
  shown,
  status,
  title,
  type FigureId,
} from './support/explorer.ts';

/** What the explorer does while an answer is on its way, and when none comes. */

const { explore, visit } = explorers();

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
    await expectSearch(page, '?v=2&year=2001');
    expectSilent(visited);
  });

  test('are waited for in words, with the last picture in sight', async () => {
    const visited = await explore('?v=2&country=BRA');
    const { page } = visited;
    const before = await shown(page, 'map');
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/*.wasm', async (route) => {
      await held;
      await route.continue();
    });
    await control.select(page, 'by', 'affinity');
    await status(page, 'map').waitFor();
    expect(await status(page, 'map').innerText()).toMatch(/^(Fetching|Starting|Reading) [a-z ]+ …/);
    expect(await status(page, 'map').getAttribute('role')).toBe('status');
    expect(await shown(page, 'map')).toEqual(before);
    // What needs no database does not wait for it.
    await page.waitForFunction(() => !document.querySelector('#trend')?.hasAttribute('aria-busy'));
    release();
    await settled(page);
    expect(await title(page, 'map')).toMatch(/^Affinity: papers that Brazil shares/);
    expect(await status(page, 'map').isVisible()).toBe(false);
    expectSilent(visited);
  });

  test('of the database are given up for a newer state', async () => {
    const visited = await explore('?v=2&country=BRA');
    const { page } = visited;
    await control.select(page, 'by', 'ric');
    await control.select(page, 'by', 'affinity');
    await control.select(page, 'by', 'share');
    await settled(page);
    await expectSearch(page, '?v=2&country=BRA&by=share');
    expect(await title(page, 'map')).toMatch(/in per cent of all, 2022$/);
    // Once it is there, the database answers, and the older questions have left nothing behind.
    await control.select(page, 'by', 'ric');
    await settled(page);
    expect(await title(page, 'map')).toMatch(/^Relative intensity \(RIC\)/);
    for (const figure of ['map', 'ranking', 'trend'] as const)
      expect(await status(page, figure).isVisible()).toBe(false);
    expectSilent(visited);
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
      set('year', '2018');
      set('top', '25');
    });
    await settled(page);
    await expectSearch(page, '?v=2&layer=students&country=CHN&top=25');
    expect(await title(page, 'map')).toBe('Students from and in China, 2018');
    const direct = await explore('?v=2&layer=students&country=CHN&top=25');
    expect(await allShown(page)).toEqual(await allShown(direct.page));
    expectSilent(visited);
  });
});

describe('the database', () => {
  const asked = (page: Page) => {
    const found: string[] = [];
    page.on('request', (request) => {
      if (/\.wasm|\.parquet/.test(request.url())) found.push(request.url());
    });
    return found;
  };

  test('is not asked for counts, shares and rates: slices answer', async () => {
    const visited = await visit();
    const { page } = visited;
    const requests = asked(page);
    try {
      await ready(page);
      await control.radio(page, 'Students');
      await control.select(page, 'country', 'IND');
      await control.radio(page, 'Out');
      await control.year(page, 'ArrowLeft');
      await control.select(page, 'by', 'per_million');
      await control.select(page, 'against', '2010');
      await control.part(page, 'network');
      await settled(page);
      expect(await title(page, 'map')).toMatch(
        /^Students from India by destination, per million inhabitants of the partner, 20\d\d against 2010$/,
      );
      expect(requests).toEqual([]);
      expectSilent(visited);
    } finally {
      await visited.close();
    }
  });

  test('comes by itself after the first choice, and not before', async () => {
    const requests: string[] = [];
    const { page } = await explore('?v=2&country=BRA', {
      warm: true,
      before: async (blank) => {
        blank.on('request', (request) => {
          if (/\.wasm/.test(request.url())) requests.push(request.url());
        });
        return Promise.resolve();
      },
    });
    await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 1000 })));
    expect(requests).toEqual([]);
    await control.select(page, 'country', 'IND');
    await expect.poll(() => requests.length, { timeout: 20_000 }).toBe(1);
  });

  test('that no browser can start leaves all that needs none', async () => {
    const visited = await explore('?v=2&country=BRA', {
      before: (page) => page.addInitScript(() => Reflect.deleteProperty(globalThis, 'WebAssembly')),
    });
    const { page } = visited;
    const before = await shown(page, 'map');
    await control.select(page, 'by', 'ric');
    await settled(page);
    expect(await status(page, 'map').innerText()).toMatch(/database could not start in this browser/);
    expect(await shown(page, 'map')).toEqual(before);
    await control.select(page, 'by', 'per_million');
    await settled(page);
    expect(await title(page, 'map')).toMatch(/per million inhabitants of the partner, 2022$/);
    await control.radio(page, 'Students');
    await settled(page);
    expect(await title(page, 'map')).toMatch(/^Students from Brazil by destination, per million/);
    expect(await status(page, 'map').isVisible()).toBe(false);
    expectQuiet(visited);
  });
});

const retry = (page: Page, figure: FigureId) =>
  status(page, figure).getByRole('button', { name: 'Try again' });

interface Failure {
  readonly what: string;
  readonly pattern: string | RegExp;
  readonly how: 'abort' | 'half' | 'missing';
  readonly figure: FigureId;
  readonly move: (page: Page) => Promise<unknown>;
  readonly words: RegExp;
  readonly title: RegExp;
}

const byAffinity = {
  figure: 'ranking',
  move: (page: Page) => control.select(page, 'by', 'affinity'),
  title: /^Partners of Brazil in papers by affinity/,
} as const;
const ofIndia = {
  figure: 'map',
  move: (page: Page) => control.select(page, 'country', 'IND'),
  title: /^Papers that India shares/,
} as const;

const FAILURES: readonly Failure[] = [
  {
    what: 'the database, blocked',
    pattern: '**/*.wasm',
    how: 'abort',
    ...byAffinity,
    words: /database could not start in this browser/,
  },
  {
    what: 'the database, cut short',
    pattern: '**/*.wasm',
    how: 'half',
    ...byAffinity,
    words: /database could not start in this browser/,
  },
  {
    what: 'a table, cut short',
    pattern: '**/stored_pair_indicators.*.parquet',
    how: 'half',
    ...byAffinity,
    words:
      /table stored_pair_indicators could not be loaded: stored_pair_indicators\.\w+\.parquet has \d+ bytes instead of \d+/,
  },
  {
    what: 'a table, missing',
    pattern: '**/stored_pair_indicators.*.parquet',
    how: 'missing',
    ...byAffinity,
    words: /table stored_pair_indicators could not be loaded.*404/,
  },
  {
    what: 'the list of tables',
    pattern: '**/datapackage.json',
    how: 'missing',
    ...byAffinity,
    words: /list of tables could not be read/,
  },
  {
    what: 'a slice, missing',
    pattern: '**/slices/countries/IND.json',
    how: 'missing',
    ...ofIndia,
    words: /countries\/IND\.json answered 404/,
  },
  {
    what: 'a slice, offline',
    pattern: '**/slices/countries/IND.json',
    how: 'abort',
    ...ofIndia,
    words: /no connection, or it was blocked/,
  },
  {
    what: 'a slice, cut short',
    pattern: '**/slices/countries/IND.json',
    how: 'half',
    ...ofIndia,
    words: /countries\/IND\.json is cut short/,
  },
  {
    what: 'the code of a chart',
    pattern: /_astro\/matrix\.[^/]*\.js/,
    how: 'abort',
    figure: 'matrix',
    move: (page) => control.part(page, 'matrix'),
    words: /Something went wrong|could not be/,
    title: /^Papers among Brazil and its 35 largest partners, 2022/,
  },
  {
    what: 'the shapes of a map that is turned',
    pattern: '**/basemap.*.topo.json',
    how: 'missing',
    figure: 'map',
    move: (page) => goTo(page, '?v=2&country=BRA&map=150E'),
    words: /could not be|answered 404/,
    title: /^Papers that Brazil shares/,
  },
];

describe('what does not come', () => {
  test.each(FAILURES.map((one) => [one.what, one] as const))(
    '%s: is said, the picture stays, another try works',
    async (_, { pattern, how, figure, move, words, title: headline }) => {
      const visited = await explore('?v=2&country=BRA');
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
      expect(await title(page, figure)).toMatch(headline);
      expect((await shown(page, figure)).picture).not.toBe(before.picture);
      expect(await focused(page)).not.toMatch(/^body/);
      expectQuiet(visited);
    },
  );

  test.each([
    ['atlas.json', 'missing', /atlas\.json answered 404/],
    ['atlas.json', 'cut short', /atlas\.json is cut short or is no data file/],
    ['indicators.json', 'a page', /indicators\.json is cut short or is no data file/],
    ['groups.json', 'missing', /groups\.json answered 404/],
  ] as const)('%s, %s: the page stays, another try works', async (name, how, words) => {
    const visited = await visit('?v=2&country=BRA', {
      before: (page) =>
        page.route(`**/${name}`, async (route) => {
          if (how === 'missing') return route.fulfill({ status: 404, body: '' });
          if (how === 'a page') return route.fulfill({ status: 200, body: '<!doctype html>' });
          const body = await (await route.fetch()).body();
          return route.fulfill({ status: 200, body: body.subarray(0, 999), contentType: 'application/json' });
        }),
    });
    const { page } = visited;
    try {
      await notice(page).waitFor();
      expect(await notice(page).innerText()).toMatch(words);
      expect(await title(page, 'map')).toMatch(/share most papers, 2022/);
      expect((await shown(page, 'map')).picture).not.toBe('');
      await page.unroute(`**/${name}`);
      await notice(page).getByRole('button', { name: 'Try again' }).click();
      await ready(page);
      expect(await notice(page).isVisible()).toBe(false);
      expect(await title(page, 'map')).toMatch(/^Papers that Brazil shares/);
      expect(await focused(page)).not.toMatch(/^body/);
      await control.radio(page, 'Projects');
      await settled(page);
      expect(await title(page, 'map')).toMatch(/^Horizon 2020 projects that Brazil shares/);
      expectQuiet(visited);
    } finally {
      await visited.close();
    }
  });

  test('its own scripts: the page stays, and says what to do', async () => {
    const visited = await visit('', {
      before: (page) => page.route('**/_astro/explorer.*.js', (route) => route.abort()),
    });
    try {
      await notice(visited.page).waitFor();
      expect(await notice(visited.page).innerText()).toMatch(/controls could not be loaded.*[Rr]eload/);
      expect((await shown(visited.page, 'map')).picture).not.toBe('');
    } finally {
      await visited.close();
    }
  });
});
