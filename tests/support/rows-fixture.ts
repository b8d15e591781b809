import type { Flow } from '../../src/model/flow.ts';
import type { LayerId } from '../../src/model/layer.ts';
import type { BalanceRows } from '../../src/views/balance/sql.ts';
import type { ChoroplethRows } from '../../src/views/choropleth/sql.ts';
import type { NotReported } from '../../src/views/coverage.ts';
import type { Arc, FlowMapRows } from '../../src/views/flow-map/sql.ts';
import type { PairRows } from '../../src/views/pair/sql.ts';
import type { RankingRows } from '../../src/views/ranking/sql.ts';
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
