import { niceCeil, niceFloor } from './nice.ts';

/**
 * Values to the widths of lines. Width is proportional to value, as in Minard's flow maps: twice as wide is twice as
 * much. Below `hairline` every line is equally thin, and the legend says so.
 */
export interface WidthScale {
  (value: number): number;
  /** Values up to this one are drawn as the thinnest line. */
  readonly hairline: number;
  /** Values worth showing in a legend, largest first; the last is the hairline. */
  readonly steps: readonly number[];
}

/** The thinnest line that a printer and an eye can hold, in pixels. */
const THINNEST = 0.6;

/**
 * @param max the largest value, of this figure or of all that it is to be compared with
 * @param widest in pixels
 * @param least the smallest value there can be: one where things are counted, zero for shares and rates
 */
export function widthScale(max: number, widest: number, least = 1): WidthScale {
  const top = Math.max(least, max) || 1;
  const hairline = Math.max(least, niceCeil((top * THINNEST) / widest));
  const first = niceFloor(top);
  const middle = niceFloor(Math.sqrt(first * hairline) * 1.2);
  const steps = [...new Set([first, middle, hairline])].filter((v) => v >= hairline);
  const scale = (value: number): number => (Math.max(hairline, value) / Math.max(top, hairline)) * widest;
  return Object.assign(scale, { hairline, steps });
}
