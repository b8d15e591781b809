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
      SELECT rcn, any_value(try_cast(nullif(start_year, 'NA') AS SMALLINT)) AS year, country_iso3 AS country
      FROM participations WHERE country_iso3 IS NOT NULL GROUP BY rcn, country_iso3;
      CREATE OR REPLACE TABLE project_spans AS SELECT rcn, any_value(year) AS year, count(*) AS countries FROM project_countries GROUP BY rcn;`);
    const { single, undated } = await bench.db.one<{ single: number; undated: number }>(`
      SELECT count(*) FILTER (countries = 1)::INTEGER AS single, count(*) FILTER (countries > 1 AND year IS NULL)::INTEGER AS undated FROM project_spans`);
    await bench.exclude(
      SOURCE,
      'projects of one country',
      single,
      'All participants in one country: no collaboration between countries',
    );
    await bench.exclude(SOURCE, 'projects without a year', undated, 'Year of start missing at the source');
    await bench.db.run(`
      INSERT INTO flows_in
      SELECT 'projects', '${SOURCE}', a.country, b.country, a.year, count(*), CASE WHEN a.year NOT BETWEEN ${FULL_FROM} AND ${FULL_TO} THEN 'u' END
      FROM project_countries a JOIN project_countries b ON a.rcn = b.rcn AND a.country < b.country
      WHERE a.year IS NOT NULL GROUP BY a.country, b.country, a.year`);
  },
};
