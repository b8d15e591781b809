import { DuckDBInstance } from '@duckdb/node-api';
import { expect, test } from 'vitest';
import { successRates } from './success-rates.ts';

type Row = readonly [framework: string, stage: string, country: string, year: number, participations: number];

/** Success rates of these rows of programme_participation, as short texts. */
async function ratesOf(rows: readonly Row[], flag = 'NULL'): Promise<string[]> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const db = await instance.connect();
  try {
    await db.run(`CREATE TABLE programme_participation AS SELECT 'x' AS source, *, ${flag} AS flag FROM (VALUES
      ${rows.map(([framework, stage, country, year, n]) => `('${framework}', '${stage}', '${country}', ${year}, ${n})`).join(', ')}
    ) t(framework, stage, country, year, participations)`);
    const reader = await db.runAndReadAll(
      `SELECT country, framework, year, evaluated, successful, rate, flag FROM (${successRates.sql}) ORDER BY ALL`,
    );
    return reader.getRowsJS().map((row) => row.map((cell) => cell ?? '-').join(' '));
  } finally {
    db.closeSync();
    instance.closeSync();
  }
}

test('participations in funded proposals over those in evaluated ones', async () => {
  expect(
    await ratesOf([
      ['FP7', 'evaluated', 'DEU', 2010, 300],
      ['FP7', 'successful', 'DEU', 2010, 100],
    ]),
  ).toEqual(['DEU FP7 2010 300 100 0.3333 -']);
});

test('countries, years and programmes are not mixed', async () => {
  expect(
    await ratesOf([
      ['FP7', 'evaluated', 'DEU', 2013, 10],
      ['FP7', 'successful', 'DEU', 2013, 1],
      ['Horizon 2020', 'evaluated', 'DEU', 2013, 10],
      ['Horizon 2020', 'successful', 'DEU', 2013, 2],
      ['FP7', 'evaluated', 'FRA', 2013, 10],
      ['FP7', 'successful', 'FRA', 2013, 3],
      ['FP7', 'evaluated', 'DEU', 2012, 10],
      ['FP7', 'successful', 'DEU', 2012, 4],
    ]),
  ).toEqual([
    'DEU FP7 2012 10 4 0.4 -',
    'DEU FP7 2013 10 1 0.1 -',
    'DEU Horizon 2020 2013 10 2 0.2 -',
    'FRA FP7 2013 10 3 0.3 -',
  ]);
});

test('a stage that is missing is not zero: there is no rate', async () => {
  expect(
    await ratesOf([
      ['FP7', 'evaluated', 'ARM', 2008, 12],
      ['FP7', 'successful', 'XKX', 2007, 1],
    ]),
  ).toEqual([]);
});

test('FP6 has no rate, even where a file gives both stages; nothing evaluated gives none', async () => {
  expect(
    await ratesOf([
      ['FP6', 'evaluated', 'DEU', 2004, 12],
      ['FP6', 'successful', 'DEU', 2004, 3],
      ['FP7', 'evaluated', 'DEU', 2010, 0],
      ['FP7', 'successful', 'DEU', 2010, 0],
    ]),
  ).toEqual([]);
});

test('a rate has the letters of both stages, sorted, none twice', async () => {
  const rows: Row[] = [
    ['FP7', 'evaluated', 'DEU', 2010, 300],
    ['FP7', 'successful', 'DEU', 2010, 100],
  ];
  expect(await ratesOf(rows, "CASE stage WHEN 'evaluated' THEN 'e' ELSE 'bp' END")).toEqual([
    'DEU FP7 2010 300 100 0.3333 bep',
  ]);
  expect(await ratesOf(rows, "CASE stage WHEN 'evaluated' THEN 'p' END")).toEqual([
    'DEU FP7 2010 300 100 0.3333 p',
  ]);
});

test('a provisional year gives a provisional rate', async () => {
  expect(
    await ratesOf(
      [
        ['Horizon Europe', 'evaluated', 'DEU', 2025, 10],
        ['Horizon Europe', 'successful', 'DEU', 2025, 5],
      ],
      "'p'",
    ),
  ).toEqual(['DEU Horizon Europe 2025 10 5 0.5 p']);
});
