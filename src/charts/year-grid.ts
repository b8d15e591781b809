import { yearTicks } from './axes.ts';
import type { Box } from './label.ts';
import { textWidth, widest, wrap } from './measure.ts';
import { PathData } from './path-data.ts';
import { el, round, text, type Markup } from './svg.ts';

/** A row of a grid of years. */
export interface GridRow {
  readonly label: string;
  /** Stands on a line of its own above the row: what this row and those below it share. */
  readonly heading?: string | null;
}

interface YearGrid {
  readonly height: number;
  /** Names of rows and years. */
  readonly words: Markup;
  /** Where the cell of a row, counted from 0, and a year stands. */
  readonly box: (row: number, year: number) => Box;
  /** All cells of a year together. */
  readonly column: (year: number) => Box;
}

/** A cell is never wider than this: a table of three years is no wall of bricks. */
const WIDEST = 40;
/** With more rows than this, the years stand below the grid too. */
const TALL = 14;

/** Rows by years: names before the rows, years above the columns, and where each cell stands. Cells are the caller's. */
export function yearGrid(
  rows: readonly GridRow[],
  [first, last]: readonly [first: number, last: number],
  width: number,
  size: number,
): YearGrid {
  const narrow = width < 480;
  const labels = rows.map(({ label }) => wrap(label, width * (narrow ? 0.36 : 0.3), size));
  const left = widest(labels.flat(), size) + 8;
  const { step, ticks } = columns(first, last, width - left, size);
  const gap = step >= 6 ? 1 : step >= 3 ? 0.5 : 0;
  const pitch = Math.round(size * 1.35);
  const line = size * 1.15;

  const top = size * 1.7;
  const middles: number[] = [];
  let y = top;
  const words = rows.map(({ heading }, i) => {
    const lines = labels[i] ?? [];
    const head = heading
      ? el('text', { class: 'head', y: y + size * 1.4, 'text-anchor': 'start' }, text(heading))
      : null;
    if (heading) y += size * 2;
    const tall = Math.max(pitch, lines.length * line + 2);
    const middle = y + tall / 2;
    middles.push(middle);
    y += tall;
    const base = middle + size * 0.35 - ((lines.length - 1) * line) / 2;
    return [
      head,
      ...lines.map((words, j) =>
        el('text', { class: 'label', x: left - 8, y: base + j * line }, text(words)),
      ),
    ];
  });
  const bottom = y;
  const x = (year: number): number => left + (year - first) * step;
  const years = (base: number): Markup =>
    el(
      'g',
      { class: 'axis' },
      ...ticks.map((year) => el('text', { x: x(year) + step / 2, y: base }, text(year))),
    );
  return {
    height: bottom + (rows.length > TALL ? size * 1.6 : 2),
    words: [
      el('g', { 'text-anchor': 'end' }, ...words),
      years(size),
      rows.length > TALL ? years(bottom + size * 1.3) : '',
    ].join('') as Markup,
    box: (row, year) => {
      const middle = middles[row] ?? 0;
      const half = (pitch - 2) / 2;
      return { x0: x(year), x1: x(year) + step - gap, y0: middle - half, y1: middle + half };
    },
    column: (year) => ({ x0: x(year), x1: x(year) + step - gap, y0: top, y1: bottom }),
  };
}

/** Width of a column, and the years that get a label, none of which stands out beyond the right edge. */
function columns(first: number, last: number, room: number, size: number): { step: number; ticks: number[] } {
  const count = last - first + 1;
  const step = Math.min(WIDEST, room / count);
  const ticks = yearTicks(first, last, step * count, size);
  const over = ((ticks.at(-1) ?? first) - first + 0.5) * step + textWidth('0000', size) / 2 - room;
  return { step: over > 0 ? (room - over) / count : step, ticks };
}

/** Rectangles as one path: a grid has hundreds of cells, and only a few looks. `inset` leaves room for a stroke. */
export function cellsPath(boxes: readonly Box[], inset = 0): string {
  const path = new PathData();
  for (const { x0, y0, x1, y1 } of boxes) {
    const [a, b, c, d] = [x0 + inset, y0 + inset, x1 - inset, y1 - inset];
    path.move([a, b]).line([c, b]).line([c, d]).line([a, d]).close([a, b]);
  }
  return path.toString();
}

/** A frame around a column, as a path. */
export const framePath = ({ x0, y0, x1, y1 }: Box): string =>
  `M${round(x0 - 1)} ${round(y0 - 1)}H${round(x1 + 1)}V${round(y1 + 1)}H${round(x0 - 1)}z`;
