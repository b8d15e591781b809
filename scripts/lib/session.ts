import { DuckDBInstance, DuckDBTypeId, type DuckDBConnection } from '@duckdb/node-api';
import { literal } from '../../src/model/sql-literal.ts';

/**
 * DuckDB for the pipeline: one thread, so that the order of rows, and with it every byte of the Parquet files, is the
 * same on every machine.
 */
export class Session {
  private readonly instance: DuckDBInstance;
  private readonly connection: DuckDBConnection;

  private constructor(instance: DuckDBInstance, connection: DuckDBConnection) {
    this.instance = instance;
    this.connection = connection;
  }

  static async open(): Promise<Session> {
    const instance = await DuckDBInstance.create(':memory:', {
      threads: '1',
      autoinstall_known_extensions: 'false',
    });
    return new Session(instance, await instance.connect());
  }

  async run(sql: string): Promise<void> {
    await this.connection.run(sql);
  }

  /** Rows as objects; big integers as numbers (no count of ours comes near 2^53). */
  async all<R>(sql: string): Promise<R[]> {
    const reader = await this.connection.runAndReadAll(sql);
    return reader.getRowObjectsJS().map((row) => {
      for (const [key, value] of Object.entries(row)) if (typeof value === 'bigint') row[key] = Number(value);
      return row as R;
    });
  }

  async one<R>(sql: string): Promise<R> {
    const [row] = await this.all<R>(sql);
    if (!row) throw new Error(`No row from: ${sql}`);
    return row;
  }

  /** Fills a table from rows in memory; columns in the table's order. */
  async append(table: string, rows: Iterable<readonly (string | number | boolean | null)[]>): Promise<void> {
    const appender = await this.connection.createAppender(table);
    const doubles = Array.from(
      { length: appender.columnCount },
      (_, i) => appender.columnType(i).typeId === DuckDBTypeId.DOUBLE,
    );
    for (const row of rows) {
      row.forEach((value, i) => {
        if (value === null) appender.appendNull();
        else if (typeof value === 'string') appender.appendVarchar(value);
        else if (typeof value === 'boolean') appender.appendBoolean(value);
        else if (doubles[i]) appender.appendDouble(value);
        else appender.appendInteger(value);
      });
      appender.endRow();
    }
    appender.flushSync();
    appender.closeSync();
  }

  close(): void {
    this.connection.closeSync();
    this.instance.closeSync();
  }
}

/** Adds one row of a small table, of any types. */
export async function insert(
  db: Session,
  table: string,
  row: readonly (string | number | boolean | null)[],
): Promise<void> {
  const values = row.map((value) => (typeof value === 'string' ? literal(value) : String(value ?? 'NULL')));
  await db.run(`INSERT INTO ${table} VALUES (${values.join(', ')})`);
}

/** How every Parquet file of ours is written: version 2, zstd at 19, one row group where it fits. */
export const PARQUET =
  '(FORMAT parquet, PARQUET_VERSION v2, COMPRESSION zstd, COMPRESSION_LEVEL 19, ROW_GROUP_SIZE 1000000)';
