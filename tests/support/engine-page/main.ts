import { openBrowser, type BrowserEngine, type Progress } from '../../../src/engine/browser.ts';
import type { Row, SqlParams } from '../../../src/engine/engine.ts';

export interface AskOptions {
  readonly needs?: readonly string[];
  /** Abort the query this many milliseconds after it was sent. */
  readonly abortAfter?: number;
}

/** An error as plain data, with its causes. */
export interface PlainError {
  readonly name: string;
  readonly message: string;
  readonly cause: PlainError | null;
}

export type Answer = ({ readonly rows: Row[] } | { readonly error: PlainError }) & { readonly ms: number };

/** What the page offers to a test. */
export interface EngineHandle {
  query(sql: string, params: SqlParams, options?: AskOptions): Promise<Answer>;
  need(names: readonly string[]): Promise<Answer>;
  close(): Promise<void>;
  readonly progress: Progress[];
}

declare global {
  var openEngine: (release: string) => EngineHandle;
}

globalThis.openEngine = (release) => {
  const progress: Progress[] = [];
  const engine: BrowserEngine = openBrowser({ release, onProgress: (step) => progress.push(step) });
  return {
    progress,
    query: (sql, params, options) =>
      answer(() => {
        const abortAfter = options?.abortAfter;
        const signal = abortAfter === undefined ? undefined : AbortSignal.timeout(abortAfter);
        return engine.query(sql, params, { needs: options?.needs, signal });
      }),
    need: (names) => answer(() => engine.need(names).then(() => [])),
    close: () => engine.close(),
  };
};

async function answer(task: () => Promise<Row[]>): Promise<Answer> {
  const start = performance.now();
  try {
    const rows = await task();
    return { rows, ms: performance.now() - start };
  } catch (error) {
    return { error: plain(error), ms: performance.now() - start };
  }
}

const plain = (error: unknown): PlainError =>
  error instanceof Error || error instanceof DOMException
    ? { name: error.name, message: error.message, cause: error.cause ? plain(error.cause) : null }
    : { name: 'Unknown', message: String(error), cause: null };
