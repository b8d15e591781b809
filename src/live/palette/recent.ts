/** What was run: its id, and for a command that was made of what was typed, the text. */
export interface Run {
  readonly id: string;
  readonly text?: string;
}

const KEY = 'palette-recent';
const MOST = 5;

/**
 * What was run lately in this window, newest first, five at most. Where the browser refuses to store it, it is kept until
 * the page is left.
 */
export class Recent {
  private readonly storage: () => Pick<Storage, 'getItem' | 'setItem'>;
  private runs: readonly Run[];

  /** @param storage may throw: some browsers refuse even to name their storage */
  constructor(storage: () => Pick<Storage, 'getItem' | 'setItem'>) {
    this.storage = storage;
    this.runs = this.kept();
  }

  get all(): readonly Run[] {
    return this.runs;
  }

  add(run: Run): void {
    this.runs = [run, ...this.runs.filter(({ id }) => id !== run.id)].slice(0, MOST);
    try {
      this.storage().setItem(KEY, JSON.stringify(this.runs));
    } catch {
      // See above.
    }
  }

  private kept(): readonly Run[] {
    try {
      const read: unknown = JSON.parse(this.storage().getItem(KEY) ?? '[]');
      return Array.isArray(read) ? read.filter(isRun).slice(0, MOST) : [];
    } catch {
      return [];
    }
  }
}

const isRun = (value: unknown): value is Run =>
  typeof value === 'object' &&
  value !== null &&
  'id' in value &&
  typeof value.id === 'string' &&
  (!('text' in value) || typeof value.text === 'string');
