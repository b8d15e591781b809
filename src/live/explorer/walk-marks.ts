/** A mark as a walk knows it: where it stands, and how large it is. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

export type Way = 'left' | 'right' | 'up' | 'down';

const WAYS: Readonly<Record<Way, readonly [dx: number, dy: number]>> = {
  left: [-1, 0],
  right: [1, 0],
  up: [0, -1],
  down: [0, 1],
};

/** How much worse a pixel beside the way is than one along it: a walker goes straight where he can. */
const ASIDE = 2.2;

/**
 * The neighbour of a spot in a direction: the nearest of those that lie more that way than aside; where there is none, the
 * nearest that lies that way at all. -1 at the edge.
 */
export function neighbour(spots: readonly Spot[], from: number, way: Way): number {
  const here = spots[from];
  if (!here) return -1;
  const [dx, dy] = WAYS[way];
  let [best, least] = [-1, Infinity];
  let [wide, leastWide] = [-1, Infinity];
  for (const [i, spot] of spots.entries()) {
    const along = (spot.x - here.x) * dx + (spot.y - here.y) * dy;
    const aside = Math.abs((spot.x - here.x) * dy) + Math.abs((spot.y - here.y) * dx);
    if (i === from || along <= 0.5) continue;
    const far = along + ASIDE * aside;
    if (aside <= along && far < least) [best, least] = [i, far];
    if (far < leastWide) [wide, leastWide] = [i, far];
  }
  return best >= 0 ? best : wide;
}

/** The next or the one before by size, the largest first; equals in the order in which they are drawn. -1 at the end. */
export function bySize(spots: readonly Spot[], from: number, step: 1 | -1): number {
  const order = spots.map((_, i) => i).sort((a, b) => (spots[b]?.size ?? 0) - (spots[a]?.size ?? 0) || a - b);
  return order[order.indexOf(from) + step] ?? -1;
}

/** The largest spot; -1 where there is none. */
export const largest = (spots: readonly Spot[]): number =>
  spots.reduce((best, spot, i) => (best < 0 || spot.size > (spots[best]?.size ?? 0) ? i : best), -1);
