import { facts } from '../../../publication/fact.ts';

const TOTALS = 'uis-student-totals';
type Way = 'inbound_students' | 'outbound_students';
/** Parts of each place in the sum of the places that have both years. */
const parts = (way: Way, first: number, last: number): string => `
  SELECT country, year, value / sum(value) OVER (PARTITION BY year) AS part
  FROM totals
  WHERE measure = '${way}' AND source = '${TOTALS}' AND year IN (${first}, ${last}) AND country IN (
    SELECT country FROM totals
    WHERE measure = '${way}' AND source = '${TOTALS}' AND country <> 'WLD' AND year IN (${first}, ${last})
    GROUP BY country HAVING count(*) = 2)`;
const effective = (way: Way, first: number, last: number, year: number): string => `
  SELECT 1 / sum(part * part) AS value, year FROM (${parts(way, first, last)}) WHERE year = ${year} GROUP BY year`;
const even = (way: Way, first: number, last: number, year: number) => ({
  says: `${way === 'inbound_students' ? 'hosts' : 'origins'} of equal size would give the same spread, among those with both ${first} and ${last}`,
  sql: effective(way, first, last, year),
  sources: [TOTALS],
  format: 'times' as const,
});
/** Part of the largest place, as long as that is the one named. */
const part = (way: Way, country: string, year: number): string => `
  SELECT max(part) AS value, ${year} AS year FROM (${parts(way, 2005, 2018)}) WHERE year = ${year}
  HAVING arg_max(country, part) = '${country}'`;

export default facts({
  hosts_first: { ...even('inbound_students', 2005, 2018, 2005), stated: 7.892 },
  hosts_last: {
    ...even('inbound_students', 2005, 2018, 2018),
    stated: 10.61,
    must: ['more hosts', (v) => v > 7.9],
  },
  origins_first: { ...even('outbound_students', 2005, 2018, 2005), stated: 24.85 },
  origins_last: {
    ...even('outbound_students', 2005, 2018, 2018),
    stated: 18.75,
    must: ['fewer origins', (v) => v < 24],
  },
  hosts: {
    says: 'hosts with a total in both 2005 and 2018',
    sql: `SELECT count(DISTINCT country) AS value, '2005, 2018' AS year FROM (${parts('inbound_students', 2005, 2018)})`,
    sources: [TOTALS],
    format: 'count',
    stated: 65,
  },
  top_first: {
    says: 'of the students at these hosts were in the United States, the largest',
    sql: part('inbound_students', 'USA', 2005),
    sources: [TOTALS],
    format: 'percent',
    stated: 0.2796,
  },
  top_last: {
    says: 'of the students at these hosts were in the United States, the largest',
    sql: part('inbound_students', 'USA', 2018),
    sources: [TOTALS],
    format: 'percent',
    stated: 0.2368,
    must: ['lost ground', (v) => v < 0.27],
  },
  india_first: {
    says: 'of the students from these origins came from India, the largest',
    sql: part('outbound_students', 'IND', 2005),
    sources: [TOTALS],
    format: 'percent',
    stated: 0.1256,
  },
  india_last: {
    says: 'of the students from these origins came from India, the largest',
    sql: part('outbound_students', 'IND', 2018),
    sources: [TOTALS],
    format: 'percent',
    stated: 0.1818,
    must: ['more than in 2005', (v) => v > 0.14],
  },
  china: {
    says: 'times as many students abroad from China as from India; China is the largest origin and has no total for 2005',
    sql: `
      SELECT max(value) FILTER (WHERE country = 'CHN') / max(value) FILTER (WHERE country = 'IND') AS value, 2018 AS year
      FROM totals WHERE measure = 'outbound_students' AND source = '${TOTALS}' AND country <> 'WLD' AND year = 2018
        AND 'CHN' NOT IN (SELECT country FROM totals WHERE measure = 'outbound_students' AND source = '${TOTALS}' AND year = 2005)
      HAVING arg_max(country, value) = 'CHN'`,
    sources: [TOTALS],
    format: 'times',
    stated: 2.628,
  },
  no_host: {
    says: 'are among the ten largest hosts of 2018 and have no total for 2005',
    sql: `
      SELECT string_agg(country, ' ' ORDER BY value DESC) AS value, '2005, 2018' AS year
      FROM (SELECT country, value FROM totals WHERE measure = 'inbound_students' AND source = '${TOTALS}' AND country <> 'WLD' AND year = 2018 ORDER BY value DESC LIMIT 10)
      WHERE country NOT IN (SELECT country FROM totals WHERE measure = 'inbound_students' AND source = '${TOTALS}' AND year = 2005)`,
    sources: [TOTALS],
    format: 'places',
    stated: 'DEU ARE JPN CHN',
  },
  hosts_2013: { ...even('inbound_students', 2013, 2018, 2013), format: 'two', stated: 11.64 },
  hosts_2018: {
    ...even('inbound_students', 2013, 2018, 2018),
    format: 'two',
    stated: 12.44,
    must: ['more hosts', (v) => v > 11.7],
  },
  origins_2013: { ...even('outbound_students', 2013, 2018, 2013), format: 'two', stated: 10.61 },
  origins_2018: {
    ...even('outbound_students', 2013, 2018, 2018),
    format: 'two',
    stated: 9.222,
    must: ['fewer origins', (v) => v < 10.5],
  },
});
