import { UserError } from '../lib/errors.ts';
import { literal } from '../../src/model/sql-literal.ts';
import type { Workbench } from '../lib/workbench.ts';
import type { Adapter } from './adapter.ts';

const SOURCE = 'snsf-partners';
const FILE = 'snsf-partners/data.csv';

/** The Foundation's words for the roles, of two languages and two numbers, and ours. */
const ROLES: Readonly<Record<string, string>> = {
  Applicant: 'applicant',
  'Co-applicants': 'co-applicant',
  Projektpartner: 'project partner',
};

/**
 * Persons and grants by country, year of decision, research area and role. Amounts are not used: what is granted is one
 * sum for a grant and cannot be given to countries, and the budget of partners is missing (NA) in every row.
 */
export const snsfPartners: Adapter = {
  id: SOURCE,
  async ingest(bench: Workbench) {
    await bench.csv(
      'snsf',
      FILE,
      ['snf_grant_number', 'year', 'research_area', 'role', 'country', 'iso_code', 'person_id'],
      { delim: ';' },
    );
    await refuseUnknownRoles(bench);
    await bench.db.run(`
      -- NA is a missing code, but for the rows whose name says Namibia.
      ALTER TABLE snsf ADD COLUMN place VARCHAR;
      UPDATE snsf SET place = CASE WHEN iso_code <> 'NA' OR country = 'Namibia' THEN iso_code END;`);
    await bench.places('snsf', 'place', {
      source: SOURCE,
      codes: 'iso2',
      missing: { texts: [null], reason: 'Country of the person not known' },
    });
    const { repeated } = await bench.db.one<{ repeated: number }>(`
      SELECT count(*)::INTEGER - count(DISTINCT (snf_grant_number, role, person_id, place_iso3))::INTEGER AS repeated
      FROM snsf WHERE place_iso3 IS NOT NULL AND coalesce(person_id, 'NA') <> 'NA'`);
    await bench.exclude(
      SOURCE,
      'repeated rows',
      repeated,
      'The same person in the same role of the same grant: counted once',
    );
    await bench.db.run(`
      INSERT INTO grant_partners BY NAME
      SELECT '${SOURCE}' AS source, place_iso3 AS country, year::SMALLINT AS year,
             -- One of the three names is broken over two lines.
             regexp_replace(trim(research_area), '\\s+', ' ', 'g') AS research_area,
             CASE role ${Object.entries(ROLES)
               .map(([theirs, ours]) => `WHEN ${literal(theirs)} THEN ${literal(ours)}`)
               .join(' ')} END AS role,
             -- Who has no number is a person of their own.
             count(DISTINCT coalesce(nullif(person_id, 'NA'), 'row ' || rowid))::INTEGER AS persons,
             count(DISTINCT snf_grant_number)::INTEGER AS grants
      FROM snsf WHERE place_iso3 IS NOT NULL GROUP BY ALL`);
  },
};

async function refuseUnknownRoles(bench: Workbench): Promise<void> {
  const known = Object.keys(ROLES);
  const unknown = await bench.db.all<{ role: string | null; n: number }>(
    `SELECT role, count(*)::INTEGER AS n FROM snsf WHERE coalesce(role, '') NOT IN (${known.map(literal).join(', ')}) GROUP BY role ORDER BY role`,
  );
  if (unknown.length)
    throw new UserError(
      `${FILE}, column role: ${unknown.map(({ role, n }) => `${role ?? '(empty)'} in ${n} row${n === 1 ? '' : 's'}`).join(', ')}; known are ${known.join(', ')}.\n` +
        `Add it to scripts/sources/${SOURCE}.ts.`,
    );
}
