import type { Workbench } from '../../lib/workbench.ts';
import type { Programme } from './programmes.ts';
import { yearFlag } from './projects.ts';

/** Fills `project_participation`: by theme, country and year of start; WLD is the whole programme, where a project counts once. */
export async function countParticipation(bench: Workbench, programme: Programme): Promise<void> {
  const { id: source } = programme;
  const flag = yearFlag(bench, programme);
  const { undated } = await bench.db.one<{ undated: number }>(
    'SELECT count(*)::INTEGER AS undated FROM participations JOIN projects USING (rcn) WHERE year IS NULL',
  );
  await bench.exclude(
    source,
    'participations without a year',
    undated,
    'Year of start missing at the source: counted in the themes, and in no year',
  );
  await bench.db.run(`
    -- A university of one country and a firm of another in one project: it counts for both countries, and not for a third.
    CREATE OR REPLACE TABLE university_firm AS
    WITH sides AS (SELECT DISTINCT rcn, country_iso3 AS country, type FROM participations WHERE country_iso3 IS NOT NULL),
    met AS (SELECT u.rcn, u.country AS university, f.country AS firm FROM sides u JOIN sides f USING (rcn)
            WHERE u.type = 'HES' AND f.type = 'PRC' AND u.country <> f.country)
    SELECT rcn, university AS country FROM met UNION SELECT rcn, firm FROM met UNION SELECT rcn, 'WLD' FROM met;
    INSERT INTO project_participation BY NAME
    WITH rows AS (
      SELECT rcn, country_iso3 AS country, role, amount FROM participations WHERE country_iso3 IS NOT NULL
      UNION ALL SELECT rcn, 'WLD', role, amount FROM participations)
    SELECT '${source}' AS source, theme, r.country, year,
      count(DISTINCT r.rcn)::INTEGER AS projects,
      (count(DISTINCT r.rcn) FILTER (countries > 1))::INTEGER AS cross_border_projects,
      count(*)::INTEGER AS participations,
      (count(*) FILTER (role = 'coordinator'))::INTEGER AS coordinations,
      (count(*) FILTER (countries > 1))::INTEGER AS cross_border_participations,
      (count(*) FILTER (countries > 1 AND role = 'coordinator'))::INTEGER AS cross_border_coordinations,
      count(DISTINCT f.rcn)::INTEGER AS university_firm_projects,
      -- Null, not zero, where no amount is known.
      sum(amount)::DOUBLE AS contribution,
      (count(*) FILTER (amount IS NULL))::INTEGER AS contribution_missing,
      ${flag} AS flag
    FROM rows r JOIN projects p ON p.rcn = r.rcn JOIN project_themes t ON t.rcn = r.rcn
    LEFT JOIN university_firm f ON f.rcn = r.rcn AND f.country = r.country
    WHERE year IS NOT NULL GROUP BY theme, r.country, year`);
}
