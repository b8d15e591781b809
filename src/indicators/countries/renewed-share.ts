import type { Indicator } from '../../model/indicator.ts';
import { ORGANISATION_PAIRS } from '../counting.ts';
import {
  LAST_WHOLE_YEAR,
  PAIRS_FROM_BOTH_ENDS,
  PAIRS_NEED,
  RENEWAL_CAVEATS,
  RENEWAL_REFERENCES,
} from '../organisation-pairs.ts';

/** Pairs across borders that a country must have: with fewer, one project of many partners would decide. */
export const LEAST_PAIRS = 100;

export const renewedShare: Indicator = {
  id: 'renewed_share',
  title: 'Renewed share of organisation pairs',
  chapter: 'Persistence',
  subject: 'country',
  layers: ['projects'],
  unit: 'share',
  range: [0, 1],
  neutral: null,
  pooled: ['projects'],
  digits: 3,
  says: 'Of the pairs of organisations across the border in one European programme, the share that had shared a project in the one before.',
  definition: `Pairs of a university or research organisation in the country and one abroad that share at least one project of Horizon 2020; of these, the share that also shared at least one project of the Seventh Framework Programme. A pair counts once, however many projects it shared. Countries with fewer than ${LEAST_PAIRS} such pairs have no value.`,
  counting: ORGANISATION_PAIRS,
  formula: String.raw`\frac{\#\{ (a, b) : a \in X,\, b \notin X,\, p^{\mathrm{H2020}}_{ab} > 0,\, p^{\mathrm{FP7}}_{ab} > 0 \}}{\#\{ (a, b) : a \in X,\, b \notin X,\, p^{\mathrm{H2020}}_{ab} > 0 \}}`,
  symbols: [
    ['a', 'organisations in X'],
    ['b', 'organisations abroad'],
    [String.raw`p^{\mathrm{FP7}}_{ab}`, 'projects of the Seventh Framework Programme with both'],
    [String.raw`p^{\mathrm{H2020}}_{ab}`, 'projects of Horizon 2020 with both'],
  ],
  interval: null,
  limits: null,
  isNot: [
    'It is not the share of old pairs that lasted: it looks back from Horizon 2020, and says nothing of pairs of the programme before that were not renewed.',
    'It is neither good nor bad: a high share may be trust that has grown or a closed circle, a low one may be newcomers or a country that joined late.',
    'It says nothing of why pairs were renewed.',
  ],
  caveats: [
    ...RENEWAL_CAVEATS,
    'All organisations of Horizon 2020 are in the lower number, those that did not exist or took no part before among them.',
  ],
  references: RENEWAL_REFERENCES,
  example: {
    sql: `
      SELECT c.in_text AS x, i.year, i.value, count(*) AS pairs, count(o.a) AS renewed
      FROM country_indicators i JOIN countries c ON c.iso3 = i.country
      JOIN (SELECT DISTINCT a, b FROM organisation_ties) t ON
        (t.a IN (SELECT id FROM organisations WHERE country = 'DEU')) <> (t.b IN (SELECT id FROM organisations WHERE country = 'DEU'))
      LEFT JOIN organisation_persistence o ON o.a = t.a AND o.b = t.b
      WHERE i.indicator = 'renewed_share' AND i.layer = 'projects' AND i.country = 'DEU'
      GROUP BY c.in_text, i.year, i.value`,
    needs: [
      'country_indicators',
      'countries',
      'organisations',
      'organisation_ties',
      'organisation_persistence',
    ],
    compute: ({ renewed, pairs }) => Number(renewed) / Number(pairs),
    tex: ({ renewed, pairs, value }, n) => String.raw`\frac{${n(renewed)}}{${n(pairs)}} = ${n(value, 3)}`,
    says: ({ x, renewed, pairs }, n) =>
      `Of ${n(pairs)} pairs of an organisation in ${String(x)} and one abroad in Horizon 2020, ${n(renewed)} had shared a project of the Seventh Framework Programme.`,
  },
  sql: {
    needs: PAIRS_NEED,
    query: `
      SELECT p.country, 'projects' AS layer, p.source, w.year, sum(p.renewed) / CAST(count(*) AS DOUBLE) AS value,
             CAST(NULL AS DOUBLE) AS low, CAST(NULL AS DOUBLE) AS high, CAST(NULL AS VARCHAR) AS flag
      FROM (SELECT t.source, x.country, t.mine, t.other, max(t.renewed) AS renewed
            FROM (${PAIRS_FROM_BOTH_ENDS}) t
            JOIN organisations x ON x.id = t.mine GROUP BY t.source, x.country, t.mine, t.other) p
      JOIN organisations y ON y.id = p.other AND y.country <> p.country
      JOIN (${LAST_WHOLE_YEAR}) w ON w.source = p.source
      GROUP BY p.country, p.source, w.year HAVING count(*) >= ${LEAST_PAIRS}`,
  },
};
