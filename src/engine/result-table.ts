import type { Cell } from './engine.ts';

export interface ResultColumn {
  /** Unique in its table: a second `year` is `year_2`. */
  readonly name: string;
  /** In SQL's words: `BIGINT`, `DECIMAL(9,2)`, `VARCHAR[]`, `STRUCT(a INTEGER)`. */
  readonly type: string;
}

/** A result kept by columns, of any length: what a query answers where rows as objects would be too many. */
export interface ResultTable {
  readonly columns: readonly ResultColumn[];
  /** Rows kept: all, unless `truncated`. */
  readonly rowCount: number;
  /** Whether the query had more rows than may be kept. */
  readonly truncated: boolean;
  /** Memory that the values take, in bytes. */
  readonly bytes: number;
  /**
   * One value, both indices from zero. As in rows, but for whole numbers beyond ±(2^53 − 1), which are the text of
   * all their digits.
   * @throws {RangeError} outside the table
   */
  cell(row: number, column: number): Cell;
}

/**
 * How much of a result is kept, in bytes of its values, unless a caller says otherwise. Half a gigabyte holds some six
 * million rows of ten numbers; the engine's own tables need the rest of what a browser gives a page.
 */
export const MOST_BYTES = 512 * 2 ** 20;

/** Whether a column's values are numbers, by its type in SQL's words. */
export const isNumeric = (type: string): boolean =>
  /^(?:U?(?:TINY|SMALL|BIG|HUGE)INT|U?INTEGER|FLOAT|DOUBLE|DECIMAL\(\d+,\d+\))$/.test(type);

/** Whether a column's values are whole numbers, by its type in SQL's words. */
export const isWhole = (type: string): boolean => isNumeric(type) && /INT|,0\)$/.test(type);
