import type { AsyncDuckDBConnection } from '@duckdb/duckdb-wasm';
import type { Row } from '../engine.ts';
import { cell, uniqueNames } from '../normalise.ts';
import { checkType, nested, type ArrowData, type ArrowType } from './cell.ts';

type Reader = Awaited<ReturnType<AsyncDuckDBConnection['send']>>;
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

function appendRows(rows: Row[], batch: Batch): void {
  const fields = batch.schema.fields as readonly { readonly name: string; readonly type: ArrowType }[];
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
