import type { Indicator } from '../../model/indicator.ts';
import { LINKS } from '../counting.ts';
import { REFERENCES } from '../references.ts';
import { EXCHANGE_NEEDS, exchangeExample } from './examples.ts';
import { EXCHANGE_CAVEATS, EXCHANGE_SYMBOLS } from './exchange.ts';

export const netFlow: Indicator = {
  id: 'net_flow',
  title: 'Net flow between two countries',
  chapter: 'Flows in two directions',
  subject: 'pair',
  layers: ['students', 'scholars'],
  symmetric: false,
  unit: 'people',
  range: [null, null],
  neutral: 0,
  neutralWords: 'that as many go one way as the other',
  digits: 0,
  says: 'How many more people go from one country to another than go the other way.',
  definition:
    'The flow from the origin to the destination minus the flow from the destination to the origin in the same year, where both are known. Where nobody moves either way there is no value. Below zero more come than go. Seen from the other end it has the other sign.',
  counting: LINKS,
  formula: String.raw`N_{od} = F_{od} - F_{do}`,
  symbols: EXCHANGE_SYMBOLS,
  interval: null,
  limits: null,
  isNot: [
    'It does not follow persons: those who come may or may not be those who went.',
    'It says nothing of how much goes on: two large flows that balance and two that hardly exist both give zero.',
  ],
  caveats: EXCHANGE_CAVEATS,
  references: [REFERENCES.bell2002],
  example: {
    sql: exchangeExample('net_flow', 'CHN', 'USA', 2019),
    needs: EXCHANGE_NEEDS,
    compute: ({ c, r }) => Number(c) - Number(r),
    tex: ({ c, r, value }, n) => String.raw`${n(c)} - ${n(r)} = ${n(value)}`,
    says: ({ x, y, year, c, r }, n) =>
      `In ${String(year)} ${n(c)} scholars were seen to move from ${String(x)} to ${String(y)} on the Scopus base, and ${n(r)} the other way.`,
  },
  sql: { of: 'exchanges', cell: { value: 'CAST(c - r AS DOUBLE)' } },
};
