import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { axeViolations } from './support/axe.ts';
import { launchBrowser } from '../scripts/lib/browser.ts';
import { writeRelease } from './support/fixture-release.ts';
import { openLabFilesPage, type LabFilesPage } from './support/lab-files-page.ts';
import type { LabFiles } from './support/lab-files-page/main.ts';

declare const labFiles: LabFiles;

const COUNTRIES = `
  SELECT *, name_en AS name_fr, name_en AS name_es, name_en AS name_ru, name_en AS name_ar, name_en AS name_zh,
    name_en AS short_name, name_en AS in_text
  FROM (VALUES ('NAM', 'NA', '516', 'Namibia'), ('NOR', 'NO', '578', 'Norway'), ('FRA', 'FR', '250', 'France'))
    t(iso3, iso2, m49, name_en)`;
const BLOBS = "SELECT 1 AS n, 'x'::BLOB AS b UNION ALL SELECT 2, NULL";

let folder: string;
let browser: Browser;
let opened: LabFilesPage[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'crosscurrents-files-'));
  await writeRelease(folder, [
    { name: 'countries', sql: COUNTRIES },
    { name: 'blobs', sql: BLOBS },
  ]);
  browser = await launchBrowser();
});
/** Whatever a test does: no request to another host, nothing that the policy refuses, no error that nobody caught. */
afterEach(async () => {
  for (const { network, close } of opened) {
    expect(network).toEqual({ foreign: [], console: [], errors: [], violations: [] });
    await close();
  }
  opened = [];
});
/** What holds soon: two cores may be busy with other things. */
const eventually = <T>(read: () => T) => expect.poll(read, { timeout: 15_000 });

afterAll(async () => {
  await browser?.close();
  if (folder) await rm(folder, { recursive: true });
});

async function open(options: BrowserContextOptions = {}): Promise<LabFilesPage> {
  const page = await openLabFilesPage(browser, folder, options);
  opened.push(page);
  return page;
}

type Part = string | readonly number[];
const drop = (page: Page, name: string, ...parts: Part[]) =>
  page.evaluate(([file, all]) => labFiles.drop(file, all), [name, parts] as const);
const query = (page: Page, sql: string) => page.evaluate((text) => labFiles.query(text), sql);
const status = (page: Page) => page.locator('.file-status').textContent();
const load = (page: Page) => page.locator('[name=load]').click();
const loaded = (page: Page, name: string) => page.waitForSelector(`[data-table="${name}"]`);
const problems = async (page: Page): Promise<string> => (
  await page.locator('.file-problems').waitFor(),
  await page.locator('.file-problems').innerText()
);
/** Which control has the focus. */
const focused = (page: Page) =>
  page.evaluate(
    () => document.activeElement?.getAttribute('name') ?? document.activeElement?.className ?? '',
  );
/** Chooses as a reader does, with the focus on the control. */
const choose = async (page: Page, name: string, value: string) => {
  await page.locator(`[name=${name}]`).focus();
  await page.locator(`[name=${name}]`).selectOption(value);
};
const bytesOf = (content: Uint8Array): number[] => [...content];

test(
  'two million rows load with progress while the page answers, and can be read again',
  { timeout: 180_000 },
  async () => {
    const { page, server } = await open();
    // The engine asks for its own files before the reader's is there.
    await query(page, 'SELECT 1');
    const size = await page.evaluate((rows) => labFiles.dropLarge(rows), 2_000_000);
    expect(size).toBeGreaterThan(200e6);
    await page.waitForSelector('.file-preview');
    const before = server.requests.length;
    await load(page);
    // Progress grows, in bytes and in rows.
    const seen: string[] = [];
    while (!(await page.locator('[data-table=large]').count())) {
      const words = await page
        .locator('.file-progress')
        .textContent({ timeout: 1000 })
        .catch(() => null);
      if (words && words !== seen.at(-1)) seen.push(words);
      await page.waitForTimeout(200);
    }
    const rows = seen
      .flatMap((words) => /of 210\sMB, ([\d,]+) rows/.exec(words)?.[1] ?? [])
      .map((n) => Number(n.replaceAll(',', '')));
    expect(rows.length).toBeGreaterThan(5);
    expect(rows).toEqual(rows.toSorted((a, b) => a - b));
    const { reads, pieces, turns } = await page.evaluate(() => labFiles.thread);
    expect(reads, 'the worker reads, and not the page').toBe(0);
    expect(pieces.length).toBeGreaterThanOrEqual(2_000_000 / 60_000);
    expect(Math.max(...pieces)).toBeLessThan(10e6);
    expect(turns).toBeGreaterThan(pieces.length);
    expect(
      await query(
        page,
        'SELECT count(*) AS n, sum(id) AS s, count(DISTINCT label) AS l, max(share) AS m FROM large',
      ),
    ).toEqual([{ n: 2_000_000, s: 1_999_999_000_000, l: 2_000_000, m: 124.875 }]);
    expect(await status(page)).toBe('The table large is loaded: 2,000,000\u00a0rows and 6\u00a0columns.');
    // The reader's rows went nowhere: only the worker's own script was asked for.
    const after = server.requests
      .slice(before)
      .map(({ method, url }) => `${method} ${url.replace(/-[\w-]+\.js$/, '.js')}`);
    expect([...new Set(after)]).toEqual(['GET /some/folder/assets/reader.worker.js']);
  },
);

test('a load can be cancelled; nothing of it stays, and it can start again', async () => {
  const { page } = await open();
  await page.evaluate((rows) => labFiles.dropLarge(rows), 400_000);
  await load(page);
  await page.waitForFunction(() =>
    / [1-9][\d,]* rows/.test(document.querySelector('.file-progress')?.textContent ?? ''),
  );
  await page.locator('[name=stop]').click();
  await page.waitForSelector('.file-preview');
  expect(await status(page)).toBe('The load of large.csv was cancelled. Nothing of it was kept.');
  expect(await query(page, 'SELECT count(*) FROM large')).toMatch('does not exist');
  expect(await page.evaluate(() => labFiles.added)).toEqual([]);
  await load(page);
  await loaded(page, 'large');
  expect(await query(page, 'SELECT count(*) AS n FROM large')).toEqual([{ n: 400_000 }]);
});

test('a table comes back after the engine had to start anew, and goes when it is removed', async () => {
  const { page } = await open();
  await drop(page, 'mine.csv', 'a,b\n1,x\n2,y\n');
  await load(page);
  await loaded(page, 'mine');
  await page.evaluate(() => labFiles.restart());
  expect(await query(page, 'SELECT a, b FROM mine ORDER BY a')).toEqual([
    { a: 1, b: 'x' },
    { a: 2, b: 'y' },
  ]);
  expect(await page.locator('.own-again').textContent()).toBe('');
  await page.locator('text=Remove').click();
  expect(await status(page)).toBe('The table mine is removed.');
  expect(await page.evaluate(() => labFiles.removed)).toEqual(['mine']);
  expect(await focused(page)).toBe('file');
  await eventually(() => query(page, 'SELECT * FROM mine')).toMatch('does not exist');
});

describe('the preview', () => {
  const PLACES =
    'country;iso2;value;when\nNorway;NO;1,5;31.01.2020\nNamibia;NA;..;01.02.2020\nAtlantis;FR;-;\n';

  test('shows what a file is, and what can be chosen', async () => {
    const { page } = await open();
    await drop(page, 'My Places.csv', PLACES);
    await page.waitForFunction(() => document.querySelector('.file-columns')?.textContent.includes('atlas'));
    const values = await page
      .locator('.file-preview select')
      .evaluateAll((all) => all.map((one) => (one as HTMLSelectElement).value));
    expect(values).toEqual([';', 'yes', ',', 'utf-8', 'enclose', 'text', 'text', 'number', 'date-dmy']);
    expect(await page.locator('.file-columns').innerText()).toMatch(
      /the atlas knows 2 of 3; not known: “Atlantis”/,
    );
    expect(await page.locator('.file-sample td.file-missing').allInnerTexts()).toEqual([
      '.. missing',
      '- missing',
      'missing',
    ]);
    await page.locator('[name=iso3-0]').check();
    await choose(page, 'type-2', 'text');
    // The reader stays where they are.
    await eventually(() => page.locator('[name=type-2]').inputValue()).toBe('text');
    expect(await focused(page)).toBe('type-2');
    await load(page);
    await loaded(page, 'my_places');
    expect(await query(page, 'SELECT * FROM my_places')).toEqual([
      { country: 'Norway', iso2: 'NO', value: '1,5', when: '2020-01-31', country_iso3: 'NOR' },
      { country: 'Namibia', iso2: 'NA', value: null, when: '2020-02-01', country_iso3: 'NAM' },
      { country: 'Atlantis', iso2: 'FR', value: null, when: null, country_iso3: null },
    ]);
    expect((await page.evaluate(() => labFiles.added))[0]?.columns).toEqual([
      { name: 'country', type: 'VARCHAR' },
      { name: 'iso2', type: 'VARCHAR' },
      { name: 'value', type: 'VARCHAR' },
      { name: 'when', type: 'DATE' },
      { name: 'country_iso3', type: 'VARCHAR' },
    ]);
    expect(await page.locator('.own-table').innerText()).toMatch('country_iso3 is missing in 1 row');
    await page.locator('text=Insert SELECT').click();
    expect(await page.evaluate(() => labFiles.inserted)).toEqual([
      'SELECT country, iso2, value, "when", country_iso3\nFROM my_places\nLIMIT 100',
    ]);
  });

  test('reads the file anew with another delimiter', async () => {
    const { page } = await open();
    await drop(page, 'odd.csv', 'a;b,c\n1;2,3\n');
    await page.waitForSelector('.file-preview');
    await choose(page, 'delimiter', ',');
    await eventually(() => page.locator('.file-column').allInnerTexts()).toEqual(['a;b', 'c']);
    expect(await focused(page)).toBe('delimiter');
  });

  test('of 500 columns shows twenty at a time', async () => {
    const { page } = await open();
    const row = (value: string) => `${Array.from({ length: 500 }, (_, n) => `${value}${n}`).join(',')}\n`;
    await drop(page, 'wide.csv', row('c'), row('').repeat(60));
    await page.waitForSelector('.file-preview');
    await page.locator('[name=later]').click();
    expect(await page.locator('.file-pager').innerText()).toMatch('Columns 21–40 of 500');
    expect(await page.locator('.file-column').first().innerText()).toBe('c20');
    expect(await page.locator('.file-sample td').count()).toBe(50 * 20);
    await load(page);
    await loaded(page, 'wide');
    expect(await query(page, 'SELECT c499 AS c, count(*) AS n FROM wide GROUP BY 1')).toEqual([
      { c: 499, n: 60 },
    ]);
  });

  test('says what is wrong with a name, before and after the engine is asked', async () => {
    const { page } = await open();
    await drop(page, 'a.csv', 'a,b\n1,2\n');
    await page.waitForSelector('.file-preview');
    await page.locator('[name=table]').fill('select');
    expect(await page.locator('.file-fault').innerText()).toMatch('is a word of SQL');
    await page.locator('[name=table]').fill('countries');
    expect(await page.locator('.file-fault').innerText()).toBe('');
    await load(page);
    await expect
      .poll(() => page.locator('.file-fault').innerText())
      .toMatch('The release has a table countries already');
    expect(await focused(page)).toBe('table');
    await page.locator('[name=table]').fill('mine');
    await page.locator('[name=table]').press('Enter');
    await loaded(page, 'mine');
    await drop(page, 'a.csv', 'a,b\n1,2\n');
    await page.waitForSelector('.file-preview');
    await page.locator('[name=table]').fill('MINE');
    expect(await page.locator('.file-fault').innerText()).toMatch('There is a table mine already');
  });
});

describe('a broken file is explained, and the page stays usable', () => {
  test('whatever it is', async () => {
    const { page } = await open();
    const packed = gzipSync(Array.from({ length: 30_000 }, (_, n) => `${n * n},${n}\n`).join(''));
    const files: readonly (readonly [string, readonly Part[], string])[] = [
      ['empty.csv', [''], 'The file is empty'],
      ['header.csv', ['name,city\n'], 'not one row of data'],
      ['book.csv', ['PK\u0003\u0004....xl/workbook.xml'], 'Excel workbook'],
      ['paper.csv', ['%PDF-1.7 ...'], 'PDF'],
      ['page.csv', ['<!doctype html><title>x</title>'], 'web page'],
      ['data.csv', ['[{"a": 1}]'], 'JSON'],
      ['wide.csv', [`${'a,'.repeat(9999)}a\n${'1,'.repeat(9999)}1\n`], 'has 10,000 columns'],
      ['line.csv', ['x'.repeat(1_200_000)], 'does not end within a megabyte'],
      ['nul.csv', ['a,b\n1,', [0], '\n'], 'line 2 holds a NUL byte'],
      ['quote.csv', ['a,b\n1,"x\n2,y\n'], 'A quote opens in line 2 and never closes'],
      ['cut.csv.gz', [bytesOf(packed.subarray(0, 20_000))], 'damaged or cut short'],
      ['cut.parquet', ['PAR1....'], 'cut short'],
    ];
    for (const [name, content, words] of files) {
      await drop(page, name, ...content);
      await page.waitForFunction(
        (file) => document.querySelector('.file-title')?.textContent.startsWith(file),
        name,
      );
      expect(await problems(page), name).toMatch(words);
    }
    await page.locator('[name=cancel]').click();
    await drop(page, 'good.csv', 'a,b\n1,2\n');
    await load(page);
    await loaded(page, 'good');
    expect(await page.evaluate(() => labFiles.added.map(({ name }) => name))).toEqual(['good']);
  });

  test('another encoding is asked about at the start, and read right', async () => {
    const { page } = await open();
    // A euro sign and a dash, which Latin-1 does not have.
    await drop(page, 'old.csv', 'name,n\nCaf', [0xe9], ' ', [0x80, 0x96], ',1\n');
    expect(await problems(page)).toMatch('Byte 0xE9 in line 2 is no UTF-8. This looks like Windows-1252');
    await load(page);
    expect(await status(page)).toBe('First choose how to go on.');
    await page.locator('.file-problems input').first().check();
    await page.locator('.file-problems button').click();
    await eventually(() => page.locator('.file-problems').count()).toBe(0);
    await load(page);
    await loaded(page, 'old');
    expect(await query(page, 'SELECT name FROM old')).toEqual([{ name: 'Café €–' }]);
  });

  test('faults deep in the file are counted, decided on together, and leave no table until then', async () => {
    const { page } = await open();
    const good = '2019,1\n'.repeat(200_000);
    await drop(page, 'deep.csv', 'year,n\n', good, 'n/v,1\n2020\n', '2021,2,3\n');
    await load(page);
    const words = await problems(page);
    expect(words).toMatch('2 rows have another number of fields than the 2 that are expected');
    expect(words).toMatch('line 200,003: one field');
    expect(words).toMatch('line 200,002, column year: “n/v” is no whole number');
    expect(await query(page, 'SELECT * FROM deep')).toMatch('does not exist');
    expect(
      await query(page, "SELECT count(*) AS n FROM information_schema.tables WHERE table_schema = 'own'"),
    ).toEqual([{ n: 0 }]);
    for (const part of await page.locator('.file-problems fieldset').all())
      await part.locator('input').last().check();
    await page.locator('.file-problems button').click();
    await loaded(page, 'deep');
    expect(await query(page, 'SELECT count(*) AS n, count(year) AS y FROM deep')).toEqual([
      { n: 200_001, y: 200_000 },
    ]);
    expect(await page.locator('.own-table').innerText()).toMatch(
      '2 rows with another number of fields were left out',
    );
  });

  test('a Parquet file that only its ends are whole of, and one with types that are not shared', async () => {
    const { page } = await open();
    const whole = await readFile(join(folder, 'countries.parquet'));
    const spoilt = Uint8Array.from(whole);
    spoilt.fill(0x5a, 4, spoilt.length - 8);
    await drop(page, 'spoilt.parquet', bytesOf(spoilt));
    await page.waitForSelector('.file-preview');
    await load(page);
    expect(await problems(page)).toMatch('The database cannot read this Parquet file');
    await drop(page, 'places.parquet', bytesOf(whole));
    await page.waitForSelector('.file-preview');
    await load(page);
    await loaded(page, 'places');
    expect(await query(page, "SELECT iso3 FROM places WHERE iso2 = 'NA'")).toEqual([{ iso3: 'NAM' }]);
    await drop(page, 'blobby.parquet', bytesOf(await readFile(join(folder, 'blobs.parquet'))));
    await page.waitForSelector('.file-preview');
    await load(page);
    await loaded(page, 'blobby');
    expect(await page.locator('[data-table=blobby]').innerText()).toMatch('Column “b” is of type BLOB');
  });

  test('the part that reads files may not come: that is said, and the next try is as good', async () => {
    const { page, close } = await openLabFilesPage(browser, folder);
    await page.route('**/reader.worker*', (route) => route.abort());
    await drop(page, 'a.csv', 'a,b\n1,2\n');
    expect(await problems(page)).toMatch('The reading of the file broke down');
    await page.unroute('**/reader.worker*');
    await drop(page, 'a.csv', 'a,b\n1,2\n');
    await page.waitForSelector('.file-preview');
    await close();
  });
});

test('gzipped files, pasted text and chosen files come in as well', async () => {
  const { page } = await open();
  await drop(page, 'packed.csv.gz', bytesOf(gzipSync('a,b\n1,x\n')));
  await load(page);
  await loaded(page, 'packed');
  await page.locator('summary', { hasText: 'Paste' }).click();
  await page.locator('[name=pasted]').fill('a\tb\n1\t2\n');
  await page.locator('text=Read the text').click();
  await load(page);
  await loaded(page, 'pasted');
  await page
    .locator('[name=file]')
    .setInputFiles({ name: 'chosen.tsv', mimeType: 'text/plain', buffer: Buffer.from('a|b\n3|4\n') });
  await load(page);
  await loaded(page, 'chosen');
  expect(
    await query(page, 'SELECT packed.b, pasted.b AS c, chosen.b AS d FROM packed, pasted, chosen'),
  ).toEqual([{ b: 'x', c: 2, d: 4 }]);
});

test('everything can be done by keyboard', async () => {
  const { page } = await open();
  const tabTo = async (name: string) => {
    for (let n = 0; n < 40 && (await focused(page)) !== name; n++) await page.keyboard.press('Tab');
    expect(await focused(page)).toBe(name);
  };
  await tabTo('file');
  await tabTo('');
  await page.keyboard.press('Enter');
  await tabTo('pasted');
  await page.keyboard.insertText('a,b\nx,2\ny\n');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.file-problems');
  expect(await focused(page)).toBe('file-problems');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await eventually(() => focused(page)).toBe('file-title');
  await tabTo('type-1');
  await page.keyboard.press('Home');
  await eventually(() => page.locator('[name=type-1]').inputValue()).toBe('text');
  await tabTo('load');
  await page.keyboard.press('Enter');
  await loaded(page, 'pasted');
  expect(await focused(page)).toBe('own-name');
  expect(await query(page, 'SELECT * FROM pasted')).toEqual([
    { a: 'x', b: '2' },
    { a: 'y', b: null },
  ]);
});

describe.each([
  ['light', 1100],
  ['dark', 360],
] as const)('in %s, at %i pixels', (colorScheme, width) => {
  test('nothing is wrong for assistive technology, and nothing runs over', async () => {
    const { page } = await open({ colorScheme, viewport: { width, height: 800 } });
    const check = async (state: string) => {
      expect(await axeViolations(page), state).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), state).toBeLessThanOrEqual(
        width,
      );
    };
    await check('at first');
    const row = (value: string) =>
      `${Array.from({ length: 30 }, (_, n) => `${value} with many words ${n}`).join(',')}\n`;
    await drop(page, `${'long-name-'.repeat(9)}.csv`, row('column'), row('text'), `${'x'.repeat(300)},\n`);
    await page.waitForSelector('.file-problems');
    await check('with something to decide');
    await page.locator('.file-problems input').first().check();
    await page.locator('.file-problems button').click();
    await eventually(() => page.locator('.file-problems').count()).toBe(0);
    await load(page);
    await page.waitForSelector('.own-table');
    await page.locator('.own-table summary').click();
    await check('with a table');
    await page.evaluate((rows) => labFiles.dropLarge(rows), 200_000);
    await load(page);
    await page.waitForSelector('.file-loading');
    await check('while it loads');
    await loaded(page, 'large');
  });
});
