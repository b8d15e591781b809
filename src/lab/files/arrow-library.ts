// @ts-expect-error The package of apache-arrow 13 does not say where its types are.
import * as arrow from 'apache-arrow';

/** What of Apache Arrow is used here, with types. It is the version that DuckDB-WASM brings along. */

/** A type of Arrow's. */
export interface ArrowType {
  readonly typeId: number;
}
/** A column's values, or a batch's. */
export interface ArrowData {
  readonly type: ArrowType;
  readonly length: number;
}
export interface DataParts {
  readonly type: ArrowType;
  readonly length: number;
  readonly nullCount: number;
  /** A bit each for values that are there; left out if all are. */
  readonly nullBitmap?: Uint8Array | null;
  readonly data?: Uint8Array | Int32Array | BigInt64Array | Float64Array;
  readonly valueOffsets?: Int32Array;
  readonly children?: readonly ArrowData[];
}
interface ArrowField {
  readonly name: string;
}

export const INT64: ArrowType = new arrow.Int64();
export const FLOAT64: ArrowType = new arrow.Float64();
export const BOOL: ArrowType = new arrow.Bool();
export const DATE: ArrowType = new arrow.DateDay();
export const UTF8: ArrowType = new arrow.Utf8();

export const makeData = (parts: DataParts): ArrowData => arrow.makeData(parts);

/** Columns as a whole stream of the IPC format: schema, one batch, end. */
export function streamOf(names: readonly string[], columns: readonly ArrowData[], rows: number): Uint8Array {
  const fields: ArrowField[] = names.map((name, n) => new arrow.Field(name, columns[n]?.type, true));
  const type: ArrowType = new arrow.Struct(fields);
  const batch: unknown = new arrow.RecordBatch(
    new arrow.Schema(fields),
    makeData({ type, length: rows, nullCount: 0, children: columns }),
  );
  return arrow.RecordBatchStreamWriter.writeAll([batch]).toUint8Array(true);
}
