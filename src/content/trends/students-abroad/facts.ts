import { facts } from '../../../publication/fact.ts';
import { studentsOf, timesAbroad } from '../../../publication/totals-sql.ts';

const TOTALS = 'uis-student-totals';
const FLOWS = 'uis-student-flows';

/** A host's part of the world's total of a year. */
const part = (hosts: string, year: number): string => `
  SELECT sum(value) FILTER (country IN (${hosts})) / max(value) FILTER (country = 'WLD') AS value, ${year} AS year
  FROM totals WHERE measure = 'inbound_students' AND source = '${TOTALS}' AND year = ${year}`;
const world = (year: number): string => studentsOf({ country: 'WLD', measure: 'inbound_students', year });
const outbound = (country: string, year: number): string =>
  studentsOf({ country, measure: 'outbound_students', year });
const inbound = (country: string, year: number): string =>
  studentsOf({ country, measure: 'inbound_students', year });
const OLD_HOSTS = "'USA', 'GBR', 'DEU', 'FRA', 'AUS'";
/** How much of the world's total the lists by origin hold. */
const listed = (year: number): string => `
  SELECT (SELECT sum(value) FROM flows WHERE source = '${FLOWS}' AND year = ${year}) / value AS value, year
  FROM totals WHERE country = 'WLD' AND measure = 'inbound_students' AND source = '${TOTALS}' AND year = ${year}`;
const hosts = (year: number): string => `
  SELECT count(DISTINCT destination) AS value, ${year} AS year FROM flows WHERE source = '${FLOWS}' AND year = ${year}`;

export default facts({
  world_first: {
    says: 'students enrolled outside their own country, world',
    sql: world(2000),
    sources: [TOTALS],
    format: 'millions',
    stated: 2110399,
  },
  world_last: {
    says: 'students enrolled outside their own country, world',
    sql: world(2022),
    sources: [TOTALS],
    format: 'millions',
    stated: 6859427,
  },
  growth: {
    says: 'times as many students abroad as in 2000',
    sql: timesAbroad(2000, 2022),
    sources: [TOTALS],
    format: 'times',
    stated: 3.25,
    must: ['more than tripled', (v) => v > 3],
  },
  growth_to_2019: {
    says: 'times as many students abroad in 2019 as in 2000',
    sql: timesAbroad(2000, 2019),
    sources: [TOTALS],
    format: 'times',
    stated: 2.896,
  },
  india_2013: {
    says: 'students from India abroad',
    sql: outbound('IND', 2013),
    sources: [TOTALS],
    format: 'count',
    stated: 191627,
  },
  india_last: {
    says: 'students from India abroad',
    sql: outbound('IND', 2022),
    sources: [TOTALS],
    format: 'count',
    stated: 621623,
  },
  china_last: {
    says: 'students from China abroad',
    sql: outbound('CHN', 2022),
    sources: [TOTALS],
    format: 'millions',
    stated: 1052283,
  },
  five_2018: {
    says: 'of the world total studied in the United States, the United Kingdom, Germany, France or Australia',
    sql: part(OLD_HOSTS, 2018),
    sources: [TOTALS],
    format: 'percent',
    stated: 0.4239,
  },
  turkey_2013: {
    says: 'foreign students in Türkiye',
    sql: inbound('TUR', 2013),
    sources: [TOTALS],
    format: 'count',
    stated: 54387,
  },
  turkey_last: {
    says: 'foreign students in Türkiye',
    sql: inbound('TUR', 2022),
    sources: [TOTALS],
    format: 'count',
    stated: 244027,
  },
  usa_share_2018: {
    says: 'of the world total studied in the United States',
    sql: part("'USA'", 2018),
    sources: [TOTALS],
    format: 'percent',
    stated: 0.1725,
  },
  hosts_2018: {
    says: 'hosts that listed their students by origin',
    sql: hosts(2018),
    sources: [FLOWS],
    format: 'count',
    stated: 99,
  },
  listed_2018: {
    says: 'of the world total is listed by origin',
    sql: listed(2018),
    sources: [FLOWS, TOTALS],
    format: 'percent',
    stated: 0.7724,
  },
  listed_2020: {
    says: 'of the world total is listed by origin',
    sql: listed(2020),
    sources: [FLOWS, TOTALS],
    format: 'percent',
    stated: 0.168,
  },
  china_usa_2018: {
    says: 'students from China in the United States',
    sql: `SELECT value, year FROM flows WHERE source = '${FLOWS}' AND origin = 'CHN' AND destination = 'USA' AND year = 2018`,
    sources: [FLOWS],
    format: 'count',
    stated: 333935,
  },
  silent_2022: {
    says: 'places with an inbound total in 2018 and none in 2022',
    sql: `
      SELECT count(*) AS value, 2022 AS year FROM (
        SELECT country FROM totals WHERE measure = 'inbound_students' AND source = '${TOTALS}' AND year = 2018
        EXCEPT SELECT country FROM totals WHERE measure = 'inbound_students' AND source = '${TOTALS}' AND year = 2022)`,
    sources: [TOTALS],
    format: 'count',
    stated: 40,
    within: 0.5,
  },
});
