import { DuckDBInstance } from '@duckdb/node-api';
import { expect, test } from 'vitest';
import { coordinatorShares } from './coordinator-shares.ts';

/** Shares of these rows of project_participation, as short texts. */
async function sharesOf(
  rows: readonly (readonly [country: string, year: number, participations: number, coordinations: number])[],
) {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const db = await instance.connect();
  try {
    await db.run(`CREATE TABLE project_participation AS SELECT 'x' AS source, 'all' AS theme, *, NULL AS flag FROM (VALUES
      ${rows.map(([country, year, p, c]) => `('${country}', ${year}, ${p}, ${c})`).join(', ')}
    ) t(country, year, cross_border_participations, cross_border_coordinations)`);
    const reader = await db.runAndReadAll(
      `SELECT country, year, coordinator_share, share_of_programme FROM (${coordinatorShares.sql}) ORDER BY ALL`,
    );
    return reader.getRowsJS().map((row) => row.map((cell) => cell ?? '-').join(' '));
  } finally {
    db.closeSync();
    instance.closeSync();
  }
}

test('of its own participations, and of the coordinations of all in the year; the world is no country', async () => {
  expect(
    await sharesOf([
      ['DEU', 2016, 40, 10],
      ['NAM', 2016, 4, 0],
      ['WLD', 2016, 100, 20],
      ['DEU', 2017, 10, 1],
      ['WLD', 2017, 50, 8],
    ]),
  ).toEqual(['DEU 2016 0.25 0.5', 'DEU 2017 0.1 0.125', 'NAM 2016 0 0']);
});

test('no participation, no share; a programme without a coordination has no share of it', async () => {
  expect(
    await sharesOf([
      ['DEU', 2016, 0, 0],
      ['FRA', 2016, 2, 0],
      ['WLD', 2016, 2, 0],
    ]),
  ).toEqual(['FRA 2016 0 -']);
});
