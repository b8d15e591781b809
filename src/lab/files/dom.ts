type Child = Node | string | null | false | undefined | readonly Child[];
type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** An element with attributes and children. True writes a bare attribute; false, null and undefined leave it out. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (value !== false && value != null) element.setAttribute(name, value === true ? '' : String(value));
  append(element, children);
  return element;
}

function append(element: HTMLElement, children: readonly Child[]): void {
  for (const child of children)
    if (Array.isArray(child)) append(element, child as readonly Child[]);
    else if (child) element.append(child as Node | string);
}

/** A button that does something. */
export function button(words: string, act: () => void, attributes: Attributes = {}): HTMLButtonElement {
  const element = h('button', { type: 'button', ...attributes }, words);
  element.addEventListener('click', act);
  return element;
}

/** A choice of one among few, under its label. Its value is what `options` are keyed by. */
export function choice<V extends string>(
  name: string,
  label: string,
  options: readonly (readonly [value: V, words: string])[],
  chosen: V,
  act: (value: V) => void,
): HTMLLabelElement {
  const select = h(
    'select',
    { name },
    options.map(([value, words]) => h('option', { value, selected: value === chosen }, words)),
  );
  select.addEventListener('change', () => act(select.value as V));
  return h('label', { class: 'file-choice' }, h('span', {}, label), select);
}

/** A box to tick, with its words. */
export function tick(
  name: string,
  words: Child,
  checked: boolean,
  act: (checked: boolean) => void,
): HTMLLabelElement {
  const input = h('input', { type: 'checkbox', name, checked });
  input.addEventListener('change', () => act(input.checked));
  return h('label', { class: 'file-tick' }, input, h('span', {}, words));
}
