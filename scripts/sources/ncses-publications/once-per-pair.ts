import type { Workbench } from '../../lib/workbench.ts';

/**
 * Makes of `from` (edition, year, a, b, value), where a pair may stand once or from both ends, the table `into` (edition,
 * year, origin, destination, value), where it stands once, the smaller code first. If its ends differ the larger is kept,
 * and `adjustments` says so.
 */
export async function oncePerPair(
  bench: Workbench,
  { from, into, source }: { readonly from: string; readonly into: string; readonly source: string },
): Promise<void> {
  await bench.db.run(`
    CREATE OR REPLACE TABLE ${into} AS
    SELECT edition, year, least(a, b) AS origin, greatest(a, b) AS destination, max(value) AS value, min(value) AS smaller, count(*) AS rows
    FROM ${from} WHERE a <> b GROUP BY ALL;
    INSERT INTO adjustments BY NAME
    SELECT '${source}' AS source, origin, destination, year, smaller || ' and ' || value AS published, value AS kept,
           'The matrix differs between its two halves: the larger number is kept' AS reason
    FROM ${into} WHERE smaller < value`);
  const { again, self } = await bench.db.one<{ again: number; self: number }>(`
    SELECT (SELECT sum(rows - 1) FROM ${into})::INTEGER AS again, (SELECT count(*) FROM ${from} WHERE a = b)::INTEGER AS self`);
  await bench.exclude(source, 'pairs from their other end', again, 'A pair counts once');
  await bench.exclude(source, 'diagonal', self, 'An economy with itself is no pair');
  await bench.db.run(`ALTER TABLE ${into} DROP smaller; ALTER TABLE ${into} DROP rows`);
}
