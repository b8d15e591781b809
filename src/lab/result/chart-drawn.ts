import type { ResultTable } from '../../engine/result-table.ts';
import type { Choice } from './chart-choice.ts';
import type { ChartColumn } from './chart-columns.ts';

export interface Bar {
  readonly label: string;
  readonly value: number;
  readonly colour: string | null;
}
export interface XY {
  readonly x: number;
  readonly y: number;
  readonly label: string;
}
export interface Group {
  readonly label: string;
  readonly points: readonly XY[];
}

/** What a chart draws, and what it says of the rows that it does not. */
export type Drawn = { readonly notes: readonly string[]; readonly xName: string; readonly yName: string } & (
  | { readonly mark: 'bars'; readonly bars: readonly Bar[] }
  | {
      readonly mark: 'lines';
      readonly groups: readonly Group[];
      readonly time: TimeKind;
      readonly repeated: boolean;
    }
  | { readonly mark: 'points'; readonly groups: readonly Group[]; readonly time: TimeKind }
  | {
      readonly mark: 'histogram';
      readonly values: Float64Array;
      readonly whole: boolean;
      readonly time: TimeKind;
    }
);
/** What stands along the foot: years, dates in milliseconds since 1970, or plain numbers. */
export type TimeKind = 'years' | 'dates' | null;

export interface Reading {
  readonly table: ResultTable;
  readonly columns: readonly ChartColumn[];
  readonly choice: Choice;
  /** Names of countries by their codes. */
  readonly names: ReadonlyMap<string, string>;
}
