import { facts } from '../../../publication/fact.ts';

const CALLS = 'ecorda-participation';
const STARTS = 'cordis-h2020';
const FP7 = 'cordis-fp7';
const PAPERS = 'openalex-copublications';
const SCOPUS = 'ncses-publications/scopus';
const EU27 = "(SELECT country FROM group_members WHERE group_id = 'eu' AND to_date IS NULL)";

/** The United Kingdom's part of what the file's countries have in the calls of a year. */
const part = (what: string, stage: string, year: number): string => `
  SELECT sum(${what}) FILTER (country = 'GBR') / sum(${what}) AS value, ${year} AS year
  FROM programme_participation WHERE source = '${CALLS}' AND stage = '${stage}' AND year = ${year}`;
/** How often proposals led from the United Kingdom won, over how often those led from elsewhere did. */
const oddsToLead = (year: number): string => `
  SELECT max(rate) FILTER (british) / max(rate) FILTER (NOT british) AS value, ${year} AS year FROM (
    SELECT country = 'GBR' AS british,
      sum(coordinations) FILTER (stage = 'successful') / sum(coordinations) FILTER (stage = 'evaluated') AS rate
    FROM programme_participation WHERE source = '${CALLS}' AND year = ${year} GROUP BY 1)`;
/** A country's part of the lead roles in projects of two countries or more. */
const lead = (country: string, year: number): string => `
  SELECT share_of_programme AS value, year FROM coordinator_shares
  WHERE source = '${STARTS}' AND theme = 'all' AND country = '${country}' AND year = ${year}`;
/** The United Kingdom's part of all ties of the 27 members of today. */
const ofTies = (layer: string, source: string, year: number): string => `
  SELECT sum(value) FILTER (partner = 'GBR') / sum(value) AS value, ${year} AS year
  FROM ties WHERE layer = '${layer}' AND source = '${source}' AND year = ${year} AND country IN ${EU27}`;
/** The same in joint articles on Scopus, among the economies that NCSES lists. */
const onScopus = (year: number): string => `
  SELECT sum(value) FILTER (a = 'GBR' OR b = 'GBR') / sum(value) AS value FROM (
    SELECT origin AS a, destination AS b, value FROM publication_pairs
    WHERE source = '${SCOPUS}' AND edition = 'SEI2024' AND year = ${year} AND origin IN ${EU27}
    UNION ALL
    SELECT destination, origin, value FROM publication_pairs
    WHERE source = '${SCOPUS}' AND edition = 'SEI2024' AND year = ${year} AND destination IN ${EU27})`;

export default facts({
  lead_2015: {
    says: 'of lead roles in funded proposals were British',
    sql: part('coordinations', 'successful', 2015),
    sources: [CALLS],
    format: 'percent',
    stated: 0.1321,
  },
  lead_2016: {
    says: 'of lead roles in funded proposals were British',
    sql: part('coordinations', 'successful', 2016),
    sources: [CALLS],
    format: 'percent',
    stated: 0.1199,
  },
  lead_2019: {
    says: 'of lead roles in funded proposals were British',
    sql: part('coordinations', 'successful', 2019),
    sources: [CALLS],
    format: 'percent',
    stated: 0.0504,
    must: ['fell to less than half of 2015', (v) => v < 0.066],
  },
  part_2015: {
    says: 'of participations in funded proposals were British',
    sql: part('participations', 'successful', 2015),
    sources: [CALLS],
    format: 'percent',
    stated: 0.1363,
  },
  part_2019: {
    says: 'of participations in funded proposals were British',
    sql: part('participations', 'successful', 2019),
    sources: [CALLS],
    format: 'percent',
    stated: 0.0808,
  },
  widest_gap: {
    says: 'points, the widest gap between the rates of British and other participations in a year of Horizon 2020',
    sql: `
      SELECT max(abs(british - other)) AS value, '2014–2020' AS year FROM (
        SELECT year,
          sum(participations) FILTER (stage = 'successful' AND country = 'GBR') / sum(participations) FILTER (stage = 'evaluated' AND country = 'GBR') AS british,
          sum(participations) FILTER (stage = 'successful' AND country <> 'GBR') / sum(participations) FILTER (stage = 'evaluated' AND country <> 'GBR') AS other
        FROM programme_participation WHERE source = '${CALLS}' AND framework = 'Horizon 2020' GROUP BY year)`,
    sources: [CALLS],
    format: 'points',
    stated: 0.0111,
    must: ['small', (v) => v < 0.02],
  },
  lead_bids: {
    says: 'of the fall in the British share of lead roles is a fall in its share of bids to lead, the rest one in its odds (reckoned in logarithms)',
    sql: `
      WITH share AS (
        SELECT year, stage, sum(coordinations) FILTER (country = 'GBR') / sum(coordinations) AS part
        FROM programme_participation WHERE source = '${CALLS}' AND year IN (2015, 2019) GROUP BY year, stage)
      SELECT ln(max(part) FILTER (stage = 'evaluated' AND year = 2019) / max(part) FILTER (stage = 'evaluated' AND year = 2015))
        / ln(max(part) FILTER (stage = 'successful' AND year = 2019) / max(part) FILTER (stage = 'successful' AND year = 2015)) AS value,
        '2015–2019' AS year
      FROM share`,
    sources: [CALLS],
    format: 'percent',
    stated: 0.637,
    must: ['most of the fall', (v) => v > 0.5],
  },
  odds_2015: {
    says: 'times as often as others, proposals led from the United Kingdom were funded',
    sql: oddsToLead(2015),
    sources: [CALLS],
    format: 'times',
    stated: 1.262,
    must: ['more often', (v) => v > 1],
  },
  odds_2019: {
    says: 'times as often as others, proposals led from the United Kingdom were funded',
    sql: oddsToLead(2019),
    sources: [CALLS],
    format: 'times',
    stated: 0.858,
    must: ['less often', (v) => v < 1],
  },
  start_gbr_2015: {
    says: 'of lead roles in projects of two countries or more were British',
    sql: lead('GBR', 2015),
    sources: [STARTS],
    format: 'percent',
    stated: 0.1349,
  },
  start_gbr_2020: {
    says: 'of lead roles in projects of two countries or more were British',
    sql: lead('GBR', 2020),
    sources: [STARTS],
    format: 'percent',
    stated: 0.0586,
  },
  che_rise: {
    says: 'times as large a share of lead roles, in projects of two countries or more, for Switzerland as in 2015',
    sql: `SELECT c.value / b.value AS value, '2015–2020' AS year FROM (${lead('CHE', 2020)}) c CROSS JOIN (${lead('CHE', 2015)}) b`,
    sources: [STARTS],
    format: 'times',
    stated: 2.58,
    must: ['more than in 2015', (v) => v > 1.5],
  },
  projects_fall: {
    says: 'points less of the links of the 27 members in shared projects were with the United Kingdom than in 2015',
    sql: `SELECT c.value - b.value AS value, '2015–2020' AS year FROM (${ofTies('projects', STARTS, 2020)}) c CROSS JOIN (${ofTies('projects', STARTS, 2015)}) b`,
    sources: [STARTS],
    format: 'points',
    stated: -0.0277,
    must: ['a fall', (v) => v < -0.02],
  },
  papers_fall_2016: {
    says: 'points less of the links of the 27 members in joint papers were with the United Kingdom than in 2016',
    sql: `SELECT c.value - b.value AS value, '2016–2020' AS year FROM (${ofTies('papers', PAPERS, 2020)}) c CROSS JOIN (${ofTies('papers', PAPERS, 2016)}) b`,
    sources: [PAPERS],
    format: 'points',
    stated: -0.00695,
    must: ['less than in projects', (v) => v < 0 && v > -0.015],
  },
  papers_fall_2022: {
    says: 'points less of the links of the 27 members in joint papers were with the United Kingdom than in 2016',
    sql: `SELECT c.value - b.value AS value, '2016–2022' AS year FROM (${ofTies('papers', PAPERS, 2022)}) c CROSS JOIN (${ofTies('papers', PAPERS, 2016)}) b`,
    sources: [PAPERS],
    format: 'points',
    stated: -0.01248,
    must: ['less than in projects', (v) => v < 0 && v > -0.02],
  },
  papers_pace: {
    says: 'times as many points lost in a year from 2016 to 2022 as from 2010 to 2015 (slopes of straight lines through the years)',
    sql: `
      SELECT regr_slope(part, year) FILTER (WHERE year BETWEEN 2016 AND 2022) / regr_slope(part, year) FILTER (WHERE year BETWEEN 2010 AND 2015) AS value,
        '2010–2022' AS year
      FROM (
        SELECT year, sum(value) FILTER (partner = 'GBR') / sum(value) AS part FROM ties
        WHERE layer = 'papers' AND source = '${PAPERS}' AND year BETWEEN 2010 AND 2022 AND country IN ${EU27} GROUP BY year)`,
    sources: [PAPERS],
    format: 'times',
    stated: 2.629,
    must: ['a faster fall', (v) => v > 1.5],
  },
  papers_fall: {
    says: 'points less of the links of the 27 members in joint papers were with the United Kingdom than in 2015',
    sql: `SELECT c.value - b.value AS value, '2015–2020' AS year FROM (${ofTies('papers', PAPERS, 2020)}) c CROSS JOIN (${ofTies('papers', PAPERS, 2015)}) b`,
    sources: [PAPERS],
    format: 'points',
    stated: -0.0012,
    within: 0.5,
    must: ['next to nothing', (v) => v < 0 && v > -0.005],
  },
  scopus_fall: {
    says: 'points less of the links of members of the Union in joint articles were with the United Kingdom than in 2003, among 46 economies',
    sql: `SELECT (${onScopus(2022)}) - (${onScopus(2003)}) AS value, '2003–2022' AS year`,
    sources: [SCOPUS],
    format: 'points',
    stated: -0.0151,
    must: ['a slow decline', (v) => v < 0],
  },
  first_germany: {
    says: 'first partner of Germany in shared projects of FP7, and of Horizon 2020 among those that began in 2015',
    sql: `
      SELECT p.partner AS value, '2007–2015' AS year FROM (
        SELECT CASE origin WHEN 'DEU' THEN destination ELSE origin END AS partner FROM period_flows
        WHERE source = '${FP7}' AND (origin = 'DEU' OR destination = 'DEU') ORDER BY period_flows.value DESC LIMIT 1) p
      JOIN (
        SELECT partner FROM ties
        WHERE source = '${STARTS}' AND country = 'DEU' AND year = 2015 ORDER BY ties.value DESC LIMIT 1) t ON t.partner = p.partner`,
    sources: [FP7, STARTS],
    format: 'place',
    stated: 'GBR',
  },
  rank_germany: {
    says: 'place of the United Kingdom among the partners of Germany in shared projects',
    sql: `
      SELECT 1 + count(*) AS value, 2020 AS year FROM ties
      WHERE source = '${STARTS}' AND country = 'DEU' AND year = 2020
        AND value > (SELECT max(value) FROM ties WHERE source = '${STARTS}' AND country = 'DEU' AND partner = 'GBR' AND year = 2020)`,
    sources: [STARTS],
    format: 'small',
    stated: 5,
    within: 0.01,
  },
  lead_2014: {
    says: 'of lead roles in funded proposals were British',
    sql: part('coordinations', 'successful', 2014),
    sources: [CALLS],
    format: 'percent',
    stated: 0.1168,
    must: ['lower than in 2015, far above 2019', (v) => v > 0.1 && v < 0.13],
  },
});
