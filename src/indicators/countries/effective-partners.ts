import type { Indicator } from '../../model/indicator.ts';
import { PARTNERS_COUNTED } from '../counting.ts';
import {
  DESTINATIONS,
  exampleNeeds,
  exampleOf,
  ofSide,
  ORIGINS,
  PARTNERS,
  portfolio,
  SIDES,
  type Side,
} from './portfolio.ts';

/**
 * Which of the largest origins bounds those that are not listed. A host's list has ten places; places that hold origins
 * that are not known, or ties with smaller ones, are not told apart from it here, so the bound is taken a little higher.
 */
const BOUNDED_BY = 8;

/** Sums of squares: of what is listed, and of the rest at its most concentrated and at its most even. */
const REST = '(total - listed)';
const EVEN = `${REST} * ${REST} / others`;
const CONCENTRATED = {
  partners: '0',
  // As few origins as can be, each as large as the list allows.
  origins: `floor(${REST} / bound) * bound * bound + pow(${REST} - floor(${REST} / bound) * bound, 2)`,
  // A host that reported in part may have had any part of it, the largest one too.
  destinations: `pow(largest + ${REST}, 2) - largest * largest`,
} as const;

const queryOf = (side: Side): string => {
  const low = `total * total / (squares + ${CONCENTRATED[side.id]})`;
  const high = `total * total / (squares + ${EVEN})`;
  const whole = 'total * total / squares';
  return side === PARTNERS
    ? portfolio(side, {
        columns: 'sum(CAST(t.value AS DOUBLE) * t.value) AS squares',
        value: whole,
      })
    : portfolio(side, {
        columns: `sum(CAST(t.value AS DOUBLE) * t.value) AS squares, CAST(max(t.value) AS DOUBLE) AS largest,
               CAST(coalesce(list_reverse_sort(list(t.value))[${BOUNDED_BY}], max(t.value)) AS DOUBLE) AS bound,
               greatest(1, (SELECT count(*) FROM countries) - 1 - count(*)) AS others`,
        value: `CASE WHEN layer = 'students' THEN (${low} + ${high}) / 2 ELSE ${whole} END`,
        bounds: { low, high },
      });
};

const WORDS = {
  partners: {
    id: 'effective_partners',
    title: 'Effective number of partners',
    says: 'How many equally large partners would make a country’s links as spread out as they are.',
    of: 'the links of a country',
    isNot:
      'It is not the number of countries with which there are links: many small partners add little to it.',
  },
  origins: {
    id: 'effective_origins',
    title: 'Effective number of origins',
    says: 'From how many equally large origins those who come to a country would be as mixed as they are.',
    of: 'those who come to a country',
    isNot: 'It is not the number of countries from which people come: many small origins add little to it.',
  },
  destinations: {
    id: 'effective_destinations',
    title: 'Effective number of destinations',
    says: 'Over how many equally large destinations those who go from a country would be as spread out as they are.',
    of: 'those who go from a country',
    isNot: 'It is not the number of countries to which people go: many small destinations add little to it.',
  },
} as const;

const INTERVAL = {
  partners: null,
  origins: `Bounds, for students only. Upper: the rest that is not listed spread evenly over all other countries. Lower: the rest in as few origins as can be, none larger than the ${BOUNDED_BY}th of those listed, or than the largest where fewer are. The value is their middle. They hold what the list allows, and do not speak of chance.`,
  destinations:
    'Bounds, for students only. Upper: the rest that is not listed spread evenly over all other countries. Lower: all of it in the largest destination, which a host that reported in part allows. The value is their middle. They hold what the list allows, and do not speak of chance.',
} as const;

/** How the bounds of students are made, as symbols explain it. */
function boundSymbols(side: Side): readonly (readonly [tex: string, meaning: string])[] {
  if (side === PARTNERS) return [];
  const all = side.tex.total;
  const letters = 'Q is the sum of squares of what is listed, R the rest, which is not listed';
  return [
    [
      String.raw`\frac{${all}^2}{Q + R^2 / n}`,
      `upper bound, for students: ${letters}, n the number of other countries, over which R is spread evenly`,
    ],
    side === ORIGINS
      ? [
          String.raw`\frac{${all}^2}{Q + m b^2 + (R - m b)^2}`,
          `lower bound, for students: b is the ${BOUNDED_BY}th of the origins listed (the largest, where fewer are), m the whole number of times that it goes into R`,
        ]
      : [
          String.raw`\frac{${all}^2}{Q + (L + R)^2 - L^2}`,
          'lower bound, for students: L is the largest destination listed, to which all of R is added',
        ],
  ];
}

const effective = (side: Side): Indicator => {
  const { id, title, says, of, isNot } = WORDS[side.id];
  const { index, cell, total } = side.tex;
  const bounded = side !== PARTNERS;
  return {
    ...ofSide(side),
    id,
    title,
    unit: side.id,
    range: [1, null],
    neutral: null,
    digits: 1,
    says,
    definition: `One over the sum of squared shares of the ${side.id} in ${of}: the inverse of the Herfindahl–Hirschman index, which is Hill’s number of order two.${bounded ? ' For students, of whom a rest is not listed by country, it is the middle of two bounds: what it would be were this rest spread as evenly as can be, and were it as concentrated as can be (see the symbols).' : ''}`,
    counting: PARTNERS_COUNTED,
    formula: String.raw`N_X = \frac{1}{\sum_${index} s_${index}^2}, \quad s_${index} = \frac{${cell}}{${total}}`,
    symbols: [
      [`s_${index}`, `share of ${side.partner} ${index} in ${of.replace('a country', 'X')}`],
      ...side.symbols,
      ...boundSymbols(side),
    ],
    interval: INTERVAL[side.id],
    limits: bounded ? 'bounds' : null,
    isNot: [
      isNot,
      'It is no verdict: a country with few partners may have chosen them well, and one at the rim of a large neighbour has little choice.',
    ],
    caveats: [
      ...side.caveats,
      ...(side === ORIGINS
        ? [
            'Students whose origin is not known are taken to be spread like the rest. Were all of them from one country, the number would be below the bounds.',
          ]
        : []),
    ],
    references: [
      {
        text: 'Hill, M. O. (1973). Diversity and evenness: A unifying notation and its consequences. Ecology, 54(2), 427–432.',
        doi: '10.2307/1934352',
      },
      {
        text: 'Laakso, M., & Taagepera, R. (1979). “Effective” number of parties: A measure with application to West Europe. Comparative Political Studies, 12(1), 3–27.',
        doi: '10.1177/001041407901200101',
      },
    ],
    example: {
      sql: exampleOf(
        side,
        id,
        '(SELECT sum(power(CAST(value AS DOUBLE), 2)) FROM partners) AS squares, (SELECT sum(value) FROM partners) AS listed, (SELECT max(value) FROM partners) AS largest,' +
          `(SELECT count(*) FROM countries) - 1 - (SELECT count(*) FROM partners) AS others, (SELECT value FROM partners ORDER BY value DESC LIMIT 1 OFFSET ${BOUNDED_BY - 1}) AS bound`,
      ),
      needs: exampleNeeds(side),
      compute: (row) => {
        const [all, listed, squares, largest, bound, others] = (
          ['total', 'listed', 'squares', 'largest', 'bound', 'others'] as const
        ).map((name) => Number(row[name])) as [number, number, number, number, number, number];
        if (!bounded) return all ** 2 / squares;
        const rest = all - listed;
        const whole = Math.trunc(rest / bound);
        const most =
          side === DESTINATIONS
            ? squares + 2 * largest * rest + rest ** 2
            : squares + whole * bound ** 2 + (rest - whole * bound) ** 2;
        return (all ** 2 / most + all ** 2 / (squares + rest ** 2 / others)) / 2;
      },
      tex: ({ squares, total: all, value, low, high }, n) =>
        bounded
          ? String.raw`\frac{1}{2} \left( ${n(low, 2)} + ${n(high, 2)} \right) = ${n(value, 2)}`
          : String.raw`\frac{1}{${n(Number(squares) / Number(all) ** 2, 5)}} = ${n(value, 2)}`,
      says: ({ x, year, value, low, high }, n) =>
        ({
          partners: `In ${String(year)} the links of ${String(x)} were spread as if over ${n(value, 1)} equally large partners.`,
          origins: `In ${String(year)} the students from abroad in ${String(x)} were as mixed as if they came from ${n(value, 1)} equally large origins: between ${n(low, 2)} and ${n(high, 2)}, whatever the list leaves out.`,
          destinations: `In ${String(year)} the students of ${String(x)} abroad were spread as if over ${n(value, 1)} equally large destinations: between ${n(low, 2)} and ${n(high, 2)}, whatever the lists leave out.`,
        })[side.id],
    },
    sql: { needs: [...side.needs, ...(bounded ? ['countries'] : [])], query: queryOf(side) },
  };
};

/** effective_partners, effective_origins, effective_destinations. */
export const effectiveNumbers: readonly Indicator[] = SIDES.map(effective);
