import { facts } from '../../../publication/fact.ts';

const PAPERS = 'openalex-copublications';
const then = (condition: string, year: number, last: string): string => `
  SELECT ${last} AS value, '1995–${year}' AS year
  FROM flows b
  LEFT JOIN flows f ON f.layer = b.layer AND f.source = b.source AND f.origin = b.origin AND f.destination = b.destination AND f.year = ${year}
  WHERE b.layer = 'papers' AND b.source = '${PAPERS}' AND b.year = 1995 AND ${condition}`;
/** Pairs by papers of a year: papers, and papers over what both sizes let one expect, then and in 2022. */
const pairs = (size: string, from = 2005): string => `
  SELECT * FROM (
    SELECT origin, destination, max(c) FILTER (WHERE year = ${from}) AS first, max(c) FILTER (WHERE year = 2022) AS last,
           max(c * 1.0 * t / t_o / t_d) FILTER (WHERE year = ${from}) AS strength, max(c * 1.0 * t / t_o / t_d) FILTER (WHERE year = 2022) AS strength_last
    FROM pair_cells WHERE layer = 'papers' AND source = '${PAPERS}' AND year IN (${from}, 2022) AND origin < destination
    GROUP BY origin, destination)
  WHERE first ${size}`;
const STRONG = pairs('>= 100');
const FADED = 'coalesce(strength_last, 0) < strength / 2';

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
    sql: `SELECT count(*) AS value, '2005–2022' AS year FROM (${STRONG}) WHERE ${FADED}`,
    sources: [PAPERS],
    format: 'count',
    stated: 22,
    within: 0.5,
    must: ['fewer than a tenth of them', (v) => v < 54],
  },
  smaller: {
    says: 'of the pairs with ten to 99 shared papers in 2005 with less than half of their relative strength left in 2022',
    sql: `SELECT avg(CASE WHEN ${FADED} THEN 1.0 ELSE 0 END) AS value, '2005–2022' AS year FROM (${pairs('BETWEEN 10 AND 99')})`,
    sources: [PAPERS],
    format: 'percent',
    stated: 0.1647,
    must: ['more than a tenth', (v) => v > 0.1],
  },
  hundred_1995: {
    says: 'pairs of countries with a hundred shared papers or more in 1995',
    sql: `SELECT count(*) AS value, 1995 AS year FROM (${pairs('>= 100', 1995)})`,
    sources: [PAPERS],
    format: 'count',
    stated: 225,
  },
  halved_1995: {
    says: 'of these pairs with less than half of their relative strength left in 2022',
    sql: `SELECT count(*) AS value, '1995–2022' AS year FROM (${pairs('>= 100', 1995)}) WHERE ${FADED}`,
    sources: [PAPERS],
    format: 'count',
    stated: 11,
    within: 0.5,
    must: ['fewer than a tenth of them', (v) => v < 22],
  },
  links: {
    says: 'times as many links by papers between countries as in 1995',
    sql: `
      SELECT sum(value) FILTER (WHERE year = 2022) * 1.0 / sum(value) FILTER (WHERE year = 1995) AS value, '1995–2022' AS year
      FROM flows WHERE layer = 'papers' AND source = '${PAPERS}' AND year IN (1995, 2022)`,
    sources: [PAPERS],
    format: 'times',
    stated: 22.01,
    must: ['far more', (v) => v > 10],
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
