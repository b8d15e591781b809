import { UserError } from '../lib/errors.ts';
import { literal } from '../../src/model/sql-literal.ts';
import type { Workbench } from '../lib/workbench.ts';
import type { Adapter } from './adapter.ts';
import { clockOf, sharedHours, zoneOf, type Clock } from './shared-hours.ts';

const SOURCE = 'cepii-geodist';
const FILE = 'cepii-geodist/dist_cepii.csv.gz';

/** Column of the file → column of `pair_context`. */
const DISTANCES = {
  dist: 'distance_km',
  distw: 'distance_weighted_km',
  distcap: 'distance_capitals_km',
} as const;
const YES = {
  contig: 'contiguous',
  comlang_off: 'common_official_language',
  comlang_ethno: 'common_spoken_language',
  colony: 'colonial_tie',
  comcol: 'common_coloniser',
  curcol: 'colonial_tie_now',
  col45: 'colonial_tie_after_1945',
  smctry: 'same_country',
} as const;
/** The one column in which the two orders of a pair contradict each other. */
const CONTRADICTED = 'smctry';
const MISSING = '.';

/**
 * What lies between two countries, from CEPII, and hours of work that they share. The file has each pair in both orders, with
 * the same values; a pair is kept once. Where the orders contradict each other on whether both were one country, that is left
 * empty; anywhere else a contradiction stops the ingest.
 */
export const cepiiGeodist: Adapter = {
  id: SOURCE,
  async ingest(bench: Workbench) {
    await readPairs(bench);
    await refuseOneSided(bench);
    await layTogether(bench);
    await workingHours(bench);
    const both = [...Object.values(DISTANCES), ...Object.values(YES)].join(', ');
    await bench.db.run(`
      INSERT INTO pair_context BY NAME
      SELECT origin, destination, ${both}, h.hours AS shared_hours, flag
      FROM geodist FULL JOIN pair_hours h USING (origin, destination)`);
  },
};

async function readPairs(bench: Workbench): Promise<void> {
  const { db } = bench;
  const columns = [...Object.keys(YES), ...Object.keys(DISTANCES)];
  await bench.csv('geodist_file', FILE, ['iso_o', 'iso_d', ...columns]);
  for (const [ends, rule] of [
    [Object.keys(YES), `NOT IN ('0', '1')`],
    [Object.keys(DISTANCES), `IS NULL`],
  ] as const)
    for (const column of ends) {
      const [odd] = await db.all<{ iso_o: string; iso_d: string; value: string | null }>(
        `SELECT iso_o, iso_d, ${column} AS value FROM geodist_file WHERE coalesce(${column} ${rule}, true) LIMIT 1`,
      );
      if (odd)
        throw new UserError(
          `${FILE}: ${column} of ${odd.iso_o} and ${odd.iso_d} is ${odd.value === null ? 'empty' : `"${odd.value}"`}, which is not known there. Mend scripts/sources/${SOURCE}.ts.`,
        );
    }
  await bench.places('geodist_file', 'iso_o', { source: SOURCE, codes: 'iso3' });
  // A row whose ends are both left out is counted once.
  await db.run('DELETE FROM geodist_file WHERE iso_o_iso3 IS NULL');
  await bench.places('geodist_file', 'iso_d', { source: SOURCE, codes: 'iso3' });
  const { same } = await db.one<{ same: number }>(
    'SELECT count(*) FILTER (iso_o = iso_d)::INTEGER AS same FROM geodist_file',
  );
  await bench.exclude(SOURCE, 'a country with itself', same, 'Distances within a country: no pair');
  const number = (column: string) => `nullif(${column}, '${MISSING}')::DOUBLE AS ${column}`;
  await db.run(`
    CREATE OR REPLACE TABLE ordered AS
    SELECT iso_o_iso3 AS a, iso_d_iso3 AS b, join_flags(iso_o_flag, iso_d_flag) AS flag,
      ${Object.keys(YES)
        .map((column) => `${column} = '1' AS ${column}`)
        .join(', ')}, ${Object.keys(DISTANCES).map(number).join(', ')}
    FROM geodist_file WHERE iso_d_iso3 IS NOT NULL`);
}

/** Both orders must be there and agree: to a kilometre in distances, wholly in the rest. */
async function refuseOneSided(bench: Workbench): Promise<void> {
  const differs = [
    ...Object.keys(YES).filter((column) => column !== CONTRADICTED),
    ...Object.keys(DISTANCES),
  ].map((column) =>
    column in DISTANCES
      ? `WHEN (x.${column} IS NULL) <> (y.${column} IS NULL) OR abs(x.${column} - y.${column}) > 1 THEN ${literal(column)}`
      : `WHEN x.${column} <> y.${column} THEN ${literal(column)}`,
  );
  const [row] = await bench.db.all<{ a: string; b: string; what: string }>(`
    SELECT * FROM (
      SELECT x.a, x.b, CASE WHEN y.a IS NULL THEN 'the pair itself' ${differs.join(' ')} END AS what
      FROM ordered x LEFT JOIN ordered y ON y.a = x.b AND y.b = x.a)
    WHERE what IS NOT NULL ORDER BY a, b LIMIT 1`);
  if (row)
    throw new UserError(
      `${FILE}: ${row.a} and ${row.b} in this order do not agree with ${row.b} and ${row.a} on ${row.what}. A pair can be kept once only if both orders say the same. Mend scripts/sources/${SOURCE}.ts.`,
    );
}

/** One row a pair, distances in whole kilometres. */
async function layTogether(bench: Workbench): Promise<void> {
  const { n } = await bench.db.one<{ n: number }>(
    `SELECT count(*)::INTEGER AS n FROM ordered x JOIN ordered y ON y.a = x.b AND y.b = x.a WHERE x.${CONTRADICTED} <> y.${CONTRADICTED}`,
  );
  await bench.exclude(
    SOURCE,
    `${CONTRADICTED} where the two orders of a pair differ`,
    n,
    'One order says that both were one country, the other that they were not: same_country is left empty, the rest of the row is kept',
  );
  const distances = Object.entries(DISTANCES).map(([from, to]) => `round(x.${from})::INTEGER AS ${to}`);
  const yes = Object.entries(YES).map(([from, to]) =>
    from === CONTRADICTED
      ? `CASE WHEN x.${from} = y.${from} THEN x.${from} END AS ${to}`
      : `x.${from} AS ${to}`,
  );
  const gap = Object.keys(DISTANCES)
    .map((column) => `x.${column} IS NULL`)
    .join(' OR ');
  await bench.db.run(`
    CREATE OR REPLACE TABLE geodist AS
    SELECT x.a AS origin, x.b AS destination, ${[...distances, ...yes].join(', ')}, join_flags(x.flag, CASE WHEN ${gap} THEN 'm' END) AS flag
    FROM ordered x JOIN ordered y ON y.a = x.b AND y.b = x.a WHERE x.a < x.b`);
}

/** Fills `pair_hours`: every pair of places that have a time zone. */
async function workingHours(bench: Workbench): Promise<void> {
  await bench.csv('capitals', bench.file('world-bank-wdi', 'wb_country_metadata', '.csv'), [
    'iso3c',
    'longitude',
    'latitude',
  ]);
  const capitals = new Map(
    (
      await bench.db.all<{ iso3: string; lon: number; lat: number }>(
        'SELECT iso3c AS iso3, longitude::DOUBLE AS lon, latitude::DOUBLE AS lat FROM capitals WHERE longitude IS NOT NULL AND latitude IS NOT NULL',
      )
    ).map((row) => [row.iso3, row]),
  );
  const clocks = bench.register.countries
    .flatMap(({ iso3, iso2, anchor_lon, anchor_lat }): { iso3: string; clock: Clock }[] => {
      // Anchors stand where arcs read well: that of the United States in another time zone than Washington.
      const { lon, lat } = capitals.get(iso3) ?? { lon: anchor_lon, lat: anchor_lat };
      const zone = zoneOf({ iso2, lon, lat });
      return zone ? [{ iso3, clock: clockOf(zone) }] : [];
    })
    .sort((a, b) => (a.iso3 < b.iso3 ? -1 : 1));
  await bench.db.run(
    'CREATE OR REPLACE TABLE pair_hours (origin VARCHAR, destination VARCHAR, hours DOUBLE)',
  );
  await bench.db.append(
    'pair_hours',
    clocks.flatMap((a, i) => clocks.slice(i + 1).map((b) => [a.iso3, b.iso3, sharedHours(a.clock, b.clock)])),
  );
}
