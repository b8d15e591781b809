import type { LayerId } from './layer.ts';

/** A row of the table `flows`: one observation of one pair in one year by one source. */
export interface Flow {
  readonly layer: LayerId;
  /** Id of the source, with the base after a slash where there are two: `scholarly-migration/scopus`. */
  readonly source: string;
  /** ISO alpha-3. In undirected layers the alphabetically smaller code. */
  readonly origin: string;
  readonly destination: string;
  readonly year: number;
  /** A whole number: rounded once, at ingest. */
  readonly value: number;
  readonly flag: string | null;
}

export const MEASURES = [
  'inbound_students',
  'outbound_students',
  'net_students',
  'international_works',
  'researchers',
  'scholars_in',
  'scholars_out',
] as const;
export type Measure = (typeof MEASURES)[number];

/**
 * A row of the table `coverage`: how much of what a destination hosted in a year is there by origin.
 * `ratio` = reported / expected; `expected` is the inbound total of `expected_year`, the year itself or the nearest that has one.
 */
export interface Coverage {
  readonly layer: LayerId;
  readonly source: string;
  readonly country: string;
  readonly year: number;
  readonly reported: number;
  readonly expected: number | null;
  readonly expected_year: number | null;
  readonly ratio: number | null;
  readonly status: CoverageStatus;
}

export const COVERAGE_STATUSES = ['reported', 'partly reported', 'not reported', 'not verifiable'] as const;
export type CoverageStatus = (typeof COVERAGE_STATUSES)[number];
