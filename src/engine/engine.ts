/** What a query's cell can be after `src/engine/normalise.ts`: the same in both engines. */
export type Cell = string | number | boolean | null;
export type Row = Record<string, Cell>;
/** Named parameters, written `$name` in the SQL. */
export type SqlParams = Readonly<Record<string, string | number | boolean | null>>;

/** A query as a view states it: text and values, nothing else. */
export interface Query {
  readonly sql: string;
  readonly params: SqlParams;
}

export interface QueryOptions {
  /** Aborting rejects with the signal's reason and stops the engine's work on this query. */
  readonly signal?: AbortSignal | undefined;
}

/** One interface, two implementations: native DuckDB for builds, DuckDB-WASM for readers. */
export interface Engine {
  /**
   * Runs SQL over the release's tables and relations by their names.
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
