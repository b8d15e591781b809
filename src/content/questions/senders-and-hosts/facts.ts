import { facts } from '../../../publication/fact.ts';

const TOTALS = 'uis-student-totals';
const HOSTED = `country IN (SELECT iso3 FROM countries) AND measure = 'inbound_students' AND source = '${TOTALS}'`;
/** Students abroad of an origin, as long as it stands at a place in the order of all origins. */
const sender = (place: number, country: string): string => `
  SELECT value, year FROM (
    SELECT country, value, year, row_number() OVER (ORDER BY value DESC) AS place
    FROM totals WHERE country IN (SELECT iso3 FROM countries) AND measure = 'outbound_students' AND source = '${TOTALS}' AND year = 2022)
  WHERE place = ${place} AND country = '${country}'`;

export default facts({
  china: {
    says: 'students from China abroad, the most of all origins',
    sql: sender(1, 'CHN'),
    sources: [TOTALS],
    format: 'millions',
    stated: 1052283,
  },
  india: {
    says: 'students from India abroad, second of all origins',
    sql: sender(2, 'IND'),
    sources: [TOTALS],
    format: 'count',
    stated: 621623,
  },
  host: {
    says: 'hosted most students from abroad, of those that reported',
    sql: `SELECT country AS value, year FROM totals WHERE ${HOSTED} AND year = 2022 ORDER BY totals.value DESC LIMIT 1`,
    sources: [TOTALS],
    format: 'place',
    stated: 'GBR',
  },
  hosted: {
    says: 'students from abroad in the host with most of them, of those that reported',
    sql: `SELECT max(value) AS value, 2022 AS year FROM totals WHERE ${HOSTED} AND year = 2022`,
    sources: [TOTALS],
    format: 'count',
    stated: 674931,
  },
  usa: {
    says: 'students from abroad in the United States, the last count before the year without a report',
    sql: `
      SELECT arg_max(value, year) AS value, max(year) AS year
      FROM totals WHERE ${HOSTED} AND country = 'USA' AND year <= 2022 HAVING max(year) = 2021`,
    sources: [TOTALS],
    format: 'count',
    stated: 833204,
  },
});
