import { LoadError } from '../engine.ts';
import { quoted } from '../release-sql.ts';
import { literal } from '../../model/sql-literal.ts';
import type { Duck } from './start.ts';

/** Takes the rows of a reader's own table, piece by piece. Each call may take the bytes' memory over: do not use them after. */
export interface TableSink {
  /**
   * Appends a whole stream of Arrow's IPC format. The first piece makes the table's columns, the others must have the
   * same. (The builders of Arrow's library evaluate text as code, which the pages' policy forbids: `makeData` does not.)
   */
  arrow(ipcStream: Uint8Array): Promise<void>;
  /** Appends a whole Parquet file. */
  parquet(bytes: Uint8Array): Promise<void>;
}

/**
 * Writes a table to a sink, from its beginning each time it is called: the engine calls it anew when its worker had to
 * be replaced. What it throws ends the load.
 */
export type LoadTable = (sink: TableSink) => Promise<void>;

/** The schema that readers' own tables live in. It comes after the release's, so none of them can hide a table of it. */
export const OWN = 'own';

/** How an Arrow stream ends. DuckDB takes its rows in only then. */
const END_OF_STREAM = [0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0];

type Turn = <T>(task: (duck: Duck) => Promise<T>) => Promise<T>;

/** The reader's own tables in one session. A table shows under its name once it is whole. */
export class OwnTables {
  readonly #turn: Turn;
  readonly #loads = new Map<string, Promise<void>>();
  #count = 0;

  constructor(turn: Turn) {
    this.#turn = turn;
  }

  /** Loads a table, in place of one of the same name. If the load fails nothing of it stays, and an earlier table does. */
  put(name: string, load: LoadTable): Promise<void> {
    const done = this.#put(name, load);
    const before = this.#loads.get(name);
    this.#loads.set(name, done);
    done.catch(() => {
      if (this.#loads.get(name) !== done) return;
      if (before) this.#loads.set(name, before);
      else this.#loads.delete(name);
    });
    return done;
  }

  /** Sees to it that the table is there: loads it if this session did not yet. @throws {LoadError} */
  need(name: string, load: LoadTable): Promise<void> {
    return (
      this.#loads.get(name) ??
      this.put(name, load).catch((cause: unknown) => {
        const message = `Your table ${name} had to be read again, and that failed: ${(cause as Error).message}`;
        throw new LoadError(name, message, { cause });
      })
    );
  }

  async drop(name: string): Promise<void> {
    await this.#loads.get(name)?.catch(() => undefined);
    this.#loads.delete(name);
    await this.#turn(({ connection }) => connection.query(`DROP TABLE IF EXISTS ${tableOf(name)}`));
  }

  async #put(name: string, load: LoadTable): Promise<void> {
    // No name of an own table has a space.
    const staging = `${name} loading ${++this.#count}`;
    const sink = new Sink(this.#turn, staging);
    try {
      await load(sink);
      await sink.close();
      await this.#turn(async ({ connection }) => {
        // A stream without a single message makes no table: then the earlier one stays.
        await connection.query(`FROM ${tableOf(staging)} LIMIT 0`).catch((cause: unknown) => {
          throw new Error(EMPTY, { cause });
        });
        await connection.query(`DROP TABLE IF EXISTS ${tableOf(name)}`);
        await connection.query(`ALTER TABLE ${tableOf(staging)} RENAME TO ${quoted(name)}`);
      });
    } catch (error) {
      await sink.close().catch(() => undefined);
      await this.#turn(({ connection }) =>
        connection.query(`DROP TABLE IF EXISTS ${tableOf(staging)}`),
      ).catch(() => undefined);
      throw error;
    }
  }
}

const EMPTY = 'The table has neither rows nor columns.';

const tableOf = (name: string): string => `${OWN}.${quoted(name)}`;

/**
 * One turn of the worker a piece, so that queries are answered in between. On a connection of its own: a broken Arrow
 * stream leaves its connection waiting for the rest.
 */
class Sink implements TableSink {
  readonly #turn: Turn;
  readonly #name: string;
  readonly #pieces: Promise<void>[] = [];
  #connection: Promise<Duck['connection']> | null = null;
  #created = false;
  #closed = false;

  constructor(turn: Turn, name: string) {
    this.#turn = turn;
    this.#name = name;
  }

  arrow(ipcStream: Uint8Array): Promise<void> {
    const bytes = alone(ipcStream);
    const ends = END_OF_STREAM.every((byte, n) => bytes.at(n - END_OF_STREAM.length) === byte);
    return this.#piece(async ({ connection }, create) => {
      const options = { schema: OWN, name: this.#name, create };
      await connection.insertArrowFromIPCStream(bytes, options);
      if (!ends) await connection.insertArrowFromIPCStream(new Uint8Array(END_OF_STREAM), options);
    });
  }

  parquet(bytes: Uint8Array): Promise<void> {
    const whole = alone(bytes);
    return this.#piece(async ({ db, connection }, create) => {
      const file = `${this.#name}.parquet`;
      await db.registerFileBuffer(file, whole);
      try {
        const into = create ? `CREATE TABLE ${tableOf(this.#name)} AS` : `INSERT INTO ${tableOf(this.#name)}`;
        await connection.query(`${into} SELECT * FROM read_parquet(${literal(file)})`);
      } finally {
        await db.dropFile(file);
      }
    });
  }

  /** Waits for the pieces given so far and takes no more. @throws what a piece threw, or if there was none */
  async close(): Promise<void> {
    this.#closed = true;
    const pieces = await Promise.allSettled(this.#pieces);
    const connection = await this.#connection;
    this.#connection = null;
    if (connection) await this.#turn(() => connection.close());
    for (const piece of pieces) if (piece.status === 'rejected') throw piece.reason;
    if (!this.#created) throw new Error(EMPTY);
  }

  #piece(insert: (duck: Pick<Duck, 'db' | 'connection'>, create: boolean) => Promise<void>): Promise<void> {
    if (this.#closed) return Promise.reject(new Error('The table is closed: its load has ended.'));
    const piece = this.#turn(async ({ db }) => {
      this.#connection ??= db.connect();
      await insert({ db, connection: await this.#connection }, !this.#created);
      this.#created = true;
    });
    this.#pieces.push(piece);
    piece.catch(() => undefined);
    return piece;
  }
}

/** The bytes in memory of their own: what is sent to the worker takes the whole buffer along. */
const alone = (bytes: Uint8Array): Uint8Array =>
  bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice();
