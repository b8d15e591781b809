import { importAnew } from '../engine/browser/import-anew.ts';
import type { BrowserEngine } from '../engine/browser.ts';
import { EXAMPLES } from './examples.ts';
import type { FilesPanel } from './files/files-panel.ts';
import { need } from './lab-dom.ts';
import { fileBase, questionOf } from './lab-words.ts';
import type { ResultPanel } from './result/result-panel.ts';
import type { Answer, Runner } from './run.ts';
import type { SchemaPanel } from './schema-panel.ts';

interface Options {
  readonly engine: () => Promise<BrowserEngine>;
  readonly runner: Runner;
  readonly schema: SchemaPanel;
  /** Puts a query in the editor. */
  readonly open: (sql: string) => void;
}

/** The larger parts of the page, each fetched when it is first needed: what an answer is shown in, and the reader's files. */
export class Panels {
  readonly #page: HTMLElement;
  readonly #options: Options;
  #result: Promise<ResultPanel> | null = null;
  #files: Promise<FilesPanel> | null = null;
  /** The query whose answer is shown. */
  #shown = '';

  constructor(page: HTMLElement, options: Options) {
    this.#page = page;
    this.#options = options;
  }

  /** Shows an answer. @throws {Error} in words if the part of the page that does cannot be had */
  async show({ table, ms, needs }: Answer, sql: string): Promise<void> {
    const { engine, runner } = this.#options;
    const element = need(this.#page, '[data-result]');
    this.#result ??= importAnew(() => import('./result/result-panel.ts')).then(
      (module) => new module.ResultPanel(element, engine, { files: () => fileBase(this.#shown) }),
    );
    const panel = await this.#result.catch((cause: unknown) => {
      this.#result = null;
      throw new Error(
        'The answer is there, but the part of the page that shows it could not be loaded. Check the connection and run the query again.',
        { cause },
      );
    });
    this.#shown = sql;
    need(this.#page, '[data-none]').hidden = true;
    const title = EXAMPLES.find((example) => example.sql === sql.trim())?.question ?? questionOf(sql);
    panel.show(table, {
      sql,
      ms,
      needs,
      run: (more, signal) => runner.quietly(more, signal),
      ...(title !== null && { title }),
    });
  }

  /** Brings the panel of the reader's own files; a failure is told in its place. */
  async openFiles(): Promise<void> {
    const { engine, schema, open } = this.#options;
    const element = need(this.#page, '[data-files]');
    if (!this.#files) element.textContent = '';
    this.#files ??= importAnew(() => import('./files/files-panel.ts')).then(
      (module) =>
        new module.FilesPanel(element, engine, {
          added: ({ name, columns, rows }) =>
            schema.add({
              name,
              kind: 'own',
              description: 'A file of yours, in this browser only.',
              rows,
              columns,
            }),
          removed: (name) => schema.remove(name),
          insert: open,
          taken: schema.tables.filter(({ kind }) => kind !== 'own').map(({ name }) => name),
        }),
    );
    try {
      await this.#files;
    } catch {
      this.#files = null;
      element.textContent =
        'This part of the page could not be loaded. Check the connection and open it again.';
    }
  }
}
