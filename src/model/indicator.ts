import type { LayerId } from './layer.ts';

/** Chapters of the methods pages, in their order. */
export const CHAPTERS_OF_INDICATORS = [
  'Ties between two countries',
  'Flows in two directions',
  'Gravity',
  'Persistence',
  'Size and rates of a country',
  'Diversity of partners',
  'Place in the network',
  'Resilience',
  'Funding and research strength',
  'Layers together',
] as const;

/**
 * A measure of the atlas, in one file under src/indicators/: what it says, how it is reckoned, what it is not, and where
 * that can be read. Its page under /methods/ is made from this object alone. Its id is part of the public contract.
 */
export interface Indicator {
  /** Plain and stable: `ric`, `effective_partners`. */
  readonly id: string;
  readonly title: string;
  readonly chapter: (typeof CHAPTERS_OF_INDICATORS)[number];
  /** What has a value: an ordered pair of countries, a country, or two layers. */
  readonly subject: 'pair' | 'country' | 'layers';
  /** Layers in which it is defined. */
  readonly layers: readonly LayerId[];
  /** Of pairs: whether origin and destination may be swapped. */
  readonly symmetric?: boolean;
  /** "ratio", "share", "km", "per 1,000 inhabitants". */
  readonly unit: string;
  /** Least and largest possible value; null where there is no bound. */
  readonly range: readonly [least: number | null, most: number | null];
  /** The value that says "neither more nor less than expected"; null where there is none. */
  readonly neutral: number | null;
  /** What that value says, to follow "which says", where it is something else: "that as many come as go". */
  readonly neutralWords?: string;
  /** Decimals that a reader is shown. */
  readonly digits: number;
  /** One sentence for someone who has never heard of it, without a formula. */
  readonly says: string;
  /** How it is reckoned, in words, with what is counted how. */
  readonly definition: string;
  /** What is counted how, a sentence for each layer: a note at its figures. */
  readonly counting: Counting;
  /** Layers in which a row is of all whole years together; it stands at the last of them. */
  readonly pooled?: readonly LayerId[];
  /** Whether a value with the flag u is one that no second source shows. */
  readonly needsSecond?: true;
  /** The formula in TeX. */
  readonly formula: string;
  /** Its letters, in TeX, and what they stand for. */
  readonly symbols: readonly (readonly [tex: string, meaning: string])[];
  /** How `low` and `high` are made and what they hold; null where it has none. */
  readonly interval: string | null;
  /** What `low` and `high` are: limits of chance, or bounds of what a source does not tell; null where it has none. */
  readonly limits: 'interval' | 'bounds' | null;
  /** Why it has none, in sentences, where more can be said than that. */
  readonly noInterval?: string;
  /** What readers take it for and it is not; each a sentence. */
  readonly isNot: readonly string[];
  /** What to know of the data before quoting it; each a sentence. */
  readonly caveats: readonly string[];
  readonly references: readonly Reference[];
  readonly example: Example;
  /** The SQL in both engines, written for DuckDB 0.9.1. */
  readonly sql: IndicatorSql;
}

/**
 * Either what a cell of `pair_cells`, or of `exchanges`, comes to, as SQL expressions over its columns (`value` is NULL where the indicator
 * is not defined; a row without a value is none), or a whole query. A query of a pair indicator gives layer, source,
 * origin, destination, year, value, low, high, flag; one of a country indicator country, layer, source, year, value, low,
 * high, flag; an indicator of layers names the relation that holds it. A query of a pair indicator that a browser would
 * take too long over is `stored`: its rows are made with the release.
 */
export type IndicatorSql =
  | {
      /** The relation of cells; by default `pair_cells`. */
      readonly of?: 'pair_cells' | 'exchanges';
      readonly cell: {
        readonly value: string;
        readonly low?: string;
        readonly high?: string;
        readonly flag?: string;
      };
    }
  | { readonly query: string; readonly needs: readonly string[]; readonly stored?: true }
  | { readonly relation: string };

/** A paper or handbook: what a doubting reader is sent to. */
export interface Reference {
  /** "Fuchs, J. E., Sivertsen, G., & Rousseau, R. (2021). Title. Journal, 126, 8673–8682." */
  readonly text: string;
  /** Without the resolver: "10.1007/s11192-021-04110-x"; null for what has none. */
  readonly doi: string | null;
  /** Which part is used: "equation 3"; empty for the whole. */
  readonly where?: string;
}

type ExampleRow = Readonly<Record<string, string | number | boolean | null>>;
/** Writes a number for readers, in running text or in TeX. */
export type WriteNumber = (value: unknown, digits?: number) => string;

/** A worked example with the numbers of the release: it is reckoned anew at every build. */
export interface Example {
  /** One row: what the formula takes, names for the sentence, and as `value` what the indicator's own view gives. */
  readonly sql: string;
  readonly needs: readonly string[];
  /** The value from the row's other columns. A build stops where it differs from `value` by more than rounding. */
  readonly compute: (row: ExampleRow) => number;
  /** The formula with the row's numbers in place of its letters, in TeX, up to and with the result. */
  readonly tex: (row: ExampleRow, n: WriteNumber) => string;
  /** What it says in one sentence. */
  readonly says: (row: ExampleRow, n: WriteNumber) => string;
}

/** What is counted how, by layer. */
export type Counting = Readonly<Partial<Record<LayerId, string>>>;

/** What figures must know of an indicator: a row of `indicators.json` in the release, which only figures of indicators fetch. */
export type IndicatorLabel = Pick<
  Indicator,
  | 'id'
  | 'title'
  | 'chapter'
  | 'subject'
  | 'layers'
  | 'unit'
  | 'neutral'
  | 'digits'
  | 'says'
  | 'limits'
  | 'counting'
  | 'pooled'
  | 'needsSecond'
> & { readonly symmetric: boolean };

/** Address of an indicator's page, from the root of the site or from wherever `root` leads there. */
export const methodHref = (id: string, root = '/'): string => `${root}methods/${id.replaceAll('_', '-')}/`;
