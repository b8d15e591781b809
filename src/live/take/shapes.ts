import { TakeError } from './taken.ts';

const SVG = 'http://www.w3.org/2000/svg';
/** Before the ids of shapes that come from another file. */
const PREFIX = 'shape-';

/**
 * Brings shapes of other files into a drawing, so that it needs none of them. Only what is used is brought, each shape once:
 * one that is part of another is taken from there.
 * @param uses the elements that show them, and the absolute address of the shape of each
 * @throws {TakeError} where a file does not come
 */
export async function bringShapes(
  root: SVGSVGElement,
  uses: readonly { readonly element: Element; readonly href: string }[],
): Promise<void> {
  const byFile = Map.groupBy(uses, ({ href }) => href.split('#')[0] ?? '');
  if (byFile.size === 0) return;
  const home = root.ownerDocument.createElementNS(SVG, 'defs');
  for (const [number, [address, those]] of [...byFile].entries()) {
    const prefix = number === 0 ? PREFIX : `${PREFIX}${number}-`;
    const file = await shapesOf(address);
    const names = new Set<string>();
    for (const { element, href } of those) {
      const name = decodeURIComponent(href.split('#')[1] ?? '');
      // A shape that the file lacks shows nothing on the page either.
      if (!file.getElementById(name)) element.remove();
      else {
        names.add(name);
        element.setAttribute('href', `#${prefix}${name}`);
      }
    }
    for (const shape of outermost(file, names)) home.append(copyOf(shape, names, prefix, root));
  }
  root.prepend(home);
  // A title is the first child of what it names.
  for (const name of ['desc', 'title']) {
    const words = [...root.children].find((child) => child.localName === name);
    if (words) root.prepend(words);
  }
}

async function shapesOf(address: string): Promise<Document> {
  // A map that was turned has its shapes in the page.
  if (address === document.baseURI.split('#')[0]) return document;
  try {
    const response = await fetch(address);
    if (!response.ok) throw new Error(`The server answered ${response.status}.`);
    return new DOMParser().parseFromString(await response.text(), 'image/svg+xml');
  } catch (error) {
    throw new TakeError('The base map did not come, so the picture would have no land. Please try again.', {
      cause: error,
    });
  }
}

/** The shapes by those names that lie in no other of them. */
function outermost(file: Document, names: ReadonlySet<string>): Element[] {
  const all = [...names].map((name) => file.getElementById(name)).filter((shape) => shape !== null);
  return all.filter((shape) => !all.some((other) => other !== shape && other.contains(shape)));
}

/** A copy in which the ids that are used are our own, and the others gone. */
function copyOf(shape: Element, names: ReadonlySet<string>, prefix: string, root: SVGSVGElement): Element {
  const copy = root.ownerDocument.importNode(shape, true);
  for (const element of [copy, ...copy.querySelectorAll('[id]')]) {
    if (names.has(element.id)) element.id = prefix + element.id;
    else element.removeAttribute('id');
  }
  return copy;
}
