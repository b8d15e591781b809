import type { Indicator } from '../../model/indicator.ts';
import { LINKS } from '../counting.ts';
import { REFERENCES } from '../references.ts';
import { EXCHANGE_NEEDS, exchangeExample } from './examples.ts';
import { EXCHANGE_CAVEATS, EXCHANGE_SYMBOLS } from './exchange.ts';

export const asymmetry: Indicator = {
  id: 'asymmetry',
  title: 'Asymmetry',
  chapter: 'Flows in two directions',
  subject: 'pair',
  layers: ['students', 'scholars'],
  symmetric: false,
  unit: 'ratio',
  range: [-1, 1],
  neutral: 0,
  neutralWords: 'that as many go one way as the other',
  digits: 2,
  says: 'How far the exchange between two countries leans to one side.',
  definition:
    'The flow from the origin to the destination minus the flow the other way, over the sum of both, in the same year, where both are known. One where all go, minus one where all come, zero where both are the same; seen from the other end it has the other sign. Where nobody moves either way there is no value. Studies of migration know it as effectiveness: the share of all moves that is not undone by moves the other way.',
  counting: LINKS,
  formula: String.raw`S_{od} = \frac{F_{od} - F_{do}}{F_{od} + F_{do}}`,
  symbols: EXCHANGE_SYMBOLS,
  interval: null,
  limits: null,
  isNot: [
    'It says nothing of how much goes on: three against one and three thousand against one thousand give the same.',
    'It is not what chance would leave: between small flows it swings far from zero by chance alone.',
  ],
  caveats: EXCHANGE_CAVEATS,
  references: [REFERENCES.bell2002],
  example: {
    sql: exchangeExample('asymmetry', 'ITA', 'GBR', 2019),
    needs: EXCHANGE_NEEDS,
    compute: ({ c, r }) => (Number(c) - Number(r)) / (Number(c) + Number(r)),
    tex: ({ c, r, value }, n) => String.raw`\frac{${n(c)} - ${n(r)}}{${n(c)} + ${n(r)}} = ${n(value, 2)}`,
    says: ({ x, y, year, c, r, value }, n) =>
      `In ${String(year)} ${n(c)} scholars were seen to move from ${String(x)} to ${String(y)} on the Scopus base and ${n(r)} the other way, an asymmetry of ${n(value, 2)}.`,
  },
  sql: { of: 'exchanges', cell: { value: '(c - r) / CAST(c + r AS DOUBLE)' } },
};
