import type { Indicator, Reference } from '../../model/indicator.ts';
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
  type Side,
} from './portfolio.ts';

/** A group of countries as seen from one: the share of its partners that belong to it. */
export interface PartnerGroup {
  /** Column of `countries` that tells the group. */
  readonly column: 'region' | 'income_group';
  /** Whether a partner b of a is in the group, as SQL. */
  readonly member: string;
  /** Whether a country without the column has no value itself. */
  readonly own: boolean;
  /** "a region", "an income group". */
  readonly what: string;
  /** The group, from a country's view: "its own region", "low-income countries". */
  readonly group: string;
  /** The letters of the set, and what it holds. */
  readonly set: readonly [tex: string, meaning: string];
  readonly isNot: readonly string[];
  readonly caveats: readonly string[];
  readonly references: readonly Reference[];
  /** Countries for the worked examples, where those of the side say little. */
  readonly examples?: Readonly<Record<Side['id'], string>>;
  readonly words: Readonly<
    Record<Side['id'], { readonly id: string; readonly title: string; readonly says: string }>
  >;
}

/** The share of one side's links, students or moves that are with a group of countries. */
export function groupShare(group: PartnerGroup, of: Side): Indicator {
  const side: Side = group.examples
    ? { ...of, example: { ...of.example, country: group.examples[of.id] } }
    : of;
  const words = group.words[side.id];
  const { index, cell } = side.tex;
  const [set, meaning] = group.set;
  const known = `b.${group.column} IS NOT NULL`;
  return {
    ...ofSide(side),
    ...words,
    unit: 'share',
    range: [0, 1],
    neutral: null,
    digits: 3,
    definition: `Of ${side.all}, the sum over ${side.id} in ${group.group} over the sum over all ${side.id} that are listed and have ${group.what}.`,
    counting: PARTNERS_COUNTED,
    formula: String.raw`\frac{\sum_{${index} \in ${set}} ${cell}}{\sum_{${index} \in K} ${cell}}`,
    symbols: [
      [set, meaning],
      ['K', `${side.id} that are listed and have ${group.what}`],
      ...side.symbols.slice(0, 1),
    ],
    interval:
      side.direction === 'both'
        ? null
        : `Bounds, for students only: all that is not listed, or has not ${group.what}, taken as outside the group, and as inside. They do not speak of chance.`,
    limits: side.direction === 'both' ? null : 'bounds',
    isNot: [
      'It is no preference: the share is larger where the group is larger. The affinity or preference of pairs takes size out.',
      ...group.isNot,
    ],
    caveats: [knownOnly(group.what), ...group.caveats, ...side.caveats],
    references: group.references,
    example: {
      sql: exampleOf(
        side,
        words.id,
        `(SELECT coalesce(sum(p.value), 0) FROM partners p JOIN countries b ON b.iso3 = p.partner JOIN countries a ON a.iso3 = '${side.example.country}' WHERE ${known} AND (${group.member})) AS inside, ` +
          `(SELECT sum(p.value) FROM partners p JOIN countries b ON b.iso3 = p.partner WHERE ${known}) AS known`,
      ),
      needs: exampleNeeds(side),
      compute: ({ inside, known }) => Number(inside) / Number(known),
      tex: ({ inside, known, value }, n) => String.raw`\frac{${n(inside)}}{${n(known)}} = ${n(value, 3)}`,
      says: ({ x, year, value }, n) => {
        const share = `${n(Number(value) * 100, 1)} %`;
        if (of === ORIGINS)
          return `In ${String(year)} ${share} of the students from abroad in ${String(x)} whose origin is listed came from ${group.group}.`;
        if (of === DESTINATIONS)
          return `In ${String(year)} ${share} of the students of ${String(x)} abroad whose host is listed were in ${group.group}.`;
        return `In ${String(year)} ${share} of the links of ${String(x)} were with ${group.group}.`;
      },
    },
    sql: {
      needs: [...side.needs, 'countries'],
      query: portfolio(side, {
        joins: `JOIN countries a ON a.iso3 = t.country LEFT JOIN countries b ON b.iso3 = t.partner`,
        where: group.own ? `AND a.${group.column} IS NOT NULL` : '',
        columns: `CAST(sum(CASE WHEN ${known} AND (${group.member}) THEN t.value ELSE 0 END) AS DOUBLE) AS inside,
               CAST(sum(CASE WHEN ${known} THEN t.value ELSE 0 END) AS DOUBLE) AS known`,
        value: 'inside / known',
        bounds: { low: 'inside / total', high: '(inside + total - known) / total' },
        only: `known >= ${LEAST_KNOWN} * listed`,
      }),
    },
  };
}
