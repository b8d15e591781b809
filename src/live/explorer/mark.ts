/** What a mark of a figure stands for: a tie of two places, or a place. Charts write it as data attributes. */
export type Mark =
  | { readonly kind: 'tie'; readonly origin: string; readonly destination: string }
  | { readonly kind: 'place'; readonly place: string };

const MARKED = '[data-o][data-d], [data-c]';

/** The element of a mark at or around an element, inside of a figure's picture or table. */
export const markElement = (target: EventTarget | null): SVGElement | HTMLElement | null =>
  target instanceof Element ? target.closest<SVGElement | HTMLElement>(MARKED) : null;

/** All elements of marks in an element, in the order in which they are drawn. */
export const markElements = (within: Element): (SVGElement | HTMLElement)[] => [
  ...within.querySelectorAll<SVGElement | HTMLElement>(MARKED),
];

export function markOf(element: SVGElement | HTMLElement): Mark | null {
  const { o, d, c } = element.dataset;
  if (o && d) return { kind: 'tie', origin: o, destination: d };
  return c ? { kind: 'place', place: c } : null;
}

export const sameMark = (a: Mark | null, b: Mark | null): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The places of a mark. */
export const placesOf = (mark: Mark): string[] =>
  mark.kind === 'tie' ? [mark.origin, mark.destination] : [mark.place];

/** What is said of a mark: the title that its chart gave it. */
export function wordsOf(element: Element): string {
  const title = [...element.children].find((child) => child.tagName.toLowerCase() === 'title');
  return title?.textContent || element.getAttribute('aria-label') || '';
}

/** A selector of all elements that stand for a mark or touch it: a place lights its ties, a tie its two places. */
export function selectorOf(mark: Mark): string {
  if (mark.kind === 'place') {
    const code = CSS.escape(mark.place);
    return `[data-c="${code}"], [data-o="${code}"], [data-d="${code}"]`;
  }
  const [a, b] = [CSS.escape(mark.origin), CSS.escape(mark.destination)];
  return `[data-o="${a}"][data-d="${b}"], [data-o="${b}"][data-d="${a}"], [data-c="${a}"], [data-c="${b}"]`;
}
