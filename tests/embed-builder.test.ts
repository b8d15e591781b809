import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { figureStates } from '../src/live/explorer/figure-states.ts';
import { listenerFor } from '../src/embed/listener.ts';
import { keptHeight } from '../src/live/embed/figure-height.ts';
import type { Answer } from '../src/model/api.ts';
import { searchOf } from '../src/live/explorer/address.ts';
import { PARTS, type Part } from '../src/live/explorer/parts.ts';
import { settleExplorer, type ExplorerState } from '../src/live/explorer/state.ts';
import { MEASURED } from '../src/live/take/builder-heights.ts';
import { axeViolations } from './support/axe.ts';
import { allSized, framed, hostServer, openHost, type Host } from './support/embed-host.ts';
import { atlas, expectQuiet, explorers, goTo, ready } from './support/explorer.ts';
import { pages } from './support/pages.ts';
import { oneOf, random, randomWish } from './support/random.ts';
import { layoutShifts } from './support/visit.ts';

/** The ways out of the site: the list at every figure, and the builder of embeds. */

const { browser, open } = pages();

/** A page that has to be fetched and measured takes its time on a busy machine. */
const SLOW = { timeout: 20_000 };

const opener = (page: Page, figure: string) => page.locator(`#${figure} .take-open`);
const item = (page: Page, figure: string, id: string) => page.locator(`#${figure} [data-take="${id}"]`);
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Embed this figure' });
const snippet = (page: Page) => dialog(page).getByRole('textbox', { name: 'To paste into your page' });
const choose = (page: Page, value: string) => dialog(page).locator(`input[value="${value}"]`).check();

/** Opens the builder of a figure, and answers with the snippet that it begins with. */
async function build(page: Page, figure: string): Promise<string> {
  await opener(page, figure).click();
  await item(page, figure, 'embed').click();
  await dialog(page).waitFor();
  return snippet(page).inputValue();
}

/** The address that a snippet brings into a page. */
const addressIn = (html: string): string =>
  (/<(?:crosscurrents-figure|iframe) src="([^"]*)"/.exec(html)?.[1] ?? '').replaceAll('&amp;', '&');

/** The snippet once all is measured that stands in it. */
async function whole(page: Page): Promise<string> {
  await vi.waitFor(async () => {
    if (await dialog(page).getByRole('status').textContent()) throw new Error('It is still being measured.');
    const html = await snippet(page).inputValue();
    if (!/<img (?!.* height=)/.test(html)) return;
    throw new Error('The size of the picture is not there.');
  }, SLOW);
  return snippet(page).inputValue();
}

interface Drawn {
  readonly title: string;
  readonly picture: string;
}

/** What a figure shows: its title and the drawing in sight, without what differs from page to page. */
const drawnIn = (page: Page, selector: string): Promise<Drawn> =>
  page.locator(selector).evaluate((figure) => {
    const drawings = [...figure.querySelectorAll<SVGElement>('.picture > div > svg')];
    const shown = drawings.find((svg) => svg.getBoundingClientRect().width > 0);
    const copy = shown?.cloneNode(true) as Element | undefined;
    for (const one of copy ? [copy, ...copy.querySelectorAll('*')] : []) {
      // What was drawn over something else has its attributes in another order, which says nothing.
      const all = [...one.attributes].sort((a, b) => (a.name < b.name ? -1 : 1));
      for (const attribute of all) one.removeAttributeNode(attribute);
      for (const attribute of all) one.setAttributeNode(attribute);
    }
    return {
      title: figure.querySelector('.figure-title')?.textContent ?? '',
      picture: (copy?.outerHTML ?? '')
        // Ids begin with the figure's own, and shared files have the way from the page.
        .replaceAll(new RegExp(`\\b${figure.id}-(?=[wn]\\b)`, 'g'), '')
        .replaceAll(/(\.\.\/)+(?=release\/)/g, ''),
    };
  });

/**
 * The library of statistical charts moves lines by half a pixel where a screen is coarse; a page that is built knows no screen. Said of all pages
 * of the context.
 */
const fineScreen = (page: Page): Promise<unknown> =>
  page.context().addInitScript(() => Object.defineProperty(window, 'devicePixelRatio', { value: 2 }));

/** A page for embeds, as wide as that of the figures. In a context of its own, which keeps what it has fetched: one that is watched does not. */
async function embedPage(): Promise<Page> {
  const context = await browser().newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await fineScreen(page);
  return page;
}

/** Opens an address as a page of its own, and waits until its figure stands. */
async function openEmbed(page: Page, address: string): Promise<Drawn> {
  await page.goto(address);
  await page.waitForFunction(() => document.documentElement.dataset['asked'] === undefined);
  return drawnIn(page, '#figure');
}

describe('the snippet reproduces the state on screen', () => {
  const { explore } = explorers();
  /** Figures of the explorer by the part that shows them. */
  const DRAWN: readonly Part[] = PARTS.filter((part) => part !== 'table');

  /** A state of one part, in turn; of most, slices hold the rows, as of most that readers look at. */
  function stateFor(i: number, next: () => number): ExplorerState {
    const part = DRAWN[i % DRAWN.length] ?? 'map';
    for (;;) {
      const { from, by, against, ...wish } = randomWish(atlas, next);
      const rare = Math.floor(i / DRAWN.length) % 6 === 0 ? { from, by, against } : {};
      const asked = { ...wish, ...rare, show: [part], marked: [] };
      const paired = part === 'pair' || part === 'network';
      if (paired) Object.assign(asked, { country: oneOf([...atlas.withData], next) });
      if (part === 'pair') Object.assign(asked, { partner: oneOf([...atlas.withData], next) });
      const { state } = settleExplorer(asked, atlas);
      if (figureStates(state, atlas)[part as 'map'] !== null) return state;
    }
  }

  test('of 100 random states of all its views', { timeout: 300_000 }, async () => {
    const visited = await explore('', { before: fineScreen });
    const { page } = visited;
    // The address is opened as a page of its own: in the preview it would only be drawn once more.
    await page.route('**/embed/*/**', (route) =>
      route.request().resourceType() === 'document' ? route.fulfill({ body: '' }) : route.continue(),
    );
    const embed = await embedPage();
    const next = random(707);
    const different: string[] = [];
    let [live, listed] = [0, 0];
    let compared = Promise.resolve();
    for (let i = 0; i < 100; i++) {
      const state = stateFor(i, next);
      const search = searchOf(state, atlas);
      await goTo(page, search);
      const [part = 'map'] = state.show;
      const onScreen = await drawnIn(page, `#${part}`);
      const address = addressIn(await build(page, part));
      await page.keyboard.press('Escape');
      if (/\/embed\/[^/]+\/(\?|$)/.test(address)) live++;
      else listed++;
      // While one is compared, the explorer goes on to the next.
      await compared;
      compared = openEmbed(embed, address).then((embedded) => {
        if (!onScreen.picture || JSON.stringify(onScreen) !== JSON.stringify(embedded))
          different.push(`${search} → ${address}`);
      });
    }
    await compared;
    expect(different).toEqual([]);
    console.log(`100 states: ${live} drawn live, ${listed} on static pages`);
    expect(visited.network.errors).toEqual([]);
    expect(visited.network.violations).toEqual([]);
  });

  test('of listed ones, on their static pages', async () => {
    const { page } = await explore('', { before: fineScreen });
    const embed = await embedPage();
    for (const [part, search, path] of [
      ['map', '?v=2&country=KEN&show=map', 'flow-map/ken/'],
      ['trend', '?v=2&country=PER&show=trend', 'trend/per/'],
      ['matrix', '?v=2&among=eu&order=cluster&show=matrix', 'matrix/papers-eu-cluster/'],
      ['chord', '?v=2&among=eu&by=affinity&min=20&show=chord', 'chord/papers-eu-affinity/'],
      ['scatter', '?v=2&show=scatter', 'scatter/papers/'],
      ['pair', '?v=2&country=IND&partner=NAM&show=pair', 'pair/ind-nam/'],
    ] as const) {
      await goTo(page, search);
      const onScreen = await drawnIn(page, `#${part}`);
      const html = await build(page, part);
      expect(html).toContain(`${path}figure.svg`);
      await page.keyboard.press('Escape');
      const address = addressIn(html);
      expect(address).toContain(`/embed/${path}`);
      expect(await openEmbed(embed, address), search).toEqual(onScreen);
    }
  });
});

describe('the builder', () => {
  const { explore } = explorers();

  test('is opened, walked and closed by keyboard, and gives the focus back', async () => {
    const visited = await explore('?v=2&country=KEN&show=map');
    const { page } = visited;
    await opener(page, 'map').focus();
    await page.keyboard.press('Enter');
    await item(page, 'map', 'embed').focus();
    await page.keyboard.press('Enter');
    await dialog(page).waitFor();
    const focused = () =>
      page.evaluate(() => {
        const at = document.activeElement as HTMLInputElement | null;
        return at?.closest('dialog') ? `${at.localName} ${at.name || at.textContent.trim()}` : 'outside';
      });
    expect(await focused()).toBe('input way');
    const walked: string[] = [];
    for (let i = 0; i < 12; i++) {
      await page.keyboard.press('Tab');
      walked.push(await focused());
    }
    expect(walked).toEqual([
      'input edition',
      'input year',
      'input theme',
      'input plain',
      'input width',
      'input pixels',
      'textarea alt',
      'textarea ',
      'button Copy',
      expect.stringMatching(/^a How embeds work/),
      'input preview',
      // Past the last the browser's own controls come.
      expect.stringMatching(/^(outside|button ×)$/),
    ]);
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'detached' });
    expect(await opener(page, 'map').evaluate((button) => button === document.activeElement)).toBe(true);
    expect(visited.network.violations).toEqual([]);
  });

  test('writes what is chosen, and shows it', async () => {
    const visited = await explore('?v=2&country=KEN&show=map', {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const { page } = visited;
    await build(page, 'map');
    const source = () => dialog(page).locator('iframe').getAttribute('src');
    const page_ = `${new URL('../', page.url()).href}embed/flow-map/ken/`;
    expect(await source()).toBe(page_);
    expect(await dialog(page).locator('.builder-kind').textContent()).toMatch(/static page with a picture/);
    expect(await dialog(page).locator('.builder-rights').textContent()).toBe(
      'Licence: CC0 1.0 (public domain).',
    );
    // What is written first is whole but for the heights, and says so.
    expect(await dialog(page).getByRole('status').textContent()).toMatch(/^Measuring/);
    const first = await whole(page);
    expect(first).toMatch(
      /^<script async src="[^"]*\/embed\/figure\.js"><\/script>\n<crosscurrents-figure .* height="280:\d+ 320:\d+ .* 1200:\d+">/,
    );
    expect(/ height="(280:[^"]*)"/.exec(first)?.[1]?.length).toBeLessThanOrEqual(200);
    expect(first).toMatch(
      /alt="Papers that Kenya shares with other countries, 2022\. World map of (?!.*\btable\b)[^"]*" width="\d+" height="\d+" style="max-width: 100%; height: auto"/,
    );
    // The heights are those of the page itself.
    const written = new Map(
      [...(/ height="(280:[^"]*)"/.exec(first)?.[1] ?? '').matchAll(/(\d+):(\d+)/g)].map(
        ([, width, height]) => [Number(width), Number(height)],
      ),
    );
    for (const width of [280, 480, 760]) {
      await dialog(page)
        .getByRole('radio', { name: `${width} pixels` })
        .check();
      await expect
        .poll(async () => Number(await dialog(page).locator('iframe').getAttribute('height')), SLOW)
        .toBe(written.get(width));
    }
    await choose(page, 'iframe');
    const framed = await whole(page);
    expect(framed).toContain(` height="${Math.max(...written.values())}" `);
    expect(framed).toContain(listenerFor(new URL('../', page.url()).href));
    await choose(page, 'bare');
    expect(await whole(page)).not.toContain('<script');

    await choose(page, 'dark');
    await dialog(page).getByRole('checkbox').check();
    await dialog(page).locator('[name=pixels]').fill('500');
    const shown = `${page_}?theme=dark&plain=1`;
    await expect.poll(source, SLOW).toBe(shown);
    expect(await snippet(page).inputValue()).toContain(shown.replace('&', '&amp;'));
    expect(await snippet(page).inputValue()).toContain(' width="500" ');
    await dialog(page).locator('[name=alt]').fill('A map with "many" lines');
    expect(await snippet(page).inputValue()).toContain('alt="A map with &quot;many&quot; lines"');

    await choose(page, 'component');
    expect(await whole(page)).toMatch(/ height="280:\d+ .* 480:\d+ 500:\d+" style="max-width: 500px"/);
    await choose(page, 'static');
    await expect
      .poll(() => snippet(page).inputValue(), SLOW)
      .toMatch(/<img src="[^"]*figure\.svg" .*width="500" height="\d+"/);
    expect(await dialog(page).locator('img').getAttribute('src')).toBe(`${page_}figure.svg`);
    await choose(page, 'png');
    expect(await snippet(page).inputValue()).toBe(`${page_}figure.png`);
    await choose(page, 'link');
    expect(await snippet(page).inputValue()).toBe(shown);
    await dialog(page).getByRole('button', { name: 'Copy' }).click();
    await expect.poll(() => dialog(page).getByRole('status').textContent()).toBe('Copied.');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(shown);
    expect(visited.network.violations).toEqual([]);
  });

  test('says what a state that is drawn live has not', async () => {
    const { page } = await explore('?v=2&country=KEN&year=2011&show=map');
    expect(await build(page, 'map')).toContain('embed/flow-map/?year=2011&amp;country=KEN"');
    expect(await dialog(page).locator('.builder-kind').textContent()).toMatch(/drawn live .* no picture/);
    for (const way of ['static', 'svg', 'png'])
      expect(await dialog(page).locator(`input[value=${way}]`).isDisabled()).toBe(true);
  });

  test('keeps the newest year where that is chosen', async () => {
    const { page } = await explore('?v=2&country=KEN&show=map');
    expect(addressIn(await build(page, 'map'))).toMatch(/\/embed\/flow-map\/ken\/$/);
    expect(await dialog(page).locator('input[value=newest]').isChecked()).toBe(true);
    expect(await dialog(page).getByText('title and text in the snippet are of today').isVisible()).toBe(true);
    await dialog(page).getByRole('radio', { name: 'This year: 2022' }).check();
    const address = addressIn(await snippet(page).inputValue());
    expect(address).toMatch(/\/embed\/flow-map\/\?country=KEN&year=2022$/);
    expect(await dialog(page).locator('.builder-kind').textContent()).toMatch(/drawn live .* no picture/);
    const embedded = await openEmbed(await embedPage(), address);
    await page.keyboard.press('Escape');
    expect(embedded.title).toBe((await drawnIn(page, '#map')).title);
    // A state of another year has its year anyway.
    await goTo(page, '?v=2&country=KEN&year=2011&show=map');
    await build(page, 'map');
    expect(await dialog(page).getByText('The newest year').isVisible()).toBe(false);
  });

  test('asks for no frozen release that the site does not list', async () => {
    const visited = await explore('?v=2&country=KEN&show=map', {
      before: (page) =>
        page.route('**/api/v1/releases.json', (route) => route.fulfill({ json: { releases: [] } })),
    });
    const asked: string[] = [];
    visited.page.on('request', (request) => asked.push(request.url()));
    await build(visited.page, 'map');
    await whole(visited.page);
    expect(asked.filter((address) => address.includes('/embed/v/'))).toEqual([]);
    expect(await dialog(visited.page).locator('input[value=frozen]').isDisabled()).toBe(true);
    expect(visited.network.console).toEqual([]);
  });

  test('offers the frozen release where the site has it', async () => {
    const visited = await explore('?v=2&country=KEN&show=map', {
      before: async (page) => {
        await page.route('**/api/v1/releases.json', async (route) => {
          const answer = (await (await route.fetch()).json()) as Answer<'Releases'>;
          const releases = answer.releases.map((one) => ({ ...one, frozen: true }));
          await route.fulfill({ json: { ...answer, releases } });
        });
        await page.route('**/embed/v/*/states.json', (route) =>
          route.fulfill({ json: { release: 'x', views: { 'flow-map': { ken: 'country=KEN' } } } }),
        );
      },
    });
    const { page } = visited;
    await build(page, 'map');
    await choose(page, 'frozen');
    expect(await snippet(page).inputValue()).toMatch(/\/embed\/v\/\d{4}-\d\d-\d\d\/flow-map\/ken\/"/);
    await page.keyboard.press('Escape');
    await page.unroute('**/embed/v/*/states.json');
    await page.route('**/embed/v/*/states.json', (route) => route.fulfill({ status: 404 }));
    await build(page, 'map');
    expect(await dialog(page).locator('input[value=frozen]').isDisabled()).toBe(true);
    expect(await dialog(page).getByText('not frozen on this site').isVisible()).toBe(true);
  });

  test.each([
    ['light', 1440],
    ['dark', 360],
  ] as const)('has no fault that axe finds and fits its window (%s, %i)', async (colorScheme, width) => {
    const visited = await explore('?v=2&country=KEN&show=map', {
      colorScheme,
      viewport: { width, height: 800 },
    });
    const { page } = visited;
    await build(page, 'map');
    await page.locator('.builder-stage.waiting').waitFor({ state: 'detached' });
    expect(await axeViolations(page)).toEqual([]);
    const wide = await dialog(page).evaluate((element) =>
      [element, ...element.querySelectorAll('.builder-parts *:not(.builder-stage, .builder-stage *)')]
        .filter(
          (one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX !== 'hidden',
        )
        .filter((one) => one.clientWidth > 0 && one.localName !== 'textarea')
        .map((one) => `${one.localName}.${one.className}`),
    );
    expect(wide).toEqual([]);
    expectQuiet({ ...visited, network: { ...visited.network, console: [] } });
  });
});

describe('what the builder gives, in a page of somebody else', () => {
  const { visit } = explorers();
  const FIGURES = [
    ['map', '?v=2&country=KEN&show=map'],
    ['ranking', '?v=2&country=GTM&show=ranking'],
    ['pair', '?v=2&country=CHN&partner=USA&show=pair'],
    ['matrix', '?v=2&among=eu&order=cluster&show=matrix'],
  ] as const;
  /** Widths of the column. The builder measures at all but the last two. */
  const COLUMNS = [360, 440, 700, 900, 1200, 520, 1000] as const;
  /**
   * Pixels by which a figure may be higher than what was kept for it. None at widths that were measured; between them a line may break otherwise,
   * and one line of the largest letters is as high as this. What was kept too much stays, so that it moves nothing.
   */
  const allowed = (column: number): number => (MEASURED.some((width) => width === column) ? 0 : 24);

  let host: Host;
  let site: string;
  const given: Record<'component' | 'iframe', string[]> = { component: [], iframe: [] };
  beforeAll(async () => {
    const { page, close } = await visit('');
    await ready(page);
    site = new URL(page.url()).origin;
    host = await hostServer({ origin: site });
    for (const [part, search] of FIGURES) {
      await goTo(page, search);
      await build(page, part);
      for (const way of ['component', 'iframe'] as const) {
        await choose(page, way);
        given[way].push(await whole(page));
      }
      await page.keyboard.press('Escape');
    }
    await close();
  }, 60_000);
  afterAll(() => host?.remove());

  describe.each(['component', 'iframe'] as const)('as %s', (way) => {
    test.each(COLUMNS)('each is as high as its figure, and nothing moves: %i pixels', async (column) => {
      const name = `${way}-${column}`;
      await host.write(name, given[way].join('<p>Text.</p>'), '', { column, inline: true });
      const { page, faults } = await openHost(browser(), `${host.url}${name}.html`, [host.origin, site], {
        viewport: { width: column + 40, height: 900 },
      });
      const selector = way === 'iframe' ? 'iframe' : 'crosscurrents-figure';
      await allSized(page, selector);
      const found = await framed(page);
      expect(found).toHaveLength(FIGURES.length);
      for (const { url, place, height, beyond, bars } of found) {
        expect([url, place]).toEqual([url, height]);
        expect([url, ...beyond, ...bars]).toEqual([url, 0, 0, 0, 0]);
      }
      if (way === 'component') {
        const places = await page
          .locator(selector)
          .evaluateAll((all) =>
            all.map((one) => [one.getAttribute('height'), one.getBoundingClientRect().height]),
          );
        for (const [written, now] of places as [string, number][])
          expect([written, Math.max(0, now - keptHeight(written, column) - allowed(column))]).toEqual([
            written,
            0,
          ]);
        const moved = await page.evaluate(() => (globalThis as unknown as { shifts: string[] }).shifts);
        if (allowed(column) === 0) expect(moved).toEqual([]);
      }
      expect(faults).toEqual([]);
      await page.context().close();
    });
  });

  test('with scripts off the picture is never wider than its column', async () => {
    await host.write('off', given.component.join(''), '', { column: 360, inline: true });
    const { page } = await openHost(browser(), `${host.url}off.html`, [host.origin, site], {
      javaScriptEnabled: false,
    });
    const wide = () =>
      page
        .locator('img')
        .evaluateAll((all) => (all as HTMLImageElement[]).map((one) => [one.complete, one.clientWidth]));
    await expect.poll(wide).toEqual(FIGURES.map(() => [true, 360]));
    await page.context().close();
  });
});

describe('the list at a figure of a page', () => {
  const COUNTRY = 'countries/ken/';

  test('moves nothing, and fetches nothing of itself before it is asked for', async () => {
    const { page, scripts, network } = await open(COUNTRY);
    await expect.poll(() => opener(page, 'map').isEnabled()).toBe(true);
    expect(await layoutShifts(page)).toEqual([]);
    expect(scripts.filter((address) => /static-menu|builder/.test(address))).toEqual([]);
    await opener(page, 'map').click();
    await item(page, 'map', 'csv').waitFor();
    expect(scripts.some((address) => address.includes('static-menu'))).toBe(true);
    expect(network).toEqual({ foreign: [], console: [], errors: [], violations: [] });
  });

  test('is not there without scripts', async () => {
    const { page } = await open(COUNTRY, { javaScriptEnabled: false });
    expect(await page.getByText('Take it with you').first().isVisible()).toBe(false);
  });

  test('takes what the figure shows', async () => {
    const { page } = await open(COUNTRY);
    await opener(page, 'map').click();
    for (const id of ['graphml', 'csv', 'svg']) {
      const [file] = await Promise.all([page.waitForEvent('download'), item(page, 'map', id).click()]);
      expect(file.suggestedFilename()).toMatch(
        new RegExp(`^crosscurrents-papers-KEN-\\d+-flow-map\\.${id}$`),
      );
    }
    await page.keyboard.press('Escape');
    expect(await opener(page, 'map').evaluate((button) => button === document.activeElement)).toBe(true);
  });

  test('embeds it', async () => {
    const { page } = await open('countries/');
    expect(await build(page, 'works')).toContain(
      'embed/choropleth/international-works-openalex-copublications/"',
    );
    const embed = await embedPage();
    const onPage = await drawnIn(page, '#works');
    expect(await openEmbed(embed, addressIn(await snippet(page).inputValue()))).toEqual(onPage);
  });

  test('follows a figure that the reader moves on', async () => {
    const { page } = await open('methods/effective-partners/');
    expect(await build(page, 'through-time')).toContain('embed/country-indicator/');
    await page.keyboard.press('Escape');
    await page.locator('[data-indicator-figure] select[name=country]').selectOption('KEN');
    await page.waitForFunction(() =>
      document.querySelector<HTMLElement>('#through-time')?.dataset['state']?.includes('KEN'),
    );
    expect(await build(page, 'through-time')).toContain('embed/country-indicator/ken/"');
  });

  test('of a figure that is an article’s own has its embed by name', async () => {
    const { page } = await open('insights/focus/circulation-or-drain/', {
      before: (one) =>
        one.route('**/embed/states.json', (route) =>
          route.fulfill({
            json: { release: 'x', views: { insights: { 'focus-circulation-or-drain-losers': '' } } },
          }),
        ),
    });
    expect(await build(page, 'figure-losers')).toContain(
      'embed/insights/focus-circulation-or-drain-losers/"',
    );
    await page.keyboard.press('Escape');
    // One that the site has no page of is refused in words.
    await opener(page, 'figure-rates').click();
    await item(page, 'figure-rates', 'embed').click();
    await expect
      .poll(() => page.locator('#figure-rates .take-note').textContent(), SLOW)
      .toMatch(/no page of its own to embed/);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      item(page, 'figure-rates', 'csv').click(),
    ]);
    expect(file.suggestedFilename()).toBe('crosscurrents-focus-circulation-or-drain-rates.csv');
  });

  test('that does not come says so, and is tried again', async () => {
    const { page } = await open(COUNTRY);
    await page.route('**/release/atlas.json', (route) => route.abort());
    await opener(page, 'map').click();
    await page.getByText('Press again to try again').waitFor();
    await page.unroute('**/release/atlas.json');
    await opener(page, 'map').click();
    await item(page, 'map', 'csv').waitFor();
    expect(await page.getByText('Press again to try again').isVisible()).toBe(false);
  });
});
