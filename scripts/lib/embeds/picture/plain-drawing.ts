import { isElement, type Element, type Node } from './dom.ts';
import { parseDocument } from 'htmlparser2';
import type { Markup } from '../../../../src/charts/svg.ts';
import { DROPPED, keptAttribute, keptName, UNSEEN, WORDS } from '../../../../src/files/kept.ts';
import { INITIAL } from '../../../../src/files/presentation.ts';
import type { BaseShapes } from './base-shapes.ts';
import type { Style, Styler } from './styler.ts';

/** A drawing that needs no style sheet and no other file. */
interface PlainDrawing {
  /** Of its view box, in user units. */
  readonly width: number;
  readonly height: number;
  /** The drawing as an `svg` element, at a place. */
  at(x: number, y: number): Markup;
}

/**
 * Makes a drawing of the site a picture of its own, as src/live/take/plain-copy.ts does in a browser: styles in attributes, what is
 * hidden and what only a page can use left out, shapes of the base map brought in.
 * @param markup an `svg` element as src/charts writes it
 * @param classes of the figure that it stands in: "figure layer-papers"
 */
export function plainDrawing(
  markup: Markup,
  classes: string,
  { styler, shapes }: { readonly styler: Styler; readonly shapes: BaseShapes },
): PlainDrawing {
  const document = parseDocument(`<figure class="${classes}">${markup}</figure>`, {
    xmlMode: true,
    // What is escaped stays so: it is written again as it was.
    decodeEntities: false,
  });
  const figure = document.children[0] as Element;
  const drawing = figure.children.find(isElement);
  if (drawing?.name !== 'svg') throw new Error('A figure has no drawing.');
  const [, , width = NaN, height = NaN] = (drawing.attribs['viewBox'] ?? '').split(/[\s,]+/).map(Number);
  if (!(width > 0 && height > 0)) throw new Error('A drawing has no view box.');

  const used = new Set<string>();
  // The figure gives its variables, and says nothing in the file: what it gives is said anew on the drawing.
  const around = { ...styler.of(figure, styler.outside), inherited: INITIAL };
  const style = styler.of(drawing, around);
  const opening = openingOf(drawing, style, true);
  const inside = drawing.children.map((child) => written(child, style)).join('');
  // A title is the first child of what it names.
  const words = drawing.children.findLastIndex((child) => isElement(child) && WORDS.has(child.name));
  const head = drawing.children
    .slice(0, words + 1)
    .map((child) => written(child, style))
    .join('');
  const home = shapes.defs(used);
  return {
    width,
    height,
    at: (x, y) =>
      `<svg x="${x}" y="${y}" width="${width}" height="${height}"${opening}>${head}${home}${inside.slice(head.length)}</svg>` as Markup,
  };

  function written(node: Node, parent: Style): string {
    if (node.type === 'text') return node.data;
    if (!isElement(node) || DROPPED.has(node.name)) return '';
    if (WORDS.has(node.name)) return `<${node.name}${kept(node)}>${textOf(node)}</${node.name}>`;
    const own = styler.of(node, parent);
    const unseen = UNSEEN.has(node.name);
    if (!unseen && own.display === 'none') return '';
    if (node.name === 'use' && !bring(node)) return '';
    const children = node.children.map((child) => written(child, own)).join('');
    const hidden = !unseen && own.inherited['visibility'] !== 'visible';
    if (hidden && !children.includes('visibility="visible"')) return '';
    const name = keptName(node.name);
    const open = `<${name}${openingOf(node, own)}`;
    return children ? `${open}>${children}</${name}>` : `${open}/>`;
  }

  /** Points a `use` at the shape in this file; false where the base map has none of that name. */
  function bring(use: Element): boolean {
    const href = use.attribs['href'] ?? use.attribs['xlink:href'] ?? '';
    if (href.startsWith('#')) return true;
    const name = href.split('#')[1] ?? '';
    if (!shapes.has(name)) return false;
    used.add(name);
    delete use.attribs['xlink:href'];
    use.attribs['href'] = `#${shapes.idOf(name)}`;
    return true;
  }
}

const openingOf = (element: Element, style: Style, outermost = false): string =>
  `${kept(element, outermost)}${style.attributes}${element.name === 'svg' ? ` overflow="${style.overflow === 'visible' ? 'visible' : 'hidden'}"` : ''}`;

/** Width and height of the drawing itself are those of its view box. */
const kept = (element: Element, outermost = false): string =>
  Object.entries(element.attribs)
    .filter(([name]) => !(outermost && (name === 'width' || name === 'height')))
    .map(([name, value]) => {
      const as = keptAttribute(name, element.name, outermost);
      return as === null ? '' : ` ${as}="${value}"`;
    })
    .join('');

const textOf = (element: Element): string =>
  element.children.map((child) => (child.type === 'text' ? child.data : '')).join('');
