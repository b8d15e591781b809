import { PRESENTATION } from './presentation.ts';

/** What becomes of the elements and attributes of a drawing when it is made a file of its own. */

/** Never drawn where they stand, whatever `display` says of them. */
export const UNSEEN: ReadonlySet<string> = new Set([
  'clipPath',
  'defs',
  'desc',
  'linearGradient',
  'marker',
  'mask',
  'metadata',
  'pattern',
  'radialGradient',
  'stop',
  'symbol',
  'title',
]);
/** Words of a drawing, which have no look. */
export const WORDS: ReadonlySet<string> = new Set(['title', 'desc', 'metadata']);
/** What has no place in a picture. */
export const DROPPED: ReadonlySet<string> = new Set([
  'animate',
  'animateTransform',
  'foreignObject',
  'image',
  'script',
  'set',
  'style',
]);
/** What the marks are of: worth keeping for whoever works on the picture. */
const KEPT_DATA = new Set(['data-o', 'data-d', 'data-c', 'data-v']);

/** A link leads nowhere from a picture, so that it becomes a group. */
export const keptName = (element: string): string => (element === 'a' ? 'g' : element);

/**
 * Under which name an attribute is kept as it is; null for one that is left out, as what only a page can use (classes, focus,
 * handlers), or because its look is written anew.
 * @param outermost whether the element is the drawing itself
 */
export function keptAttribute(name: string, element: string, outermost: boolean): string | null {
  if (PRESENTATION.has(name) || /^(class|style|tabindex|xmlns|xmlns:.*|on.*)$/.test(name)) return null;
  // `xlink:href` is the old name of `href`.
  const local = name === 'xlink:href' ? 'href' : name;
  if (local === 'href' && element === 'a') return null;
  if (name.startsWith('data-') && !KEPT_DATA.has(name)) return null;
  // Marks are named by their titles; of the figure itself the names stay.
  if (!outermost && (name === 'role' || name.startsWith('aria-'))) return null;
  return local;
}
