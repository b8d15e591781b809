import { abortable } from './abortable.ts';
import {
  EngineStartError,
  LoadError,
  QueryError,
  type Engine,
  type QueryOptions,
  type Row,
  type SqlParams,
} from './engine.ts';
import { BUILDS, type Builds } from './browser/assets.ts';
import type { LoadTable } from './browser/own-tables.ts';
import { fetchParts, type Parts } from './browser/parts.ts';
import type { OnProgress } from './browser/progress.ts';
import { ReleaseFiles } from './browser/release-files.ts';
import { Session, SessionEnded } from './browser/session.ts';
import { startDuck, type Duck } from './browser/start.ts';
import { withValues } from './browser/statements.ts';
import { faultOfName, mentioned } from './own-name.ts';
import { compile, type Compiled } from './parameters.ts';
import { readOnly } from './read-only.ts';
import { MOST_BYTES, type ResultTable } from './result-table.ts';

export type { LoadTable, TableSink } from './browser/own-tables.ts';
export type { OnProgress, Progress } from './browser/progress.ts';

export interface BrowserOptions {
  /** Address of the release's manifest, `datapackage.json`; may be relative to the page. */
  readonly release: string | URL;
  readonly onProgress?: OnProgress;
  /** Where DuckDB's own files are, if not where the bundler put them. */
  readonly builds?: Builds;
}

export interface TableOptions extends QueryOptions {
  /** Told how many rows have arrived, again and again. */
  readonly onRows?: ((rows: number) => void) | undefined;
  /** How much of the result to keep, in bytes of its values; `MOST_BYTES` if left out. The rest is not asked for. */
  readonly most?: number | undefined;
}

export interface BrowserEngine extends Engine {
  /**
   * Starts the engine, if it is not running, and loads these tables and relations, and what they need in turn.
   * Aborting stops the wait, not the load: a later call finds what has arrived by then.
   * @throws {EngineStartError} if the engine does not start
   * @throws {LoadError} that names the file which could not be had
   */
  need(names: readonly string[], options?: Pick<QueryOptions, 'signal'>): Promise<void>;
  /** As `Engine.query`; may also throw what `need` throws. Every failure may be followed by another try. */
  query: Engine['query'];
  /**
   * As `query`, for results of any length: kept by columns as they come. One that takes more memory than `most` is
   * `truncated`, after its first rows.
   */
  table(sql: string, params?: SqlParams, options?: TableOptions): Promise<ResultTable>;
  /** As `query`, for the whole result as a Parquet file (zstd), its types as they are in the query. */
  parquet(sql: string, params?: SqlParams, options?: QueryOptions): Promise<Uint8Array>;
  /**
   * Adds a table of the reader's own, in place of an earlier one of that name, for as long as the engine lives. Queries
   * find it by its plain name, and need not list it in `needs`. It shows once it is whole; of a load that fails nothing
   * stays. `load` is called again, before the next query that names the table, if the worker had to be replaced.
   * @throws {Error} if the name will not do (see `faultOfName`), or what `load` and `need` throw
   */
  addTable(name: string, load: LoadTable): Promise<void>;
  /** Takes a table of the reader's own away. Does nothing if there is none of that name. */
  dropTable(name: string): Promise<void>;
}

/**
 * DuckDB in the reader's browser, over the same release as the native engine. Nothing is fetched before the first
 * query or `need`.
 */
export function openBrowser({
  release,
  onProgress = () => undefined,
  builds = BUILDS,
}: BrowserOptions): BrowserEngine {
  const files = new ReleaseFiles(new URL(release, document.baseURI).href, onProgress);
  let parts: Promise<Parts> | null = null;
  let partsFailed = false;
  let session: Session | null = null;
  let closed = false;
  /** The reader's own tables, by name in lower case. */
  const own = new Map<string, LoadTable>();

  async function start(): Promise<Duck> {
    try {
      parts ??= fetchParts(builds, onProgress, partsFailed ? 'reload' : 'default');
      return await startDuck(await parts);
    } catch (cause) {
      parts = null;
      partsFailed = true;
      throw new EngineStartError(cause);
    }
  }

  /** Runs a task in the session, or in a new one if it ended under the task. */
  async function inSession<T>(task: (session: Session) => Promise<T>, signal?: AbortSignal): Promise<T> {
    for (;;) {
      signal?.throwIfAborted();
      if (closed) throw new Error('The query engine is closed.');
      if (!session || session.ended) session = new Session(start(), files);
      try {
        return await task(session);
      } catch (error) {
        if (!(error instanceof SessionEnded)) throw error;
      }
    }
  }

  const need = (names?: readonly string[], signal?: AbortSignal) =>
    inSession((current) => abortable(current.need(names), signal), signal);

  /** Runs a query's task in a session that has the tables it reads; its failures are told with the query. */
  async function ask<T>(
    sql: string,
    params: SqlParams,
    { signal, needs }: QueryOptions,
    task: (session: Session, compiled: Compiled) => Promise<T>,
  ): Promise<T> {
    try {
      const compiled = compile(readOnly(sql), params);
      const names = mentioned(sql);
      return await inSession(async (current) => {
        const loads = [...own]
          .filter(([key]) => names.has(key))
          .map(([key, load]) => current.needOwn(key, load));
        const listed = needs?.filter((name) => !own.has(name.toLowerCase()));
        await abortable(Promise.all([current.need(listed), ...loads]), signal);
        return task(current, compiled);
      }, signal);
    } catch (error) {
      signal?.throwIfAborted();
      if (error instanceof EngineStartError || error instanceof LoadError) throw error;
      throw new QueryError(sql, params, error);
    }
  }

  async function addTable(name: string, load: LoadTable): Promise<void> {
    const { resources, relations } = await files.manifest();
    const fault = faultOfName(
      name,
      [...resources, ...relations].map((one) => one.name),
    );
    if (fault) throw new Error(fault);
    const key = name.toLowerCase();
    await inSession((current) => current.putOwn(key, load));
    own.set(key, load);
  }

  async function dropTable(name: string): Promise<void> {
    const key = name.toLowerCase();
    own.delete(key);
    // A session that has ended, or ends now, has no such table any more.
    if (session && !session.ended)
      await session.dropOwn(key).catch((error: unknown) => {
        if (!(error instanceof SessionEnded)) throw error;
      });
  }

  return {
    query: <R = Row>(sql: string, params: SqlParams = {}, options: QueryOptions = {}) =>
      ask(sql, params, options, (current, { sql: text, values }) =>
        current.query(text, values, options.signal),
      ) as Promise<R[]>,
    table: (sql, params = {}, options = {}) =>
      ask(sql, params, options, (current, { sql: text, values }) => {
        const { most = MOST_BYTES, onRows = () => undefined, signal } = options;
        return current.table(text, values, { most, onRows, signal });
      }),
    parquet: (sql, params = {}, options = {}) =>
      ask(sql, params, options, (current, compiled) => current.parquet(withValues(compiled), options.signal)),
    addTable,
    dropTable,
    need: (names, options) => need(names, options?.signal),
    close: async () => {
      closed = true;
      session?.end();
    },
  };
}
