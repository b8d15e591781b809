import { barsOfQuery, figures } from '../../../publication/query-figure.ts';

export default figures(
  barsOfQuery({
    id: 'renewed',
    layer: 'projects',
    sql: `
      SELECT CASE WHEN t.projects >= 5 THEN 'Five or more' WHEN t.projects >= 3 THEN 'Three or four' WHEN t.projects = 2 THEN 'Two projects' ELSE 'One project' END AS name,
             100.0 * count(p.a) / count(*) AS value
      FROM (SELECT a, b, sum(projects) AS projects FROM organisation_ties WHERE source = 'cordis-h2020' GROUP BY a, b) t
      LEFT JOIN organisation_persistence p ON p.a = t.a AND p.b = t.b
      GROUP BY name ORDER BY min(t.projects)`,
    needs: ['organisation_ties', 'organisation_persistence'],
    sources: ['cordis-h2020', 'cordis-fp7'],
    title: () => 'The more projects a pair shares in Horizon 2020, the more likely it met in FP7',
    column: 'Shared projects of Horizon 2020',
    measure: { unit: '%', digits: 0 },
    notes: [
      'Part of the pairs that shared a project of FP7 too. Pairs are of universities and research organisations, those of one country among them, in projects that span a border.',
    ],
  }),
);
