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
    id: 'top3_share',
    title: 'Share of the three largest partners',
    says: 'What part of a country’s links its three largest partners have.',
  },
  origins: {
    id: 'top3_origins_share',
    title: 'Share of the three largest origins',
    says: 'What part of those who come to a country come from its three largest origins.',
  },
  destinations: {
    id: 'top3_destinations_share',
    title: 'Share of the three largest destinations',
    says: 'What part of those who go from a country go to its three largest destinations.',
  },
} as const;

const top3 = (side: Side): Indicator => {
  const words = WORDS[side.id];
  const { index, cell, total } = side.tex;
  return {
    ...ofSide(side),
    ...words,
    unit: 'share',
    range: [0, 1],
    neutral: null,
    digits: 3,
    definition: `The sum over the three largest ${side.id} of a country over the sum over all of them: the concentration ratio of the three largest.`,
    counting: PARTNERS_COUNTED,
    formula: String.raw`\frac{\sum_{${index} \in L_X} ${cell}}{${total}}`,
    symbols: [['L_X', `the three largest ${side.id} of X`], ...side.symbols],
    interval:
      side === DESTINATIONS
        ? 'Bounds, for students only. The value is the lower: what is listed of the three largest. Upper: all that is not listed in these three too. They do not speak of chance.'
        : null,
    limits: side === DESTINATIONS ? 'bounds' : null,
    isNot: [
      `It says nothing of how the three share it among them, nor of which countries they are: they need not be the same in two years.`,
      `It is no whole picture of the spread: the effective number of ${side.id} takes all of them in.`,
    ],
    caveats: [
      ...side.caveats,
      `A country with three ${side.id} or fewer has the value one.`,
      ...(side === ORIGINS
        ? ['Students whose origin is not known are in the total and not among the three.']
        : []),
    ],
    references: [
      {
        text: 'Hall, M., & Tideman, N. (1967). Measures of concentration. Journal of the American Statistical Association, 62(317), 162–168.',
        doi: null,
      },
    ],
    example: {
      sql: exampleOf(
        side,
        words.id,
        [0, 1, 2]
          .map(
            (place) =>
              `(SELECT value FROM partners ORDER BY value DESC LIMIT 1 OFFSET ${place}) AS v${place + 1}`,
          )
          .join(', '),
      ),
      needs: exampleNeeds(side),
      compute: ({ v1, v2, v3, total: all }) => (Number(v1) + Number(v2) + Number(v3)) / Number(all),
      tex: ({ v1, v2, v3, total: all, value }, n) =>
        String.raw`\frac{${n(v1)} + ${n(v2)} + ${n(v3)}}{${n(all)}} = ${n(value, 3)}`,
      says: ({ x, year, value }, n) =>
        ({
          partners: `In ${String(year)} the three largest partners of ${String(x)} had ${n(Number(value) * 100, 1)} % of its links.`,
          origins: `In ${String(year)} ${n(Number(value) * 100, 1)} % of the students from abroad in ${String(x)} came from its three largest origins.`,
          destinations: `In ${String(year)} at least ${n(Number(value) * 100, 1)} % of the students of ${String(x)} abroad were in their three largest destinations.`,
        })[side.id],
    },
    sql: {
      needs: side.needs,
      query: portfolio(side, {
        columns: 'CAST(list_sum(list_slice(list_reverse_sort(list(t.value)), 1, 3)) AS DOUBLE) AS three',
        value: 'three / total',
        ...(side === DESTINATIONS
          ? { bounds: { low: 'three / total', high: '(three + total - listed) / total' } }
          : {}),
      }),
    },
  };
};

/** top3_share, top3_origins_share, top3_destinations_share. */
export const top3Shares: readonly Indicator[] = SIDES.map(top3);
