import { textWidth } from '../../../charts/measure.ts';
import { faceFor, type Face } from './pdf-fonts.ts';

/** A file of a picture, made ready for the writer of PDF, which knows less of SVG than browsers do. */
export interface PdfPage {
  readonly root: SVGSVGElement;
  /** User units. */
  readonly width: number;
  readonly height: number;
  /** What is written in each face. */
  readonly faces: ReadonlyMap<Face, string>;
  /** Where the address stands, in user units: it becomes a link. */
  readonly links: readonly {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  }[];
}

/**
 * Reads an SVG file of ours. Every text says its own face; halos of letters go, as they would be written over the letters.
 * @param address what becomes a link wherever it stands, be it broken into several lines
 */
export function pdfPage(svg: string, address: string): PdfPage {
  // The one style attribute of our files would be refused by the policy of the page, and PDF has no use for it.
  const file = new DOMParser().parseFromString(
    svg.replace(/ style="font-variant-numeric:[a-z -]+"/, ''),
    'image/svg+xml',
  );
  const root = file.documentElement as unknown as SVGSVGElement;
  for (const words of root.querySelectorAll('title, desc')) words.remove();
  for (const pattern of root.querySelectorAll('pattern[href]')) fillOut(pattern, root);
  for (const use of [...root.querySelectorAll('use')]) writeOut(use, root);
  const faces = new Map<Face, string>();
  for (const text of root.querySelectorAll<SVGElement>('text, tspan')) {
    const face = faceOf(text);
    text.setAttribute('font-family', `'${face.family}'`);
    text.setAttribute('font-weight', String(face.weight));
    text.setAttribute('font-style', face.style);
    if (inherited(text, 'paint-order').startsWith('stroke')) text.setAttribute('stroke', 'none');
    faces.set(face, (faces.get(face) ?? '') + text.textContent);
  }
  const [, , width = 0, height = 0] = (root.getAttribute('viewBox') ?? '').split(' ').map(Number);
  return { root, width, height, faces, links: linesOf(root, address) };
}

/** Gives a pattern what it takes of another one: the writer of PDF does not look there. */
function fillOut(pattern: Element, root: Element): void {
  const other = named(pattern, root);
  pattern.removeAttribute('href');
  if (!other) return;
  for (const { name, value } of other.attributes)
    if (!pattern.hasAttribute(name)) pattern.setAttribute(name, value);
  if (!pattern.childElementCount)
    pattern.append(...[...other.children].map((child) => child.cloneNode(true)));
}

/** What an element names. */
const named = (element: Element, root: Element): Element | null =>
  root.querySelector(`#${CSS.escape((element.getAttribute('href') ?? '').slice(1))}`);

/**
 * Puts the shape where it is used: the writer of PDF gives a used shape no pattern and no colour of its place.
 * Shapes of ours use no other shapes.
 */
function writeOut(use: Element, root: Element): void {
  const shape = named(use, root);
  if (!shape) {
    use.remove();
    return;
  }
  const group = use.ownerDocument.createElementNS(use.namespaceURI, 'g');
  for (const { name, value } of use.attributes)
    if (!['href', 'x', 'y', 'id'].includes(name)) group.setAttribute(name, value);
  const [x, y] = ['x', 'y'].map((name) => Number(use.getAttribute(name) ?? 0));
  const moved = x || y ? `translate(${x} ${y})` : '';
  const transform = [use.getAttribute('transform'), moved].filter(Boolean).join(' ');
  if (transform) group.setAttribute('transform', transform);
  const fill = group.getAttribute('fill');
  const copy = fill?.startsWith('url(') ? onePath(shape) : (shape.cloneNode(true) as Element);
  for (const one of [copy, ...copy.querySelectorAll('[id]')]) one.removeAttribute('id');
  // A pattern is not handed on to what lies inside.
  if (fill?.startsWith('url(') && !copy.hasAttribute('fill')) copy.setAttribute('fill', fill);
  group.append(copy);
  use.replaceWith(group);
}

/** A group of outlines as one: each would get a pattern of its own, and a map has hundreds. */
function onePath(shape: Element): Element {
  const outlines = [...shape.children];
  if (!outlines.length || outlines.some((one) => one.localName !== 'path' || one.hasAttribute('transform')))
    return shape.cloneNode(true) as Element;
  const path = shape.ownerDocument.createElementNS(shape.namespaceURI, 'path');
  // Each may begin as far from where the last one ended as it would from the corner.
  path.setAttribute('d', outlines.map((one) => `M0 0${one.getAttribute('d') ?? ''}`).join(''));
  return path;
}

const faceOf = (text: Element): Face =>
  faceFor(inherited(text, 'font-family'), inherited(text, 'font-weight'), inherited(text, 'font-style'));

/** What an attribute comes to at an element. */
const inherited = (element: Element, name: string): string =>
  element.closest(`[${name}]`)?.getAttribute(name) ?? '';

/** The lines of the sheet that together are the address. */
function linesOf(root: Element, address: string): PdfPage['links'] {
  const lines = [...root.querySelectorAll(':scope > text, :scope > g > text')];
  const first = lines.findIndex((_, i) => together(lines, i, address) > 0);
  return lines.slice(first, first + (first < 0 ? 0 : together(lines, first, address))).map((line) => {
    const size = Number(inherited(line, 'font-size'));
    const [x, y] = ['x', 'y'].map((name) => Number(line.getAttribute(name))) as [number, number];
    return { x, y: y - size, width: textWidth(line.textContent, size), height: size * 1.3 };
  });
}

/** How many lines from one on say just these words; 0 where they do not. */
function together(lines: readonly Element[], from: number, words: string): number {
  let said = '';
  for (let i = from; i < lines.length && words.startsWith(said); i++) {
    said += lines[i]?.textContent ?? '';
    if (said === words) return i - from + 1;
  }
  return 0;
}
