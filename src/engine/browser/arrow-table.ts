import type { Cell } from '../engine.ts';
import { cell, uniqueNames, whole } from '../normalise.ts';
import type { ResultColumn, ResultTable } from '../result-table.ts';
import { checkWholeType, nested, type ArrowData, type ArrowType } from './cell.ts';
import { sqlType } from './sql-type.ts';

export interface ArrowField {
  readonly name: string;
  readonly type: ArrowType;
}

/** As much of a batch of rows as a table needs. */
export interface ArrowBatch {
  readonly numRows: number;
  readonly data: { readonly children: readonly ArrowData[] };
}

/** A result over its Arrow batches as they came: no value is copied or made before it is asked for. */
export class ArrowTable implements ResultTable {
  readonly columns: readonly ResultColumn[];
  truncated = false;
  #bytes = 0;
  #rowCount = 0;
  readonly #batches: (readonly ArrowData[])[] = [];
  /** The first row of each batch. */
  readonly #starts: number[] = [];
  /** The batch asked last: neighbours are asked one after another. */
  #last = 0;

  /** @throws {TypeError} for a column of a type that has no cell */
  constructor(fields: readonly ArrowField[]) {
    fields.forEach(({ type }) => checkWholeType(type));
    const names = uniqueNames(fields.map(({ name }) => name));
    this.columns = fields.map(({ type }, n) => ({ name: names[n] ?? '', type: sqlType(type) }));
  }

  get rowCount(): number {
    return this.#rowCount;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** Takes a batch in. */
  append(batch: ArrowBatch): void {
    if (!batch.numRows) return;
    this.#batches.push(batch.data.children);
    this.#starts.push(this.#rowCount);
    this.#rowCount += batch.numRows;
    for (const { byteLength } of batch.data.children) this.#bytes += byteLength;
  }

  cell(row: number, column: number): Cell {
    const at = row >= 0 && row < this.#rowCount ? this.#batchOf(row) : -1;
    const data = this.#batches[at]?.[column];
    if (!data) throw new RangeError(`There is no cell in row ${row}, column ${column}.`);
    return cell(nested(data, row - (this.#starts[at] ?? 0), whole));
  }

  #batchOf(row: number): number {
    const starts = this.#starts;
    if (row >= (starts[this.#last] ?? 0) && row < (starts[this.#last + 1] ?? this.#rowCount))
      return this.#last;
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= row) low = middle;
      else high = middle - 1;
    }
    return (this.#last = low);
  }
}
