import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { filesIn, folderWith } from '../../testing/folder.ts';
import { soundRelease } from '../../testing/sound-release.ts';
import { spoilt } from '../../testing/spoilt.ts';
import type { Session } from '../session.ts';
import { coverageCheck, coverageOf, writeCoverage, type Cell } from './coverage.ts';

const HEADER = 'table_name,source,series,year,countries,rows';

let db: Session;
let cells: readonly Cell[];
let baseline: string;
beforeAll(async () => {
  db = await soundRelease();
  cells = await coverageOf(db);
  baseline = join(await folderWith(), 'coverage.csv');
  await writeCoverage(cells, baseline);
});
afterAll(() => db.close());

describe('who is there is counted', () => {
  const cell = (table: string, source: string, series: string, year: number) => {
    const found = cells.find(
      (c) => c.table_name === table && c.source === source && c.series === series && c.year === year,
    );
    return found && [found.countries, found.rows];
  };

  test('in pairs, at both ends, and each row once', () => {
    expect(cell('flows', 'openalex-copublications', 'papers', 2018)).toEqual([9, 36]);
  });

  test('among students, at the hosts alone: they are who reports', () => {
    // Everyone else to Canada and the United States.
    expect(cell('flows', 'uis-student-flows', 'students', 2019)).toEqual([2, 60]);
  });

  test('without the world, which is no country', () => {
    // A year of the world alone is nobody's.
    expect(cell('totals', 'uis-student-totals', 'inbound_students', 2022)).toBeUndefined();
    expect(cell('project_participation', 'cordis-h2020', 'health', 2015)).toEqual([31, 32]);
  });

  test('in periods, by their first year', () => {
    expect(cell('period_flows', 'erasmus-mobility', 'learners', 2014)).toEqual([9, 36]);
  });

  test('by two columns where both divide a table', () => {
    expect(cell('programme_participation', 'ecorda-participation', 'Horizon 2020, evaluated', 2016)).toEqual([
      31, 31,
    ]);
    expect(cell('publication_counts', 'ncses-publications/scopus', 'SEI2024, international', 2022)).toEqual([
      2, 3,
    ]);
  });

  test('and not where a table has no years, or notes what was changed', () => {
    const tables = new Set(cells.map((c) => c.table_name));
    for (const table of ['countries', 'adjustments', 'exclusions', 'corrections', 'pair_context'])
      expect(tables).not.toContain(table);
  });
});

describe('what the last release had', () => {
  const outcome = (sql: string) => spoilt(db, sql, () => coverageCheck(baseline).run(db));

  test('is there still', async () => {
    expect(await outcome('SELECT 1')).toEqual({
      passed: true,
      measured: `${cells.length} years of series, ${cells.length} in the last release; 0 lost`,
      examples: [],
    });
  });

  test('may grow, in countries and years', async () => {
    const more =
      'INSERT INTO us_student_visas SELECT country, 2020, visa_class, value, flag, source FROM us_student_visas';
    expect(await outcome(more)).toMatchObject({
      passed: true,
      measured: `${cells.length + 2} years of series, ${cells.length} in the last release; 0 lost`,
    });
  });

  test('lost a year', async () => {
    expect(await outcome("DELETE FROM flows WHERE layer = 'papers' AND year = 2018")).toMatchObject({
      passed: false,
      measured: expect.stringMatching(/; 1 lost$/),
      examples: ['flows, openalex-copublications, papers, 2018: no row is left of 36'],
    });
  });

  test('lost a source', async () => {
    expect(await outcome('DELETE FROM us_student_visas')).toMatchObject({
      passed: false,
      examples: [
        'us_student_visas, us-student-visas, F1, 2019: no row is left of 30',
        'us_student_visas, us-student-visas, J1, 2019: no row is left of 30',
      ],
    });
  });

  test('lost countries', async () => {
    expect(
      await outcome(
        "DELETE FROM totals WHERE measure = 'researchers' AND source LIKE '%/scopus' AND country IN ('AUT', 'BEL')",
      ),
    ).toMatchObject({
      passed: false,
      examples: [
        'totals, scholarly-migration/scopus, researchers, 2019: 29 countries, there were 31',
        'totals, scholarly-migration/scopus, researchers, 2019: 29 rows, there were 31',
      ],
    });
  });

  test('lost rows, though every country has one', async () => {
    expect(
      await outcome("DELETE FROM flows WHERE layer = 'students' AND destination = 'CAN' AND origin < 'CZE'"),
    ).toMatchObject({
      passed: false,
      examples: ['flows, uis-student-flows, students, 2019: 55 rows, there were 60'],
    });
  });

  test('one country of 31 is a loss; a twentieth of the rows is none yet', async () => {
    expect(await outcome("DELETE FROM grant_partners WHERE country = 'AUT'")).toMatchObject({
      passed: false,
    });
    const twentieth =
      "DELETE FROM flows WHERE layer = 'students' AND destination = 'CAN' AND origin IN ('AUT', 'BEL', 'BGR')";
    expect(await outcome(twentieth)).toMatchObject({ passed: true });
  });

  test('a host of students, however few its rows among all', async () => {
    const one = "DELETE FROM flows WHERE layer = 'students' AND destination = 'CAN' AND origin <> 'AUT'";
    expect(await outcome(one)).toMatchObject({ passed: false });
    expect(await outcome("DELETE FROM flows WHERE layer = 'students' AND destination = 'CAN'")).toMatchObject(
      {
        examples: expect.arrayContaining([
          'flows, uis-student-flows, students, 2019: 1 countries, there were 2',
        ]) as string[],
      },
    );
  });

  test('names no more than ten, and counts all', async () => {
    const gone = ['totals', 'project_participation', 'country_context'];
    const n = cells.filter((cell) => gone.includes(cell.table_name)).length;
    expect(n).toBeGreaterThan(10);
    const { measured, examples } = await outcome(gone.map((table) => `DELETE FROM ${table}`).join(';'));
    expect(examples).toHaveLength(10);
    expect(measured).toMatch(new RegExp(`; ${n} lost$`));
  });
});

describe('a file of the last release that cannot be held against', () => {
  const outcome = async (text: string) =>
    coverageCheck(join(await folderWith({ 'coverage.csv': text }), 'coverage.csv')).run(db);
  const ACCEPT = expect.stringMatching(/npm run data:check -- --accept$/);

  test('is missing', async () => {
    const path = join(await folderWith(), 'coverage.csv');
    expect(await coverageCheck(path).run(db)).toEqual({
      passed: false,
      measured: 'the coverage of the last release cannot be read',
      examples: [`${path} is missing.`, ACCEPT],
    });
  });

  test.each([
    ['empty', '', /coverage\.csv is empty\.$/],
    ['a header alone', `${HEADER}\n`, /has no line below its header\.$/],
    [
      'without its columns',
      'table_name,source,series,year,rows\nflows,a,b,2001,1\n',
      /the column countries is not there/,
    ],
    [
      'with a word for a number',
      `${HEADER}\nflows,a,b,2001,1,2\nflows,a,b,2002,many,2\n`,
      /row 3: .* whole numbers, not 2002, many, 2\.$/,
    ],
    ['with an empty cell', `${HEADER}\nflows,a,b,2001,,2\n`, /row 2: .* whole numbers, not 2001, , 2\.$/],
    ['with a line cut short', `${HEADER}\nflows,a,b,2001,1\n`, /row 2: /],
    ['no text', '\u0000\u0001', /coverage\.csv/],
  ])('is %s', async (_what, text, message) => {
    expect(await outcome(text)).toMatchObject({
      passed: false,
      examples: [expect.stringMatching(message), ACCEPT],
    });
  });

  test('with a source that is gone since', async () => {
    expect(await outcome(`${HEADER}\nflows,gone,students,2001,1,2\n`)).toMatchObject({
      passed: false,
      examples: ['flows, gone, students, 2001: no row is left of 2'],
    });
  });
});

describe('writing it', () => {
  test('gives the same bytes twice, and leaves the file alone where nothing changed', async () => {
    const text = await readFile(baseline, 'utf8');
    expect(text.split('\n')[0]).toBe(HEADER);
    expect(text.split('\n')).toHaveLength(cells.length + 2);
    const { mtimeMs } = await stat(baseline);
    await writeCoverage(await coverageOf(db), baseline);
    expect((await stat(baseline)).mtimeMs).toBe(mtimeMs);
    const another = join(await folderWith(), 'sub', 'coverage.csv');
    await writeCoverage(await coverageOf(db), another);
    expect(await readFile(another, 'utf8')).toBe(text);
  });

  test('is sorted by text, whatever the order of rows', () => {
    const keys = cells.map((c) => [c.table_name, c.source, c.series, c.year].join('\t'));
    expect(keys).toEqual([...keys].sort((a, b) => (a < b ? -1 : 1)));
  });

  test('replaces the old one whole, and leaves nothing beside it', async () => {
    const folder = await folderWith({ 'coverage.csv': 'old' });
    await writeCoverage(cells, join(folder, 'coverage.csv'));
    expect(await filesIn(folder)).toEqual(['coverage.csv']);
    expect(await readFile(join(folder, 'coverage.csv'), 'utf8')).toBe(await readFile(baseline, 'utf8'));
  });

  test('that fails leaves nothing half-written', async () => {
    // A folder that holds something cannot be replaced by a file.
    const folder = await folderWith({ 'coverage.csv/kept.txt': 'kept' });
    await expect(writeCoverage(cells, join(folder, 'coverage.csv'))).rejects.toThrow();
    expect(await filesIn(folder)).toEqual(['coverage.csv/kept.txt']);
  });
});
