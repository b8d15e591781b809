import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fromSearch } from '../src/live/explorer/address.ts';
import { figureStates } from '../src/live/explorer/figure-states.ts';
import { PART_TITLES, PARTS } from '../src/live/explorer/parts.ts';
import {
  allShown,
  atlas,
  control,
  expectSearch,
  expectSilent,
  explorers,
  focused,
  goTo,
  ready,
  searchIn,
  settled,
  shown,
  stateName,
  tap,
  title,
  type FigureId,
} from './support/explorer.ts';
import { PHONE, type Visit, type VisitOptions } from './support/visit.ts';

/** Every control of the explorer, by mouse, by touch and by keyboard alone. */

const { explore, visit } = explorers();

type Way = 'mouse' | 'touch' | 'keyboard';
const OPTIONS: Readonly<Record<Way, VisitOptions>> = {
  mouse: {},
  touch: PHONE,
  keyboard: {},
};
const WAYS: readonly Way[] = ['mouse', 'touch', 'keyboard'];

/** Presses Tab until an element has the focus, as one who has nothing but a keyboard. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let i = 0; i < 90; i++) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`Tab never came to ${String(target)}.`);
}
const toTop = (page: Page) =>
  page.locator('h1').evaluate((heading) => {
    heading.tabIndex = -1;
    heading.focus();
  });

/** Presses a button, a box or the word beside it. */
async function press(page: Page, way: Way, target: Locator, key = 'Enter'): Promise<void> {
  // What can be seen of a radio button or a box is its label.
  const seen = (await target.evaluate((e) => e.tagName)) === 'INPUT' ? target.locator('xpath=..') : target;
  if (way === 'mouse') await seen.click();
  else if (way === 'touch') await tap(page, seen);
  else {
    await tabTo(page, target);
    await page.keyboard.press(key);
  }
}

const button = (page: Page, name: string) =>
  page.locator('[data-explorer]').getByRole('button', { name, exact: true });

/** Opens what is behind "More filters", where a control stands there. */
async function openDoor(page: Page, way: Way, target: Locator): Promise<void> {
  const door = page.locator('.controls-more');
  const closed = await door.evaluate((details: HTMLDetailsElement) => !details.open);
  if (closed && (await target.evaluate((e) => e.closest('.controls-more') !== null)))
    await press(page, way, door.locator('summary'));
}

interface Select {
  readonly kind: 'select';
  readonly value: string;
  /** What a keyboard types while the list has the focus: the first letters of the choice, or arrows. */
  readonly keys: readonly string[];
}
interface Radio {
  readonly kind: 'radio';
  readonly value: string;
  readonly keys: readonly string[];
}
/** The year is pulled to the first. */
interface Slider {
  readonly kind: 'slider';
}

interface Control {
  readonly what: string;
  readonly from?: string;
  readonly name: string;
  readonly by: Select | Radio | Slider;
  readonly to: string;
  readonly figure?: FigureId;
  readonly title: RegExp;
  /** Figures whose picture or table changes. */
  readonly changes: readonly FigureId[];
}

const select = (value: string, ...keys: string[]): Select => ({ kind: 'select', value, keys });
const radio = (value: string, ...keys: string[]): Radio => ({ kind: 'radio', value, keys });

const CONTROLS: readonly Control[] = [
  {
    what: 'the layer',
    from: '?v=2&year=2019',
    name: 'layer',
    by: radio('projects', 'ArrowRight'),
    to: '?v=2&layer=projects&year=2019',
    title: /^The 60 pairs of countries that share most Horizon 2020 projects/,
    changes: ['map', 'ranking', 'trend'],
  },
  {
    what: 'the measure',
    name: 'by',
    by: select('share', 'S'),
    to: '?v=2&by=share',
    title: /in per cent of all, 2022$/,
    changes: ['map', 'ranking'],
  },
  {
    what: 'the country',
    name: 'country',
    by: select('ZMB', 'Z'),
    to: '?v=2&country=ZMB',
    title: /^Papers that Zambia shares with other countries, 2022$/,
    changes: ['map', 'ranking', 'trend'],
  },
  {
    what: 'the partner',
    from: '?v=2&country=BRA',
    name: 'partner',
    by: select('ZMB', 'Z'),
    to: '?v=2&country=BRA&partner=ZMB',
    figure: 'pair',
    title: /^Brazil and Zambia/,
    changes: ['trend', 'pair'],
  },
  {
    what: 'the direction',
    from: '?v=2&layer=students&country=FRA',
    name: 'direction',
    by: radio('out', 'ArrowRight'),
    to: '?v=2&layer=students&country=FRA&direction=out',
    title: /^Students from France by destination, 2018$/,
    changes: ['map', 'ranking', 'trend'],
  },
  {
    what: 'the year',
    name: 'year',
    by: { kind: 'slider' },
    to: '?v=2&year=1990',
    title: /share most papers, 1990$/,
    changes: ['map', 'ranking'],
  },
  {
    what: 'the source',
    from: '?v=2&layer=scholars',
    name: 'source',
    by: select('scholarly-migration/openalex', 'Home'),
    to: '?v=2&layer=scholars&source=scholarly-migration/openalex',
    title: /^The 60 largest flows of scholars between countries, 20\d\d$/,
    changes: ['map', 'ranking'],
  },
  {
    what: 'the group',
    name: 'among',
    by: select('m49-002', 'A'),
    to: '?v=2&among=m49-002',
    title: /^The 60 pairs of countries within Africa that share most papers, 2022$/,
    changes: ['map', 'ranking'],
  },
  {
    what: 'the ends',
    from: '?v=2&among=m49-002',
    name: 'ends',
    by: radio('one', 'ArrowRight'),
    to: '?v=2&among=m49-002&ends=one',
    title: /^The 60 pairs between Africa and the rest of the world/,
    changes: ['map', 'ranking'],
  },
  {
    what: 'the range',
    name: 'from',
    by: select('2021', '2'),
    to: '?v=2&from=2021',
    title: /, 2021–2022$/,
    changes: ['map', 'ranking'],
  },
  {
    what: 'another layer to compare with',
    name: 'against',
    by: select('projects', 'P'),
    to: '?v=2&against=projects',
    figure: 'twin',
    title: /Horizon 2020 projects/,
    changes: ['twin', 'trend-twin', 'ranking'],
  },
  {
    what: 'another source to compare with',
    from: '?v=2&layer=scholars',
    name: 'against',
    by: select('scholarly-migration/openalex', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown'),
    to: '?v=2&layer=scholars&against=scholarly-migration/openalex',
    title: /against/,
    changes: ['map', 'ranking'],
  },
  {
    what: 'another year to compare with',
    from: '?v=2&layer=students&country=IND&direction=out',
    name: 'against',
    by: select('2020', '2'),
    to: '?v=2&layer=students&country=IND&direction=out&against=2020',
    title: /^Change in students from India by destination, 2018 against 2020$/,
    changes: ['map', 'ranking'],
  },
  {
    what: 'another country to compare with',
    from: '?v=2&country=IND',
    name: 'against',
    by: select('ZWE', 'Z', 'Z'),
    to: '?v=2&country=IND&against=ZWE',
    title: /against Zimbabwe$/,
    changes: ['map', 'ranking', 'trend-twin'],
  },
  {
    what: 'the least count',
    from: '?v=2&country=BRA',
    name: 'min',
    by: select('5000', 'End'),
    to: '?v=2&country=BRA&min=5000',
    title: /^Papers that Brazil shares/,
    changes: ['map', 'ranking'],
  },
  {
    what: 'the number of the largest',
    name: 'top',
    by: select('10', 'Home'),
    to: '?v=2&top=10',
    title: /^The 10 pairs of countries/,
    changes: ['map', 'ranking'],
  },
  {
    what: 'the order of places',
    from: '?v=2&show=matrix,chord',
    name: 'order',
    by: select('size', 'End'),
    to: '?v=2&order=size&show=matrix,chord',
    figure: 'matrix',
    title: /^Papers between 36 countries, 2022$/,
    changes: ['matrix', 'chord'],
  },
  {
    what: 'the indicator across',
    from: '?v=2&show=scatter',
    name: 'x',
    by: select('effective_partners', 'E'),
    to: '?v=2&x=effective_partners&show=scatter',
    figure: 'scatter',
    title: /effective number of partners/i,
    changes: ['scatter'],
  },
  {
    what: 'the indicator upwards',
    from: '?v=2&show=scatter',
    name: 'y',
    by: select('effective_partners', 'E'),
    to: '?v=2&y=effective_partners&show=scatter',
    figure: 'scatter',
    title: /effective number of partners/i,
    changes: ['scatter'],
  },
];

/** Moves a control as a hand would. */
async function move(page: Page, way: Way, { name, by }: Pick<Control, 'name' | 'by'>): Promise<void> {
  const all = page.locator(`[data-controls] [name=${name}]`);
  await openDoor(page, way, all.first());
  if (way === 'keyboard') {
    await tabTo(page, by.kind === 'radio' ? all.and(page.locator(':checked')) : all);
    for (const key of by.kind === 'slider' ? ['Home'] : by.keys) await page.keyboard.press(key);
  } else if (by.kind === 'radio') {
    await press(page, way, page.locator(`[name=${name}][value=${by.value}]`));
  } else if (by.kind === 'slider') {
    const { height } = (await all.boundingBox()) ?? { height: 0 };
    const position = { x: 3, y: height / 2 };
    await (way === 'mouse' ? all.click({ position }) : all.tap({ position }));
  } else {
    // The list of a select is the system's, and no part of the page: that it could be opened is what a hand can do here.
    await (way === 'mouse' ? all.click({ trial: true }) : all.tap({ trial: true }));
    await all.selectOption(by.value);
  }
}

describe.each(WAYS)('by %s', (way) => {
  // One page for all: each test begins with a state of its own.
  let shared: Visit;
  let page: Page;
  beforeAll(async () => {
    shared = await visit('', OPTIONS[way]);
    ({ page } = shared);
    await ready(page);
  });
  afterAll(() => shared.close());
  beforeEach(async () => {
    await page.locator('.controls-more').evaluate((details: HTMLDetailsElement) => (details.open = false));
    await toTop(page);
  });

  test.each(CONTROLS.map((one) => [one.what, one] as const))(
    '%s changes title, picture, table and address',
    async (_, one) => {
      await goTo(page, one.from ?? '');
      const showing = () => Promise.all(one.changes.map((figure) => shown(page, figure)));
      const before = await showing();
      await move(page, way, one);
      await expectSearch(page, one.to);
      await settled(page);
      expect(await title(page, one.figure ?? 'map')).toMatch(one.title);
      for (const [i, after] of (await showing()).entries()) {
        expect(after.picture, one.changes[i]).toMatch(/^<svg/);
        expect(after.table, one.changes[i]).not.toBe('');
        expect(after, one.changes[i]).not.toEqual(before[i]);
      }
      // What stands is what the address says, to the last field.
      const states = figureStates(fromSearch(one.to, atlas).state, atlas);
      const written = await page
        .locator(`#${one.figure ?? 'map'}`)
        .evaluate((figure) => JSON.parse(figure.dataset['state'] ?? 'null') as unknown);
      expect(written).toEqual(states[stateName(one.figure ?? 'map')]);
      if (way === 'keyboard')
        expect(await focused(page)).toBe(`${one.by.kind === 'select' ? 'select' : 'input'} ${one.name}`);
      expectSilent(shared);
    },
  );

  test('each part is shown and hidden', async () => {
    await goTo(page, '?v=2&country=BRA&partner=PRT');
    const inSight = () =>
      page
        .locator('[data-workspace] figure:not([hidden])')
        .evaluateAll((all) => all.map(({ id }) => id).sort());
    const opening = ['map', 'pair', 'ranking', 'trend'];
    expect(await inSight()).toEqual(opening);
    for (const part of PARTS) {
      const box = page.locator(`input[name=part][value=${part}]`);
      const wasShown = await box.isChecked();
      await toTop(page);
      await press(page, way, box, 'Space');
      await settled(page);
      const others = opening.filter((id) => id !== part);
      expect(await inSight(), PART_TITLES[part]).toEqual(wasShown ? others : [...others, part].sort());
      if (!wasShown)
        expect(
          await page.locator(`#${part} .picture svg:visible, #${part} [role=grid]:visible`).count(),
        ).toBeGreaterThan(0);
      await toTop(page);
      await press(page, way, box, 'Space');
      await settled(page);
      await expectSearch(page, '?v=2&country=BRA&partner=PRT');
      expect(await inSight()).toEqual(opening);
    }
    expectSilent(shared);
  });

  test('the last part that is hidden leaves the map', async () => {
    await goTo(page, '?v=2&show=trend');
    await press(page, way, page.locator('input[name=part][value=trend]'), 'Space');
    await expectSearch(page, '?v=2&show=map');
    await settled(page);
    expect(await page.locator('#map .picture svg').first().isVisible()).toBe(true);
  });

  test('countries are chosen into a set one by one, and taken out', async () => {
    await goTo(page, '');
    const among = page.locator('select[name=among]');
    await openDoor(page, way, among);
    if (way === 'keyboard') {
      await tabTo(page, among);
      await page.keyboard.press('End');
    } else await among.selectOption('chosen');
    const field = page.locator('input[name=add]');
    await expect.poll(() => focused(page)).toBe('input add');
    const set = page.getByRole('list', { name: 'Chosen countries' }).getByRole('button');
    const add = async (name: string) => {
      await page.keyboard.type(name);
      await page.keyboard.press('Enter');
      await settled(page);
    };
    await add('Chile');
    // One is no set yet.
    expect(searchIn(page)).toBe('');
    expect(await set.allTextContents()).toEqual(['Chile ×']);
    await add('Narnia');
    expect(await field.evaluate((input: HTMLInputElement) => input.validationMessage)).toMatch(
      /No country has that name/,
    );
    await field.fill('');
    await add('peru');
    await expectSearch(page, '?v=2&among=CHL.PER');
    expect(await title(page, 'map')).toMatch(/Chile and Peru/);
    await add('BOL');
    await expectSearch(page, '?v=2&among=BOL.CHL.PER');
    expect(await set.allTextContents()).toEqual(['Bolivia ×', 'Chile ×', 'Peru ×']);
    await press(page, way, page.getByRole('button', { name: 'Remove Chile' }));
    await expectSearch(page, '?v=2&among=BOL.PER');
    await settled(page);
    expect(await focused(page)).toBe('input add');
    if (way === 'keyboard') {
      await page.keyboard.press('Shift+Tab');
      await page.keyboard.press('Home');
    } else await among.selectOption('world');
    await expectSearch(page, '');
    expect(await field.isVisible()).toBe(false);
    expectSilent(shared);
  });

  test('a set that is begun, or taken down to one, outlasts whatever else is moved', async () => {
    await goTo(page, '?v=2&year=2019');
    const among = page.locator('select[name=among]');
    await openDoor(page, way, among);
    await among.selectOption('chosen');
    const set = page.getByRole('list', { name: 'Chosen countries' }).getByRole('button');
    const door = page.locator('.controls-more > summary');
    /** Lists are written again when the door opens, a task after it has opened. */
    const openAnew = async () => {
      await toTop(page);
      await press(page, way, door);
      await page.evaluate(() => {
        const more = document.querySelector('.controls-more');
        const told = new Promise((resolve) => more?.addEventListener('toggle', resolve, { once: true }));
        more?.toggleAttribute('open', true);
        return told;
      });
    };
    await page.locator('input[name=add]').fill('Chile');
    await page.keyboard.press('Enter');
    await openAnew();
    await control.year(page, 'ArrowRight');
    await expectSearch(page, '?v=2&year=2020');
    expect(await set.allTextContents()).toEqual(['Chile ×']);
    expect(await among.inputValue()).toBe('chosen');
    await page.locator('input[name=add]').fill('Peru');
    await page.keyboard.press('Enter');
    await expectSearch(page, '?v=2&year=2020&among=CHL.PER');
    await press(page, way, page.getByRole('button', { name: 'Remove Chile' }));
    await openAnew();
    await control.year(page, 'ArrowRight');
    await expectSearch(page, '?v=2&year=2021&among=CHL.PER');
    expect(await set.allTextContents()).toEqual(['Peru ×']);
    await page.locator('input[name=add]').fill('Bolivia');
    await page.keyboard.press('Enter');
    await expectSearch(page, '?v=2&year=2021&among=BOL.PER');
    await press(page, way, page.getByRole('button', { name: 'Remove Peru' }));
    await press(page, way, button(page, 'Start again'));
    await expectSearch(page, '');
    expect(await among.inputValue()).toBe('world');
    expect(await set.count()).toBe(0);
    expectSilent(shared);
  });

  test('the map is zoomed, moved, turned and reset', async () => {
    await goTo(page, '?v=2&country=BRA');
    const map = () => new URLSearchParams(searchIn(page)).get('map');
    const window = page.locator('#map svg.window:visible');
    const view = () => window.getAttribute('viewBox');
    const whole = await view();
    const seen = new Set([whole]);
    for (const name of ['Zoom in', 'Move west', 'Move south', 'Move north', 'Move east', 'Zoom out']) {
      const before = map();
      await toTop(page);
      await press(page, way, page.locator('#map').getByRole('button', { name }), 'Space');
      await expect.poll(map, { timeout: 10_000 }).not.toBe(before);
      await settled(page);
      seen.add(await view());
    }
    expect(seen.size).toBeGreaterThan(3);
    await toTop(page);
    await press(page, way, page.locator('#map').getByRole('button', { name: 'Reset the map' }));
    await expect.poll(map).toBe(null);
    await settled(page);
    expect(await view()).toBe(whole);
    const centre = page.locator('#map [data-centre]');
    if (way === 'keyboard') {
      await toTop(page);
      await tabTo(page, centre);
      await page.keyboard.press('P');
    } else await centre.selectOption('150');
    await expect.poll(map, { timeout: 10_000 }).not.toBe(null);
    await settled(page);
    expect(await window.locator('use').first().getAttribute('href')).not.toContain('basemap');
    expectSilent(shared);
  });

  test('what is taken away is offered at each figure and above all', async () => {
    await goTo(page, '?v=2&country=BRA&top=10');
    const menu = page.locator('#ranking .take');
    await press(page, way, menu.getByRole('button', { name: 'Take it with you' }));
    await menu.locator('.take-panel').waitFor();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      press(page, way, menu.locator('[data-take=csv]')),
    ]);
    expect(file.suggestedFilename()).toMatch(/\.csv$/);
    if (way === 'keyboard') {
      await page.keyboard.press('Escape');
      expect(await focused(page)).toBe('button Take it with you');
    } else await press(page, way, page.locator('h1'));
    expect(await menu.locator('.take-panel').isVisible()).toBe(false);
    expectSilent(shared);
  });
});

test('Tab comes by all of it, in the order of the page', async () => {
  const visited = await explore('?v=2&layer=scholars&country=CHN&partner=USA');
  const { page } = visited;
  await toTop(page);
  const stops: string[] = [];
  for (let i = 0; i < 120 && stops.at(-1) !== 'outside'; i++) {
    await page.keyboard.press('Tab');
    stops.push(
      await page.evaluate(() => {
        const element = document.activeElement as HTMLInputElement;
        if (!element.closest('[data-explorer]')) return 'outside';
        if (element.tagName === 'SUMMARY') element.click();
        const where = element.closest('figure')?.id;
        return where
          ? `${element.className || element.tagName.toLowerCase()} of ${where}`
          : element.name || element.textContent.trim();
      }),
    );
  }
  expect(stops.slice(0, 32)).toEqual([
    ...['SQL lab', 'layer', 'by', 'country', 'partner', 'direction', 'year', 'Play', 'More filters'],
    ...['source', 'among', 'from', 'against', 'min', 'top'],
    ...PARTS.map(() => 'part'),
    ...['Start again', 'Commands', 'Tour', 'Take it with you'],
    'walk no-print of map',
    ...['button of map', 'button of map', 'button of map'],
  ]);
  for (const figure of ['map', 'ranking'])
    expect(
      stops.filter((stop) => stop.endsWith(` of ${figure}`)),
      figure,
    ).toEqual(
      expect.arrayContaining(
        ['walk no-print', 'summary', 'table-scroll', 'take-open'].map((what) => `${what} of ${figure}`),
      ),
    );
  expect(stops.at(-1)).toBe('outside');
  expectSilent(visited);
});

describe.each(WAYS)('by %s, on a page of its own', (way) => {
  test('a play shows year after year to the last, and is one step of the history', async () => {
    const visited = await explore('?v=2&year=2021', OPTIONS[way]);
    const { page } = visited;
    const length = await page.evaluate(() => history.length);
    await toTop(page);
    await press(page, way, button(page, 'Play'));
    await page.waitForSelector('[data-play][aria-pressed=true]');
    await page.waitForSelector('[data-play][aria-pressed=false]');
    await settled(page);
    await expectSearch(page, '?v=2&year=2023');
    expect(await title(page, 'map')).toMatch(/2023$/);
    expect(await page.locator('.year output').textContent()).toBe('2023');
    expect(await page.evaluate(() => history.length)).toBe(length + 1);
    await page.goBack();
    await settled(page);
    expect(await title(page, 'map')).toMatch(/2021$/);
    expectSilent(visited);
  });

  test('steps are undone and redone, and all of them left', async () => {
    const visited = await explore('', OPTIONS[way]);
    const { page } = visited;
    const can = () =>
      page
        .locator('[data-undo], [data-redo]')
        .evaluateAll((all) => all.map((one) => !(one as HTMLButtonElement).disabled));
    expect(await can()).toEqual([false, false]);
    await control.radio(page, 'Students');
    await expectSearch(page, '?v=2&layer=students');
    await control.select(page, 'country', 'IND');
    await expectSearch(page, '?v=2&layer=students&country=IND');
    await control.part(page, 'matrix');
    const all = '?v=2&layer=students&country=IND&show=map,ranking,trend,matrix,pair';
    await expectSearch(page, all);
    await settled(page);
    const there = await allShown(page);
    expect(await can()).toEqual([true, false]);
    await toTop(page);
    await press(page, way, button(page, 'Undo'));
    await expectSearch(page, '?v=2&layer=students&country=IND');
    await settled(page);
    expect(await page.locator('#matrix').isVisible()).toBe(false);
    expect(await can()).toEqual([true, true]);
    await toTop(page);
    await press(page, way, button(page, 'Undo'));
    await expectSearch(page, '?v=2&layer=students');
    await settled(page);
    expect(await title(page, 'map')).toMatch(/between countries, 2018$/);
    for (const search of ['?v=2&layer=students&country=IND', all]) {
      await toTop(page);
      await press(page, way, button(page, 'Redo'));
      await expectSearch(page, search);
    }
    await settled(page);
    expect(await allShown(page)).toEqual(there);
    expect(await can()).toEqual([true, false]);
    await toTop(page);
    await press(page, way, button(page, 'Start again'));
    await expectSearch(page, '');
    await settled(page);
    expect(await title(page, 'map')).toMatch(/^The 60 pairs of countries that share most papers, 2022$/);
    await toTop(page);
    await press(page, way, button(page, 'Undo'));
    await expectSearch(page, all);
    expectSilent(visited);
  });
});
