import { UserError } from '../lib/errors.ts';
import type { Workbench } from '../lib/workbench.ts';

/**
 * Reads a refreshed matrix (`openalex-copublications/api-<edition>.csv.gz`) into the table `arcs` (year, a, b, value), as it comes
 * from Pajek files too: both directions of each pair, and a country with itself for its works with any other. A pair
 * that only one of its countries was answered stands as 0 in the other direction, which the adapter then notes.
 */
export async function readArcs(bench: Workbench, path: string): Promise<void> {
  await bench.csv('arcs_text', path, ['year', 'country', 'partner', 'works']);
  await bench.db.run(`
    CREATE OR REPLACE TABLE arcs AS
    SELECT year::SMALLINT AS year, country AS a, partner AS b, works::INTEGER AS value FROM arcs_text
    UNION ALL
    SELECT year::SMALLINT, partner, country, 0 FROM arcs_text t
    WHERE NOT EXISTS (FROM arcs_text o WHERE o.year = t.year AND o.country = t.partner AND o.partner = t.country)
    ORDER BY ALL`);
}

/**
 * The first year that was still growing when an edition was read: a year goes on growing for long after it ended, so it is
 * the one before that in which the run began.
 * @param path of the file, whose name bears that day
 * @throws {UserError} where it does not
 */
export function firstProvisionalYear(path: string): number {
  const began = /api-(?:[a-z]+-)?(\d{4})-/.exec(path)?.[1];
  if (began) return Number(began) - 1;
  throw new UserError(
    `${path}: the name does not say of which day its answers are, as api-2026-11-21.csv.gz does, so that it is not known which years were still growing.`,
  );
}
