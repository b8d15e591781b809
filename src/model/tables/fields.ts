import { FLAGS } from '../flag.ts';
import type { Field } from '../release.ts';

/** What a table of the public contract promises. */
export interface TableSchema {
  readonly title: string;
  /** What a row is, and what a reader must know of it: the first words of the catalogue. */
  readonly description: string;
  readonly fields: readonly Field[];
  readonly primaryKey: readonly string[];
  /** Column → table that it points to, by that table's primary key. */
  readonly references?: Readonly<Record<string, string>>;
  /** Whether `country` may also be WLD, the world as the source gives it. Then `country` is no reference. */
  readonly world?: boolean;
  /** Rows of pairs: each pair stands once, origin < destination; or as the row's layer has it. */
  readonly pairs?: 'once' | 'by layer';
  /**
   * When its rows are made: from the publishers' files; from the snapshot by a model, kept in data/models/ until the snapshot
   * changes; or from the snapshot and the records at every publish.
   */
  readonly made: 'ingest' | 'model' | 'publish';
  /** Columns that name a source; by default `source`, where there is one. */
  readonly sourceColumns?: readonly string[];
  /**
   * For tables without a column `source`, or with columns from a second one: record → the rows that rest on it, as a
   * condition in SQL.
   */
  readonly from?: Readonly<Record<string, string>>;
}

export const required = { required: true } as const;

export const iso3 = (name: string, description: string): Field => ({
  name,
  type: 'string',
  description: `${description} (ISO 3166-1 alpha-3).`,
  constraints: { required: true, pattern: '[A-Z]{3}' },
});

export const source: Field = {
  name: 'source',
  type: 'string',
  description:
    'Id of the source, with the base after a slash where it publishes two. Never add up two sources.',
  constraints: required,
};

export const year: Field = {
  name: 'year',
  type: 'integer',
  description: 'Calendar year.',
  constraints: { required: true, minimum: 1900, maximum: 2100 },
};

/** The first or last year of a period. */
export const edgeYear = (name: 'from_year' | 'to_year'): Field => ({
  ...year,
  name,
  description: name === 'from_year' ? 'First year of the period.' : 'Last year of the period.',
});

export const flag: Field = {
  name: 'flag',
  type: 'string',
  description: `Observation status after SDMX CL_OBS_STATUS, one or more letters, empty for a normal value: ${Object.entries(
    FLAGS,
  )
    .map(([letter, f]) => `${letter} ${f.label}`)
    .join(', ')}.`,
  // The letters in order, each at most once.
  constraints: {
    pattern: Object.keys(FLAGS)
      .map((letter) => `${letter}?`)
      .join(''),
  },
};

export const text = (name: string, description: string, must = false): Field => ({
  name,
  type: 'string',
  description,
  ...(must ? { constraints: required } : {}),
});

/** One of a list of words. */
export const choice = (name: string, description: string, values: readonly string[]): Field => ({
  name,
  type: 'string',
  description,
  constraints: { required: true, enum: values },
});

/** A whole number that is not negative; required unless `maybe`. */
export const count = (name: string, unit: string, description: string, maybe?: 'maybe'): Field => ({
  name,
  type: 'integer',
  unit,
  description,
  constraints: maybe ? { minimum: 0 } : { required: true, minimum: 0 },
});

/** A number that is not negative and may be missing. */
export const amount = (name: string, unit: string, description: string): Field => ({
  name,
  type: 'number',
  unit,
  description,
  constraints: { minimum: 0 },
});

export const yes = (name: string, description: string): Field => ({ name, type: 'boolean', description });
