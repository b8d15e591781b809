import { facts } from '../../../publication/fact.ts';

const PAPERS = 'openalex-copublications';
const then = (condition: string, year: number, last: string): string => `
  SELECT ${last} AS value, '1995–${year}' AS year
  FROM flows b
  LEFT JOIN flows f ON f.layer = b.layer AND f.source = b.source AND f.origin = b.origin AND f.destination = b.destination AND f.year = ${year}
  WHERE b.layer = 'papers' AND b.source = '${PAPERS}' AND b.year = 1995 AND ${condition}`;
/** Pairs with a hundred papers or more in 2005: papers, and papers over what both sizes let one expect, then and in 2022. */
const STRONG = `
  SELECT origin, destination, max(c) FILTER (WHERE year = 2005) AS first, max(c) FILTER (WHERE year = 2022) AS last,
         max(c * 1.0 * t / t_o / t_d) FILTER (WHERE year = 2005) AS strength, max(c * 1.0 * t / t_o / t_d) FILTER (WHERE year = 2022) AS strength_last
  FROM pair_cells WHERE layer = 'papers' AND source = '${PAPERS}' AND year IN (2005, 2022) AND origin < destination
  GROUP BY origin, destination HAVING max(c) FILTER (WHERE year = 2005) >= 100`;

export default facts({
  ten: {
    says: 'pairs of countries with ten shared papers or more in 1995 that shared papers in 2022, all there are',
    sql: `${then('b.value >= 10', 2022, 'count(f.value)')} HAVING count(f.value) = count(*)`,
    sources: [PAPERS],
    format: 'count',
    stated: 958,
  },
  thin: {
    says: 'of the pairs with one or two papers in 1995 shared a paper in 1996',
    sql: then('b.value <= 2', 1996, 'count(f.value) / count(*)'),
    sources: [PAPERS],
    format: 'percent',
    stated: 0.5229,
  },
  hundred: {
    says: 'pairs of countries with a hundred shared papers or more in 2005',
    sql: `SELECT count(*) AS value, 2005 AS year FROM (${STRONG})`,
    sources: [PAPERS],
    format: 'count',
    stated: 546,
  },
  halved: {
    says: 'of these pairs with less than half of their relative strength left in 2022',
    sql: `SELECT count(*) AS value, '2005–2022' AS year FROM (${STRONG}) WHERE strength_last < strength / 2`,
    sources: [PAPERS],
    format: 'count',
    stated: 22,
    within: 0.5,
  },
  fewer: {
    says: 'of these pairs with fewer papers in 2022 than in 2005',
    sql: `SELECT count(*) AS value, '2005–2022' AS year FROM (${STRONG}) WHERE last < first`,
    sources: [PAPERS],
    format: 'small',
    stated: 5,
    within: 0.5,
    must: ['seldom end', (v) => v < 30],
  },
});
