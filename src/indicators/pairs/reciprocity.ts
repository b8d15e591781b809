import type { Indicator } from '../../model/indicator.ts';
import { LINKS } from '../counting.ts';
import { EXCHANGE_NEEDS, exchangeExample } from './examples.ts';
import { EXCHANGE_CAVEATS, EXCHANGE_SYMBOLS } from './exchange.ts';

export const reciprocity: Indicator = {
  id: 'reciprocity',
  title: 'Reciprocity',
  chapter: 'Flows in two directions',
  subject: 'pair',
  layers: ['students', 'scholars'],
  symmetric: true,
  unit: 'ratio',
  range: [0, 1],
  neutral: null,
  digits: 2,
  says: 'How much of the larger flow between two countries is met by the smaller one the other way.',
  definition:
    'The smaller of the two flows between two countries over the larger, in the same year, where both are known. Zero where people go one way only, one where as many go as come. Where nobody moves either way there is no value.',
  counting: LINKS,
  formula: String.raw`R_{od} = \frac{\min(F_{od}, F_{do})}{\max(F_{od}, F_{do})}`,
  symbols: EXCHANGE_SYMBOLS,
  interval: null,
  limits: null,
  isNot: [
    'It does not say which way more go: for that see asymmetry or net flow.',
    'It is not what chance would leave: two flows of the same size differ by chance, so between small flows it stays below one.',
  ],
  caveats: EXCHANGE_CAVEATS,
  references: [
    {
      text: 'Squartini, T., Picciolo, F., Ruzzenenti, F., & Garlaschelli, D. (2013). Reciprocity of weighted networks. Scientific Reports, 3, 2729.',
      doi: '10.1038/srep02729',
      where: 'the reciprocated part of two flows, min(F_od, F_do)',
    },
  ],
  example: {
    sql: exchangeExample('reciprocity', 'DEU', 'CHE', 2019),
    needs: EXCHANGE_NEEDS,
    compute: ({ c, r }) => Math.min(Number(c), Number(r)) / Math.max(Number(c), Number(r)),
    tex: ({ c, r, value }, n) =>
      String.raw`\frac{${n(Math.min(Number(c), Number(r)))}}{${n(Math.max(Number(c), Number(r)))}} = ${n(value, 2)}`,
    says: ({ x, y, year, c, r, value }, n) =>
      `In ${String(year)} ${n(c)} scholars were seen to move from ${String(x)} to ${String(y)} on the Scopus base and ${n(r)} the other way: the smaller flow was ${n(Number(value) * 100, 0)} % of the larger.`,
  },
  sql: { of: 'exchanges', cell: { value: 'least(c, r) / CAST(greatest(c, r) AS DOUBLE)' } },
};
