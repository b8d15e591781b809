import { openBrowser, type BrowserEngine, type Progress } from '../../../src/engine/browser.ts';
import type { Row, SqlParams } from '../../../src/engine/engine.ts';
import type { ResultTable } from '../../../src/engine/result-table.ts';

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
  /** The engine as it is, for tasks that run in the page. */
  readonly raw: BrowserEngine;
  /** Columns as a stream of Arrow's IPC format, where the test has exposed its `arrowStream` to the page. */
  ipc(columns: StreamColumns): Promise<Uint8Array>;
  /** Rows of a result as plain objects, those from `from` up to `to`. */
  rowsOf(table: ResultTable, from?: number, to?: number): Row[];
  /** Runs a task, with its time and without throwing. */
  answer(task: () => Promise<unknown>): Promise<TaskAnswer>;
}

type StreamColumns = Readonly<Record<string, readonly (string | number | null)[]>>;

type TaskAnswer = ({ readonly value: unknown } | { readonly error: PlainError }) & {
  readonly ms: number;
};

declare global {
  var openEngine: (release: string) => EngineHandle;
  var arrowStream: (columns: StreamColumns) => Promise<number[]>;
}

globalThis.openEngine = (release): EngineHandle => {
  const progress: Progress[] = [];
  const engine: BrowserEngine = openBrowser({ release, onProgress: (step) => progress.push(step) });
  return {
    progress,
    raw: engine,
    ipc: async (columns) => Uint8Array.from(await globalThis.arrowStream(columns)),
    rowsOf: (table, from = 0, to = table.rowCount) =>
      Array.from({ length: to - from }, (_, n) =>
        Object.fromEntries(table.columns.map(({ name }, column) => [name, table.cell(from + n, column)])),
      ),
    answer: answerOf,
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
  const given = await answerOf(task);
  return 'error' in given ? given : { rows: given.value as Row[], ms: given.ms };
}

async function answerOf(task: () => Promise<unknown>): Promise<TaskAnswer> {
  const start = performance.now();
  try {
    return { value: await task(), ms: performance.now() - start };
  } catch (error) {
    return { error: plain(error), ms: performance.now() - start };
  }
}

const plain = (error: unknown): PlainError =>
  error instanceof Error || error instanceof DOMException
    ? { name: error.name, message: error.message, cause: error.cause ? plain(error.cause) : null }
    : { name: 'Unknown', message: String(error), cause: null };
