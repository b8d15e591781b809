import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { distance } from 'fastest-levenshtein';
import { needColumns } from './csv.ts';
import { UserError } from './errors.ts';
import type { PlaceCodes, Register } from './register.ts';
import { literal, Session } from './session.ts';

const AGAIN = 'Fetch it again: npm run data:fetch.';

/**
 * What an adapter works on: a DuckDB session with the tables that it fills.
 * - `flows_in` (layer, source, origin, destination, year, value, flag): value may be a fraction, it is rounded once at the end
 * - `totals_in` (country, measure, source, year, value, flag)
 * - `coverage` (as in src/model/flow.ts)
 * - `exclusions` (source, value, rows, reason): what was left out, and why
 * - `adjustments` (source, origin, destination, year, published, kept, reason): what was changed, and why
 */
export class Workbench {
  readonly db: Session;
  readonly register: Register;
  private readonly rawFolder: string;

  private constructor(db: Session, register: Register, rawFolder: string) {
    this.db = db;
    this.register = register;
    this.rawFolder = rawFolder;
  }

  static async open(register: Register, rawFolder: string): Promise<Workbench> {
    const db = await Session.open();
    await db.run(`
      CREATE TABLE flows_in (layer VARCHAR, source VARCHAR, origin VARCHAR, destination VARCHAR, year SMALLINT, value DOUBLE, flag VARCHAR);
      CREATE TABLE totals_in (country VARCHAR, measure VARCHAR, source VARCHAR, year SMALLINT, value DOUBLE, flag VARCHAR);
      CREATE TABLE coverage (layer VARCHAR, source VARCHAR, country VARCHAR, year SMALLINT, reported INTEGER, expected INTEGER,
        expected_year SMALLINT, ratio DOUBLE, status VARCHAR);
      CREATE TABLE exclusions (source VARCHAR, value VARCHAR, rows INTEGER, reason VARCHAR);
      CREATE TABLE adjustments (source VARCHAR, origin VARCHAR, destination VARCHAR, year SMALLINT, published VARCHAR, kept INTEGER, reason VARCHAR);
      -- Flags are sets of letters: this joins several into one, sorted, without doubles, null for none.
      CREATE MACRO join_flags(a, b) AS nullif(array_to_string(list_sort(list_distinct(string_split(coalesce(a, '') || coalesce(b, ''), ''))), ''), '');
    `);
    return new Workbench(db, register, rawFolder);
  }

  /** The path of a publisher's file, as its record names it. */
  raw(path: string): string {
    return join(this.rawFolder, path);
  }

  /** Reads a CSV file, plain or gzipped, into a table of text columns. Nothing is guessed: NA stays NA. */
  async csv(table: string, path: string, columns: readonly string[]): Promise<void> {
    const read = `read_csv(${literal(this.raw(path))}, header = true, all_varchar = true, nullstr = '', delim = ',', quote = '"', strict_mode = true)`;
    await this.checkWhole(path);
    try {
      const found = await this.db.all<{ column_name: string }>(`DESCRIBE SELECT * FROM ${read}`);
      needColumns(
        path,
        found.map((c) => c.column_name.replace(/^\uFEFF/, '')),
        columns,
      );
      await this.db.run(
        `CREATE OR REPLACE TABLE ${table} AS SELECT ${columns.map((c) => `"${c}"`).join(', ')} FROM ${read}`,
      );
    } catch (error) {
      if (error instanceof UserError) throw error;
      const [what, ...where] = (error as Error).message.split('\n').slice(0, 3);
      throw new UserError(
        `${path} cannot be read as CSV: ${[what, ...where.filter((line) => line && !line.endsWith(':'))].join('; ')}\n${AGAIN}`,
      );
    }
    const { n } = await this.db.one<{ n: number }>(`SELECT count(*)::INTEGER AS n FROM ${table}`);
    if (n === 0) throw new UserError(`${path} has a header and no rows. ${AGAIN}`);
  }

  /** DuckDB takes a gzip that is cut short for one that ends there, and an empty file for a table of one column. */
  private async checkWhole(path: string): Promise<void> {
    let bytes = 0;
    const count = new Writable({
      write(chunk: Buffer, _encoding, done) {
        bytes += chunk.length;
        done();
      },
    });
    try {
      const file = createReadStream(this.raw(path));
      await (path.endsWith('.gz') ? pipeline(file, createGunzip(), count) : pipeline(file, count));
    } catch (error) {
      throw new UserError(`${path} cannot be read: ${(error as Error).message}. ${AGAIN}`);
    }
    if (bytes === 0) throw new UserError(`${path} is empty. ${AGAIN}`);
  }

  /**
   * Adds to `table` the columns `<column>_iso3` and `<column>_flag`: the country that each value stands for, null where the
   * value is excluded or missing. What is left out is counted in `exclusions`.
   * @param missing texts that mean "no value" in this column, with the reason why such rows are left out. In columns of
   *   codes `NA` is Namibia, so NA is missing only where it is listed here.
   * @throws {UserError} for values that neither the register nor data/countries/ knows, with counts and nearest candidates
   */
  async places(
    table: string,
    column: string,
    as: {
      readonly source: string;
      readonly codes: PlaceCodes;
      readonly missing?: { readonly texts: readonly (string | null)[]; readonly reason: string };
    },
  ): Promise<void> {
    const values = await this.db.all<{ value: string | null; n: number }>(
      `SELECT "${column}" AS value, count(*)::INTEGER AS n FROM ${table} GROUP BY 1 ORDER BY 1`,
    );
    const unknown: string[] = [];
    const matched: (string | null)[][] = [];
    const excluded: (string | number)[][] = [];
    for (const { value, n } of values) {
      if (as.missing?.texts.includes(value)) {
        excluded.push([as.source, value ?? '', n, as.missing.reason]);
        continue;
      }
      const match = value === null ? null : this.register.match(as.source, as.codes, value);
      if (!match) unknown.push(describe(value, n, this.register.known(as.codes)));
      else if ('iso3' in match) matched.push([value, match.iso3, match.flag]);
      else excluded.push([as.source, value ?? '', n, match.excluded]);
    }
    if (unknown.length)
      throw new UserError(
        `${as.source}, column ${column}: ${unknown.length} value${unknown.length > 1 ? 's' : ''} that no country of the register answers to:\n` +
          unknown.map((line) => `  ${line}\n`).join('') +
          'Add each to data/countries/spellings.csv (with its country) or to data/countries/excluded.csv (with the reason).',
      );
    await this.db.run(`CREATE OR REPLACE TEMP TABLE place_match (value VARCHAR, iso3 VARCHAR, flag VARCHAR)`);
    await this.db.append('place_match', matched);
    await this.db.append('exclusions', excluded);
    await this.db.run(`
      CREATE OR REPLACE TABLE ${table} AS
      SELECT t.*, m.iso3 AS "${column}_iso3", m.flag AS "${column}_flag" FROM ${table} t LEFT JOIN place_match m ON t."${column}" = m.value`);
  }

  close(): void {
    this.db.close();
  }

  /** Notes rows that a rule leaves out for another reason than their place. */
  async exclude(source: string, value: string, rows: number, reason: string): Promise<void> {
    if (rows > 0) await this.db.append('exclusions', [[source, value, rows, reason]]);
  }
}

function describe(value: string | null, rows: number, known: readonly string[]): string {
  const count = `${rows} row${rows === 1 ? '' : 's'}`;
  if (value === null) return `(empty) in ${count}: say in the adapter what an empty cell means there`;
  const nearest = known
    .map((candidate) => ({ candidate, d: distance(value.toLowerCase(), candidate.toLowerCase()) }))
    .sort((a, b) => a.d - b.d)
    .slice(0, 3)
    .map((n) => n.candidate);
  return `"${value}" in ${count}; nearest: ${nearest.join(', ')}`;
}
