/** A column as the SQL lab shows it. */
export interface LabColumn {
  readonly name: string;
  /** DuckDB's type: VARCHAR, INTEGER, DOUBLE. */
  readonly type: string;
  readonly unit?: string | undefined;
  readonly description?: string | undefined;
}

/** Something that a query can read FROM. */
export interface LabTable {
  readonly name: string;
  /** A table of the release, a view over its tables, or a file of the reader's own. */
  readonly kind: 'table' | 'view' | 'own';
  readonly description: string;
  /** Null for a view: its rows are made as they are asked for. */
  readonly rows: number | null;
  readonly columns: readonly LabColumn[];
}

/** Values that may stand between quotation marks, for completion. */
export interface LabValues {
  /** By name of the list: a value and, where it is a code, what it stands for. */
  readonly lists: Readonly<Record<string, readonly (readonly [value: string, name?: string])[]>>;
  /** "table.column" → the list that its values are from. */
  readonly columns: Readonly<Record<string, string>>;
}
