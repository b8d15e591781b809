import type { AsyncDuckDB, AsyncDuckDBConnection } from '@duckdb/duckdb-wasm';
import { OWN } from './own-tables.ts';
import type { Parts } from './parts.ts';
import { prelude } from './worker-prelude.ts';

/** A running DuckDB: one worker, one connection. */
export interface Duck {
  readonly db: AsyncDuckDB;
  readonly connection: AsyncDuckDBConnection;
  /** Rejects if the worker breaks down; never resolves. */
  readonly died: Promise<never>;
  /** Ends the worker at once, with whatever it is doing. */
  stop(): void;
}

/** How long the engine works on a query before it looks for a message, such as that the query is cancelled. */
const POLLING_MS = 20;

/** Names are looked up in the release first, then among the reader's own tables. */
const PLACES = [`CREATE SCHEMA ${OWN}`, `SET search_path = 'main,${OWN}'`];

/** Leaves SQL no extension to fetch, and no setting to change that. */
const LOCK = [
  'SET autoinstall_known_extensions = false',
  'SET autoload_known_extensions = false',
  'SET lock_configuration = true',
];

/**
 * Starts a worker with an empty database. Nothing is left of a start that fails.
 * @throws {Error} if the browser refuses the worker, or the worker breaks down
 */
export async function startDuck({ duckdb, script, module }: Parts): Promise<Duck> {
  const worker = startWorker(script);
  const died = deathOf(worker);
  const db = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), worker);
  const boot = async () => {
    worker.postMessage(module);
    // The worker has the module; it wants some address all the same.
    await db.instantiate('https://module.invalid/');
    await db.open({ query: { queryPollingInterval: POLLING_MS } });
    const connection = await db.connect();
    for (const statement of [...PLACES, ...LOCK]) await connection.query(statement);
    return connection;
  };
  try {
    return { db, connection: await Promise.race([boot(), died]), died, stop: () => worker.terminate() };
  } catch (error) {
    worker.terminate();
    throw error;
  }
}

/** From a blob, so that the worker has the page's own policy even where the host sends none with the script. */
function startWorker(script: string): Worker {
  const url = URL.createObjectURL(new Blob([`(${prelude})();\n`, script], { type: 'text/javascript' }));
  try {
    return new Worker(url);
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** DuckDB leaves its callers waiting if the worker breaks down; this rejects. */
function deathOf(worker: Worker): Promise<never> {
  const died = new Promise<never>((_, reject) => {
    worker.addEventListener('error', (event) => reject(new Error(event.message || 'The worker broke down.')));
    worker.addEventListener('messageerror', () => reject(new Error('The worker sent what cannot be read.')));
  });
  died.catch(() => undefined);
  return died;
}
