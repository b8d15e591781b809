import { importAnew } from '../engine/browser/import-anew.ts';
import { fetchJson } from '../live/fetch-json.ts';
import type { LabTable, LabValues } from '../model/sql-lab.ts';
import type * as Code from './editor-code.ts';
import { PlainEditor } from './editor-plain.ts';
import type { Editor } from './editor.ts';

interface Options {
  /** Address of the values that are completed. */
  readonly values: string;
  readonly run: () => void;
  readonly tables: () => readonly LabTable[];
}

const LABEL = 'SQL query. Escape, then Tab, leaves the editor.';

/**
 * The place of the editor: at first a plain field, then, once the reader has touched the page and it has arrived, the
 * code editor with what was written so far. If that never comes the field stays, and everything works with it.
 */
export class EditorSlot {
  readonly #slot: HTMLElement;
  readonly #options: Options;
  #plain: PlainEditor | null;
  #editor: Editor;
  #coming = false;
  #values: LabValues | null = null;

  constructor(slot: HTMLElement, options: Options) {
    this.#slot = slot;
    this.#options = options;
    const field = slot.querySelector('textarea');
    if (!field) throw new Error('The page has no field for a query.');
    this.#plain = new PlainEditor(field);
    this.#editor = this.#plain;
    field.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      options.run();
    });
  }

  get editor(): Editor {
    return this.#editor;
  }

  /** Brings the code editor, if it is not there. A failed load is tried again the next time. */
  async improve(): Promise<void> {
    if (this.#coming || !this.#plain) return;
    this.#coming = true;
    try {
      const [code] = await Promise.all([importAnew(() => import('./editor-code.ts')), this.#fetchValues()]);
      if (!code.canHoldCodeEditor()) return;
      await composed(this.#plain.field);
      await this.#swap(code);
    } catch {
      // The field does all that is needed.
      this.#coming = false;
    }
  }

  /** Values only help in writing: without them the editor comes all the same. */
  async #fetchValues(): Promise<void> {
    try {
      this.#values = (await fetchJson(this.#options.values)) as LabValues;
    } catch {
      this.#values = null;
    }
  }

  /** The editor is built out of sight, over the field: it measures itself, and would be seen to move. */
  async #swap({ CodeEditor }: typeof Code): Promise<void> {
    const plain = this.#plain;
    if (!plain) return;
    const host = document.createElement('div');
    host.className = 'lab-code';
    host.toggleAttribute('data-coming', true);
    this.#slot.append(host);
    const editor = new CodeEditor(host, {
      text: plain.text,
      label: LABEL,
      placeholder: 'SELECT … or choose an example',
      run: this.#options.run,
      tables: this.#options.tables,
      values: () => this.#values,
    });
    await frames();
    if (editor.text !== plain.text) editor.text = plain.text;
    editor.select(plain.selection.from, plain.selection.to);
    const focused = document.activeElement === plain.field;
    host.toggleAttribute('data-coming', false);
    plain.field.remove();
    this.#plain = null;
    this.#editor = editor;
    if (focused) editor.focus();
  }
}

/** Resolves once two frames were drawn, or soon where the page is not in sight and has none. */
const frames = (): Promise<void> =>
  new Promise((resolve) => {
    const late = setTimeout(resolve, 200);
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        clearTimeout(late);
        resolve();
      }),
    );
  });

/** Resolves when no character is being composed: to swap fields in its midst would lose it. */
const composed = (field: HTMLTextAreaElement): Promise<void> =>
  new Promise((resolve) => {
    let composing = false;
    const done = () => {
      composing = false;
      resolve();
    };
    field.addEventListener('compositionstart', () => (composing = true), { once: true });
    field.addEventListener('compositionend', done, { once: true });
    setTimeout(() => {
      if (!composing) resolve();
    });
  });
