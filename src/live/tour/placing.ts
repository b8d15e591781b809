/** A rectangle of the window, in pixels from its upper left. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}
export type Size = Pick<Box, 'width' | 'height'>;

export interface Placed {
  readonly panel: Pick<Box, 'left' | 'top'>;
  /** What the ring goes round: the target, or the part of it that the panel leaves free; null where nothing is in sight. */
  readonly ring: Box | null;
}

/** Between the panel and the edges of the window. */
export const EDGE = 8;
/** Between the ring and the target. */
export const RIM = 6;
/** Between the target and the panel: the ring is in it. */
export const GAP = 16;

/**
 * Puts a panel beside a target: below, above, or at its side, where it fits into the window. Where it fits nowhere, because
 * the target is too large, it stands at the foot or the head of the window, and the ring goes round what is left of the target.
 */
export function place(target: Box | null, panel: Size, window: Size): Placed {
  if (!target) return { panel: docked('foot', panel, window), ring: null };
  const free = beside(target, panel, window);
  if (free) return { panel: free, ring: ringOf(target, 0, window.height, window) };
  const [foot, head] = [docked('foot', panel, window), docked('head', panel, window)];
  const above = ringOf(target, 0, foot.top - GAP + RIM, window);
  const below = ringOf(target, head.top + panel.height + GAP - RIM, window.height, window);
  // How a target begins is worth more than a few pixels of its end.
  return (above?.height ?? 0) + GAP >= (below?.height ?? 0)
    ? { panel: foot, ring: above }
    : { panel: head, ring: below };
}

/** Where a panel fits beside a target; null where nowhere. */
export function beside(
  { left, top, width, height }: Box,
  panel: Size,
  window: Size,
): Pick<Box, 'left' | 'top'> | null {
  const along = within(left, panel.width, window.width);
  // Beside a tall target, at its visible part.
  const down = within(Math.max(top, EDGE), panel.height, window.height);
  const places = [
    { left: along, top: top + height + GAP },
    { left: along, top: top - GAP - panel.height },
    { left: left + width + GAP, top: down },
    { left: left - GAP - panel.width, top: down },
  ];
  return (
    places.find(
      (at) =>
        at.left >= EDGE - 1 &&
        at.top >= EDGE - 1 &&
        at.left + panel.width <= window.width - EDGE + 1 &&
        at.top + panel.height <= window.height - EDGE + 1,
    ) ?? null
  );
}

/**
 * How far to scroll down so that target and panel are both in sight; 0 where they are.
 * @param covered height at the head of the window that is covered by what stays there
 */
export function scrollFor(target: Box, panel: Size, window: Size, covered: number): number {
  const isSeen = target.top >= covered && target.top + target.height <= window.height;
  if (isSeen && beside(target, panel, window)) return 0;
  return target.top - headOf(target, panel, window, covered);
}

/** Where the head of a target should stand. */
function headOf(target: Size, panel: Size, window: Size, covered: number): number {
  const free = window.height - covered - 2 * EDGE;
  const centred = (height: number) => covered + EDGE + (free - height) / 2;
  const both = target.height + GAP + panel.height;
  if (both <= free) return centred(both);
  if (target.width + GAP + panel.width + 2 * EDGE <= window.width && target.height <= free)
    return centred(target.height);
  // The panel may lie over what covers the head of the window, and the target begins below both.
  const under = Math.max(EDGE + panel.height + GAP, covered + EDGE);
  return under + target.height <= window.height - EDGE ? under : covered + EDGE;
}

const docked = (at: 'foot' | 'head', panel: Size, window: Size): Pick<Box, 'left' | 'top'> => ({
  left: Math.max(EDGE, (window.width - panel.width) / 2),
  top: at === 'head' ? EDGE : Math.max(EDGE, window.height - EDGE - panel.height),
});

const within = (at: number, length: number, whole: number): number =>
  Math.max(EDGE, Math.min(at, whole - EDGE - length));

/** The target with a rim, cut at two heights of the window. */
function ringOf(target: Box, from: number, to: number, window: Size): Box | null {
  const left = Math.max(1, target.left - RIM);
  const right = Math.min(window.width - 1, target.left + target.width + RIM);
  const top = Math.max(from + 1, target.top - RIM);
  const bottom = Math.min(to - 1, target.top + target.height + RIM);
  return right > left && bottom > top ? { left, top, width: right - left, height: bottom - top } : null;
}
