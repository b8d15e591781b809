import type { NotReported } from '../coverage.ts';

/** A flow as it was counted: in one year, or over the years of a range. */
export interface CountRow {
  readonly origin: string;
  readonly destination: string;
  readonly count: number;
  readonly flag: string | null;
  /** Of a mean over a range: of how many years it is. */
  readonly years?: number;
}

/** What an indicator of pairs says of an ordered pair. */
export interface ValueRow {
  readonly origin: string;
  readonly destination: string;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly flag: string | null;
}

/** The rows that a state of ties needs. Those of the other side are there where something is compared. */
export type TieRows = {
  /** Flows, largest first: all, or the 300 largest where no more is asked. */
  readonly counts: readonly CountRow[];
  /** One row: how many flows there are in all, and their sum. */
  readonly all: readonly { readonly ties: number; readonly sum: number }[];
  readonly values: readonly ValueRow[];
  readonly population: readonly { readonly country: string; readonly value: number }[];
  readonly missing: readonly NotReported[];
  readonly otherCounts: readonly CountRow[];
  readonly otherValues: readonly ValueRow[];
  readonly otherPopulation: readonly { readonly country: string; readonly value: number }[];
  readonly otherMissing: readonly NotReported[];
};
