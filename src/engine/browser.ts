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
import { fetchParts, type Parts } from './browser/parts.ts';
import type { OnProgress } from './browser/progress.ts';
import { ReleaseFiles } from './browser/release-files.ts';
import { Session, SessionEnded } from './browser/session.ts';
import { startDuck, type Duck } from './browser/start.ts';
import { compile } from './parameters.ts';
import { readOnly } from './read-only.ts';

export type { OnProgress, Progress } from './browser/progress.ts';

export interface BrowserOptions {
  /** Address of the release's manifest, `datapackage.json`; may be relative to the page. */
  readonly release: string | URL;
  readonly onProgress?: OnProgress;
  /** Where DuckDB's own files are, if not where the bundler put them. */
  readonly builds?: Builds;
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

  async function query<R = Row>(
    sql: string,
    params: SqlParams = {},
    { signal, needs }: QueryOptions = {},
  ): Promise<R[]> {
    try {
      const compiled = compile(readOnly(sql), params);
      const rows = await inSession(async (current) => {
        await abortable(current.need(needs), signal);
        return current.query(compiled.sql, compiled.values, signal);
      }, signal);
      return rows as R[];
    } catch (error) {
      signal?.throwIfAborted();
      if (error instanceof EngineStartError || error instanceof LoadError) throw error;
      throw new QueryError(sql, params, error);
    }
  }

  return {
    query,
    need: (names, options) => need(names, options?.signal),
    close: async () => {
      closed = true;
      session?.end();
    },
  };
}
