import type * as Plot from '@observablehq/plot';
import type { Frame } from '../../charts/chart.ts';
import { keyRow, layBlocks } from '../../charts/legend.ts';
import { plotBody } from '../../charts/plot.ts';
import { fontSize, sheet, type SheetParts } from '../../charts/sheet.ts';
import { el, round, type Markup } from '../../charts/svg.ts';
import { fitWords } from './chart-series.ts';

export interface LegendKey {
  readonly words: string;
  readonly className: string;
}

/** Plot's drawing below a row of keys, which may be none. */
export function withLegend(
  options: Plot.PlotOptions,
  frame: Frame,
  parts: SheetParts,
  keys: readonly LegendKey[],
  shape: (key: LegendKey, x: number, y: number) => Markup,
): Markup {
  const size = fontSize(frame.width);
  const { body, height } = plotBody({ ...options, width: frame.width }, frame.id);
  if (!keys.length) return sheet(frame, parts, body, height);
  const blocks = keys.map((key) => {
    const [words = ''] = fitWords(key.words, frame.width - 30, size, 1);
    return keyRow(null, [{ mark: (middle) => shape(key, 7, middle), markWidth: 14, words }], size);
  });
  const legend = layBlocks(blocks, frame.width, 0);
  const top = legend.height + size * 0.7;
  const moved = el('g', { transform: `translate(0 ${round(top)})` }, body);
  const row = el('g', { 'text-anchor': 'start' }, legend.markup);
  return sheet(frame, parts, (row + moved) as Markup, height + top);
}
