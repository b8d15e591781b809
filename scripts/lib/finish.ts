import type { RegisterRow } from '../sources/country-groups.ts';
import { applyCorrections } from './corrections.ts';
import { readCsv } from './csv.ts';
import { UserError } from './errors.ts';
import { PATHS, type Paths } from './paths.ts';
import { schemaOf } from '../../src/model/tables/index.ts';
import { SNAPSHOT } from './snapshot.ts';
import type { Workbench } from './workbench.ts';

/** Turns what the adapters wrote into the snapshot's tables: breaks flagged, values rounded once, errors put right, keys unique. */
export async function finish(
  bench: Workbench,
  countries: readonly RegisterRow[],
  { breaks: breaksFile, corrections }: Pick<Paths, 'breaks' | 'corrections'> = PATHS,
): Promise<void> {
  const { db } = bench;
  await db.run(`CREATE OR REPLACE TABLE countries (iso3 VARCHAR, iso2 VARCHAR, m49 VARCHAR, name_en VARCHAR, name_fr VARCHAR, name_es VARCHAR, name_ru VARCHAR,
    name_ar VARCHAR, name_zh VARCHAR, short_name VARCHAR, in_text VARCHAR, region VARCHAR, subregion VARCHAR, income_group VARCHAR,
    anchor_lon DOUBLE, anchor_lat DOUBLE, note VARCHAR)`);
  await db.append(
    'countries',
    countries.map((c) => [
      c.iso3,
      c.iso2,
      c.m49,
      c.name_en,
      c.name_fr,
      c.name_es,
      c.name_ru,
      c.name_ar,
      c.name_zh,
      c.short_name,
      c.in_text,
      c.region,
      c.subregion,
      c.income_group,
      c.anchor_lon,
      c.anchor_lat,
      c.note,
    ]),
  );
  await db.run('CREATE OR REPLACE TABLE breaks (source VARCHAR, country VARCHAR, year SMALLINT)');
  const breaks = await readCsv(breaksFile, ['source', 'country', 'year', 'reason']);
  await db.append(
    'breaks',
    breaks.map((row) => [row.source, row.country, Number(row.year)]),
  );
  await db.run(`
    CREATE OR REPLACE TABLE flows AS
    SELECT layer, f.source, origin, destination, f.year, round(value)::INTEGER AS value, join_flags(flag, CASE WHEN b.year IS NOT NULL THEN 'b' END) AS flag
    FROM flows_in f LEFT JOIN breaks b ON b.source = f.source AND b.country = f.destination AND b.year = f.year;
    CREATE OR REPLACE TABLE totals AS
    SELECT t.country, measure, t.source, t.year, round(value)::INTEGER AS value, join_flags(flag, CASE WHEN b.year IS NOT NULL THEN 'b' END) AS flag
    FROM totals_in t LEFT JOIN breaks b ON b.source = t.source AND b.country = t.country AND b.year = t.year;
    CREATE OR REPLACE TABLE idle_breaks AS
    SELECT b.* FROM breaks b ANTI JOIN (
      SELECT source, destination AS country, year FROM flows UNION SELECT source, country, year FROM totals) USING (source, country, year);
    -- The same value can be left out of several columns and files of a source.
    CREATE OR REPLACE TABLE exclusions AS SELECT source, value, sum(rows)::INTEGER AS rows, reason FROM exclusions GROUP BY ALL;`);
  const [idle] = await db.all<{ source: string; country: string; year: number }>('FROM idle_breaks LIMIT 1');
  if (idle)
    throw new UserError(
      `data/breaks.csv: there is no row of ${idle.source} for ${idle.country} in ${idle.year} to flag. Mend the line, or take it out.`,
    );
  await applyCorrections(db, corrections);
  for (const table of SNAPSHOT) await refuseTwice(bench, table, schemaOf(table).primaryKey);
}

async function refuseTwice(bench: Workbench, table: string, key: readonly string[]): Promise<void> {
  const [twice] = await bench.db.all<Record<string, unknown>>(
    `SELECT ${key.join(', ')} FROM ${table} GROUP BY ALL HAVING count(*) > 1 LIMIT 1`,
  );
  if (twice)
    throw new UserError(
      `Two rows of ${table} have the key ${Object.values(twice).join(', ')}. An adapter in scripts/sources/ writes it twice.`,
    );
}
