import type { BrowserEngine } from '../../engine/browser.ts';
import { faultOfName } from '../../engine/own-name.ts';
import { button, h } from './dom.ts';
import { keepFocus } from './keep-focus.ts';
import { loadBar } from './load-bar.ts';
import { problemsOf, type LoadedTable, type LoadWatch } from './load-table.ts';
import { Looks, type Looked } from './looks.ts';
import type { RegisterRow } from './places.ts';
import { previewForm } from './preview-form.ts';
import type { Preview } from './preview.ts';
import type { Problem } from './problem.ts';
import { problemForm } from './problem-form.ts';
import type { Choices } from './reading.ts';
import { loadUnlessEnded, Relay } from './run-load.ts';
import { sizeWords } from './size.ts';
import { suggestName } from './table-name.ts';

/** What an opened file needs of the panel. */
export interface FileHost {
  readonly engine: () => Promise<BrowserEngine>;
  readonly register: () => readonly RegisterRow[] | null;
  /** Names that tables have. */
  readonly taken: () => readonly string[];
  /** Tells everyone, screen readers too; or only them, what others see anyway. */
  readonly say: (words: string, seen?: 'seen') => void;
  /**
   * Takes a loaded table.
   * @param life aborting it ends every later load of the table
   * @returns who is told when the engine reads the file anew
   */
  readonly loaded: (file: File, loaded: LoadedTable, life: AbortController) => LoadWatch;
  /** The file is done with, without a table. */
  readonly closed: () => void;
}

/** A file between the moment it is chosen and the moment it is a table: looked at, decided on, loaded. */
export class OpenedFile {
  readonly element = h('div', { class: 'file-work' });
  readonly #file: File;
  readonly #host: FileHost;
  readonly #looks: Looks;
  readonly #title: HTMLElement;
  /** What stopped the last load; its choices load again. */
  #stopped: readonly Problem[] = [];
  #name: string;
  #nameFault: string | null = null;
  /** First column in sight. */
  #first = 0;
  /** Ends the load under way. */
  #load: AbortController | null = null;

  constructor(file: File, host: FileHost) {
    this.#file = file;
    this.#host = host;
    this.#looks = new Looks(file, host.register);
    this.#name = suggestName(file.name, host.taken());
    this.#title = h(
      'p',
      { class: 'file-title', tabindex: -1 },
      h('b', {}, file.name),
      ` ${sizeWords(file.size)}`,
    );
  }

  get loading(): boolean {
    return this.#load !== null;
  }

  /** Shows the file for the first time. */
  async open(): Promise<void> {
    this.#host.say(`Reading the start of ${this.#file.name} …`);
    if ((await this.#look()) !== 'superseded') this.#focusNews();
  }

  /** Looks again, now that the places of the atlas are known; after what the reader has just chosen. */
  async placesKnown(): Promise<void> {
    await this.#looks.settled();
    if (this.#looks.preview?.kind !== 'csv' || this.loading) return;
    if ((await this.#looks.look()) === 'new' && !this.loading) this.#show();
  }

  close(): void {
    this.#looks.stop();
    this.#load?.abort();
    this.element.remove();
  }

  async #look(change: Partial<Choices> = {}): Promise<Looked> {
    const looked = await this.#looks.look(change);
    if (looked === 'superseded') return looked;
    this.#stopped = [];
    this.#show();
    this.#saySummary();
    return looked;
  }

  get #problems(): readonly Problem[] {
    return this.#stopped.length ? this.#stopped : this.#looks.problems;
  }

  #saySummary(): void {
    const { name } = this.#file;
    if (this.#problems.length)
      this.#host.say(`${name}: ${this.#problems.map(({ words }) => words).join(' ')}`, 'seen');
    else if (this.#looks.preview?.kind === 'parquet') this.#host.say(`${name} is ready to load.`);
    else this.#host.say(`${name}: look at the first rows, then load the table.`);
  }

  #show(): void {
    const { preview } = this.#looks;
    keepFocus(this.element, [
      this.#title,
      ...(this.#problems.length ? [this.#problemForm()] : []),
      preview ? this.#form(preview) : button('Close', () => this.#cancel(), { name: 'cancel' }),
    ]);
  }

  #problemForm(): HTMLElement {
    const stopped = this.#stopped.length > 0;
    return problemForm(
      this.#problems,
      stopped ? 'Load with these choices' : 'Go on with these choices',
      (change) => void this.#decide(change, stopped),
    );
  }

  async #decide(change: Choices, load: boolean): Promise<void> {
    if ((await this.#look(change)) === 'superseded') return;
    if (load && !this.#problems.length) await this.#startLoad();
    else this.#focusNews();
  }

  #form(preview: Preview): HTMLElement {
    const state = { preview, name: this.#name, nameFault: this.#nameFault, first: this.#first };
    return previewForm(state, {
      choose: (change) => void this.#look(change),
      name: (name) => {
        this.#name = name;
        this.#checkName();
      },
      page: (first) => {
        this.#first = first;
        this.#show();
      },
      load: () => void this.#startLoad(),
      cancel: () => this.#cancel(),
    });
  }

  /** Says what is wrong with the name beside it. */
  #checkName(fault = faultOfTableName(this.#name, this.#host.taken())): void {
    this.#nameFault = fault;
    this.element.querySelector('input[name="table"]')?.toggleAttribute('aria-invalid', fault !== null);
    const line = this.element.querySelector('.file-fault');
    if (line) line.textContent = fault ?? '';
  }

  async #startLoad(): Promise<void> {
    // What was chosen a moment ago counts.
    await this.#looks.settled();
    const { preview } = this.#looks;
    if (!preview || this.loading || !this.element.isConnected) return;
    this.#checkName();
    if (this.#nameFault) return this.#askForName();
    if (this.#problems.some(({ ways }) => ways.length)) {
      this.#host.say('First choose how to go on.');
      return this.#focusNews();
    }
    this.#looks.stop();
    await this.#run(preview, (this.#load = new AbortController()));
  }

  async #run(preview: Preview, life: AbortController): Promise<void> {
    const bar = loadBar(this.#file, () => life.abort());
    this.element.replaceChildren(this.#title, bar.element);
    bar.show(null);
    bar.element.querySelector('button')?.focus();
    this.#host.say(`Loading ${this.#file.name} …`);
    const relay = new Relay({ progress: bar.show, ended: () => undefined });
    const register = this.#host.register() ?? [];
    const { signal } = life;
    try {
      const loading = { file: this.#file, name: this.#name, preview, register, watch: relay, signal };
      const loaded = await loadUnlessEnded(this.#host.engine, loading);
      this.element.remove();
      relay.to = this.#host.loaded(this.#file, loaded, life);
    } catch (error) {
      this.#load = null;
      // The panel may have gone on to another file.
      if (!this.element.isConnected) return;
      this.#ended(error, preview, relay.begun, signal.aborted);
    }
  }

  /** Why a load ended without a table: on request, for its name, or for what is in the file. */
  #ended(error: unknown, preview: Preview, begun: boolean, cancelled: boolean): void {
    const named = !cancelled && !begun && error instanceof Error && error.name === 'Error';
    this.#stopped = cancelled || named ? [] : problemsOf(error, preview).problems;
    this.#show();
    if (cancelled) {
      this.#host.say(`The load of ${this.#file.name} was cancelled. Nothing of it was kept.`);
      this.#title.focus();
    } else if (named) {
      // The engine would not have it: the release has a table so called.
      this.#checkName(error.message);
      this.#askForName();
    } else {
      this.#saySummary();
      this.#focusNews();
    }
  }

  #askForName(): void {
    this.#host.say(this.#nameFault ?? '', 'seen');
    this.element.querySelector<HTMLElement>('input[name="table"]')?.focus();
  }

  /** To what must be decided, if anything must, else to the file's name, with all that follows it. */
  #focusNews(): void {
    (this.element.querySelector<HTMLElement>('.file-problems') ?? this.#title).focus();
  }

  #cancel(): void {
    this.close();
    this.#host.closed();
  }
}

/** What is wrong with a name for a table, in words; null if it will do. */
function faultOfTableName(name: string, taken: readonly string[]): string | null {
  const own = taken.find((one) => one.toLowerCase() === name.toLowerCase());
  return own ? `There is a table ${own} already: choose another name.` : faultOfName(name, []);
}
