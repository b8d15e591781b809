import type { Workbench } from '../../lib/workbench.ts';
import type { Programme } from './programmes.ts';
import { yearFlag } from './projects.ts';
import { ALL } from './themes.ts';

/**
 * Shared projects by pair of countries and year of start, whole counting, into `flows_in`; by theme into `theme_flows`.
 * Only projects that span two countries or more.
 */
export async function countPairs(bench: Workbench, programme: Programme): Promise<void> {
  const { id: source } = programme;
  const flag = yearFlag(bench, programme);
  const { single, undated } = await bench.db.one<{ single: number; undated: number }>(`
    SELECT count(*) FILTER (countries = 1)::INTEGER AS single, count(*) FILTER (countries > 1 AND year IS NULL)::INTEGER AS undated FROM projects`);
  await bench.exclude(
    source,
    'projects of one country',
    single,
    'All participants in one country: no collaboration between countries, so in no pair',
  );
  await bench.exclude(source, 'projects without a year', undated, 'Year of start missing at the source');
  await bench.db.run(`
    CREATE OR REPLACE TABLE project_pairs AS
    SELECT rcn, a.country AS origin, b.country AS destination, year
    FROM project_countries a JOIN project_countries b USING (rcn) JOIN projects USING (rcn) WHERE a.country < b.country AND year IS NOT NULL;
    INSERT INTO flows_in
    SELECT 'projects', '${source}', origin, destination, year, count(*), ${flag} FROM project_pairs GROUP BY origin, destination, year;
    INSERT INTO theme_flows BY NAME
    SELECT '${source}' AS source, theme, origin, destination, year, count(*)::INTEGER AS value, ${flag} AS flag
    FROM project_pairs JOIN project_themes USING (rcn) WHERE theme <> '${ALL}' GROUP BY theme, origin, destination, year`);
}
