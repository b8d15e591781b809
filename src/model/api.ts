import * as z from 'zod/mini';
import { Country, LayerYear, Pair } from './api/answers.ts';
import { Countries, Index, Indicators, Layers, Releases, Sources } from './api/lists.ts';
import { CountryIndicatorRow, CsvMetadata, PairIndicatorRow } from './api/rows.ts';
import {
  CountryIndicators,
  CountryTies,
  Matrix,
  Population,
  Strongest,
  Totals,
  World,
} from './api/slices.ts';

/**
 * The API of static files under `/api/v1/`: a public contract. From the schemas here come the types that its files are written by, the
 * OpenAPI document, and what a test holds every file against.
 */

/** Raised in its second number by a new field or path. The first is the v of the address. */
export const API_VERSION = '1.0.0';

/** What users may rely on. */
export const API_POLICY: readonly (readonly [title: string, text: string])[] = [
  [
    'What stays',
    'Under /api/v1/ no path, field, unit or meaning is taken away or renamed. A pair that has a file keeps it.',
  ],
  [
    'What may be added',
    'Paths, fields, layers, sources, years, and values of lists. A program should pass over what it does not know.',
  ],
  [
    'What changes',
    'Values, with each release of the data: every file says of which it is. For numbers that must not move, take a frozen release (releases.json): its tables and slices stay at an address of their own, byte for byte.',
  ],
  [
    'What comes after',
    'A version 2 would stand at /api/v2/ beside version 1, for at least 24 months. What will go is announced in index.json under deprecated, with a day and with what to use instead.',
  ],
];

const SCHEMAS = {
  Index,
  Countries,
  Country,
  Pair,
  Layers,
  LayerYear,
  Indicators,
  CountryIndicatorRow,
  PairIndicatorRow,
  CsvMetadata,
  Sources,
  Releases,
  CountryTies,
  CountryIndicators,
  Strongest,
  Matrix,
  Totals,
  World,
  Population,
} as const;
export type SchemaName = keyof typeof SCHEMAS;

/** What a file with that schema holds. */
export type Answer<Name extends SchemaName> = z.infer<(typeof SCHEMAS)[Name]>;

/**
 * The schemas as JSON Schema 2020-12, by name.
 * @param strict whether a field that the schema lacks is a fault: for our own files, never for readers, because fields may be added
 */
export function jsonSchemas({ strict = false } = {}): Record<SchemaName, Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(SCHEMAS).map(([name, schema]) => {
      const own = z.toJSONSchema(schema, {
        io: strict ? 'output' : 'input',
        // Whole numbers have the limits of JavaScript, which say nothing of ours.
        override: ({ jsonSchema }) => {
          if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
          if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
        },
      });
      // Said once, by the document that holds them.
      delete own.$schema;
      return [name, own];
    }),
  ) as unknown as Record<SchemaName, Record<string, unknown>>;
}

/** The columns of a CSV file, in their order, by the schema of its rows. */
export const columnsOf = (name: 'CountryIndicatorRow' | 'PairIndicatorRow'): readonly string[] =>
  Object.keys(SCHEMAS[name].shape);
