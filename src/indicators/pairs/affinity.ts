import type { Indicator } from '../../model/indicator.ts';
import { LINKS } from '../counting.ts';
import { INTERVAL_REFERENCES } from '../intervals.ts';
import { REFERENCES } from '../references.ts';
import { CELL_NEEDS, linkExample } from './examples.ts';
import { SERIES, VARIATION } from './variation.ts';

const scaled = (count: string): string => `${count} * t / (CAST(t_o AS DOUBLE) * t_d)`;

export const affinity: Indicator = {
  id: 'affinity',
  title: 'Probabilistic affinity',
  chapter: 'Ties between two countries',
  subject: 'pair',
  layers: ['papers', 'projects'],
  symmetric: true,
  unit: 'ratio',
  range: [0, null],
  neutral: 1,
  digits: 3,
  says: 'How many times as many links two countries share as their sizes alone would let one expect.',
  definition:
    'Links of the two countries over the links that they would share if every country chose its partners in proportion to their sizes, size being the number of links. Zitt, Bassecoulard and Okubo read it as a ratio of probabilities: that a link has both countries at its ends, over the product of the chances that it has either. They used it to see what history, language and nearness leave once size is taken out. It is the same from both ends. Whole counting: a paper of several countries counts once for each pair of them.',
  counting: LINKS,
  formula: String.raw`A_{XY} = \frac{T \, C_{XY}}{T_X \, T_Y}`,
  symbols: [
    ['C_{XY}', 'links of X and Y'],
    ['T_X, T_Y', 'all links of X and of Y, the sum over their partners'],
    ['T', 'the sum of this over all countries, so that every link counts from both ends'],
  ],
  interval: `Mid-P limits of the count of links, taken as a Poisson count, over the same expectation. A pair without links has the value zero and an upper limit of about three links. In simulation it holds what it promises where links are drawn one by one and five or more are expected, and more than that where fewer are. Works of several countries bring links in bunches, which move the totals along with the count: were these works drawn one by one, it would be wider than it need be. ${VARIATION} It speaks of chance alone, not of what the source lacks.`,
  limits: 'interval',
  isNot: [
    'It is no share of papers: it says nothing about how much of a country’s research is shared.',
    'It is not quite centred on one: what is expected takes no account of it that no country has links with itself. Countries that choose by size alone come out a little below one where both are small, and above it where both are large.',
    'It has no fixed upper end: the smaller two countries are, the higher it can rise. Compare pairs by their limits, not by their values alone.',
  ],
  caveats: [
    'Papers of many countries make many links for each of them, so countries in large collaborations have a large total, and their affinity to others is pressed down.',
    SERIES,
    'Here links are the base. An index whose base is papers, as that of the National Science Board is, gives the same pair another value: a paper of two countries weighs as much there as one of fifty.',
    'Of projects, the rules of the programme say who may take part. A low value of a country that is not associated says so, and nothing of its research.',
  ],
  references: [REFERENCES.zitt2000, REFERENCES.luukkonen1993, INTERVAL_REFERENCES.cohen1994],
  example: {
    sql: linkExample('affinity', 'USA', 'CHN', 2022),
    needs: CELL_NEEDS,
    compute: ({ c, t_o, t_d, t }) => (Number(t) * Number(c)) / (Number(t_o) * Number(t_d)),
    tex: ({ c, t_o, t_d, t, value }, n) =>
      String.raw`\frac{${n(t)} \times ${n(c)}}{${n(t_o)} \times ${n(t_d)}} = ${n(value, 3)}`,
    says: ({ x, y, year, value }, n) =>
      `In ${String(year)} ${String(x)} and ${String(y)} shared ${n(value, 2)} times as many links as their sizes alone let one expect.`,
  },
  sql: { cell: { value: scaled('c'), low: scaled('c_low'), high: scaled('c_high') } },
};
