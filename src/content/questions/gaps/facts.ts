import { facts } from '../../../publication/fact.ts';
import { listedByOrigin } from '../../../publication/totals-sql.ts';

const TOTALS = 'uis-student-totals';
const FLOWS = 'uis-student-flows';

export default facts({
  before: {
    says: 'of the world’s students abroad are in lists by origin',
    sql: listedByOrigin(2018),
    sources: [FLOWS, TOTALS],
    format: 'percent',
    stated: 0.7724,
  },
  after: {
    says: 'of the world’s students abroad are in lists by origin',
    sql: listedByOrigin(2020),
    sources: [FLOWS, TOTALS],
    format: 'percent',
    stated: 0.168,
  },
});
