import type { Indicator } from '../../model/indicator.ts';
import { TOTALS } from '../counting.ts';
import { REFERENCES } from '../references.ts';
import {
  BALANCE_LIMITS,
  EFFECTIVENESS,
  EXAMPLE_NEEDS,
  exampleOf,
  MOVES_IN,
  MOVES_OUT,
  ofScholars,
  SCHOLARS_CAVEATS,
  SCHOLARS_REFERENCES,
} from './scholars.ts';

export const circulation: Indicator = {
  id: 'circulation',
  title: 'Circulation of scholars',
  chapter: 'Size and rates of a country',
  subject: 'country',
  layers: ['scholars'],
  unit: 'ratio',
  range: [0, 1],
  neutral: null,
  digits: 2,
  says: 'How nearly as many scholars move in as move out: one where both are equal, nil where all go one way.',
  definition:
    'One minus the difference of moves in and moves out, without its sign, over their sum. Demographers call the second term the effectiveness of migration: the part of all moves that does change where people are.',
  counting: TOTALS,
  formula: String.raw`1 - \frac{|I - O|}{I + O}`,
  symbols: [MOVES_IN, MOVES_OUT],
  interval:
    'Wilson’s limits of the share of moves in among all moves, as if each move went in or out by itself; the values between them, so that the upper limit is one wherever they hold an equal share.',
  limits: 'interval',
  isNot: [
    'It does not follow persons: that as many come as go does not say that the same come back.',
    'It is no measure of how much moves: a country with two moves, one each way, has the highest value. Read it beside the turnover.',
  ],
  caveats: [
    ...SCHOLARS_CAVEATS,
    'Because a difference without its sign is never below nil, few moves make the value smaller than it would be with many: the interval shows it.',
  ],
  references: [EFFECTIVENESS, ...SCHOLARS_REFERENCES, REFERENCES.wilson1927],
  example: {
    sql: exampleOf('circulation', 'IND', 2019),
    needs: EXAMPLE_NEEDS,
    compute: ({ i, o }) => 1 - Math.abs(Number(i) - Number(o)) / (Number(i) + Number(o)),
    tex: ({ i, o, value }, n) =>
      String.raw`1 - \frac{|${n(i)} - ${n(o)}|}{${n(i)} + ${n(o)}} = ${n(value, 3)}`,
    says: ({ x, year, i, o, value }, n) =>
      `In ${String(year)}, ${n(i)} scholars were seen to move to ${String(x)} and ${n(o)} to leave, on the Scopus base: a circulation of ${n(value, 2)}.`,
  },
  sql: {
    needs: ['totals'],
    query: ofScholars({
      between: BALANCE_LIMITS,
      value: '1 - abs(i - o) / nullif(i + o, 0)',
      low: '1 - greatest(abs(b_low), abs(b_high))',
      high: 'CASE WHEN b_low <= 0 AND b_high >= 0 THEN 1 ELSE 1 - least(abs(b_low), abs(b_high)) END',
    }),
  },
};
