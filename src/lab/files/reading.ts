/** How a reader's file is read: what can be chosen, what is guessed, and how choices are put together. */

/** Encodings on offer, by the name that `TextDecoder` knows, with the words a reader sees. */
export const ENCODINGS = {
  'utf-8': 'UTF-8',
  'windows-1252': 'Windows-1252 (Western Europe, Latin-1)',
  'utf-16le': 'UTF-16, little-endian',
  'utf-16be': 'UTF-16, big-endian',
  'windows-1250': 'Windows-1250 (Central Europe)',
  'windows-1251': 'Windows-1251 (Cyrillic)',
  'windows-1254': 'Windows-1254 (Turkish)',
  'windows-1256': 'Windows-1256 (Arabic)',
  gb18030: 'GB 18030 (Chinese, simplified)',
  big5: 'Big5 (Chinese, traditional)',
  shift_jis: 'Shift JIS (Japanese)',
  'euc-kr': 'EUC-KR (Korean)',
} as const;
export type Encoding = keyof typeof ENCODINGS;

export const DELIMITERS = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'vertical bar' } as const;
export type Delimiter = keyof typeof DELIMITERS;

/** What a column can be read as, with the words of the choice; `skip` leaves it out. */
export const COLUMN_TYPES = {
  text: 'text',
  integer: 'whole number',
  number: 'number',
  boolean: 'true/false',
  date: 'date (2020-01-31)',
  'date-dmy': 'date (31.01.2020)',
  'date-mdy': 'date (01/31/2020)',
  skip: 'leave out',
} as const;
export type ColumnType = keyof typeof COLUMN_TYPES;

/** Words that sources write where a value is missing; the empty cell is the empty word. */
export const MISSING_WORDS = ['', 'NA', '..', '-'] as const;
/** More of them, offered only where they occur. */
export const RARER_MISSING_WORDS = [
  'N/A',
  'n/a',
  'n.a.',
  'na',
  'NaN',
  'nan',
  'NULL',
  'null',
  '#N/A',
  '…',
  '...',
  '–',
  '—',
  '−',
  ':',
  '.',
  '*',
  'x',
] as const;

/** How the whole file is read, everything settled. */
export interface Reading {
  readonly encoding: Encoding;
  /** What becomes of bytes that the encoding does not have: the reading stops, or each becomes "�". */
  readonly badBytes: 'stop' | 'replace';
  readonly delimiter: Delimiter;
  /** Whether a double quote at the start of a field encloses it, or is a sign like any other. */
  readonly quotes: 'enclose' | 'plain';
  /** Lines before the first row. */
  readonly skip: number;
  /** Whether the first row holds the columns' names. */
  readonly header: boolean;
  readonly decimal: '.' | ',';
  /** Words that mean a missing value. */
  readonly missing: readonly string[];
  /** Rows with another number of fields than there are columns: stop; fill with missing, cut what is beyond; leave out. */
  readonly ragged: 'stop' | 'fill' | 'drop';
}

export interface ColumnChoice {
  readonly type?: ColumnType;
  /** What becomes of values that do not fit the type. */
  readonly misfits?: 'stop' | 'missing';
  /** Whether NA stands for Namibia, even if NA means missing elsewhere. */
  readonly namibia?: boolean;
  /** Whether a column with the country's ISO3 code is added. */
  readonly iso3?: boolean;
}

/** What a reader has chosen; what is left out is guessed. Columns go by their place in the file, from 0. */
export interface Choices {
  readonly reading: Partial<Reading>;
  readonly columns: Readonly<Record<number, ColumnChoice>>;
}

export const NO_CHOICES: Choices = { reading: {}, columns: {} };

/** What of the reading decides which columns there are: after a change choices for columns mean nothing any more. */
const SHAPING: readonly (keyof Reading)[] = ['delimiter', 'quotes', 'skip', 'header'];

/** Choices with further ones over them. */
export function withChoices(choices: Choices, more: Partial<Choices>): Choices {
  const columns: Record<number, ColumnChoice> = SHAPING.some((key) => key in (more.reading ?? {}))
    ? {}
    : { ...choices.columns };
  for (const [index, choice] of Object.entries(more.columns ?? {}))
    columns[Number(index)] = { ...columns[Number(index)], ...choice };
  return { reading: { ...choices.reading, ...more.reading }, columns };
}

/** A column as it will be read. */
export interface ColumnPlan {
  readonly name: string;
  readonly type: ColumnType;
  readonly misfits: 'stop' | 'missing';
  readonly namibia: boolean;
}

/** A column to add: the ISO3 codes of the places that another column names. */
export interface PlaceColumn {
  readonly from: number;
  readonly name: string;
  readonly kind: 'iso2' | 'm49' | 'name';
}

/** All that a load needs beside the file. */
export interface Plan {
  readonly gzip: boolean;
  readonly reading: Reading;
  readonly columns: readonly ColumnPlan[];
  readonly places: readonly PlaceColumn[];
}
