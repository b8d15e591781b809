import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { schemaOf, type TableName } from '../../src/model/tables/index.ts';
import { filesIn, folderWith } from '../testing/folder.ts';
import { PATHS } from './paths.ts';
import { Session } from './session.ts';
import { literal } from '../../src/model/sql-literal.ts';
import { SNAPSHOT, snapshotFile, writeSnapshot } from './snapshot.ts';

let db: Session;
beforeAll(async () => {
  db = await Session.open();
  for (const table of SNAPSHOT)
    await db.run(
      `CREATE VIEW ${table} AS FROM read_parquet(${literal(snapshotFile(PATHS.snapshot, table))})`,
    );
});
afterAll(() => db.close());

const number = async (sql: string): Promise<number | null> =>
  (await db.one<{ n: number | null }>(`SELECT CAST(n AS DOUBLE) AS n FROM (${sql}) AS t(n)`)).n;
const sum = (where: string) => number(`SELECT sum(value) FROM flows WHERE ${where}`);
const total = (measure: string, country: string, year: number) =>
  number(
    `SELECT value FROM totals WHERE measure = '${measure}' AND country = '${country}' AND year = ${year}`,
  );

describe('the committed snapshot holds the numbers that are known from the publishers', () => {
  test.each([
    [
      'papers of China and the United States in 2019',
      "layer = 'papers' AND origin = 'CHN' AND destination = 'USA' AND year = 2019",
      73_485,
    ],
    [
      'papers of China and the United States in 2022',
      "layer = 'papers' AND origin = 'CHN' AND destination = 'USA' AND year = 2022",
      77_370,
    ],
    [
      'scholars from China to the United States, Scopus base',
      "source = 'scholarly-migration/scopus' AND origin = 'CHN' AND destination = 'USA'",
      46_333,
    ],
    ['all moves of scholars, Scopus base', "source = 'scholarly-migration/scopus'", 2_124_511],
    ['all moves of scholars, OpenAlex base', "source = 'scholarly-migration/openalex'", 3_638_123],
    [
      'projects of Germany and the United Kingdom',
      "layer = 'projects' AND origin = 'DEU' AND destination = 'GBR'",
      3_776,
    ],
    ['projects of Germany and Italy', "layer = 'projects' AND origin = 'DEU' AND destination = 'ITA'", 3_599],
  ])('%s', async (_what, where, value) => {
    expect(await sum(where)).toBe(value);
  });

  test.each([
    ['scholarly-migration/scopus', 109_649],
    ['scholarly-migration/openalex', 125_318],
  ])('rows of %s', async (source, rows) => {
    expect(await number(`SELECT count(*) FROM flows WHERE source = '${source}'`)).toBe(rows);
  });

  test.each([
    [2000, 2_110_000],
    [2011, 4_003_000],
    [2020, 6_560_000],
    [2022, 6_859_000],
  ])('mobile students of the world in %i, to the thousand', async (year, students) => {
    const world = (await total('inbound_students', 'WLD', year)) ?? 0;
    expect(Math.abs(world - students)).toBeLessThan(1000);
  });

  test.each([
    [2020, 422_228],
    [2021, 414_624],
    [2022, 398_840],
  ])('international works of the United States in %i', async (year, works) => {
    expect(await total('international_works', 'USA', year)).toBe(works);
  });

  test('pairs that differ by one between their directions: three in 2004, three in 2019', async () => {
    expect(await db.all('SELECT year, count(*)::INTEGER AS n FROM adjustments GROUP BY year ORDER BY year')) //
      .toEqual([
        { year: 2004, n: 3 },
        { year: 2019, n: 3 },
      ]);
  });

  test('31,451 projects less those of one country are the 10,947 that span two or more', async () => {
    expect(
      await number(
        "SELECT rows FROM exclusions WHERE source = 'cordis-h2020' AND value = 'projects of one country'",
      ),
    ).toBe(31_451 - 10_947);
  });
});

describe('the other tables hold what was counted in the publishers’ files by a second method', () => {
  test.each([
    [
      'projects of Horizon 2020',
      "SELECT projects FROM themes WHERE source = 'cordis-h2020' AND id = 'all'",
      31_451,
    ],
    [
      'those that span two countries or more',
      "SELECT cross_border_projects FROM themes WHERE source = 'cordis-h2020' AND id = 'all'",
      10_947,
    ],
    [
      'participations with a year of start',
      "SELECT sum(participations) FROM project_participation WHERE theme = 'all' AND country = 'WLD'",
      144_719,
    ],
    [
      'projects of the Seventh Framework Programme, Germany and the United Kingdom',
      "SELECT value FROM period_flows WHERE source = 'cordis-fp7' AND origin = 'DEU' AND destination = 'GBR'",
      4_692,
    ],
    [
      'Erasmus+ learners between countries',
      "SELECT sum(value) FROM period_flows WHERE layer = 'learners'",
      8_273_582,
    ],
    [
      'papers on artificial intelligence, all pairs',
      "SELECT sum(value) FROM period_flows WHERE source = 'ncses-publications/ai'",
      214_278,
    ],
    [
      'Canadian permits of 2023',
      "SELECT value FROM canada_study_permits WHERE country = 'WLD' AND period = '2023'",
      681_155,
    ],
    [
      'of them of Indian citizens',
      "SELECT value FROM canada_study_permits WHERE country = 'IND' AND period = '2023'",
      278_045,
    ],
    [
      'students from Viet Nam in Taiwan in 2024',
      "SELECT sum(value) FROM taiwan_foreign_students WHERE country = 'VNM' AND year = 2024 AND kind <> 'abroad'",
      39_695,
    ],
    [
      'F-1 visas of Chinese nationals in 2015',
      "SELECT value FROM us_student_visas WHERE country = 'CHN' AND visa_class = 'F1' AND year = 2015",
      274_460,
    ],
    [
      'articles of China and the United States in 2022, on Scopus',
      "SELECT value FROM publication_pairs WHERE edition = 'SEI2024' AND origin = 'CHN' AND destination = 'USA' AND year = 2022",
      58_546,
    ],
    [
      'population of the world in 2023',
      "SELECT value FROM country_context WHERE country = 'WLD' AND indicator = 'population' AND year = 2023",
      8_062_923_417,
    ],
    [
      'countries with academic freedom in 2022',
      'SELECT count(*) FROM academic_freedom WHERE year = 2022',
      166,
    ],
    [
      'hours shared by the United Kingdom and the United States',
      "SELECT shared_hours FROM pair_context WHERE origin = 'GBR' AND destination = 'USA'",
      3,
    ],
    ['ties of organisations', 'SELECT count(*) FROM organisation_ties', 222_508],
    ['pairs that outlived the programme', 'SELECT count(*) FROM organisation_persistence', 47_197],
  ])('%s', async (_what, sql, value) => {
    expect(await number(sql)).toBe(value);
  });

  test.each([
    ['WLD', 22.6],
    ['GBR', 66.6],
    ['USA', 39.9],
    ['CHN', 18.7],
  ])('share of international articles of %s in 2022: %s %%', async (country, percent) => {
    const of = (attribute: string) =>
      `(SELECT value FROM publication_counts WHERE edition = 'SEI2024' AND year = 2022 AND country = '${country}' AND attribute = '${attribute}')`;
    expect(await number(`SELECT round(100.0 * ${of('international')} / ${of('total')}, 1)`)).toBe(percent);
  });
});

describe('hosts that did not report are told from zero', () => {
  test.each([
    ['USA', 2019],
    ['DEU', 2005],
    ['GBR', 2020],
    ['FRA', 2020],
    ['CAN', 2020],
    ['DEU', 2020],
  ])('%s in %i has no flow of students, and reads "not reported"', async (country, year) => {
    expect(await sum(`layer = 'students' AND destination = '${country}' AND year = ${year}`)).toBeNull();
    expect(
      await db.all(`SELECT status FROM coverage WHERE country = '${country}' AND year = ${year}`),
    ).toEqual([{ status: 'not reported' }]);
  });

  test('the United States are there in 1999, 2005 and 2013-2018, China never', async () => {
    const years = await db.all<{ year: number }>(
      "SELECT DISTINCT year FROM flows WHERE layer = 'students' AND destination = 'USA' ORDER BY year",
    );
    expect(years.map((r) => r.year)).toEqual([1999, 2005, 2013, 2014, 2015, 2016, 2017, 2018]);
    expect(await sum("layer = 'students' AND destination = 'CHN'")).toBeNull();
  });

  test.each([
    [2000, 47],
    [2008, 58],
    [2016, 89],
    [2019, 68],
    [2020, 17],
  ])('what hosts reported makes its known share of the world in %i: %i %%', async (year, percent) => {
    const reported = (await number(`SELECT sum(reported) FROM coverage WHERE year = ${year}`)) ?? 0;
    const world = (await total('inbound_students', 'WLD', year)) ?? 1;
    expect(Math.abs((100 * reported) / world - percent)).toBeLessThan(1);
  });

  test('breaks and thin reports are flagged: Spain 2004, Belgium 2008', async () => {
    const flags = (country: string, year: number) =>
      number(
        `SELECT count(*) FILTER (flag IS NULL OR NOT contains(flag, '${country === 'ESP' ? 'b' : 'u'}')) FROM flows WHERE layer = 'students' AND destination = '${country}' AND year = ${year}`,
      );
    expect(await flags('ESP', 2004)).toBe(0);
    expect(await flags('BEL', 2008)).toBe(0);
    expect(await flags('ESP', 2003)).toBeGreaterThan(0);
  });
});

describe('Namibia', () => {
  test.each(['papers', 'scholars', 'projects', 'students'])('is in the %s', async (layer) => {
    expect(await sum(`layer = '${layer}' AND 'NAM' IN (origin, destination)`)).toBeGreaterThan(0);
  });
});

test('the flows take at most 1.5 bytes each', async () => {
  const { size } = await stat(snapshotFile(PATHS.snapshot, 'flows'));
  expect(size / ((await number('SELECT count(*) FROM flows')) ?? 0)).toBeLessThanOrEqual(1.5);
});

/** Less of the large tables: one layer, one source. */
const FEW: Partial<Record<TableName, string>> = {
  flows: "WHERE layer = 'projects'",
  publication_fields: 'WHERE year = 2020',
  country_context: 'WHERE year = 2020',
  organisation_ties: 'WHERE year = 2014',
};

test(
  'written again, the snapshot has the same bytes, and nothing lies beside it',
  { timeout: 60_000 },
  async () => {
    const folder = await folderWith();
    const small = await Session.open();
    for (const table of SNAPSHOT)
      await small.run(
        `CREATE TABLE ${table} AS FROM read_parquet(${literal(snapshotFile(PATHS.snapshot, table))}) ${FEW[table] ?? ''}`,
      );
    const bytes = async () =>
      Promise.all(SNAPSHOT.map((t) => readFile(snapshotFile(join(folder, 'snapshot'), t))));
    await writeSnapshot(small, join(folder, 'snapshot'));
    const first = await bytes();
    // Order of rows in memory must not matter.
    for (const table of SNAPSHOT)
      await small.run(
        `CREATE OR REPLACE TABLE ${table} AS FROM ${table} ORDER BY ${schemaOf(table)
          .primaryKey.map((k) => `${k} DESC`)
          .join(', ')}`,
      );
    await writeSnapshot(small, join(folder, 'snapshot'));
    expect((await bytes()).map((b, i) => b.equals(first[i] ?? Buffer.of()))).toEqual(
      SNAPSHOT.map(() => true),
    );
    expect(await filesIn(folder)).toEqual(SNAPSHOT.map((t) => `snapshot/${t}.parquet`).sort());
    small.close();
  },
);
