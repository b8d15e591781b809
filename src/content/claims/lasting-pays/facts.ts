import { facts } from '../../../publication/fact.ts';

const FP7 = 'cordis-fp7';

export default facts({
  pairs: {
    says: 'pairs of organisations that shared a project in FP7 and again in Horizon 2020',
    sql: `SELECT count(*) AS value, '2007–2022' AS year FROM organisation_persistence WHERE source = '${FP7}' OR source = 'cordis-h2020'`,
    sources: [FP7, 'cordis-h2020'],
    format: 'count',
    stated: 47197,
  },
});
