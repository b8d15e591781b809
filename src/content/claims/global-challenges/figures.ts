import { figures, linesOfQuery } from '../../../publication/query-figure.ts';

export default figures(
  linesOfQuery({
    id: 'share',
    layer: 'projects',
    sql: `
      SELECT CASE p.theme WHEN 'climate' THEN 'Climate' WHEN 'energy' THEN 'Energy' WHEN 'food' THEN 'Food' ELSE 'Health' END AS series, p.year, 100.0 * p.cross_border_projects / a.cross_border_projects AS value
      FROM project_participation p
      JOIN project_participation a ON a.source = p.source AND a.country = p.country AND a.year = p.year AND a.theme = 'all'
      WHERE p.source = 'cordis-h2020' AND p.country = 'WLD' AND p.theme IN ('health', 'energy', 'climate', 'food') AND p.year BETWEEN 2015 AND 2020
      ORDER BY series, p.year`,
    needs: ['project_participation'],
    sources: ['cordis-h2020'],
    title: () => 'The parts of four themes in shared projects go up and down, with no steady rise',
    axis: 'Part of shared projects (%)',
    measure: { unit: '%', digits: 1 },
    notes: [
      'By year of start. The first year and the last two are left out: the programme had hardly begun, or the list had not been closed.',
    ],
  }),
);
