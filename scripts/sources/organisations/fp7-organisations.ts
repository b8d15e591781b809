import type { Workbench } from '../../lib/workbench.ts';
import { cleanName } from './clean-name.ts';

const SOURCE = 'cordis-fp7';
const EDGES = 'cordis-fp7/fp7edges_sod16.csv';
const ORGANISATIONS = 'cordis-fp7/fp7org_sod16.csv';

/** An organisation of FP7: one id, often under several names. */
export interface Fp7Organisation {
  /** The Commission's participant code where the list has it, else a key of those who made the list. */
  readonly id: string;
  /** ISO 3166-1 alpha-2; empty where the list has none. */
  readonly country: string;
  readonly names: readonly string[];
  readonly acronyms: readonly string[];
  readonly cities: readonly string[];
  readonly websites: readonly string[];
}

/**
 * The organisations of FP7 in the order of their ids. Makes two tables of work: `fp7_listed` (the list) and
 * `fp7_takes_part` (rcn, id, country), an organisation once in a project.
 */
export async function readFp7(bench: Workbench): Promise<Fp7Organisation[]> {
  await bench.csv('fp7_ties', EDGES, ['projectRcn', 'new_org_id'], { delim: '\t' });
  const columns = [
    'new_org_id',
    'organisationName',
    'organisationShortName',
    'organizationUrl',
    'country',
    'city',
  ];
  await bench.csv('fp7_listed', ORGANISATIONS, columns, { delim: ';' });
  await bench.db.run(`
    CREATE OR REPLACE TABLE fp7_takes_part AS
    SELECT DISTINCT t.projectRcn AS rcn, t.new_org_id AS id, l.country
    FROM fp7_ties t JOIN (SELECT new_org_id, any_value(country) AS country FROM fp7_listed GROUP BY new_org_id) l USING (new_org_id)`);
  const rows = await bench.db.all<Record<string, string | null>>('SELECT * FROM fp7_listed ORDER BY ALL');
  const byId = Map.groupBy(rows, (row) => row['new_org_id'] ?? '');
  return [...byId].map(([id, same]) => {
    const all = (column: string): string[] => same.map((row) => row[column] ?? '').filter(Boolean);
    const unique = (texts: readonly string[]): string[] => [...new Set(texts.map(cleanName).filter(Boolean))];
    return {
      id,
      country: iso2(bench, all('country')[0] ?? ''),
      names: unique(all('organisationName')),
      acronyms: unique(all('organisationShortName')),
      cities: unique(all('city')),
      // A cell may hold several pages.
      websites: unique(all('organizationUrl').flatMap((pages) => pages.split(';'))),
    };
  });
}

/** Codes that are not known stop the adapter of the source itself; here they only mean that nothing can be matched. */
function iso2(bench: Workbench, code: string): string {
  const match = bench.register.match(SOURCE, 'iso2', code);
  const iso3 = match && 'iso3' in match ? match.iso3 : null;
  return bench.register.countries.find((country) => country.iso3 === iso3)?.iso2 ?? '';
}
