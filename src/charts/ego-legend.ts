import type { ShownTie, TieScale } from '../model/tie.ts';
import { halfArrowAlong } from './arc.ts';
import { straight } from './curve.ts';
import type { TieLooks, TieLook } from './tie-looks.ts';
import { count, quantity, sentence } from './format.ts';
import { keyLines, keyRow, layBlocks, type Block, type KeyItem } from './legend.ts';
import { wrap } from './measure.ts';
import { measuredNumber } from './measured.ts';
import { el, round, type Markup } from './svg.ts';
import type { WidthScale } from './width-scale.ts';

export interface EgoLegend {
  readonly directed: boolean;
  readonly unit: string;
  readonly scale: TieScale;
  readonly looks: TieLooks;
  readonly widths: WidthScale;
  /** Whether some tie is thinner than the thinnest line would say. */
  readonly hairlines: boolean;
  readonly chords: readonly ShownTie[];
}

const SAMPLE = 30;

/** What widths, colours, arrows and curves mean, from `top` on. */
export function egoLegend(legend: EgoLegend, width: number, top: number, size: number) {
  const { scale, looks, directed } = legend;
  const height = size * 1.6;
  const widthHead = scale.kind === 'ratio' ? legend.unit : scale.unit || scale.title;
  const blocks: Block[] = [fitting(sentence(widthHead), widthKeys(legend), width, size)];
  if (looks.key.length) blocks.push(...rowsOf(scale.title, looks, directed, width, size));
  const words = (said: string): Block =>
    keyRow(null, [{ mark: null, markWidth: 0, words: said }], size, height);
  if (directed) blocks.push(words('Arrows point to where they go'));
  blocks.push(words(directed ? 'Dots: both ways together, by area' : 'Dots: the same by area'));
  if (legend.chords.length) {
    const lines = wrap(chordWords(legend), width - SAMPLE - 6, size);
    blocks.push(keyLines(lines, { markWidth: SAMPLE, words: '', mark: curve }, size));
  }
  return layBlocks(blocks, width, top);
}

/** How many ties of partners are drawn, and how many the least of them counts. */
function chordWords({ chords, unit }: EgoLegend): string {
  const least = quantity(Math.min(...chords.map((tie) => tie.count)), unit);
  return chords.length === 1
    ? `The strongest tie among partners, ${least}`
    : `The ${count(chords.length)} strongest ties among partners, ${least} or more`;
}

function widthKeys({ widths, directed, hairlines, scale, looks }: EgoLegend): KeyItem[] {
  // Where colours say something else, widths are shown in none of them.
  const anyLook = { className: looks.key.length ? 't3' : '', broken: false };
  return widths.steps.map((value) => {
    const number = scale.kind === 'ratio' ? count(value) : measuredNumber(value, scale.digits);
    return {
      markWidth: SAMPLE,
      words: value === widths.hairline && hairlines ? `${number} or fewer` : number,
      mark: (middle) => sample(widths(value), middle, directed, anyLook),
    };
  });
}

/** All keys in a row, or the first and the last where they do not fit. */
function fitting(head: string, keys: readonly KeyItem[], width: number, size: number): Block {
  const all = keyRow(head, keys, size);
  return all.width <= width
    ? all
    : keyRow(
        head,
        [keys[0], keys.at(-1)].filter((key) => key !== undefined),
        size,
      );
}

/** Head and keys of the measure in as many rows as they need. */
function rowsOf(head: string, { key }: TieLooks, directed: boolean, width: number, size: number): Block[] {
  const items = key.map(({ words, look }): KeyItem => ({
    markWidth: SAMPLE,
    words,
    mark: (middle) => sample(5, middle, directed, look),
  }));
  const all = keyRow(head, items, size);
  if (all.width <= width) return [all];
  return [keyRow(head, [], size), ...items.map((item) => keyRow(null, [item], size))];
}

function sample(width: number, middle: number, directed: boolean, { className, broken }: TieLook): Markup {
  const classes = ['spoke', directed ? 'half' : 'line', className, broken ? 'broken' : '']
    .filter(Boolean)
    .join(' ');
  if (!directed)
    return el('path', { class: classes, d: `M0 ${round(middle)}h${SAMPLE}`, 'stroke-width': width });
  const y = middle - width / 2;
  const way = { from: 0, to: 1, curve: straight([0, y], [SAMPLE, y]) };
  return el('path', { class: classes, d: halfArrowAlong([way], width) });
}

const curve = (middle: number): Markup =>
  el('path', {
    class: 'chord',
    d: `M2 ${round(middle + 4)}Q${SAMPLE / 2} ${round(middle - 8)} ${SAMPLE - 2} ${round(middle + 4)}`,
  });
