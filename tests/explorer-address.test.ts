import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fromSearch, searchOf } from '../src/live/explorer/address.ts';
import { figureStates } from '../src/live/explorer/figure-states.ts';
import { settleExplorer } from '../src/live/explorer/state.ts';
import { waitingWords } from '../src/live/explorer/waiting-words.ts';
import {
  allShown,
  atlas,
  control,
  expectSearch,
  expectSilent,
  explorers,
  FIGURES,
  goTo,
  notice,
  ready,
  searchIn,
  settled,
  stateName,
  title,
} from './support/explorer.ts';
import type { Visit } from './support/visit.ts';
import { HOSTILE, hostileAsked, oneOf, random, randomWish } from './support/random.ts';

/** The address is the whole state: whoever opens it, and however, sees the same. */

const { explore, visit } = explorers();

/** What the controls say of a state. */
const controls = (page: Page) =>
  page.locator('[data-controls]').evaluate((form: HTMLFormElement) => {
    const data = new FormData(form);
    data.delete('add');
    return Object.fromEntries([...data].map(([name, value]) => [name, String(value)]));
  });
const parts = (page: Page) =>
  page
    .locator('input[name=part]:checked')
    .evaluateAll((all) => all.map((box) => (box as HTMLInputElement).value));

describe('back and forward', () => {
  test('bring titles, pictures, tables and controls back', async () => {
    const from = '?v=2&top=10';
    const visited = await explore(from);
    const { page } = visited;
    const shows = '&show=map,ranking,trend,matrix,pair';
    const steps: [search: string, move: () => Promise<unknown>][] = [
      ['?v=2&layer=students&top=10', () => control.radio(page, 'Students')],
      ['?v=2&layer=students&country=IND&top=10', () => control.select(page, 'country', 'IND')],
      ['?v=2&layer=students&country=IND&direction=out&top=10', () => control.radio(page, 'Out')],
      [`?v=2&layer=students&country=IND&direction=out&top=10${shows}`, () => control.part(page, 'matrix')],
      [`?v=2&year=2018&country=IND&top=10${shows}`, () => control.radio(page, 'Papers')],
    ];
    const seen = [
      { search: from, all: await allShown(page), controls: await controls(page), parts: await parts(page) },
    ];
    for (const [search, move] of steps) {
      await move();
      await settled(page);
      await expectSearch(page, search);
      seen.push({
        search,
        all: await allShown(page),
        controls: await controls(page),
        parts: await parts(page),
      });
    }
    const expectSeen = async (i: number) => {
      await settled(page);
      expect({
        search: searchIn(page),
        all: await allShown(page),
        controls: await controls(page),
        parts: await parts(page),
      }).toEqual(seen[i]);
    };
    for (const i of [4, 3, 2, 1, 0]) {
      await page.goBack();
      await expectSeen(i);
    }
    for (const i of [1, 2, 3]) {
      await page.goForward();
      await expectSeen(i);
    }
    expectSilent(visited);
  });

  test('a slider that is pulled from one end to the other is one step', async () => {
    const { page } = await explore();
    const length = await page.evaluate(() => history.length);
    const box = await page.locator('#year').boundingBox();
    if (!box) throw new Error('There is no slider.');
    const at = (part: number) => [box.x + box.width * part, box.y + box.height / 2] as const;
    await page.mouse.move(...at(0.96));
    await page.mouse.down();
    for (const part of [0.9, 0.75, 0.6, 0.5]) await page.mouse.move(...at(part));
    await page.mouse.up();
    await settled(page);
    const year = await page.locator('#year').inputValue();
    expect(Number(year)).toBeLessThan(2010);
    await expectSearch(page, `?v=2&year=${year}`);
    expect(await page.evaluate(() => history.length)).toBe(length + 1);
    await page.goBack();
    await settled(page);
    expect(await title(page, 'map')).toMatch(/2022$/);
  });
});

describe('undo and redo', () => {
  const can = (page: Page) =>
    page
      .locator('[data-undo], [data-redo]')
      .evaluateAll((all) => all.map((one) => !(one as HTMLButtonElement).disabled));

  test('have keys, which in a field of text belong to the text', async () => {
    const { page } = await explore();
    await control.select(page, 'top', '10');
    await expectSearch(page, '?v=2&top=10');
    await control.select(page, 'country', 'PER');
    await expectSearch(page, '?v=2&country=PER&top=10');
    await page.keyboard.press('Control+z');
    await expectSearch(page, '?v=2&top=10');
    await page.keyboard.press('Control+Shift+Z');
    await expectSearch(page, '?v=2&country=PER&top=10');
    await page.keyboard.press('Control+z');
    await expectSearch(page, '?v=2&top=10');
    await page.keyboard.press('Control+y');
    await expectSearch(page, '?v=2&country=PER&top=10');
    await control.select(page, 'among', 'chosen');
    await page.keyboard.type('Chi');
    await page.keyboard.press('Control+z');
    await settled(page);
    expect(searchIn(page)).toBe('?v=2&country=PER&top=10');
    expect(await can(page)).toEqual([true, false]);
  });

  test('are kept by a reload, and end where a new way begins', async () => {
    const { page } = await explore();
    await control.select(page, 'top', '10');
    await expectSearch(page, '?v=2&top=10');
    await control.select(page, 'country', 'PER');
    await expectSearch(page, '?v=2&country=PER&top=10');
    await page.locator('[data-undo]').click();
    await expectSearch(page, '?v=2&top=10');
    await page.reload();
    await ready(page);
    expect(await can(page)).toEqual([true, true]);
    await page.locator('[data-redo]').click();
    await expectSearch(page, '?v=2&country=PER&top=10');
    await page.locator('[data-undo]').click();
    await expectSearch(page, '?v=2&top=10');
    await control.select(page, 'country', 'CHL');
    await expectSearch(page, '?v=2&country=CHL&top=10');
    expect(await can(page)).toEqual([true, false]);
  });

  test('promise nothing that an earlier visit left', async () => {
    const { page } = await explore();
    await control.select(page, 'top', '10');
    await expectSearch(page, '?v=2&top=10');
    // The same page by a link: its history begins anew.
    await page.evaluate(() => location.assign(location.pathname));
    await page.waitForURL((url) => url.search === '');
    await ready(page);
    expect(await can(page)).toEqual([false, false]);
  });

  test('outlive a link within the page', async () => {
    const { page } = await explore();
    await control.select(page, 'top', '10');
    await expectSearch(page, '?v=2&top=10');
    await page.evaluate(() => (location.hash = 'main'));
    await settled(page);
    expect(await title(page, 'map')).toMatch(/^The 10 pairs/);
    expect(await can(page)).toEqual([true, false]);
  });
});

describe('the address', () => {
  test('brings the same pictures after a reload, and to another reader', async () => {
    const first = await explore();
    const { page } = first;
    await control.radio(page, 'Scholars');
    await control.select(page, 'country', 'CHN');
    await control.select(page, 'partner', 'USA');
    await control.select(page, 'top', '25');
    await control.year(page, 'ArrowLeft');
    await control.part(page, 'network');
    await page.locator('#map').getByRole('button', { name: 'Zoom in' }).click();
    await expect.poll(() => searchIn(page), { timeout: 10_000 }).toContain('map=');
    await settled(page);
    expect(searchIn(page)).toMatch(
      /^\?v=2&layer=scholars&year=2019&country=CHN&partner=USA&top=25&map=[\dx.,NSEW]+&show=map,ranking,trend,network,pair$/,
    );
    const before = await allShown(page);
    expect(before.pair?.title).toMatch(/^China and the United States/);
    await page.reload();
    await ready(page);
    expect(await allShown(page)).toEqual(before);
    const second = await explore(searchIn(page));
    expect(await allShown(second.page)).toEqual(before);
    expect(await controls(second.page)).toEqual(await controls(page));
    expectSilent(first);
    expectSilent(second);
  });

  test.each([
    [
      '?layer=students&country=IND&direction=out&year=2015',
      /^Students from India by destination, 2015$/,
      '?v=2&layer=students&year=2015&country=IND&direction=out&top=10',
    ],
    [
      '?layer=scholars&source=scholarly-migration/openalex&country=CHN&partner=USA&top=25',
      /^Scholars moving to and from China, 2020$/,
      '?v=2&layer=scholars&source=scholarly-migration/openalex&country=CHN&partner=USA&top=10',
    ],
  ])('of the first version (%s) shows what it showed, and is written anew', async (search, words, anew) => {
    const visited = await explore(search);
    const { page } = visited;
    expect(await notice(page).isVisible()).toBe(false);
    expect(await title(page, 'map')).toMatch(words);
    expect(await parts(page)).toEqual(['map', 'ranking', 'trend', 'pair']);
    await control.select(page, 'top', '10');
    await expectSearch(page, anew);
    expectSilent(visited);
  });
});

describe('an address that does not fit', () => {
  // One page for all, and each as a page of its own in "ten hostile ones".
  let shared: Visit;
  let page: Page;
  beforeAll(async () => {
    shared = await visit();
    ({ page } = shared);
    await ready(page);
  });
  afterAll(() => shared.close());

  test.each([
    ['?v=2&layer=%3Cscript%3Ealert(1)%3C/script%3E', '“<script>alert(1)</script…” is no layer'],
    ['?v=2&country=XXX&year=99999&top=-1', 'There is no country with the code XXX.'],
    ['?layer=%00', 'is no layer'],
    ['?v=2&country=%ff%fe', 'is no country code'],
    [`?v=2&source=${'x'.repeat(6000)}`, 'xxx…'],
    ['?v=2&year=1850', 'is no year'],
    ['?v=2&year=1989', 'this source has 1990 to 2023'],
    ['?v=2&country=DEU&partner=DEU', 'has no ties with itself'],
    ['?v=2&partner=DEU', 'choose a country'],
    ['?v=2&country=HMD', 'There are no data for Heard'],
    ['?v=2&layer=students&source=cordis-h2020', 'does not have this'],
    ['?v=2&by=preference', '“Preference” is not reckoned for papers'],
    ['?v=2&by=ric&from=2015&country=DEU', 'is reckoned for single years'],
    ['?v=2&among=DEU.XXX', 'A set needs two countries or more'],
    ['?v=2&among=narnia', 'There is no group “narnia”'],
    ['?v=2&against=2022', 'compared with itself'],
    ['?v=2&against=DEU', 'choose that first'],
    ['?v=2&map=here', 'a part of the map that is not understood'],
    ['?v=2&show=globe', 'a part that the explorer does not have'],
    ['?v=2&show=network', 'choose the country'],
    ['?v=2&show=pair', 'choose a country and whom it is seen with'],
    ['?v=3&country=IND', 'comes from a newer version of the atlas'],
    ['?v=x', 'a version that never was'],
    ['?%', null],
    ['?layer[]=students&__proto__=1&constructor=x', null],
  ])('%s is answered with a clear word and a whole page', async (search, words) => {
    await goTo(page, search);
    if (words === null) expect(await notice(page).isVisible()).toBe(false);
    else expect(await notice(page).innerText()).toContain(words);
    expect(await notice(page).locator(':not(p)').count()).toBe(0);
    const all = Object.entries(await allShown(page));
    for (const [figure, { title: headline, picture, table }] of all)
      for (const part of [headline, picture, table]) expect(part, figure).not.toBe('');
    expect(all.length > 0 || words !== null).toBe(true);
    expectSilent(shared);
    // The words go with the next choice, if it answers them.
    await control.select(page, 'country', 'FRA');
    await control.select(page, 'partner', 'ITA');
    await settled(page);
    expect(await notice(page).isVisible()).toBe(false);
    expect(Object.keys(await allShown(page)).length).toBeGreaterThan(0);
  });
});

/** Sound and hostile addresses, the same in every run. */
const next = random(21);
const SOUND = Array.from({ length: 200 }, () =>
  searchOf(settleExplorer(randomWish(atlas, next), atlas).state, atlas),
);
const HOSTILES = Array.from({ length: 200 }, () => {
  const asked: Record<string, string> = {
    ...hostileAsked(atlas, next),
    ...Object.fromEntries(
      ['show', 'mark', 'v'].flatMap((name) => (next() < 0.5 ? [] : [[name, oneOf(HOSTILE, next)]])),
    ),
    [oneOf(['layer', 'year', 'show', 'x'], next)]: oneOf(HOSTILE, next),
  };
  if (next() < 0.5) asked['v'] = '2';
  if (next() < 0.3) asked['show'] = 'map,ranking,trend,matrix,chord,network,scatter,pair,table';
  return `?${new URLSearchParams(Object.entries(asked).map(([name, value]) => [name, value.slice(0, 3000)])).toString()}`;
});

/** Asserts that a page shows what an address asks, that all of it says something, and that nothing failed. */
async function expectWhole(page: Page, search: string): Promise<void> {
  const { state, problems } = fromSearch(search, atlas);
  const wanted = figureStates(state, atlas);
  const { figures, failed, lines } = await page.evaluate(() => ({
    figures: [...document.querySelectorAll<HTMLElement>('[data-workspace] figure:not([hidden])')].map(
      (figure) => ({
        id: figure.id,
        state: JSON.parse(figure.dataset['state'] ?? 'null') as unknown,
        title: figure.querySelector('.figure-title')?.textContent ?? '',
        // A drawing in sight with something in it, a table with its head, or words.
        shows:
          [...figure.querySelectorAll('.picture > div > svg')].some(
            (svg) =>
              svg.getBoundingClientRect().height > 10 && svg.querySelector('[data-o], [data-c], text, path'),
          ) || figure.querySelector('[role=grid] [role=columnheader]') !== null,
      }),
    ),
    failed: [...document.querySelectorAll<HTMLElement>('[data-figure-status]:not([hidden])')].map(
      (p) => p.innerText,
    ),
    lines: [...document.querySelectorAll('[data-notice]:not([hidden]) p')].map((p) => p.textContent),
  }));
  const inSight = FIGURES.filter((id) => {
    const part = id === 'twin' ? 'map' : id === 'trend-twin' ? 'trend' : id;
    return state.show.includes(part) && wanted[stateName(id)] !== null;
  });
  expect({ search, failed, lines, figures: figures.map(({ id }) => id).sort() }).toEqual({
    search,
    failed: [],
    lines: [...problems, ...waitingWords(state)],
    figures: [...inSight].sort(),
  });
  expect(figures.length + lines.length, search).toBeGreaterThan(0);
  for (const { id, state: drawn, title: headline, shows } of figures) {
    expect({ search, id, headline, shows }).toEqual({
      search,
      id,
      headline: expect.stringMatching(/\w{3}/),
      shows: true,
    });
    expect(headline).not.toMatch(/undefined|NaN|null/);
    if (drawn !== null)
      expect({ search, id, drawn }).toEqual({ search, id, drawn: wanted[stateName(id as 'map')] });
  }
}

describe('200 states that make sense and 200 that are hostile', () => {
  test.each([
    ['sound', SOUND],
    ['hostile', HOSTILES],
  ] as const)('%s ones, one after another', { timeout: 600_000 }, async (_, searches) => {
    const visited = await explore();
    const { page } = visited;
    for (const search of searches) {
      await goTo(page, search);
      await expectWhole(page, search);
    }
    expectSilent(visited);
  });

  test.each([
    ['sound', SOUND],
    ['hostile', HOSTILES],
  ] as const)('ten %s ones, each as a page of its own: as the one page showed them', async (_, searches) => {
    const { page } = await explore();
    for (const search of searches.filter((_search, i) => i % 20 === 7)) {
      const visited = await explore(search);
      await expectWhole(visited.page, search);
      await goTo(page, search);
      expect({ search, all: await allShown(visited.page) }).toEqual({ search, all: await allShown(page) });
      expectSilent(visited);
      await visited.close();
    }
  });
});
