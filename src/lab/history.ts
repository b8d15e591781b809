/** A query that was run. */
export interface Run {
  readonly sql: string;
  /** When, in ISO 8601. */
  readonly at: string;
  /** How long the engine took, in milliseconds, loading left out. */
  readonly ms: number;
  /** How many rows came; null if it failed. */
  readonly rows: number | null;
}

/** As much of `localStorage` as is used. */
type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem' | 'removeItem'>;

const KEY = 'sql-lab-history';
const DRAFT = 'sql-lab-draft';
const MOST = 50;

/**
 * The last queries of the reader and the text that was being written, kept in the reader's browser. Where storage is
 * refused or full, they are kept until the page is closed.
 */
export class History {
  readonly #storage: Storage | null;
  #runs: readonly Run[];

  /** @param storage asks for the storage; may throw, as browsers do that refuse it */
  constructor(storage: () => Storage) {
    this.#storage = attempt(storage);
    this.#runs = attempt(() => runsIn(this.#storage?.getItem(KEY) ?? '[]')) ?? [];
  }

  /** The newest first. */
  get runs(): readonly Run[] {
    return this.#runs;
  }

  /** A query that is run again moves to the front. */
  add(run: Run): void {
    // What another tab has added since is kept.
    const stored = attempt(() => runsIn(this.#storage?.getItem(KEY) ?? '[]')) ?? [];
    const known = stored.length ? stored : this.#runs;
    this.#runs = [run, ...known.filter(({ sql }) => sql !== run.sql)].slice(0, MOST);
    attempt(() => this.#storage?.setItem(KEY, JSON.stringify(this.#runs)));
  }

  clear(): void {
    this.#runs = [];
    attempt(() => this.#storage?.removeItem(KEY));
  }

  get draft(): string | null {
    return attempt(() => this.#storage?.getItem(DRAFT)) ?? null;
  }

  set draft(sql: string | null) {
    attempt(() => (sql === null ? this.#storage?.removeItem(DRAFT) : this.#storage?.setItem(DRAFT, sql)));
  }
}

/** What stands there may be of an older page, or of none: only what has the right shape is taken. */
function runsIn(json: string): Run[] {
  const stored: unknown = JSON.parse(json);
  if (!Array.isArray(stored)) return [];
  return (stored as Partial<Record<keyof Run, unknown>>[]).flatMap((run) => {
    const { sql, at, ms, rows } = run ?? {};
    const sound =
      typeof sql === 'string' &&
      typeof at === 'string' &&
      !Number.isNaN(Date.parse(at)) &&
      typeof ms === 'number' &&
      (rows === null || typeof rows === 'number');
    return sound ? [{ sql, at, ms, rows }] : [];
  });
}

function attempt<T>(task: () => T): T | null {
  try {
    return task();
  } catch {
    return null;
  }
}
