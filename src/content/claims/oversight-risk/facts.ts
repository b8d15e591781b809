import { facts } from '../../../publication/fact.ts';

const PAPERS = 'openalex-copublications';

export default facts({
  doubled: {
    says: 'pairs of countries with a hundred papers or more in 2017 and more than double that in 2022',
    sql: `
      SELECT count(*) AS value, '2017–2022' AS year
      FROM flows a JOIN flows b ON b.layer = a.layer AND b.source = a.source AND b.origin = a.origin AND b.destination = a.destination AND b.year = 2022
      WHERE a.layer = 'papers' AND a.source = '${PAPERS}' AND a.year = 2017 AND a.value >= 100 AND b.value > 2 * a.value`,
    sources: [PAPERS],
    format: 'count',
    stated: 549,
  },
});
