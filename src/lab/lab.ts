import { lazyEngine } from '../live/engine.ts';
import { progressWords } from '../live/progress-words.ts';
import { EditorSlot } from './editor-slot.ts';
import { EXAMPLES } from './examples.ts';
import { HistoryList } from './history-list.ts';
import { History } from './history.ts';
import { need } from './lab-dom.ts';
import { Link } from './lab-link.ts';
import { Panels } from './lab-panels.ts';
import { Status } from './lab-status.ts';
import { outcome, rowsInWords } from './lab-words.ts';
import { makeLayout, type Layout } from './layout.ts';
import { failureOf } from './run-error.ts';
import { Runner, type Phase } from './run.ts';
import { SchemaPanel } from './schema-panel.ts';

/** Brings the SQL lab to life. The page is whole without it. */
export function startLab(page: HTMLElement): void {
  new Lab(page);
}

class Lab {
  readonly #page: HTMLElement;
  readonly #status: Status;
  readonly #slot: EditorSlot;
  readonly #schema: SchemaPanel;
  readonly #history: History;
  readonly #list: HistoryList;
  readonly #layout: Layout;
  readonly #link: Link;
  readonly #runner: Runner;
  readonly #panels: Panels;

  constructor(page: HTMLElement) {
    this.#page = page;
    this.#status = new Status(page);
    const engine = lazyEngine(addressOf('data-release'), (progress) => {
      if (this.#runner.running)
        this.#status.progress(progressWords(progress, (table) => `the table ${table}`));
    });
    this.#schema = new SchemaPanel(need(page, '[data-panel=tables]'), {
      insert: (name, byKeyboard) => this.#insert(name, byKeyboard),
    });
    this.#slot = new EditorSlot(need(page, '[data-editor]'), {
      values: addressOf('data-values'),
      run: () => void this.#run(),
      tables: () => this.#schema.tables,
    });
    this.#runner = new Runner({
      engine,
      names: this.#schema.tables.map(({ name }) => name),
      onPhase: (phase) => this.#tell(phase),
    });
    this.#panels = new Panels(page, {
      engine,
      runner: this.#runner,
      schema: this.#schema,
      open: (sql) => this.#open(sql),
    });
    this.#history = new History(() => localStorage);
    this.#list = new HistoryList(need(page, '[data-history]'), this.#history, (sql) => this.#open(sql));
    this.#link = new Link(page, {
      text: () => this.#slot.editor.text,
      show: (sql) => (this.#slot.editor.text = sql),
      say: (words) => this.#status.say(words),
    });
    this.#layout = makeLayout(
      page,
      {
        query: () => this.#slot.editor.focus(),
        result: () => need(page, '#result').focus(),
        side: () => need(page, '[data-tab][aria-selected=true]').focus(),
      },
      (panel) => {
        if (panel === 'files') void this.#panels.openFiles();
      },
    );
    this.#listen();
    void this.#start();
  }

  async #start(): Promise<void> {
    const named = await this.#link.follow();
    const { draft } = this.#history;
    // What the reader wrote last, unless the address has something else.
    if (!named && draft !== null) this.#slot.editor.text = draft;
    need(this.#page, '[data-bar]').inert = false;
    this.#page.dataset['ready'] = '';
  }

  #listen(): void {
    const page = this.#page;
    // The code editor is a hundred kilobytes that a reader who only looks does not need.
    for (const sign of ['pointerover', 'focusin', 'keydown', 'touchstart'])
      page.addEventListener(sign, () => void this.#slot.improve(), { passive: true });
    need(page, '[data-run]').addEventListener('click', () => void this.#run());
    need(page, '[data-cancel]').addEventListener('click', () => this.#cancel());
    page.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && !event.defaultPrevented) this.#cancel();
    });
    need(page, '[data-jump]').addEventListener('click', () =>
      need(page, '[data-tab][aria-selected=true]').focus(),
    );
    page.addEventListener('dragenter', () => this.#layout.show('files'));
    for (const link of page.querySelectorAll<HTMLAnchorElement>('[data-questions] a'))
      link.addEventListener('click', (event) => {
        event.preventDefault();
        this.#openExample(new URL(link.href).hash.replace('#example-', ''));
      });
    for (const button of document.querySelectorAll<HTMLElement>('[data-open-example]'))
      button.addEventListener('click', () =>
        this.#openExample(button.closest<HTMLElement>('[data-example]')?.dataset['example'] ?? ''),
      );
    addEventListener('pagehide', () => this.#keepDraft());
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') this.#keepDraft();
    });
  }

  #keepDraft(): void {
    const { text } = this.#slot.editor;
    // What someone else wrote takes no place of what the reader did.
    if (text === this.#link.came) return;
    this.#history.draft = text.trim() && text !== EXAMPLES[0]?.sql ? text : null;
  }

  /** Runs what is selected, or all. */
  async #run(): Promise<void> {
    const { editor } = this.#slot;
    const { from, to } = editor.selection;
    const sql = editor.text.slice(from, to).trim() ? editor.text.slice(from, to) : editor.text;
    const offset = sql === editor.text ? 0 : from;
    this.#link.done();
    this.#status.clear();
    editor.mark(null);
    this.#busy(true);
    const start = performance.now();
    try {
      const answer = await this.#runner.run(sql);
      // Of a query that gave way to another, that other one tells.
      if (!answer) return;
      await this.#panels.show(answer, sql);
      this.#status.say(outcome(answer.table, answer.ms));
      this.#keep(sql, answer.ms, answer.table.rowCount);
    } catch (error) {
      const failure = failureOf(
        error,
        sql,
        this.#schema.tables.map(({ name }) => name),
      );
      const { place } = failure;
      const there = place && {
        from: place.from + offset,
        to: place.to + offset,
        line: place.line + editor.text.slice(0, offset).split('\n').length - 1,
      };
      this.#status.say('The query failed');
      this.#status.fail({ ...failure, place: there }, () => there && editor.goTo(there));
      editor.mark(there, failure.words);
      this.#keep(sql, performance.now() - start, null);
    } finally {
      this.#busy(this.#runner.running);
    }
  }

  #keep(sql: string, ms: number, rows: number | null): void {
    this.#history.add({ sql, at: new Date().toISOString(), ms: Math.round(ms), rows });
    this.#list.show();
    void this.#link.record();
  }

  #cancel(): void {
    if (!this.#runner.running) return;
    this.#runner.cancel();
    this.#status.say('Cancelled');
    this.#busy(false);
  }

  /** Cancel keeps its place and the focus, so it is never disabled, only said to be. */
  #busy(busy: boolean): void {
    need(this.#page, '[data-cancel]').setAttribute('aria-disabled', String(!busy));
    need(this.#page, '[data-pane=result]').setAttribute('aria-busy', String(busy));
  }

  #tell(phase: Phase): void {
    if (phase.at === 'loading') this.#status.wait('Loading …');
    else {
      this.#status.wait('Running …');
      if (phase.rows) this.#status.progress(`${rowsInWords(phase.rows)} so far`);
    }
  }

  #insert(name: string, byKeyboard: boolean): void {
    this.#slot.editor.insert(name);
    // By keyboard a reader may want to put in more than one, and F6 leads back.
    if (byKeyboard) this.#status.say(`${name} is in the query`);
    else this.#slot.editor.focus();
  }

  #openExample(id: string): void {
    const example = EXAMPLES.find((one) => one.id === id);
    if (example) this.#open(example.sql);
  }

  /** Puts a query in the editor, for the reader to run. */
  #open(sql: string): void {
    this.#link.done();
    this.#status.clear();
    this.#slot.editor.text = sql;
    this.#slot.editor.focus();
    need(this.#page, '[data-pane=query]').scrollIntoView({ block: 'nearest' });
  }
}

/** An address that the page's head names. */
function addressOf(name: string): string {
  const href = document.querySelector(`link[${name}]`)?.getAttribute('href');
  if (!href) throw new Error(`The page does not say where its ${name} is.`);
  return href;
}
