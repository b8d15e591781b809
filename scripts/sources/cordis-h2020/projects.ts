import { UserError } from '../../lib/errors.ts';
import { literal } from '../../../src/model/sql-literal.ts';
import type { Workbench } from '../../lib/workbench.ts';
import { H2020, type Programme } from './programmes.ts';

export const SOURCE = H2020.id;

/** SQL: the flag of a row of some year. */
export function yearFlag(bench: Workbench, programme: Programme): string {
  const [from, to] = programme.whole(participationsFile(bench, programme));
  return `CASE WHEN year NOT BETWEEN ${from} AND ${to} THEN 'u' END`;
}

const participationsFile = (bench: Workbench, { id, stem }: Programme): string =>
  bench.file(id, stem, '.csv.gz');

/**
 * What the columns may hold. Three roles take part without money of the programme, and count as every other participant: a
 * `partner` is a partner organisation of the Marie Skłodowska-Curie Actions, which hosts and trains, and signs no grant
 * agreement; an `internationalPartner` (Horizon 2020) is in a country whose organisations get none; an `associatedPartner`
 * (Horizon Europe) may charge no costs. A type of NA is one that the source does not say.
 */
const KNOWN = {
  role: ['coordinator', 'participant', 'partner', 'internationalPartner', 'associatedPartner'],
  type: ['HES', 'REC', 'PRC', 'PUB', 'OTH', 'NA'],
} as const;

/**
 * Reads the participations into three tables of work:
 * - `participations` (rcn, pic, role, type, amount, country_iso3), amount in EUR, null where it is missing
 * - `projects` (rcn, year, countries), year of start, null where it is missing
 * - `project_countries` (rcn, country), once each
 * @throws {UserError} for a role or type that is new, and for an organisation that stands twice in a project
 */
export async function readProjects(bench: Workbench, programme: Programme = H2020): Promise<void> {
  const file = participationsFile(bench, programme);
  // NA is Namibia in the column of countries, and "missing" in those of years and amounts.
  const columns = ['rcn', 'role', 'pic', 'type', 'contribution', 'country', 'start_year'];
  await bench.csv('participations', file, columns);
  await refuseUnknown(bench, file);
  await refuseTwice(bench, file);
  await bench.places('participations', 'country', { source: programme.id, codes: 'iso2' });
  await bench.db.run(`
    -- Cents are added up exactly: a sum of fractions would depend on the order of rows.
    ALTER TABLE participations ADD COLUMN amount DECIMAL(18, 2);
    UPDATE participations SET amount = nullif(contribution, 'NA')::DECIMAL(18, 2);
    CREATE OR REPLACE TABLE project_countries AS
    SELECT DISTINCT rcn, country_iso3 AS country FROM participations WHERE country_iso3 IS NOT NULL;
    CREATE OR REPLACE TABLE projects AS
    SELECT rcn, any_value(nullif(start_year, 'NA')::SMALLINT) AS year, count(DISTINCT country_iso3) AS countries FROM participations GROUP BY rcn;`);
}

async function refuseUnknown(bench: Workbench, file: string): Promise<void> {
  for (const [column, known] of Object.entries(KNOWN)) {
    const unknown = await bench.db.all<{ value: string | null; n: number }>(
      `SELECT ${column} AS value, count(*)::INTEGER AS n FROM participations
       WHERE coalesce(${column}, '') NOT IN (${known.map(literal).join(', ')}) GROUP BY 1 ORDER BY 1`,
    );
    if (unknown.length)
      throw new UserError(
        `${file}, column ${column}: ${unknown.map(({ value, n }) => `${value ?? '(empty)'} in ${n} row${n === 1 ? '' : 's'}`).join(', ')}; known are ${known.join(', ')}.\n` +
          'Decide how it counts, and add it to scripts/sources/cordis-h2020/projects.ts.',
      );
  }
}

async function refuseTwice(bench: Workbench, file: string): Promise<void> {
  const [twice] = await bench.db.all<{ rcn: string; pic: string }>(
    'SELECT rcn, pic FROM participations GROUP BY rcn, pic HAVING count(*) > 1 ORDER BY ALL LIMIT 1',
  );
  if (twice)
    throw new UserError(
      `${file}: the organisation ${twice.pic} stands twice in the project ${twice.rcn}, so a participation would count twice.\n` +
        'Has the publisher changed what a row is? Compare with the record in data/sources/ and mend scripts/sources/cordis-h2020/projects.ts.',
    );
}
