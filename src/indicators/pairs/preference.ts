import type { Indicator } from '../../model/indicator.ts';
import { LINKS } from '../counting.ts';
import { INTERVAL_REFERENCES } from '../intervals.ts';
import { joinedFlags } from '../relations/joined-flags.ts';
import { REFERENCES } from '../references.ts';
import { ENROLLED } from './exchange.ts';
import { CELL_NEEDS, moveExample } from './examples.ts';

const scaled = (count: string): string => `${count} * t / (CAST(nullif(t_o, 0) AS DOUBLE) * nullif(t_d, 0))`;
/** Students are counted whole, so chance has no limits there. */
const limit = (count: string): string => `CASE WHEN layer = 'students' THEN NULL ELSE ${scaled(count)} END`;

export const preference: Indicator = {
  id: 'preference',
  title: 'Preference ratio',
  chapter: 'Flows in two directions',
  subject: 'pair',
  layers: ['students', 'scholars'],
  symmetric: false,
  unit: 'ratio',
  range: [0, null],
  neutral: 1,
  digits: 2,
  says: 'How many times as many people go from one country to another as the sizes of both flows alone would let one expect.',
  definition:
    'People who go from the origin to the destination, over the number expected if all who leave any country spread over destinations in proportion to all whom these receive. It is what affinity is for links, with a direction; economists of trade know it as the intensity of trade. For scholars the totals are sums of the moves in the same base. For students they are those of UNESCO: all whom the host receives, all who leave the origin, and all in the world.',
  counting: LINKS,
  formula: String.raw`P_{od} = \frac{F \, F_{od}}{F_o \, F_d}`,
  symbols: [
    ['F_{od}', 'flow from origin to destination'],
    ['F_o', 'all who leave the origin'],
    ['F_d', 'all who come to the destination'],
    ['F', 'all who move between countries'],
  ],
  interval:
    'For scholars, mid-P limits of the flow, taken as a Poisson count, over the same expectation. A pair of countries between which no scholar moved has the value zero and an upper limit. In simulation it holds what it promises where five or more are expected, and more than that where fewer are. It speaks of chance alone. Students have none: they are counted whole, and what hosts did not report is no matter of chance.',
  limits: 'interval',
  isNot: [
    'It is not what people wish: visas, fees, language, distance and places to study all press on it.',
    'It says nothing of numbers: a small flow between two small countries may have a high ratio.',
    'It is not quite centred on one: nobody moves from a country to itself, and what is expected counts that too.',
  ],
  caveats: [
    ENROLLED,
    'Students: a flow is known only where it is among the ten largest of the origin or of the host. What is absent has no value here; it is not zero, and most of it lies below one.',
    'Students: the total of an origin is derived, inbound students minus net flow, so every value carries the flag for estimated. Where UNESCO has no total of the year there is no value.',
    'Students: where a host reported only part of its students by origin (flag for low reliability), its flows are too small beside its total, and so is the ratio.',
    'Scholars: two bases, Scopus and OpenAlex, each give a value of their own.',
  ],
  references: [
    {
      text: 'Yamazawa, I. (1971). Structural changes in world trade flows. Hitotsubashi Journal of Economics, 11(2), 11–21.',
      doi: null,
      where: 'equation 1, the same ratio for trade',
    },
    REFERENCES.bell2002,
    INTERVAL_REFERENCES.cohen1994,
  ],
  example: {
    sql: moveExample('preference', 'CHN', 'USA', 2019),
    needs: CELL_NEEDS,
    compute: ({ c, t_o, t_d, t }) => Number(c) / ((Number(t_o) * Number(t_d)) / Number(t)),
    tex: ({ c, t_o, t_d, t, value }, n) =>
      String.raw`\frac{${n(t)} \times ${n(c)}}{${n(t_o)} \times ${n(t_d)}} = ${n(value, 2)}`,
    says: ({ x, y, year, c, value }, n) =>
      `In ${String(year)} ${n(c)} scholars were seen to move from ${String(x)} to ${String(y)} on the Scopus base, ${n(value, 2)} times as many as the sizes of both flows let one expect.`,
  },
  sql: {
    cell: {
      value: scaled('c'),
      low: limit('c_low'),
      high: limit('c_high'),
      // The total of students who leave is derived, which the letter e stands for.
      flag: `CASE WHEN layer <> 'students' THEN flag WHEN flag IS NULL THEN 'e' ELSE ${joinedFlags('flag', "'e'")} END`,
    },
  },
};
