type Props<K extends keyof HTMLElementTagNameMap> = Partial<
  Omit<HTMLElementTagNameMap[K], 'style' | 'dataset' | 'children'>
>;
type Attributes = Readonly<Record<string, string | number | null>>;

/** An element with its properties, attributes (null leaves one out) and children. */
export function make<K extends keyof HTMLElementTagNameMap>(
  name: K,
  props: Props<K> = {},
  attributes: Attributes = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = Object.assign(document.createElement(name), props);
  for (const [key, value] of Object.entries(attributes))
    if (value !== null) element.setAttribute(key, String(value));
  element.append(...children);
  return element;
}

let count = 0;
/** An id that no other element of the page has. */
export const freshId = (prefix: string): string => `${prefix}-${++count}`;
