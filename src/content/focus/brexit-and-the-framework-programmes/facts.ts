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
/** A country's part of all ties of the 27 members of today. */
const ofTies = (layer: string, source: string, country: string, year: number): string => `
  SELECT sum(value) FILTER (partner = '${country}') / sum(value) AS value, ${year} AS year
  FROM ties WHERE layer = '${layer}' AND source = '${source}' AND year = ${year} AND country IN ${EU27}`;

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
  leads_2023: {
    says: 'funded proposals led from the United Kingdom',
    sql: `
      SELECT coordinations AS value, year FROM programme_participation
      WHERE source = '${CALLS}' AND stage = 'successful' AND country = 'GBR' AND year = 2023`,
    sources: [CALLS],
    format: 'small',
    stated: 3,
    within: 0.5,
  },
  leads_2024: {
    says: 'funded proposals led from the United Kingdom',
    sql: `
      SELECT coordinations AS value, year FROM programme_participation
      WHERE source = '${CALLS}' AND stage = 'successful' AND country = 'GBR' AND year = 2024`,
    sources: [CALLS],
    format: 'count',
    stated: 85,
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
  from_bids: {
    says: 'of the fall in the British share of participations is a fall in its share of bids, the rest one in its odds (parts of the logarithm)',
    sql: `
      WITH share AS (
        SELECT year, stage, sum(participations) FILTER (country = 'GBR') / sum(participations) AS part
        FROM programme_participation WHERE source = '${CALLS}' AND year IN (2015, 2019) GROUP BY year, stage)
      SELECT ln(max(part) FILTER (stage = 'evaluated' AND year = 2019) / max(part) FILTER (stage = 'evaluated' AND year = 2015))
        / ln(max(part) FILTER (stage = 'successful' AND year = 2019) / max(part) FILTER (stage = 'successful' AND year = 2015)) AS value,
        '2015–2019' AS year
      FROM share`,
    sources: [CALLS],
    format: 'percent',
    stated: 0.832,
    must: ['most of the fall', (v) => v > 0.6],
  },
  lead_bids: {
    says: 'of the fall in the British share of lead roles is a fall in its share of bids to lead, the rest one in its odds (parts of the logarithm)',
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
  start_che_2015: {
    says: 'of lead roles in projects of two countries or more were Swiss',
    sql: lead('CHE', 2015),
    sources: [STARTS],
    format: 'percent',
    stated: 0.0104,
  },
  start_che_2020: {
    says: 'of lead roles in projects of two countries or more were Swiss',
    sql: lead('CHE', 2020),
    sources: [STARTS],
    format: 'percent',
    stated: 0.0268,
  },
  projects_2015: {
    says: 'of the links of the 27 members in shared projects were with the United Kingdom',
    sql: ofTies('projects', STARTS, 'GBR', 2015),
    sources: [STARTS],
    format: 'percent',
    stated: 0.0878,
  },
  projects_2020: {
    says: 'of the links of the 27 members in shared projects were with the United Kingdom',
    sql: ofTies('projects', STARTS, 'GBR', 2020),
    sources: [STARTS],
    format: 'percent',
    stated: 0.0601,
  },
  papers_2015: {
    says: 'of the links of the 27 members in joint papers were with the United Kingdom',
    sql: ofTies('papers', PAPERS, 'GBR', 2015),
    sources: [PAPERS],
    format: 'percent',
    stated: 0.0863,
  },
  papers_2020: {
    says: 'of the links of the 27 members in joint papers were with the United Kingdom',
    sql: ofTies('papers', PAPERS, 'GBR', 2020),
    sources: [PAPERS],
    format: 'percent',
    stated: 0.0851,
  },
  papers_2022: {
    says: 'of the links of the 27 members in joint papers were with the United Kingdom',
    sql: ofTies('papers', PAPERS, 'GBR', 2022),
    sources: [PAPERS],
    format: 'percent',
    stated: 0.0796,
  },
  scopus_2022: {
    says: 'of the links of members of the Union in joint articles were with the United Kingdom, among 46 economies',
    sql: `
      SELECT sum(value) FILTER (a = 'GBR' OR b = 'GBR') / sum(value) AS value, 2022 AS year FROM (
        SELECT origin AS a, destination AS b, value FROM publication_pairs
        WHERE source = '${SCOPUS}' AND edition = 'SEI2024' AND year = 2022 AND origin IN ${EU27}
        UNION ALL
        SELECT destination, origin, value FROM publication_pairs
        WHERE source = '${SCOPUS}' AND edition = 'SEI2024' AND year = 2022 AND destination IN ${EU27}) AS ends`,
    sources: [SCOPUS],
    format: 'percent',
    stated: 0.0852,
  },
  scopus_2003: {
    says: 'of the links of members of the Union in joint articles were with the United Kingdom, among 46 economies',
    sql: `
      SELECT sum(value) FILTER (a = 'GBR' OR b = 'GBR') / sum(value) AS value, 2003 AS year FROM (
        SELECT origin AS a, destination AS b, value FROM publication_pairs
        WHERE source = '${SCOPUS}' AND edition = 'SEI2024' AND year = 2003 AND origin IN ${EU27}
        UNION ALL
        SELECT destination, origin, value FROM publication_pairs
        WHERE source = '${SCOPUS}' AND edition = 'SEI2024' AND year = 2003 AND destination IN ${EU27}) AS ends`,
    sources: [SCOPUS],
    format: 'percent',
    stated: 0.1003,
  },
  fp7_germany: {
    says: 'first partner of Germany in shared projects',
    sql: `
      SELECT CASE WHEN origin = 'DEU' THEN destination ELSE origin END AS value, '2007–2013' AS year FROM period_flows
      WHERE source = '${FP7}' AND (origin = 'DEU' OR destination = 'DEU') ORDER BY period_flows.value DESC LIMIT 1`,
    sources: [FP7],
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
});
