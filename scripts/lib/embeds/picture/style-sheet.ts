import { compile } from 'css-select';
import type { Element } from './dom.ts';
import { transform } from 'lightningcss';

/** One selector of a rule, and what it gives. */
export interface StyleRule {
  readonly matches: (element: Element) => boolean;
  /** Weight of the selector; among equals the later rule holds. */
  readonly specificity: number;
  readonly declarations: readonly (readonly [property: string, value: string])[];
}

/**
 * The rules of style sheets that hold for a light page on a screen that nobody points at, weakest first. Rules under a condition (`@media`) are for
 * others.
 * @throws {Error} on a selector that looks at neighbours or places among them: what is known of an element is kept by its ancestors
 */
export function styleRules(sheets: readonly string[]): readonly StyleRule[] {
  return sheets
    .flatMap((css) => blocks(css))
    .flatMap(({ selectors, body }) => {
      const declarations = declarationsOf(body);
      return splitList(selectors)
        .filter((selector) => !POINTED_AT.test(selector))
        .map((selector) => {
          if (AMONG_OTHERS.test(selector))
            throw new Error(
              `The pictures of embeds cannot follow "${selector}": only classes, attributes, types and ancestors.`,
            );
          return {
            matches: compile<unknown, Element>(selector, { xmlMode: true }) as StyleRule['matches'],
            specificity: specificityOf(selector),
            declarations,
          };
        });
    })
    .sort((a, b) => a.specificity - b.specificity);
}

/** What only a reader at the page can make true. */
const POINTED_AT = /:(hover|focus|focus-visible|focus-within|active)\b/;
/** What looks at neighbours, or at places among them. */
const AMONG_OTHERS = /[+~]|:(nth|first|last|only|empty|has)\b/;

/** Rules at the top of a sheet, as lightningcss writes them: without comments and spare space. */
function blocks(css: string): { selectors: string; body: string }[] {
  const code = transform({ filename: 'sheet.css', code: Buffer.from(css), minify: true }).code.toString();
  const found: { selectors: string; body: string }[] = [];
  let at = 0;
  while (at < code.length) {
    const open = code.indexOf('{', at);
    if (open < 0) break;
    const close = closing(code, open);
    const selectors = code.slice(at, open);
    if (!selectors.startsWith('@')) found.push({ selectors, body: code.slice(open + 1, close) });
    at = close + 1;
  }
  return found;
}

function closing(code: string, open: number): number {
  let depth = 0;
  for (let at = open; at < code.length; at += 1) {
    if (code[at] === '{') depth += 1;
    else if (code[at] === '}' && --depth === 0) return at;
  }
  throw new Error('A block of a style sheet has no end.');
}

const declarationsOf = (body: string): (readonly [string, string])[] =>
  body
    .split(';')
    .filter(Boolean)
    .map((declaration) => {
      const colon = declaration.indexOf(':', declaration.startsWith('--') ? 2 : 0);
      return [declaration.slice(0, colon).trim(), declaration.slice(colon + 1).trim()] as const;
    });

/** The parts of a list that is set apart by commas, those in brackets left whole. */
export function splitList(list: string): string[] {
  const parts: string[] = [];
  let [depth, from] = [0, 0];
  for (let at = 0; at <= list.length; at += 1) {
    const sign = list[at];
    if (sign === '(' || sign === '[') depth += 1;
    else if (sign === ')' || sign === ']') depth -= 1;
    else if (at === list.length || (sign === ',' && depth === 0)) {
      parts.push(list.slice(from, at).trim());
      from = at + 1;
    }
  }
  return parts;
}

/** Weight of a selector (Selectors 4, 17), as one number: ids, then classes and their like, then types. */
export function specificityOf(selector: string): number {
  let [rest, inner] = [selector, 0];
  for (;;) {
    const [call, name = ''] = /:(is|not|where)\(/.exec(rest) ?? [];
    if (call === undefined) break;
    const start = rest.indexOf(call);
    const end = bracketEnd(rest, start + call.length);
    if (name !== 'where')
      inner += Math.max(...splitList(rest.slice(start + call.length, end)).map(specificityOf));
    rest = rest.slice(0, start) + rest.slice(end + 1);
  }
  const count = (pattern: RegExp): number => rest.match(pattern)?.length ?? 0;
  const classes = count(/\.[\w-]+|\[[^\]]*\]|:[\w-]+/g);
  const types = count(/(?<![\w.#:[-])[a-z][\w-]*(?![^[]*\])/gi);
  return inner + count(/#[\w-]+/g) * 10_000 + classes * 100 + types;
}

function bracketEnd(text: string, from: number): number {
  let depth = 1;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '(') depth += 1;
    else if (text[at] === ')' && --depth === 0) return at;
  }
  throw new Error(`"${text}" has a bracket without an end.`);
}
