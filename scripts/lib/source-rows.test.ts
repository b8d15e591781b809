import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { complaint } from '../testing/bench.ts';
import { recordOf } from '../testing/record.ts';
import { createTable } from './ddl.ts';
import type { SourceRecord } from './records.ts';
import { Session } from './session.ts';
import { MODELLED, SNAPSHOT } from './snapshot.ts';
import { restsOn, sourceRows } from './source-rows.ts';

let db: Session;
beforeEach(async () => {
  db = await Session.open();
  for (const table of [...SNAPSHOT, ...MODELLED]) await db.run(createTable(table));
});
afterEach(() => db.close());

const records = (...list: SourceRecord[]) => new Map(list.map((record) => [record.id, record]));
const base = (id: string) => ({
  id,
  short: `Base ${id}`,
  tag: `Tag ${id}`,
  title: `Title of ${id}`,
  caveats: [`Caveat of ${id}`],
});

const flows = (source: string, ...years: number[]): Promise<void> =>
  db.run(
    `INSERT INTO flows BY NAME SELECT 'papers' AS layer, '${source}' AS source, 'DEU' AS origin, 'FRA' AS destination, unnest([${years.join()}]) AS year, 1 AS value`,
  );

describe('a row for each source', () => {
  test('counts its rows and tables, and gives its first and last year', async () => {
    await flows('a', 2001, 2005);
    await flows('b', 1999);
    await db.run(
      "INSERT INTO totals BY NAME SELECT 'DEU' AS country, 'researchers' AS measure, 'a' AS source, unnest([1998, 2004]) AS year, 1 AS value",
    );
    await sourceRows(db, records(recordOf('a', []), recordOf('b', [])));
    expect(await db.all('SELECT id, record, rows, tables, first_year, last_year FROM sources')).toEqual([
      { id: 'a', record: 'a', rows: 4, tables: 'flows\ntotals', first_year: 1998, last_year: 2005 },
      { id: 'b', record: 'b', rows: 1, tables: 'flows', first_year: 1999, last_year: 1999 },
    ]);
  });

  test('of a period: from its first year to its last', async () => {
    await db.run("INSERT INTO period_flows VALUES ('projects', 'a', 'DEU', 'FRA', 2007, 2013, 5, NULL)");
    await sourceRows(db, records(recordOf('a', [])));
    expect(await db.one('SELECT rows, tables, first_year, last_year FROM sources')).toEqual({
      rows: 1,
      tables: 'period_flows',
      first_year: 2007,
      last_year: 2013,
    });
  });

  test('without years or rows says so', async () => {
    await db.run("INSERT INTO themes VALUES ('a', 'all', NULL, 'All', 2, 1)");
    await sourceRows(db, records(recordOf('a', []), recordOf('idle', [])));
    expect(await db.all('SELECT id, rows, tables, first_year, last_year FROM sources')).toEqual([
      { id: 'a', rows: 1, tables: 'themes', first_year: null, last_year: null },
      { id: 'idle', rows: 0, tables: null, first_year: null, last_year: null },
    ]);
  });

  test('or for each base of one, with the caveats of both', async () => {
    await flows('twofold/x', 2001);
    const record = { ...recordOf('twofold', [], [base('x'), base('y')]), caveats: ['Caveat of all'] };
    const labels = await sourceRows(db, records(record));
    expect(await db.all('SELECT id, record, short, title, caveats, rows FROM sources')).toEqual([
      {
        id: 'twofold/x',
        record: 'twofold',
        short: 'Base x',
        title: 'Title of x',
        caveats: 'Caveat of all\nCaveat of x',
        rows: 1,
      },
      {
        id: 'twofold/y',
        record: 'twofold',
        short: 'Base y',
        title: 'Title of y',
        caveats: 'Caveat of all\nCaveat of y',
        rows: 0,
      },
    ]);
    expect(labels.map(({ id, short, tag }) => [id, short, tag])).toEqual([
      ['twofold/x', 'Base x', 'Tag x'],
      ['twofold/y', 'Base y', 'Tag y'],
    ]);
  });

  test('holds what the record says, quotes and all', async () => {
    const { landing_page, ...own } = recordOf('own', []);
    expect(landing_page).toBeDefined();
    const labels = await sourceRows(db, records({ ...own, title: "The publisher's", what: 'What' }));
    expect(
      await db.one(
        'SELECT title, publisher, licence, share_alike, landing_page, retrieved, what FROM sources',
      ),
    ).toEqual({
      title: "The publisher's",
      publisher: 'Publisher of own',
      licence: 'CC0-1.0',
      share_alike: false,
      landing_page: null,
      retrieved: '2026-01-01',
      what: 'What',
    });
    expect(labels[0]).toMatchObject({ id: 'own', tag: 'Short own', licence: 'CC0 1.0', landing_page: null });
  });
});

describe('a table that rests on a second source', () => {
  beforeEach(async () => {
    await db.run(`
      INSERT INTO coverage VALUES
        ('students', 'hosts', 'DEU', 2019, 90, 100, 2019, 0.9, 'reported'), ('students', 'hosts', 'FRA', 2017, 90, NULL, NULL, NULL, 'not verifiable');
      INSERT INTO pair_context BY NAME SELECT 'DEU' AS origin, 'FRA' AS destination, 800 AS distance_km, NULL AS shared_hours;
      INSERT INTO pair_context BY NAME SELECT 'DEU' AS origin, 'XKX' AS destination, NULL AS distance_km, 8 AS shared_hours;`);
  });

  test('counts the rows of each as its condition has them', async () => {
    expect(await restsOn(db, 'coverage')).toEqual([
      { source: 'hosts', rows: 2, first_year: 2017, last_year: 2019 },
      { source: 'uis-student-totals', rows: 1, first_year: 2019, last_year: 2019 },
    ]);
    expect(await restsOn(db, 'pair_context')).toEqual([
      { source: 'cepii-geodist', rows: 1, first_year: null, last_year: null },
      { source: 'world-bank-wdi', rows: 1, first_year: null, last_year: null },
    ]);
  });

  test('does not name one that no row rests on', async () => {
    await db.run('UPDATE coverage SET expected = NULL; UPDATE pair_context SET shared_hours = NULL');
    expect((await restsOn(db, 'coverage')).map((r) => r.source)).toEqual(['hosts']);
    expect((await restsOn(db, 'pair_context')).map((r) => r.source)).toEqual(['cepii-geodist']);
  });

  test('fails for one without a record, like any other', async () => {
    expect(
      await complaint(
        sourceRows(
          db,
          records(recordOf('hosts', []), recordOf('cepii-geodist', []), recordOf('world-bank-wdi', [])),
        ),
      ),
    ).toBe('Rows name the source uis-student-totals, which data/sources/ does not describe.');
  });
});

describe('a source that rows name and no record describes', () => {
  test('stops, and is named', async () => {
    await flows('nobody', 2001);
    await flows('known', 2001);
    expect(await complaint(sourceRows(db, records(recordOf('known', []))))).toBe(
      'Rows name the source nobody, which data/sources/ does not describe.',
    );
  });

  test('be it a base that the record lacks, or the record of bases itself', async () => {
    await flows('twofold/z', 2001);
    await flows('twofold', 2001);
    expect(await complaint(sourceRows(db, records(recordOf('twofold', [], [base('x')]))))).toBe(
      'Rows name the source twofold, twofold/z, which data/sources/ does not describe.',
    );
  });

  test('be it in a note alone', async () => {
    await db.run("INSERT INTO exclusions VALUES ('nobody', 'x', 3, 'Why')");
    expect(await complaint(sourceRows(db, records()))).toMatch(/^Rows name the source nobody,/);
  });
});

test('what was left out, changed or put right is no row of a source, and gives it no year', async () => {
  await flows('a', 2010);
  await db.run(`
    INSERT INTO exclusions VALUES ('a', 'x', 300, 'Why'), ('noted', 'x', 300, 'Why');
    INSERT INTO adjustments VALUES ('a', 'DEU', 'FRA', 1990, '2', 1, 'Why'), ('noted', 'DEU', 'FRA', 1990, '2', 1, 'Why');
    INSERT INTO corrections VALUES ('a', 'flows', 'k', 'value', '2', '1', 'Why'), ('noted', 'flows', 'k', 'value', '2', '1', 'Why');`);
  await sourceRows(db, records(recordOf('a', []), recordOf('noted', [])));
  expect(await db.all('SELECT id, rows, tables, first_year, last_year FROM sources')).toEqual([
    {
      id: 'a',
      rows: 1,
      tables: 'flows\nexclusions\nadjustments\ncorrections',
      first_year: 2010,
      last_year: 2010,
    },
    {
      id: 'noted',
      rows: 0,
      tables: 'exclusions\nadjustments\ncorrections',
      first_year: null,
      last_year: null,
    },
  ]);
});

test('tables without a source of their own rest on none', async () => {
  for (const table of ['checks', 'layers', 'revisions'] as const)
    expect(await restsOn(db, table)).toEqual([]);
});
