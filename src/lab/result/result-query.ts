import type { SqlParams } from '../../engine/engine.ts';
import type { ResultTable } from '../../engine/result-table.ts';

/** The query of a result, as far as the panel needs it. */
export interface ResultQuery {
  readonly sql: string;
  /** How long it took, in milliseconds. */
  readonly ms: number;
  /** Runs other SQL as the query was run, with its parameters and tables: for sorting. */
  readonly run: (sql: string, signal?: AbortSignal) => Promise<ResultTable>;
  /** The query's parameters and tables, for its Parquet file; the whole release is loaded where `needs` is left out. */
  readonly params?: SqlParams;
  readonly needs?: readonly string[];
  /** The question that the query answers: the title of its chart. None if left out. */
  readonly title?: string;
}
