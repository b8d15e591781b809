import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeViolations } from './support/axe.ts';
import { launchBrowser } from '../scripts/lib/browser.ts';
import { writeRelease } from './support/fixture-release.ts';
import { openLabResult, type LabResult } from './support/lab-result-page.ts';
import { overflow } from './support/visit.ts';

const NO_TABLES = { needs: [] };
/** Numbers in a scrambled order, words that repeat, gaps and empty text. */
const MIXED = `SELECT x AS n, (x * 7919) % 1009 AS mixed, CASE x % 4 WHEN 0 THEN NULL WHEN 1 THEN '' ELSE 'kind ' || (x % 3) END AS kind,
  x / 3.0 AS third FROM range(2000) t(x)`;

let folder: string;
let browser: Browser;
let lab: LabResult;
let page: Page;
let grid: Locator;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'crosscurrents-lab-result-'));
  await writeRelease(folder, [
    {
      name: 'countries',
      sql: `SELECT * FROM (VALUES ('IND', 'India'), ('USA', 'United States')) t(iso3, short_name)`,
    },
  ]);
  browser = await launchBrowser();
  lab = await openLabResult(browser, folder);
  page = lab.page;
  grid = page.getByRole('grid');
});

afterAll(async () => {
  await lab?.close();
  await browser?.close();
  if (folder) await rm(folder, { recursive: true });
});

/** Two frames: what was scrolled is drawn in the first. */
const drawn = () =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
/** A row in sight, by its number from 1, as the words of its cells. */
const row = async (number: number): Promise<string[]> =>
  page.locator(`.grid-row:not([hidden])[aria-rowindex="${number + 1}"] .grid-cell`).allTextContents();
/** Numbers of the rows in the page. */
const inPage = async (): Promise<number[]> =>
  (await page.locator('.grid-row:not([hidden]) .grid-number').allTextContents()).map((words) =>
    Number(words.replaceAll(',', '')),
  );
const active = (): Promise<string | null> =>
  page.evaluate(() => {
    const id = document.querySelector('[role=grid]')?.getAttribute('aria-activedescendant');
    return id ? (document.getElementById(id)?.textContent ?? null) : null;
  });
const note = () => page.locator('.result-note');

describe('a table of five million rows', () => {
  beforeAll(() => lab.show('SELECT x AS n, x * 2 AS twice FROM range(5000000) t(x)', NO_TABLES));

  test('has only what is in sight in the page, and says how long it is', async () => {
    expect(await page.locator('.result-line').textContent()).toMatch(/^5,000,000 rows in \d+\.\d\d\ss$/);
    expect(await page.locator('.lab-result *').count()).toBeLessThan(250);
    expect(await grid.getAttribute('aria-rowcount')).toBe('5000001');
    expect(await grid.getAttribute('aria-colcount')).toBe('3');
    expect(await row(1)).toEqual(['0', '0']);
  });

  test('is scrolled by the wheel without leaving a row out, near the top and in the middle', async () => {
    for (const start of [1, 2_500_000]) {
      await page.getByLabel('Go to row').fill(String(start));
      await page.getByLabel('Go to row').press('Enter');
      await page.waitForTimeout(400);
      await drawn();
      const seen = new Set(await inPage());
      const first = Math.min(...seen);
      await grid.hover();
      for (let turn = 0; turn < 12; turn++) {
        await page.mouse.wheel(0, 300);
        await page.waitForTimeout(30);
        await drawn();
        for (const number of await inPage()) seen.add(number);
      }
      const last = Math.max(...seen);
      expect(last - first).toBeGreaterThan(100);
      expect(last - first).toBeLessThan(400);
      expect(seen.size).toBe(last - first + 1);
      // Once it is still, the browser's place is that of the rows, and they stay where they are.
      const before = await inPage();
      await page.waitForTimeout(400);
      expect(await inPage()).toEqual(before);
    }
  });

  test('the bar goes to the ends and to any part', async () => {
    const scrollTo = async (share: number) => {
      await grid.evaluate((box, part) => {
        box.scrollTop = part * (box.scrollHeight - box.clientHeight);
      }, share);
      await drawn();
      return inPage();
    };
    expect((await scrollTo(1)).at(-1)).toBe(5_000_000);
    expect(Math.abs(((await scrollTo(0.5))[0] ?? 0) - 2_500_000)).toBeLessThan(1000);
    expect((await scrollTo(0))[0]).toBe(1);
    expect(await grid.evaluate((box) => box.scrollHeight)).toBeLessThan(17_000_000);
  });

  test('keys go everywhere, and the marked cell is the one that is told', async () => {
    await grid.focus();
    await page.keyboard.press('Control+Home');
    expect(await active()).toBe('0');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('End');
    expect(await active()).toBe('2');
    await page.keyboard.press('Control+End');
    expect(await active()).toBe('9,999,998');
    await page.keyboard.press('PageUp');
    const up = Number((await active())?.replaceAll(',', ''));
    expect(up).toBeLessThan(9_999_990);
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('PageDown');
    await page.keyboard.press('PageDown');
    const down = Number(await active());
    expect(down).toBeGreaterThan(20);
    expect(await inPage()).toContain(down + 1);
    await page.keyboard.press('Control+ArrowUp');
    expect(await active()).toBe('0');
    await page.keyboard.press('ArrowUp');
    expect(await active()).toContain('BIGINT');
  });

  test('a row can be gone to by its number', async () => {
    const field = page.getByLabel('Go to row');
    await field.fill('3,141,593');
    await field.press('Enter');
    await drawn();
    expect(await active()).toBe('3,141,592');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('grid');
    await field.fill('99999999');
    await field.press('Enter');
    expect(await note().textContent()).toBe('The result has 5,000,000 rows; this is the last.');
    expect((await inPage()).at(-1)).toBe(5_000_000);
  });
});

describe('cells', () => {
  beforeAll(() =>
    lab.show(
      `SELECT * FROM (VALUES (1, NULL, 'NULL', 0), (2, '', repeat('a long value, ', 40) || 'its end', NULL), (12345, 'x', 'two' || chr(10) || 'lines', -5))
       t(n, words, more, zero)`,
      NO_TABLES,
    ),
  );

  test('tell missing, empty and zero apart, and numbers stand to the right', async () => {
    expect(await row(1)).toEqual(['1', 'NULL', 'NULL', '0']);
    expect((await row(2)).slice(1, 2)).toEqual(['empty text']);
    expect(await row(3)).toEqual(['12,345', 'x', 'two↵lines', '−5']);
    const looks = await page
      .locator('.grid-row[aria-rowindex="2"] .grid-cell')
      .evaluateAll((cells) => cells.map((cell) => cell.className.replace(' is-active', '')));
    expect(looks).toEqual(['number', 'null', 'text', 'number'].map((look) => `grid-cell is-${look}`));
    expect(await page.locator('.grid-type').allTextContents()).toEqual([
      'INTEGER',
      'VARCHAR',
      'VARCHAR',
      'INTEGER',
    ]);
  });

  test('are shown in full below the table, and copied as they are', async () => {
    await page.locator('.grid-row[aria-rowindex="3"] .grid-cell').nth(2).click();
    expect(await page.locator('.cell-value').textContent()).toMatch(/a long value, its end$/);
    expect(await page.locator('.cell-where').textContent()).toBe('more, row 2');
    const copy = async () => {
      await page.keyboard.press('Control+c');
      return page.evaluate(() => navigator.clipboard.readText());
    };
    expect(await copy()).toMatch(/its end$/);
    await page.locator('.grid-row[aria-rowindex="4"] .grid-cell').first().click();
    expect(await copy()).toBe('12345');
    expect(await note().textContent()).toBe('Copied: 12345');
    await page.locator('.grid-row[aria-rowindex="4"] .grid-cell').nth(3).click();
    expect(await copy()).toBe('-5');
  });

  test('of many columns, only those in sight are in the page', async () => {
    const many = Array.from({ length: 400 }, (_, n) => `${n} AS column_${n}`).join(', ');
    await lab.show(`SELECT ${many} FROM range(50)`, NO_TABLES);
    expect(await page.locator('.grid-cell').count()).toBeLessThan(500);
    await grid.focus();
    await page.keyboard.press('End');
    await drawn();
    expect(await active()).toBe('399');
    expect(await page.locator('.grid-name').allTextContents()).toContain('column_399');
    await page.keyboard.press('Home');
    await drawn();
    expect(await page.locator('.grid-name').first().textContent()).toBe('column_0');
  });
});

describe('sorting', () => {
  const head = (name: string) =>
    page
      .locator('.grid-column')
      .filter({ has: page.locator('.grid-name', { hasText: new RegExp(`^${name}$`) }) });
  const column = async (n: number) => {
    await drawn();
    return page.locator(`.grid-row:not([hidden]) .grid-cell:nth-child(${n + 3})`).allTextContents();
  };
  beforeAll(() => lab.show(MIXED, NO_TABLES));

  test('by the mouse: ascending, descending, and as it was', async () => {
    await head('mixed').click();
    await expect.poll(() => head('mixed').getAttribute('aria-sort')).toBe('ascending');
    const up = (await column(1)).map(Number);
    expect(up).toEqual([...up].sort((a, b) => a - b));
    // Rows that are equal stay as the query had them: 0 and 1009 both give 0.
    expect((await column(0)).slice(0, 2)).toEqual(['0', '1009']);
    await head('mixed').click();
    await expect.poll(() => head('mixed').getAttribute('aria-sort')).toBe('descending');
    expect((await column(1)).slice(0, 2)).toEqual(['1008', '1008']);
    await head('mixed').click();
    await expect.poll(() => head('mixed').getAttribute('aria-sort')).toBe('none');
    expect((await column(0)).slice(0, 3)).toEqual(['0', '1', '2']);
    expect(await note().textContent()).toBe('In the order of the query.');
  });

  test('by the keyboard, with what is missing last', async () => {
    await grid.focus();
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await expect.poll(() => head('kind').getAttribute('aria-sort')).toBe('ascending');
    expect(await note().textContent()).toBe('Sorted by kind, ascending.');
    expect((await column(2))[0]).toBe('empty text');
    await page.keyboard.press('Enter');
    await expect.poll(() => head('kind').getAttribute('aria-sort')).toBe('descending');
    expect((await column(2))[0]).toBe('kind 2');
    await page.keyboard.press('Control+End');
    expect((await column(2)).at(-1)).toBe('NULL');
  });

  test('keeps parameters, comments and names that stand twice', async () => {
    await lab.show('SELECT x AS n, x % $k AS n, $k AS k FROM range(10) t(x) -- a comment', {
      ...NO_TABLES,
      params: { k: 3 },
    });
    await head('n_2').click();
    await expect.poll(() => head('n_2').getAttribute('aria-sort')).toBe('ascending');
    expect((await column(0)).slice(0, 5)).toEqual(['0', '3', '6', '9', '1']);
    expect(await page.locator('.grid-name').allTextContents()).toEqual(['n', 'n_2', 'k']);
  });

  test('of answers about tables and plans too, which no query can hold', async () => {
    await lab.show('DESCRIBE countries', { needs: ['countries'] });
    await head('column_name').click();
    await head('column_name').click();
    await expect.poll(() => head('column_name').getAttribute('aria-sort')).toBe('descending');
    expect((await column(0)).slice(0, 2)).toEqual(['short_name', 'iso3']);
    expect(await page.getByRole('button', { name: 'Parquet' }).count()).toBe(0);
    await lab.show('EXPLAIN SELECT 1', NO_TABLES);
    expect(await page.locator('.grid-name').allTextContents()).toEqual(['explain_key', 'explain_value']);
  });

  test('can be stopped, and says why it failed', async () => {
    await lab.show('SELECT x FROM range(10) t(x)', NO_TABLES);
    await lab.lab.evaluate(({ engine, panel }) => {
      const sql = 'SELECT x FROM range(10) t(x)';
      void engine.table(sql, {}, { needs: [] }).then((result) => {
        panel.show(result, {
          sql,
          ms: 1,
          run: (_, signal) =>
            new Promise((_resolve, reject) => {
              signal?.addEventListener('abort', () => reject(signal.reason as Error));
            }),
        });
      });
    });
    await page.waitForTimeout(100);
    await head('x').click();
    await expect.poll(() => note().textContent()).toBe('Sorting by x… Escape stops it.');
    expect(await grid.getAttribute('aria-busy')).toBe('true');
    await page.keyboard.press('Escape');
    await expect.poll(() => note().textContent()).toBe('Sorting was stopped.');
    expect(await grid.getAttribute('aria-busy')).toBeNull();
    await lab.lab.evaluate(async ({ engine, panel }) => {
      const result = await engine.table('SELECT 1 AS x', {}, { needs: [] });
      panel.show(result, {
        sql: 'SELECT 1 AS x',
        ms: 1,
        run: () => Promise.reject(new Error('out of memory')),
      });
    });
    await head('x').click();
    await expect.poll(() => note().textContent()).toBe('Sorting by x failed: out of memory');
  });
});

describe('taking a result away', () => {
  const take = async (name: string) => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name, exact: true }).click(),
    ]);
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
  };

  test('CSV has all rows, in the order shown, guarded for spreadsheets', async () => {
    await lab.show(
      `SELECT x AS n, CASE x WHEN 0 THEN '=1+1' WHEN 1 THEN NULL WHEN 2 THEN '' ELSE 'é, "x"' END AS words, -x AS less FROM range(2000) t(x)`,
      NO_TABLES,
    );
    const { name, bytes } = await take('CSV');
    expect(name).toBe('crosscurrents-a-query-2018.csv');
    const lines = bytes.toString().split('\r\n');
    expect(lines.slice(0, 5)).toEqual(['n,words,less', "0,'=1+1,0", '1,,-1', '2,"",-2', '3,"é, ""x""",-3']);
    expect(lines).toHaveLength(2002);
    await page.locator('.grid-column').nth(2).click();
    await expect.poll(() => note().textContent()).toContain('Sorted by less');
    expect((await take('CSV')).bytes.toString().split('\r\n')[1]).toMatch(/^1999,/);
  });

  test('Parquet has all rows with their types', async () => {
    await lab.show(
      `SELECT x::SMALLINT AS n, DATE '2020-01-01' + x::INTEGER AS day, $word AS word FROM range(3000) t(x)`,
      { ...NO_TABLES, params: { word: `it's` } },
    );
    const { name, bytes } = await take('Parquet');
    expect(name).toBe('crosscurrents-a-query-2018.parquet');
    const file = join(folder, 'taken.parquet');
    await writeFile(file, bytes);
    const connection = await (await DuckDBInstance.create()).connect();
    const read = await connection.runAndReadAll(
      `SELECT count(*) AS n, max(n) AS top, max(day)::VARCHAR AS day, any_value(word) AS word, any_value(typeof(n)) AS type FROM '${file}'`,
    );
    expect(read.getRowsJson()).toEqual([['3000', 2999, '2028-03-18', `it's`, 'SMALLINT']]);
    connection.closeSync();
    expect(await note().textContent()).toMatch(/has all rows, in \d+ kB\.$/);
  });

  test('Markdown of a short result goes to the clipboard', async () => {
    await lab.show(`SELECT 'a|b' AS name, 1 AS n`, NO_TABLES);
    await page.getByRole('button', { name: 'Copy as Markdown' }).click();
    await expect.poll(() => note().textContent()).toBe('Copied 1 row as a table of Markdown.');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      '| name | n |\n| --- | ---: |\n| a\\|b | 1 |\n',
    );
    await lab.show('SELECT x FROM range(51) t(x)', NO_TABLES);
    expect(await page.getByRole('button', { name: 'Copy as Markdown' }).count()).toBe(0);
  });

  test('two million rows of CSV leave the page answering', async () => {
    await lab.show(
      `SELECT x AS n, 'row ' || x AS words, x / 7.0 AS share FROM range(2000000) t(x)`,
      NO_TABLES,
    );
    // Counted are the turns that the page had between the click and the file.
    await page.evaluate(() => {
      const free = { turns: 0, busy: false };
      Object.assign(globalThis, { free });
      document.addEventListener('click', () => Object.assign(free, { turns: 0, busy: true }), {
        capture: true,
        once: true,
      });
      const made = URL.createObjectURL.bind(URL);
      URL.createObjectURL = (blob) => ((free.busy = false), made(blob));
      const turn = () => {
        if (free.busy) free.turns += 1;
        setTimeout(turn);
      };
      turn();
    });
    const { bytes } = await take('CSV');
    const { turns, busy } = await page.evaluate(
      () => (globalThis as unknown as { free: { turns: number; busy: boolean } }).free,
    );
    expect(busy).toBe(false);
    expect(turns).toBeGreaterThan(30);
    const text = bytes.toString();
    expect(text.slice(text.lastIndexOf('\n', text.length - 2) + 1).trimEnd()).toMatch(
      /^1999999,row 1999999,285714\.14\d*$/,
    );
    let lines = 0;
    for (let at = text.indexOf('\r\n'); at >= 0; at = text.indexOf('\r\n', at + 2)) lines++;
    expect(lines).toBe(2_000_001);
  });

  test('a result too large to keep says so', async () => {
    await lab.show('SELECT x FROM range(1000000) t(x)', { ...NO_TABLES, most: 100_000 });
    expect(await note().textContent()).toMatch(
      /^The result is larger than this page keeps .* its first \d+,\d+ rows\. Parquet takes all/,
    );
    expect(await page.getByRole('button', { name: /^CSV \(first \d+,\d+ rows\)$/ }).count()).toBe(1);
  });
});

describe('a chart of a result', () => {
  const chart = () => page.locator('.lab-figure svg');
  const COUNTRIES = `SELECT * FROM (VALUES ('IND', 2018, 5, 0.5), ('IND', 2019, 6, 0.6), ('USA', 2018, 9, 0.7), ('USA', 2019, 8, 0.1)) t(origin, year, students, share)`;

  test('is drawn when it is asked for, by what the columns are', async () => {
    await lab.show(COUNTRIES, { ...NO_TABLES, title: 'Who goes?' });
    expect(await chart().count()).toBe(0);
    await page.getByRole('tab', { name: 'Chart' }).click();
    await chart().waitFor();
    expect(await chart().locator('.end').allTextContents()).toEqual(['United States', 'India']);
    expect(await page.locator('.lab-title').textContent()).toBe('Who goes?');
    expect(await chart().locator('.head').allTextContents()).toEqual(['students', 'year']);
    // The chart stays chosen for the next result.
    await lab.show(`SELECT 'p' || x AS name, x AS n FROM range(30) t(x)`, NO_TABLES);
    await expect
      .poll(() => chart().locator('.note').allTextContents())
      .toEqual(['The 20 largest of 30 rows; the other 10 rows, which come to 45 together, are not drawn.']);
  });

  test('can be another mark of other columns, by keyboard', async () => {
    await lab.show(COUNTRIES, NO_TABLES);
    await expect.poll(() => chart().locator('.end').count()).toBe(2);
    const mark = page.getByLabel('Mark', { exact: true });
    await mark.selectOption('Points');
    await expect.poll(() => chart().locator('.point circle, .point path').count()).toBe(4);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-role'))).toBe('Mark');
    await page.getByLabel('Height').selectOption('share');
    await expect.poll(() => chart().locator('.head').first().textContent()).toBe('share');
    await page.getByLabel('Colour').selectOption('origin');
    await expect
      .poll(() => chart().locator('.legend text').allTextContents())
      .toEqual(['India', 'United States']);
    await mark.selectOption('Histogram');
    await expect.poll(() => chart().locator('.bar rect').count()).toBeGreaterThan(1);
  });

  test('can be taken as SVG that needs no style sheet', async () => {
    await lab.show(COUNTRIES, { ...NO_TABLES, title: 'Who goes?' });
    await expect.poll(() => chart().locator('.end').count()).toBe(2);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'SVG' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('crosscurrents-a-query-2018.svg');
    const svg = await readFile(await download.path(), 'utf8');
    expect(svg).toContain('Who goes?</text>');
    expect(svg).toContain('SQL lab of Crosscurrents');
    expect(svg).toMatch(/stroke="#2267b0"/);
    expect(svg).not.toMatch(/var\(|class=/);
  });

  test('is not drawn where nothing holds numbers', async () => {
    await lab.show(`SELECT 'a' AS name UNION ALL SELECT 'b'`, NO_TABLES);
    expect(await page.locator('.lab-nothing').textContent()).toContain(
      'no column of the result holds numbers',
    );
    await page.getByRole('tab', { name: 'Chart' }).focus();
    await page.keyboard.press('ArrowLeft');
    expect(await grid.isVisible()).toBe(true);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Table');
  });
});

test('no rows, and no result, are said in words', async () => {
  await lab.show('SELECT 1 AS a, 2 AS b WHERE false', NO_TABLES);
  expect(await page.locator('.result-empty').textContent()).toBe(
    'The query ran, and no row fits it. Its columns: a, b.',
  );
  expect(await grid.isVisible()).toBe(false);
  await lab.lab.evaluate(({ panel }) => panel.clear());
  expect(await page.locator('.result-empty').textContent()).toBe(
    'The rows of a query stand here once it has run.',
  );
  await lab.show('SELECT 1 AS a', NO_TABLES);
  expect(await page.locator('.result-empty').isVisible()).toBe(false);
  expect(await row(1)).toEqual(['1']);
});

test('without a request to another host, an error, or a breach of the policy', () => {
  expect(lab.network).toEqual({ foreign: [], console: [], errors: [], violations: [] });
});

test('a finger scrolls the table, row by row', async () => {
  const phone = await openLabResult(browser, folder, {
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
  });
  try {
    await phone.show('SELECT x AS n, x AS m, x AS o, x AS p, x AS q FROM range(3000000) t(x)', NO_TABLES);
    await phone.page.getByLabel('Go to row').fill('1500000');
    await phone.page.getByLabel('Go to row').press('Enter');
    await phone.page.waitForTimeout(400);
    const box = await phone.page.getByRole('grid').boundingBox();
    if (!box) throw new Error('The table is not in sight.');
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const session = await phone.page.context().newCDPSession(phone.page);
    const top = () => phone.page.locator('.grid-row:not([hidden]) .grid-number').first().textContent();
    const before = Number((await top())?.replaceAll(',', ''));
    const swipe = async (dx: number, dy: number) => {
      await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
      for (let step = 1; step <= 16; step++) {
        const touchPoints = [{ x: x + (dx * step) / 16, y: y + (dy * step) / 16 }];
        await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints });
        await phone.page.waitForTimeout(16);
      }
      // Held for a while, so that nothing goes on by itself.
      await phone.page.waitForTimeout(300);
      await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
      await phone.page.waitForTimeout(500);
    };
    await swipe(0, -160);
    const after = Number((await top())?.replaceAll(',', ''));
    expect(after - before).toBeGreaterThanOrEqual(2);
    expect(after - before).toBeLessThanOrEqual(6);
    await swipe(-120, 0);
    expect(await phone.page.getByRole('grid').evaluate((grid) => grid.scrollLeft)).toBeGreaterThan(50);
    await phone.page.locator('.grid-cell').nth(3).tap();
    expect(await phone.page.locator('.cell-where').textContent()).toMatch(/row 1,499,99\d/);
  } finally {
    await phone.close();
  }
});

describe.each([
  ['a phone, light', 360, 'light'],
  ['a tablet, dark', 768, 'dark'],
  ['a desk, light', 1440, 'light'],
] as const)('on %s', (_, width, colorScheme) => {
  test('nothing is wider than the page, and axe finds no fault', async () => {
    const other = await openLabResult(browser, folder, {
      viewport: { width, height: 800 },
      colorScheme,
      hasTouch: width < 500,
    });
    try {
      const found: string[] = [];
      const look = async (state: string) => {
        found.push(...(await axeViolations(other.page)).map((fault) => `${state}: ${fault}`));
        found.push(...(await overflow(other.page)).map((fault) => `${state}: ${fault}`));
      };
      await look('before');
      await other.show(MIXED, NO_TABLES);
      await look('table');
      await other.page.locator('.grid-column').nth(1).click();
      await expect.poll(() => other.page.locator('[aria-sort=ascending]').count()).toBe(1);
      await look('sorted');
      await other.page.getByRole('tab', { name: 'Chart' }).click();
      await other.page.locator('.lab-figure svg').waitFor();
      await look('chart');
      await other.page.getByLabel('Mark', { exact: true }).selectOption('Bars');
      await look('bars');
      await other.show('SELECT 1 AS a WHERE false', NO_TABLES);
      await look('no rows');
      expect(found).toEqual([]);
    } finally {
      await other.close();
    }
  });
});
