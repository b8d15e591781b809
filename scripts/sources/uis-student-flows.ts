import { UserError } from '../lib/errors.ts';
import { findEdition } from '../lib/record-files.ts';
import type { Workbench } from '../lib/workbench.ts';
import type { Adapter } from './adapter.ts';
import { SHARES } from '../../src/model/coverage.ts';
import { statusSql } from './coverage.ts';
import { readStudentMatrix } from './uis-student-flows-matrix.ts';

const SOURCE = 'uis-student-flows';
/** The last year of the lists of ten that is fit to be used. */
const LAST_OF_LISTS = 2020;

/** Both lists of ten, with the columns that name origin and destination. */
const LISTS = {
  by_origin: {
    stem: 'popular-destinations-by-origin',
    origin: 'origin_country_name',
    destination: 'dest_country_lumped',
  },
  by_destination: {
    stem: 'popular-origins-by-destination',
    origin: 'origin_country_lumped',
    destination: 'dest_country_name',
  },
} as const;

/**
 * Students by origin and destination: the whole matrix of UIS where the record names it, or else the union of two top-ten
 * lists that were cut from it, so that an absent pair is not zero. What a destination reported is held against its inbound
 * total (`uis-student-totals`, which must be ingested before): the ratio is stored in `coverage`, thin cells are flagged
 * and residue is dropped.
 */
export const uisStudentFlows: Adapter = {
  id: SOURCE,
  async ingest(bench: Workbench) {
    const matrix = findEdition(bench.record(SOURCE), 'opri', '.csv.gz');
    if (matrix) await readMatrix(bench, matrix);
    else await readLists(bench);
    await measureCoverage(bench);
    await keepWhatIsReported(bench);
  },
};

/** Fills two tables of work from the matrix: `cells` (year, origin, destination, value, flag) and `by_host` (country, year, reported). */
async function readMatrix(bench: Workbench, path: string): Promise<void> {
  await readStudentMatrix(bench, path, SOURCE);
  const { zero } = await bench.db.one<{ zero: number }>(
    'SELECT count(*)::INTEGER AS zero FROM cells WHERE round(value) = 0',
  );
  await bench.exclude(
    SOURCE,
    'no students',
    zero,
    'Nil or zero at the source: the table of flows has no zeros',
  );
  await bench.db.run(`
    DELETE FROM cells WHERE round(value) = 0;
    -- Students whose country of origin is not known were reported too.
    CREATE OR REPLACE TABLE by_host AS
    SELECT destination_iso3 AS country, year::SMALLINT AS year, round(sum(value::DOUBLE))::INTEGER AS reported
    FROM matrix WHERE destination_iso3 IS NOT NULL AND place_iso3 IS DISTINCT FROM destination_iso3 GROUP BY ALL`);
}

/** Fills the same two tables from the lists of ten. */
async function readLists(bench: Workbench): Promise<void> {
  const { db } = bench;
  for (const [table, list] of Object.entries(LISTS)) {
    await bench.csv(table, bench.file(SOURCE, list.stem, '.csv'), [
      'year',
      list.origin,
      list.destination,
      'value_lumped',
      'cond_all',
    ]);
    await bench.leaveOut(table, `year::INTEGER > ${LAST_OF_LISTS}`, {
      source: SOURCE,
      value: `years after ${LAST_OF_LISTS}`,
      reason: 'Only a handful of destinations had reported when the file was made',
    });
    for (const column of [list.origin, list.destination])
      await bench.places(table, column, { source: SOURCE, codes: 'name' });
    await db.run(`
      CREATE OR REPLACE TABLE ${table}_cells AS
      SELECT year::SMALLINT AS year, ${list.origin}_iso3 AS origin, ${list.destination}_iso3 AS destination,
             sum(value_lumped::DOUBLE) AS value, join_flags(string_agg(${FLAG}, ''), string_agg(${list.origin}_flag, '')) AS flag
      FROM ${table} WHERE origin IS NOT NULL AND destination IS NOT NULL AND value_lumped IS NOT NULL GROUP BY ALL`);
  }
  await refuseDisagreement(bench);
  const { self } = await db.one<{ self: number }>(`
    SELECT count(*)::INTEGER AS self FROM (
      SELECT origin, destination, year FROM by_origin_cells UNION SELECT origin, destination, year FROM by_destination_cells)
    WHERE origin = destination`);
  await bench.exclude(SOURCE, 'origin = destination', self, 'Students in their own country are not mobile');
  await db.run(`
    CREATE OR REPLACE TABLE by_host AS
    SELECT dest_country_name_iso3 AS country, year::SMALLINT AS year, round(sum(value_lumped::DOUBLE))::INTEGER AS reported
    FROM by_destination WHERE country IS NOT NULL GROUP BY ALL;
    CREATE OR REPLACE TABLE cells AS
    SELECT year, origin, destination, greatest(coalesce(a.value, 0), coalesce(b.value, 0)) AS value, join_flags(a.flag, b.flag) AS flag
    FROM by_origin_cells a FULL JOIN by_destination_cells b USING (origin, destination, year)
    WHERE origin <> destination`);
}

/** The publisher writes "a b c d": includes others, included elsewhere, national estimate, UIS estimate. */
const FLAG = `(CASE WHEN cond_all LIKE 'a%' THEN 'd' ELSE '' END || CASE WHEN cond_all LIKE '%c%' OR cond_all LIKE '%d' THEN 'e' ELSE '' END)`;

async function refuseDisagreement(bench: Workbench): Promise<void> {
  // Sudan is put together from two spellings, which a top-ten list may cut differently; everywhere else the lists must agree.
  const [worst] = await bench.db.all<{
    origin: string;
    destination: string;
    year: number;
    a: number;
    b: number;
  }>(`
    SELECT origin, destination, year, a.value AS a, b.value AS b
    FROM by_origin_cells a JOIN by_destination_cells b USING (origin, destination, year)
    WHERE abs(a.value - b.value) > 0.5 AND 'SDN' NOT IN (origin, destination) ORDER BY abs(a.value - b.value) DESC LIMIT 1`);
  if (worst)
    throw new UserError(
      `${SOURCE}: the two lists disagree on ${worst.origin} to ${worst.destination} in ${worst.year}: ${worst.a} and ${worst.b}. They are cut from one matrix and must agree: fetch both files again.`,
    );
}

async function measureCoverage(bench: Workbench): Promise<void> {
  // A destination that has no inbound total in a year is held against its total of the nearest year.
  await bench.db.run(`
    CREATE OR REPLACE TABLE hosted AS
    SELECT country, year, round(value)::INTEGER AS value FROM totals_in WHERE measure = 'inbound_students' AND country <> 'WLD';
    INSERT INTO coverage
    WITH hosts AS (SELECT DISTINCT country FROM by_host UNION SELECT DISTINCT country FROM hosted WHERE value > 0),
    years AS (SELECT DISTINCT year FROM by_host),
    nearest AS (
      SELECT h.country, y.year, arg_min(t.value, (abs(t.year - y.year), t.year)) AS expected, arg_min(t.year, (abs(t.year - y.year), t.year)) AS expected_year
      FROM hosts h CROSS JOIN years y LEFT JOIN hosted t ON t.country = h.country AND t.value > 0 GROUP BY ALL)
    -- A host that published a total of nil, and none by origin, has reported: there is nobody to be missed.
    SELECT 'students', '${SOURCE}', n.country, n.year, coalesce(reported, 0) AS reported,
           CASE WHEN nil.year IS NULL THEN expected ELSE 0 END, CASE WHEN nil.year IS NULL THEN expected_year ELSE n.year END,
           CASE WHEN nil.year IS NULL THEN round(coalesce(reported, 0) / expected, 4) END AS ratio,
           CASE WHEN nil.year IS NULL THEN ${statusSql('coalesce(reported, 0)', 'expected')} ELSE 'reported' END
    FROM nearest n LEFT JOIN by_host b USING (country, year)
    LEFT JOIN hosted nil ON nil.country = n.country AND nil.year = n.year AND nil.value = 0 AND coalesce(reported, 0) = 0`);
}

async function keepWhatIsReported(bench: Workbench): Promise<void> {
  await bench.db.run(`
    -- Who is reported changed from the year before: a line across would show that, not mobility. Only totals of the
    -- very years can tell; a total of another year would grow away from what it is held against.
    CREATE OR REPLACE TABLE changes AS
    SELECT v.country, v.year FROM coverage v JOIN coverage w ON w.country = v.country AND w.year = v.year - 1
    WHERE v.expected_year = v.year AND w.expected_year = w.year AND 'not reported' NOT IN (v.status, w.status)
      AND round(abs(v.ratio - w.ratio), 4) > ${SHARES.change};

    INSERT INTO flows_in
    SELECT 'students', '${SOURCE}', origin, destination, c.year, c.value,
           join_flags(flag, CASE WHEN status <> 'reported' THEN 'u' ELSE '' END || CASE WHEN h.year IS NOT NULL THEN 'b' ELSE '' END)
    FROM cells c JOIN coverage v ON v.country = destination AND v.year = c.year
    LEFT JOIN changes h ON h.country = destination AND h.year = c.year
    WHERE status <> 'not reported' AND round(c.value) > 0;`);
  const residue = await bench.db.one<{ cells: number; hosts: number }>(`
    SELECT count(*)::INTEGER AS cells, count(DISTINCT (destination, c.year))::INTEGER AS hosts
    FROM cells c JOIN coverage v ON v.country = destination AND v.year = c.year WHERE status = 'not reported'`);
  await bench.exclude(
    SOURCE,
    `residue of ${residue.hosts} destinations and years`,
    residue.cells,
    `The destination did not report by origin that year: what is left is below ${SHARES.residue * 100} % of its inbound total`,
  );
}
