import type { Workbench } from '../lib/workbench.ts';

const COLUMNS = ['origin', 'origin_code', 'destination', 'year', 'value', 'magnitude', 'qualifier'];

/**
 * Reads a refreshed matrix (`uis-student-flows/opri-<release>.csv.gz`) into the table `cells` (year, origin, destination, value,
 * flag), which holds what destinations reported on origins: no residuals, no lists of ten, zero only where UIS says nil or
 * zero. What is left out is counted in `exclusions`. The table of work `matrix` keeps what has a value, place or not.
 *
 * Flags: `e` for an estimate of UIS or of the country, `d` where the value includes another cell's.
 * @throws {UserError} for an origin or destination that no country of the register answers to
 */
export async function readStudentMatrix(
  bench: Workbench,
  path: string,
  source = 'uis-student-flows',
): Promise<void> {
  const { db } = bench;
  await bench.csv('matrix', path, COLUMNS);
  for (const [value, condition, reason] of [
    [
      'magnitude INCLUDED',
      `magnitude = 'INCLUDED'`,
      "Included in another cell's value: blank, which is not zero",
    ],
    ['magnitude NA', `magnitude = 'NA'`, 'Not applicable at the source'],
    ['no value', 'value IS NULL', 'Missing at the source, which is not zero'],
  ] as const) {
    const { n } = await db.one<{ n: number }>(`SELECT count(*)::INTEGER AS n FROM matrix WHERE ${condition}`);
    await bench.exclude(source, value, n, reason);
    await db.run(`DELETE FROM matrix WHERE ${condition}`);
  }
  await placeOrigins(bench, source);
  await bench.places('matrix', 'destination', { source, codes: 'iso3' });
  const { self } = await db.one<{ self: number }>(
    'SELECT count(*)::INTEGER AS self FROM matrix WHERE place_iso3 = destination_iso3',
  );
  await bench.exclude(source, 'origin = destination', self, 'Students in their own country are not mobile');
  // Several origins of the source may be one country: Sudan of before and of after 2011.
  await db.run(`
    CREATE OR REPLACE TABLE cells AS
    SELECT year::SMALLINT AS year, place_iso3 AS origin, destination_iso3 AS destination, sum(value::DOUBLE) AS value,
           join_flags(
             string_agg(CASE WHEN qualifier IN ('UIS_EST', 'NAT_EST') THEN 'e' ELSE '' END || CASE WHEN magnitude = 'INCLUDES' THEN 'd' ELSE '' END, ''),
             string_agg(coalesce(place_flag, '') || coalesce(destination_flag, ''), '')) AS flag
    FROM matrix WHERE place_iso3 IS NOT NULL AND destination_iso3 IS NOT NULL AND place_iso3 <> destination_iso3
    GROUP BY ALL`);
}

/** An origin is known by its name, as the lists of ten had it, or else by the code that UIS has for that name. */
async function placeOrigins(bench: Workbench, source: string): Promise<void> {
  const { db } = bench;
  const origins = await db.all<{ origin: string; code: string | null }>(
    'SELECT DISTINCT origin, origin_code AS code FROM matrix',
  );
  const byCode = origins.filter(({ origin, code }) => {
    if (bench.register.match(source, 'name', origin)) return false;
    return code !== null && bench.register.match(source, 'iso3', code) !== null;
  });
  await db.run('CREATE OR REPLACE TEMP TABLE by_code (origin VARCHAR)');
  await db.append(
    'by_code',
    byCode.map(({ origin }) => [origin]),
  );
  await db.run(`
    CREATE OR REPLACE TABLE matrix_code AS SELECT *, origin_code AS place FROM matrix WHERE origin IN (FROM by_code);
    CREATE OR REPLACE TABLE matrix_name AS SELECT *, origin AS place FROM matrix WHERE origin NOT IN (FROM by_code)`);
  await bench.places('matrix_code', 'place', { source, codes: 'iso3' });
  await bench.places('matrix_name', 'place', { source, codes: 'name' });
  await db.run('CREATE OR REPLACE TABLE matrix AS FROM matrix_code UNION ALL BY NAME FROM matrix_name');
}
