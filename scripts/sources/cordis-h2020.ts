import type { Workbench } from '../lib/workbench.ts';
import type { Adapter } from './adapter.ts';

const SOURCE = 'cordis-h2020';
/** Years of start for which the extract is whole; the programme was just beginning before, and still signing after. */
const [FULL_FROM, FULL_TO] = [2015, 2020];

/** Shared projects by pair of countries and year of start, whole counting; only projects that span two countries or more. */
export const cordisH2020: Adapter = {
  id: SOURCE,
  async ingest(bench: Workbench) {
    // NA is Namibia in the column of countries, and "missing" in those of years and amounts.
    await bench.csv('participations', 'cordis-h2020/h2020.csv.gz', ['rcn', 'country', 'start_year']);
    await bench.places('participations', 'country', { source: SOURCE, codes: 'iso2' });
    await bench.db.run(`
      CREATE OR REPLACE TABLE project_countries AS
      SELECT DISTINCT rcn, country_iso3 AS country FROM participations WHERE country_iso3 IS NOT NULL;
      CREATE OR REPLACE TABLE projects AS
      SELECT rcn, any_value(nullif(start_year, 'NA')::SMALLINT) AS year, count(DISTINCT country_iso3) AS countries FROM participations GROUP BY rcn;`);
    const { single, undated } = await bench.db.one<{ single: number; undated: number }>(`
      SELECT count(*) FILTER (countries = 1)::INTEGER AS single, count(*) FILTER (countries > 1 AND year IS NULL)::INTEGER AS undated FROM projects`);
    await bench.exclude(
      SOURCE,
      'projects of one country',
      single,
      'All participants in one country: no collaboration between countries',
    );
    await bench.exclude(SOURCE, 'projects without a year', undated, 'Year of start missing at the source');
    await bench.db.run(`
      INSERT INTO flows_in
      SELECT 'projects', '${SOURCE}', a.country, b.country, year, count(*), CASE WHEN year NOT BETWEEN ${FULL_FROM} AND ${FULL_TO} THEN 'u' END
      FROM project_countries a JOIN project_countries b ON a.rcn = b.rcn AND a.country < b.country JOIN projects p ON p.rcn = a.rcn
      WHERE year IS NOT NULL GROUP BY a.country, b.country, year`);
  },
};
