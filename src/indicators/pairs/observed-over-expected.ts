import type { Indicator } from '../../model/indicator.ts';
import { LINKS } from '../counting.ts';
import {
  GRAVITY_CAVEATS,
  GRAVITY_FORMULA,
  GRAVITY_LAYERS,
  GRAVITY_REFERENCES,
  GRAVITY_SYMBOLS,
} from '../layers/gravity.ts';
import { SERIES, VARIATION, VARIATION_OF_MOVES } from './variation.ts';

export const observedOverExpected: Indicator = {
  id: 'observed_over_expected',
  title: 'Observed over expected',
  chapter: 'Gravity',
  subject: 'pair',
  layers: GRAVITY_LAYERS,
  unit: 'ratio',
  range: [0, null],
  neutral: 1,
  digits: 2,
  pooled: ['projects'],
  says: 'How many times as much two countries share as one would expect from what each shares with anyone, how far apart they lie, and whether a border, a language or a colonial past joins them.',
  definition:
    'What was observed over what the gravity model expects of the pair, by the coefficients of its layer, source and year and the effects of both countries. In papers and projects both orders of a pair have the same value. Whole counting.',
  counting: LINKS,
  formula: String.raw`Q_{od} = \frac{F_{od}}{\mu_{od}}, \quad ${GRAVITY_FORMULA}`,
  symbols: [['F_{od}', 'flow from origin o to destination d, or links of the two'], ...GRAVITY_SYMBOLS],
  interval: `Limits of what was observed, taken as a Poisson count, over the same expectation. They hold chance in the count alone. They do not hold how uncertain the coefficients and effects behind the expectation are, nor that the model is only roughly right, nor that a paper of many countries puts links into many pairs at once. ${VARIATION} ${VARIATION_OF_MOVES} A large pair has narrow limits, yet its distance from one is mostly the model’s.`,
  limits: 'interval',
  isNot: [
    'It is no verdict on a policy: what joins two countries beyond distance, border, language and a colonial tie, such as diasporas, programmes or fields of research, is all in this one number.',
    'It is not the affinity of the two countries: that takes sizes into account and nothing that lies between them.',
    'A pair that makes up much of what a country shares cannot stray far from one, because what is expected of a country adds up to what was observed: such a pair has set its own measure.',
  ],
  caveats: [
    ...GRAVITY_CAVEATS,
    SERIES,
    'Of projects the value is of all whole years together, from one fit. The year at which it stands, the last of them, is no year by itself; gravity_pairs has the first year of the fit too.',
    'Of two small countries less than one link may be expected: a single one then makes a large ratio that says little. The view gravity_pairs has what is expected beside the ratio.',
  ],
  references: GRAVITY_REFERENCES,
  example: {
    sql: `
      SELECT x.in_text AS x, y.in_text AS y, i.year, g.observed AS f, a.effect AS a_o, b.effect AS b_d, p.distance_weighted_km AS d,
             CAST(p.contiguous AS INTEGER) AS b, CAST(p.common_official_language AS INTEGER) AS l, CAST(p.colonial_tie AS INTEGER) AS k,
             c1.coefficient AS b_1, c2.coefficient AS b_2, c3.coefficient AS b_3, c4.coefficient AS b_4, i.value
      FROM pair_indicators i
      JOIN gravity_pairs g ON g.layer = i.layer AND g.source = i.source AND g.origin = i.origin AND g.destination = i.destination AND g.to_year = i.year
      JOIN gravity_effects a ON a.layer = i.layer AND a.source = i.source AND a.to_year = i.year AND a.country = i.origin
      JOIN gravity_effects b ON b.layer = i.layer AND b.source = i.source AND b.to_year = i.year AND b.country = i.destination
      JOIN pair_context p ON p.origin = i.origin AND p.destination = i.destination
      JOIN gravity_coefficients c1 ON c1.layer = i.layer AND c1.source = i.source AND c1.to_year = i.year AND c1.term = 'log_distance'
      JOIN gravity_coefficients c2 ON c2.layer = i.layer AND c2.source = i.source AND c2.to_year = i.year AND c2.term = 'contiguous'
      JOIN gravity_coefficients c3 ON c3.layer = i.layer AND c3.source = i.source AND c3.to_year = i.year AND c3.term = 'common_language'
      JOIN gravity_coefficients c4 ON c4.layer = i.layer AND c4.source = i.source AND c4.to_year = i.year AND c4.term = 'colonial_tie'
      JOIN countries x ON x.iso3 = i.origin JOIN countries y ON y.iso3 = i.destination
      WHERE i.indicator = 'observed_over_expected' AND i.layer = 'papers' AND i.source = 'openalex-copublications'
        AND i.origin = 'CHN' AND i.destination = 'USA' AND i.year = 2022
        AND g.layer = 'papers' AND g.source = 'openalex-copublications' AND g.origin = 'CHN' AND g.destination = 'USA' AND g.to_year = 2022`,
    needs: [
      'pair_indicators',
      'gravity_pairs',
      'gravity_effects',
      'gravity_coefficients',
      'pair_context',
      'countries',
    ],
    compute: ({ f, a_o, b_d, d, b, l, k, b_1, b_2, b_3, b_4 }) =>
      Number(f) /
      (Math.exp(Number(a_o) + Number(b_d)) *
        Number(d) ** Number(b_1) *
        Math.exp(Number(b_2) * Number(b) + Number(b_3) * Number(l) + Number(b_4) * Number(k))),
    tex: ({ f, a_o, b_d, d, b, l, k, b_1, b_2, b_3, b_4, value }, n) =>
      String.raw`\frac{${n(f)}}{\exp(${n(a_o, 3)} + ${n(b_d, 3)} + (${n(b_1, 3)}) \ln ${n(d)} + (${n(b_2, 3)}) \times ${n(b)} + (${n(b_3, 3)}) \times ${n(l)} + (${n(b_4, 3)}) \times ${n(k)})} = ${n(value, 2)}`,
    says: ({ x, y, year, value }, n) =>
      `In ${String(year)} ${String(x)} and ${String(y)} shared ${n(value, 2)} times as many papers as their other partners and what lies between them let one expect.`,
  },
  sql: {
    needs: ['gravity_pairs'],
    query: `
      SELECT layer, source, origin, destination, to_year AS year, ratio AS value, low, high, flag FROM gravity_pairs`,
  },
};
