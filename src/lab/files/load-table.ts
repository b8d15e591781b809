import type { BrowserEngine, LoadTable } from '../../engine/browser.ts';
import { SQL_TYPES } from './sql-types.ts';
import type { LoadProgress } from './load-csv.ts';
import type { OwnTableInfo } from './own-table.ts';
import type { RegisterRow } from './places.ts';
import { planOf } from './plan.ts';
import type { Preview } from './preview.ts';
import { FileProblem, quote, stop } from './problem.ts';
import { askLoad } from './reader.ts';

/** Told of a load, and of each later one: the engine reads a file anew when its worker had to be replaced. */
export interface LoadWatch {
  /** How far it is; null where that cannot be said. */
  progress(progress: LoadProgress | null): void;
  /** The file has been read, or why not. */
  ended(error: unknown): void;
}

/** A file on its way into the database. */
export interface Loading {
  readonly file: File;
  readonly name: string;
  readonly preview: Preview;
  readonly register: readonly RegisterRow[];
  readonly watch: LoadWatch;
  /** Ends the load, and each later one. */
  readonly signal: AbortSignal;
}

export interface LoadedTable {
  readonly table: OwnTableInfo;
  /** What was done with rows and values on the way, in words. */
  readonly notes: readonly string[];
}

/**
 * Loads a file into the engine as a table. The engine may read it again later, by the same plan.
 * @throws {FileProblem} with what must be decided; else what the engine throws, or the signal's reason
 */
export const loadTable = (engine: BrowserEngine, loading: Loading): Promise<LoadedTable> =>
  loading.preview.kind === 'csv' ? loadDelimited(engine, loading) : loadParquet(engine, loading);

async function loadDelimited(
  engine: BrowserEngine,
  { file, name, preview, register, watch, signal }: Loading,
): Promise<LoadedTable> {
  if (preview.kind !== 'csv') throw new Error('No delimited file.');
  const plan = planOf(preview);
  let rows = 0;
  let notes: readonly string[] = [];
  const load: LoadTable = async (sink) => {
    const piece = (arrow: Uint8Array) => sink.arrow(arrow);
    ({ rows, notes } = await askLoad(file, plan, register, { piece, progress: watch.progress }, signal));
  };
  await engine.addTable(name, watched(load, watch));
  const columns = [
    ...plan.columns.flatMap((column) =>
      column.type === 'skip' ? [] : [{ name: column.name, type: SQL_TYPES[column.type] }],
    ),
    ...plan.places.map((column) => ({ name: column.name, type: SQL_TYPES.text })),
  ];
  return { table: { name, columns, rows }, notes };
}

/** Types that the two engines do not show alike: a query must cast them. */
const UNSHARED = /^(BLOB|BIT|INTERVAL|ENUM|UNION)/;

async function loadParquet(
  engine: BrowserEngine,
  { file, name, watch, signal }: Loading,
): Promise<LoadedTable> {
  const load: LoadTable = async (sink) => {
    signal.throwIfAborted();
    const bytes = new Uint8Array(await file.arrayBuffer().catch(gone));
    signal.throwIfAborted();
    await sink.parquet(bytes);
    signal.throwIfAborted();
  };
  await engine.addTable(name, watched(load, watch));
  const described = await engine.query<{ column_name: string; column_type: string }>(
    `DESCRIBE ${name}`,
    {},
    { needs: [] },
  );
  const [counted] = await engine.query<{ n: number }>(`SELECT count(*) AS n FROM ${name}`, {}, { needs: [] });
  const columns = described.map((row) => ({ name: row.column_name, type: row.column_type }));
  const unshared = columns.filter(({ type }) => UNSHARED.test(type));
  const notes = unshared.map(
    (column) =>
      `Column ${quote(column.name)} is of type ${column.type}, which the lab does not show: write CAST(… AS VARCHAR) in the query.`,
  );
  return { table: { name, columns, rows: counted?.n ?? 0 }, notes };
}

const watched =
  (load: LoadTable, watch: LoadWatch): LoadTable =>
  async (sink) => {
    watch.progress(null);
    try {
      await load(sink);
      watch.ended(null);
    } catch (error) {
      watch.ended(error);
      throw error;
    }
  };

const gone = (): never =>
  stop('The file could not be read: it was moved, deleted or changed since it was chosen. Choose it again.');

/** What to tell a reader whose file did not load. */
export function problemsOf(error: unknown, preview: Preview | null): FileProblem {
  if (error instanceof FileProblem) return error;
  const message = error instanceof Error ? error.message : String(error);
  const say = (words: string) => new FileProblem([{ words, details: [], ways: [] }]);
  if (error instanceof Error && error.name === 'EngineStartError')
    return say('The database could not start in this browser, so the file was not loaded. Try again.');
  if (/out of memory|memory limit|could not allocate|allocation fail/i.test(message))
    return say(
      'The table does not fit into the memory that the browser gives the database. Leave columns out, or choose fewer rows.',
    );
  if (preview?.kind === 'parquet')
    return say(
      `The database cannot read this Parquet file (${plainMessage(message)}). Nothing of it was kept.`,
    );
  return say(`The database did not take the table (${plainMessage(message)}). Nothing of it was kept.`);
}

const plainMessage = (message: string): string => message.replace(/^(\w+ )*Error: /i, '').replace(/\.$/, '');
