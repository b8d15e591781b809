import type { AsyncDuckDBConnection } from '@duckdb/duckdb-wasm';
import type { Row } from '../engine.ts';
import { cell, uniqueNames } from '../normalise.ts';
import type { ResultTable } from '../result-table.ts';
import { ArrowTable, type ArrowBatch, type ArrowField } from './arrow-table.ts';
import { checkType, nested, type ArrowData } from './cell.ts';

/** A result on its way. */
export type Reader = Awaited<ReturnType<AsyncDuckDBConnection['send']>>;
type Batch = Reader extends AsyncIterable<infer B> ? B : never;

/** Reads a streamed result to its end; on abort stops early, with the rows so far. */
export async function readRows(reader: Reader, signal?: AbortSignal): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const batch of reader) {
    if (signal?.aborted) break;
    appendRows(rows, batch);
  }
  return rows;
}

/**
 * Reads a streamed result into a table, until it holds `most` bytes; on abort stops early.
 * @param onRows told how many rows there are, after each batch
 * @throws {TypeError} for a column of a type that has no cell
 */
export async function readTable(
  reader: Reader,
  most: number,
  onRows: (rows: number) => void,
  signal?: AbortSignal,
): Promise<ResultTable> {
  await reader.open();
  const table = new ArrowTable(reader.schema.fields as readonly ArrowField[]);
  for await (const batch of reader) {
    if (signal?.aborted) break;
    if (table.bytes >= most && batch.numRows) {
      table.truncated = true;
      break;
    }
    table.append(batch as unknown as ArrowBatch);
    onRows(table.rowCount);
  }
  return table;
}

/** Reads a streamed result to its end for what the query does, not for what it answers. */
export async function drain(reader: Reader): Promise<void> {
  for await (const batch of reader) void batch;
}

function appendRows(rows: Row[], batch: Batch): void {
  const fields = batch.schema.fields as readonly ArrowField[];
  fields.forEach(({ type }) => checkType(type));
  const names = uniqueNames(fields.map(({ name }) => name));
  const columns = batch.data.children as unknown as readonly ArrowData[];
  for (let index = 0; index < batch.numRows; index++) {
    const row: Row = {};
    columns.forEach((column, n) => {
      row[names[n] ?? ''] = cell(nested(column, index));
    });
    rows.push(row);
  }
}
