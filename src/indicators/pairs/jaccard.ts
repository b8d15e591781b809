import type { Indicator } from '../../model/indicator.ts';
import { LINKS } from '../counting.ts';
import { REFERENCES } from '../references.ts';
import { CELL_NEEDS, linkExample } from './examples.ts';
import { OVERLAP_CAVEATS, OVERLAP_IS_NOT } from './size-bias.ts';

export const jaccard: Indicator = {
  id: 'jaccard',
  title: 'Jaccard index',
  chapter: 'Ties between two countries',
  subject: 'pair',
  layers: ['papers', 'projects'],
  symmetric: true,
  unit: 'ratio',
  range: [0, 1],
  neutral: null,
  digits: 4,
  says: 'Which share of the links that touch either of two countries joins the two.',
  definition:
    'Links of the two countries over all links that have either of them at an end. Zero where they share none, one where they have no other partner. Whole counting: a paper of several countries counts once for each pair of them.',
  counting: LINKS,
  formula: String.raw`J_{XY} = \frac{C_{XY}}{T_X + T_Y - C_{XY}}`,
  symbols: [
    ['C_{XY}', 'links of X and Y'],
    ['T_X, T_Y', 'all links of X and of Y, the sum over their partners'],
  ],
  interval: null,
  limits: null,
  isNot: [
    ...OVERLAP_IS_NOT,
    'It is not the share of partners that two countries have in common: it counts links between the two.',
  ],
  caveats: OVERLAP_CAVEATS,
  references: [
    {
      text: 'Jaccard, P. (1912). The distribution of the flora in the alpine zone. New Phytologist, 11(2), 37–50.',
      doi: '10.1111/j.1469-8137.1912.tb05611.x',
    },
    REFERENCES.luukkonen1993,
    REFERENCES.vanEck2009,
  ],
  example: {
    sql: linkExample('jaccard', 'DEU', 'FRA', 2022),
    needs: CELL_NEEDS,
    compute: ({ c, t_o, t_d }) => Number(c) / (Number(t_o) - Number(c) + Number(t_d)),
    tex: ({ c, t_o, t_d, value }, n) =>
      String.raw`\frac{${n(c)}}{${n(t_o)} + ${n(t_d)} - ${n(c)}} = ${n(value, 4)}`,
    says: ({ x, y, year, value }, n) =>
      `In ${String(year)}, of all links that touch ${String(x)} or ${String(y)}, ${n(Number(value) * 100, 1)} % joined the two.`,
  },
  sql: { cell: { value: 'c / CAST(t_o + t_d - c AS DOUBLE)' } },
};
