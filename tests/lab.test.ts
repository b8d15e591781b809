import { readFile } from 'node:fs/promises';
import { deflateRawSync } from 'node:zlib';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openNative } from '../src/engine/native.ts';
import { addressOf } from '../src/lab/address.ts';
import { EXAMPLES } from '../src/lab/examples.ts';
import { needsOf } from '../src/lab/run-needs.ts';
import { bytes } from './checks/sizes.ts';
import { axeViolations } from './support/axe.ts';
import { launchBrowser } from '../scripts/lib/browser.ts';
import { openEnginePage } from './support/engine-page.ts';
import { HOSTILE } from './support/random.ts';
import { serveFolder, type TestServer } from '../scripts/lib/serve-folder.ts';
import { DIST, readManifest, RELEASE } from './support/site.ts';
import { layoutShifts, overflow, visit, type Visit, type VisitOptions } from './support/visit.ts';

const BASE = '/some/folder/';
const CLEAN = { foreign: [], console: [], errors: [], violations: [] };
const NARROW = { viewport: { width: 360, height: 740 }, colorScheme: 'dark' } as const;

let browser: Browser;
let server: TestServer;
let open: Visit[] = [];

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), serveFolder(DIST, { base: BASE })]);
});
afterEach(async () => {
  await Promise.all(open.map((one) => one.close()));
  open = [];
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** Opens the lab and waits until it is alive. */
async function lab(hash = '', options: VisitOptions = {}): Promise<Visit> {
  const opened = await visit(browser, server, `explore/sql/${hash}`, options);
  open.push(opened);
  if (options.javaScriptEnabled !== false) await opened.page.waitForSelector('[data-lab][data-ready]');
  return opened;
}

const said = (page: Page): Promise<string | null> => page.locator('[data-said]').textContent();
/** Waits until a run has ended, and gives what is said of it. */
async function outcome(page: Page): Promise<string | null> {
  await page.waitForFunction(
    () =>
      /\brows? in |^No rows|failed|Cancelled/.test(document.querySelector('[data-said]')?.textContent ?? ''),
    null,
    { timeout: 90_000 },
  );
  return said(page);
}
/** Brings the code editor. */
async function coded(page: Page): Promise<void> {
  await page.locator('[data-editor]').hover();
  await page.waitForSelector('.lab-code .cm-content');
}
async function write(page: Page, sql: string): Promise<void> {
  await coded(page);
  await page.locator('.cm-content').click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(sql);
}
/** The text in the editor, whichever it is. */
const written = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const field = document.querySelector<HTMLTextAreaElement>('[data-editor] textarea');
    if (field) return field.value;
    const lines = document.querySelector('.lab-code')?.shadowRoot?.querySelectorAll('.cm-line') ?? [];
    return [...lines]
      .map((line) => (line.querySelector('.cm-placeholder') ? '' : line.textContent))
      .join('\n');
  });
async function run(page: Page, sql: string): Promise<string | null> {
  await write(page, sql);
  await page.locator('[data-said]').evaluate((element) => (element.textContent = ''));
  await page.locator('[data-run]').click();
  return outcome(page);
}
const error = (page: Page): Promise<string> => page.locator('[data-error]').innerText();
/** What has the focus, within the code editor too. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { activeElement } = document;
    return activeElement?.matches('.lab-code')
      ? 'code editor'
      : `${activeElement?.tagName.toLowerCase() ?? ''} ${activeElement?.textContent.trim().slice(0, 30) ?? ''}`;
  });

describe('the page', () => {
  test.each([{}, NARROW])('is whole without scripts: %o', async (options) => {
    const { page, network } = await lab('', { ...options, javaScriptEnabled: false });
    const { resources, relations } = await readManifest();
    expect(await page.locator('noscript').innerText()).toContain('Running a query needs scripts.');
    const tables = await page.locator('[data-table]:visible summary code').allInnerTexts();
    expect(tables.sort()).toEqual([...resources, ...relations].map(({ name }) => name).sort());
    const flows = page.locator('[data-table=flows]');
    await flows.locator('summary').click();
    expect(await flows.innerText()).toMatch(/^flows\s+\d{3},\d{3}/);
    expect(await flows.locator('li').allInnerTexts()).toEqual(
      expect.arrayContaining([expect.stringMatching(/^value\s+integer\s+Whole count/)]),
    );
    for (const { id, question, sql } of EXAMPLES) {
      const example = page.locator(`[data-example=${id}]`);
      expect(await example.locator('h3').innerText()).toBe(question);
      await example.locator('summary').click();
      expect(await example.locator('pre').innerText()).toBe(sql);
      expect(await example.locator('tbody tr:visible').count(), id).toBeGreaterThan(5);
    }
    // Nothing that would do nothing.
    expect(await page.locator('[data-lab] :is(button, input, textarea):visible').count()).toBe(0);
    expect(await page.locator('[data-open-example]:visible').count()).toBe(0);
    expect(await overflow(page)).toEqual([]);
    expect(network).toEqual(CLEAN);
  });

  test.each([{}, NARROW])('is light until it is touched, and stays still: %o', async (options) => {
    const before = server.requests.length;
    const { page, network, scripts } = await lab('', options);
    await page.waitForLoadState('networkidle');
    const loaded = await Promise.all(
      [...new Set(scripts)].map(
        async (url) => bytes(await readFile(join(DIST, url.slice(server.url.length)))).brotli,
      ),
    );
    expect(loaded.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(60e3);
    expect(server.requests.slice(before).filter(({ url }) => /wasm|parquet|values|editor/.test(url))).toEqual(
      [],
    );
    await coded(page);
    expect(await layoutShifts(page)).toEqual([]);
    expect(network).toEqual(CLEAN);
  });

  test('is never wider than its window, whatever is shown', async () => {
    const { page } = await lab();
    await run(page, EXAMPLES[0]?.sql ?? '');
    for (const width of [1440, 1024, 768, 360, 320])
      for (const tab of ['tables', 'examples', 'files', 'history']) {
        await page.setViewportSize({ width, height: 800 });
        await page.locator(`[data-tab=${tab}]`).click();
        expect(await overflow(page), `${tab} at ${width}`).toEqual([]);
      }
  });

  test.each([{}, NARROW])('is open to all in every state: %o', async (options) => {
    const { page, network } = await lab('', options);
    expect(await axeViolations(page), 'at first').toEqual([]);
    await run(page, 'SELECT yeer FROM flows');
    expect(await axeViolations(page), 'with an error').toEqual([]);
    await run(page, EXAMPLES[0]?.sql ?? '');
    expect(await axeViolations(page), 'with a result').toEqual([]);
    for (const tab of ['examples', 'files', 'history', 'tables']) {
      await page.locator(`[data-tab=${tab}]`).click();
      expect(await axeViolations(page), tab).toEqual([]);
    }
    await page.locator('[data-table=flows] summary').click();
    await write(page, 'SELECT o FROM flows');
    await page.keyboard.press('Home');
    for (let i = 0; i < 8; i++) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Control+Space');
    await page.waitForSelector('.cm-tooltip-autocomplete');
    expect(await axeViolations(page), 'with suggestions').toEqual([]);
    expect(network).toEqual(CLEAN);
  });
});

describe('the worked examples', () => {
  test('answer the same in both engines', async () => {
    const { resources, relations } = await readManifest();
    const names = [...resources, ...relations].map(({ name }) => name);
    const [native, page] = await Promise.all([openNative(RELEASE), openEnginePage(browser, RELEASE)]);
    try {
      for (const { id, sql } of EXAMPLES) {
        const needs = needsOf(sql, names) ?? [];
        await page.need(needs);
        const rows = await native.query(sql);
        expect(rows.length, id).toBeGreaterThanOrEqual(8);
        // Something is said in each column.
        for (const column of Object.keys(rows[0] ?? {}))
          if (!/flag|partly|not_reported/.test(column))
            expect(
              rows.filter((row) => row[column] === null),
              `${id}: ${column}`,
            ).toEqual([]);
        expect(await page.query(sql, {}, { needs }), id).toEqual(rows);
      }
    } finally {
      await page.close();
      await native.close();
    }
  });

  test('name their source wherever they read what has one', async () => {
    const { resources } = await readManifest();
    const sourced = resources.filter(({ schema }) => schema.fields.some(({ name }) => name === 'source'));
    for (const { id, sql } of EXAMPLES) {
      const read =
        needsOf(
          sql,
          sourced.map(({ name }) => name),
        ) ?? [];
      if (read.some((name) => ['flows', 'totals', 'coverage', 'ties', 'pair_indicators'].includes(name)))
        expect(sql, id).toMatch(/source (= '|IN \(')/);
    }
  });

  test('open in the editor from the list beside it and from below', async () => {
    const { page } = await lab();
    await page.locator('[data-tab=examples]').click();
    await page.getByRole('link', { name: EXAMPLES[3]?.question ?? '' }).click();
    expect(await written(page)).toBe(EXAMPLES[3]?.sql);
    await page.locator(`[data-example=${EXAMPLES[11]?.id ?? ''}] [data-open-example]`).click();
    expect(await written(page)).toBe(EXAMPLES[11]?.sql);
    await expect
      .poll(() => page.locator('[data-pane=query]').evaluate((e) => e.getBoundingClientRect().top >= 0))
      .toBe(true);
    expect(await said(page)).toBe('');
  });
});

describe('the editor', () => {
  test('takes over what was written in the plain field, with its place', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const { page, network } = await lab('', {
      before: (one) =>
        one.route('**/editor-code*.js', async (route) => {
          await held;
          await route.continue();
        }),
    });
    await page.locator('textarea').fill('SELECT 42 AS answer');
    await page.locator('textarea').evaluate((field: HTMLTextAreaElement) => field.setSelectionRange(7, 9));
    release();
    await page.waitForSelector('.lab-code .cm-content');
    expect(await focused(page)).toBe('code editor');
    await page.keyboard.type('43');
    expect(await written(page)).toBe('SELECT 43 AS answer');
    expect(network).toEqual(CLEAN);
  });

  test('may never come: the plain field runs queries', async () => {
    const { page } = await lab('', {
      before: (one) => one.route(/editor-code/, (route) => route.abort()),
    });
    await page.locator('textarea').fill('SELECT 6 * 7 AS answer');
    await page.keyboard.press('ControlOrMeta+Enter');
    expect(await outcome(page)).toMatch(/^1 row in/);
    expect(await page.locator('[data-result]').innerText()).toContain('42');
    await page.locator('textarea').fill('SELECT\n nothing FROM flows');
    await page.keyboard.press('ControlOrMeta+Enter');
    await page.waitForSelector('[data-error]:not([hidden])');
    await page.getByRole('button', { name: 'Go to line 2' }).click();
    expect(
      await page
        .locator('textarea')
        .evaluate((f: HTMLTextAreaElement) => f.value.slice(f.selectionStart, f.selectionEnd)),
    ).toBe('nothing');
  });

  test('offers countries by name, columns of the tables in the query, tables after FROM', async () => {
    const { page, network } = await lab();
    await write(page, '');
    const offered = async () => {
      await page.waitForSelector('.cm-tooltip-autocomplete li');
      // What has only just come is not taken by a key that was meant for something else.
      await page.waitForTimeout(150);
      return page.locator('.cm-tooltip-autocomplete li').allInnerTexts();
    };
    await page.keyboard.type("SELECT * FROM flows f WHERE f.origin = 'Ger");
    expect((await offered())[0]).toMatch(/DEU\s*Germany/);
    await page.keyboard.press('Enter');
    expect(await written(page)).toBe("SELECT * FROM flows f WHERE f.origin = 'DEU'");
    await page.keyboard.press('End');
    await page.keyboard.type(" AND f.layer = 'sch");
    expect((await offered())[0]).toMatch(/scholars\s*Scholars/);
    await page.keyboard.press('Tab');
    await page.keyboard.press('End');
    await page.keyboard.type(' AND f.dest');
    expect((await offered())[0]).toMatch(/destination/);
    await page.keyboard.press('Escape');
    await write(page, 'SELECT * ');
    await page.keyboard.type('FROM suc');
    expect((await offered())[0]).toMatch(/success_rates/);
    await page.keyboard.press('Enter');
    await page.keyboard.type(" WHERE framework = 'hor");
    expect(await offered()).toEqual(['Horizon 2020', 'Horizon Europe']);
    expect(network).toEqual(CLEAN);
  });

  test('is left by Tab, and F6 goes round the parts', async () => {
    const { page } = await lab();
    await write(page, 'SELECT 1');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('button Run');
    const round: string[] = [];
    for (let i = 0; i < 3; i++) {
      await page.keyboard.press('F6');
      round.push(await focused(page));
    }
    expect(round).toEqual(['h2 Result', 'button Tables', 'code editor']);
    await page.keyboard.press('Shift+F6');
    expect(await focused(page)).toBe('button Tables');
  });
});

describe('a run', () => {
  test('is told by time and rows, and takes what is selected', async () => {
    const visited = await lab();
    const { page } = visited;
    expect(
      await run(page, "SELECT 1 AS one;\nSELECT * FROM flows WHERE layer = 'projects' AND year = 2020"),
    ).toBe('The query failed');
    expect(await error(page)).toContain('One statement at a time');
    await write(page, 'SELECT 1 AS one;\nSELECT iso3 FROM countries');
    await page.keyboard.press('ControlOrMeta+Home');
    await page.keyboard.press('Shift+End');
    await page.keyboard.press('ControlOrMeta+Enter');
    expect(await outcome(page)).toMatch(/^1 row in \d/);
    expect(await page.locator('[data-error]').isVisible()).toBe(false);
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.press('Shift+Home');
    await page.keyboard.press('ControlOrMeta+Enter');
    await expect.poll(() => said(page)).toMatch(/^2\d\d rows in \d/);
    expect(visited.network).toEqual(CLEAN);
  });

  test.each<[string, string, RegExp, string]>([
    [
      'a name that is wrong',
      'SELECT origin,\n  yeer\nFROM flows',
      /no column yeer .*Did you mean flows\.year/,
      'line 2',
    ],
    [
      'a table that is wrong',
      'SELECT *\n\nFROM flwos',
      /no table or view flwos\. Did you mean flows\?/,
      'line 3',
    ],
    ['a word that is wrong', 'SELECT * FORM flows', /cannot be read at “flows”/, 'line 1'],
    ['a newer way', 'SELECT list_transform([1], lambda x: x + 1)', /0\.9\.1/, 'line 1'],
    ['a write', 'WITH a AS (SELECT 1) DELETE FROM flows', /reads only/, ''],
    ['nothing', '-- nothing', /no query in the text/, ''],
  ])('that fails says why and where: %s', async (_, sql, words, line) => {
    const { page, network } = await lab();
    expect(await run(page, sql)).toBe('The query failed');
    expect(await error(page)).toMatch(words);
    const buttons = await page.locator('[data-error] button').allInnerTexts();
    expect(buttons).toEqual(line ? [`Go to ${line}`] : []);
    expect(await page.locator('.cm-lintRange-error').count()).toBe(line ? 1 : 0);
    if (line) expect(await error(page)).toMatch(/(Binder|Catalog|Parser) Error: /);
    // The engine goes on.
    expect(await run(page, 'SELECT 1')).toMatch(/^1 row/);
    expect(await page.locator('[data-error]').isVisible()).toBe(false);
    expect(network).toEqual(CLEAN);
  });

  test('of a part tells the line in the whole', async () => {
    const { page } = await lab();
    await write(page, '-- one\n-- two\nSELECT nothing FROM flows');
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.press('Shift+Home');
    await page.keyboard.press('ControlOrMeta+Enter');
    await page.waitForSelector('[data-error]:not([hidden])');
    await page.getByRole('button', { name: 'Go to line 3' }).click();
    expect(
      await page.evaluate(
        () =>
          getSelection()?.toString() ||
          document.querySelector('.lab-code')?.shadowRoot?.querySelector('.cm-lintRange-error')?.textContent,
      ),
    ).toBe('nothing');
  });

  test.each<[string, (page: Page) => Promise<unknown>]>([
    ['its button', (page) => page.locator('[data-cancel]').click()],
    ['Escape', (page) => page.keyboard.press('Escape')],
  ])('is cancelled by %s, and the next one runs', async (_, cancel) => {
    const { page, network } = await lab();
    await run(page, 'SELECT count(*) FROM flows');
    await write(page, 'SELECT count(*) FROM flows a, flows b WHERE a.value + b.value = 7');
    await page.locator('[data-run]').click();
    await page.waitForSelector('[data-cancel][aria-disabled=false]');
    await expect.poll(() => page.locator('[data-progress]').textContent()).toMatch(/\d (ms|s)$/);
    await cancel(page);
    expect(await outcome(page)).toBe('Cancelled');
    expect(await page.locator('[data-cancel]').getAttribute('aria-disabled')).toBe('true');
    expect(await run(page, 'SELECT count(*) FROM flows')).toMatch(/^1 row/);
    expect(network.errors).toEqual([]);
  });

  test('says what it waits for', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const { page } = await lab('', {
      before: (one) =>
        one.route('**/flows.*.parquet', async (route) => {
          await held;
          await route.continue();
        }),
    });
    await page.evaluate(() => {
      const log = ((globalThis as unknown as { waits: string[] }).waits = []) as string[];
      const line = document.querySelector('[data-progress]');
      if (line) new MutationObserver(() => log.push(line.textContent)).observe(line, { childList: true });
    });
    await write(page, 'SELECT count(*) FROM flows');
    await page.locator('[data-run]').click();
    await page.waitForFunction(() =>
      (globalThis as unknown as { waits: string[] }).waits.some((w) => /the database/.test(w)),
    );
    release();
    expect(await outcome(page)).toMatch(/^1 row/);
    const waits = await page.evaluate(() => (globalThis as unknown as { waits: string[] }).waits);
    expect(waits.join('\n')).toMatch(/the database ….* of 18\.1 MB/);
    expect(waits.join('\n')).toMatch(/the table flows …/);
  });

  test('that cannot fetch a table says so, and may be tried again', async () => {
    const { page } = await lab('', {
      before: (one) => one.route('**/flows.*.parquet', (route) => route.abort(), { times: 2 }),
    });
    expect(await run(page, 'SELECT count(*) FROM flows')).toBe('The query failed');
    expect(await error(page)).toMatch(/table flows could not be loaded.*try again/s);
    expect(await run(page, 'SELECT count(*) FROM flows')).toMatch(/^(1 row|The query failed)/);
    expect(await run(page, 'SELECT count(*) FROM flows')).toMatch(/^1 row/);
  });
});

describe('the history', () => {
  test('keeps queries over a reload, and brings them back', async () => {
    const { page } = await lab();
    await run(page, 'SELECT 1 AS first');
    await run(page, '-- The second\nSELECT nothing');
    await page.reload();
    await page.waitForSelector('[data-lab][data-ready]');
    await page.locator('[data-tab=history]').click();
    const items = page.locator('.lab-history li');
    expect(await items.allInnerTexts()).toEqual([
      expect.stringMatching(/^The second\n.*failed$/),
      expect.stringMatching(/^SELECT 1 AS first\n.*1 row in/),
    ]);
    await items.nth(1).getByRole('button').click();
    expect(await written(page)).toBe('SELECT 1 AS first');
    await page.getByRole('button', { name: 'Clear history' }).click();
    expect(await items.count()).toBe(0);
    await page.reload();
    expect(await page.locator('.lab-history li').count()).toBe(0);
  });

  test('and all else works where storage is refused', async () => {
    const { page, network } = await lab('', {
      before: (one) =>
        one.addInitScript(() => {
          const refuse = () => {
            throw new DOMException('refused', 'SecurityError');
          };
          Object.assign(Storage.prototype, { getItem: refuse, setItem: refuse, removeItem: refuse });
        }),
    });
    expect(await run(page, 'SELECT 1')).toMatch(/^1 row/);
    await page.locator('[data-tab=history]').click();
    expect(await page.locator('.lab-history li').count()).toBe(1);
    expect(network.errors).toEqual([]);
  });

  test('keeps what was being written', async () => {
    const { page } = await lab();
    await write(page, 'SELECT half a');
    await page.goto(`${server.url}about/`);
    await page.goto(`${server.url}explore/sql/`);
    await page.waitForSelector('[data-lab][data-ready]');
    expect(await written(page)).toBe('SELECT half a');
    // A link that was only looked at takes its place for no longer than that.
    await page.goto(`${server.url}about/`);
    await page.goto(`${server.url}explore/sql/#q=SELECT+1`);
    await page.waitForSelector('[data-lab][data-ready]');
    expect(await written(page)).toBe('SELECT 1');
    await page.goto(`${server.url}about/`);
    await page.goto(`${server.url}explore/sql/`);
    await page.waitForSelector('[data-lab][data-ready]');
    expect(await written(page)).toBe('SELECT half a');
  });
});

describe('the address', () => {
  const CAME = 'This query came with the link. Read it, then press Run.';
  const notice = (page: Page) => page.locator('[data-notice]');

  test('shows the query of a link, and never runs it', async () => {
    const sql = 'SELECT \'100 % & #é\' AS "a+b"\n-- 日本\nFROM layers';
    const requests = server.requests.length;
    const { page, network } = await lab(await addressOf(sql));
    expect(await written(page)).toBe(sql);
    expect(await notice(page).innerText()).toBe(CAME);
    await coded(page);
    await page.waitForLoadState('networkidle');
    expect(await written(page)).toBe(sql);
    expect(await said(page)).toBe('');
    expect(server.requests.slice(requests).filter(({ url }) => /wasm|parquet/.test(url))).toEqual([]);
    await page.locator('[data-run]').click();
    expect(await outcome(page)).toMatch(/^5 rows/);
    expect(await notice(page).isVisible()).toBe(false);
    // What the reader ran is the reader's own now.
    await page.reload();
    await page.waitForSelector('[data-lab][data-ready]');
    expect(await written(page)).toBe(sql);
    expect(network).toEqual(CLEAN);
    // No query ever goes to the server.
    expect(server.requests.slice(requests).filter(({ url }) => /SELECT|layers%20|%23/.test(url))).toEqual([]);
  });

  test('holds a long query, goes back and forward, and takes a link that is followed here', async () => {
    const long = `SELECT '${Array.from({ length: 3000 }, (_, i) => i).join(' ')}' AS many`;
    const { page, network } = await lab();
    await run(page, 'SELECT 1 AS a');
    await expect.poll(() => new URL(page.url()).hash).toBe('#q=SELECT+1+AS+a&v=1');
    await run(page, long);
    await expect.poll(() => new URL(page.url()).hash).toMatch(/^#z=[\w-]+&v=1$/);
    await page.goBack();
    await expect.poll(() => written(page)).toBe('SELECT 1 AS a');
    expect(await notice(page).isVisible()).toBe(false);
    await page.goForward();
    await expect.poll(() => written(page)).toContain('2999');
    await page.evaluate(() => (location.hash = '#q=SELECT+2'));
    await expect.poll(() => written(page)).toBe('SELECT 2');
    expect(await notice(page).innerText()).toBe(CAME);
    expect(network).toEqual(CLEAN);
  });

  test('is copied', async () => {
    const { page } = await lab('', { permissions: ['clipboard-read', 'clipboard-write'] });
    await write(page, 'SELECT 3');
    await page.locator('[data-copy]').click();
    await expect.poll(() => said(page)).toMatch(/^Link copied/);
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      `${server.url}explore/sql/#q=SELECT+3&v=1`,
    );
  });

  test('is offered in a field where the clipboard is closed', async () => {
    const { page } = await lab('', {
      before: (one) =>
        one.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined })),
    });
    await page.locator('[data-copy]').click();
    const field = page.getByLabel('Copy the link from here');
    expect(await field.inputValue()).toContain('/explore/sql/#q=--+The+largest+host');
    expect(await axeViolations(page)).toEqual([]);
  });

  const bomb = deflateRawSync(Buffer.alloc(30_000_000)).toString('base64url');
  test.each([
    '#q=%E0%A4%A',
    '#q=%ff%fe',
    '#z=<script>alert(1)</script>',
    '#z=AAAA',
    '#z=',
    `#z=${bomb}`,
    `#q=${'x'.repeat(400_000)}`,
    '#q=SELECT+1&v=99',
  ])('that is damaged or hostile gives a word and an empty editor: %.40s', async (hash) => {
    const { page, network } = await lab(hash);
    expect(await notice(page).innerText()).toMatch(/^The query in the link could not be read: .*\.$/);
    expect(await written(page)).toBe('');
    expect(await run(page, 'SELECT 1')).toMatch(/^1 row/);
    expect(network).toEqual(CLEAN);
  });

  test('takes whatever stands in it as text', async () => {
    const { page, network } = await lab();
    for (const hostile of [
      ...HOSTILE,
      '<img src=x onerror="fetch(\'https://example.com\')">',
      '</textarea><script>alert(1)</script>',
    ]) {
      const hash = `#q=${encodeURIComponent(hostile.toWellFormed())}`;
      await page.evaluate((one) => (location.hash = one), hash);
      await expect.poll(() => written(page), { message: hostile }).toBe(hostile.toWellFormed());
    }
    expect(network).toEqual(CLEAN);
  });
});

describe('the tables beside it', () => {
  test('are filtered, walked by keyboard, and put names into the query', async () => {
    const { page, network } = await lab();
    await write(page, 'SELECT ');
    await page.locator('[data-filter]').fill('EVALUATED');
    expect(await page.locator('[data-found]').innerText()).toMatch(/^\d of \d+ tables and views$/);
    expect(await page.locator('[data-table]:visible summary code').allInnerTexts()).toContain(
      'success_rates',
    );
    await page.locator('[data-filter]').fill('layers');
    await page.locator('[data-table=layers] summary').focus();
    await page
      .locator('[data-table=layers]')
      .evaluate((details: HTMLDetailsElement) => (details.open = false));
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toBe('button Insert layers');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await focused(page)).toBe('button id');
    await page.keyboard.press('ArrowLeft');
    expect(await focused(page)).toMatch(/^summary layers/);
    await page.locator('[data-filter]').fill('no such thing');
    expect(await page.locator('[data-found]').innerText()).toBe('No table has that in it.');
    await page.locator('[data-filter]').fill('');
    expect(await written(page)).toBe('SELECT id');
    await page.locator('[data-table=flows] summary').click();
    await page.locator('[data-table=flows]').getByRole('button', { name: 'Insert flows' }).click();
    expect(await written(page)).toBe('SELECT id flows');
    expect(await focused(page)).toBe('code editor');
    expect(network).toEqual(CLEAN);
  });

  test('know a file of the reader’s own, and so does the editor', async () => {
    const { page, network } = await lab();
    await page.locator('[data-tab=files]').click();
    await page.locator('.lab-files input[type=file]').setInputFiles({
      name: 'My places.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('code,budget\nDEU,10\nFRA,20\n'),
    });
    await page.getByRole('button', { name: 'Load the table' }).click();
    await page.locator('.own-table').waitFor();
    await page.locator('[data-tab=tables]').click();
    const own = page.locator('[data-kind=own]');
    expect(await own.locator('summary').innerText()).toMatch(/^my_places\s+2$/);
    await own.locator('summary').click();
    expect(await own.locator('li').count()).toBe(2);
    expect(
      await run(
        page,
        'SELECT c.short_name, p.budget FROM my_places p JOIN countries c ON c.iso3 = p.code ORDER BY 2',
      ),
    ).toMatch(/^2 rows/);
    expect(await page.locator('[data-result]').innerText()).toMatch(/Germany[\s\S]*France/);
    await write(page, 'SELECT p. FROM my_places p');
    await page.keyboard.press('Home');
    for (let i = 0; i < 9; i++) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Control+Space');
    await page.waitForSelector('.cm-tooltip-autocomplete li');
    expect(await page.locator('.cm-tooltip-autocomplete li').allInnerTexts()).toEqual([
      expect.stringMatching(/^budget/),
      expect.stringMatching(/^code/),
    ]);
    await page.locator('[data-tab=files]').click();
    await page.getByRole('button', { name: 'Remove' }).click();
    await page.locator('[data-tab=tables]').click();
    expect(await own.count()).toBe(0);
    expect(network).toEqual(CLEAN);
  });
});

describe('no SQL text makes the page ask for anything but the release', () => {
  let other: TestServer;
  beforeAll(async () => {
    other = await serveFolder(RELEASE);
  });
  afterAll(() => other.close());

  test('on a host that sets no headers', async () => {
    const visited = await lab();
    const { page, network } = visited;
    await run(page, 'SELECT count(*) FROM layers');
    const before = server.requests.length;
    const at = other.origin;
    const hostile = [
      `SELECT * FROM read_csv('${at}/x.csv')`,
      `SELECT * FROM read_csv_auto('${at}/x.csv', header = true)`,
      `sElEcT * fRoM/**/'${at}/x.parquet'`,
      `FROM '${at}/layers.parquet'`,
      `FROM "${at}/layers.parquet"`,
      `WITH a AS (SELECT * FROM read_parquet('${at}/x.parquet')) SELECT * FROM a`,
      `SELECT (SELECT count(*) FROM parquet_scan(['${at}/a.parquet', 's3://bucket/b.parquet']))`,
      `SELECT * FROM parquet_metadata('${at}/x.parquet')`,
      `SELECT * FROM parquet_schema('https://example.com/x.parquet')`,
      `SELECT * FROM glob('${at}/*')`,
      `SELECT * FROM read_json_auto('${at}/x.json')`,
      `SELECT * FROM '${server.url}release/datapackage.json'`,
      `SELECT * FROM read_csv_auto('${server.url}robots.txt')`,
      `-- just a question\n/* really */ ATTACH '${at}/x.db'`,
      `aTTaCh '${at}/x.db' AS y (TYPE sqlite)`,
      `INSTALL httpfs`,
      `LOAD httpfs`,
      `FORCE INSTALL httpfs FROM '${at}'`,
      `LOAD '${at}/httpfs.duckdb_extension.wasm'`,
      `SET custom_extension_repository = '${at}'`,
      `SET autoload_known_extensions = true`,
      `PRAGMA enable_profiling`,
      `PRAGMA import_database('${at}')`,
      `COPY (SELECT * FROM layers) TO '${at}/x.csv'`,
      `COPY layers FROM '${at}/x.csv'`,
      `EXPLAIN ANALYZE COPY (SELECT 1) TO 'https://example.com/x'`,
      `EXPORT DATABASE '${at}'`,
      `CALL pragma_version()`,
      `SELECT 1; ATTACH '${at}/x.db'`,
      `SELECT 1;;-- \nINSTALL httpfs`,
      `WITH a AS (SELECT 1) INSERT INTO layers SELECT * FROM '${at}/x.csv'`,
      `CREATE TABLE x AS FROM '${at}/x.csv'`,
      `CREATE SECRET (TYPE S3)`,
      `SELECT * FROM sqlite_scan('${at}/x.db', 't')`,
      `SELECT * FROM postgres_scan('host=example.com', 'a', 'b')`,
      `SELECT * FROM iceberg_scan('${at}')`,
      `SELECT load_aws_credentials()`,
      `SELECT * FROM st_read('${at}/x.geojson')`,
      `SELECT * FROM ('${at}/x.csv')`,
      `SELECT getenv('HOME')`,
      `SELECT * FROM which_secret('${at}', 's3')`,
      `IMPORT DATABASE '${at}'`,
      `VACUUM; SELECT * FROM '${at}/x.csv'`,
      `SELECT * FROM layers ORDER BY (SELECT 1 FROM '${at}/x.csv')`,
      `DESCRIBE SELECT * FROM '${at}/x.csv'`,
      `EXPLAIN FROM '${at}/x.csv'`,
      `PIVOT '${at}/x.csv' ON a IN (1) USING count(*)`,
      `SUMMARIZE '${at}/x.csv'`,
    ];
    for (const sql of hostile) {
      expect(await run(page, sql), sql).not.toMatch(/^\d+ rows? in|Cancelled/);
      expect(await error(page), sql).not.toBe('');
    }
    expect(await run(page, 'SELECT count(*) FROM layers')).toMatch(/^1 row/);
    expect(other.requests).toEqual([]);
    expect(network.foreign).toEqual([]);
    expect(network.errors).toEqual([]);
    const asked = server.requests.slice(before).map(({ url }) => url.slice(BASE.length));
    expect(
      asked.filter((url) => !/^_astro\/|^release\/[\w.]+\.parquet$|^explore\/sql\/values\.json$/.test(url)),
    ).toEqual([]);
  });
});
