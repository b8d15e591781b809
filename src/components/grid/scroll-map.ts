/** The tallest a scrolled box may be, in pixels: browsers stop at 17 to 33 million, without a word. */
const TALLEST = 8_000_000;
/** From both ends so much is to scale, so that the first and the last rows scroll as in any page. */
const EDGE = 1_000_000;

/**
 * Where rows are that are taller together than a browser can scroll. `offset` is pixels from the top of the first row
 * to the top of the view; `scroll` is the browser's `scrollTop`. They are the same where there is room; else the
 * middle is told in fewer pixels than it has.
 */
export interface ScrollMap {
  /** The largest `offset`. */
  readonly end: number;
  /** The largest `scroll`. */
  readonly range: number;
  offsetOf(scroll: number): number;
  scrollOf(offset: number): number;
  /**
   * The offset after the browser scrolled from one place to another. A short way is gone to scale even where the map
   * is not: a turn of the wheel must not leave rows out. Then the two no longer agree, until `scrollOf` is set anew.
   */
  follow(offset: number, from: number, to: number, view: number): number;
}

/**
 * @param content height of all rows, in pixels
 * @param view height that shows rows, in pixels
 */
export function scrollMap(content: number, view: number): ScrollMap {
  const end = Math.max(0, content - view);
  const range = Math.min(end, TALLEST);
  const toScale = end === range;
  const steepness = toScale ? 1 : (end - 2 * EDGE) / (range - 2 * EDGE);
  const clamp = (value: number, most: number) => Math.min(most, Math.max(0, value));
  const offsetOf = (scroll: number): number => {
    const at = clamp(scroll, range);
    if (toScale || at <= EDGE) return at;
    return at >= range - EDGE ? end - (range - at) : EDGE + (at - EDGE) * steepness;
  };
  const scrollOf = (offset: number): number => {
    const at = clamp(offset, end);
    if (toScale || at <= EDGE) return at;
    return at >= end - EDGE ? range - (end - at) : EDGE + (at - EDGE) / steepness;
  };
  return {
    end,
    range,
    offsetOf,
    scrollOf,
    follow(offset, from, to, view) {
      const way = to - from;
      const short = Math.abs(way) <= 2 * view && to > 0 && to < range;
      return toScale || !short ? offsetOf(to) : clamp(offset + way, end);
    },
  };
}
