import { SHARES } from '../../model/coverage.ts';
import type { Indicator } from '../../model/indicator.ts';
import type { LayerId } from '../../model/layer.ts';
import { joinedFlags } from '../relations/joined-flags.ts';

/**
 * A country's partners, seen as an indicator of their spread looks at them. Undirected layers have one side, `partners`;
 * directed ones have two, for where people come from and where they go are two things, so each indicator has three ids.
 */
export interface Side {
  readonly id: 'partners' | 'origins' | 'destinations';
  readonly direction: 'both' | 'in' | 'out';
  readonly layers: readonly LayerId[];
  /** "partner", "origin", "destination". */
  readonly partner: string;
  /** What its shares are shares of, of "a country": "its links", "those who come to it". */
  readonly all: string;
  /** Letters of the formula: one partner, its flow, the sum over partners. */
  readonly tex: { readonly index: string; readonly cell: string; readonly total: string };
  readonly symbols: readonly (readonly [tex: string, meaning: string])[];
  readonly caveats: readonly string[];
  readonly needs: readonly string[];
  /** One country and year for worked examples, and the total of a country there as a scalar query. */
  readonly example: {
    readonly layer: LayerId;
    readonly source: string;
    readonly country: string;
    readonly year: number;
    readonly total: (country: string) => string;
  };
  readonly sql: {
    readonly joins: string;
    readonly where: string;
    /** The sum over all partners, those included that the lists of students leave out. */
    readonly total: string;
    /** What must be listed, as a condition on listed and total. */
    readonly enough: string;
  };
}

/** The part of the students whom a host reported that must be listed by origin. The rest is held between bounds. */
const LEAST_LISTED = 0.75;
/** Of what is listed, the part whose partner's group or distance must be known. */
export const LEAST_KNOWN = 0.9;

const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** Said of every indicator that needs a group or a distance of the partner. */
export const knownOnly = (what: string): string =>
  `Partners without ${what} are left out of both sides of the fraction. There is no value where the others have less than ${percent(LEAST_KNOWN)} of what is listed.`;

const TWO_BASES =
  'Scholars have two bases, Scopus and OpenAlex, each with a value of its own. The two are never one series.';

const PAPERS = {
  layer: 'papers',
  source: 'openalex-copublications',
  country: 'DEU',
  year: 2022,
} as const;
const STUDENTS = { layer: 'students', source: 'uis-student-flows', year: 2018 } as const;

export const PARTNERS: Side = {
  id: 'partners',
  direction: 'both',
  layers: ['papers', 'projects'],
  partner: 'partner',
  all: 'its links',
  tex: { index: 'Y', cell: 'C_{XY}', total: 'T_X' },
  symbols: [
    ['C_{XY}', 'links of X and Y'],
    ['T_X', 'all links of X, the sum over its partners'],
  ],
  caveats: [
    'Whole counting: a paper or project of many countries is a link with each of them, so that large consortia weigh more than papers of two.',
    'A value that rests on few links says little: look at the number of links before comparing.',
  ],
  needs: ['ties'],
  example: {
    ...PAPERS,
    total: (country) =>
      `(SELECT sum(value) FROM ties WHERE layer = '${PAPERS.layer}' AND source = '${PAPERS.source}' AND country = '${country}' AND year = ${PAPERS.year})`,
  },
  sql: { joins: '', where: '', total: 'CAST(sum(t.value) AS DOUBLE)', enough: '' },
};

export const ORIGINS: Side = {
  id: 'origins',
  direction: 'in',
  layers: ['students', 'scholars'],
  partner: 'origin',
  all: 'those who come to it',
  tex: { index: 'o', cell: 'F_{oX}', total: String.raw`F_{\cdot X}` },
  symbols: [
    ['F_{oX}', 'students from o who are in X, or moves of scholars from o to X'],
    [String.raw`F_{\cdot X}`, 'all students from abroad whom X reported, or all moves to X'],
  ],
  caveats: [
    `For students the source lists the ten largest origins of each host, and what is in the origins’ own lists of ten. The others are known as a sum only, with those of unknown origin among them. There is no value where the host did not report, or where less than ${percent(LEAST_LISTED)} of what it reported is listed.`,
    TWO_BASES,
  ],
  needs: ['ties', 'coverage'],
  example: {
    ...STUDENTS,
    country: 'AUS',
    total: (country) =>
      `(SELECT reported FROM coverage WHERE layer = '${STUDENTS.layer}' AND source = '${STUDENTS.source}' AND country = '${country}' AND year = ${STUDENTS.year})`,
  },
  sql: {
    joins:
      'LEFT JOIN coverage v ON v.layer = t.layer AND v.source = t.source AND v.country = t.country AND v.year = t.year',
    where: "AND (t.layer <> 'students' OR v.status = 'reported')",
    // The host's own sum and not its total elsewhere: the rest is then what the same list leaves out.
    total: 'CAST(greatest(sum(t.value), coalesce(max(v.reported), 0)) AS DOUBLE)',
    enough: `layer <> 'students' OR listed >= ${LEAST_LISTED} * total`,
  },
};

export const DESTINATIONS: Side = {
  id: 'destinations',
  direction: 'out',
  layers: ['students', 'scholars'],
  partner: 'destination',
  all: 'those who go from it',
  tex: { index: 'd', cell: 'F_{Xd}', total: String.raw`F_{X \cdot}` },
  symbols: [
    ['F_{Xd}', 'students of X who are in d, or moves of scholars from X to d'],
    [String.raw`F_{X \cdot}`, 'all students of X abroad, or all moves from X'],
  ],
  caveats: [
    `For students the total is that of UNESCO, which we derive as inbound minus net flow. What is not listed may be in small hosts, or in any host that did not report or reported in part. There is no value where less than ${percent(SHARES.whole)} of the total is listed.`,
    TWO_BASES,
  ],
  needs: ['ties', 'margins'],
  example: {
    ...STUDENTS,
    country: 'CHN',
    total: (country) =>
      `(SELECT total FROM margins WHERE layer = '${STUDENTS.layer}' AND source = '${STUDENTS.source}' AND country = '${country}' AND year = ${STUDENTS.year} AND direction = 'out')`,
  },
  sql: {
    joins:
      "LEFT JOIN margins m ON m.layer = t.layer AND m.source = t.source AND m.country = t.country AND m.year = t.year AND m.direction = 'out' AND m.layer = 'students'",
    where: "AND (t.layer <> 'students' OR m.total IS NOT NULL)",
    total: 'CAST(greatest(sum(t.value), coalesce(max(m.total), 0)) AS DOUBLE)',
    enough: `layer <> 'students' OR listed >= ${SHARES.whole} * total`,
  },
};

/** The three sides, in the order of the methods pages. */
export const SIDES: readonly Side[] = [PARTNERS, ORIGINS, DESTINATIONS];

/**
 * The query of an indicator of one side: a row of a country, layer, source and year for which `listed` (the sum over the
 * partners that are listed), `total` (the sum over all) and `columns` are made of its partners, t.value each.
 */
export const portfolio = (
  side: Side,
  of: {
    /** Aggregates over the partners, with their names. */
    readonly columns: string;
    readonly joins?: string;
    readonly where?: string;
    readonly value: string;
    /** Bounds, for students only: no other layer leaves anything out. */
    readonly bounds?: { readonly low: string; readonly high: string };
    /** Conditions on the columns. */
    readonly only?: string;
  },
): string => {
  const bound = (limit: string | undefined) =>
    limit === undefined ? 'CAST(NULL AS DOUBLE)' : `CASE WHEN layer = 'students' THEN ${limit} END`;
  // Outbound totals are derived, and what stands for a rest that is not listed is an estimate too.
  const derived =
    side.direction === 'out' || of.bounds ? ["CASE WHEN t.layer = 'students' THEN 'e' END"] : [];
  const conditions = [side.sql.enough, of.only ?? ''].filter((text) => text !== '');
  return `
      SELECT country, layer, source, year, ${of.value} AS value, ${bound(of.bounds?.low)} AS low, ${bound(of.bounds?.high)} AS high, flag
      FROM (
        SELECT t.country, t.layer, t.source, t.year, CAST(sum(t.value) AS DOUBLE) AS listed, ${side.sql.total} AS total,
               ${of.columns},
               ${joinedFlags("string_agg(DISTINCT t.flag, '')", ...derived)} AS flag
        FROM ties t
        ${[side.sql.joins, of.joins ?? ''].filter((text) => text !== '').join('\n        ')}
        WHERE t.direction = '${side.direction}' AND t.value > 0 ${[side.sql.where, of.where ?? ''].join(' ').trim()}
        GROUP BY t.country, t.layer, t.source, t.year)
      ${conditions.length ? `WHERE ${conditions.map((text) => `(${text})`).join(' AND ')}` : ''}`;
};

/**
 * A worked example of a side: `columns` are scalar queries or columns beside x (the country), year, total and value.
 * `partners` stands in them for the rows of `ties` of the example.
 */
export const exampleOf = (side: Side, indicator: string, columns: string): string => {
  const { layer, source, country, year, total } = side.example;
  return `
      WITH partners AS (
        SELECT t.partner, t.value FROM ties t
        WHERE t.layer = '${layer}' AND t.source = '${source}' AND t.country = '${country}' AND t.year = ${year} AND t.direction = '${side.direction}')
      SELECT c.in_text AS x, i.year, i.value, i.low, i.high, ${total(country)} AS total, ${columns}
      FROM country_indicators i JOIN countries c ON c.iso3 = i.country
      WHERE i.indicator = '${indicator}' AND i.layer = '${layer}' AND i.source = '${source}' AND i.country = '${country}' AND i.year = ${year}`;
};

export const exampleNeeds = (side: Side, ...more: readonly string[]): readonly string[] => [
  ...new Set(['country_indicators', 'countries', ...side.needs, ...more]),
];

/** What an indicator of the spread of partners shares with its like. */
export const ofSide = (side: Side): Pick<Indicator, 'chapter' | 'subject' | 'layers'> => ({
  chapter: 'Diversity of partners',
  subject: 'country',
  layers: side.layers,
});
