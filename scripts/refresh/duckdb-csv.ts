import { isUtf8 } from 'node:buffer';
import { readFile, writeFile } from 'node:fs/promises';
import { csvSource, loadRows } from '../lib/csv-source.ts';
import { needColumns } from '../lib/csv.ts';
import { decode } from '../lib/decode.ts';
import { type Session } from '../lib/session.ts';
import { literal } from '../../src/model/sql-literal.ts';
import { replaceWhole } from '../lib/whole.ts';

/** What to do about a file that does not fit. */
export const LOOK =
  "Is this still the publisher's file? Look at it, and mend the script in scripts/refresh/ if its format has changed.";

/**
 * Reads a CSV file of a publisher into a table of text columns, empty cells as null. The columns are found whatever their
 * case, others may come and go, a byte-order mark is dropped, and what is no UTF-8 is read as Windows-1252.
 * @param what source and file, as messages name them
 * @throws {UserError} for a column that is not there, for a line that has more or fewer cells than the header, for no rows
 */
export async function loadCsv(
  db: Session,
  table: string,
  file: { readonly path: string; readonly what: string; readonly delim?: string },
  columns: readonly string[],
): Promise<void> {
  await asUtf8(file.path, file.what);
  const known = { ...file, remedy: LOOK };
  const csv = await csvSource(known);
  const find = (column: string) => csv.header.find((found) => found.toLowerCase() === column.toLowerCase());
  needColumns(
    file.what,
    csv.header.map((found) => columns.find((column) => find(column) === found) ?? found),
    columns,
  );
  const select = columns.map((column) => ({ column: find(column) ?? column, as: column }));
  await loadRows(db, table, known, csv, select);
}

/** Writes a query's rows as CSV, gzipped where the name ends in .gz; null is an empty cell. Whole, or not at all. */
export async function copyCsv(db: Session, sql: string, path: string): Promise<void> {
  const compression = path.endsWith('.gz') ? 'gzip' : 'none';
  await replaceWhole(path, (temporary) =>
    db.run(`COPY (${sql}) TO ${literal(temporary)} (FORMAT csv, HEADER, COMPRESSION ${compression})`),
  );
}

/** DuckDB reads UTF-8 alone. */
async function asUtf8(path: string, what: string): Promise<void> {
  const bytes = await readFile(path);
  if (!isUtf8(bytes)) await writeFile(path, decode(bytes, what, 'windows-1252'));
}
