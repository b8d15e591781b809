import { facts } from '../../../publication/fact.ts';

const PAPERS = 'openalex-copublications';
const PROJECTS = 'cordis-h2020';
const CALLS = 'ecorda-participation';
const AID = 'uis-sdg4';
const GROUPS = 'world-bank-wdi';
/** Members of the Union that the rules of Horizon 2020 name as widening countries. */
const WIDENING =
  "('BGR', 'HRV', 'CYP', 'CZE', 'EST', 'HUN', 'LVA', 'LTU', 'LUX', 'MLT', 'POL', 'PRT', 'ROU', 'SVK', 'SVN')";
const members = (group: string): string => `(SELECT country FROM group_members WHERE group_id = '${group}')`;
const income = (group: string): string => `(SELECT iso3 FROM countries WHERE income_group = '${group}')`;

/** The country in the middle of a group. */
const typical = (indicator: string, among: string, year: number): string => `
  SELECT median(value) AS value, ${year} AS year FROM country_indicators
  WHERE source = '${PAPERS}' AND indicator = '${indicator}' AND year = ${year} AND country IN ${among}`;
/** The same, of countries with so many international works. */
const typicalBySize = (among: string, size: string): string => `
  SELECT median(i.value) AS value, 2022 AS year
  FROM country_indicators i JOIN totals t ON t.country = i.country AND t.year = i.year AND t.source = i.source
  WHERE i.source = '${PAPERS}' AND i.indicator = 'effective_partners' AND i.year = 2022
    AND t.measure = 'international_works' AND t.value ${size} AND i.country IN ${among}`;
/** Foreign partners that a work brings: links over international works, of the country in the middle. */
const linksOfWorks = (group: string): string => `
  SELECT median(links / value) AS value, 2022 AS year FROM totals JOIN (
    SELECT country AS c, sum(value) AS links FROM ties
    WHERE layer = 'papers' AND source = '${PAPERS}' AND year = 2022 GROUP BY country) AS sums ON c = country
  WHERE source = '${PAPERS}' AND measure = 'international_works' AND year = 2022 AND country IN ${income(group)}`;
/** High-income partners in the links of low-income countries, of partners that have an income group. */
const withRich = (year: number): string => `
  SELECT sum(value) FILTER (c.income_group = 'High income') / sum(value) AS value, ${year} AS year
  FROM ties JOIN countries c ON c.iso3 = partner
  WHERE layer = 'papers' AND source = '${PAPERS}' AND year = ${year} AND c.income_group <> ''
    AND country IN ${income('Low income')}`;
/** Destinations of scholars in five years, of the typical country with at least a hundred moves. */
const destinations = (source: string, group: string): string => `
  SELECT median(spread) AS value, '2015–2019' AS year FROM (
    SELECT country, sum(moves) * sum(moves) / sum(moves * moves) AS spread FROM (
      SELECT country, partner, sum(value) AS moves FROM ties
      WHERE layer = 'scholars' AND direction = 'out' AND source = '${source}' AND year BETWEEN 2015 AND 2019
        AND country IN ${income(group)}
      GROUP BY country, partner) AS routes
    GROUP BY country HAVING sum(moves) >= 100) AS portfolios`;
/** The widening members' part of the whole, in projects of two countries or more that began in 2015 to 2020. */
const widening = (what: string): string => `
  SELECT sum(${what}) FILTER (country IN ${WIDENING}) / sum(${what}) FILTER (country = 'WLD') AS value, '2015–2020' AS year
  FROM project_participation WHERE source = '${PROJECTS}' AND theme = 'all' AND year BETWEEN 2015 AND 2020`;
const calls = (framework: string, years: string): string => `
  SELECT sum(coordinations) FILTER (country IN ${WIDENING}) / sum(coordinations) AS value, '${years}' AS year
  FROM programme_participation
  WHERE source = '${CALLS}' AND stage = 'successful' AND framework = '${framework}' AND year < 2025`;
const aid = (where: string, year: number): string => `
  SELECT sum(value) AS value, ${year} AS year FROM country_context
  WHERE source = '${AID}' AND indicator = 'scholarship_aid' AND year = ${year} AND country IN ${where}`;

export default facts({
  low_2022: {
    says: 'effective partners in joint papers, the typical low-income country',
    sql: typical('effective_partners', income('Low income'), 2022),
    sources: [PAPERS, GROUPS],
    format: 'times',
    stated: 24.96,
    must: ['no fewer than the high-income country', (v) => v > 20.2],
  },
  low_1995: {
    says: 'effective partners in joint papers, the typical low-income country',
    sql: typical('effective_partners', income('Low income'), 1995),
    sources: [PAPERS, GROUPS],
    format: 'times',
    stated: 5.11,
  },
  high_2022: {
    says: 'effective partners in joint papers, the typical high-income country',
    sql: typical('effective_partners', income('High income'), 2022),
    sources: [PAPERS, GROUPS],
    format: 'times',
    stated: 20.24,
  },
  islands_2022: {
    says: 'effective partners in joint papers, the typical small island developing State',
    sql: typical('effective_partners', members('sids'), 2022),
    sources: [PAPERS, 'country-groups'],
    format: 'times',
    stated: 15.45,
    must: ['fewer than low- and high-income countries', (v) => v < 20],
  },
  low_2019: {
    says: 'effective partners in joint papers, the typical low-income country',
    sql: typical('effective_partners', income('Low income'), 2019),
    sources: [PAPERS, GROUPS],
    format: 'times',
    stated: 20.4,
  },
  high_2019: {
    says: 'effective partners in joint papers, the typical high-income country',
    sql: typical('effective_partners', income('High income'), 2019),
    sources: [PAPERS, GROUPS],
    format: 'times',
    stated: 18.06,
  },
  low_larger: {
    says: 'effective partners, the typical low-income country with five hundred international works or more',
    sql: typicalBySize(income('Low income'), '>= 500'),
    sources: [PAPERS, GROUPS],
    format: 'times',
    stated: 24.1,
  },
  high_larger: {
    says: 'effective partners, the typical high-income country with five hundred international works or more',
    sql: typicalBySize(income('High income'), '>= 500'),
    sources: [PAPERS, GROUPS],
    format: 'times',
    stated: 23.6,
  },
  first_low: {
    says: 'of its links are with the largest partner, in the typical low-income country',
    sql: typical('largest_partner_share', income('Low income'), 2022),
    sources: [PAPERS, GROUPS],
    format: 'percent',
    stated: 0.1278,
  },
  first_high: {
    says: 'of its links are with the largest partner, in the typical high-income country',
    sql: typical('largest_partner_share', income('High income'), 2022),
    sources: [PAPERS, GROUPS],
    format: 'percent',
    stated: 0.1374,
  },
  links_low: {
    says: 'foreign countries in an international work, the typical low-income country',
    sql: linksOfWorks('Low income'),
    sources: [PAPERS, GROUPS],
    format: 'times',
    stated: 2.756,
  },
  links_high: {
    says: 'foreign countries in an international work, the typical high-income country',
    sql: linksOfWorks('High income'),
    sources: [PAPERS, GROUPS],
    format: 'times',
    stated: 2.586,
  },
  first_islands: {
    says: 'of its links are with the largest partner, in the typical small island developing State',
    sql: typical('largest_partner_share', members('sids'), 2022),
    sources: [PAPERS, 'country-groups'],
    format: 'percent',
    stated: 0.1798,
  },
  low_smaller: {
    says: 'effective partners, the typical low-income country with fewer than five hundred international works',
    sql: typicalBySize(income('Low income'), '< 500'),
    sources: [PAPERS, GROUPS],
    format: 'times',
    stated: 27.73,
  },
  high_smaller: {
    says: 'effective partners, the typical high-income country or territory with fewer than five hundred international works',
    sql: typicalBySize(income('High income'), '< 500'),
    sources: [PAPERS, GROUPS],
    format: 'times',
    stated: 13.28,
  },
  rich_1995: {
    says: 'of the links of low-income countries were with high-income countries',
    sql: withRich(1995),
    sources: [PAPERS, GROUPS],
    format: 'percent',
    stated: 0.7979,
  },
  rich_2022: {
    says: 'of the links of low-income countries were with high-income countries',
    sql: withRich(2022),
    sources: [PAPERS, GROUPS],
    format: 'percent',
    stated: 0.471,
    must: ['less than half', (v) => v < 0.5],
  },
  works_low: {
    says: 'international works per million people, the typical low-income country',
    sql: typical('works_per_million', income('Low income'), 2022),
    sources: [PAPERS, GROUPS],
    format: 'count',
    stated: 51.05,
  },
  works_high: {
    says: 'international works per million people, the typical high-income country',
    sql: typical('works_per_million', income('High income'), 2022),
    sources: [PAPERS, GROUPS],
    format: 'count',
    stated: 1542.2,
  },
  scopus_low: {
    says: 'effective destinations of scholars, the typical low-income country with a hundred moves or more',
    sql: destinations('scholarly-migration/scopus', 'Low income'),
    sources: ['scholarly-migration/scopus', GROUPS],
    format: 'times',
    stated: 7.54,
  },
  scopus_high: {
    says: 'effective destinations of scholars, the typical high-income country with a hundred moves or more',
    sql: destinations('scholarly-migration/scopus', 'High income'),
    sources: ['scholarly-migration/scopus', GROUPS],
    format: 'times',
    stated: 12.47,
  },
  openalex_low: {
    says: 'effective destinations of scholars, the typical low-income country with a hundred moves or more',
    sql: destinations('scholarly-migration/openalex', 'Low income'),
    sources: ['scholarly-migration/openalex', GROUPS],
    format: 'times',
    stated: 8.44,
  },
  openalex_high: {
    says: 'effective destinations of scholars, the typical high-income country with a hundred moves or more',
    sql: destinations('scholarly-migration/openalex', 'High income'),
    sources: ['scholarly-migration/openalex', GROUPS],
    format: 'times',
    stated: 11.08,
  },
  aid_low: {
    says: 'dollars of scholarship aid to all low-income countries',
    sql: aid(income('Low income'), 2022),
    sources: [AID, GROUPS],
    format: 'millions',
    stated: 122471360,
  },
  aid_three: {
    says: 'dollars of scholarship aid to India, Moldova and Ukraine',
    sql: aid("('IND', 'MDA', 'UKR')", 2022),
    sources: [AID],
    format: 'millions',
    stated: 158494632,
    must: ['more than all low-income countries', (v) => v > 122_471_360],
  },
  joined_low: {
    says: 'participations from low-income countries in Horizon 2020 projects of two countries or more',
    sql: `
      SELECT sum(cross_border_participations) AS value, '2015–2020' AS year FROM project_participation
      WHERE source = '${PROJECTS}' AND theme = 'all' AND year BETWEEN 2015 AND 2020 AND country IN ${income('Low income')}`,
    sources: [PROJECTS, GROUPS],
    format: 'count',
    stated: 135,
  },
  led_low: {
    says: 'of those as coordinator',
    sql: `
      SELECT sum(cross_border_coordinations) AS value, '2015–2020' AS year FROM project_participation
      WHERE source = '${PROJECTS}' AND theme = 'all' AND year BETWEEN 2015 AND 2020 AND country IN ${income('Low income')}`,
    sources: [PROJECTS, GROUPS],
    format: 'small',
    stated: 0,
  },
  widening_part: {
    says: 'of participations in projects of two countries or more were from widening members',
    sql: widening('cross_border_participations'),
    sources: [PROJECTS],
    format: 'percent',
    stated: 0.1128,
  },
  widening_lead: {
    says: 'of lead roles in projects of two countries or more were with widening members',
    sql: widening('cross_border_coordinations'),
    sources: [PROJECTS],
    format: 'percent',
    stated: 0.0745,
  },
  widening_own: {
    says: 'of the lead roles of widening members were in the part of Horizon 2020 made for them',
    sql: `
      SELECT sum(cross_border_coordinations) FILTER (theme = 'widening') / sum(cross_border_coordinations) FILTER (theme = 'all') AS value,
        '2015–2020' AS year
      FROM project_participation
      WHERE source = '${PROJECTS}' AND theme IN ('all', 'widening') AND year BETWEEN 2015 AND 2020 AND country IN ${WIDENING}`,
    sources: [PROJECTS],
    format: 'percent',
    stated: 0.2916,
  },
  calls_fp7: {
    says: 'of lead roles in funded proposals were with the same members',
    sql: calls('FP7', '2007–2013'),
    sources: [CALLS],
    format: 'percent',
    stated: 0.0706,
  },
  calls_last: {
    says: 'of lead roles in funded proposals were with the same members',
    sql: calls('Horizon Europe', '2021–2024'),
    sources: [CALLS],
    format: 'percent',
    stated: 0.1464,
    must: ['about twice FP7', (v) => v > 0.12],
  },
});
