import type { Indicator } from '../../model/indicator.ts';
import { TOTALS } from '../counting.ts';
import { INTERVAL_REFERENCES, poisson } from '../intervals.ts';
import {
  EXAMPLE_NEEDS,
  exampleOf,
  MOVES_OUT,
  ofScholars,
  RESEARCHERS,
  SCHOLARS_CAVEATS,
  SCHOLARS_REFERENCES,
} from './scholars.ts';

const { low, high } = poisson('o');

export const outRate: Indicator = {
  id: 'out_rate',
  title: 'Scholars moving out',
  chapter: 'Size and rates of a country',
  subject: 'country',
  layers: ['scholars'],
  unit: 'moves per 1,000 researchers',
  range: [0, null],
  neutral: null,
  digits: 1,
  says: 'How many scholars moved out of the country in a year for every thousand researchers there.',
  definition:
    'Moves out of the country over the researchers that the same base sees in it in the year, times a thousand. Totals of the publisher’s own table of countries, so that moves to places that are not known count too.',
  counting: TOTALS,
  formula: String.raw`1000 \, \frac{O}{R}`,
  symbols: [MOVES_OUT, RESEARCHERS],
  interval:
    'Mid-P limits of the moves, taken as a Poisson count, over the same researchers. They speak of chance alone, not of moves that publications do not show.',
  limits: 'interval',
  isNot: [
    'It is no loss of researchers by itself: others move in, and others begin to publish.',
    'It says nothing of nationality: who moves back to the country of birth moves out like everybody else.',
  ],
  caveats: SCHOLARS_CAVEATS,
  references: [...SCHOLARS_REFERENCES, INTERVAL_REFERENCES.cohen1994],
  example: {
    sql: exampleOf('out_rate', 'DEU', 2019),
    needs: EXAMPLE_NEEDS,
    compute: ({ o, r }) => (1000 * Number(o)) / Number(r),
    tex: ({ o, r, value }, n) => String.raw`1000 \times \frac{${n(o)}}{${n(r)}} = ${n(value, 2)}`,
    says: ({ x, year, o, r, value }, n) =>
      `In ${String(year)}, ${n(o)} scholars were seen to leave ${String(x)}, where the Scopus base saw ${n(r)} researchers: ${n(value, 1)} for every thousand.`,
  },
  sql: {
    needs: ['totals'],
    query: ofScholars({ value: '1000 * o / r', low: `1000 * (${low}) / r`, high: `1000 * (${high}) / r` }),
  },
};
