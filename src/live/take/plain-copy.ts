import { DROPPED, keptAttribute, keptName, UNSEEN, WORDS } from '../../files/kept.ts';
import { INITIAL, presentationOf, type Presentation } from '../../files/presentation.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** A copy of a drawing that needs no style sheet, and what it still needs of other files. */
export interface PlainCopy {
  /** In a document of its own. Its size is that of its view box, in user units. */
  readonly root: SVGSVGElement;
  readonly width: number;
  readonly height: number;
  /** `use` elements of the copy that show a shape of another file, with the absolute address of that shape. */
  readonly uses: readonly { readonly element: Element; readonly href: string }[];
}

/**
 * Copies a drawing as it looks: what style sheets gave is written into attributes, what is hidden is left out, and so is
 * what only a page can use (classes, focus, handlers). Reads the page and changes nothing. Geometry is taken from attributes: a
 * style sheet that moves or sizes marks is not followed, but for `transform`.
 */
export function plainCopy(drawing: SVGSVGElement): PlainCopy {
  const copy = document.implementation.createDocument(SVG, 'svg');
  const uses: { element: Element; href: string }[] = [];
  const root = element(drawing, INITIAL);
  if (!root) throw new Error('The drawing is not in sight.');
  const { width, height } = sizeOf(drawing);
  root.setAttribute('width', String(width));
  root.setAttribute('height', String(height));
  return { root: root as SVGSVGElement, width, height, uses };

  function element(original: Element, around: Presentation): Element | null {
    const name = original.localName;
    if (original.namespaceURI !== SVG || DROPPED.has(name)) return null;
    const style = getComputedStyle(original);
    const unseen = UNSEEN.has(name);
    if (!unseen && style.display === 'none') return null;
    const { inherited, attributes } = WORDS.has(name)
      ? { inherited: around, attributes: {} }
      : presentationOf(style, around);
    const made = copy.createElementNS(SVG, keptName(name));
    copyAttributes(original, made, original === drawing);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    moved(original, style, made);
    if (name === 'svg') made.setAttribute('overflow', style.overflow === 'visible' ? 'visible' : 'hidden');
    if (name === 'use') refer(original, made);
    for (const child of original.childNodes) {
      const next =
        child instanceof Element
          ? element(child, inherited)
          : child instanceof Text
            ? copy.createTextNode(child.data)
            : null;
      if (next) made.append(next);
    }
    return !unseen && inherited['visibility'] !== 'visible' && !made.querySelector('[visibility="visible"]')
      ? null
      : made;
  }

  /** Shapes that lie outside of the drawing, in another file or in the page, are named by absolute address. */
  function refer(original: Element, made: Element): void {
    const href =
      original.getAttribute('href') ?? original.getAttributeNS('http://www.w3.org/1999/xlink', 'href');
    if (!href) return;
    const own = href.startsWith('#') ? document.getElementById(href.slice(1)) : null;
    if (href.startsWith('#') && (!own || drawing.contains(own))) return;
    uses.push({ element: made, href: new URL(href, document.baseURI).href });
  }
}

function copyAttributes(original: Element, made: Element, outermost: boolean): void {
  for (const { name, value } of original.attributes) {
    const kept = keptAttribute(name, original.localName, outermost);
    if (kept !== null) made.setAttribute(kept, value);
  }
}

/** A transform that a style sheet or a script gave. One that is an attribute is copied with the others. */
function moved(original: Element, style: CSSStyleDeclaration, made: Element): void {
  if (style.transform === 'none' || (original.hasAttribute('transform') && !ownStyle(original, 'transform')))
    return;
  const [x = 0, y = 0] = style.transformOrigin.split(' ').map(parseFloat);
  made.setAttribute(
    'transform',
    x || y ? `translate(${x} ${y}) ${style.transform} translate(${-x} ${-y})` : style.transform,
  );
}

const ownStyle = (element: Element, property: string): string =>
  (element as SVGElement).style.getPropertyValue(property);

function sizeOf(drawing: SVGSVGElement): { width: number; height: number } {
  const { width, height } = drawing.viewBox.baseVal;
  if (width > 0 && height > 0) return { width, height };
  const box = drawing.getBoundingClientRect();
  return { width: box.width, height: box.height };
}
