import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { arrowStream } from './support/arrow-stream.ts';
import { launchBrowser } from '../scripts/lib/browser.ts';
import { openEnginePage, type EnginePage } from './support/engine-page.ts';
import { writeRelease } from './support/fixture-release.ts';

let folder: string;
let browser: Browser;
let page: EnginePage;

/** A query that nothing stops but the end of its worker. */
const ENDLESS = 'SELECT count(*) AS n FROM range(3000000) a(x), range(5000) b(y) WHERE x * y % 7 = 3';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'crosscurrents-tables-'));
  await writeRelease(
    folder,
    [{ name: 'flows', sql: `SELECT 'papers' AS layer, i AS value FROM range(10) t(i)` }],
    [{ name: 'twice', sql: 'SELECT 2 * value AS value FROM flows', stored: false, needs: ['flows'] }],
  );
  browser = await launchBrowser();
  page = await openEnginePage(browser, folder, {
    before: (blank) => blank.exposeFunction('arrowStream', arrowStream),
  });
});

afterAll(async () => {
  await page?.close();
  await browser?.close();
  if (folder) await rm(folder, { recursive: true });
});

describe('a result kept by columns', () => {
  test('has the values of the same query by rows, and types in the words of SQL', async () => {
    const sql = `SELECT 1::TINYINT AS a, 2::USMALLINT AS b, 3 AS c, 4::BIGINT AS d, 0.5::FLOAT AS e, 0.25::DOUBLE AS f,
      1.25::DECIMAL(9,2) AS g, sum(value) AS h, 'é' AS i, true AS j, DATE '2020-02-29' AS k, TIME '10:00:00' AS l,
      TIMESTAMP '1969-12-31 23:59:59' AS m, TIMESTAMPTZ '2020-01-01 00:00:00+00' AS n, [1, NULL] AS o,
      {'p': 1, 'q': 'x'} AS p, MAP(['k'], [1]) AS q, NULL::INTEGER AS r, '' AS s, 1 AS a FROM flows`;
    const { types, rows, byRows } = await page.engine.evaluate(async ({ raw, rowsOf }, text) => {
      const table = await raw.table(text);
      return {
        types: table.columns.map(({ name, type }) => `${name} ${type}`),
        rows: rowsOf(table),
        byRows: await raw.query(text),
      };
    }, sql);
    expect(rows).toEqual(byRows);
    expect(types).toEqual([
      'a TINYINT',
      'b USMALLINT',
      'c INTEGER',
      'd BIGINT',
      'e FLOAT',
      'f DOUBLE',
      'g DECIMAL(9,2)',
      'h HUGEINT',
      'i VARCHAR',
      'j BOOLEAN',
      'k DATE',
      'l TIME',
      'm TIMESTAMP',
      'n TIMESTAMP WITH TIME ZONE',
      'o INTEGER[]',
      'p STRUCT(p INTEGER, q VARCHAR)',
      'q MAP(VARCHAR, INTEGER)',
      'r INTEGER',
      's VARCHAR',
      'a_2 INTEGER',
    ]);
  });

  test('has all digits of numbers that are too large to be numbers, and refuses what has no cell', async () => {
    const got = await page.engine.evaluate(async ({ raw, rowsOf, answer }) => ({
      rows: rowsOf(
        await raw.table(
          'SELECT 9007199254740993 AS a, -170141183460469231731687303715884105727::HUGEINT AS b, [9007199254740993] AS c',
        ),
      ),
      interval: await answer(() => raw.table('SELECT [INTERVAL 3 DAY] AS i')),
      outside: await answer(async () => (await raw.table('SELECT 1 AS n')).cell(1, 0)),
    }));
    expect(got).toMatchObject({
      rows: [
        {
          a: '9007199254740993',
          b: '-170141183460469231731687303715884105727',
          c: '["9007199254740993"]',
        },
      ],
      interval: { error: { name: 'QueryError', message: expect.stringContaining('INTERVAL') } },
      outside: { error: { name: 'RangeError' } },
    });
  });

  test('of a PIVOT needs the names of its columns, and the error says so', async () => {
    const got = await page.engine.evaluate(async ({ raw, rowsOf, answer }) => ({
      named: rowsOf(await raw.table(`PIVOT flows ON value IN (3, 4) USING count(*) GROUP BY layer`)),
      unnamed: await answer(() => raw.table('PIVOT flows ON value USING count(*)')),
    }));
    expect(got).toMatchObject({
      named: [{ layer: 'papers', 3: 1, 4: 1 }],
      unnamed: { error: { message: expect.stringContaining('PIVOT … ON year IN (2018, 2019)') } },
    });
  });

  test('has columns without rows, and takes parameters', async () => {
    const got = await page.engine.evaluate(async ({ raw, rowsOf }) => {
      const none = await raw.table('SELECT layer, value FROM flows WHERE false');
      const some = await raw.table('SELECT value FROM flows WHERE value > $n ORDER BY 1', { n: 7 });
      return { columns: none.columns, rows: none.rowCount, some: rowsOf(some) };
    });
    expect(got).toEqual({
      columns: [
        { name: 'layer', type: 'VARCHAR' },
        { name: 'value', type: 'BIGINT' },
      ],
      rows: 0,
      some: [{ value: 8 }, { value: 9 }],
    });
  });

  test('takes millions of rows, in any order of asking, and tells of them as they come', async () => {
    const got = await page.engine.evaluate(async ({ raw }) => {
      const told: number[] = [];
      const sql = `SELECT x AS n, 'row ' || x AS words FROM range(2000000) t(x)`;
      const table = await raw.table(sql, {}, { needs: [], onRows: (n) => told.push(n) });
      const wrong = [];
      for (let i = 0; i < 20_000; i++) {
        const row = (i * 7_919_993) % table.rowCount;
        if (table.cell(row, 0) !== row || table.cell(row, 1) !== `row ${row}`) wrong.push(row);
      }
      const { rowCount, truncated, bytes } = table;
      return { wrong, rowCount, truncated, bytes, told: told.length, last: told.at(-1) };
    });
    expect(got).toMatchObject({ wrong: [], rowCount: 2_000_000, truncated: false, last: 2_000_000 });
    expect(got.told).toBeGreaterThan(100);
    // Eight bytes a number, ten or eleven and an offset of four a text, and less than a tenth beside.
    expect(got.bytes / 2e6).toBeGreaterThan(22);
    expect(got.bytes / 2e6).toBeLessThan(26);
  });

  test('ends at its most, says so, and leaves the engine in order', async () => {
    const got = await page.engine.evaluate(async ({ raw }) => {
      const sql = 'SELECT x FROM range(50000000) t(x)';
      const table = await raw.table(sql, {}, { needs: [], most: 2 ** 20 });
      const { rowCount, truncated, bytes } = table;
      const all = await raw.table('SELECT x FROM range(100000) t(x)', {}, { needs: [], most: 1e6 });
      const after = await raw.query('SELECT count(*) AS n FROM flows');
      return { rowCount, truncated, bytes, last: table.cell(rowCount - 1, 0), after, all: all.truncated };
    });
    expect(got).toMatchObject({ truncated: true, all: false, after: [{ n: 10 }], last: got.rowCount - 1 });
    expect(got.bytes).toBeGreaterThanOrEqual(2 ** 20);
    expect(got.bytes).toBeLessThan(2 ** 20 + 2 ** 17);
  });

  test.each([
    ['while the engine works', ENDLESS],
    ['while rows come', 'SELECT x FROM range(200000000) t(x)'],
  ])('rejects at once when it is cancelled %s', async (_, sql) => {
    const got = await page.engine.evaluate(async ({ raw, answer }, text) => {
      const aborted = new AbortController();
      setTimeout(() => aborted.abort(), 300);
      const long = await answer(() => raw.table(text, {}, { needs: [], signal: aborted.signal }));
      return { long, after: await raw.query('SELECT count(*) AS n FROM flows') };
    }, sql);
    expect(got).toMatchObject({ long: { error: { name: 'AbortError' } }, after: [{ n: 10 }] });
  });
});

describe('a result as a Parquet file', () => {
  test('keeps rows and types, with the parameters', async () => {
    const bytes = await page.engine.evaluate(async ({ raw }) => {
      const sql = `SELECT value, value * $minus AS less, layer || $quote AS words, DATE '2020-01-01' AS day, 1.25::DECIMAL(9,2) AS rate,
        CASE WHEN value > 5 THEN value::SMALLINT END AS gap FROM flows WHERE value -$minus > 2 -- a comment at the end`;
      return Array.from(await raw.parquet(sql, { minus: -1, quote: `it's $value` }));
    });
    const file = join(folder, 'taken.parquet');
    await writeFile(file, Uint8Array.from(bytes));
    const connection = await (await DuckDBInstance.create()).connect();
    const read = await connection.runAndReadAll(`SELECT * FROM '${file}' ORDER BY value`);
    expect(read.columnTypes().map(String)).toEqual([
      'BIGINT',
      'BIGINT',
      'VARCHAR',
      'DATE',
      'DECIMAL(9,2)',
      'SMALLINT',
    ]);
    expect(read.currentRowCount).toBe(8);
    expect(read.getRowsJson().at(-1)).toEqual(['9', '-9', `papersit's $value`, '2020-01-01', '1.25', 9]);
    expect(read.getRowsJson()[0]?.[5]).toBeNull();
    const codec = await connection.runAndReadAll(
      `SELECT DISTINCT compression FROM parquet_metadata('${file}')`,
    );
    expect(codec.getRowsJson()).toEqual([['ZSTD']]);
    connection.closeSync();
  });

  test('reads only, can be cancelled, and leaves no file', async () => {
    const got = await page.engine.evaluate(async ({ raw, answer }, endless) => {
      const aborted = new AbortController();
      setTimeout(() => aborted.abort(), 300);
      return {
        change: await answer(() => raw.parquet('DROP TABLE flows')),
        second: await answer(() => raw.parquet('SELECT 1; DROP TABLE flows')),
        escape: await answer(() => raw.parquet(`SELECT 1) TO 'x.parquet' (FORMAT parquet) /*`)),
        bracket: await answer(() => raw.parquet(`SELECT 1) TO 'x.parquet'; --`)),
        cancelled: await answer(() => raw.parquet(endless, {}, { needs: [], signal: aborted.signal })),
        files: await raw.query(`SELECT * FROM glob('*')`),
        after: await raw.query('SELECT count(*) AS n FROM flows'),
      };
    }, ENDLESS);
    expect(got).toMatchObject({
      change: { error: { name: 'QueryError', message: expect.stringContaining('reads only') } },
      second: { error: { message: expect.stringContaining('One statement at a time') } },
      escape: { error: { message: expect.stringContaining('do not close') } },
      bracket: { error: { message: expect.stringContaining('do not close') } },
      cancelled: { error: { name: 'AbortError' } },
      files: [],
      after: [{ n: 10 }],
    });
  });
});

describe('tables of the reader’s own', () => {
  test('are joined by their plain names, grow piece by piece, and show when they are whole', async () => {
    const got = await page.engine.evaluate(async ({ raw, ipc, answer }) => {
      let during;
      await raw.addTable('my_file', async (sink) => {
        await sink.arrow(await ipc({ value: [1, 2], words: ['a', 'é'] }));
        during = await answer(() => raw.query('SELECT * FROM my_file', {}, { needs: [] }));
        await sink.arrow((await ipc({ value: [3, 4], words: [null, ''] })).slice(0, -8));
      });
      return {
        during,
        rows: await raw.query('SELECT m.*, f.layer FROM MY_FILE m JOIN flows f USING (value) ORDER BY value'),
        typed: (await raw.table('SELECT * FROM "my_file"')).columns,
        quoted: await raw.query('SELECT count(*) AS n FROM "My_File"', {}, { needs: ['my_file'] }),
      };
    });
    expect(got).toMatchObject({
      during: { error: { message: expect.stringContaining('my_file does not exist') } },
      rows: [
        { value: 1, words: 'a', layer: 'papers' },
        { value: 2, words: 'é', layer: 'papers' },
        { value: 3, words: null, layer: 'papers' },
        { value: 4, words: '', layer: 'papers' },
      ],
      typed: [
        { name: 'value', type: 'DOUBLE' },
        { name: 'words', type: 'VARCHAR' },
      ],
      quoted: [{ n: 4 }],
    });
  });

  test('come from Parquet files too', async () => {
    const got = await page.engine.evaluate(async ({ raw }) => {
      const part = (from: number) => raw.parquet(`SELECT x AS n FROM range(${from}, ${from} + 3) t(x)`);
      await raw.addTable('from_parquet', async (sink) => {
        await sink.parquet(await part(0));
        await sink.parquet(await part(10));
      });
      return {
        rows: await raw.query('SELECT * FROM from_parquet ORDER BY n'),
        files: await raw.query(`SELECT * FROM glob('*')`),
      };
    });
    expect(got).toEqual({ rows: [0, 1, 2, 10, 11, 12].map((n) => ({ n })), files: [] });
  });

  test('are not there by halves: a load that fails leaves what was before', async () => {
    const got = await page.engine.evaluate(async ({ raw, ipc, answer }) => {
      const n = 'SELECT sum(n) AS n FROM half';
      const failing = await answer(() =>
        raw.addTable('half', async (sink) => {
          await sink.arrow(await ipc({ n: [1, 2] }));
          throw new Error('line 7 has too many columns');
        }),
      );
      const none = await answer(() => raw.query(n));
      await raw.addTable('half', async (sink) => sink.arrow(await ipc({ n: [1, 2] })));
      const other = await answer(() =>
        raw.addTable('half', async (sink) => {
          const other = await ipc({ other: ['x'] });
          await sink.arrow(await ipc({ n: [5] }));
          // Not awaited: it counts all the same.
          void sink.arrow(other);
        }),
      );
      const garbage = await answer(() =>
        raw.addTable('half', (sink) => sink.arrow(new Uint8Array(64).fill(7))),
      );
      const notParquet = await answer(() => raw.addTable('half', (sink) => sink.parquet(new Uint8Array(64))));
      const empty = await answer(() => raw.addTable('half', async () => undefined));
      const before = await raw.query(n);
      const twice = "SELECT sum(n) AS n FROM half WHERE $x = 'x'";
      const prepared = [await raw.query(twice, { x: 'x' })];
      await raw.addTable('half', async (sink) => sink.arrow(await ipc({ words: ['a'], n: [40] })));
      prepared.push(await raw.query(twice, { x: 'x' }));
      const tables = await raw.query(
        `SELECT table_name FROM information_schema.tables WHERE table_schema = 'own' AND table_name LIKE '%half%'`,
      );
      return { failing, none, other, garbage, notParquet, empty, before, prepared, tables };
    });
    expect(got).toMatchObject({
      failing: { error: { message: 'line 7 has too many columns' } },
      none: { error: { message: expect.stringContaining('half does not exist') } },
      other: { error: { message: expect.any(String) } },
      garbage: { error: { message: expect.any(String) } },
      notParquet: { error: { message: expect.any(String) } },
      empty: { error: { message: 'The table has neither rows nor columns.' } },
      before: [{ n: 3 }],
      prepared: [[{ n: 3 }], [{ n: 40 }]],
      tables: [{ table_name: 'half' }],
    });
  });

  test('hide no table of the release, and have names that SQL can write', async () => {
    const got = await page.engine.evaluate(async ({ raw, ipc, answer }) => {
      const names = [
        'flows',
        'FLOWS',
        'twice',
        'my file',
        '1st',
        'select',
        'a"b',
        '',
        'own.x',
        'x'.repeat(61),
      ];
      const answers = [];
      for (const name of names)
        answers.push(
          await answer(() => raw.addTable(name, async (sink) => sink.arrow(await ipc({ n: [1] })))),
        );
      await raw.addTable('données_2020', async (sink) => sink.arrow(await ipc({ n: [1] })));
      return { answers, odd: await raw.query('SELECT * FROM données_2020') };
    });
    expect(got.odd).toEqual([{ n: 1 }]);
    expect(got.answers.map((answer) => ('error' in answer ? answer.error.message : null))).toEqual([
      'The release has a table flows already: choose another name.',
      'The release has a table flows already: choose another name.',
      'The release has a table twice already: choose another name.',
      expect.stringContaining('is no name for a table'),
      expect.stringContaining('is no name for a table'),
      'select is a word of SQL, so no table can have it as a name.',
      expect.stringContaining('is no name for a table'),
      'The table needs a name.',
      expect.stringContaining('is no name for a table'),
      expect.stringContaining('at most 60'),
    ]);
  });

  test('every word that DuckDB reserves is refused', async () => {
    const { faultOfName } = await import('../src/engine/own-name.ts');
    const words = await page.query(
      `SELECT keyword_name AS word FROM duckdb_keywords() WHERE keyword_category IN ('reserved', 'type_function')`,
    );
    expect(words.length).toBeGreaterThan(60);
    expect(words.filter(({ word }) => faultOfName(String(word), []) === null)).toEqual([]);
  });

  test('are loaded anew before the next query that names them, when the worker had to be replaced', async () => {
    const got = await page.engine.evaluate(async ({ raw, ipc, answer }, endless) => {
      const loads = { first: 0, second: 0 };
      await raw.addTable('first', async (sink) => {
        loads.first++;
        await sink.arrow(await ipc({ n: [11] }));
      });
      await raw.addTable('second', async (sink) => {
        if (++loads.second === 2) throw new Error('the file was moved');
        await sink.arrow(await ipc({ n: [22] }));
      });
      const aborted = new AbortController();
      setTimeout(() => aborted.abort(), 200);
      const killed = await answer(() => raw.query(endless, {}, { needs: [], signal: aborted.signal }));
      // The worker is given a second to stop by itself.
      await raw.query('SELECT 1 AS n', {}, { needs: [] });
      const unnamed = { ...loads };
      const first = await raw.query('SELECT n FROM first', {}, { needs: [] });
      const again = await raw.query('SELECT n + $x AS n FROM first', { x: 1 }, { needs: [] });
      const moved = await answer(() => raw.query('SELECT n FROM second', {}, { needs: [] }));
      const back = await raw.query('SELECT n FROM second', {}, { needs: [] });
      return { killed, unnamed, first, again, moved, back, loads };
    }, ENDLESS);
    expect(got).toMatchObject({
      killed: { error: { name: 'AbortError' } },
      unnamed: { first: 1, second: 1 },
      first: [{ n: 11 }],
      again: [{ n: 12 }],
      moved: { error: { name: 'LoadError', message: expect.stringContaining('the file was moved') } },
      back: [{ n: 22 }],
      loads: { first: 2, second: 3 },
    });
  });

  test('begin again when the worker is replaced during their load', async () => {
    const got = await page.engine.evaluate(async ({ raw, ipc, answer }, endless) => {
      let loads = 0;
      const aborted = new AbortController();
      let killed;
      await raw.addTable('interrupted', async (sink) => {
        await sink.arrow(await ipc({ n: [++loads] }));
        if (loads === 1) {
          killed = answer(() => raw.query(endless, {}, { needs: [], signal: aborted.signal }));
          setTimeout(() => aborted.abort(), 100);
        }
        await sink.arrow(await ipc({ n: [10] }));
      });
      return { killed: await killed, loads, rows: await raw.query('SELECT n FROM interrupted ORDER BY n') };
    }, ENDLESS);
    expect(got).toMatchObject({
      killed: { error: { name: 'AbortError' } },
      loads: 2,
      rows: [{ n: 2 }, { n: 10 }],
    });
  });

  test('can be taken away', async () => {
    const got = await page.engine.evaluate(async ({ raw, ipc, answer }) => {
      await raw.addTable('gone', async (sink) => sink.arrow(await ipc({ n: [1] })));
      await raw.dropTable('GONE');
      await raw.dropTable('never_there');
      return answer(() => raw.query('SELECT * FROM gone'));
    });
    expect(got).toMatchObject({ error: { message: expect.stringContaining('gone does not exist') } });
  });
});

test('without a request to another host or a breach of the policy', () => {
  expect(page.network).toEqual({ foreign: [], console: [], errors: [], violations: [] });
});
