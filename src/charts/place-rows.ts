import type { LayerId } from '../model/layer.ts';
import type { Chart } from './chart.ts';
import { keyRow, layBlocks, type KeyItem } from './legend.ts';
import { wrap } from './measure.ts';
import { nothing } from './nothing.ts';
import { fontSize, sheet } from './sheet.ts';
import { el, round, text, type Markup } from './svg.ts';

export interface PlaceRowsInput {
  readonly groups: readonly PlaceGroup[];
  /** Words under the ends and the middle of the scale, from 0 to 1. */
  readonly ends: readonly [least: string, middle: string, most: string];
  /** What the dot of a layer is called. */
  readonly nameOf: (layer: LayerId) => string;
  /** What the scale measures. */
  readonly head: string;
  /** Said in place of the drawing where there are no rows. */
  readonly empty: string;
}

export interface PlaceGroup {
  readonly head: string;
  readonly rows: readonly PlaceRow[];
}

/** One thing in two layers: its place in each, from 0 to 1. */
export interface PlaceRow {
  readonly name: string;
  /** Each begins a line. */
  readonly details: readonly string[];
  readonly places: readonly [Place, Place];
}

interface Place {
  readonly layer: LayerId;
  readonly at: number;
}

/** Where the strips stand: beside the names on a wide sheet, below them on a narrow one. */
interface Columns {
  readonly stacked: boolean;
  readonly nameWidth: number;
  readonly strip: readonly [x0: number, x1: number];
}

const columnsOf = (width: number): Columns =>
  width < 480
    ? { stacked: true, nameWidth: width, strip: [10, width - 10] }
    : { stacked: false, nameWidth: width * 0.44, strip: [width * 0.48, width - 10] };

/** Rows with two dots, one a layer, on a scale of places from last to first; a line joins them. */
export const placeRows: Chart<PlaceRowsInput> = ({ groups, ends, nameOf, head, empty }, frame) => {
  const className = 'place-rows';
  const filled = groups.filter(({ rows }) => rows.length > 0);
  if (!filled.length) return nothing(empty, frame, { className });
  const size = fontSize(frame.width);
  const columns = columnsOf(frame.width);
  const layers = new Set(
    filled.flatMap(({ rows }) => rows.flatMap(({ places }) => places.map((p) => p.layer))),
  );
  const legend = layBlocks(
    [...layers].map((layer) => keyRow(null, [dotKey(layer, nameOf(layer))], size)),
    frame.width,
    0,
  );
  const parts: Markup[] = [
    el('g', { 'text-anchor': 'start' }, legend.markup),
    axis(ends, columns, legend.height + size * 1.6),
  ];
  let y = legend.height + size * 2.2;
  for (const group of filled) {
    const lines = wrap(group.head, frame.width, size);
    parts.push(...linesOf(lines, 'group-head', y + size * 1.9, size));
    y += size * (1.3 * lines.length + 1.2);
    for (const row of group.rows) {
      const { markup, height } = rowOf(row, columns, y, frame.width, size);
      parts.push(markup);
      y += height;
    }
  }
  return sheet(frame, { className, head }, parts.join('') as Markup, y);
};

const xOf =
  ([x0, x1]: readonly [number, number]) =>
  (at: number): number =>
    x0 + (x1 - x0) * at;

function axis([least, middle, most]: PlaceRowsInput['ends'], { strip }: Columns, y: number): Markup {
  const x = xOf(strip);
  const label = (words: string, at: number, anchor: string) =>
    el('text', { x: x(at) + (at === 0 ? -8 : at === 1 ? 8 : 0), y, 'text-anchor': anchor }, text(words));
  return el(
    'g',
    { class: 'axis' },
    label(least, 0, 'start'),
    label(middle, 0.5, 'middle'),
    label(most, 1, 'end'),
  );
}

function rowOf(
  { name, details: said, places }: PlaceRow,
  { stacked, nameWidth, strip }: Columns,
  y: number,
  width: number,
  size: number,
): { markup: Markup; height: number } {
  const names = wrap(name, nameWidth, size * 1.03);
  const details = said.flatMap((words) => wrap(words, nameWidth, size));
  const pad = size * 0.5;
  const tall = (names.length + details.length) * size * 1.3;
  const stripTall = stacked ? size * 1.6 : 0;
  const height = pad * 2 + tall + stripTall;
  const [top, bottom] = stacked ? [y + pad + tall, y + height - pad * 0.4] : [y, y + height];
  const middle = (top + bottom) / 2;
  const x = xOf(strip);
  const [a, b] = places;
  return {
    height,
    markup: el(
      'g',
      {},
      el('path', { class: 'row-rule', d: `M0 ${Math.round(y) + 0.5}H${width}` }),
      ...[0, 0.25, 0.5, 0.75, 1].map((at) =>
        el('path', { class: 'grid', d: `M${round(x(at))} ${round(top)}V${round(bottom)}` }),
      ),
      el('path', { class: 'between', d: `M${round(x(a.at))} ${round(middle)}H${round(x(b.at))}` }),
      ...places.map(({ layer, at }) =>
        el('circle', { class: `dot layer-${layer}`, cx: x(at), cy: middle, r: 5 }),
      ),
      ...linesOf(names, 'row-name', y + pad + size, size),
      ...linesOf(details, 'note', y + pad + size * (1 + 1.3 * names.length), size),
    ),
  };
}

const linesOf = (lines: readonly string[], kind: string, y: number, size: number): Markup[] =>
  lines.map((words, i) =>
    el('text', { class: kind, y: y + i * size * 1.3, 'text-anchor': 'start' }, text(words)),
  );

const dotKey = (layer: LayerId, words: string): KeyItem => ({
  words,
  markWidth: 12,
  mark: (middle) => el('circle', { class: `dot layer-${layer}`, cx: 6, cy: middle, r: 5 }),
});
