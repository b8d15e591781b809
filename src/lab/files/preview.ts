import type { PlaceGuess } from './places.ts';
import type { Problem } from './problem.ts';
import type { ColumnType, Reading } from './reading.ts';

/** A column as the preview shows it. */
export interface ColumnPreview {
  readonly name: string;
  readonly type: ColumnType;
  readonly misfits: 'stop' | 'missing';
  /** The places that it names, if it does. */
  readonly place: PlaceGuess | null;
  /** Whether NA is Namibia in it; null where the question does not arise. */
  readonly namibia: boolean | null;
  /** Whether a column of ISO3 codes is added for it. */
  readonly iso3: boolean;
  readonly notes: readonly string[];
}

/** What a delimited file looks like with the choices made so far: the first rows, and how the rest will be read. */
export interface CsvPreview {
  readonly kind: 'csv';
  readonly gzip: boolean;
  readonly reading: Reading;
  /** Words for "missing" that can be chosen. */
  readonly missingOffered: readonly string[];
  readonly columns: readonly ColumnPreview[];
  /** The first rows as they stand in the file; fields that lack are empty. */
  readonly rows: readonly (readonly string[])[];
  /** What was settled, in words, where a reader may want it otherwise. */
  readonly notes: readonly string[];
  /** What must be decided before the file is loaded. */
  readonly problems: readonly Problem[];
}

export interface ParquetPreview {
  readonly kind: 'parquet';
}

export type Preview = CsvPreview | ParquetPreview;

/** Rows that a preview shows. */
export const SHOWN_ROWS = 50;
/** Columns that the lab takes from a delimited file. */
export const MOST_COLUMNS = 500;
