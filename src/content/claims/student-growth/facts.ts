import { facts } from '../../../publication/fact.ts';
import { studentsAbroad, timesAbroad } from '../../../publication/totals-sql.ts';

const TOTALS = 'uis-student-totals';
/** Hosts with a total in both years. */
const SAME = `
  SELECT max(value) FILTER (WHERE year = 2005) AS first, max(value) FILTER (WHERE year = 2018) AS last
  FROM totals WHERE measure = 'inbound_students' AND source = '${TOTALS}' AND country <> 'WLD' AND year IN (2005, 2018)
  GROUP BY country HAVING count(*) = 2`;

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
  fell: {
    says: 'the only year since 2000 in which the total was below that of the year before',
    sql: `
      SELECT max(year) AS value, '2000–2022' AS year FROM (
        SELECT year, value < lag(value) OVER (ORDER BY year) AS fell FROM totals
        WHERE country = 'WLD' AND measure = 'inbound_students' AND source = '${TOTALS}' AND year BETWEEN 2000 AND 2022)
      WHERE fell HAVING count(*) = 1`,
    sources: [TOTALS],
    format: 'year',
    stated: 2021,
    within: 0,
  },
  growth: {
    says: 'times as many students abroad as in 2000',
    sql: timesAbroad(2000, 2022),
    sources: [TOTALS],
    format: 'times',
    stated: 3.25,
    must: ['grown markedly', (v) => v > 2],
  },
  same_hosts: {
    says: 'hosts that reported a total in both 2005 and 2018',
    sql: `SELECT count(*) AS value, '2005, 2018' AS year FROM (${SAME})`,
    sources: [TOTALS],
    format: 'count',
    stated: 65,
  },
  same_growth: {
    says: 'times as many students at the hosts that reported in both 2005 and 2018',
    sql: `SELECT sum(last) / sum(first) AS value, '2005–2018' AS year FROM (${SAME})`,
    sources: [TOTALS],
    format: 'two',
    stated: 1.975,
    must: ['the same hosts grew too', (v) => v > 1.5],
  },
  world_same_span: {
    says: 'times as many students abroad in the world in 2018 as in 2005',
    sql: timesAbroad(2005, 2018),
    sources: [TOTALS],
    format: 'two',
    stated: 2.042,
  },
});
