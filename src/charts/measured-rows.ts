import type { LayerId } from '../model/layer.ts';
import type { TieScale } from '../model/tie.ts';
import type { Chart } from './chart.ts';
import { keyOf, lettersOf } from './marks.ts';
import { textWidth, widest, wrap } from './measure.ts';
import { measured, measuredNumber } from './measured.ts';
import { nothing } from './nothing.ts';
import { pixelAxis, type PixelAxis } from './pixel-axis.ts';
import { fontSize, sheet } from './sheet.ts';
import { el, round, text, type Markup } from './svg.ts';

export interface MeasuredRow {
  readonly name: string;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly flag: string | null;
  /** What stands behind the value in small: "1,234 papers". */
  readonly detail: string;
  readonly data: Readonly<Record<string, string>>;
}

export interface MeasuredRowsInput {
  readonly layer: LayerId;
  readonly scale: TieScale;
  readonly rows: readonly MeasuredRow[];
  /** A line on what is left out. */
  readonly rest: string | null;
  readonly empty: string;
}

/**
 * Rows of a measure that is no count: a dot for the value, a line for its limits, and an upright line where the measure
 * says "as expected". A ratio around one stands on a logarithmic axis, so that half and twice are equally far.
 */
export const measuredRows: Chart<MeasuredRowsInput> = ({ layer, scale, rows, rest, empty }, frame) => {
  const className = `measured-rows layer-${layer}`;
  if (!rows.length) return nothing(empty, frame, { className });
  const size = fontSize(frame.width);
  const narrow = frame.width < 480;
  const names = rows.map(({ name }) => wrap(name, frame.width * (narrow ? 0.34 : 0.26), size));
  const values = rows.map(({ value, flag }) =>
    [measured(value, { ...scale, unit: scale.unit === '%' ? '%' : '' }), lettersOf(flag)]
      .filter(Boolean)
      .join('\u00a0'),
  );
  const x0 = widest(names.flat(), size) + 14;
  const beside =
    Math.max(
      ...rows.map(({ detail }, i) =>
        Math.max(textWidth(values[i] ?? '', size), narrow ? 0 : textWidth(detail, size * 0.86)),
      ),
    ) + 10;
  const axis = axisOf(rows, scale, [x0, frame.width - beside], size);
  const band =
    size * Math.max(narrow ? 2.3 : 2.7, 0.5 + 1.15 * Math.max(...names.map((lines) => lines.length)));
  const top = size * 2.6;
  const bottom = top + rows.length * band;
  const body = [
    ...axis.ticks.map(({ at, words }) =>
      el(
        'g',
        {},
        el('path', { class: 'grid', d: `M${round(at)} ${round(top - 4)}V${round(bottom)}` }),
        el('text', { class: 'tick', x: at, y: top - size * 0.7, 'font-size': size * 0.86 }, text(words)),
      ),
    ),
    axis.neutral === null
      ? null
      : el('path', { class: 'baseline', d: `M${round(axis.neutral)} ${round(top - 4)}V${round(bottom)}` }),
    ...rows.map((row, i) =>
      drawRow(row, names[i] ?? [], values[i] ?? '', axis, {
        x0,
        right: frame.width,
        y: top + (i + 0.5) * band,
        size,
        narrow,
      }),
    ),
  ];
  return sheet(
    frame,
    {
      className,
      head: scale.unit && scale.unit !== '%' ? `${scale.title}` : scale.title,
      foot: [
        rest,
        scale.neutral === null
          ? null
          : `Upright line: ${measuredNumber(scale.neutral, 0)}, ${scale.neutral === 0 ? 'as many each way' : 'as expected'}${rows.some(({ low }) => low !== null) ? '; lines: limits of chance (95%)' : ''}.`,
        keyOf(rows.map(({ flag }) => flag)),
      ],
    },
    el('g', {}, ...body),
    Math.ceil(bottom + 4),
  );
};

interface Place {
  readonly x0: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  readonly narrow: boolean;
}

function drawRow(
  row: MeasuredRow,
  names: readonly string[],
  value: string,
  axis: Axis,
  { x0, right, y, size, narrow }: Place,
): Markup {
  const { low, high, detail, data } = row;
  const words = `${row.name}: ${value}${low === null || high === null ? '' : ` (${axis.words(low)} to ${axis.words(high)})`}; ${detail}`;
  const step = size * 1.15;
  return el(
    'g',
    {
      class: axis.isBelow(row.value) ? 'row below' : 'row',
      ...Object.fromEntries(Object.entries(data).map(([key, code]) => [`data-${key}`, code])),
      'data-v': row.value,
    },
    el('title', {}, text(words)),
    // The whole row answers to a pointer.
    el('rect', {
      class: 'reach',
      x: 0,
      y: y - size * 1.1,
      width: right,
      height: size * 2.2,
      fill: 'none',
      'pointer-events': 'all',
    }),
    ...names.map((line, i) =>
      el(
        'text',
        {
          class: 'label',
          x: x0 - 10,
          y: y + size * 0.35 + (i - (names.length - 1) / 2) * step,
          'text-anchor': 'end',
        },
        text(line),
      ),
    ),
    low === null || high === null
      ? null
      : el('path', { class: 'limits', d: `M${round(axis.at(low))} ${round(y)}H${round(axis.at(high))}` }),
    el('circle', { class: 'dot', cx: axis.at(row.value), cy: y, r: narrow ? 4.5 : 5 }),
    el(
      'text',
      { class: 'value', x: right, y: y + size * (narrow ? 0.35 : 0), 'text-anchor': 'end' },
      text(value),
    ),
    narrow
      ? null
      : el(
          'text',
          { class: 'note', x: right, y: y + size * 1.0, 'text-anchor': 'end', 'font-size': size * 0.86 },
          text(detail),
        ),
  );
}

interface Axis {
  readonly at: (value: number) => number;
  readonly ticks: PixelAxis['ticks'];
  readonly neutral: number | null;
  readonly isBelow: (value: number) => boolean;
  readonly words: (value: number) => string;
}

/** Half and twice stand equally far from a ratio's one. */
function axisOf(
  rows: readonly MeasuredRow[],
  scale: TieScale,
  [x0, x1]: readonly [number, number],
  size: number,
): Axis {
  const middle = scale.neutral ?? (scale.kind === 'signed' ? 0 : null);
  const limits = rows.flatMap(({ low, high }) => (low === null || high === null ? [] : [low, high]));
  const axis = pixelAxis(
    {
      ...scale,
      neutral: middle === null ? null : { value: middle, words: '' },
      log: scale.neutral === 1 && limits.every((limit) => limit > 0),
    },
    rows.map(({ value }) => value),
    limits,
    x1 - x0,
    size * 4,
  );
  return {
    at: (value) => x0 + axis.at(value),
    ticks: axis.ticks.map(({ at, words }) => ({ at: x0 + at, words })),
    neutral: middle === null ? null : x0 + axis.at(middle),
    isBelow: (value) => middle !== null && value < middle,
    words: (value) => measuredNumber(value, scale.digits),
  };
}
