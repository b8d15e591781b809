import { needColumns, readCsv } from '../../lib/csv.ts';
import { UserError } from '../../lib/errors.ts';
import type { Workbench } from '../../lib/workbench.ts';
import { AI, CHANGED, fileOf, placeEconomies } from './economies.ts';
import { oncePerPair } from './once-per-pair.ts';

const FILE = fileOf('table_10060_ai_pairs_2003_2022.csv');
const ECONOMY = 'region_country_or_economy';
/** The years that the table adds up. */
const [FIRST, LAST] = [2003, 2022];

/**
 * Articles on artificial intelligence of pairs of economies, all years together: a square matrix whose columns are the names
 * of its rows in small letters (united_states). Within it a zero is a zero; for all other pairs there is no number.
 */
export async function aiPairs(bench: Workbench): Promise<void> {
  const rows: Record<string, string>[] = await readCsv(bench.raw(FILE), [ECONOMY]);
  const names = rows.map((row) => row[ECONOMY] ?? '');
  needColumns(FILE, Object.keys(rows[0] ?? {}), names.map(columnOf));
  await bench.db.run(
    'CREATE OR REPLACE TABLE ncses_ai (economy_a VARCHAR, economy_b VARCHAR, value INTEGER)',
  );
  await bench.db.append(
    'ncses_ai',
    rows.flatMap((row) =>
      names.map((name) => {
        const cell = row[columnOf(name)] ?? '';
        if (!/^\d+$/.test(cell))
          throw new UserError(
            `${FILE}, ${row[ECONOMY] ?? ''} and ${name}: "${cell}" is no count. ${CHANGED}`,
          );
        return [row[ECONOMY] ?? '', name, Number(cell)];
      }),
    ),
  );
  for (const column of ['economy_a', 'economy_b']) {
    await placeEconomies(bench, 'ncses_ai', column, AI);
    await bench.db.run(`DELETE FROM ncses_ai WHERE ${column}_iso3 IS NULL`);
  }
  await bench.db.run(`
    CREATE OR REPLACE TABLE ncses_ai_ends AS
    SELECT 'SEI2024' AS edition, ${LAST}::SMALLINT AS year, economy_a_iso3 AS a, economy_b_iso3 AS b, value FROM ncses_ai`);
  await oncePerPair(bench, { from: 'ncses_ai_ends', into: 'ncses_ai_once', source: AI });
  await bench.db.run(`
    INSERT INTO period_flows BY NAME
    SELECT 'papers' AS layer, '${AI}' AS source, origin, destination, ${FIRST} AS from_year, ${LAST} AS to_year, value, NULL AS flag
    FROM ncses_ai_once`);
}

/** The column of an economy: "United States" is united_states. */
const columnOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z]+/g, '_')
    .replace(/^_|_$/g, '');
