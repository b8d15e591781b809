import { facts } from '../../../publication/fact.ts';
import { listedByOrigin, studentsAbroad, studentsOf, timesAbroad } from '../../../publication/totals-sql.ts';

const TOTALS = 'uis-student-totals';
const FLOWS = 'uis-student-flows';

/** A host's part of the world's total of a year. */
const part = (hosts: string, year: number): string => `
  SELECT sum(value) FILTER (country IN (${hosts})) / max(value) FILTER (country = 'WLD') AS value, ${year} AS year
  FROM totals WHERE measure = 'inbound_students' AND source = '${TOTALS}' AND year = ${year}`;
/** Students of an origin, as long as it is the first by what is asked: `a` is the year's number, `b` that of 2013. */
const firstOrigin = (country: string, year: number, by: string): string => `
  SELECT value, year FROM (${studentsOf({ country, measure: 'outbound_students', year })})
  WHERE '${country}' IN (
    SELECT country FROM (
      SELECT country, max(value) FILTER (year = 2022) AS a, max(value) FILTER (year = 2013) AS b FROM totals
      WHERE measure = 'outbound_students' AND source = '${TOTALS}' AND country <> 'WLD' GROUP BY country) x
    WHERE ${by} IS NOT NULL ORDER BY ${by} DESC LIMIT 1)`;
/** How far a register and UNESCO put origins in the same order. */
const sameOrder = (comparison: string): string => `
  SELECT rank_correlation AS value, year FROM source_agreement WHERE comparison = '${comparison}' AND year = 2018`;
const OLD_HOSTS = "'USA', 'GBR', 'DEU', 'FRA', 'AUS'";
/** Hosts with a list; none where China or the Emirates have one too. */
const hosts = (year: number): string => `
  SELECT count(DISTINCT destination) AS value, ${year} AS year FROM flows WHERE source = '${FLOWS}' AND year = ${year}
  HAVING count(*) FILTER (destination IN ('CHN', 'ARE')) = 0`;

export default facts({
  world_first: {
    says: 'students enrolled outside their own country, world',
    sql: studentsAbroad(2000),
    sources: [TOTALS],
    format: 'millions',
    stated: 2110399,
  },
  world_last: {
    says: 'students enrolled outside their own country, world',
    sql: studentsAbroad(2022),
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
  falls: {
    says: 'year in which the world total fell: 2021',
    sql: `
      SELECT count(*) AS value, '2000–2022' AS year
      FROM totals a JOIN totals b ON b.country = a.country AND b.measure = a.measure AND b.source = a.source AND b.year = a.year - 1
      WHERE a.country = 'WLD' AND a.measure = 'inbound_students' AND a.source = '${TOTALS}' AND a.year BETWEEN 2001 AND 2022
        AND a.value < b.value
      HAVING min(a.year) = 2021`,
    sources: [TOTALS],
    format: 'small',
    stated: 1,
    within: 0,
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
    sql: firstOrigin('IND', 2013, 'a - b'),
    sources: [TOTALS],
    format: 'count',
    stated: 191627,
  },
  india_last: {
    says: 'students from India abroad',
    sql: firstOrigin('IND', 2022, 'a - b'),
    sources: [TOTALS],
    format: 'count',
    stated: 621623,
  },
  china_last: {
    says: 'students from China abroad, the most of all origins',
    sql: firstOrigin('CHN', 2022, 'a'),
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
  turkey_times: {
    says: 'times as many foreign students in Türkiye as in 2013',
    sql: `
      SELECT max(value) FILTER (year = 2022) / max(value) FILTER (year = 2013) AS value, '2013–2022' AS year
      FROM totals WHERE country = 'TUR' AND measure = 'inbound_students' AND source = '${TOTALS}'`,
    sources: [TOTALS],
    format: 'times',
    stated: 4.487,
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
    sql: listedByOrigin(2018),
    sources: [FLOWS, TOTALS],
    format: 'percent',
    stated: 0.7724,
  },
  listed_2020: {
    says: 'of the world total is listed by origin',
    sql: listedByOrigin(2020),
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
    stated: 22,
  },
  visas_order: {
    says: 'rank correlation of origins: students in the United States and visas (F-1) issued',
    sql: sameOrder('students-us-visas'),
    sources: [FLOWS, 'us-student-visas'],
    format: 'two',
    stated: 0.948,
    must: ['much the same order', (v) => v > 0.9],
  },
  permits_order: {
    says: 'rank correlation of origins: students in Canada and study permits that took effect',
    sql: sameOrder('students-canada-permits'),
    sources: [FLOWS, 'canada-study-permits'],
    format: 'two',
    stated: 0.959,
    must: ['much the same order', (v) => v > 0.9],
  },
});
