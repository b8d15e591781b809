import {
  BIGINT,
  BOOLEAN,
  DOUBLE,
  DuckDBInstance,
  INTEGER,
  SQLNULL,
  VARCHAR,
  type DuckDBConnection,
  type DuckDBValue,
} from '@duckdb/node-api';
import { abortable } from './abortable.ts';
import {
  QueryError,
  type Engine,
  type QueryOptions,
  type Row,
  type SqlParams,
  type SqlValue,
} from './engine.ts';
import { checkType, nested } from './native/cell.ts';
import { loadResource, makeRelation, readManifest } from './native/load.ts';
import { cell, uniqueNames } from './normalise.ts';
import { bindType, compile } from './parameters.ts';
import { readOnly } from './read-only.ts';

/** What the browser's engine has too: no extension is fetched, so a query that needs one fails here as it would there. */
const SETTINGS = { autoinstall_known_extensions: 'false', autoload_known_extensions: 'false' };

const TYPES = { INTEGER, BIGINT, DOUBLE, VARCHAR, BOOLEAN, NULL: SQLNULL };

/**
 * Opens the release in a folder with native DuckDB, in memory: every table, then every relation in order.
 * Queries may run at the same time.
 * @throws {LoadError} that names the file and what to run, if the release is missing or damaged
 */
export async function openNative(folder: string): Promise<Engine> {
  const release = await readManifest(folder);
  const instance = await DuckDBInstance.create(':memory:', SETTINGS);
  try {
    await withConnection(instance, async (connection) => {
      for (const resource of release.resources) await loadResource(connection, folder, resource);
      for (const relation of release.relations) await makeRelation(connection, relation);
      // A view asks the release and nothing else.
      await connection.run('SET enable_external_access = false; SET lock_configuration = true');
    });
  } catch (error) {
    instance.closeSync();
    throw error;
  }
  return {
    query: (sql, params, options) =>
      abortable(
        withConnection(instance, (connection) => query(connection, sql, params, options)),
        options?.signal,
      ),
    close: async () => instance.closeSync(),
  };
}

/** A connection for one task: interrupting it stops no other query. */
async function withConnection<T>(
  instance: DuckDBInstance,
  task: (connection: DuckDBConnection) => Promise<T>,
): Promise<T> {
  const connection = await instance.connect();
  try {
    return await task(connection);
  } finally {
    connection.closeSync();
  }
}

async function query<R = Row>(
  connection: DuckDBConnection,
  sql: string,
  params: SqlParams = {},
  { signal }: QueryOptions = {},
): Promise<R[]> {
  signal?.throwIfAborted();
  let again: NodeJS.Timeout | undefined;
  const interrupt = () => {
    connection.interrupt();
    // An interrupt that comes before the first step of a query is lost.
    again = setInterval(() => connection.interrupt(), 50);
  };
  signal?.addEventListener('abort', interrupt, { once: true });
  try {
    const compiled = compile(readOnly(sql), params);
    const result = await connection.run(
      compiled.sql,
      compiled.values.map(bound),
      compiled.values.map((value) => TYPES[bindType(value)]),
    );
    signal?.throwIfAborted();
    result.columnTypes().forEach(checkType);
    const names = uniqueNames(result.columnNames());
    const rows = await result.getRows();
    return rows.map((row) =>
      Object.fromEntries(row.map((value, column) => [names[column], cell(nested(value))])),
    ) as R[];
  } catch (cause) {
    signal?.throwIfAborted();
    throw new QueryError(sql, params, cause);
  } finally {
    signal?.removeEventListener('abort', interrupt);
    clearInterval(again);
  }
}

const bound = (value: SqlValue): DuckDBValue =>
  typeof value === 'number' && bindType(value) === 'BIGINT' ? BigInt(value) : value;
