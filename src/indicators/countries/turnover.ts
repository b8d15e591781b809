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

const { low, high } = poisson('(i + o)');

export const turnover: Indicator = {
  id: 'turnover',
  title: 'Turnover of scholars',
  chapter: 'Size and rates of a country',
  subject: 'country',
  layers: ['scholars'],
  unit: 'moves per 1,000 researchers',
  range: [0, null],
  neutral: null,
  digits: 1,
  says: 'How many scholars moved in or out in a year for every thousand researchers there.',
  definition:
    'Moves in plus moves out over the researchers that the same base sees in the country in the year, times a thousand. Net moves can be nil while turnover is large: then as many come as go.',
  counting: TOTALS,
  formula: String.raw`1000 \, \frac{I + O}{R}`,
  symbols: [MOVES_IN, MOVES_OUT, RESEARCHERS],
  interval:
    'Mid-P limits of the sum of the moves, which is a Poisson count where moves in and out are, over the same researchers. They speak of chance alone.',
  limits: 'interval',
  isNot: [
    'It is not the share of researchers who moved: some of those counted were not in the country before, and one who comes and goes in a year counts twice.',
  ],
  caveats: [
    ...SCHOLARS_CAVEATS,
    'A sum over countries counts every move twice, where it starts and where it ends.',
  ],
  references: [...SCHOLARS_REFERENCES, INTERVAL_REFERENCES.cohen1994],
  example: {
    sql: exampleOf('turnover', 'CHE', 2019),
    needs: EXAMPLE_NEEDS,
    compute: ({ i, o, r }) => (1000 * (Number(i) + Number(o))) / Number(r),
    tex: ({ i, o, r, value }, n) =>
      String.raw`1000 \times \frac{${n(i)} + ${n(o)}}{${n(r)}} = ${n(value, 2)}`,
    says: ({ x, year, i, o, value }, n) =>
      `In ${String(year)}, ${n(i)} moves into ${String(x)} and ${n(o)} out of it came to ${n(value, 1)} for every thousand researchers, on the Scopus base.`,
  },
  sql: {
    needs: ['totals'],
    query: ofScholars({
      value: '1000 * (i + o) / r',
      low: `1000 * (${low}) / r`,
      high: `1000 * (${high}) / r`,
    }),
  },
};
