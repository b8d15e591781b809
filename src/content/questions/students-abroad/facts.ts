import { facts } from '../../../publication/fact.ts';

const TOTALS = 'uis-student-totals';
const WORLD = `country = 'WLD' AND measure = 'inbound_students' AND source = '${TOTALS}'`;

export default facts({
  world: {
    says: 'students enrolled outside their own country, world',
    sql: `SELECT value, year FROM totals WHERE ${WORLD} AND year = 2022`,
    sources: [TOTALS],
    format: 'millions',
    stated: 6859427,
  },
  growth: {
    says: 'times as many students abroad as in 2000, world',
    sql: `
      SELECT max(value) FILTER (WHERE year = 2022) / max(value) FILTER (WHERE year = 2000) AS value, '2000–2022' AS year
      FROM totals WHERE ${WORLD}`,
    sources: [TOTALS],
    format: 'times',
    stated: 3.25,
  },
});
