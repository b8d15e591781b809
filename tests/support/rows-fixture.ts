import type { Flow } from '../../src/model/flow.ts';
import type { LayerId } from '../../src/model/layer.ts';
import type { CoverageStatus } from '../../src/model/flow.ts';
import type { AgreementRows, Comparison } from '../../src/views/agreement/sql.ts';
import type { BalanceRows } from '../../src/views/balance/sql.ts';
import type { ChoroplethRows } from '../../src/views/choropleth/sql.ts';
import type { NotReported } from '../../src/views/coverage.ts';
import type { Arc, FlowMapRows } from '../../src/views/flow-map/sql.ts';
import type { PairRows } from '../../src/views/pair/sql.ts';
import type { RankingRows } from '../../src/views/ranking/sql.ts';
import type { HostYear, ReportingRows } from '../../src/views/reporting/sql.ts';
import type { SeriesYear, TableCoverageRows } from '../../src/views/table-coverage/sql.ts';
import type { TrendPoint, TrendRows } from '../../src/views/trend/sql.ts';

/** Small made-up rows of every view, over the places of ATLAS: fixed, so that new data change no drawing of a test. */

export const arc = (origin: string, destination: string, value: number, flag: Flow['flag'] = null): Arc => ({
  origin,
  destination,
  value,
  flag,
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

export const FLOW_MAP: FlowMapRows = {
  arcs: [
    arc('CHN', 'USA', 10_000),
    arc('IND', 'USA', 6_400),
    arc('IND', 'GBR', 2_500, 'u'),
    arc('FRA', 'DEU', 900),
    arc('TUV', 'NZL', 12),
    arc('CHN', 'SGP', 4, 'p'),
  ],
  all: [{ pairs: 40, links: 20_000 }],
  missing: missing(['FRA', 250_000], ['SGP', 55_000], ['NAM', 3_000]),
};

export const RANKING: RankingRows = {
  largest: [
    { country: 'DEU', partner: 'USA', value: 5_000, flag: null },
    { country: 'DEU', partner: 'FRA', value: 2_500, flag: 'p' },
    { country: 'DEU', partner: 'GBR', value: 2_400, flag: null },
    { country: 'DEU', partner: 'CHN', value: 80, flag: 'eu' },
    { country: 'DEU', partner: 'TUV', value: 1, flag: null },
  ],
  all: [{ partners: 30, links: 19_800 }],
  missing: [],
};

export const TREND: TrendRows = {
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
