/**
 * The manifest of a release: `datapackage.json`, a Frictionless Data Package with one property of our own, `relations`
 * (SQL views that both engines create over the tables). Paths are relative to the manifest.
 */
export interface Release<R = Resource> {
  readonly profile: 'data-package';
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly keywords: readonly string[];
  /** Version of the release, a date: "2026-11-21". */
  readonly version: string;
  /** Version of the public contract: names, keys and meaning of tables and columns (semantic versioning). */
  readonly schema_version: string;
  readonly resources: readonly R[];
  readonly relations: readonly Relation[];
}

/** A table's file, before it is known on what its rows rest. */
export interface TableFile {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** File name with a hash of its content: `flows.0a1b2c3d4e.parquet`. */
  readonly path: string;
  readonly bytes: number;
  /** `sha256:<hex>` of the file. */
  readonly hash: string;
  readonly rows: number;
  /** The same rows as gzipped CSV, for programs that read no Parquet. */
  readonly csv: { readonly path: string; readonly bytes: number; readonly hash: string };
  readonly format: 'parquet';
  readonly mediatype: string;
  readonly schema: {
    readonly fields: readonly Field[];
    readonly primaryKey: readonly string[];
    readonly foreignKeys?: readonly {
      readonly fields: readonly string[];
      readonly reference: { readonly resource: string; readonly fields: readonly string[] };
    }[];
  };
}

/** A table of a release, as its manifest describes it. */
export interface Resource extends TableFile {
  readonly licenses: readonly { readonly name: string; readonly title: string; readonly path: string }[];
  /** What several licences come to, in words: they are no choice. */
  readonly rights: string;
  readonly sources: readonly { readonly title: string; readonly path?: string }[];
}

export interface Field {
  readonly name: string;
  readonly type: 'string' | 'integer' | 'number' | 'boolean';
  readonly description: string;
  readonly unit?: string;
  readonly constraints?: {
    readonly required?: boolean;
    readonly enum?: readonly string[];
    readonly pattern?: string;
    readonly minimum?: number;
    readonly maximum?: number;
  };
}

/** A derived table: SQL over tables and earlier relations, created by both engines. */
export interface Relation {
  readonly name: string;
  readonly description: string;
  readonly sql: string;
  /** True: run once when the engine starts and kept sorted in memory. False: a view. */
  readonly stored: boolean;
  /** Tables and relations it reads; an engine that holds only some tables creates it once these are there. */
  readonly needs: readonly string[];
}
