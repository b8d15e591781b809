import { fixed } from '../../charts/decimal.ts';
import type { Cell } from '../../engine/engine.ts';
import { isNumeric, isWhole, type ResultColumn, type ResultTable } from '../../engine/result-table.ts';

/** How a cell looks: its words, and which of the looks that tell unlike things apart. */
export interface CellWords {
  readonly text: string;
  readonly look: 'text' | 'number' | 'null' | 'blank' | 'missing' | 'missing-number';
}

/** Longer text is cut in the table; the line below it shows all. */
const LONGEST = 300;
/** Digits in groups from here on, so that years and four-digit codes stay as they are. */
const GROUPED = 10_000;
/** Decimals beyond these are for the line below the table. */
const MOST_DECIMALS = 6;

/** Words for the cells of a column. */
export type ColumnWords = (value: Cell) => CellWords;

/**
 * Words for a column's cells. Fractions of a column have the same number of decimals, so that their points stand
 * under each other: enough for four digits of the smaller values.
 */
export function columnWords({ type }: ResultColumn, sample: readonly Cell[]): ColumnWords {
  const decimals = decimalsOf(type, sample);
  return (value) => {
    if (value === null) return { text: 'NULL', look: 'null' };
    if (typeof value === 'number') return { text: numberWords(value, decimals), look: 'number' };
    // All digits of a number too large to be one.
    if (isNumeric(type)) return { text: grouped(String(value)), look: 'number' };
    if (value === '') return { text: 'empty text', look: 'blank' };
    return { text: oneLine(String(value)), look: 'text' };
  };
}

/** The whole value, as it is copied and exported: `NULL` is empty. */
export const plainWords = (value: Cell): string => (value === null ? '' : String(value));

/** Some values of a column, from all over the table. */
export function sampleOf(table: ResultTable, column: number, most = 200): Cell[] {
  const count = Math.min(most, table.rowCount);
  return Array.from({ length: count }, (_, n) =>
    table.cell(Math.floor((n * table.rowCount) / count), column),
  );
}

function decimalsOf(type: string, sample: readonly Cell[]): number {
  if (isWhole(type)) return 0;
  const given = /^DECIMAL\(\d+,(\d+)\)$/.exec(type)?.[1];
  if (given !== undefined) return Number(given);
  const sizes = sample
    .filter((value): value is number => typeof value === 'number' && Number.isFinite(value) && value !== 0)
    .map(Math.abs)
    .sort((a, b) => a - b);
  const small = sizes[(sizes.length - 1) >> 2];
  if (small === undefined) return 0;
  const wanted = Math.min(MOST_DECIMALS, Math.max(2, 3 - Math.floor(Math.log10(small))));
  // No more than any value has.
  return Math.max(0, ...sizes.map((size) => Math.min(wanted, decimalsIn(size))));
}

/** How many decimals a size has, as it is written. */
export const decimalsIn = (size: number): number => {
  const [, fraction = '', exponent = '0'] = /^\d+(?:\.(\d+))?(?:e(.+))?$/.exec(String(size)) ?? [];
  return Math.max(0, fraction.length - Number(exponent));
};

function numberWords(value: number, decimals: number): string {
  if (!Number.isFinite(value)) return String(value).replace('-', '\u2212');
  const size = Math.abs(value);
  // What is not zero never reads as zero.
  if (size >= 1e15 || (size > 0 && size < 0.5 * 10 ** -decimals))
    return value
      .toExponential(3)
      .replace(/\.?0+e/, 'e')
      .replace('e+', 'e')
      .replaceAll('-', '\u2212');
  const words = fixed(value, decimals);
  return size < GROUPED ? words.replaceAll(',', '') : words;
}

const grouped = (digits: string): string => digits.replace('-', '\u2212').replace(/\B(?=(?:\d{3})+$)/g, ',');

/** Ends of lines and tabs as signs; a cell has one line. */
function oneLine(text: string): string {
  const cut = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  return cut.replace(/\r\n|\n|\r/g, '↵').replaceAll('\t', '⇥');
}
