import type { Indicator } from '../../model/indicator.ts';
import { TOTALS } from '../counting.ts';
import { INTERVAL_REFERENCES, poisson } from '../intervals.ts';
import {
  EXAMPLE_NEEDS,
  exampleOf,
  MOVES_IN,
  ofScholars,
  RESEARCHERS,
  SCHOLARS_CAVEATS,
  SCHOLARS_REFERENCES,
} from './scholars.ts';

const { low, high } = poisson('i');

export const inRate: Indicator = {
  id: 'in_rate',
  title: 'Scholars moving in',
  chapter: 'Size and rates of a country',
  subject: 'country',
  layers: ['scholars'],
  unit: 'moves per 1,000 researchers',
  range: [0, null],
  neutral: null,
  digits: 1,
  says: 'How many scholars moved into the country in a year for every thousand researchers there.',
  definition:
    'Moves into the country over the researchers that the same base sees in it in the year, times a thousand. Totals of the publisher’s own table of countries, so that moves from places that are not known count too.',
  counting: TOTALS,
  formula: String.raw`1000 \, \frac{I}{R}`,
  symbols: [MOVES_IN, RESEARCHERS],
  interval:
    'Mid-P limits of the moves, taken as a Poisson count, over the same researchers. They speak of chance alone, not of moves that publications do not show.',
  limits: 'interval',
  isNot: [
    'It is no rate of immigration: students, teachers who do not publish and research outside publications are not seen.',
    'It is not the chance of anybody to move: those who arrive were not among the researchers of the country before.',
  ],
  caveats: SCHOLARS_CAVEATS,
  references: [...SCHOLARS_REFERENCES, INTERVAL_REFERENCES.cohen1994],
  example: {
    sql: exampleOf('in_rate', 'DEU', 2019),
    needs: EXAMPLE_NEEDS,
    compute: ({ i, r }) => (1000 * Number(i)) / Number(r),
    tex: ({ i, r, value }, n) => String.raw`1000 \times \frac{${n(i)}}{${n(r)}} = ${n(value, 2)}`,
    says: ({ x, year, i, r, value }, n) =>
      `In ${String(year)}, ${n(i)} scholars were seen to move to ${String(x)}, where the Scopus base saw ${n(r)} researchers: ${n(value, 1)} for every thousand.`,
  },
  sql: {
    needs: ['totals'],
    query: ofScholars({ value: '1000 * i / r', low: `1000 * (${low}) / r`, high: `1000 * (${high}) / r` }),
  },
};
