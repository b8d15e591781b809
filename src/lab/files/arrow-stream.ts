import { streamOf } from './arrow-library.ts';
import { columnData } from './column-data.ts';
import type { ColumnType } from './reading.ts';
import type { Value } from './value.ts';

/** A column of rows that wait to be written. */
export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  readonly values: (Value | null)[];
}

/** Rows as a whole stream of Arrow's IPC format. */
export const arrowStream = (columns: readonly Column[]): Uint8Array =>
  streamOf(
    columns.map(({ name }) => name),
    columns.map(({ type, values }) => columnData(type, values)),
    columns[0]?.values.length ?? 0,
  );
