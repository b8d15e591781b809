import { figures, linesOfQuery } from '../../../publication/query-figure.ts';

export default figures(
  linesOfQuery({
    id: 'share',
    layer: 'projects',
    sql: `
      SELECT 'University and firm' AS series, year, 100.0 * university_firm_projects / cross_border_projects AS value
      FROM project_participation
      WHERE source = 'cordis-h2020' AND theme = 'all' AND country = 'WLD' AND year BETWEEN 2015 AND 2020
      ORDER BY year`,
    needs: ['project_participation'],
    sources: ['cordis-h2020'],
    title: () =>
      'Most shared projects join a university and a firm across a border, and that has hardly changed',
    axis: 'Part of shared projects (%)',
    measure: { unit: '%', digits: 0 },
    notes: [
      'By year of start. Universities are higher and secondary education, firms are private and for profit, as the Commission has them.',
    ],
  }),
);
