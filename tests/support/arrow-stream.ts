import { createRequire } from 'node:module';

type Columns = Readonly<Record<string, readonly (string | number | null)[]>>;

/** As much of Arrow's library as this needs; its own types do not reach modules. */
interface Arrow {
  tableFromArrays(columns: Columns): unknown;
  tableToIPC(table: unknown, format: 'stream'): Uint8Array;
}

const { tableFromArrays, tableToIPC } = createRequire(import.meta.url)('apache-arrow') as Arrow;

/**
 * Columns as a stream of Arrow's IPC format, as plain numbers to be sent to a page. Made outside the page: the
 * library's builders evaluate text as code, which the pages' policy forbids.
 */
export const arrowStream = (columns: Columns): number[] =>
  Array.from(tableToIPC(tableFromArrays(columns), 'stream'));
