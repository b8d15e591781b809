/** What a query's cell can be after `src/engine/normalise.ts`: the same in both engines. */
export type Cell = string | number | boolean | null;
export type Row = Record<string, Cell>;
export type SqlValue = string | number | boolean | null;
/** Named parameters, written `$name` in the SQL. */
export type SqlParams = Readonly<Record<string, SqlValue>>;

/** A query as a view states it: text and values, nothing else. */
export interface Query {
  readonly sql: string;
  readonly params: SqlParams;
  /** Tables and relations that the SQL reads: what a browser must load first. */
  readonly needs: readonly string[];
}

export interface QueryOptions {
  /** Aborting rejects with the signal's reason and stops the engine's work on this query. */
  readonly signal?: AbortSignal | undefined;
  /**
   * Tables and relations that the SQL reads. The browser loads only these; left out, it loads the whole release.
   * The native engine holds every table anyway.
   */
  readonly needs?: readonly string[] | undefined;
}

/** One interface, two implementations: native DuckDB for builds, DuckDB-WASM for readers. */
export interface Engine {
  /**
   * Runs one SQL query over the release's tables and relations by their names. Statements that would change something
   * or reach for files and hosts are refused: see `read-only.ts`.
   * @returns rows as plain objects: numbers for every numeric type, ISO text for dates, null for NULL
   * @throws {QueryError} with the SQL, its parameters and the cause
   */
  query<R = Row>(sql: string, params?: SqlParams, options?: QueryOptions): Promise<R[]>;
  close(): Promise<void>;
}

/** A query that failed: keeps what was asked and why it failed. */
export class QueryError extends Error {
  override readonly name = 'QueryError';
  readonly sql: string;
  readonly params: SqlParams;
  constructor(sql: string, params: SqlParams, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.sql = sql;
    this.params = params;
  }
}

/** A file of the release that is missing, cut short or changed: names the file and says what to do. */
export class LoadError extends Error {
  override readonly name = 'LoadError';
  readonly file: string;
  constructor(file: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.file = file;
  }
}

/** The engine itself did not start. The message is for readers; the cause says what happened. A later query tries again. */
export class EngineStartError extends Error {
  override readonly name = 'EngineStartError';
  constructor(cause: unknown) {
    super(
      'The query engine could not start. What this page already shows stays as it is; check the connection and try again.',
      { cause },
    );
  }
}
