import { facts } from '../../../publication/fact.ts';

const CITATIONS = 'openalex-citations';
/** Mean citations of papers with authors abroad, over those of papers without. */
const MEANS = `
  SELECT max(value) FILTER (WHERE indicator = 'international_mean_citations')
    / max(value) FILTER (WHERE indicator = 'domestic_mean_citations') AS ratio
  FROM country_context WHERE source = '${CITATIONS}' AND year = 2020 GROUP BY country`;

export default facts({
  countries: {
    says: 'countries whose papers with authors abroad have more citations than the others, all there are',
    sql: `SELECT count(*) AS value, 2020 AS year FROM (${MEANS}) HAVING count(*) FILTER (WHERE ratio > 1) = count(*)`,
    sources: [CITATIONS],
    format: 'count',
    stated: 73,
    within: 0,
  },
  ratio: {
    says: 'times as many citations a paper with authors abroad, median of countries',
    sql: `SELECT median(ratio) AS value, 2020 AS year FROM (${MEANS})`,
    sources: [CITATIONS],
    format: 'times',
    stated: 2.661,
  },
});
