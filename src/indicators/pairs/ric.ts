import type { Indicator } from '../../model/indicator.ts';
import { LINKS } from '../counting.ts';
import { INTERVAL_REFERENCES, ratioOfShares } from '../intervals.ts';
import { REFERENCES } from '../references.ts';
import { CELL_NEEDS, linkExample } from './examples.ts';
import { SERIES, VARIATION } from './variation.ts';

const { low, high } = ratioOfShares('c', 't_o', '(t_d - c)', '(t - t_o)', {
  low: 'c_low',
  high: 'c_high',
});

export const ric: Indicator = {
  id: 'ric',
  title: 'Relative intensity of collaboration',
  chapter: 'Ties between two countries',
  subject: 'pair',
  layers: ['papers', 'projects'],
  symmetric: false,
  unit: 'ratio',
  range: [0, null],
  neutral: 1,
  digits: 3,
  says: 'How many times as large a partner’s share is in the links of one country as in the links of all other countries.',
  definition:
    'The share of Y among the links of X, over the share of Y among the links of all countries but X. Above one, X turns to Y more than the others do. Whole counting: a paper of several countries counts once for each pair of them. Where X is the only partner of Y there is no second share, and so no value.',
  counting: LINKS,
  formula: String.raw`\mathrm{RIC}_{XY} = \frac{C_{XY} \, / \, T_X}{(T_Y - C_{XY}) \, / \, (T - T_X)}`,
  symbols: [
    ['C_{XY}', 'links of X and Y'],
    ['T_X, T_Y', 'all links of X and of Y, the sum over their partners'],
    ['T', 'the sum of this over all countries, so that every link counts from both ends'],
  ],
  interval: `The value is a risk ratio: X against all others, links with Y against other links. Fuchs, Smolinsky and Rousseau give its logarithm the variance of Mantel and Haenszel, which for a single table is that of Katz: one over each of the two counts, links of X and Y and links of Y with all others, less one over each of the totals that they are shares of. It has no answer where there are no links, and leans to one side where they are few. So the part of links of X and Y is replaced by the distances of the mid-P limits of a Poisson count; both parts are added as squares on the scale of logarithms. With many links this is the interval of the paper. A pair without links has the value zero and an upper limit. In simulation it holds what it promises where links are drawn one by one and five or more are expected, and more than that where fewer are. Works of several countries bring links in bunches, which move the totals along with the count: were these works drawn one by one, it would be wider than it need be. ${VARIATION} It speaks of chance alone, not of what the source lacks.`,
  limits: 'interval',
  isNot: [
    'It is not the same from both ends: each country’s share is held against other rivals.',
    'It is no share: a value of two does not mean that half of the links go there.',
    'It is not quite centred on one: because no country has links with itself, countries that choose by size alone come out a little above or below it, most of all between the largest.',
    'A high value between two small countries may be one paper of many authors: the lower limit says whether it could be chance, not whether it is one team.',
  ],
  caveats: [
    'Papers of many countries make many links for each of them, so partners of large collaborations look close to each other.',
    SERIES,
    'Of projects, the rules of the programme say who may take part. A low value of a country that is not associated says so, and nothing of its research.',
  ],
  references: [
    REFERENCES.fuchs2021,
    REFERENCES.fuchs2022,
    INTERVAL_REFERENCES.katz1978,
    INTERVAL_REFERENCES.zou2008,
    INTERVAL_REFERENCES.cohen1994,
  ],
  example: {
    sql: linkExample('ric', 'USA', 'CHN', 2022),
    needs: CELL_NEEDS,
    compute: ({ c, t_o, t_d, t }) => {
      const [links, ofX, ofY, all] = [Number(c), Number(t_o), Number(t_d), Number(t)];
      return (links * (all - ofX)) / (ofX * (ofY - links));
    },
    tex: ({ c, t_o, t_d, t, value }, n) =>
      String.raw`\frac{${n(c)} \, / \, ${n(t_o)}}{(${n(t_d)} - ${n(c)}) \, / \, (${n(t)} - ${n(t_o)})} = ${n(value, 3)}`,
    says: ({ x, y, year, value }, n) =>
      `In ${String(year)} the share of ${String(y)} in the links of ${String(x)} was ${n(value, 2)} times its share in the links of all other countries.`,
  },
  sql: {
    cell: {
      value: '(c / CAST(t_o AS DOUBLE)) / (nullif(t_d - c, 0) / CAST(t - t_o AS DOUBLE))',
      low,
      high,
    },
  },
};
