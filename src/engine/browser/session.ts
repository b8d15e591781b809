import type { Relation, Release, Resource } from '../../model/release.ts';
import { abortable } from '../abortable.ts';
import { LoadError, type Row, type SqlValue } from '../engine.ts';
import { checkNames, createRelation, createTable } from '../release-sql.ts';
import type { ResultTable } from '../result-table.ts';
import { subquery } from '../subquery.ts';
import { explained, isBreakdown } from './explained.ts';
import { OwnTables, type LoadTable } from './own-tables.ts';
import type { ReleaseFiles } from './release-files.ts';
import { drain, readRows, readTable } from './rows.ts';
import type { Duck } from './start.ts';
import { Statements } from './statements.ts';
import { Turns } from './turns.ts';

/** The session ended before this task was done, for no fault of the task: it may run again in the next session. */
export class SessionEnded extends Error {
  override readonly name = 'SessionEnded';
}

/** Where a result is written as Parquet, in the worker's memory. */
const RESULT_FILE = 'result.parquet';

/** How long a cancelled query may keep the worker busy. Some of DuckDB's steps cannot be interrupted. */
const GRACE_MS = 1000;

export interface TableReading {
  readonly most: number;
  readonly onRows: (rows: number) => void;
  readonly signal?: AbortSignal | undefined;
}

/** The life of one worker: the tables in it and the queries it answers, one at a time. */
export class Session {
  readonly #duck: Promise<Duck>;
  readonly #files: ReleaseFiles;
  readonly #turns = new Turns();
  readonly #statements = new Statements((sql) => this.#duck.then(({ connection }) => connection.query(sql)));
  readonly #loads = new Map<string, Promise<void>>();
  readonly #own = new OwnTables((task) => this.#turn(task));
  readonly #over: Promise<never>;
  #end: () => void = () => undefined;
  #ended = false;

  constructor(duck: Promise<Duck>, files: ReleaseFiles) {
    this.#duck = duck;
    this.#files = files;
    this.#over = new Promise((_, reject) => {
      this.#end = () => reject(new SessionEnded('The query engine was stopped.'));
    });
    this.#over.catch(() => undefined);
    duck.then(({ died }) => died).catch(() => this.end());
  }

  get ended(): boolean {
    return this.#ended;
  }

  /** Stops the worker. What runs or waits rejects with `SessionEnded`. */
  end(): void {
    this.#ended = true;
    this.#end();
    this.#duck.then(
      (duck) => duck.stop(),
      () => undefined,
    );
  }

  /**
   * Sees to it that tables and relations are there; without names, all of them. Files arrive side by side, and while
   * the engine starts. A load that fails is not remembered: the next call tries again.
   */
  async need(names?: readonly string[]): Promise<void> {
    const release = await this.#files.manifest();
    if (names) checkNames(release, names);
    const wanted = names ?? [...release.resources, ...release.relations].map(({ name }) => name);
    await Promise.all([this.#duck, ...wanted.map((name) => this.#load(name, release))]);
  }

  /** Loads a table of the reader's own, in place of one of that name. */
  async putOwn(name: string, load: LoadTable): Promise<void> {
    await this.#unlessEnded(this.#own.put(name, load));
  }

  /** Sees to it that a table of the reader's own is there. @throws {LoadError} */
  async needOwn(name: string, load: LoadTable): Promise<void> {
    await this.#unlessEnded(this.#own.need(name, load));
  }

  dropOwn(name: string): Promise<void> {
    return this.#own.drop(name);
  }

  /** Runs SQL with numbered parameters. On abort rejects at once, and ends the session if the worker does not let go. */
  query(sql: string, values: readonly SqlValue[], signal?: AbortSignal): Promise<Row[]> {
    return this.#run(async ({ connection }) => {
      const text = await this.#statements.textOf(sql, values);
      return readRows(await connection.send(text), signal);
    }, signal);
  }

  /** As `query`, for a result kept by columns, of at most about `most` bytes. */
  table(
    sql: string,
    values: readonly SqlValue[],
    { most, onRows, signal }: TableReading,
  ): Promise<ResultTable> {
    return this.#run(async ({ connection }) => {
      const text = await this.#statements.textOf(sql, values);
      const table = await readTable(await connection.send(text), most, onRows, signal);
      if (table.truncated) await connection.cancelSent();
      return table;
    }, signal);
  }

  /** As `query`, for the result as a Parquet file. The SQL has no parameters. */
  parquet(sql: string, signal?: AbortSignal): Promise<Uint8Array> {
    return this.#run(async ({ db, connection }) => {
      const copy = `COPY ${subquery(sql)} TO '${RESULT_FILE}' (FORMAT parquet, COMPRESSION zstd)`;
      // DuckDB would make the file by itself, and say so on the console.
      await db.registerEmptyFileBuffer(RESULT_FILE);
      try {
        await drain(await connection.send(copy));
        return await db.copyFileToBuffer(RESULT_FILE);
      } finally {
        await db.dropFile(RESULT_FILE);
      }
    }, signal);
  }

  /** Runs a task of a query when the worker is free. */
  #run<T>(task: (duck: Duck) => Promise<T>, signal?: AbortSignal): Promise<T> {
    let running = false;
    const turn = this.#turn(async (duck) => {
      signal?.throwIfAborted();
      running = true;
      try {
        return await task(duck);
      } catch (error) {
        throw explained(error);
      } finally {
        running = false;
      }
    });
    return abortable(turn, signal, () => {
      if (running) this.#cancel(turn);
    });
  }

  /** What fails because the session ended is no fault of its own, whatever it says. */
  async #unlessEnded(load: Promise<void>): Promise<void> {
    try {
      await load;
    } catch (error) {
      if (this.#ended) throw new SessionEnded('The query engine was stopped.', { cause: error });
      throw error;
    }
  }

  #cancel(turn: Promise<unknown>): void {
    const timer = setTimeout(() => this.end(), GRACE_MS);
    turn.catch(() => undefined).finally(() => clearTimeout(timer));
    this.#duck.then(({ connection }) => connection.cancelSent()).catch(() => undefined);
  }

  /** Runs a task when the worker is free. A worker that broke down ends the session. */
  async #turn<T>(task: (duck: Duck) => Promise<T>): Promise<T> {
    const duck = await this.#duck;
    return this.#turns.take(async () => {
      try {
        return await Promise.race([this.#over, duck.died, task(duck)]);
      } catch (error) {
        if (isBreakdown(error)) this.end();
        throw error;
      }
    });
  }

  #load(name: string, release: Release): Promise<void> {
    const known = this.#loads.get(name);
    if (known) return known;
    const resource = release.resources.find((one) => one.name === name);
    const relation = release.relations.find((one) => one.name === name);
    const load = resource
      ? this.#loadTable(resource)
      : relation
        ? this.#makeRelation(relation, release)
        : null;
    if (!load) throw new Error(`The release has no table or relation ${name}.`);
    this.#loads.set(name, load);
    load.catch(() => this.#loads.delete(name));
    return load;
  }

  async #loadTable(resource: Resource): Promise<void> {
    const bytes = await this.#files.table(resource);
    await this.#turn(async ({ db, connection }) => {
      await db.registerFileBuffer(resource.path, bytes);
      try {
        await connection.query(createTable(resource.name, resource.path));
      } catch (cause) {
        throw new LoadError(
          resource.path,
          `The table ${resource.name} could not be read from ${resource.path}.`,
          {
            cause,
          },
        );
      } finally {
        await db.dropFile(resource.path);
      }
    });
  }

  async #makeRelation(relation: Relation, release: Release): Promise<void> {
    await Promise.all(relation.needs.map((name) => this.#load(name, release)));
    await this.#turn(({ connection }) => connection.query(createRelation(relation)));
  }
}
