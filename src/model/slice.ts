import type { CoverageStatus, Measure } from './flow.ts';
import type { LayerId } from './layer.ts';

/**
 * Slices are small static files that answer the first questions without an engine. They hold base rows, so that a view
 * makes the same figure of them as of its SQL.
 */

/** `slices/countries/<iso3>.json`: all ties and totals of one country. */
export interface CountrySlice {
  readonly iso3: string;
  readonly ties: readonly TieSeries[];
  readonly totals: readonly TotalSeries[];
}

/** All partners of the country in one layer, source and direction. */
export interface TieSeries {
  readonly layer: LayerId;
  readonly source: string;
  readonly direction: 'out' | 'in' | 'both';
  /** First year of every series. */
  readonly from: number;
  /** Partner → value by year; 0 stands for "no row". Flows hold no zeros. */
  readonly partners: Readonly<Record<string, readonly number[]>>;
  /** Flags that hold for every partner of a year: year → flag. */
  readonly yearFlags?: Readonly<Record<string, string>>;
  /** Flags of single cells: partner → year → flag. */
  readonly flags?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export interface TotalSeries {
  readonly measure: Measure;
  readonly source: string;
  readonly from: number;
  /** Value by year; null stands for "no row". */
  readonly values: readonly (number | null)[];
  readonly flags?: Readonly<Record<string, string>>;
}

/** `slices/layers/<layer>/<source>/<year>.json`: the strongest flows of a layer and year, and what the rest sums to. */
export interface LayerSlice {
  readonly layer: LayerId;
  readonly source: string;
  readonly year: number;
  /** The strongest flows, in descending order; origin, destination, value, flag. */
  readonly strongest: readonly (readonly [
    origin: string,
    destination: string,
    value: number,
    flag?: string,
  ])[];
  /** Number and sum of all flows of the layer and year, those above included. */
  readonly pairs: number;
  readonly links: number;
  /** Hosts that did not report by origin: country, inbound total, year of that total. Largest first. */
  readonly notReported: readonly (readonly [country: string, expected: number, expectedYear: number])[];
  /** Hosts by status, for the coverage line. */
  readonly coverage: Readonly<Partial<Record<CoverageStatus, number>>>;
}

/**
 * Indicators of a country that maps show, and the layer whose values they are: atlas.json lists them beside the measures
 * of `totals`, and slices hold them. Others, and other layers, are asked of an engine.
 */
export const MAPPED_INDICATORS: readonly (readonly [indicator: string, layer: LayerId])[] = [
  ['balance', 'students'],
  ['in_rate', 'scholars'],
  ['out_rate', 'scholars'],
  ['net_rate', 'scholars'],
];

/**
 * `slices/matrices/<layer>/<source>/<year>.json`: every flow of a layer, source and year. Codes stand once: a row is
 * [origin, destination, value, destination, value, ...], codes as places in `codes`.
 */
export interface MatrixSlice {
  readonly codes: readonly string[];
  readonly rows: readonly (readonly number[])[];
  /** Flags of all flows but those in `flags`; left out where most have none. */
  readonly flag?: string;
  readonly flags?: readonly (readonly [origin: number, destination: number, flag: string | null])[];
}

/** `slices/world.json`: each layer through time, all countries together, as its trend shows it. */
export interface WorldSlice {
  readonly series: readonly {
    readonly layer: LayerId;
    readonly source: string;
    readonly points: readonly (readonly [year: number, value: number, flag?: string])[];
  }[];
}

/** `slices/population.json`: inhabitants by country and year; null stands for "no row". */
export interface PopulationSlice {
  readonly from: number;
  readonly values: Readonly<Record<string, readonly (number | null)[]>>;
}

/** `slices/totals/<source>/<year>.json`: every country's totals and mapped indicators of one source and year. */
export interface TotalsSlice {
  readonly source: string;
  readonly year: number;
  /** Measure of `totals` or id of an indicator → country → [value, flag]. */
  readonly values: Readonly<
    Record<string, Readonly<Record<string, readonly [value: number, flag?: string]>>>
  >;
  /** Hosts of students without a total in this year: country, latest total, year of that total. Largest first. */
  readonly notReported: readonly (readonly [country: string, expected: number, expectedYear: number])[];
}

/** `slices/indicators/<iso3>.json`: every indicator of one country, all layers, sources and years. */
export interface IndicatorsSlice {
  readonly iso3: string;
  readonly series: readonly IndicatorSeries[];
}

/** Values of an indicator by year; limits and flags are left out where no year has one. */
export interface IndicatorSeries {
  readonly indicator: string;
  readonly layer: LayerId;
  readonly source: string;
  readonly years: readonly number[];
  readonly values: readonly number[];
  readonly lows?: readonly (number | null)[];
  readonly highs?: readonly (number | null)[];
  readonly flags?: readonly (string | null)[];
}

/** How many flows a layer slice holds: the largest top N that it can answer. */
export const STRONGEST = 300;

export const slicePath = {
  country: (iso3: string): string => `slices/countries/${iso3}.json`,
  indicators: (iso3: string): string => `slices/indicators/${iso3}.json`,
  layer: (layer: LayerId, source: string, year: number): string =>
    `slices/layers/${layer}/${source}/${year}.json`,
  matrix: (layer: LayerId, source: string, year: number): string =>
    `slices/matrices/${layer}/${source}/${year}.json`,
  population: 'slices/population.json',
  world: 'slices/world.json',
  totals: (source: string, year: number): string => `slices/totals/${source}/${year}.json`,
};
