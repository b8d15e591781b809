/**
 * Gives one element the children of another while keeping what is the same: the base map of a figure need not be built anew, a
 * table keeps its place, an open part stays open. Children are compared in order; one that differs is patched where it
 * is of the same kind, and replaced where it is not. A mark of a drawing may so become another's mark: to move a line
 * costs the browser far less than to take it away and put another in its place.
 */
export function patchChildren(old: Element, fresh: Element | DocumentFragment): void {
  const [before, after] = [[...old.childNodes], [...fresh.childNodes]];
  for (const [i, node] of after.entries()) {
    const there = before[i];
    if (!there) old.append(node);
    else if (there.isEqualNode(node)) continue;
    else if (there instanceof Text && node instanceof Text) there.data = node.data;
    else if (
      there instanceof Element &&
      node instanceof Element &&
      there.tagName === node.tagName &&
      isPatched(node)
    ) {
      patchAttributes(there, node);
      patchChildren(there, node);
    } else there.replaceWith(node);
  }
  for (const node of before.slice(after.length)) node.remove();
}

/** Drawings, and elements that hold others worth keeping. What else there is may have a script of its own: it is replaced whole. */
const isPatched = (element: Element): boolean =>
  element instanceof SVGElement || element.matches('div, figcaption, details, p, h2, h3');

function patchAttributes(old: Element, fresh: Element): void {
  for (const { name } of [...old.attributes])
    if (!fresh.hasAttribute(name) && !KEPT.has(name)) old.removeAttribute(name);
  for (const { name, value } of fresh.attributes)
    if (old.getAttribute(name) !== value) old.setAttribute(name, value);
}

/** What the reader did to the page is not in what was drawn. */
const KEPT = new Set(['open']);
