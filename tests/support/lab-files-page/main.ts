import { openBrowser, type BrowserEngine } from '../../../src/engine/browser.ts';
import type { Row } from '../../../src/engine/engine.ts';
import { FilesPanel, type OwnTableInfo } from '../../../src/lab/files/files-panel.ts';
import '../../../src/styles/tokens.css';
import '../../../src/styles/site.css';
import '../../../src/styles/lab-files.css';

/** What the page offers to a test, beside the panel itself. */
export interface LabFiles {
  readonly added: OwnTableInfo[];
  readonly removed: string[];
  readonly inserted: string[];
  /** What the page's own thread had to do with the large file, counted: times belong to no test. */
  readonly thread: ThreadLog;
  query(sql: string): Promise<Row[] | string>;
  /** Gives the panel a file as if it were dropped; parts are made here so that large ones need not cross over. */
  drop(name: string, parts: readonly (string | readonly number[])[]): void;
  /** Drops a CSV of that many rows, made here. Answers with its size in bytes. */
  dropLarge(rows: number): Promise<number>;
  /** Ends the engine's worker as a query that would not stop does. */
  restart(): Promise<void>;
}

export interface ThreadLog {
  /** Times this thread read bytes of a file itself. */
  reads: number;
  /** Bytes of each piece that the reader's worker handed over. */
  pieces: number[];
  /** Turns in which the page was free to answer. */
  turns: number;
}

declare global {
  var labFiles: LabFiles;
}

let engine: Promise<BrowserEngine> | null = null;
const start = () => (engine ??= Promise.resolve(openBrowser({ release: 'release/datapackage.json' })));

const thread: ThreadLog = { reads: 0, pieces: [], turns: 0 };
for (const name of ['arrayBuffer', 'stream', 'text'] as const) {
  const read = Reflect.get(Blob.prototype, name) as () => unknown;
  Reflect.set(Blob.prototype, name, function (this: Blob) {
    thread.reads += 1;
    return read.call(this);
  });
}
globalThis.Worker = class extends Worker {
  constructor(...of: ConstructorParameters<typeof Worker>) {
    super(...of);
    this.addEventListener('message', ({ data }: MessageEvent<{ readonly piece?: Uint8Array } | null>) => {
      if (data?.piece instanceof Uint8Array) thread.pieces.push(data.piece.byteLength);
    });
  }
};
(function turn(): void {
  thread.turns += 1;
  setTimeout(turn);
})();

const element = document.querySelector<HTMLElement>('#panel');
if (!element) throw new Error('The page has no panel.');
const added: OwnTableInfo[] = [];
const removed: string[] = [];
const inserted: string[] = [];
new FilesPanel(element, start, {
  added: (table) => added.push(table),
  removed: (name) => removed.push(name),
  insert: (sql) => inserted.push(sql),
});

function dropFile(file: File): void {
  const data = new DataTransfer();
  data.items.add(file);
  element?.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
}

const handle: LabFiles = {
  added,
  removed,
  inserted,
  thread,
  query: async (sql) => {
    try {
      return await (await start()).query(sql, {}, { needs: [] });
    } catch (error) {
      return String(error);
    }
  },
  drop: (name, parts) =>
    dropFile(
      new File(
        parts.map((part) => (typeof part === 'string' ? part : Uint8Array.from(part))),
        name,
      ),
    ),
  dropLarge: async (rows) => {
    const parts: Blob[] = [new Blob(['id,iso3,year,value,share,label\n'])];
    for (let start = 0; start < rows; start += 20_000) {
      parts.push(new Blob([rowsFrom(start, Math.min(start + 20_000, rows))]));
    }
    const file = new File(parts, 'large.csv');
    Object.assign(thread, { reads: 0, pieces: [], turns: 0 });
    dropFile(file);
    return file.size;
  },
  restart: async () => {
    // Nothing finds the end of it, and DuckDB does not hear that it is cancelled.
    const endless = 'SELECT count(*) FROM range(100000000) a(i), range(100000) b(j) WHERE i * j = -1';
    await (
      await start()
    )
      .query(endless, {}, { needs: [], signal: AbortSignal.timeout(200) })
      .catch(() => undefined);
  },
};

// Not by an assignment: the compiler reads the bundle of this page too, and would take its word for the type.
Object.assign(globalThis, { labFiles: handle });

const CODES = ['NOR', 'FRA', 'CHN', 'USA', 'NAM'];

function rowsFrom(first: number, end: number): string {
  let text = '';
  for (let n = first; n < end; n++)
    text += `${n},${CODES[n % 5] ?? ''},${2000 + (n % 24)},${(n * 7919) % 100_003},${(n % 1000) / 8},"label of the row, number ${n}: ${'abcdefghij'.repeat(4)}"\n`;
  return text;
}
