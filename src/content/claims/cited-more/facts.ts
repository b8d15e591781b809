import { facts } from '../../../publication/fact.ts';

const OPENALEX = 'openalex-citations';
const NCSES = 'ncses-publications/scopus';
const MEANS = `
  SELECT country, max(value) FILTER (WHERE indicator = 'international_mean_citations') / max(value) FILTER (WHERE indicator = 'domestic_mean_citations') AS ratio
  FROM country_context WHERE source = '${OPENALEX}' AND year = 2020 GROUP BY country`;
const SHARES = `
  SELECT country, year, max(value) FILTER (WHERE indicator = 'international_rate') AS abroad, max(value) FILTER (WHERE indicator = 'top1_share') AS top
  FROM country_indicators WHERE source = '${NCSES}' AND indicator IN ('international_rate', 'top1_share') GROUP BY country, year`;
const level = (year: number): string => `
  SELECT corr(a, b) AS value, ${year} AS year
  FROM (SELECT rank() OVER (ORDER BY abroad) AS a, rank() OVER (ORDER BY top) AS b
        FROM (${SHARES}) WHERE year = ${year} AND abroad IS NOT NULL AND top IS NOT NULL)`;
const RISES = `
  SELECT country, max(abroad) FILTER (WHERE year = 2020) - max(abroad) FILTER (WHERE year = 2003) AS abroad,
         max(top) FILTER (WHERE year = 2020) - max(top) FILTER (WHERE year = 2003) AS top
  FROM (${SHARES}) GROUP BY country`;

export default facts({
  countries: {
    says: 'countries whose papers with partners abroad have more citations than those without, all there are',
    sql: `SELECT count(*) AS value, 2020 AS year FROM (${MEANS}) HAVING count(*) FILTER (WHERE ratio > 1) = count(*)`,
    sources: [OPENALEX],
    format: 'count',
    stated: 73,
    within: 0,
  },
  ratio: {
    says: 'times as many citations a paper with partners abroad, median of countries',
    sql: `SELECT median(ratio) AS value, 2020 AS year FROM (${MEANS})`,
    sources: [OPENALEX],
    format: 'times',
    stated: 2.661,
  },
  economies: {
    says: 'economies with both shares',
    sql: `SELECT count(*) AS value, 2020 AS year FROM (${SHARES}) WHERE year = 2020 AND abroad IS NOT NULL AND top IS NOT NULL`,
    sources: [NCSES],
    format: 'count',
    stated: 46,
  },
  level: {
    says: 'rank correlation of the share of papers across borders with the share among the most cited',
    sql: level(2020),
    sources: [NCSES],
    format: 'two',
    stated: 0.6615,
  },
  level_2003: {
    says: 'rank correlation of the share of papers across borders with the share among the most cited',
    sql: level(2003),
    sources: [NCSES],
    format: 'two',
    stated: 0.374,
    must: ['less closely than in 2020', (v) => v < 0.6],
  },
  change: {
    says: 'rank correlation of the rises of the two shares',
    sql: `
      SELECT corr(a, b) AS value, '2003–2020' AS year
      FROM (SELECT rank() OVER (ORDER BY abroad) AS a, rank() OVER (ORDER BY top) AS b
            FROM (${RISES}) WHERE abroad IS NOT NULL AND top IS NOT NULL)`,
    sources: [NCSES],
    format: 'two',
    stated: 0.2002,
    must: ['chance alone could give it', (v) => Math.abs(v) < 0.29],
  },
});
