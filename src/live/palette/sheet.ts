/** The parts of the palette's window. */
export interface Sheet {
  readonly dialog: HTMLDialogElement;
  readonly field: HTMLInputElement;
  readonly close: HTMLButtonElement;
  /** Where the list goes. */
  readonly middle: HTMLElement;
  /** What is said instead of a list. */
  readonly nothing: HTMLElement;
  /** What is said under a list that is cut. */
  readonly more: HTMLElement;
  /** Says how much was found. */
  readonly status: HTMLElement;
}

/** Makes the window of the palette, closed, at the end of the page. */
export function makeSheet(id: string): Sheet {
  const dialog = make('dialog', 'palette no-print');
  dialog.id = id;
  dialog.setAttribute('aria-label', 'Commands');
  const field = make('input', 'palette-field');
  Object.assign(field, {
    type: 'text',
    autocomplete: 'off',
    spellcheck: false,
    enterKeyHint: 'go',
    placeholder: 'Find a country, a layer, a view …',
  });
  field.setAttribute('autocapitalize', 'off');
  for (const [name, value] of Object.entries({
    role: 'combobox',
    'aria-label': 'Find a command',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': `${id}-list`,
  }))
    field.setAttribute(name, value);
  const close = make('button', 'palette-close');
  close.type = 'button';
  close.textContent = '×';
  close.setAttribute('aria-label', 'Close');
  const head = make('div', 'palette-head');
  head.append(field, close);
  const middle = make('div', 'palette-middle');
  const nothing = make('p', 'palette-nothing');
  const more = make('p', 'palette-more');
  const status = make('p', 'visually-hidden');
  status.setAttribute('role', 'status');
  dialog.append(head, middle, nothing, more, status);
  document.body.append(dialog);
  return { dialog, field, close, middle, nothing, more, status };
}

function make<K extends keyof HTMLElementTagNameMap>(name: K, className: string): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  element.className = className;
  return element;
}
