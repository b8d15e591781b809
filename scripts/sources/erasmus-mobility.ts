import * as z from 'zod/mini';
import { UserError } from '../lib/errors.ts';
import type { Workbench } from '../lib/workbench.ts';
import type { Adapter } from './adapter.ts';

const SOURCE = 'erasmus-mobility';
const FLOWS = 'erasmus-mobility/Learning-mobility-flows-since-2014.csv';
const STUDENTS = 'erasmus-mobility/countries_by_year_gender_level.json';
/** The headings of the export of the Commission's chart; the blank before each is trimmed as it is read. */
const [FROM, TO, WEIGHT] = ['(from)', '(to)', '(weight)'] as const;
/**
 * The programme began in 2014. The file says "since 2014" and no end; when it was published, before July 2025, the
 * Commission's page had numbers until 2024, those of the last two years provisional. So all are flagged as provisional.
 */
const [FIRST, LAST] = [2014, 2024];

const whole = z.int().check(z.nonnegative());
const Countries = z.array(
  z.object({
    Country: z.string(),
    'Yearly-Data': z.array(
      z.object({
        'Academic Year': z.string().check(z.regex(/^\d{4}-\d{4}$/)),
        'Participant Gender': z.string(),
        'Education Level': z.string(),
        Sending: whole,
        Receiving: whole,
      }),
    ),
  }),
);

/**
 * Participants in Erasmus+ between countries of the programme, all years together, and students in higher education whom
 * each country sent and received, by academic year, level and gender. (Universities are another adapter's.)
 */
export const erasmusMobility: Adapter = {
  id: SOURCE,
  async ingest(bench: Workbench) {
    await flows(bench);
    await students(bench);
  },
};

async function flows(bench: Workbench): Promise<void> {
  await bench.csv('erasmus', FLOWS, [FROM, TO, WEIGHT]);
  const within = `"${FROM}" = "${TO}"`;
  const { all, inside, rows } = await bench.db.one<{ all: number; inside: number; rows: number }>(`
    SELECT sum("${WEIGHT}"::INTEGER)::BIGINT AS all, coalesce(sum("${WEIGHT}"::INTEGER) FILTER (${within}), 0)::BIGINT AS inside,
           count(*) FILTER (${within})::INTEGER AS rows FROM erasmus`);
  await bench.exclude(
    SOURCE,
    'participants within a country',
    rows,
    `Origin and destination are the same: ${count(inside)} of ${count(all)} participants`,
  );
  await bench.db.run(`DELETE FROM erasmus WHERE ${within}`);
  await bench.places('erasmus', FROM, { source: SOURCE, codes: 'name' });
  // A row that is out for its origin is not counted again for its destination.
  await bench.db.run(
    `DELETE FROM erasmus WHERE "${FROM}_iso3" IS NULL; ALTER TABLE erasmus DROP "${FROM}_flag"`,
  );
  await bench.places('erasmus', TO, { source: SOURCE, codes: 'name' });
  await bench.db.run(`
    INSERT INTO period_flows BY NAME
    SELECT 'learners' AS layer, '${SOURCE}' AS source, "${FROM}_iso3" AS origin, "${TO}_iso3" AS destination,
           ${FIRST} AS from_year, ${LAST} AS to_year, "${WEIGHT}"::INTEGER AS value, 'p' AS flag
    FROM erasmus WHERE "${TO}_iso3" IS NOT NULL`);
}

async function students(bench: Workbench): Promise<void> {
  const rows = (await bench.json(STUDENTS, Countries)).flatMap((country) =>
    country['Yearly-Data'].flatMap((row) => {
      const year = Number(row['Academic Year'].slice(0, 4));
      if (Number(row['Academic Year'].slice(5)) !== year + 1)
        throw new UserError(
          `${STUDENTS}, ${country.Country}: ${row['Academic Year']} is no academic year. ${CHANGED}`,
        );
      const about = [country.Country, year, row['Education Level'], row['Participant Gender']] as const;
      return [
        [...about, 'outbound', row.Sending],
        [...about, 'inbound', row.Receiving],
      ];
    }),
  );
  await bench.db.run(
    'CREATE OR REPLACE TABLE erasmus_by_level (country_name VARCHAR, from_year SMALLINT, level VARCHAR, gender VARCHAR, direction VARCHAR, value INTEGER)',
  );
  await bench.db.append('erasmus_by_level', rows);
  await bench.places('erasmus_by_level', 'country_name', { source: SOURCE, codes: 'name' });
  await bench.db.run(`
    INSERT INTO erasmus_students BY NAME
    SELECT country_name_iso3 AS country, from_year, direction, level, gender, value, country_name_flag AS flag, '${SOURCE}' AS source
    FROM erasmus_by_level WHERE country_name_iso3 IS NOT NULL`);
}

const CHANGED =
  'Has the publisher changed the format? Compare with the record in data/sources/ and mend scripts/sources/erasmus-mobility.ts.';

const count = (n: number): string => n.toLocaleString('en');
