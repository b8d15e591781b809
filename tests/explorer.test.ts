import { readFile } from 'node:fs/promises';
import Papa from 'papaparse';
import type { Download, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import {
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
  title,
  type FigureId,
} from './support/explorer.ts';

/**
 * What the explorer says and gives. Its controls are driven in explorer-input, its marks in explorer-marks; explorer-address has
 * the history and the addresses, explorer-failures what comes late or not at all, explorer-look what it looks like.
 */

const { explore } = explorers();

const foot = (page: Page, figure: FigureId) => page.locator(`#${figure} .figure-foot`).innerText();
/** All words of a drawing in sight. */
const drawn = (page: Page, figure: FigureId) =>
  page
    .locator(`#${figure} .picture svg:visible`)
    .first()
    .evaluate((svg) => [...svg.querySelectorAll('text')].map((text) => text.textContent).join(' | '));

describe('a control', () => {
  test('that says nothing in a state is not shown', async () => {
    const { page } = await explore('?v=2&country=BRA');
    await page.locator('.controls-more summary').click();
    const parts = async () => {
      await settled(page);
      return page
        .locator('[data-part]:visible')
        .evaluateAll((all) => [...new Set(all.map((part) => part.getAttribute('data-part')))]);
    };
    expect(await parts()).toEqual(['partner', 'from']);
    await control.radio(page, 'Scholars');
    expect(await parts()).toEqual(['partner', 'direction', 'source', 'from']);
    await control.select(page, 'country', '');
    expect(await parts()).toEqual(['source', 'from']);
    await control.select(page, 'among', 'eu');
    expect(await parts()).toEqual(['source', 'ends', 'from']);
    await control.select(page, 'by', 'net_flow');
    expect(await parts()).toEqual(['source', 'ends']);
    await control.part(page, 'matrix');
    await control.part(page, 'scatter');
    expect(await parts()).toEqual(['source', 'ends', 'order', 'axes']);
  });

  test('offers what there is: measures of a layer, years of a source, what a state can be held against', async () => {
    const { page } = await explore();
    await page.locator('.controls-more summary').click();
    await page.locator('select[name=against] optgroup').first().waitFor({ state: 'attached' });
    const offered = (name: string) =>
      page.locator(`select[name=${name}]`).evaluate((select: HTMLSelectElement) => ({
        headings: [...select.querySelectorAll('optgroup')].map(({ label }) => label),
        values: [...select.options].map(({ value }) => value),
      }));
    expect((await offered('by')).values).toEqual([
      'count',
      'share',
      'per_million',
      'ric',
      'affinity',
      'observed_over_expected',
    ]);
    expect((await offered('against')).headings).toEqual(['Another layer', 'Another year']);
    await control.radio(page, 'Scholars');
    await control.select(page, 'country', 'CHE');
    expect((await offered('by')).values).toContain('net_flow');
    expect((await offered('by')).values).not.toContain('ric');
    expect((await offered('against')).headings).toEqual([
      'Another layer',
      'Another source',
      'Another year',
      'Another country',
    ]);
    expect((await offered('against')).values).not.toContain('CHE');
    const { values } = await offered('from');
    expect([values[0], values[1], values.at(-1)]).toEqual(['', '2019', '1998']);
  });
});

describe('a play', () => {
  test('is ended by its button, and by any other control', async () => {
    const visited = await explore('?v=2&year=1990');
    const { page } = visited;
    const year = () => page.locator('#year').inputValue();
    await page.getByRole('button', { name: 'Play' }).click();
    await expect.poll(year, { timeout: 20_000 }).toBe('1992');
    await page.getByRole('button', { name: 'Stop' }).click();
    await settled(page);
    await expectSearch(page, `?v=2&year=${await year()}`);

    await page.getByRole('button', { name: 'Play' }).click();
    await page.waitForSelector('[data-play][aria-pressed=true]');
    await control.select(page, 'country', 'DEU');
    expect(await page.locator('[data-play]').getAttribute('aria-pressed')).toBe('false');
    await settled(page);
    await expectSearch(page, `?v=2&year=${await year()}&country=DEU`);
    expectSilent(visited);
  });
});

const ALL = 'map,ranking,matrix,chord,network';

describe('each figure', () => {
  test('says which hosts are silent', async () => {
    const visited = await explore(`?v=2&layer=students&year=2019&country=DEU&direction=out&show=${ALL}`);
    const { page } = visited;
    for (const figure of ['map', 'ranking', 'matrix', 'chord', 'network'] as const)
      expect(await foot(page, figure), figure).toMatch(
        /No 2019 data by origin from .*What is not reported is not zero\./s,
      );
    expect(await drawn(page, 'map')).toContain('Did not report');
    // Papers have no host that could be silent.
    await goTo(page, `?v=2&country=DEU&show=${ALL}`);
    for (const figure of ['map', 'ranking', 'matrix', 'chord', 'network'] as const)
      expect(await foot(page, figure), figure).not.toMatch(/No \d{4} data/);
    expectSilent(visited);
  });

  test('says what is left out of it, in number and sum', async () => {
    const visited = await explore(`?v=2&country=DEU&top=25&show=${ALL}`);
    const { page } = visited;
    const sum = async (figure: FigureId) =>
      (
        await page
          .locator(`#${figure} [data-v][data-o]`)
          .evaluateAll((all) => all.map((one) => Number((one as SVGElement).dataset['v'])))
      ).reduce((all, one) => all + one, 0);
    expect(await foot(page, 'map')).toMatch(/Not drawn: the other \d+ partners, [\d,]+\slinks\./);
    expect(await drawn(page, 'map')).toMatch(/Shown: 25 of \d+\s/);
    expect(await drawn(page, 'ranking')).toMatch(/The other \d+ partners: [\d,]+\slinks/);
    expect(await drawn(page, 'matrix')).toMatch(/Outside of this matrix: [\d,]+\slinks/);
    expect(await drawn(page, 'chord')).toMatch(/[Aa]ll others: \d+ places/);
    expect(await foot(page, 'network')).toMatch(/Not drawn: the other \d+ partners/);
    // What is drawn and what is not are all there is: the same whole from another number of ties.
    const whole = async () => {
      const [, left = ''] =
        /Not drawn: the other \d+ partners, ([\d,]+)\slinks/.exec(await foot(page, 'map')) ?? [];
      return (await sum('map')) + Number(left.replaceAll(',', ''));
    };
    const at25 = await whole();
    await control.select(page, 'top', '10');
    await settled(page);
    expect(await whole()).toBe(at25);
    expect(at25).toBeGreaterThan(100_000);
    expectSilent(visited);
  });

  test('gives limits beside what is reckoned: in its table, and in the words of its marks', async () => {
    const visited = await explore('?v=2&country=DEU&by=ric&show=map,ranking,matrix');
    const { page } = visited;
    for (const figure of ['map', 'ranking', 'matrix'] as const) {
      expect(await title(page, figure)).toMatch(/relative intensity \(RIC\)/i);
      expect((await shown(page, figure)).table, figure).toMatch(/Lower limit.*Upper limit/);
    }
    const rows = await page.locator('#map table').evaluate((table: HTMLTableElement) => {
      const [head, ...all] = [...table.rows].map((row) => [...row.cells].map((cell) => cell.textContent));
      const at = (words: string) => head?.indexOf(words) ?? -1;
      return all.map((row) =>
        [at('Lower limit'), at('Relative intensity (RIC)'), at('Upper limit')].map((i) =>
          Number(row[i]?.replaceAll(',', '')),
        ),
      );
    });
    expect(rows.length).toBeGreaterThan(10);
    for (const [low = NaN, value = NaN, high = NaN] of rows) {
      expect(low).toBeLessThanOrEqual(value);
      expect(value).toBeLessThanOrEqual(high);
    }
    expect(await page.locator('#map path[data-o] > title').first().textContent()).toMatch(
      /RIC\)? \d+\.\d+ \(\d+\.\d+–\d+\.\d+\), [\d,]+\spapers/i,
    );
    expect(await page.locator('#map .method a').getAttribute('href')).toBe('../methods/ric/#formula');
    expectSilent(visited);
  });

  test('keeps its table open while states change, and sorts it', async () => {
    const { page } = await explore();
    await page.locator('#ranking .figure-table summary').click();
    await control.radio(page, 'Students');
    await settled(page);
    expect(await page.locator('#ranking table').isVisible()).toBe(true);
    await page.locator('#ranking th button').first().click();
    expect(await page.locator('#ranking th[aria-sort]').count()).toBe(1);
  });

  test('the table part lists every tie, as many as the figures say there are', async () => {
    const visited = await explore('?v=2&country=MLT&top=10&show=map,table');
    const { page } = visited;
    const [, of] = /Shown: 10 of (\d+)\s/.exec(await drawn(page, 'map')) ?? [];
    expect(await page.locator('#table [role=grid]').getAttribute('aria-rowcount')).toBe(
      String(Number(of) + 1),
    );
    expect(await page.locator('#table .figure-title').innerText()).toMatch(/^Papers that Malta shares/);
    expectSilent(visited);
  });
});

describe('what is taken', () => {
  const STATE = '?v=2&layer=students&country=IND&direction=out&top=25';
  const open = (page: Page, figure: FigureId) =>
    page.locator(`#${figure} .take`).getByRole('button', { name: 'Take it with you' }).click();
  const taking = (page: Page, figure: FigureId, item: string) =>
    page.locator(`#${figure} [data-take=${item}]`);
  const save = async (page: Page, press: () => Promise<unknown>): Promise<Download> => {
    const [download] = await Promise.all([page.waitForEvent('download'), press()]);
    return download;
  };

  test('as CSV is what is shown, to the last number', async () => {
    const visited = await explore(STATE);
    const { page } = visited;
    const { table } = await shown(page, 'map');
    await open(page, 'map');
    const file = await save(page, () => taking(page, 'map', 'csv').click());
    expect(file.suggestedFilename()).toBe('crosscurrents-students-IND-out-2018.csv');
    const { data, errors } = Papa.parse<Record<string, string>>(
      (await readFile(await file.path(), 'utf8')).replace('\ufeff', ''),
      { header: true, skipEmptyLines: true },
    );
    expect(errors).toEqual([]);
    expect(data).toHaveLength(25);
    const written = await page
      .locator('#map table tbody tr')
      .evaluateAll((rows) =>
        rows.map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent)),
      );
    expect(
      data.map((row) => [
        row['origin_name'],
        row['destination_name'],
        Number(row['value']).toLocaleString('en-GB'),
      ]),
    ).toEqual(written.map((row) => row.slice(0, 3)));
    expect(table).toContain('United States');
    for (const row of data)
      expect(row).toMatchObject({
        origin: 'IND',
        layer: 'students',
        year: '2018',
        source: 'uis-student-flows',
        address: page.url(),
      });
    expectSilent(visited);
  });

  test('as a sentence has number, year, source and address; as a link is the address', async () => {
    const visited = await explore(STATE, { permissions: ['clipboard-read', 'clipboard-write'] });
    const { page } = visited;
    const pasted = () => page.evaluate(() => navigator.clipboard.readText());
    await open(page, 'map');
    await taking(page, 'map', 'sentence').click();
    await expect
      .poll(pasted)
      .toMatch(
        /^[\d,]+\sstudents from India studied in the United States in 2018, .*UNESCO UIS.*\. Crosscurrents, release \S+: http/s,
      );
    expect(await pasted()).toContain(page.url());
    await taking(page, 'map', 'link').click();
    await expect.poll(pasted).toBe(page.url());
    expectSilent(visited);
  });

  test('to the SQL lab is the query of the figure, whole', async () => {
    const { page } = await explore(STATE);
    await open(page, 'map');
    const link = page.locator('#map .take').getByRole('link', { name: /SQL lab/ });
    const url = new URL(await link.evaluate((a: HTMLAnchorElement) => a.href));
    expect(url.pathname).toBe('/some/folder/explore/sql/');
    const query = new URLSearchParams(url.hash.slice(1)).get('q') ?? '';
    expect(query).toMatch(/SELECT[^]*FROM/);
    expect(query).toContain("'IND'");
    expect(query).toContain('2018');
    expect(query).not.toMatch(/\$\w/);
  });

  test('as a picture or a network is a file', async () => {
    const visited = await explore(STATE);
    const { page } = visited;
    await open(page, 'map');
    for (const [item, name] of [
      ['svg', /\.svg$/],
      ['png', /\.png$/],
      ['graphml', /\.graphml$/],
      ['vosviewer', /\.vosviewer\.json$/],
    ] as const) {
      const file = await save(page, () => taking(page, 'map', item).click());
      expect(file.suggestedFilename()).toMatch(name);
      expect((await readFile(await file.path())).length).toBeGreaterThan(1000);
    }
    expectSilent(visited);
  });

  test('is there from the start: of the figures that came with the page', async () => {
    const visited = await explore();
    const { page } = visited;
    const menu = page.locator('[data-toolbar] .take');
    await menu.getByRole('button', { name: 'Take it with you' }).click();
    await menu.getByRole('link', { name: /SQL lab/ }).waitFor();
    const file = await save(page, () => menu.locator('[data-take=csv]').click());
    expect(file.suggestedFilename()).toBe('crosscurrents-papers-world-2022.csv');
    const { data } = Papa.parse<Record<string, string>>(await readFile(await file.path(), 'utf8'), {
      header: true,
      skipEmptyLines: true,
    });
    expect(data).toHaveLength(60);
    expect(searchIn(page)).toBe('');
    expectSilent(visited);
  });
});

describe('the palette', () => {
  const field = (page: Page) => page.getByRole('combobox', { name: 'Find a command' });

  test('does what is typed', async () => {
    const visited = await explore();
    const { page } = visited;
    for (const [words, to, from = ''] of [
      ['Students', '?v=2&layer=students'],
      ['Ghana', '?v=2&country=GHA'],
      ['Ghana', '?v=2&layer=scholars&country=GHA', '?v=2&layer=scholars'],
      ['Show or hide: Matrix', '?v=2&show=map,ranking,trend,matrix,pair'],
      ['Affinity', '?v=2&by=affinity'],
      ['European Union', '?v=2&among=eu'],
      ['students from India to Germany', '?v=2&layer=students&country=IND&partner=DEU&direction=out'],
    ] as const) {
      await goTo(page, from);
      await page.keyboard.press('Control+k');
      await field(page).waitFor();
      await page.keyboard.type(words);
      await page.locator('.palette [role=option][aria-selected=true]').waitFor();
      await page.keyboard.press('Enter');
      await expectSearch(page, to);
      await settled(page);
      expect(await field(page).isVisible()).toBe(false);
    }
    expectSilent(visited);
  });

  test('opens by its button, and closes on what the page was', async () => {
    const visited = await explore();
    const { page } = visited;
    await page.getByRole('button', { name: 'Commands' }).click();
    expect(await field(page).isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await field(page).isVisible()).toBe(false);
    expect(await focused(page)).toBe('button Commands');
    expect(searchIn(page)).toBe('');
    expectSilent(visited);
  });
});

describe('the tour', () => {
  test('is offered once, can be refused, and is led through by its button', async () => {
    const visited = await explore();
    const { page } = visited;
    const offer = page.getByRole('region', { name: 'Offer of a tour' });
    await offer.getByRole('button', { name: 'No thanks' }).click();
    expect(await offer.count()).toBe(0);
    await page.reload();
    await ready(page);
    expect(await offer.count()).toBe(0);
    await page.getByRole('button', { name: 'Tour', exact: true }).click();
    const panel = page.locator('.tour-panel');
    for (let step = 1; step <= 4; step++) {
      expect(await panel.innerText()).toContain(`${step} of 4`);
      await panel.getByRole('button', { name: step < 4 ? 'Next' : 'Done' }).click();
    }
    expect(await panel.count()).toBe(0);
    expect(await focused(page)).toBe('button Tour');
    expectSilent(visited);
  });
});
