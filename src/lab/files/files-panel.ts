import { quantity } from '../../charts/format.ts';
import type { BrowserEngine } from '../../engine/browser.ts';
import { chooseFile, takeDrops } from './choose-file.ts';
import { h } from './dom.ts';
import { loadWords } from './load-bar.ts';
import { problemsOf, type LoadedTable, type LoadWatch } from './load-table.ts';
import { OpenedFile } from './opened-file.ts';
import { ownTableRow, type OwnTableInfo } from './own-table.ts';
import type { RegisterRow } from './places.ts';
import { readRegister } from './register.ts';

export type { OwnTableInfo } from './own-table.ts';

export interface FilesPanelOptions {
  added(table: OwnTableInfo): void;
  removed(name: string): void;
  /** Puts a query into the editor; without it tables have no such button. */
  insert?: ((sql: string) => void) | undefined;
  /** Names that the release's tables and relations have. The engine refuses them in any case. */
  taken?: readonly string[] | undefined;
}

/**
 * The reader's own files: chosen, looked at, loaded, listed. Nothing in here throws; each failure is told in words, and
 * the next file can be chosen. Needs `lab-files.css`.
 */
export class FilesPanel {
  readonly #engine: () => Promise<BrowserEngine>;
  readonly #options: FilesPanelOptions;
  readonly #chooser: HTMLElement;
  readonly #status = h('p', { role: 'status', class: 'file-status' });
  readonly #list = h('ul', { class: 'own-tables', 'aria-label': 'Your tables' });
  readonly #names = new Set<string>();
  #opened: OpenedFile | null = null;
  #register: Promise<void> | null = null;
  #places: readonly RegisterRow[] | null = null;

  /**
   * @param element an empty element, in whose place the panel is
   * @param engine brings the database; not called before a file is chosen
   */
  constructor(element: HTMLElement, engine: () => Promise<BrowserEngine>, options: FilesPanelOptions) {
    this.#engine = engine;
    this.#options = options;
    const open = (file: File) => this.#open(file);
    this.#chooser = chooseFile(open);
    element.classList.add('lab-files');
    element.append(this.#chooser, this.#status, this.#list);
    takeDrops(element, open);
  }

  #open(file: File): void {
    if (this.#opened?.loading) {
      this.#say('One file at a time: wait for this one, or cancel it.');
      return;
    }
    this.#opened?.close();
    const opened = new OpenedFile(file, {
      engine: this.#engine,
      register: () => this.#places,
      taken: () => [...this.#names, ...(this.#options.taken ?? [])],
      say: (words, seen) => this.#say(words, seen),
      loaded: (from, loaded, life) => this.#add(from, loaded, life),
      closed: () => {
        this.#opened = null;
        this.#say('');
        this.#focusChooser();
      },
    });
    this.#opened = opened;
    this.#status.after(opened.element);
    void opened.open();
    this.#fetchPlaces();
  }

  /** Brings the register of places, and with it the engine, while the reader looks at the file. */
  #fetchPlaces(): void {
    this.#register ??= this.#engine()
      .then(readRegister)
      .then((places) => {
        this.#places = places;
        return this.#opened?.placesKnown();
      })
      // Without the register places are not pointed out; a load will say what is wrong with the engine.
      .catch(() => {
        this.#register = null;
      });
  }

  #add(file: File, { table, notes }: LoadedTable, life: AbortController): LoadWatch {
    this.#opened = null;
    const row = ownTableRow(table, file, notes, {
      insert: this.#options.insert ?? null,
      remove: () => void this.#remove(table.name, row.element, life),
    });
    this.#names.add(table.name);
    this.#list.append(row.element);
    const size = `${quantity(table.rows, 'rows')} and ${quantity(table.columns.length, 'columns')}`;
    this.#say(`The table ${table.name} is loaded: ${size}.`);
    row.focus();
    this.#options.added(table);
    return {
      progress: (progress) =>
        row.again(progress ? `Reading it again: ${loadWords(progress, file.size)}` : 'Reading it again …'),
      ended: (error) => row.again(error === null || life.signal.aborted ? null : failedAgain(error)),
    };
  }

  async #remove(name: string, row: HTMLElement, life: AbortController): Promise<void> {
    life.abort();
    row.remove();
    this.#names.delete(name);
    this.#say(`The table ${name} is removed.`);
    this.#focusChooser();
    this.#options.removed(name);
    // An engine that is gone has no such table any more.
    await this.#engine()
      .then((engine) => engine.dropTable(name))
      .catch(() => undefined);
  }

  #say(words: string, seen?: 'seen'): void {
    this.#status.classList.toggle('visually-hidden', seen !== undefined);
    this.#status.textContent = words;
  }

  #focusChooser(): void {
    this.#chooser.querySelector('input')?.focus();
  }
}

const failedAgain = (error: unknown): string => {
  const { problems } = problemsOf(error, null);
  return `It could not be read again: ${problems.map(({ words }) => words).join(' ')} Remove it, and choose the file anew.`;
};
