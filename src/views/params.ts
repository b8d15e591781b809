import * as z from 'zod/mini';
import { LAYER_IDS, type LayerId } from '../model/layer.ts';
import { TIE_MEASURES, type TieMeasure } from '../model/tie-measures.ts';
import type { GRAVITY_TERMS } from '../model/tables/indicators.ts';

export type TermId = (typeof GRAVITY_TERMS)[number];
/** As in the model; written anew so that a page does not load the tables' descriptions for it. */
export const TERM_IDS = [
  'log_distance',
  'contiguous',
  'common_language',
  'colonial_tie',
] as const satisfies readonly TermId[];

/**
 * The vocabulary of parameters: every view takes some of these, under these names, in URLs too. A view's schema says what
 * may be written; `settle` says what makes sense in this release, and fills what was left out.
 */
export const FIELDS = {
  layer: z.enum(LAYER_IDS),
  /** Id of a source that has the layer or measure. */
  source: z.string().check(z.regex(/^[a-z0-9-]+(\/[a-z0-9-]+)?$/)),
  year: z.int().check(z.gte(1900), z.lte(2100)),
  /** ISO alpha-3, or null for the whole world. */
  country: z.nullable(z.string().check(z.regex(/^[A-Z]{3}$/))),
  /** ISO alpha-3 of the other end of a pair. */
  partner: z.nullable(z.string().check(z.regex(/^[A-Z]{3}$/))),
  /** As the country sees it; always both in undirected layers. */
  direction: z.enum(['both', 'out', 'in']),
  /** How many of the largest are shown. */
  top: z.int().check(z.gte(1), z.lte(300)),
  /** A measure of `totals`, or an indicator of a country. */
  measure: z.string().check(z.regex(/^[a-z_]+$/)),
  /** Id of an indicator: see src/model/indicator.ts. */
  indicator: z.string().check(z.regex(/^[a-z0-9_]{1,40}$/)),
  /** Term of the gravity model. */
  term: z.enum(TERM_IDS),
  /** Name of a table of the release. */
  table: z.string().check(z.regex(/^[a-z_]{1,40}$/)),
  /** First year of a range that ends with `year`; null for one year. */
  from: z.nullable(z.int().check(z.gte(1900), z.lte(2100))),
  /** What a tie is measured by: a key of MEASURES_OF_TIES. */
  by: z.enum(TIE_MEASURES),
  /** Which places: `world`, the id of a group, or codes joined by dots. */
  among: z.string().check(z.regex(/^([a-z0-9-]{2,30}|[A-Z]{3}(\.[A-Z]{3}){1,59})$/)),
  /** Whether both ends of a tie are among these places, or one is and the other is not. */
  ends: z.enum(['both', 'one']),
  /** Least count of a tie that is shown. */
  min: z.int().check(z.gte(1), z.lte(1_000_000)),
  /** What it is compared with: another year, country, source or layer. */
  against: z.nullable(z.string().check(z.regex(/^(\d{4}|[A-Z]{3}|[a-z0-9-]+(\/[a-z0-9-]+)?)$/))),
  /** In which order places stand in a matrix or around a circle. */
  order: z.enum(['region', 'cluster', 'size']),
  /** Indicators of countries on the two axes of a scatter. */
  x: z.string().check(z.regex(/^[a-z0-9_]{1,40}$/)),
  y: z.string().check(z.regex(/^[a-z0-9_]{1,40}$/)),
  /** Part of the map and its middle: see src/charts/camera-text.ts; null for the standard. */
  map: z.nullable(z.string().check(z.regex(/^[0-9A-Za-z.,-]{1,40}$/))),
} as const;

export type FieldName = keyof typeof FIELDS;
export type Direction = 'both' | 'out' | 'in';
export type Order = 'region' | 'cluster' | 'size';
/** A complete state: what each field holds after `settle`. */
export interface State {
  layer: LayerId;
  source: string;
  year: number;
  country: string | null;
  partner: string | null;
  direction: Direction;
  top: number;
  measure: string;
  indicator: string;
  term: TermId;
  table: string;
  from: number | null;
  by: TieMeasure;
  among: string;
  ends: 'both' | 'one';
  min: number;
  against: string | null;
  order: Order;
  x: string;
  y: string;
  map: string | null;
}

/** What was asked, before it is checked: text from a URL, or values from a program. */
export type Asked = Readonly<Partial<Record<FieldName, string | number | null | undefined>>>;

/** The state as a short query string: only what differs from the defaults, in the order of the vocabulary. */
export function toSearch(state: Readonly<Partial<State>>, standard: Readonly<Partial<State>>): string {
  const search = new URLSearchParams();
  for (const name of Object.keys(FIELDS) as FieldName[]) {
    const value = state[name];
    if (value != null && value !== standard[name]) search.set(name, String(value));
  }
  // Slashes and commas are legal in a query, and far easier to read than their codes.
  return search.toString().replaceAll('%2F', '/').replaceAll('%2C', ',');
}
