import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { distance } from 'fastest-levenshtein';
import type { TableName } from '../../src/model/tables/index.ts';
import { csvSource, loadRows } from './csv-source.ts';
import { needColumns } from './csv.ts';
import { createTable } from './ddl.ts';
import { UserError } from './errors.ts';
import { editionOf, recordIn } from './record-files.ts';
import { readRecords, type SourceRecord } from './records.ts';
import type { PlaceCodes, Register } from './register.ts';
import { Session } from './session.ts';
import { SNAPSHOT } from './snapshot.ts';

/** Tables that finish.ts makes, from the register and from `flows_in` and `totals_in`. */
const MADE_AT_THE_END: readonly TableName[] = ['countries', 'flows', 'totals'];

const AGAIN = 'Fetch it again: npm run data:fetch.';

/**
 * What an adapter works on: a DuckDB session with the tables that it fills, `INSERT INTO … BY NAME`.
 * - `flows_in` (layer, source, origin, destination, year, value, flag): value may be a fraction, it is rounded once at the end
 * - `totals_in` (country, measure, source, year, value, flag): likewise
 * - every other table of src/model/tables/ that is made at ingest, as the contract has it: `period_flows`, `country_context`, …;
 *   among them `exclusions` (what was left out, and why) and `adjustments` (what was changed, and why)
 */
export class Workbench {
  readonly db: Session;
  readonly register: Register;
  /** What data/sources/ says of each source, by id. */
  readonly records: ReadonlyMap<string, SourceRecord>;
  private readonly rawFolder: string;

  private constructor(
    db: Session,
    register: Register,
    rawFolder: string,
    records: ReadonlyMap<string, SourceRecord>,
  ) {
    this.db = db;
    this.register = register;
    this.rawFolder = rawFolder;
    this.records = records;
  }

  /** @param records those of the repository, unless given */
  static async open(
    register: Register,
    rawFolder: string,
    records?: ReadonlyMap<string, SourceRecord>,
  ): Promise<Workbench> {
    const known = records ?? (await readRecords());
    const db = await Session.open();
    await db.run(`
      CREATE TABLE flows_in (layer VARCHAR, source VARCHAR, origin VARCHAR, destination VARCHAR, year SMALLINT, value DOUBLE, flag VARCHAR);
      CREATE TABLE totals_in (country VARCHAR, measure VARCHAR, source VARCHAR, year SMALLINT, value DOUBLE, flag VARCHAR);
      -- Flags are sets of letters: this joins several into one, sorted, without doubles, null for none.
      CREATE MACRO join_flags(a, b) AS nullif(array_to_string(list_sort(list_distinct(string_split(coalesce(a, '') || coalesce(b, ''), ''))), ''), '');
    `);
    for (const table of SNAPSHOT) if (!MADE_AT_THE_END.includes(table)) await db.run(createTable(table));
    return new Workbench(db, register, rawFolder, known);
  }

  /** The path of a publisher's file, as its record names it. */
  raw(path: string): string {
    return join(this.rawFolder, path);
  }

  /** @throws {UserError} for a source that data/sources/ does not describe */
  record(source: string): SourceRecord {
    return recordIn(this.records, source);
  }

  /**
   * The path of a publisher's file in the edition that the source's record names: of `h2020` and `.csv.gz`, `h2020.csv.gz` or
   * `h2020-2026-11-21.csv.gz`. An adapter that asks for its files so reads a refreshed edition as it is.
   * @throws {UserError} where the record names none, or two
   */
  file(source: string, stem: string, ending: string): string {
    return editionOf(this.record(source), stem, ending);
  }

  /**
   * Reads a CSV file, plain or gzipped, into a table of text columns. Nothing is guessed: NA stays NA.
   * @param as how the file is written, where it is not with commas; `strict: false` for stray quotes in a cell
   * @throws {UserError} for a file that is no CSV in UTF-8 with these columns, or is cut short, or has no rows
   */
  async csv(
    table: string,
    path: string,
    columns: readonly string[],
    as: { readonly delim?: string; readonly quote?: string; readonly strict?: boolean } = {},
  ): Promise<void> {
    const file = { path: this.raw(path), what: path, remedy: AGAIN, ...as };
    const source = await csvSource(file);
    needColumns(path, source.header, columns);
    const select = columns.map((column) => ({ column, as: column }));
    await loadRows(this.db, table, file, source, select);
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

  /**
   * Takes the rows of a table that meet a condition out of it, and notes them.
   * @param value names the rows for readers of `exclusions`: "empty values"
   */
  async leaveOut(
    table: string,
    condition: string,
    as: { readonly source: string; readonly value: string; readonly reason: string },
  ): Promise<void> {
    const { n } = await this.db.one<{ n: number }>(
      `SELECT count(*)::INTEGER AS n FROM ${table} WHERE ${condition}`,
    );
    await this.exclude(as.source, as.value, n, as.reason);
    await this.db.run(`DELETE FROM ${table} WHERE ${condition}`);
  }

  /**
   * Reads a JSON file that holds what a schema describes.
   * @throws {UserError} that names the file, and the field that is missing or another
   */
  async json<T>(path: string, schema: z.ZodMiniType<T>): Promise<T> {
    const text = await readFile(this.raw(path), 'utf8').catch((error: NodeJS.ErrnoException) => {
      throw error.code === 'ENOENT' ? new UserError(`${path} is missing. ${AGAIN}`) : error;
    });
    let content: unknown;
    try {
      content = JSON.parse(text);
    } catch (error) {
      throw new UserError(`${path} cannot be read as JSON: ${(error as Error).message}. ${AGAIN}`);
    }
    // The small zod has no words of its own for what is wrong.
    const parsed = schema.safeParse(content, { error: z.locales.en().localeError });
    if (parsed.success) return parsed.data;
    const [first] = parsed.error.issues;
    throw new UserError(
      `${path}, row ${first?.path.join(', ') ?? ''}: ${first?.message ?? ''}.\n` +
        `Has the publisher changed the format? Compare with the record in data/sources/ and mend the adapter in scripts/sources/.`,
    );
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
