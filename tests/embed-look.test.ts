import { describe, expect, test } from 'vitest';
import { ALL_VIEWS } from '../src/views/index.ts';
import { axeViolations } from './support/axe.ts';
import { embeds, stands, total, weigh, type Weighed } from './support/embed.ts';
import { overflow } from './support/visit.ts';

/** How embeds look, and what they weigh. */

const { openEmbed, openState, server } = embeds();

describe('looks', () => {
  test.each(['light', 'dark'] as const)('axe finds nothing in %s', async (colorScheme) => {
    for (const path of [
      'flow-map/?country=KEN&foo=1',
      'ranking/ken/',
      'matrix/',
      'ego/?country=BRA&plain=1',
    ]) {
      const { page } = await openState(path, { colorScheme, width: 360 });
      expect(await axeViolations(page), path).toEqual([]);
    }
  });

  test('the theme of the address holds, auto and others are the reader’s', async () => {
    const paper = async (theme: string) => {
      const { page } = await openEmbed(`ranking/ken/?theme=${theme}`, { colorScheme: 'dark' });
      return page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    };
    const [light, dark, auto, other] = [
      await paper('light'),
      await paper('dark'),
      await paper('auto'),
      await paper('x'),
    ];
    expect(light).not.toBe(dark);
    expect([auto, other]).toEqual([dark, dark]);
  });

  test('plain leaves title, picture, coverage and source', async () => {
    const { page } = await openEmbed('flow-map/?layer=students&country=KEN&plain=1');
    await stands(page);
    const seen = (selector: string) => page.locator(selector).locator('visible=true').count();
    expect(await seen('h1, .picture, .coverage, .sources, .embed-foot')).toBe(5);
    expect(await seen('.takeaway, .figure-table')).toBe(0);
    expect(await seen('.figure-foot p')).toBe(2);
  });

  test('every view fits into 280 pixels', async () => {
    const { page } = await openEmbed('ranking/', { width: 280 });
    for (const { id } of ALL_VIEWS) {
      await page.goto(`${server().url}embed/${id}/`);
      expect(await overflow(page), id).toEqual([]);
    }
  });

  test('forced colours and paper keep the figure', async () => {
    const { page } = await openState('ranking/?country=KEN', { forcedColors: 'active' });
    expect(await page.locator('.picture svg').isVisible()).toBe(true);
    await page.locator('summary').focus();
    await page.keyboard.press('Shift+Tab');
    const outline = await page.evaluate(() => {
      const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement ?? document.body);
      return [outlineStyle, outlineWidth];
    });
    expect(outline).toEqual(['solid', '3px']);
    await page.emulateMedia({ media: 'print', forcedColors: 'none' });
    expect(await page.locator('.picture svg').isVisible()).toBe(true);
    expect(await page.locator('.figure-table').isVisible()).toBe(false);
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(
      'rgb(255, 255, 255)',
    );
  });
});

test('a table can be sorted once it is opened, and the code for that is not fetched before', async () => {
  const { page, scripts } = await openEmbed('ranking/ken/');
  const sorting = () => scripts.some((url) => url.includes('sort-table'));
  expect(sorting()).toBe(false);
  await page.locator('summary').click();
  const heading = page.locator('thead button').first();
  await heading.click();
  expect(sorting()).toBe(true);
  expect(await page.locator('thead [aria-sort]').count()).toBe(1);
});

describe('weight', () => {
  const LISTED = [
    'ranking/ken/',
    'flow-map/deu/',
    'trend/usa/',
    'matrix/standard/',
    'chord/standard/',
    'choropleth/standard/',
    'ego/deu/',
    'scatter/standard/',
  ];

  test('a listed page is at most 120 kB, its scripts 2.5 kB', async () => {
    for (const path of LISTED) {
      let weighed = async (): Promise<readonly Weighed[]> => [];
      const { page } = await openEmbed(path, {
        before: async (page) => void (weighed = weigh(page, server().url)),
      });
      await page.evaluate(() => document.fonts.ready);
      const files = await weighed();
      expect(total(files), path).toBeLessThan(120_000);
      expect(total(files.filter((file) => file.path.endsWith('.js'))), path).toBeLessThan(2500);
      expect(
        files.filter((file) => file.path.endsWith('.json')),
        path,
      ).toEqual([]);
    }
  });
});
