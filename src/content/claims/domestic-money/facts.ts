import { facts } from '../../../publication/fact.ts';

const H2020 = 'cordis-h2020';
const WDI = 'world-bank-wdi';

export default facts({
  grants: {
    says: 'billion euros of contributions of the Union in Horizon 2020 (projects begun up to 2022, list of December 2020)',
    sql: `SELECT sum(contribution) / 1e9 AS value, '2014–2022' AS year FROM project_participation WHERE source = '${H2020}' AND theme = 'all' AND country = 'WLD'`,
    sources: [H2020],
    format: 'times',
    stated: 59.06,
  },
  with_spending: {
    says: 'countries with spending on research as a share of income',
    sql: `SELECT count(*) AS value, 2021 AS year FROM country_context WHERE indicator = 'rd_share' AND source = '${WDI}' AND year = 2021 AND country <> 'WLD'`,
    sources: [WDI],
    format: 'count',
    stated: 88,
  },
});
