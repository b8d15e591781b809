import { UserError } from '../lib/errors.ts';
import type { Workbench } from '../lib/workbench.ts';
import type { Adapter } from './adapter.ts';

const SOURCE = 'cordis-fp7';
const EDGES = 'cordis-fp7/fp7edges_sod16.csv';
const ORGANISATIONS = 'cordis-fp7/fp7org_sod16.csv';
/** The files have no dates: the programme is one period. */
const [FROM, TO] = [2007, 2013];

/** Shared projects by pair of countries over the whole programme, whole counting; only projects that span two countries or more. */
export const cordisFp7: Adapter = {
  id: SOURCE,
  async ingest(bench: Workbench) {
    await bench.csv('fp7_edges', EDGES, ['projectRcn', 'new_org_id'], { delim: '\t' });
    await bench.csv('fp7_organisations', ORGANISATIONS, ['new_org_id', 'country'], { delim: ';' });
    await oneRowEach(bench);
    // NA is Namibia: all its organisations are there. The source writes nothing where it knows no country.
    await bench.places('fp7_participations', 'country', {
      source: SOURCE,
      codes: 'iso2',
      missing: { texts: [null], reason: "No country in the publisher's list of organisations" },
    });
    await bench.db.run(`
      CREATE OR REPLACE TABLE fp7_countries AS
      SELECT DISTINCT rcn, country_iso3 AS country FROM fp7_participations WHERE country_iso3 IS NOT NULL`);
    const { single, nowhere } = await bench.db.one<{ single: number; nowhere: number }>(`
      WITH spans AS (SELECT rcn, count(DISTINCT country_iso3) AS countries FROM fp7_participations GROUP BY rcn)
      SELECT count(*) FILTER (countries = 1)::INTEGER AS single, count(*) FILTER (countries = 0)::INTEGER AS nowhere FROM spans`);
    await bench.exclude(
      SOURCE,
      'projects of one country',
      single,
      'All participants whose country is known in one country: no collaboration between countries',
    );
    await bench.exclude(
      SOURCE,
      'projects without a country',
      nowhere,
      'No participant whose country is known',
    );
    await bench.db.run(`
      INSERT INTO period_flows BY NAME
      SELECT 'projects' AS layer, '${SOURCE}' AS source, a.country AS origin, b.country AS destination, ${FROM} AS from_year, ${TO} AS to_year, count(*)::INTEGER AS value
      FROM fp7_countries a JOIN fp7_countries b USING (rcn) WHERE a.country < b.country GROUP BY a.country, b.country`);
  },
};

/**
 * Makes `fp7_participations` (rcn, country): an organisation once in a project. The list has some organisations
 * several times, under several names, and the edges repeat a few.
 * @throws {UserError} for an organisation in two countries
 */
async function oneRowEach(bench: Workbench): Promise<void> {
  const [twice] = await bench.db.all<{ id: string; countries: string }>(`
    SELECT new_org_id AS id, string_agg(DISTINCT country, ', ' ORDER BY country) AS countries
    FROM fp7_organisations GROUP BY new_org_id HAVING count(DISTINCT country) > 1 ORDER BY 1 LIMIT 1`);
  if (twice)
    throw new UserError(
      `${ORGANISATIONS}: the organisation ${twice.id} stands in several countries (${twice.countries}), so its projects cannot be placed.\n` +
        'Compare with the record in data/sources/ and decide in scripts/sources/cordis-fp7.ts.',
    );
  await bench.db.run(`
    CREATE OR REPLACE TABLE fp7_organisations_once AS
    SELECT new_org_id, any_value(country) AS country FROM fp7_organisations GROUP BY new_org_id;
    CREATE OR REPLACE TABLE fp7_participations AS
    SELECT DISTINCT e.projectRcn AS rcn, new_org_id, o.country FROM fp7_edges e JOIN fp7_organisations_once o USING (new_org_id)`);
  const left = await bench.db.one<{ names: number; repeated: number; strange: number }>(`
    SELECT (SELECT count(*) - count(DISTINCT new_org_id) FROM fp7_organisations)::INTEGER AS names,
           (SELECT count(*) - count(DISTINCT (projectRcn, new_org_id)) FROM fp7_edges SEMI JOIN fp7_organisations USING (new_org_id))::INTEGER AS repeated,
           (SELECT count(*) FROM fp7_edges ANTI JOIN fp7_organisations USING (new_org_id))::INTEGER AS strange`);
  await bench.exclude(
    SOURCE,
    'further names of an organisation',
    left.names,
    'Listed again under another name: counted once',
  );
  await bench.exclude(
    SOURCE,
    'repeated participations',
    left.repeated,
    'The same organisation in the same project: counted once',
  );
  await bench.exclude(
    SOURCE,
    'participations of unknown organisations',
    left.strange,
    'The organisation is not in the list, so its country is not known',
  );
}
