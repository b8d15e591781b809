import type { Indicator } from '../../model/indicator.ts';
import { TOTALS } from '../counting.ts';
import { INTERVAL_REFERENCES, poisson } from '../intervals.ts';
import {
  EXAMPLE_NEEDS,
  exampleOf,
  MOVES_IN,
  MOVES_OUT,
  ofScholars,
  RESEARCHERS,
  SCHOLARS_CAVEATS,
  SCHOLARS_REFERENCES,
} from './scholars.ts';

const [into, out] = [poisson('i'), poisson('o')];

export const netRate: Indicator = {
  id: 'net_rate',
  title: 'Net moves of scholars',
  chapter: 'Size and rates of a country',
  subject: 'country',
  layers: ['scholars'],
  unit: 'moves per 1,000 researchers',
  range: [null, null],
  neutral: 0,
  neutralWords: 'that as many come as go',
  digits: 1,
  says: 'How many more scholars moved in than out in a year for every thousand researchers there.',
  definition:
    'Moves in minus moves out over the researchers that the same base sees in the country in the year, times a thousand. Above zero more came than went.',
  counting: TOTALS,
  formula: String.raw`1000 \, \frac{I - O}{R}`,
  symbols: [MOVES_IN, MOVES_OUT, RESEARCHERS],
  interval:
    'Both counts are taken as independent Poisson counts; their mid-P limits are put together by the method that recovers variances (MOVER), which keeps the limits lopsided where counts are small. Where the interval holds zero, chance alone could have turned a gain into a loss.',
  limits: 'interval',
  isNot: [
    'It is not the growth of a country’s research: that also depends on those who begin to publish there and those who stop.',
    'It is no measure of quality: each scholar who moves counts as one.',
  ],
  caveats: SCHOLARS_CAVEATS,
  references: [...SCHOLARS_REFERENCES, INTERVAL_REFERENCES.zou2008, INTERVAL_REFERENCES.cohen1994],
  example: {
    sql: exampleOf('net_rate', 'CHE', 2019),
    needs: EXAMPLE_NEEDS,
    compute: ({ i, o, r }) => (1000 * (Number(i) - Number(o))) / Number(r),
    tex: ({ i, o, r, value }, n) =>
      String.raw`1000 \times \frac{${n(i)} - ${n(o)}}{${n(r)}} = ${n(value, 2)}`,
    says: ({ x, year, i, o, value }, n) =>
      `In ${String(year)}, ${n(i)} scholars were seen to move to ${String(x)} and ${n(o)} to leave, on the Scopus base: ${n(value, 1)} net for every thousand researchers.`,
  },
  sql: {
    needs: ['totals'],
    query: ofScholars({
      between: `${into.low} AS i_low, ${into.high} AS i_high, ${out.low} AS o_low, ${out.high} AS o_high`,
      value: '1000 * (i - o) / r',
      low: '1000 * (i - o - sqrt(power(i - i_low, 2) + power(o_high - o, 2))) / r',
      high: '1000 * (i - o + sqrt(power(i_high - i, 2) + power(o - o_low, 2))) / r',
    }),
  },
};
