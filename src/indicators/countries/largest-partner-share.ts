import type { Indicator } from '../../model/indicator.ts';
import { PARTNERS_COUNTED } from '../counting.ts';
import {
  DESTINATIONS,
  exampleNeeds,
  exampleOf,
  ofSide,
  ORIGINS,
  portfolio,
  SIDES,
  type Side,
} from './portfolio.ts';

const WORDS = {
  partners: {
    id: 'largest_partner_share',
    title: 'Share of the largest partner',
    says: 'How far a country’s links hang on one partner: the share of the largest.',
  },
  origins: {
    id: 'largest_origin_share',
    title: 'Share of the largest origin',
    says: 'How far those who come to a country come from one other: the share of the largest origin.',
  },
  destinations: {
    id: 'largest_destination_share',
    title: 'Share of the largest destination',
    says: 'How far those who go from a country go to one other: the share of the largest destination.',
  },
} as const;

const largest = (side: Side): Indicator => {
  const words = WORDS[side.id];
  const { index, cell, total } = side.tex;
  return {
    ...ofSide(side),
    ...words,
    unit: 'share',
    range: [0, 1],
    neutral: null,
    digits: 3,
    definition: `The largest ${side.partner} of a country over the sum over all of them. Which country that is, the row does not say: it is the first in the ranking of its ${side.id}.`,
    counting: PARTNERS_COUNTED,
    formula: String.raw`\frac{\max_${index} ${cell}}{${total}}`,
    symbols: side.symbols,
    interval:
      side === DESTINATIONS
        ? 'Bounds, for students only. The value is the lower: what is listed of the largest. Upper: all that is not listed there too. They do not speak of chance.'
        : null,
    limits: side === DESTINATIONS ? 'bounds' : null,
    isNot: [
      'It is not one-sided dependence: the other may hang on the country as much. For that, look at the pair from both ends.',
      `It is no forecast of what would be lost without the largest ${side.partner}: others might take its place.`,
    ],
    caveats: [
      ...side.caveats,
      ...(side === ORIGINS
        ? ['Students whose origin is not known are in the total, and may be of the largest.']
        : []),
      `The largest ${side.partner} of most countries is one of the world’s largest: a high share may say more of its size than of a special tie.`,
    ],
    references: [
      {
        text: 'Hall, M., & Tideman, N. (1967). Measures of concentration. Journal of the American Statistical Association, 62(317), 162–168.',
        doi: null,
        where: 'the concentration ratio, for one',
      },
    ],
    example: {
      sql: exampleOf(
        side,
        words.id,
        '(SELECT value FROM partners ORDER BY value DESC LIMIT 1) AS most, (SELECT c.in_text FROM partners p JOIN countries c ON c.iso3 = p.partner ORDER BY p.value DESC LIMIT 1) AS y',
      ),
      needs: exampleNeeds(side),
      compute: ({ most, total: all }) => Number(most) / Number(all),
      tex: ({ most, total: all, value }, n) => String.raw`\frac{${n(most)}}{${n(all)}} = ${n(value, 3)}`,
      says: ({ x, y, year, value }, n) =>
        ({
          partners: `In ${String(year)} ${n(Number(value) * 100, 1)} % of the links of ${String(x)} were with ${String(y)}.`,
          origins: `In ${String(year)} ${n(Number(value) * 100, 1)} % of the students from abroad in ${String(x)} came from ${String(y)}.`,
          destinations: `In ${String(year)} at least ${n(Number(value) * 100, 1)} % of the students of ${String(x)} abroad were in ${String(y)}.`,
        })[side.id],
    },
    sql: {
      needs: side.needs,
      query: portfolio(side, {
        columns: 'CAST(max(t.value) AS DOUBLE) AS most',
        value: 'most / total',
        ...(side === DESTINATIONS
          ? { bounds: { low: 'most / total', high: '(most + total - listed) / total' } }
          : {}),
      }),
    },
  };
};

/** largest_partner_share, largest_origin_share, largest_destination_share. */
export const largestShares: readonly Indicator[] = SIDES.map(largest);
