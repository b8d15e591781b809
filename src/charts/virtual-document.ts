/**
 * The few parts of a DOM that Observable Plot writes to. With it a chart needs no browser and no DOM library, holds no
 * global, and gives the same text in Node and in the browser.
 */
export interface VirtualElement {
  readonly name: string;
  readonly attributes: Map<string, string>;
  readonly children: (VirtualElement | string)[];
}

class Node implements VirtualElement {
  readonly name: string;
  readonly namespaceURI: string;
  readonly ownerDocument: VirtualDocument;
  readonly attributes = new Map<string, string>();
  childNodes: (Node | string)[] = [];
  parentNode: Node | null = null;
  /** Inline style has no place here: the pages' policy forbids it, so what is set is dropped. */
  readonly style = { setProperty() {}, removeProperty() {}, getPropertyValue: () => '' };

  constructor(name: string, namespace: string, owner: VirtualDocument) {
    this.name = name;
    this.namespaceURI = namespace;
    this.ownerDocument = owner;
  }
  get children(): Node[] {
    return this.childNodes.filter((child) => child instanceof Node);
  }
  setAttribute(name: string, value: unknown) {
    this.attributes.set(name, String(value));
  }
  setAttributeNS(_namespace: string, name: string, value: unknown) {
    this.setAttribute(name, value);
  }
  getAttribute(name: string) {
    return this.attributes.get(name) ?? null;
  }
  hasAttribute(name: string) {
    return this.attributes.has(name);
  }
  removeAttribute(name: string) {
    this.attributes.delete(name);
  }
  set textContent(text: unknown) {
    this.childNodes = text == null || text === '' ? [] : [String(text)];
  }
  get textContent(): string {
    return this.childNodes.map((child) => (child instanceof Node ? child.textContent : child)).join('');
  }
  appendChild(child: Node) {
    return this.insertBefore(child, null);
  }
  insertBefore(child: Node, before: Node | null) {
    child.parentNode?.removeChild(child);
    const at = before ? this.childNodes.indexOf(before) : -1;
    this.childNodes.splice(at < 0 ? this.childNodes.length : at, 0, child);
    child.parentNode = this;
    return child;
  }
  removeChild(child: Node) {
    this.childNodes = this.childNodes.filter((other) => other !== child);
    child.parentNode = null;
    return child;
  }
}

class VirtualDocument {
  readonly documentElement = new Node('svg', 'http://www.w3.org/2000/svg', this);
  createElementNS(namespace: string, name: string) {
    return new Node(name, namespace, this);
  }
}

/** A fresh document for one plot. */
export const virtualDocument = (): Document => new VirtualDocument() as unknown as Document;

/** What Plot returned, as the plain tree it is. */
export function treeOf(element: Element): VirtualElement {
  if (!(element instanceof Node)) throw new TypeError('Plot returned an element of another document.');
  return toTree(element);
}

const toTree = (node: Node): VirtualElement => ({
  name: node.name,
  attributes: node.attributes,
  children: node.childNodes.map((child) => (child instanceof Node ? toTree(child) : child)),
});
