import type { Chart } from './chart.ts';
import { keyRow, layBlocks, type KeyItem } from './legend.ts';
import { wrap } from './measure.ts';
import { nothing } from './nothing.ts';
import { logScale, RATIO_TICKS, strip, type Ratio } from './ratio-strip.ts';
import { fontSize, sheet } from './sheet.ts';
import { el, text, type Markup } from './svg.ts';

/** A comparison: what it is, how large the second is against the first, and what that means in words. */
export interface RatioRow {
  readonly name: string;
  /** Who is held against whom, when. */
  readonly detail: string;
  /** Null where only words can be said. */
  readonly ratio: Ratio | null;
  /** Lines beside the strip, the first the main one. */
  readonly said: readonly string[];
}

export interface RatioRowsInput {
  readonly groups: readonly { readonly head: string | null; readonly rows: readonly RatioRow[] }[];
  /** What dot and bar mean. */
  readonly key: { readonly dot: string; readonly bar: string };
  /** Said in place of the drawing where there are no rows. */
  readonly empty: string;
}

/** Where things stand: side by side on a wide sheet, below each other on a narrow one. */
interface Columns {
  readonly stacked: boolean;
  readonly nameWidth: number;
  readonly strip: readonly [x0: number, x1: number];
  readonly said: number;
  readonly saidWidth: number;
}

const columnsOf = (width: number): Columns =>
  width < 480
    ? { stacked: true, nameWidth: width, strip: [32, width - 32], said: 0, saidWidth: width }
    : {
        stacked: false,
        nameWidth: width * 0.31,
        strip: [width * 0.365, width * 0.68],
        said: width * 0.735,
        saidWidth: width * 0.265,
      };

/**
 * Ratios on a logarithmic axis, so that half and twice stand equally far from "as many": a bar for the middle eight in
 * ten, a dot for the one in the middle, words beside.
 */
export const ratioRows: Chart<RatioRowsInput> = ({ groups, key, empty }, frame) => {
  const className = 'ratio-rows neutral';
  const size = fontSize(frame.width);
  const filled = groups.filter(({ rows }) => rows.length);
  if (!filled.length) return nothing(empty, frame, { className });
  const columns = columnsOf(frame.width);
  const parts: Markup[] = [];
  let y = 0;
  if (filled.some(({ rows }) => rows.some(({ ratio }) => ratio))) {
    const legend = layBlocks(
      [dotKey(key.dot), barKey(key.bar)].map((item) => keyRow(null, [item], size)),
      frame.width,
      0,
    );
    parts.push(el('g', { 'text-anchor': 'start' }, legend.markup), axis(columns, legend.height + size * 1.8));
    y = legend.height + size * 2.4;
  }
  for (const { head, rows } of filled) {
    if (head) {
      const lines = wrap(head, frame.width, size);
      parts.push(lineOf(lines, 'group-head', 0, y + size * 1.9, size));
      y += size * (1.4 * lines.length + 0.9);
    }
    for (const row of rows) {
      const { markup, height } = rowOf(row, columns, y, frame.width, size);
      parts.push(markup);
      y += height;
    }
  }
  return sheet(frame, { className }, parts.join('') as Markup, y);
};

function axis({ strip: ends }: Columns, y: number): Markup {
  const x = logScale(ends);
  const label = ({ at, words }: (typeof RATIO_TICKS)[number]) => el('text', { x: x(at), y }, text(words));
  return el('g', { class: 'axis' }, ...RATIO_TICKS.map(label));
}

function rowOf(
  { name, detail, ratio, said }: RatioRow,
  columns: Columns,
  y: number,
  width: number,
  size: number,
): { markup: Markup; height: number } {
  const { stacked, nameWidth } = columns;
  const step = size * 1.3;
  const names = wrap(name, nameWidth, size * 1.03);
  const details = wrap(detail, nameWidth, size);
  const [main = [], ...more] = said.map((words) => wrap(words, columns.saidWidth, size));
  const rest = more.flat();
  const nameTall = (names.length + details.length) * step;
  const saidTall = (main.length + rest.length) * step;
  const pad = size * 0.6;
  const stripTall = stacked && ratio ? size * 1.9 : 0;
  const height = pad * 2 + (stacked ? nameTall + stripTall + saidTall : Math.max(nameTall, saidTall));

  const top = y + pad + size;
  const saidTop = stacked ? top + nameTall + stripTall : top + Math.max(0, nameTall - saidTall) / 2;
  const at: readonly [number, number] = stacked
    ? [y + pad + nameTall + size * 0.1, y + pad + nameTall + stripTall - size * 0.1]
    : [y, y + height];
  return {
    height,
    markup: el(
      'g',
      {},
      el('path', { class: 'row-rule', d: `M0 ${Math.round(y) + 0.5}H${width}` }),
      ratio && strip(ratio, columns.strip, at),
      lineOf(names, 'row-name', 0, top, size),
      lineOf(details, 'note', 0, top + names.length * step, size),
      lineOf(main, 'value', columns.said, saidTop, size),
      lineOf(rest, 'note', columns.said, saidTop + main.length * step, size),
    ),
  };
}

const lineOf = (lines: readonly string[], kind: string, x: number, y: number, size: number): Markup =>
  lines
    .map((words, i) =>
      el('text', { class: kind, x, y: y + i * size * 1.3, 'text-anchor': 'start' }, text(words)),
    )
    .join('') as Markup;

const dotKey = (words: string): KeyItem => ({
  words,
  markWidth: 12,
  mark: (middle) => el('circle', { class: 'dot', cx: 6, cy: middle, r: 5 }),
});

const barKey = (words: string): KeyItem => ({
  words,
  markWidth: 26,
  mark: (middle) => el('rect', { class: 'spread', y: middle - 3.5, width: 26, height: 7 }),
});
