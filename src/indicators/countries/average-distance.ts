import type { Indicator } from '../../model/indicator.ts';
import { REFERENCES } from '../references.ts';
import { GRAVITY_DISTANCE } from '../relations/gravity-terms.ts';
import { PARTNERS_COUNTED } from '../counting.ts';
import {
  DESTINATIONS,
  exampleNeeds,
  exampleOf,
  knownOnly,
  LEAST_KNOWN,
  ofSide,
  ORIGINS,
  portfolio,
  PARTNERS,
  SIDES,
  type Side,
} from './portfolio.ts';

/**
 * Kilometres of a pair in CEPII: the mean over the largest cities of both, as in the gravity model, and between their main
 * cities where that is missing (Macao and some islands).
 */
const km = (pair: string): string => `coalesce(${pair}.${GRAVITY_DISTANCE}, ${pair}.distance_km)`;

/** Half of the Earth's circumference: no two places are farther apart. */
const FARTHEST_KM = 20_015;

const BETWEEN =
  'LEFT JOIN pair_context p ON p.origin = least(t.country, t.partner) AND p.destination = greatest(t.country, t.partner)';

const WORDS = {
  partners: {
    id: 'average_distance',
    title: 'Average distance of a link',
    says: 'How many kilometres a link of a country spans on average.',
    of: 'a link of the country',
  },
  origins: {
    id: 'average_inbound_distance',
    title: 'Average distance of inbound',
    says: 'From how many kilometres away those who come to a country come on average.',
    of: 'those who come to the country',
  },
  destinations: {
    id: 'average_outbound_distance',
    title: 'Average distance of outbound',
    says: 'How many kilometres away those who go from a country go on average.',
    of: 'those who go from the country',
  },
} as const;

/** A sum over the partners of the example that have a distance. */
const overKnown = ({ example }: Side, sum: string): string =>
  `(SELECT ${sum} FROM partners p JOIN pair_context k ON '${example.country}' IN (k.origin, k.destination) AND p.partner IN (k.origin, k.destination) WHERE ${km('k')} IS NOT NULL)`;

const averageDistanceOf = (side: Side): Indicator => {
  const { of, ...words } = WORDS[side.id];
  const { index, cell } = side.tex;
  return {
    ...ofSide(side),
    ...words,
    unit: 'km',
    range: [0, FARTHEST_KM],
    neutral: null,
    digits: 0,
    definition: `The mean over ${of} of the distance between the two countries: distances weighted by ${side === PARTNERS ? 'links' : 'students or moves'}. Distances are those of CEPII that the gravity model takes too: the mean between the largest cities of both countries, weighted by the people of these cities; where CEPII lacks it, as for Macao and some islands, the great-circle distance between their main cities.`,
    counting: PARTNERS_COUNTED,
    formula: String.raw`\frac{\sum_{${index} \in K} ${cell} \, d_{X${index}}}{\sum_{${index} \in K} ${cell}}`,
    symbols: [
      [
        `d_{X${index}}`,
        `kilometres between the largest cities of X and of ${index}, their mean weighted by people`,
      ],
      ['K', `${side.id} that are listed and have a distance`],
      ...side.symbols.slice(0, 1),
    ],
    interval:
      side === PARTNERS
        ? null
        : `Bounds, for students only: all that is not listed, or has no distance, taken as next door, and as at the other side of the Earth (${FARTHEST_KM.toLocaleString('en-GB')} km). They do not speak of chance.`,
    limits: side === PARTNERS ? null : 'bounds',
    isNot: [
      'It is not the distance between those who work or study: every link of two countries counts as if it had the mean distance between them.',
      'It is no measure of openness: a country far from all others has a large one whatever it does. Compare a country with itself through time.',
    ],
    caveats: [
      knownOnly('a distance in CEPII, among them Kosovo, Montenegro and South Sudan,'),
      'Distances are as the crow flies, between cities and not between places of research, and do not change through time; a country that had other borders when CEPII made its file keeps the distance of then.',
      ...side.caveats,
    ],
    references: [
      {
        text: 'Waltman, L., Tijssen, R. J. W., & van Eck, N. J. (2011). Globalisation of science in kilometres. Journal of Informetrics, 5(4), 574–582.',
        doi: '10.1016/j.joi.2011.05.003',
        where: 'the idea; there, between the addresses of authors',
      },
      REFERENCES.mayer2011,
    ],
    example: {
      sql: exampleOf(
        side,
        words.id,
        `${overKnown(side, `sum(p.value * CAST(${km('k')} AS DOUBLE))`)} AS way, ${overKnown(side, 'sum(p.value)')} AS known`,
      ),
      needs: exampleNeeds(side, 'pair_context'),
      compute: ({ way, known }) => Number(way) / Number(known),
      tex: ({ way, known, value }, n) => String.raw`\frac{${n(way)}}{${n(known)}} = ${n(value, 0)}`,
      says: ({ x, year, value, known, total }, n) => {
        const share = `${n((Number(known) / Number(total)) * 100, 1)} %`;
        if (side === ORIGINS)
          return `In ${String(year)} the students from abroad in ${String(x)} came from ${n(value, 0)} km away on average; listed, and with a distance, are ${share} of them.`;
        if (side === DESTINATIONS)
          return `In ${String(year)} the students of ${String(x)} abroad were ${n(value, 0)} km away on average; listed, and with a distance, are ${share} of them.`;
        return `In ${String(year)} a link of ${String(x)} spanned ${n(value, 0)} km on average; a distance is known for ${share} of them.`;
      },
    },
    sql: {
      needs: [...side.needs, 'pair_context'],
      query: portfolio(side, {
        joins: BETWEEN,
        columns: `sum(CAST(t.value AS DOUBLE) * ${km('p')}) AS way,
               CAST(sum(CASE WHEN ${km('p')} IS NOT NULL THEN t.value ELSE 0 END) AS DOUBLE) AS known`,
        value: 'way / known',
        bounds: { low: 'way / total', high: `(way + (total - known) * ${FARTHEST_KM}) / total` },
        only: `known >= ${LEAST_KNOWN} * listed`,
      }),
    },
  };
};

/** average_distance, average_inbound_distance, average_outbound_distance. */
export const averageDistances: readonly Indicator[] = SIDES.map(averageDistanceOf);
