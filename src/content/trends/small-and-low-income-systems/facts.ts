import { facts } from '../../../publication/fact.ts';
import { WIDENING } from './widening.ts';

const PAPERS = 'openalex-copublications';
const PROJECTS = 'cordis-h2020';
const AID = 'uis-sdg4';
const GROUPS = 'world-bank-wdi';
const members = (group: string): string => `(SELECT country FROM group_members WHERE group_id = '${group}')`;
const income = (group: string): string => `(SELECT iso3 FROM countries WHERE income_group = '${group}')`;

/** The country in the middle of a group. */
const typical = (indicator: string, among: string, year: number): string => `
  SELECT median(value) AS value, ${year} AS year FROM country_indicators
  WHERE source = '${PAPERS}' AND indicator = '${indicator}' AND year = ${year} AND country IN ${among}`;
/** How the low-income country in the middle stands to the high-income one. */
const against = (low: string, high: string, how: '/' | '-', year: number | string): string => `
  SELECT l.value ${how} h.value AS value, '${year}' AS year FROM (${low}) l CROSS JOIN (${high}) h`;
/** The country in the middle, among those with so many international works. */
const typicalBySize = (indicator: string, group: string, size: string): string => `
  SELECT median(i.value) AS value, 2022 AS year
  FROM country_indicators i JOIN totals t ON t.country = i.country AND t.year = i.year AND t.source = i.source
  WHERE i.source = '${PAPERS}' AND i.indicator = '${indicator}' AND i.year = 2022
    AND t.measure = 'international_works' AND t.value ${size} AND i.country IN ${income(group)}`;
/** Effective partners of the low-income country in the middle over those of the high-income one, among those with so many works. */
const spreadBySize = (size: string): string =>
  against(
    typicalBySize('effective_partners', 'Low income', size),
    typicalBySize('effective_partners', 'High income', size),
    '/',
    2022,
  );
/** Foreign countries in an international work: links over works, of the country in the middle. */
const partnersInWork = (group: string): string => `
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
const destinationsAgainst = (source: string): string =>
  against(destinations(source, 'Low income'), destinations(source, 'High income'), '/', '2015–2019');
/** The widening members' part of the whole, in projects of two countries or more that began in 2015 to 2020. */
const widening = (what: string): string => `
  SELECT sum(${what}) FILTER (country IN ${WIDENING}) / sum(${what}) FILTER (country = 'WLD') AS value, '2015–2020' AS year
  FROM project_participation WHERE source = '${PROJECTS}' AND theme = 'all' AND year BETWEEN 2015 AND 2020`;
/** The low-income countries' part of all countries on the list of scholarship aid: of a sum over them. */
const partOfListed = (what: string): string => `
  SELECT sum(${what}) FILTER (a.country IN ${income('Low income')}) / sum(${what}) AS value, 2022 AS year
  FROM country_context a
  JOIN country_context p ON p.country = a.country AND p.year = a.year AND p.source = '${GROUPS}' AND p.indicator = 'population'
  WHERE a.source = '${AID}' AND a.indicator = 'scholarship_aid' AND a.year = 2022`;

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
  first_low: {
    says: 'of its links are with the largest partner, in the typical low-income country with five hundred international works or more',
    sql: typicalBySize('largest_partner_share', 'Low income', '>= 500'),
    sources: [PAPERS, GROUPS],
    format: 'percent',
    stated: 0.1298,
    must: ['little more than the high-income country', (v) => v > 0.115 && v < 0.14],
  },
  first_high: {
    says: 'of its links are with the largest partner, in the typical high-income country with five hundred international works or more',
    sql: typicalBySize('largest_partner_share', 'High income', '>= 500'),
    sources: [PAPERS, GROUPS],
    format: 'percent',
    stated: 0.1104,
    must: ['less than the low-income country', (v) => v < 0.115],
  },
  all_low: {
    says: 'of its links are with the largest partner, in the typical low-income country, every place counted',
    sql: typical('largest_partner_share', income('Low income'), 2022),
    sources: [PAPERS, GROUPS],
    format: 'percent',
    stated: 0.1278,
    must: ['less than the high-income country', (v) => v < 0.132],
  },
  all_high: {
    says: 'of its links are with the largest partner, in the typical high-income country, every place counted',
    sql: typical('largest_partner_share', income('High income'), 2022),
    sources: [PAPERS, GROUPS],
    format: 'percent',
    stated: 0.1374,
    must: ['more than the low-income country', (v) => v > 0.132],
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
  lead_2019: {
    says: 'effective partners more in the typical low-income country than in the typical high-income one',
    sql: against(
      typical('effective_partners', income('Low income'), 2019),
      typical('effective_partners', income('High income'), 2019),
      '-',
      2019,
    ),
    sources: [PAPERS, GROUPS],
    format: 'times',
    stated: 2.34,
    within: 0.5,
    must: ['ahead, by less than in 2022', (v) => v > 0 && v < 4.7],
  },
  enough: {
    says: 'times as many effective partners in the low-income country as in the high-income one, five hundred international works or more',
    sql: spreadBySize('>= 500'),
    sources: [PAPERS, GROUPS],
    format: 'two',
    stated: 1.02,
    must: ['level', (v) => v > 0.93 && v < 1.07],
  },
  larger: {
    says: 'times as many effective partners in the low-income country as in the high-income one, a thousand international works or more',
    sql: spreadBySize('>= 1000'),
    sources: [PAPERS, GROUPS],
    format: 'two',
    stated: 0.99,
    must: ['level', (v) => v > 0.93 && v < 1.07],
  },
  high_smaller: {
    says: 'effective partners, the typical high-income country or territory with fewer than five hundred international works',
    sql: typicalBySize('effective_partners', 'High income', '< 500'),
    sources: [PAPERS, GROUPS],
    format: 'times',
    stated: 13.28,
    must: ['fewer than the low-income country', (v) => v < 20],
  },
  lists: {
    says: 'times as many foreign countries in an international work of the typical low-income country as of the typical high-income one',
    sql: against(partnersInWork('Low income'), partnersInWork('High income'), '/', 2022),
    sources: [PAPERS, GROUPS],
    format: 'two',
    stated: 1.066,
    must: ['little more', (v) => v > 1 && v < 1.15],
  },
  works_times: {
    says: 'times as many international works per head in the typical high-income country as in the typical low-income one',
    sql: against(
      typical('works_per_million', income('High income'), 2022),
      typical('works_per_million', income('Low income'), 2022),
      '/',
      2022,
    ),
    sources: [PAPERS, GROUPS],
    format: 'times',
    stated: 30.2,
  },
  scopus_part: {
    says: 'as many effective destinations of scholars in the typical low-income country as in the typical high-income one',
    sql: destinationsAgainst('scholarly-migration/scopus'),
    sources: ['scholarly-migration/scopus', GROUPS],
    format: 'percent',
    stated: 0.604,
    must: ['fewer', (v) => v < 0.95],
  },
  openalex_part: {
    says: 'as many effective destinations of scholars in the typical low-income country as in the typical high-income one',
    sql: destinationsAgainst('scholarly-migration/openalex'),
    sources: ['scholarly-migration/openalex', GROUPS],
    format: 'percent',
    stated: 0.761,
    must: ['fewer', (v) => v < 0.95],
  },
  aid_part: {
    says: 'of scholarship aid that names a country went to low-income countries',
    sql: partOfListed('a.value'),
    sources: [AID, GROUPS],
    format: 'percent',
    stated: 0.1168,
    must: ['more than their part of the people', (v) => v > 0.095],
  },
  aid_people: {
    says: 'of the people of the countries that received such aid lived in low-income countries',
    sql: partOfListed('p.value'),
    sources: [AID, GROUPS],
    format: 'percent',
    stated: 0.0899,
    must: ['less than their part of the aid', (v) => v < 0.1],
  },
});
