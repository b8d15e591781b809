import Papa from 'papaparse';
import type { Cell } from '../../engine/engine.ts';
import type { ResultTable } from '../../engine/result-table.ts';
import { breather } from './breathe.ts';

/** Rows written at a time: some milliseconds' work. */
const ROWS_AT_ONCE = 1000;
const PIECES_A_BLOB = 20;

/** Text that a spreadsheet would take for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * A result as CSV after RFC 4180, piece by piece: UTF-8 without a mark, lines that end in CR LF, all rows. What is
 * missing is empty; text that is empty stands in quotes. Text that a spreadsheet would run as a formula has an apostrophe
 * before it, which spreadsheets hide; numbers, dates and whatever else is not text are never touched.
 */
export function* csvPieces(table: ResultTable, rowsAtOnce = ROWS_AT_ONCE): Generator<string> {
  const text = table.columns.map(({ type }) => type === 'VARCHAR');
  yield write([table.columns.map(({ name }) => guarded(name))]);
  for (let start = 0; start < table.rowCount; start += rowsAtOnce) {
    const rows: Cell[][] = [];
    for (let row = start; row < Math.min(start + rowsAtOnce, table.rowCount); row++)
      rows.push(
        text.map((isText, column) => {
          const value = table.cell(row, column);
          return isText ? guarded(value) : value;
        }),
      );
    yield write(rows);
  }
}

const guarded = <T extends Cell>(value: T): T | string =>
  typeof value === 'string' && FORMULA.test(value) ? `'${value}` : value;

const write = (rows: readonly (readonly Cell[])[]): string =>
  `${Papa.unparse(rows as unknown[][], { newline: '\r\n', quotes: (value) => value === '' })}\r\n`;

/**
 * A result as a file of CSV. Gives the page time between pieces, and tells how many of its rows are written.
 * @throws the signal's reason when it aborts
 */
export async function csvBlob(
  table: ResultTable,
  onRows: (rows: number) => void = () => undefined,
  signal?: AbortSignal,
): Promise<Blob> {
  const breathe = breather();
  const parts: Blob[] = [];
  let piece: string[] = [];
  let written = -1;
  for (const rows of csvPieces(table)) {
    piece.push(rows);
    // A blob's bytes are kept outside of the script's memory; many small ones are slow to make.
    if (++written % PIECES_A_BLOB === 0) {
      parts.push(new Blob(piece));
      piece = [];
    }
    if (!(await breathe())) continue;
    signal?.throwIfAborted();
    onRows(Math.min(written * ROWS_AT_ONCE, table.rowCount));
  }
  parts.push(new Blob(piece));
  return new Blob(parts, { type: 'text/csv;charset=utf-8' });
}
