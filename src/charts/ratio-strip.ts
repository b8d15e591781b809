import { el, round, type Markup } from './svg.ts';

/** How large a second number is against a first over many items: the first decile, the median and the ninth decile. */
export interface Ratio {
  readonly low: number | null;
  readonly median: number;
  readonly high: number | null;
}

/** Marks of the axis, in words. */
export const RATIO_TICKS = [
  { at: 1 / 4, words: 'a quarter' },
  { at: 1 / 2, words: 'half' },
  { at: 1, words: 'as many' },
  { at: 2, words: 'twice' },
  { at: 4, words: '4 times' },
] as const;

const [LEAST, GREATEST] = [1 / 4, 4];

/** Ratio → x, logarithmic; what lies beyond the axis stands at its end. */
export const logScale =
  ([x0, x1]: readonly [number, number]) =>
  (ratio: number): number =>
    x0 +
    ((x1 - x0) * Math.log(Math.min(GREATEST, Math.max(LEAST, ratio)) / LEAST)) / Math.log(GREATEST / LEAST);

/** Bar and dot between two heights, over the lines of the axis. An arrow at an end says that it goes on beyond. */
export function strip(
  { low, median, high }: Ratio,
  ends: readonly [x0: number, x1: number],
  [top, bottom]: readonly [top: number, bottom: number],
): Markup {
  const x = logScale(ends);
  const middle = (top + bottom) / 2;
  const line = (at: number): Markup =>
    el('path', {
      class: at === 1 ? 'baseline' : 'grid',
      d: `M${round(x(at))} ${round(top)}V${round(bottom)}`,
    });
  const [from, to] = [low ?? median, high ?? median];
  return el(
    'g',
    {},
    ...RATIO_TICKS.map(({ at }) => line(at)),
    el('rect', { class: 'spread', x: x(from), y: middle - 3.5, width: x(to) - x(from), height: 7 }),
    // A dot at the end must not sit on the arrow.
    from < LEAST && arrow(ends[0] - (median < LEAST ? 7 : 0), middle, -1),
    to > GREATEST && arrow(ends[1] + (median > GREATEST ? 7 : 0), middle, 1),
    el('circle', { class: 'dot', cx: x(median), cy: middle, r: 5 }),
  );
}

const arrow = (x: number, y: number, way: 1 | -1): Markup =>
  el('path', { class: 'beyond', d: `M${round(x)} ${round(y - 6)}l${8 * way} 6l${-8 * way} 6z` });
