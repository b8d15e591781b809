import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COUNTRY_INDICATOR_ROWS, RELATIONS } from '../../src/indicators/index.ts';
import { LAYERS } from '../../src/model/layer.ts';
import {
  slicePath,
  STRONGEST,
  type CountrySlice,
  type LayerSlice,
  type TotalsSlice,
} from '../../src/model/slice.ts';
import { filesIn, folderWith } from '../testing/folder.ts';
import { createTable } from './ddl.ts';
import { MAPPED } from './mapped-indicators.ts';
import { PATHS } from './paths.ts';
import { insert, Session } from './session.ts';
import { literal } from '../../src/model/sql-literal.ts';
import { SLICE_LIMIT, writeSlices } from './slices.ts';
import { MODELLED, SNAPSHOT, snapshotFile } from './snapshot.ts';

/** A large country (its slice is among the largest), one with flags of all kinds, one outside M49, two that are hardly there. */
const COUNTRIES = ['USA', 'GBR', 'ESP', 'NAM', 'XKX', 'EUE'];
const KEPT = COUNTRIES.map(literal).join(', ');

/** The slices of all rows that these countries have in the committed snapshot. */
let db: Session;
let folder = '';
let made: Awaited<ReturnType<typeof writeSlices>>;
beforeAll(async () => {
  db = await Session.open();
  for (const table of SNAPSHOT)
    await db.run(
      `CREATE TABLE ${table} AS FROM read_parquet(${literal(snapshotFile(PATHS.snapshot, table))}) ${table === 'flows' ? `WHERE origin IN (${KEPT}) OR destination IN (${KEPT})` : ''}`,
    );
  for (const table of [...MODELLED, 'country_indicators'] as const) await db.run(createTable(table));
  await db.run('CREATE TABLE layers (id VARCHAR, directed BOOLEAN)');
  for (const layer of LAYERS) await insert(db, 'layers', [layer.id, layer.directed]);
  for (const { name, sql, stored } of RELATIONS)
    await db.run(`CREATE ${stored ? 'TABLE' : 'VIEW'} ${name} AS ${sql}`);
  await db.run(`INSERT INTO country_indicators ${COUNTRY_INDICATOR_ROWS}`);
  folder = await folderWith();
  made = await writeSlices(db, folder);
}, 60_000);
afterAll(() => db.close());

const read = async <T>(path: string) => JSON.parse(await readFile(join(folder, path), 'utf8')) as T;

test('no slice is larger than a page may load; the largest is known by name and size', async () => {
  const names = await filesIn(folder);
  const sizes = await Promise.all(
    names.map(async (name) => gzipSync(await readFile(join(folder, name))).length),
  );
  expect(Math.max(...sizes)).toBeLessThanOrEqual(SLICE_LIMIT);
  expect(made).toEqual({
    files: names.length,
    largest: Math.max(...sizes),
    largestPath: names[sizes.indexOf(Math.max(...sizes))],
  });
});

describe('a country slice holds the rows of the country, no more and no less', () => {
  test.each(COUNTRIES)('%s', async (iso3) => {
    const slice = await read<CountrySlice>(slicePath.country(iso3));
    const ties = slice.ties.flatMap(({ layer, source, direction, from, partners, yearFlags, flags }) =>
      Object.entries(partners).flatMap(([partner, values]) =>
        values.flatMap((value, i) => {
          const year = from + i;
          const flag = flags?.[partner]?.[year] ?? yearFlags?.[year] ?? null;
          return value ? [{ layer, source, direction, partner, year, value, flag }] : [];
        }),
      ),
    );
    expect(ties).toEqual(
      await db.all(
        `SELECT layer, source, direction, partner, year, value, flag FROM ties WHERE country = '${iso3}' ORDER BY layer, source, direction, partner, year`,
      ),
    );
    const totals = slice.totals.flatMap(({ measure, source, from, values, flags }) =>
      values.flatMap((value, i) =>
        value === null ? [] : [{ measure, source, year: from + i, value, flag: flags?.[from + i] ?? null }],
      ),
    );
    expect(totals).toEqual(
      await db.all(
        `SELECT measure, source, year, value, flag FROM totals WHERE country = '${iso3}' ORDER BY measure, source, year`,
      ),
    );
  });

  test('a flag that every partner of a year has is said once', async () => {
    const { ties } = await read<CountrySlice>(slicePath.country('USA'));
    const papers = ties.find((t) => t.layer === 'papers');
    expect(papers?.yearFlags).toEqual({ 2023: 'p' });
    expect(papers).not.toHaveProperty('flags');
  });

  test('every country with ties or totals has one, the world has none', async () => {
    const names = (await filesIn(join(folder, 'slices/countries'))).map((name) => name.slice(0, 3));
    const rows = await db.all<{ iso3: string }>(
      "SELECT country AS iso3 FROM ties UNION SELECT country FROM totals WHERE country <> 'WLD' ORDER BY iso3",
    );
    expect(names).toEqual(rows.map((row) => row.iso3));
  });
});

describe('a layer slice holds the strongest flows, and what all of them sum to', () => {
  test.each([
    ['papers', 'openalex-copublications', 2023],
    ['students', 'uis-student-flows', 2019],
    ['scholars', 'scholarly-migration/openalex', 1998],
    ['projects', 'cordis-h2020', 2014],
  ] as const)('%s of %s in %i', async (layer, source, year) => {
    const slice = await read<LayerSlice>(slicePath.layer(layer, source, year));
    const where = `layer = '${layer}' AND source = '${source}' AND year = ${year}`;
    const rows = await db.all<Record<string, string | number | null>>(
      `SELECT origin, destination, value, flag FROM flows WHERE ${where} ORDER BY value DESC, origin, destination LIMIT ${STRONGEST}`,
    );
    expect(slice.strongest).toEqual(rows.map((r) => Object.values(r).filter((cell) => cell !== null)));
    expect({ pairs: slice.pairs, links: slice.links }).toEqual(
      await db.one(
        `SELECT count(*)::INTEGER AS pairs, sum(value)::INTEGER AS links FROM flows WHERE ${where}`,
      ),
    );
    const missing = await db.all<object>(
      `SELECT country, expected, expected_year FROM coverage WHERE ${where} AND status = 'not reported' AND expected IS NOT NULL ORDER BY expected DESC, country`,
    );
    expect(slice.notReported).toEqual(missing.map(Object.values));
    const statuses = await db.all<{ status: string; n: number }>(
      `SELECT status, count(*)::INTEGER AS n FROM coverage WHERE ${where} GROUP BY status`,
    );
    expect(slice.coverage).toEqual(Object.fromEntries(statuses.map((r) => [r.status, r.n])));
  });

  test('each layer, source and year has one', async () => {
    const rows = await db.all<{ layer: (typeof LAYERS)[number]['id']; source: string; year: number }>(
      'SELECT DISTINCT layer, source, year FROM flows',
    );
    expect(await filesIn(join(folder, 'slices/layers'))).toEqual(
      rows.map((r) => slicePath.layer(r.layer, r.source, r.year).replace('slices/layers/', '')).sort(),
    );
  });
});

test.each([
  ['uis-student-totals', 2019],
  ['scholarly-migration/scopus', 2010],
  ['openalex-copublications', 2023],
])('a totals slice holds totals and mapped indicators of all countries: %s in %i', async (source, year) => {
  const slice = await read<TotalsSlice>(slicePath.totals(source, year));
  const rows = Object.entries(slice.values).flatMap(([what, of]) =>
    Object.entries(of).map(([country, [value, flag = null]]) => ({ what, country, value, flag })),
  );
  expect(rows).toEqual(
    await db.all(
      `SELECT what, country, value, flag FROM (
         SELECT measure AS what, country, source, year, value, flag FROM totals
         UNION ALL SELECT indicator, country, source, year, value, flag FROM country_indicators WHERE ${MAPPED})
       WHERE source = '${source}' AND year = ${year} ORDER BY what, country`,
    ),
  );
  const missing = await db.all<object>(
    `SELECT country, expected, expected_year FROM unreported_hosts WHERE source = '${source}' AND year = ${year} ORDER BY expected DESC, country`,
  );
  expect(slice.notReported).toEqual(missing.map(Object.values));
});
