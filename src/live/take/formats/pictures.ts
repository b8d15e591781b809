import type { Markup } from '../../../charts/svg.ts';
import { TakeError } from '../taken.ts';

/** The drawings that a figure can give: the one in sight, and both anew where it can be drawn anew. */
export interface Pictures {
  readonly inSight: SVGSVGElement;
  /** The markup of the drawing for a narrow or a wide place; null where there is no telling. */
  readonly anew: (place: 'narrow' | 'wide') => Markup | null;
}

/**
 * The drawings of a figure on the page. Pages that were built hold both; where a figure lives, the other is drawn.
 * @param redraw draws what is shown for a place; left out where the page holds all there is
 */
export const picturesOf = (
  inSight: SVGSVGElement,
  redraw?: (place: 'narrow' | 'wide') => Markup | null,
): Pictures => ({
  inSight,
  anew: (place) => {
    if (inSight.closest(`.picture-${place}`)) return null;
    const hidden = inSight.closest('.picture')?.querySelector(`.picture-${place} > svg`);
    return redraw?.(place) ?? ((hidden?.outerHTML ?? null) as Markup | null);
  },
});

/**
 * Does something with the drawing for a place, whichever is in sight. It stands on the page for that moment, out of sight: what `read`
 * needs of the page it must read before it first waits.
 */
export function withDrawing<T>(
  { inSight, anew }: Pictures,
  place: 'narrow' | 'wide',
  read: (drawing: SVGSVGElement) => Promise<T>,
): Promise<T> {
  const markup = anew(place);
  if (markup === null) return read(inSight);
  const host = document.createElement('div');
  host.setAttribute('aria-hidden', 'true');
  // By script: the policy of the page takes no style from markup.
  Object.assign(host.style, { position: 'fixed', left: '-9999px', top: '0' });
  host.innerHTML = markup;
  const around = inSight.closest('.figure') ?? inSight.parentElement;
  const drawing = host.querySelector('svg');
  if (!around || !drawing) throw new TakeError('There is no picture yet.');
  around.append(host);
  try {
    return read(drawing);
  } finally {
    host.remove();
  }
}
