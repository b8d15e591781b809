import type { Indicator } from '../../model/indicator.ts';
import { ORGANISATION_PAIRS } from '../counting.ts';
import {
  LAST_WHOLE_YEAR,
  PAIRS_FROM_BOTH_ENDS,
  PAIRS_NEED,
  RENEWAL_CAVEATS,
  RENEWAL_REFERENCES,
} from '../organisation-pairs.ts';

export const renewedPairs: Indicator = {
  id: 'renewed_pairs',
  title: 'Pairs of organisations that outlived a programme',
  chapter: 'Persistence',
  subject: 'pair',
  layers: ['projects'],
  symmetric: true,
  unit: 'pairs of organisations',
  range: [0, null],
  neutral: null,
  pooled: ['projects'],
  digits: 0,
  says: 'How many pairs of organisations, one in either country, shared a project in one European programme and again in the next.',
  definition:
    'Pairs of universities or research organisations, one in each country, that shared at least one project of the Seventh Framework Programme and at least one of Horizon 2020. A pair counts once, however many projects it shared. Only projects that span two countries or more. Two countries whose organisations shared projects of Horizon 2020 and none of whose pairs did so before have zero; two countries whose organisations shared none have no row.',
  counting: ORGANISATION_PAIRS,
  formula: String.raw`R_{XY} = \#\{ (a, b) : a \in X,\, b \in Y,\, p^{\mathrm{FP7}}_{ab} > 0,\, p^{\mathrm{H2020}}_{ab} > 0 \}`,
  symbols: [
    ['a, b', 'organisations of X and of Y'],
    [String.raw`p^{\mathrm{FP7}}_{ab}`, 'projects of the Seventh Framework Programme with both'],
    [String.raw`p^{\mathrm{H2020}}_{ab}`, 'projects of Horizon 2020 with both'],
  ],
  interval: null,
  limits: null,
  isNot: [
    'It is not corrected for size: countries with many organisations have many pairs. The renewed share of a country sets them over all pairs.',
    'It is not proof of a lasting partnership: large organisations meet again in large consortia without having sought each other.',
    'It says nothing of why pairs lasted, and nothing of what came of it.',
  ],
  caveats: RENEWAL_CAVEATS,
  references: RENEWAL_REFERENCES,
  example: {
    sql: `
      SELECT a.in_text AS x, b.in_text AS y, i.year, i.value,
             (SELECT count(*) FROM organisation_persistence WHERE a IN (SELECT id FROM organisations WHERE country = 'DEU') AND b IN (SELECT id FROM organisations WHERE country = 'FRA')) AS one_way,
             (SELECT count(*) FROM organisation_persistence WHERE a IN (SELECT id FROM organisations WHERE country = 'FRA') AND b IN (SELECT id FROM organisations WHERE country = 'DEU')) AS other_way
      FROM pair_indicators i JOIN countries a ON a.iso3 = i.origin JOIN countries b ON b.iso3 = i.destination
      WHERE i.indicator = 'renewed_pairs' AND i.layer = 'projects' AND i.origin = 'DEU' AND i.destination = 'FRA'`,
    needs: ['pair_indicators', 'countries', 'organisations', 'organisation_persistence'],
    compute: ({ one_way, other_way }) => Number(one_way) + Number(other_way),
    tex: ({ one_way, other_way, value }, n) => String.raw`${n(one_way)} + ${n(other_way)} = ${n(value, 0)}`,
    says: ({ x, y, value }, n) =>
      `${n(value, 0)} pairs of an organisation in ${String(x)} and one in ${String(y)} shared a project of the Seventh Framework Programme and another of Horizon 2020.`,
  },
  sql: {
    stored: true,
    needs: PAIRS_NEED,
    query: `
      SELECT 'projects' AS layer, p.source, p.country AS origin, y.country AS destination, w.year, CAST(sum(p.renewed) AS DOUBLE) AS value,
             CAST(NULL AS DOUBLE) AS low, CAST(NULL AS DOUBLE) AS high, CAST(NULL AS VARCHAR) AS flag
      FROM (SELECT t.source, x.country, t.other, sum(t.renewed) AS renewed
            FROM (${PAIRS_FROM_BOTH_ENDS}) t
            JOIN organisations x ON x.id = t.mine GROUP BY t.source, x.country, t.other) p
      JOIN organisations y ON y.id = p.other AND y.country <> p.country
      JOIN (${LAST_WHOLE_YEAR}) w ON w.source = p.source
      GROUP BY p.source, p.country, y.country, w.year`,
  },
};
