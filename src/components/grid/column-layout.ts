import { textWidth } from '../../charts/measure.ts';
import type { ResultColumn } from '../../engine/result-table.ts';

/** Where the columns of a table stand, in pixels. */
export interface ColumnLayout {
  readonly widths: readonly number[];
  /** Left edge of each column, from the first one's. */
  readonly lefts: readonly number[];
  /** All columns together. */
  readonly total: number;
}

export interface TypeSizes {
  /** Of the cells and of the columns' names, in pixels. */
  readonly cell: number;
  /** Of the columns' types, in pixels; 0 where they are not shown. */
  readonly type: number;
}

const NARROWEST = 56;
/** Room beside the words: padding, rule, and in the head the arrow of a sorted column. */
const PADDING = 22;
const ARROW = 18;

/**
 * Columns as wide as what they hold, within limits.
 * @param words what some cells of each column read
 * @param view width of the view, in pixels: no column fills it
 * @param whole whether a column is as wide as the widest of these words and its name, without limits: nothing is cut
 */
export function layoutColumns(
  columns: readonly ResultColumn[],
  words: readonly (readonly string[])[],
  sizes: TypeSizes,
  view: number,
  whole = false,
): ColumnLayout {
  const widest = whole ? Infinity : Math.max(NARROWEST, Math.min(380, view * 0.62));
  const widths = columns.map(({ name, type }, n) => {
    const full = Math.max(textWidth(name, sizes.cell) * 1.04 + ARROW, textWidth(type, sizes.type));
    // A stray long one may be cut.
    const cells = (words[n] ?? []).map((text) => textWidth(text, sizes.cell)).sort((a, b) => a - b);
    const long = (whole ? cells.at(-1) : cells[Math.ceil(cells.length * 0.97) - 1]) ?? 0;
    const head = whole ? full : Math.min(full, 220);
    return Math.round(Math.min(widest, Math.max(NARROWEST, head + PADDING, long + PADDING)));
  });
  let total = 0;
  const lefts = widths.map((width) => {
    const left = total;
    total += width;
    return left;
  });
  return { widths, lefts, total };
}

/** The columns in sight: the first, and the one after the last. */
export function columnsInSight(
  { lefts, widths }: ColumnLayout,
  left: number,
  width: number,
): readonly [number, number] {
  const first = Math.max(
    0,
    lefts.findLastIndex((at) => at <= left),
  );
  let end = first;
  while (end < lefts.length && (lefts[end] ?? 0) < left + width) end++;
  return [Math.min(first, Math.max(0, widths.length - 1)), Math.max(end, Math.min(first + 1, widths.length))];
}
