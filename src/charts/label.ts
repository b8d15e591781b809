import { textWidth } from './measure.ts';
import type { Point } from './projection.ts';

export interface LabelRequest {
  readonly id: string;
  readonly text: string;
  /** What the label names, and how much room its mark takes. */
  readonly at: Point;
  readonly radius: number;
  readonly size: number;
}

export interface PlacedLabel {
  readonly id: string;
  readonly text: string;
  readonly x: number;
  /** Baseline. */
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  /** End of a leader line at the label, where the label had to stand off; it starts at the mark. */
  readonly leader: Point | null;
}

export interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** Directions to try, best first: a label reads best to the right of its mark, a little above. */
const DIRECTIONS: readonly (readonly [number, number])[] = [
  [1, 0],
  [-1, 0],
  [0.7, -0.7],
  [-0.7, -0.7],
  [0.7, 0.7],
  [-0.7, 0.7],
  [0, -1],
  [0, 1],
];
/** Pixels between mark and label; from the second on with a leader line. */
const DISTANCES = [3, 13, 24, 36];
const HEIGHT = 1.05;

/**
 * Places labels one after the other, the most important first, each at the first spot where it covers no label and no
 * mark and stays inside; one that finds none is left out. Never moves one that stands.
 * @param marks boxes that labels keep off; a label's own mark may be among them
 */
export function placeLabels(
  requests: readonly LabelRequest[],
  bounds: Box,
  marks: readonly Box[] = [],
  limit = Infinity,
): PlacedLabel[] {
  const placed: PlacedLabel[] = [];
  const taken: Box[] = [];
  for (const request of requests) {
    if (placed.length >= limit) break;
    const spot = spots(request).find(
      ({ box, label }) =>
        inside(box, bounds) &&
        ![...taken, ...marks].some((other) => overlap(box, other)) &&
        !pointsOf(request.at, label.leader).some((p) => taken.some((other) => overlap(p, other))),
    );
    if (!spot) continue;
    taken.push(grown(spot.box, 1), ...pointsOf(request.at, spot.label.leader));
    placed.push(spot.label);
  }
  return placed;
}

interface Spot {
  readonly box: Box;
  readonly label: PlacedLabel;
}

function spots({ id, text, at: [x, y], radius, size }: LabelRequest): Spot[] {
  const width = textWidth(text, size);
  const height = size * HEIGHT;
  return DISTANCES.flatMap((gap, i) =>
    DIRECTIONS.map(([dx, dy]): Spot => {
      const far = radius + gap;
      const [px, py] = [x + dx * far, y + dy * far];
      const anchor = dx > 0 ? 'start' : dx < 0 ? 'end' : 'middle';
      const x0 = dx > 0 ? px : dx < 0 ? px - width : px - width / 2;
      const middle = py + Math.sign(dy) * (height / 2) * (dx === 0 ? 1 : 0.5);
      const box = { x0, y0: middle - height / 2, x1: x0 + width, y1: middle + height / 2 };
      const leader = i === 0 ? null : ([px - dx * 1.5, py - dy * 1.5] as const);
      return { box, label: { id, text, x: px, y: middle + size * 0.35, anchor, leader } };
    }),
  );
}

/** A leader line as a row of small boxes: no label may cover it. */
const pointsOf = ([x, y]: Point, leader: Point | null): Box[] =>
  leader
    ? [0.3, 0.45, 0.6, 0.75, 0.9].map((u) => boxAround([x + (leader[0] - x) * u, y + (leader[1] - y) * u], 1))
    : [];

export const boxAround = ([x, y]: Point, radius: number): Box => ({
  x0: x - radius,
  y0: y - radius,
  x1: x + radius,
  y1: y + radius,
});

export const overlap = (a: Box, b: Box): boolean => a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;

const inside = (box: Box, bounds: Box): boolean =>
  box.x0 >= bounds.x0 && box.x1 <= bounds.x1 && box.y0 >= bounds.y0 && box.y1 <= bounds.y1;

const grown = (box: Box, by: number): Box => ({
  x0: box.x0 - by,
  y0: box.y0 - by,
  x1: box.x1 + by,
  y1: box.y1 + by,
});
