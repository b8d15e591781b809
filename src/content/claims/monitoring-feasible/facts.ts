import { facts } from '../../../publication/fact.ts';

const FLOWS = 'uis-student-flows';
const TOTALS = 'uis-student-totals';
const PAPERS = 'openalex-copublications';
const hosts = (year: number): string => `
  SELECT count(DISTINCT destination) AS value, year FROM flows WHERE source = '${FLOWS}' AND year = ${year} GROUP BY year`;

export default facts({
  papers: {
    says: 'countries and territories with papers across borders',
    sql: `SELECT count(DISTINCT country) AS value, 2022 AS year FROM totals WHERE source = '${PAPERS}' AND measure = 'international_works' AND year = 2022`,
    sources: [PAPERS],
    format: 'count',
    stated: 243,
  },
  hosts_2018: {
    says: 'hosts that list students by origin',
    sql: hosts(2018),
    sources: [FLOWS],
    format: 'count',
    stated: 99,
  },
  hosts_2020: {
    says: 'hosts that list students by origin',
    sql: hosts(2020),
    sources: [FLOWS],
    format: 'count',
    stated: 49,
    must: ['has dropped', (v) => v < 80],
  },
  inbound: {
    says: 'hosts with a total of students from abroad',
    sql: `SELECT count(*) AS value, 2022 AS year FROM totals WHERE source = '${TOTALS}' AND measure = 'inbound_students' AND country <> 'WLD' AND year = 2022`,
    sources: [TOTALS],
    format: 'count',
    stated: 105,
  },
});
