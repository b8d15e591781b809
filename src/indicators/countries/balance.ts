import type { Indicator } from '../../model/indicator.ts';
import { TOTALS } from '../counting.ts';
import { REFERENCES } from '../references.ts';
import { joinedFlags } from '../relations/joined-flags.ts';
import {
  BALANCE_LIMITS,
  EFFECTIVENESS,
  ofScholars,
  SCHOLARS_CAVEATS,
  SCHOLARS_REFERENCES,
} from './scholars.ts';

export const balance: Indicator = {
  id: 'balance',
  title: 'Balance of in and out',
  chapter: 'Size and rates of a country',
  subject: 'country',
  layers: ['students', 'scholars'],
  unit: 'ratio',
  range: [-1, 1],
  neutral: 0,
  neutralWords: 'that as many come as go',
  digits: 2,
  says: 'Whether more come than go: from −1, where all go out, to 1, where all come in.',
  definition:
    'Inbound minus outbound over their sum. For students, those from abroad in the country and those of the country abroad, as UNESCO counts them in a year; outbound is derived by us as inbound minus the net flow that the source publishes, and every value is flagged as an estimate. For scholars, moves in and moves out in a year.',
  counting: TOTALS,
  formula: String.raw`\frac{I - O}{I + O}`,
  symbols: [
    ['I', 'students from abroad in the country, or scholars who moved in'],
    ['O', 'students of the country abroad, or scholars who moved out'],
  ],
  interval:
    'For scholars, Wilson’s limits of the share of moves in among all moves, as if each move went in or out by itself. Students have none: all who are enrolled are counted, so there is no chance to speak of; what is uncertain is what countries report.',
  limits: 'interval',
  isNot: [
    'It does not grow with size: a country with three students abroad and nine from abroad has the same balance as one with three thousand and nine thousand.',
    'Students and scholars are not to be set side by side as one measure: students are counted while they are abroad, scholars in the year in which they move.',
    'It is no balance of gains and losses: it says nothing of who stays, and nothing of what it costs or brings.',
  ],
  caveats: [
    'Of students abroad only those are known whose hosts report where they come from, so outbound, and with it the balance, rests on other countries’ reports.',
    'A country that does not report its inbound students has no balance in that year; it is not zero.',
    ...SCHOLARS_CAVEATS,
  ],
  references: [EFFECTIVENESS, ...SCHOLARS_REFERENCES, REFERENCES.wilson1927],
  example: {
    sql: `
      SELECT v.country, v.layer, c.in_text AS x, v.year, i.value AS i, o.value AS o, v.value
      FROM country_indicators v JOIN countries c ON c.iso3 = v.country
      JOIN totals i ON i.country = v.country AND i.source = v.source AND i.year = v.year AND i.measure = 'inbound_students'
      JOIN totals o ON o.country = v.country AND o.source = v.source AND o.year = v.year AND o.measure = 'outbound_students'
      WHERE v.indicator = 'balance' AND v.source = 'uis-student-totals' AND v.country = 'DEU' AND v.year = 2022`,
    needs: ['country_indicators', 'countries', 'totals'],
    compute: ({ i, o }) => (Number(i) - Number(o)) / (Number(i) + Number(o)),
    tex: ({ i, o, value }, n) => String.raw`\frac{${n(i)} - ${n(o)}}{${n(i)} + ${n(o)}} = ${n(value, 3)}`,
    says: ({ x, year, i, o, value }, n) =>
      `In ${String(year)}, ${n(i)} students from abroad were in ${String(x)}, and ${n(o)} from there were abroad: a balance of ${n(value, 2)}.`,
  },
  sql: {
    needs: ['totals'],
    query: `
      SELECT i.country, 'students' AS layer, i.source, i.year, (i.value - o.value) / CAST(i.value + o.value AS DOUBLE) AS value,
             CAST(NULL AS DOUBLE) AS low, CAST(NULL AS DOUBLE) AS high, ${joinedFlags('i.flag', 'o.flag', "'e'")} AS flag
      FROM totals i
      JOIN totals o ON o.country = i.country AND o.source = i.source AND o.year = i.year AND o.measure = 'outbound_students'
      WHERE i.measure = 'inbound_students' AND i.country <> 'WLD' AND i.value >= 0 AND o.value >= 0 AND i.value + o.value > 0
      UNION ALL${ofScholars({
        between: BALANCE_LIMITS,
        value: '(i - o) / nullif(i + o, 0)',
        low: 'b_low',
        high: 'b_high',
      })}`,
  },
};
