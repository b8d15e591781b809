import { COVERAGE_STATUSES, type CoverageStatus } from '../model/flow.ts';
import type { LayerId } from '../model/layer.ts';
import type { Chart } from './chart.ts';
import { hatch, hatchId } from './hatch.ts';
import type { Box } from './label.ts';
import { keyRow, layBlocks, type KeyItem } from './legend.ts';
import { nothing } from './nothing.ts';
import { PathData } from './path-data.ts';
import { fontSize, sheet } from './sheet.ts';
import { el, type Markup } from './svg.ts';
import { cellsPath, framePath, yearGrid } from './year-grid.ts';

export interface StatusGridInput {
  readonly layer: LayerId;
  /** One row a host, largest first; a year that is not in its map has no row in the source. */
  readonly rows: readonly { readonly name: string; readonly status: ReadonlyMap<number, CoverageStatus> }[];
  /** A year to frame, and what it is: "2018, the year of the headline". */
  readonly framed: { readonly year: number; readonly words: string } | null;
  /** Said below: how many rows a narrow drawing leaves out. */
  readonly foot?: string | null;
  /** Said in place of the drawing where there are no rows. */
  readonly empty: string;
}

type Look = CoverageStatus | 'no row';

/**
 * Who reported in which year: a cell each, told by its sign as well as by its colour. Full is reported, hatched is
 * partly reported, a cross is not reported, a ring cannot be verified, and a year without a row stays blank.
 */
export const statusGrid: Chart<StatusGridInput> = ({ layer, rows, framed, foot, empty }, frame) => {
  const className = `status-grid layer-${layer}`;
  const all = rows.flatMap(({ status }) => [...status.keys()]);
  if (!all.length) return nothing(empty, frame, { className });
  const size = fontSize(frame.width);
  const span = [Math.min(...all), Math.max(...all)] as const;
  const grid = yearGrid(
    rows.map(({ name }) => ({ label: name })),
    span,
    frame.width,
    size,
  );
  const years = Array.from({ length: span[1] - span[0] + 1 }, (_, i) => span[0] + i);
  const looks = Map.groupBy(
    rows.flatMap(({ status }, i) =>
      years.map((year) => ({ look: status.get(year) ?? ('no row' as const), box: grid.box(i, year) })),
    ),
    ({ look }) => look,
  );
  const fill = `url(#${hatchId(frame.id)})`;
  const inSpan = framed && framed.year >= span[0] && framed.year <= span[1] ? framed : null;
  const keys = [
    ...[...COVERAGE_STATUSES, 'no row' as const]
      .filter((look) => looks.has(look))
      .map((look) => key(look, fill)),
    ...(inSpan ? [frameKey(inSpan.words)] : []),
  ];
  const legend = layBlocks(
    keys.map((item) => keyRow(null, [item], size)),
    frame.width,
    0,
  );
  const body = [
    el('g', { 'text-anchor': 'start' }, legend.markup),
    el(
      'g',
      { transform: `translate(0 ${Math.round(legend.height + size * 0.6)})` },
      ...[...looks].map(([look, of]) =>
        cells(
          look,
          of.map(({ box }) => box),
          fill,
        ),
      ),
      // Two lines: the one of paper parts the frame from full cells, whatever their colour.
      ...['column-halo', 'column-frame'].map(
        (kind) => inSpan && el('path', { class: kind, d: framePath(grid.column(inSpan.year)) }),
      ),
      grid.words,
    ),
  ].join('') as Markup;
  const height = Math.round(legend.height + size * 0.6) + grid.height;
  return sheet(frame, { className, defs: hatch(frame.id), foot: [foot ?? null] }, body, height);
};

/** All cells of one look. */
function cells(look: Look, boxes: readonly Box[], fill: string): Markup {
  switch (look) {
    case 'reported':
      return el('path', { class: 'cell-reported', d: cellsPath(boxes) });
    case 'partly reported':
      return el('path', { class: 'cell-partly', fill, d: cellsPath(boxes, 0.5) });
    case 'not reported':
      return el(
        'g',
        { class: 'cell-silent' },
        blank(boxes),
        el('path', { class: 'cross', d: crosses(boxes) }),
      );
    case 'not verifiable':
      return el('g', { class: 'cell-silent' }, blank(boxes), ...boxes.map(ring));
    case 'no row':
      return '' as Markup;
  }
}

const blank = (boxes: readonly Box[]): Markup =>
  el('path', { class: 'cell-blank', d: cellsPath(boxes, 0.5) });

const middleOf = ({ x0, y0, x1, y1 }: Box) => ({
  cx: (x0 + x1) / 2,
  cy: (y0 + y1) / 2,
  r: Math.min(x1 - x0, y1 - y0) / 2 - 2,
});

function crosses(boxes: readonly Box[]): string {
  const path = new PathData();
  for (const box of boxes) {
    const { cx, cy, r } = middleOf(box);
    path.move([cx - r, cy - r]).line([cx + r, cy + r]);
    path.move([cx - r, cy + r]).line([cx + r, cy - r]);
  }
  return path.toString();
}

const ring = (box: Box): Markup => el('circle', { class: 'ring', ...middleOf(box) });

const KEY = 14;
const keyBox = (middle: number): Box => ({ x0: 0, x1: KEY, y0: middle - KEY / 2, y1: middle + KEY / 2 });

const key = (look: Look, fill: string): KeyItem => ({
  words: look,
  markWidth: KEY,
  mark: (middle) =>
    look === 'no row'
      ? el('path', { class: 'cell-none', d: cellsPath([keyBox(middle)], 0.5) })
      : cells(look, [keyBox(middle)], fill),
});

const frameKey = (words: string): KeyItem => ({
  words,
  markWidth: KEY,
  mark: (middle) => el('path', { class: 'column-frame', d: cellsPath([keyBox(middle)], 1) }),
});
