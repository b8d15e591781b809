import { facts } from '../../../publication/fact.ts';

const TOTALS = 'uis-student-totals';
const FLOWS = 'uis-student-flows';
const listed = (year: number): string => `
  SELECT (SELECT sum(value) FROM flows WHERE source = '${FLOWS}' AND year = ${year}) / value AS value, year
  FROM totals WHERE country = 'WLD' AND measure = 'inbound_students' AND source = '${TOTALS}' AND year = ${year}`;

export default facts({
  before: {
    says: 'of the world’s students abroad are in lists by origin',
    sql: listed(2018),
    sources: [FLOWS, TOTALS],
    format: 'percent',
    stated: 0.7724,
  },
  after: {
    says: 'of the world’s students abroad are in lists by origin',
    sql: listed(2020),
    sources: [FLOWS, TOTALS],
    format: 'percent',
    stated: 0.168,
  },
});
