import { classOf, classWords, quantileLimits, rampSteps } from './bins.ts';
import type { Chart } from './chart.ts';
import { count } from './format.ts';
import type { Box } from './label.ts';
import { keyRow, layBlocks, swatch } from './legend.ts';
import { nothing } from './nothing.ts';
import { fontSize, sheet } from './sheet.ts';
import { el, type Markup } from './svg.ts';
import { cellsPath, yearGrid, type GridRow } from './year-grid.ts';

export interface HeatGridInput {
  /** Year → count; a year that is not in the map has no row, which is another thing than zero. */
  readonly rows: readonly (GridRow & { readonly values: ReadonlyMap<number, number> })[];
  /** What the colours count, a few words. */
  readonly head: string;
  /** Said below, where rows stand for several. */
  readonly foot?: string | null;
  /** Said in place of the drawing where there are no rows. */
  readonly empty: string;
}

const CLASSES = 5;
const STEPS = 6;

/** Counts of rows by year as shades of one ramp, in five classes of about equally many cells. */
export const heatGrid: Chart<HeatGridInput> = ({ rows, head, foot, empty }, frame) => {
  const className = 'heat-grid neutral';
  const years = rows.flatMap(({ values }) => [...values.keys()]);
  if (!years.length) return nothing(empty, frame, { className });
  const size = fontSize(frame.width);
  const counts = rows.flatMap(({ values }) => [...values.values()]);
  const limits = limitsOf(counts);
  const steps = rampSteps(limits.length + 1, STEPS, true);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const grid = yearGrid(rows, [first, last], frame.width, size);
  const shades = Map.groupBy(
    rows.flatMap(({ values }, row) =>
      [...values].map(([year, value]) => ({ value, box: grid.box(row, year) })),
    ),
    ({ value }) => steps[classOf(value, limits)] ?? 1,
  );
  const keys = [
    ...wordsOf(counts, limits).map((words, i) => swatch(words, { className: `q${steps[i] ?? 1}` })),
    ...(counts.length < rows.length * (last - first + 1)
      ? [swatch('no row', { className: 'cell-none' })]
      : []),
  ];
  const legend = layBlocks(
    [{ ...keyRow(head, [], size), width: frame.width }, ...keys.map((item) => keyRow(null, [item], size))],
    frame.width,
    0,
  );
  const top = Math.round(legend.height + size * 0.6);
  const shade = ([step, cells]: [number, readonly { readonly box: Box }[]]): Markup =>
    el('path', { class: `q${step}`, d: cellsPath(cells.map(({ box }) => box)) });
  const body = [
    el('g', { 'text-anchor': 'start' }, legend.markup),
    el(
      'g',
      { transform: `translate(0 ${top})` },
      ...[...shades].sort(([a], [b]) => a - b).map(shade),
      grid.words,
    ),
  ].join('') as Markup;
  return sheet(frame, { className, foot: [foot ?? null] }, body, top + grid.height);
};

/** Counts are whole, and so are limits; rounding may have put one above every count, where it would part nothing. */
const limitsOf = (counts: readonly number[]): number[] =>
  [...new Set(quantileLimits(counts, CLASSES).map(Math.ceil))].filter(
    (limit) => limit <= Math.max(...counts),
  );

function wordsOf(counts: readonly number[], limits: readonly number[]): string[] {
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  if (limits.length) return classWords(limits, count);
  return [least === most ? count(most) : `${count(least)} to ${count(most)}`];
}
