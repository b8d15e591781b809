import type { BrowserEngine } from '../engine/browser.ts';
import { readOnly } from '../engine/read-only.ts';
import type { ResultTable } from '../engine/result-table.ts';
import { needsOf } from './run-needs.ts';

/** An answer, with the time that the engine took for it in milliseconds: loading left out. */
export interface Answer {
  readonly table: ResultTable;
  readonly ms: number;
  /** Tables and views of the release that were loaded for it. */
  readonly needs: readonly string[];
}

/** How far a run is. */
export type Phase = { readonly at: 'loading' } | { readonly at: 'running'; readonly rows: number };

interface Options {
  readonly engine: () => Promise<BrowserEngine>;
  /** Tables and views of the release. */
  readonly names: readonly string[];
  readonly onPhase: (phase: Phase) => void;
}

/** Runs one query at a time: a newer one cancels the older. */
export class Runner {
  readonly #options: Options;
  #current: AbortController | null = null;

  constructor(options: Options) {
    this.#options = options;
  }

  get running(): boolean {
    return this.#current !== null;
  }

  /**
   * Loads what a query reads, and runs it.
   * @returns null if it was cancelled, or another was started
   * @throws {Error} in words if it does not only read; else what `BrowserEngine.table` throws
   */
  async run(sql: string): Promise<Answer | null> {
    this.cancel();
    const controller = new AbortController();
    this.#current = controller;
    const { signal } = controller;
    try {
      // The engine would refuse it too, but only once its tables are there.
      readOnly(sql);
      this.#options.onPhase({ at: 'loading' });
      const engine = await this.#options.engine();
      const needs = this.#needsOf(sql);
      await engine.need(needs, { signal });
      signal.throwIfAborted();
      this.#options.onPhase({ at: 'running', rows: 0 });
      const start = performance.now();
      const table = await engine.table(
        sql,
        {},
        {
          signal,
          needs,
          onRows: (rows) => this.#options.onPhase({ at: 'running', rows }),
        },
      );
      return signal.aborted ? null : { table, ms: performance.now() - start, needs };
    } catch (error) {
      if (signal.aborted) return null;
      throw error;
    } finally {
      if (this.#current === controller) this.#current = null;
    }
  }

  /** Runs a query that a part of the page makes of the reader's: it shows no progress, and cancels nothing. */
  async quietly(sql: string, signal?: AbortSignal): Promise<ResultTable> {
    const engine = await this.#options.engine();
    return engine.table(sql, {}, { signal, needs: this.#needsOf(sql) });
  }

  #needsOf(sql: string): readonly string[] {
    return needsOf(sql, this.#options.names) ?? this.#options.names;
  }

  cancel(): void {
    this.#current?.abort();
    this.#current = null;
  }
}
