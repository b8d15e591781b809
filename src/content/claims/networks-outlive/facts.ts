import { facts } from '../../../publication/fact.ts';

const H2020 = 'cordis-h2020';
const FP7 = 'cordis-fp7';
const PAIRS = `
  SELECT t.projects, p.a IS NOT NULL AS renewed
  FROM (SELECT a, b, sum(projects) AS projects FROM organisation_ties WHERE source = '${H2020}' GROUP BY a, b) t
  LEFT JOIN organisation_persistence p ON p.a = t.a AND p.b = t.b`;
const renewed = (condition: string): string => `
  SELECT avg(CASE WHEN renewed THEN 1 ELSE 0 END) AS value, '2007–2022' AS year FROM (${PAIRS}) WHERE ${condition}`;

export default facts({
  pairs: {
    says: 'pairs of research organisations that shared a project of Horizon 2020',
    sql: `SELECT count(*) AS value, '2014–2022' AS year FROM (${PAIRS})`,
    sources: [H2020],
    format: 'count',
    stated: 138728,
  },
  renewed: {
    says: 'of the pairs of Horizon 2020 had shared a project of FP7',
    sql: renewed('TRUE'),
    sources: [H2020, FP7],
    format: 'percent',
    stated: 0.3402,
  },
  once: {
    says: 'of the pairs with one project of Horizon 2020 had shared one of FP7',
    sql: renewed('projects = 1'),
    sources: [H2020, FP7],
    format: 'percent',
    stated: 0.2208,
  },
  often: {
    says: 'of the pairs with five projects of Horizon 2020 or more had shared one of FP7',
    sql: renewed('projects >= 5'),
    sources: [H2020, FP7],
    format: 'percent',
    stated: 0.8035,
    must: ['the stronger, the older', (v) => v > 0.5],
  },
});
