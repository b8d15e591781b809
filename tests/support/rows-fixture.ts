import type { Flow } from '../../src/model/flow.ts';
import type { LayerId } from '../../src/model/layer.ts';
import type { CoverageStatus } from '../../src/model/flow.ts';
import type { AgreementRows, Comparison } from '../../src/views/agreement/sql.ts';
import type { BalanceRows } from '../../src/views/balance/sql.ts';
import type { ChoroplethRows } from '../../src/views/choropleth/sql.ts';
import type { NotReported } from '../../src/views/coverage.ts';
import type { IndicatorPoint, IndicatorRows } from '../../src/views/indicator-lines.ts';
import type { EgoRows } from '../../src/views/ego/network.ts';
import type { Fit, GravityRows } from '../../src/views/gravity/sql.ts';
import type { ComparedPair, IndexComparisonRows } from '../../src/views/index-comparison/sql.ts';
import type { LayerGap, LayerGapsRows } from '../../src/views/layer-gaps/sql.ts';
import type { LayerLink, LayerLinksRows } from '../../src/views/layer-links/sql.ts';
import type { PairRows } from '../../src/views/pair/sql.ts';
import type { HostYear, ReportingRows } from '../../src/views/reporting/sql.ts';
import type { SeriesYear, TableCoverageRows } from '../../src/views/table-coverage/sql.ts';
import type { ScatterRows } from '../../src/views/scatter/sql.ts';
import type { CountRow, TieRows } from '../../src/views/ties/rows.ts';
import type { TrendPoint, TrendRows } from '../../src/views/trend/sql.ts';

/** Small made-up rows of every view, over the places of ATLAS: fixed, so that new data change no drawing of a test. */

export const arc = (
  origin: string,
  destination: string,
  count: number,
  flag: Flow['flag'] = null,
): CountRow => ({ origin, destination, count, flag });

/** Rows of a state of ties: counts, and whatever else is given. All that there is are these counts, unless said. */
export const tieRows = (counts: readonly CountRow[], more: Partial<TieRows> = {}): TieRows => ({
  counts,
  all: [{ ties: counts.length, sum: counts.reduce((sum, row) => sum + row.count, 0) }],
  values: [],
  population: [],
  missing: [],
  otherCounts: [],
  otherValues: [],
  otherPopulation: [],
  otherMissing: [],
  ...more,
});

export const missing = (...hosts: readonly (readonly [country: string, expected: number])[]): NotReported[] =>
  hosts.map(([country, expected]) => ({ country, expected, expected_year: 2015 }));

/** Points of one line from a first year on; null stands for no row. */
export const points = (
  source: string,
  first: number,
  values: readonly (number | null)[],
  { direction = 'both', flags = {} }: { direction?: string; flags?: Readonly<Record<number, string>> } = {},
): TrendPoint[] =>
  values.flatMap((value, i) => {
    const year = first + i;
    return value === null ? [] : [{ direction, source, year, value, flag: flags[year] ?? null }];
  });

export const FLOW_MAP: TieRows = tieRows(
  [
    arc('CHN', 'USA', 10_000),
    arc('IND', 'USA', 6_400),
    arc('IND', 'GBR', 2_500, 'u'),
    arc('FRA', 'DEU', 900),
    arc('TUV', 'NZL', 12),
    arc('CHN', 'SGP', 4, 'p'),
  ],
  {
    all: [{ ties: 40, sum: 20_000 }],
    missing: missing(['FRA', 250_000], ['SGP', 55_000], ['NAM', 3_000]),
  },
);

export const RANKING: TieRows = tieRows(
  [
    arc('DEU', 'USA', 5_000),
    arc('DEU', 'FRA', 2_500, 'p'),
    arc('DEU', 'GBR', 2_400),
    arc('DEU', 'CHN', 80, 'eu'),
    arc('DEU', 'TUV', 1),
  ],
  { all: [{ ties: 30, sum: 19_800 }] },
);

export const EGO: EgoRows = {
  ...tieRows([
    arc('CHN', 'USA', 10_000),
    arc('IND', 'USA', 6_400),
    arc('USA', 'GBR', 900, 'u'),
    arc('NAM', 'USA', 3),
  ]),
  world: [arc('IND', 'GBR', 2_500), arc('CHN', 'GBR', 1_800), arc('FRA', 'DEU', 900)],
};

const value = (country: string, of: number, limits: readonly [number, number] | null = null) => ({
  country,
  source: 'openalex-copublications',
  year: 2022,
  value: of,
  low: limits?.[0] ?? null,
  high: limits?.[1] ?? null,
  flag: null,
});
export const SCATTER: ScatterRows = {
  x: [value('CHN', 0.23), value('DEU', 0.55), value('FRA', 0.6), value('IND', 0.21), value('TUV', 1)],
  y: [
    value('CHN', 14.3),
    value('DEU', 21.03, [20.9, 21.2]),
    value('FRA', 22),
    value('USA', 12),
    value('TUV', 2),
  ],
};

export const TREND: TrendRows = {
  missing: [],
  points: [
    ...points('scholarly-migration/openalex', 2008, [40, 52, 61, 70, 66, 80, 95, 90, 110, 120, 131], {
      direction: 'in',
      flags: { 2018: 'p' },
    }),
    ...points('scholarly-migration/scopus', 2008, [30, 35, 41, null, null, 60, 55, 66, 70, 75, 90], {
      direction: 'in',
      flags: { 2015: 'b' },
    }),
  ],
};

const balanceYear = (
  year: number,
  inbound: number,
  outbound: number | null,
  inbound_flag: string | null = null,
): BalanceRows['years'][number] => ({
  year,
  inbound,
  inbound_flag,
  outbound,
  outbound_flag: outbound === null ? null : 'e',
});

export const BALANCE: BalanceRows = {
  years: [
    balanceYear(2000, 900, 300),
    balanceYear(2001, 1_000, null),
    balanceYear(2004, 1_300, 350),
    balanceYear(2005, 1_250, 1_400, 'b'),
  ],
};

export const CHOROPLETH: ChoroplethRows = {
  values: [
    { country: 'GBR', value: 0.82, flag: 'e' },
    { country: 'SGP', value: 0.4, flag: 'e' },
    { country: 'DEU', value: 0.05, flag: 'e' },
    { country: 'FRA', value: 0, flag: 'e' },
    { country: 'IND', value: -0.3, flag: 'e' },
    { country: 'CHN', value: -0.7, flag: 'e' },
    { country: 'TUV', value: -1, flag: 'e' },
  ],
  missing: missing(['USA', 900_000], ['NAM', 3_000]),
};

const ofLayer = (layer: LayerId, some: readonly TrendPoint[]): PairRows['points'] =>
  some.map(({ direction, year, value, flag }) => ({ layer, direction, year, value, flag }));

export const PAIR: PairRows = {
  points: [
    ...ofLayer('papers', points('', 2015, [700, 760, 900, 1_010, 990, 1_200, 1_300, 1_280])),
    ...ofLayer('projects', points('', 2014, [1, 4, 3, null, null, 6])),
    ...ofLayer('scholars', points('', 2012, [20, 22, 21, 30, 28], { direction: 'in' })),
    ...ofLayer(
      'scholars',
      points('', 2012, [11, 14, 12, 13, 19], { direction: 'out', flags: { 2016: 'p' } }),
    ),
  ],
};

/** A comparison of the two bases of scholars in 2020; whatever else is said of it. */
export const comparison = (id: string, title: string, more: Partial<Comparison>): Comparison => ({
  comparison: id,
  title,
  first_source: 'scholarly-migration/scopus',
  second_source: 'scholarly-migration/openalex',
  same_thing: true,
  unit_of_comparison: 'countries',
  year: 2020,
  compared: 100,
  rank_correlation: null,
  median_ratio: null,
  ratio_low: null,
  ratio_high: null,
  ...more,
});

const measured = (
  rank_correlation: number,
  median_ratio: number,
  ratio_low: number,
  ratio_high: number,
): Partial<Comparison> => ({ rank_correlation, median_ratio, ratio_low, ratio_high });

/** The three of scholars as they were measured; the others made up. */
export const AGREEMENT: AgreementRows = {
  comparisons: [
    comparison('papers-openalex-ncses', 'Papers of pairs of countries: OpenAlex and NCSES (Scopus)', {
      first_source: 'ncses-publications/scopus',
      second_source: 'openalex-copublications',
      unit_of_comparison: 'pairs of countries',
      year: 2022,
      compared: 1_020,
      ...measured(0.9812, 1.004, 0.98, 1.31),
    }),
    comparison('researchers', 'Researchers of countries: Scopus base and OpenAlex base', {
      compared: 195,
      ...measured(0.97, 0.816, 0.412, 1.109),
    }),
    comparison('scholars-in', 'Scholars who came: Scopus base and OpenAlex base', {
      compared: 190,
      ...measured(0.924, 1.377, 0.62, 3.11),
    }),
    comparison('scholars-pairs', 'Moves of scholars between countries: Scopus base and OpenAlex base', {
      unit_of_comparison: 'pairs of countries',
      compared: 5_410,
      ...measured(0.81, 1.24, 0.5, 4),
    }),
    comparison(
      'students-us-visas',
      'Students in the United States by origin (UIS) and F-1 visas issued: a stock and a flow',
      {
        first_source: 'uis-student-flows',
        second_source: 'us-student-visas',
        same_thing: false,
        year: 2018,
        compared: 180,
        rank_correlation: 0.871,
      },
    ),
  ],
};

const STATUSES: Readonly<Record<string, CoverageStatus>> = {
  R: 'reported',
  P: 'partly reported',
  N: 'not reported',
  V: 'not verifiable',
};

/** A host from a first year on, a letter a year: R, P, N, V, or a point where there is no row. */
export const host = (
  country: string,
  expected: number,
  first: number,
  letters: string,
  expected_year = 2018,
): HostYear[] =>
  [...letters].flatMap((letter, i) => {
    const status = STATUSES[letter];
    return status ? [{ country, year: first + i, status, expected, expected_year }] : [];
  });

export const REPORTING: ReportingRows = {
  cells: [
    ...host('USA', 987_314, 2008, 'NNNNNRRRRRRNN'),
    ...host('GBR', 452_079, 2008, 'RRRRRRRRRRRRN'),
    ...host('DEU', 311_738, 2008, 'NNNNNPRRRRPPN'),
    ...host('FRA', 229_623, 2008, 'RRRRRRRRRRRR.'),
    ...host('CHN', 178_271, 2008, 'NNNNNNNNNNNNN'),
    ...host('SGP', 51_756, 2008, 'NNNNNNNNNNNNN', 2017),
    ...host('TUV', 12, 2008, '.VVRRRRRRRRRN'),
  ],
};

/** A series from a first year on, its countries a year; null stands for no row. */
export const series = (
  source: string,
  name: string,
  first: number,
  countries: readonly (number | null)[],
): SeriesYear[] =>
  countries.flatMap((n, i) =>
    n === null ? [] : [{ source, series: name, year: first + i, countries: n, rows: n * 3 }],
  );

export const TABLE_COVERAGE: TableCoverageRows = {
  cells: [
    ...series('cordis-h2020', 'projects', 2014, [90, 110, 118, 121, 130, 126, 84]),
    ...series(
      'openalex-copublications',
      'papers',
      2008,
      [204, 206, 210, 212, 218, 220, 224, 226, 230, 231, 235, 239, 240, 241, 243],
    ),
    ...series('scholarly-migration/scopus', 'scholars', 2008, [190, 196, 199, null, null, 205, 207, 208]),
    ...series(
      'uis-student-flows',
      'students',
      2008,
      [198, 199, 200, 200, 201, 202, 204, 205, 205, 206, 207, 207, 60],
    ),
  ],
};

/** Points of an indicator from a first year on: value, limits and flag of each year; null stands for no row. */
export const indicatorPoints = (
  line: string,
  source: string,
  first: number,
  values: readonly (
    readonly [value: number, low?: number | null, high?: number | null, flag?: string] | null
  )[],
): IndicatorPoint[] =>
  values.flatMap((of, i) => {
    if (of === null) return [];
    const [value, low = null, high = null, flag = null] = of;
    return [{ line, source, year: first + i, value, low, high, flag }];
  });

/** A tie that grows out of nothing: zeros with an upper limit, a wide band, a gap, a break, and a provisional year. */
export const PAIR_INDICATOR: IndicatorRows = {
  points: indicatorPoints('out', 'openalex-copublications', 2008, [
    [0, 0, 1.9],
    [0, 0, 1.6],
    [0.41, 0.08, 1.2],
    [0.62, 0.2, 1.45],
    null,
    [0.8, 0.51, 1.2],
    [1.21, 0.93, 1.55, 'b'],
    [1.32, 1.12, 1.55],
    [1.405, 1.25, 1.58],
    [1.3, 1.22, 1.39],
    [1.31, 1.29, 1.33],
    [1.1, 1.07, 1.13, 'p'],
  ]),
};

/** Two countries, the second with bounds and without the middle years. */
export const COUNTRY_INDICATOR: IndicatorRows = {
  points: [
    ...indicatorPoints('CHN', 'openalex-copublications', 2015, [
      [8.4, 8, 9.1],
      [8.6, 8.1, 9.2],
      null,
      [9, 8.8, 9.6, 'p'],
    ]),
    ...indicatorPoints('DEU', 'openalex-copublications', 2014, [[17.6], [18.2], [18.5], [19.1], [20.3]]),
  ],
};

/** A pair by affinity over links and by NCSES's index; what is not given follows from the affinity. */
export const compared = (
  origin: string,
  destination: string,
  articles: number,
  affinity: number,
  collaboration_index: number,
  more: Partial<ComparedPair> = {},
): ComparedPair => ({
  source: 'ncses-publications/scopus',
  papers_source: 'openalex-copublications',
  origin,
  destination,
  year: 2022,
  articles,
  papers: Math.round(articles * 1.3),
  affinity,
  ric: affinity * 1.02,
  ric_back: affinity * 1.03,
  affinity_closed: affinity,
  collaboration_index,
  ...more,
});

/** Six pairs of 2022 as they were measured. */
export const INDEX_COMPARISON: IndexComparisonRows = {
  pairs: [
    compared('CHN', 'GBR', 24_337, 1.192, 0.79, { affinity_closed: 1.264 }),
    compared('CHN', 'USA', 58_546, 1.895635, 1, {
      papers: 77_370,
      ric: 2.007232,
      ric_back: 2.137827,
      affinity_closed: 1.996159,
    }),
    compared('DEU', 'FRA', 12_166, 1.424706, 1.44, { affinity_closed: 1.385743 }),
    compared('DEU', 'GBR', 18_966, 1.26, 1.14, { affinity_closed: 1.206 }),
    compared('DEU', 'USA', 27_299, 1.223, 0.87, { affinity_closed: 1.14 }),
    compared('GBR', 'USA', 34_418, 1.278, 0.84, { affinity_closed: 1.18 }),
  ],
};

/** Fits of one source from a first year on, each with an interval of 0.1 to either side. */
export const fits = (
  layer: LayerId,
  source: string,
  first: number,
  coefficients: readonly number[],
  more: Partial<Fit> = {},
): Fit[] =>
  coefficients.map((coefficient, i) => ({
    layer,
    source,
    from_year: first + i,
    to_year: first + i,
    coefficient,
    low: coefficient - 0.1,
    high: coefficient + 0.1,
    pairs: 17_578,
    countries: 188,
    ...more,
  }));

export const GRAVITY: GravityRows = {
  fits: [
    ...fits('papers', 'openalex-copublications', 2010, [-0.4, -0.42, -0.45, -0.5, -0.48, -0.52]),
    ...fits('projects', 'cordis-h2020', 2015, [-0.38], { to_year: 2020, countries: 90, pairs: 4_005 }),
    ...fits('scholars', 'scholarly-migration/openalex', 2010, [-0.38, -0.44, -0.5, -0.53]),
    ...fits('scholars', 'scholarly-migration/scopus', 2010, [-0.56, -0.58, -0.57, -0.6]),
  ],
};

/** Rank correlations of two layers from a first year on, each with an interval of 0.05 to either side. */
export const links = (
  [first_layer, first_source]: readonly [LayerId, string],
  [second_layer, second_source]: readonly [LayerId, string],
  first: number,
  correlations: readonly number[],
  { measure = 'intensity', flags = {} }: { measure?: string; flags?: Readonly<Record<number, string>> } = {},
): LayerLink[] =>
  correlations.map((rank_correlation, i) => ({
    first_layer,
    first_source,
    second_layer,
    second_source,
    year: first + i,
    measure,
    pairs: 400 + i,
    rank_correlation,
    low: rank_correlation - 0.05,
    high: rank_correlation + 0.05,
    flag: flags[first + i] ?? null,
  }));

const OF: Readonly<Record<LayerId, readonly [LayerId, string]>> = {
  papers: ['papers', 'openalex-copublications'],
  projects: ['projects', 'cordis-h2020'],
  scholars: ['scholars', 'scholarly-migration/scopus'],
  students: ['students', 'uis-student-flows'],
};

export const LAYER_LINKS: LayerLinksRows = {
  links: [
    ...links(OF.papers, OF.projects, 2015, [0.56, 0.5, 0.57, 0.6, 0.38], { flags: { 2019: 'u' } }),
    ...links(OF.papers, OF.projects, 2015, [0.67, 0.58, 0.6, 0.7, 0.6], {
      measure: 'links',
      flags: { 2019: 'u' },
    }),
    ...links(OF.papers, ['scholars', 'scholarly-migration/openalex'], 2010, [0.8, 0.79, 0.78, 0.8, 0.79]),
    ...links(OF.papers, OF.scholars, 2010, [0.85, 0.84, 0.85, 0.83, 0.82]),
    ...links(OF.papers, OF.scholars, 2010, [0.9, 0.9, 0.89, 0.89, 0.9], { measure: 'links' }),
    ...links(OF.papers, OF.students, 2010, [0.6, 0.62, 0.64, 0.63], { flags: { 2012: 'be' } }),
    ...links(OF.projects, OF.students, 2015, [0.3]),
  ],
};

/** A pair in two layers, each with links, times as expected and place. */
export const layerGap = (
  [first_layer, second_layer]: readonly [LayerId, LayerId],
  origin: string,
  destination: string,
  [first_links, first_intensity, first_percentile]: readonly [number, number, number],
  [second_links, second_intensity, second_percentile]: readonly [number, number, number],
): LayerGap => ({
  first_layer,
  first_source: OF[first_layer][1],
  second_layer,
  second_source: OF[second_layer][1],
  year: 2018,
  origin,
  destination,
  first_links,
  first_intensity,
  first_percentile,
  second_links,
  second_intensity,
  second_percentile,
  gap: first_percentile - second_percentile,
  flag: null,
  pairs: 685,
});

export const LAYER_GAPS: LayerGapsRows = {
  gaps: [
    layerGap(['papers', 'scholars'], 'IND', 'NAM', [413, 1.99, 0.938], [6, 0.19, 0.124]),
    layerGap(['papers', 'scholars'], 'FRA', 'SGP', [53, 0.55, 0.279], [38, 1.55, 0.868]),
    layerGap(['papers', 'students'], 'DEU', 'NZL', [118, 2.62, 0.859], [181, 0.6, 0.255]),
    layerGap(['papers', 'students'], 'IND', 'TUV', [1, 0.42, 0.0007], [2_885, 136.46, 0.9993]),
  ],
};
