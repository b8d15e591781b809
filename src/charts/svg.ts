/** The smallest thing that writes SVG text: elements, attributes, escaping. Pure, the same in Node and in the browser. */

export type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>;
/** SVG text that is already escaped. */
export type Markup = string & { readonly __markup: true };
type Child = Markup | null | undefined | false | readonly Child[];

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Escapes text for element content and for attribute values. */
export const text = (value: string | number): Markup =>
  String(value).replace(/[&<>"]/g, (c) => ESCAPES[c] ?? c) as Markup;

const flatten = (child: Child): string =>
  typeof child === 'string' ? child : Array.isArray(child) ? child.map(flatten).join('') : '';

/**
 * An element. Attributes that are null, undefined or false are left out; true writes the bare name.
 * Numbers are rounded to one decimal: at the sizes we draw, a tenth of a pixel is below sight and halves the bytes.
 */
export function el(name: string, attributes: Attributes = {}, ...children: Child[]): Markup {
  let out = `<${name}`;
  for (const [key, value] of Object.entries(attributes)) {
    if (value == null || value === false) continue;
    if (value === true) out += ` ${key}`;
    else out += ` ${key}="${typeof value === 'number' ? round(value) : text(value)}"`;
  }
  const body = children.map(flatten).join('');
  return (body ? `${out}>${body}</${name}>` : `${out}/>`) as Markup;
}

/** One decimal, without a trailing zero. */
export const round = (value: number): string => String(Math.round(value * 10) / 10);
