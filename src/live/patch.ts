/**
 * Gives one element the children of another while keeping what is the same: the base map of a figure need not be built anew, a
 * table keeps its place, an open part stays open. Children are compared in order; one that differs is patched where it
 * is of the same kind, and replaced where it is not.
 */
export function patchChildren(old: Element, fresh: Element | DocumentFragment): void {
  const [before, after] = [[...old.childNodes], [...fresh.childNodes]];
  for (const [i, node] of after.entries()) {
    const there = before[i];
    if (!there) old.append(node);
    else if (there.isEqualNode(node)) continue;
    else if (
      there instanceof Element &&
      node instanceof Element &&
      there.tagName === node.tagName &&
      isFrame(node)
    ) {
      patchAttributes(there, node);
      patchChildren(there, node);
    } else there.replaceWith(node);
  }
  for (const node of before.slice(after.length)) node.remove();
}

/** Elements that hold others worth keeping. Everything else is small enough to be replaced whole. */
const isFrame = (element: Element): boolean => element.matches('svg, div, figcaption, details, g.base');

function patchAttributes(old: Element, fresh: Element): void {
  for (const { name } of [...old.attributes])
    if (!fresh.hasAttribute(name) && !KEPT.has(name)) old.removeAttribute(name);
  for (const { name, value } of fresh.attributes)
    if (old.getAttribute(name) !== value) old.setAttribute(name, value);
}

/** What the reader did to the page is not in what was drawn. */
const KEPT = new Set(['open']);
