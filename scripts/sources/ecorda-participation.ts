import * as z from 'zod/mini';
import { UserError } from '../lib/errors.ts';
import type { Workbench } from '../lib/workbench.ts';
import type { Adapter } from './adapter.ts';

const SOURCE = 'ecorda-participation';
const FILE = 'ecorda-participation/fr-esr-countries-evolution-pcri.json';
/** The last year of calls that had been evaluated and granted as a whole when the file was read. */
const LAST_WHOLE = 2024;

const whole = z.int().check(z.nonnegative());
/** A row of the file; its columns of shares are not read, as they can be computed. */
const Rows = z.array(
  z.object({
    country_code: z.string(),
    framework: z.enum(['FP6', 'FP7', 'Horizon 2020', 'Horizon Europe']),
    stage: z.enum(['evaluated', 'successful']),
    call_year: z.string().check(z.regex(/^\d{4}$/)),
    number_involved: whole,
    coordination_number: whole,
    project_number: whole,
    funding: z.number().check(z.nonnegative()),
  }),
);

/** Participations in evaluated and in funded proposals by country and year of call, FP6 to Horizon Europe. */
export const ecordaParticipation: Adapter = {
  id: SOURCE,
  async ingest(bench: Workbench) {
    await bench.db.run(
      'CREATE OR REPLACE TABLE ecorda (country VARCHAR, framework VARCHAR, stage VARCHAR, year SMALLINT, participations INTEGER, coordinations INTEGER, projects INTEGER, funding DOUBLE)',
    );
    const rows = await bench.json(FILE, Rows);
    if (rows.length === 0) throw new UserError(`${FILE} has no rows. Fetch it again: npm run data:fetch.`);
    await bench.db.append(
      'ecorda',
      rows.map((row) => [
        row.country_code,
        row.framework,
        row.stage,
        Number(row.call_year),
        row.number_involved,
        row.coordination_number,
        row.project_number,
        row.funding,
      ]),
    );
    // ALL and UE, which would count every country again, are in the list of exclusions.
    await bench.places('ecorda', 'country', { source: SOURCE, codes: 'iso3' });
    await bench.db.run(`
      INSERT INTO programme_participation BY NAME
      SELECT '${SOURCE}' AS source, framework, stage, country_iso3 AS country, year, participations, coordinations, projects,
             round(funding, 2) AS funding, CASE WHEN year > ${LAST_WHOLE} THEN 'p' END AS flag
      FROM ecorda WHERE country_iso3 IS NOT NULL`);
  },
};
