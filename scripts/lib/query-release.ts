import Papa from 'papaparse';
import { LoadError, QueryError, type Engine } from '../../src/engine/engine.ts';
import { openNative } from '../../src/engine/native.ts';
import { UserError } from './errors.ts';

/**
 * Runs SQL over the release in a folder.
 * @returns the rows as CSV with a header, or as JSON: an array of row objects
 * @throws {UserError} if there is no release, or the SQL fails: with the engine's message
 */
export async function queryRelease(folder: string, sql: string, format: 'csv' | 'json'): Promise<string> {
  const engine = await openNative(folder).catch((error: unknown) => {
    throw error instanceof LoadError ? new UserError(error.message) : error;
  });
  try {
    const rows = await engine.query(sql);
    if (format === 'json') return `${JSON.stringify(rows)}\n`;
    return `${rows.length ? Papa.unparse(rows, { newline: '\n' }) : await header(engine, sql)}\n`;
  } catch (error) {
    throw error instanceof QueryError ? new UserError(error.message) : error;
  } finally {
    await engine.close();
  }
}

/** The header alone: no rows is an answer too. Statements that DESCRIBE does not take have none. */
async function header(engine: Engine, sql: string): Promise<string> {
  const columns = await engine.query<{ column_name: string }>(`DESCRIBE ${sql}`).catch(() => []);
  return Papa.unparse([columns.map((c) => c.column_name)]);
}
