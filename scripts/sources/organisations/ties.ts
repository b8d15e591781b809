import type { Workbench } from '../../lib/workbench.ts';
import { SOURCE } from '../cordis-h2020/projects.ts';

/**
 * Fills `organisation_ties`: projects that two organisations share, by year of start, whole counting, each pair once, a < b.
 * Every organisation with a name enters. Only projects that span two countries or more, whoever the participants are; in
 * these, two organisations of one country are a pair like any other. Projects without a year are left out, as in the flows.
 */
export async function fillTies(bench: Workbench): Promise<void> {
  await bench.db.run(`
    CREATE OR REPLACE TABLE organisation_projects AS
    SELECT rcn, 'pic:' || pic AS id, year FROM participations JOIN organisation_names USING (pic) JOIN projects USING (rcn)
    WHERE countries > 1 AND year IS NOT NULL;
    INSERT INTO organisation_ties BY NAME
    SELECT a.id AS a, b.id AS b, a.year, count(*)::INTEGER AS projects, '${SOURCE}' AS source
    FROM organisation_projects a JOIN organisation_projects b ON a.rcn = b.rcn AND a.id < b.id GROUP BY a.id, b.id, a.year`);
}
