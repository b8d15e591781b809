import { isElement, type Element } from './dom.ts';
import { parseDocument } from 'htmlparser2';

/** Before the ids of shapes that come from the base map. */
const PREFIX = 'shape-';

/** The shapes of the base map, for pictures that bring along those that they show. */
export interface BaseShapes {
  has(name: string): boolean;
  /** Id of a shape in a picture. */
  idOf(name: string): string;
  /** The shapes by those names, each once: one that is part of another is found there. Empty where there are none. */
  defs(names: ReadonlySet<string>): string;
}

/** @param file the base map, an SVG file */
export function baseShapes(file: string): BaseShapes {
  const byId = new Map<string, Element>();
  const walk = (element: Element): void => {
    const { id } = element.attribs;
    if (id !== undefined) byId.set(id, element);
    for (const child of element.children) if (isElement(child)) walk(child);
  };
  for (const child of parseDocument(file, { xmlMode: true, decodeEntities: false }).children)
    if (isElement(child)) walk(child);
  const idOf = (name: string): string => PREFIX + name;

  return {
    has: (name) => byId.has(name),
    idOf,
    defs(names) {
      const outermost = [...names]
        .map((name) => byId.get(name))
        .filter((shape) => shape !== undefined)
        .filter((shape) => !isInside(shape, names));
      return outermost.length ? `<defs>${outermost.map(copy).join('')}</defs>` : '';

      /** In a copy the ids that are used are the picture's, and the others gone. */
      function copy(element: Element): string {
        const attributes = Object.entries(element.attribs).map(([name, value]) =>
          name !== 'id' ? ` ${name}="${value}"` : names.has(value) ? ` id="${idOf(value)}"` : '',
        );
        const inside = element.children.map((child) => (isElement(child) ? copy(child) : '')).join('');
        const open = `<${element.name}${attributes.join('')}`;
        return inside ? `${open}>${inside}</${element.name}>` : `${open}/>`;
      }
    },
  };
}

function isInside(shape: Element, names: ReadonlySet<string>): boolean {
  for (let around = shape.parent; around !== null; around = around.parent)
    if (isElement(around) && names.has(around.attribs['id'] ?? '')) return true;
  return false;
}
