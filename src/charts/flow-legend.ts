import { halfArrowAlong } from './arc.ts';
import { count, sentence } from './format.ts';
import { keyLines, keyRow, layBlocks, swatch, type Block, type KeyItem } from './legend.ts';
import { wrap } from './measure.ts';
import { el, round, type Markup } from './svg.ts';
import type { WidthScale } from './width-scale.ts';

export interface FlowLegend {
  readonly unit: string;
  readonly directed: boolean;
  readonly scale: WidthScale;
  /** Whether some flow is thinner than the thinnest line would say. */
  readonly hairlines: boolean;
  /** Names of the places that did not report. */
  readonly missing: readonly string[];
  /** Fill of their hatch. */
  readonly hatch: string;
  /** Flows with an end outside of the map. */
  readonly leaving: number;
}

const SAMPLE = 34;

/** What widths, arrows and hatches mean, from `top` on. */
export function flowLegend(legend: FlowLegend, width: number, top: number, size: number) {
  const widest = legend.scale(legend.scale.steps[0] ?? 1);
  const height = Math.max(size * 1.6, widest + 8);
  const notes = [
    legend.directed ? 'Arrows point to where they go' : null,
    legend.leaving
      ? `${count(legend.leaving)} ${legend.leaving === 1 ? 'flow leads' : 'flows lead'} off this map`
      : null,
  ];
  const row = (keys: readonly KeyItem[]): Block => keyRow(sentence(legend.unit), keys, size, height);
  const keys = widthKeys(legend);
  const all = row(keys);
  const blocks: Block[] = [
    // Where three do not fit in a line, the largest and the smallest say enough.
    all.width <= width ? all : row([keys[0], keys.at(-1)].filter((key) => key !== undefined)),
    ...notes.flatMap((note) =>
      note ? keyRow(null, [{ mark: null, markWidth: 0, words: note }], size, height) : [],
    ),
  ];
  if (legend.missing.length) {
    const lines = wrap(notReported(legend.missing), width - 26, size);
    blocks.push(keyLines(lines, swatch('', { fill: legend.hatch }), size));
  }
  return layBlocks(blocks, width, top);
}

function widthKeys({ scale, directed, hairlines }: FlowLegend): KeyItem[] {
  return scale.steps.map((value) => ({
    markWidth: SAMPLE,
    words: value === scale.hairline && hairlines ? `${count(value)} or fewer` : count(value),
    mark: (middle) => sample(scale(value), middle, directed),
  }));
}

function sample(width: number, middle: number, directed: boolean): Markup {
  if (!directed)
    return el('path', { class: 'line', d: `M0 ${round(middle)}h${SAMPLE}`, 'stroke-width': width });
  const y = middle - width / 2;
  const straight = { from: 0, to: 1, at: (t: number) => [SAMPLE * t, y] as const };
  return el('path', { class: 'arc', d: halfArrowAlong([straight], width) });
}

/** Names the largest five; the coverage line under the figure names all. */
function notReported(names: readonly string[]): string {
  const shown = names.length > 6 ? names.slice(0, 5) : names;
  const rest = names.length - shown.length;
  return `Did not report: ${shown.join(', ')}${rest ? ` and ${rest} more` : ''}`;
}
