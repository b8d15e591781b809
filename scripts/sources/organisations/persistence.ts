import type { Workbench } from '../../lib/workbench.ts';
import { SOURCE } from '../cordis-h2020/projects.ts';
import type { Fp7Match } from './match-fp7.ts';

/**
 * Fills `organisation_persistence`: pairs that shared a project in FP7 and again in Horizon 2020, with how many in each.
 * Needs `organisation_ties` and `fp7_takes_part`. As there, only projects that span two countries or more count, and an
 * organisation that FP7 has under several keys counts once in a project.
 */
export async function fillPersistence(bench: Workbench, matches: readonly Fp7Match[]): Promise<void> {
  await bench.db.run('CREATE OR REPLACE TABLE fp7_matches (id VARCHAR, pic VARCHAR, method VARCHAR)');
  await bench.db.append(
    'fp7_matches',
    matches.map(({ id, pic, method }) => [id, pic, method]),
  );
  await bench.db.run(`
    CREATE OR REPLACE TABLE fp7_projects AS
    WITH spans AS (SELECT rcn FROM fp7_takes_part GROUP BY rcn HAVING count(DISTINCT CASE country WHEN 'GR' THEN 'EL' ELSE country END) > 1)
    SELECT DISTINCT rcn, 'pic:' || pic AS id FROM fp7_takes_part JOIN fp7_matches USING (id) SEMI JOIN spans USING (rcn);
    INSERT INTO organisation_persistence BY NAME
    WITH before AS (
      SELECT a.id AS a, b.id AS b, count(*)::INTEGER AS fp7_projects
      FROM fp7_projects a JOIN fp7_projects b ON a.rcn = b.rcn AND a.id < b.id GROUP BY a.id, b.id),
    after AS (SELECT a, b, sum(projects)::INTEGER AS h2020_projects FROM organisation_ties GROUP BY a, b)
    SELECT a, b, fp7_projects, h2020_projects, '${SOURCE}' AS source FROM before JOIN after USING (a, b)`);
}
