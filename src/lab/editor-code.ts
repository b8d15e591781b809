import {
  acceptCompletion,
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionStatus,
  type CompletionResult,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { bracketMatching } from '@codemirror/language';
import { setDiagnostics } from '@codemirror/lint';
import { EditorState, Prec } from '@codemirror/state';
import { EditorView, highlightSpecialChars, keymap, lineNumbers, placeholder } from '@codemirror/view';
import type { LabTable, LabValues } from '../model/sql-lab.ts';
import { suggest } from './completion.ts';
import { DUCKDB } from './editor-dialect.ts';
import { THEME } from './editor-theme.ts';
import { spaced, type Editor } from './editor.ts';
import type { Place } from './run-error.ts';

export interface CodeEditorOptions {
  readonly text: string;
  readonly label: string;
  /** What is written where nothing is. */
  readonly placeholder: string;
  readonly run: () => void;
  /** What can be read from, as it stands when it is asked for: readers add files. */
  readonly tables: () => readonly LabTable[];
  readonly values: () => LabValues | null;
}

/** Suggestions in sight at once. The arrow keys bring the others; a list that scrolled would be one more thing to reach. */
const SHOWN = 9;

/** Whether the browser lets the editor have its styles under a policy without inline styles. */
export const canHoldCodeEditor = (): boolean => 'adoptedStyleSheets' in Document.prototype;

/**
 * CodeMirror with DuckDB's SQL. It lives in a shadow root, for only there are its styles constructed sheets; in the
 * document they would be a style element, which the policy of the site refuses. Colours reach it as CSS variables.
 */
export class CodeEditor implements Editor {
  readonly #view: EditorView;

  constructor(host: HTMLElement, options: CodeEditorOptions) {
    const root = host.attachShadow({ mode: 'open' });
    this.#view = new EditorView({
      parent: root,
      root,
      state: EditorState.create({ doc: options.text, extensions: extensionsOf(options) }),
    });
  }

  get text(): string {
    return this.#view.state.doc.toString();
  }

  set text(sql: string) {
    this.#view.dispatch({
      changes: { from: 0, to: this.#view.state.doc.length, insert: sql },
      selection: { anchor: 0 },
    });
    // Not by the editor's own scrolling, which would move the page too.
    this.#view.scrollDOM.scrollTop = 0;
    this.mark(null);
  }

  get selection(): { readonly from: number; readonly to: number } {
    const { from, to } = this.#view.state.selection.main;
    return { from, to };
  }

  /** Selects without taking the focus: the reader may be elsewhere. */
  select(from: number, to: number): void {
    this.#view.dispatch({ selection: { anchor: from, head: to } });
  }

  insert(text: string): void {
    const { from, to } = this.selection;
    const insert = spaced(this.#view.state.doc.sliceString(Math.max(0, from - 1), from), text);
    this.#view.dispatch({
      changes: { from, to, insert },
      selection: { anchor: from + insert.length },
      scrollIntoView: true,
      userEvent: 'input',
    });
  }

  goTo({ from, to }: Place): void {
    this.focus();
    this.#view.dispatch({ selection: { anchor: from, head: to }, scrollIntoView: true });
  }

  mark(place: Place | null, words = ''): void {
    const { length } = this.#view.state.doc;
    const diagnostics =
      place && place.from <= length
        ? [{ from: place.from, to: Math.min(place.to, length), severity: 'error' as const, message: words }]
        : [];
    this.#view.dispatch(setDiagnostics(this.#view.state, diagnostics));
    this.#view.contentDOM.setAttribute('aria-invalid', String(place !== null));
  }

  focus(): void {
    this.#view.focus();
  }
}

function extensionsOf({ label, placeholder: words, run, tables, values }: CodeEditorOptions) {
  const complete = ({ state, pos, explicit }: { state: EditorState; pos: number; explicit: boolean }) => {
    const found = suggest(state.doc.toString(), pos, tables(), values(), explicit);
    if (!found) return null;
    const { from, to, options, chosen } = found;
    const result: CompletionResult = {
      from,
      to,
      filter: !chosen,
      options: options.map(({ kind, info, apply, detail, label: name, boost }) => ({
        label: name,
        type: kind,
        ...(apply !== undefined && { apply }),
        ...(detail !== undefined && { detail }),
        ...(info !== undefined && { info }),
        ...(boost !== undefined && { boost: boost * 10 }),
      })),
    };
    return chosen ? result : { ...result, validFor: /^[\w$]*$/ };
  };
  const runs = () => {
    run();
    return true;
  };
  return [
    lineNumbers(),
    highlightSpecialChars(),
    history(),
    bracketMatching(),
    closeBrackets(),
    EditorView.lineWrapping,
    DUCKDB.language.data.of({ closeBrackets: { brackets: ['(', '[', '{', "'", '"'] } }),
    DUCKDB.extension,
    autocompletion({ override: [complete], icons: false, maxRenderedOptions: SHOWN }),
    placeholder(words),
    EditorView.domEventHandlers({ beforeinput: typeOver }),
    EditorView.contentAttributes.of({ 'aria-label': label, 'aria-multiline': 'true', tabindex: '0' }),
    THEME,
    // Tab takes a suggestion where one is shown, and leaves the editor everywhere else.
    Prec.highest(
      keymap.of([
        { key: 'Mod-Enter', run: runs },
        { key: 'Tab', run: take },
      ]),
    ),
    keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap]),
  ];
}

/** Takes the suggestion that is shown. One that has only just come is not taken, but Tab is not let through either. */
function take(view: EditorView): boolean {
  if (completionStatus(view.state) !== 'active') return false;
  acceptCompletion(view);
  return true;
}

/**
 * Types over what is selected. Left to itself Chromium would carry the colour of what it takes out to what it puts in,
 * by a style attribute, which the policy of the site refuses.
 */
function typeOver({ inputType, data, isComposing }: InputEvent, view: EditorView): boolean {
  const { from, to, empty } = view.state.selection.main;
  if (inputType !== 'insertText' || !data || isComposing || view.composing || empty) return false;
  const typed = () =>
    view.state.update(view.state.replaceSelection(data), { userEvent: 'input.type', scrollIntoView: true });
  // Brackets close themselves by such a handler.
  const handled = view.state
    .facet(EditorView.inputHandler)
    .some((handle) => handle(view, from, to, data, typed));
  if (!handled) view.dispatch(typed());
  return true;
}
