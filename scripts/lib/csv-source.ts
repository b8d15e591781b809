import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import Papa from 'papaparse';
import { UserError } from './errors.ts';
import { type Session } from './session.ts';
import { literal } from '../../src/model/sql-literal.ts';

/** Characters that a line of names never has. */
const LONGEST_HEADER = 65_536;

/** A CSV file of a publisher, plain or gzipped, and what to say where it is none. */
export interface CsvFile {
  readonly path: string;
  /** The file as messages name it, with its source. */
  readonly what: string;
  /** What to do about a file that cannot be read: a sentence. */
  readonly remedy: string;
  readonly delim?: string;
  readonly quote?: string;
  /** False for stray quotes in a cell. */
  readonly strict?: boolean;
}

export interface CsvSource {
  /** The names in the first line; a column without one is called as DuckDB would: column0, or column00 where there are ten. */
  readonly header: readonly string[];
  /** What DuckDB is told to call these columns: the same, but where a name is there twice. */
  readonly columns: readonly string[];
  /** DuckDB's words for the rows, all cells as texts, empty ones as null. */
  readonly sql: string;
}

/**
 * Looks through a CSV file, and says how DuckDB shall read it. Nothing is guessed: where DuckDB may, it takes a broken line
 * for the header and leaves out what is before it. A byte-order mark is no part of the first name.
 * @throws {UserError} for a file that is missing, empty, cut short or not in UTF-8
 */
export async function csvSource(file: CsvFile): Promise<CsvSource> {
  const { path, what, remedy, delim = ',', quote = '"', strict = true } = file;
  const beginning = await readThrough(file);
  const { data } = Papa.parse<string[]>(beginning, { delimiter: delim, quoteChar: quote, preview: 1 });
  const names = (data[0] ?? []).map((found) => found.trim());
  if (names.every((found) => !found)) throw new UserError(`${what} is empty. ${remedy}`);
  const digits = String(names.length).length;
  const header = names.map((found, i) => found || `column${String(i).padStart(digits, '0')}`);
  const columns = unique(header);
  const types = columns.map((column) => `${literal(column)}: 'VARCHAR'`).join(', ');
  const sql = `read_csv(${literal(path)}, auto_detect = false, columns = {${types}}, header = true, nullstr = '', delim = ${literal(delim)}, quote = ${literal(quote)}, escape = ${literal(quote)}, strict_mode = ${strict})`;
  return { header, columns, sql };
}

/**
 * Reads columns of a CSV file into a table.
 * @param select names of the header, and what they are called in the table
 * @throws {UserError} for a line that has more or fewer cells than the header, and where there are no rows
 */
export async function loadRows(
  db: Session,
  table: string,
  { what, remedy }: CsvFile,
  csv: CsvSource,
  select: readonly { readonly column: string; readonly as: string }[],
): Promise<void> {
  const own = (column: string) => csv.columns[csv.header.indexOf(column)] ?? column;
  const columns = select.map(({ column, as }) => `${name(own(column))} AS ${name(as)}`).join(', ');
  try {
    await db.run(`CREATE OR REPLACE TABLE ${table} AS SELECT ${columns} FROM ${csv.sql}`);
  } catch (error) {
    const lines = (error as Error).message.split('\n').slice(0, 3);
    throw new UserError(
      `${what} cannot be read as CSV: ${lines.filter((line) => line.trim() && !line.trim().endsWith(':')).join('; ')}\n${remedy}`,
    );
  }
  const { n } = await db.one<{ n: number }>(`SELECT count(*)::INTEGER AS n FROM ${table}`);
  if (n === 0) throw new UserError(`${what} has a header and no rows. ${remedy}`);
}

/**
 * Reads a file to its end, for DuckDB takes a gzip that is cut short for one that ends there, an empty file for a table of
 * one column, and bytes that are no UTF-8 for a broken line.
 * @returns its beginning, without a byte-order mark
 */
async function readThrough({ path, what, remedy }: CsvFile): Promise<string> {
  let [beginning, bytes, lines] = ['', 0, 1];
  let strayLine: number | null = null;
  // The one finds out that a byte is no UTF-8, and the other where.
  const [strict, lenient] = [new TextDecoder('utf-8', { fatal: true }), new TextDecoder()];
  const take = (chunk?: Buffer<ArrayBuffer>) => {
    bytes += chunk?.length ?? 0;
    if (strayLine !== null) return;
    const text = lenient.decode(chunk, { stream: chunk !== undefined });
    try {
      strict.decode(chunk, { stream: chunk !== undefined });
    } catch {
      strayLine = lines + linesIn(text.slice(0, text.indexOf('\uFFFD')));
    }
    if (beginning.length < LONGEST_HEADER) beginning += text.slice(0, LONGEST_HEADER);
    lines += linesIn(text);
  };
  const read = async (source: AsyncIterable<Buffer<ArrayBuffer>>) => {
    for await (const chunk of source) take(chunk);
    take();
  };
  try {
    const file = createReadStream(path);
    await (path.endsWith('.gz') ? pipeline(file, createGunzip(), read) : pipeline(file, read));
  } catch (error) {
    throw new UserError(`${what} cannot be read: ${(error as Error).message}. ${remedy}`);
  }
  if (strayLine !== null)
    throw new UserError(
      `${what} is no UTF-8: the first byte that is none stands in line ${String(strayLine)}. ${remedy} ` +
        'If the publisher writes another encoding now, turn it into UTF-8 where it is brought (scripts/refresh/, with scripts/lib/decode.ts).',
    );
  if (bytes === 0) throw new UserError(`${what} is empty. ${remedy}`);
  return beginning;
}

const linesIn = (text: string): number => {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
};

/** DuckDB wants every column to have a name of its own, whatever its case. */
function unique(header: readonly string[]): string[] {
  const taken = new Set<string>();
  return header.map((found, i) => {
    const own = taken.has(found.toLowerCase()) ? `${found}_${i + 1}` : found;
    taken.add(own.toLowerCase());
    return own;
  });
}

const name = (column: string): string => `"${column.replaceAll('"', '""')}"`;
