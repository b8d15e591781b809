import type { ShownTie } from '../model/tie.ts';
import { hasFlag } from '../model/flag.ts';
import { arcSample } from './flow-arcs.ts';
import { remainderBar, type Remainder } from './flow-remainder.ts';
import type { FlowLook, FlowTies } from './flow-ties.ts';
import { count, list, sentence } from './format.ts';
import { keyLines, keyRow, layBlocks, swatch, type Block, type KeyItem } from './legend.ts';
import { wrap } from './measure.ts';
import { measured, measuredNumber } from './measured.ts';
import type { WidthScale } from './width-scale.ts';

export interface FlowLegend {
  readonly flows: FlowTies;
  readonly directed: boolean;
  /** What a count counts, plural. */
  readonly unit: string;
  readonly widths: WidthScale;
  readonly remainder: Remainder | null;
  /** Names of the places that did not report. */
  readonly missing: readonly string[];
  /** Fill of their hatch. */
  readonly hatch: string;
  /** Ties with an end outside of the map. */
  readonly leaving: number;
}

const SAMPLE = 34;
const PLAIN: FlowLook = { className: '', broken: false, soft: false };

/** What widths, colours, arrows and hatches mean, from `top` on. */
export function flowLegend(legend: FlowLegend, width: number, top: number, size: number) {
  const { flows, widths, directed, leaving, missing } = legend;
  const widest = widths(widths.steps[0] ?? 1);
  const height = Math.max(size * 1.6, widest + 8);
  const note = (words: string): Block => keyRow(null, [{ mark: null, markWidth: 0, words }], size, height);
  const blocks: Block[] = [...keyBlocks(legend, width, size), ...widthRows(legend, width, size, height)];
  const soft = softWords(flows.ties);
  if (soft)
    blocks.push(
      keyRow(
        null,
        [{ markWidth: SAMPLE, words: soft, mark: sampleOf(5, directed, { ...PLAIN, soft: true }) }],
        size,
        height,
      ),
    );
  if (flows.arrows) blocks.push(note(flows.arrows));
  const marks = directed ? 'arrow' : 'line';
  if (leaving)
    blocks.push(
      note(`${count(leaving)} ${leaving === 1 ? `${marks} leads` : `${marks}s lead`} off this map`),
    );
  if (legend.remainder) blocks.push(remainderBar(legend.remainder, width, size));
  if (missing.length) {
    const lines = wrap(notReported(missing), width - 26, size);
    blocks.push(keyLines(lines, swatch('', { fill: legend.hatch }), size));
  }
  return layBlocks(blocks, width, top);
}

const sampleOf = (wide: number, directed: boolean, look: FlowLook) => (middle: number) =>
  arcSample(SAMPLE, wide, middle, directed, look);

/** Classes of the measure, or the two countries. */
function keyBlocks({ flows, directed }: FlowLegend, width: number, size: number): Block[] {
  const { key, scale } = flows;
  if (!key.length) return [];
  const items = key.map(({ words, look }): KeyItem => ({
    markWidth: SAMPLE,
    words,
    mark: sampleOf(5, directed, look),
  }));
  return inRows(scale.kind === 'ratio' ? scale.title : null, items, width, size);
}

/** Head and keys in a row of their own, or below each other in as many as they need. */
function inRows(head: string | null, items: readonly KeyItem[], width: number, size: number): Block[] {
  const all = keyRow(head, items, size);
  if (all.width <= width) return [{ ...all, width }];
  const rows: KeyItem[][] = [];
  for (const item of items) {
    const last = rows.at(-1);
    if (last && keyRow(null, [...last, item], size).width <= width) last.push(item);
    else rows.push([item]);
  }
  return [
    ...(head ? wrap(head, width / 1.05, size).map((line) => keyRow(line, [], size)) : []),
    ...rows.map((row) => keyRow(null, row, size)),
  ].map((row) => ({ ...row, width }));
}

/** What a width comes to. Where three do not fit in a line, the largest and the smallest say enough. */
function widthRows(
  { flows, widths, directed, unit }: FlowLegend,
  width: number,
  size: number,
  height: number,
): Block[] {
  const { scale, counts, ties } = flows;
  const ofCount = counts || scale.kind === 'ratio';
  const hairlines = ties.some((tie) => flows.width(tie) < widths.hairline);
  const number = (value: number): string =>
    ofCount
      ? count(value)
      : scale.unit === unit
        ? measuredNumber(value, scale.digits)
        : measured(value, scale);
  // Where colours say something else, widths are shown in grey.
  const look = scale.kind !== 'size' && flows.key.length ? { ...PLAIN, className: 't3' } : PLAIN;
  const keys = widths.steps.map((value): KeyItem => {
    const words = number(value);
    return {
      markWidth: SAMPLE,
      words: value === widths.hairline && hairlines ? `${words} or ${ofCount ? 'fewer' : 'less'}` : words,
      mark: sampleOf(widths(value), directed, look),
    };
  });
  const head = ofCount ? sentence(unit) : scale.title;
  const ends = [keys[0], keys.at(-1)].filter((key) => key !== undefined);
  const fitting = [keys, ends]
    .map((some) => keyRow(head, some, size, height))
    .find((row) => row.width <= width);
  return fitting ? [fitting] : inRows(head, ends, width, size);
}

/** Names what of it there is. */
function softWords(ties: readonly ShownTie[]): string | null {
  const some = (
    [
      ['p', 'provisional'],
      ['e', 'estimated'],
    ] as const
  ).flatMap(([letter, words]) => (ties.some(({ flag }) => hasFlag(flag, letter)) ? words : []));
  return some.length ? sentence(list(some).replace(' and ', ' or ')) : null;
}

/** Names the largest five; the coverage line under the figure names all. */
function notReported(names: readonly string[]): string {
  const shown = names.length > 6 ? names.slice(0, 5) : names;
  const rest = names.length - shown.length;
  return `Did not report: ${shown.join(', ')}${rest ? ` and ${rest} more` : ''}`;
}
