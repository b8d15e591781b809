/** Where the words of a reference line may stand: at either end of it, above or below. */
export interface Side {
  readonly end: 'left' | 'right';
  readonly below: boolean;
}

const SIDES: readonly Side[] = [
  { end: 'left', below: false },
  { end: 'left', below: true },
  { end: 'right', below: false },
  { end: 'right', below: true },
];

/** A polyline in pixels of the drawing. */
export type Polyline = readonly (readonly [x: number, y: number])[];

/**
 * The side of a reference line where its words cover the least of other lines; above at the left if all are alike.
 * @param lines what is drawn, in pixels from the drawing's top left
 * @param at height of the reference line
 * @param room width and height of the words, and of the drawing
 */
export function neutralSide(
  lines: readonly Polyline[],
  at: number,
  words: { readonly width: number; readonly height: number },
  drawing: { readonly width: number; readonly height: number },
): Side {
  const points = lines.flatMap(sampled);
  const covered = ({ end, below }: Side): number => {
    const [x0, y0] = [end === 'left' ? 0 : drawing.width - words.width, below ? at : at - words.height];
    if (y0 < -words.height / 2 || y0 + words.height > drawing.height) return Infinity;
    return points.filter(([x, y]) => x >= x0 && x <= x0 + words.width && y >= y0 && y <= y0 + words.height)
      .length;
  };
  const [first, ...others] = SIDES as [Side, ...Side[]];
  return others.reduce((best, side) => (covered(side) < covered(best) ? side : best), first);
}

/** Points along a polyline, close enough that no letter falls between two. */
function sampled(line: Polyline): [number, number][] {
  return line.flatMap(([x, y], i): [number, number][] => {
    const next = line[i + 1];
    if (!next) return [[x, y]];
    const steps = Math.max(1, Math.ceil(Math.hypot(next[0] - x, next[1] - y) / 4));
    return Array.from({ length: steps }, (_, k) => {
      const u = k / steps;
      return [x + (next[0] - x) * u, y + (next[1] - y) * u];
    });
  });
}
