/**
 * As much of Mosaic as the page uses. Its packages are installed when the benchmark first runs (bundle.ts),
 * and the types of the benchmark must hold without them.
 */
declare module '@uwdata/vgplot' {
  import type { AsyncDuckDB, AsyncDuckDBConnection } from '@duckdb/duckdb-wasm';

  /** Filters that clients follow, all of which must hold. */
  export interface Selection {
    readonly value: unknown;
  }
  export const Selection: {
    intersect(options?: { readonly include?: readonly Selection[] }): Selection;
  };
  export interface Connector {
    query(request: { readonly type: string; readonly sql: string }): Promise<unknown>;
  }
  export const DuckDBWASMConnector: new (options: {
    readonly duckdb: AsyncDuckDB;
    readonly connection: AsyncDuckDBConnection;
  }) => Connector;
  interface Coordinator {
    readonly manager: { readonly pendingResults: readonly unknown[] };
    databaseConnector(connector: Connector): void;
    logger(logger: null): void;
  }
  export function coordinator(): Coordinator;

  /** A client of the coordinator stands as `value` on the element that it draws. */
  interface TableElement extends HTMLElement {
    readonly value: {
      limit: number;
      sortColumn: string;
      sortDesc: boolean;
      readonly pending: Promise<unknown>;
      requestData(): void;
    };
  }
  interface InputOptions {
    readonly as: Selection;
    readonly field: string;
    readonly label: string;
    readonly value?: string | number;
  }
  export function menu(
    options: InputOptions & {
      readonly options: readonly { readonly value: string; readonly label: string }[];
    },
  ): HTMLElement;
  export function slider(
    options: InputOptions & { readonly min: number; readonly max: number; readonly step: number },
  ): HTMLElement;
  export function table(options: {
    readonly from: string;
    readonly filterBy: Selection;
    readonly columns: readonly string[];
    readonly rowBatch: number;
    readonly height: number;
  }): TableElement;

  interface Source {
    readonly table: string;
  }
  type Directive = (plot: unknown) => void;
  export function from(
    table: string,
    options: { readonly filterBy: Selection; readonly optimize?: boolean },
  ): Source;
  export function plot(...directives: Directive[]): HTMLElement;
  export function barX(source: Source, channels: Readonly<Record<string, unknown>>): Directive;
  export function lineY(source: Source, channels: Readonly<Record<string, unknown>>): Directive;
  export function width(pixels: number): Directive;
  export function height(pixels: number): Directive;
  export function marginLeft(pixels: number): Directive;
  export function xTickFormat(format: string): Directive;
  export function yTickFormat(format: (value: string) => string): Directive;
  export function yLabel(label: null): Directive;
  export function yZero(zero: boolean): Directive;
}

declare module '@uwdata/flechette' {
  export interface DataType {
    readonly typeId: number;
  }
  export function utf8(): DataType;
  export function int16(): DataType;
  export function int32(): DataType;
  export function dictionary(of: DataType, index: DataType): DataType;
  export function tableFromArrays(
    columns: Readonly<Record<string, readonly unknown[]>>,
    options: { readonly types: Readonly<Record<string, DataType>> },
  ): unknown;
  export function tableToIPC(table: unknown, options: { readonly format: 'stream' }): Uint8Array;
}
