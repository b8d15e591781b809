import { compact } from './format.ts';
import type { Block } from './legend.ts';
import { textWidth, widest } from './measure.ts';
import { el, text, type Markup } from './svg.ts';
import type { TieClasses } from './tie-classes.ts';

export interface ClassBarWords {
  /** What the colours say: "Papers", "Affinity". */
  readonly head: string;
  /** Under the low end, the middle and the high end of colours that run to both sides. */
  readonly sides: readonly [below: string, middle: string, above: string];
}

/** Drawn over the swatches of classes below the middle: the second cue that marks of those classes carry. */
export type BelowMark = (x: number, y: number, width: number, height: number, colour: string) => Markup;

const HEIGHT = 12;

/** A legend of classes as one bar: limits stand under the lines where colours meet. */
export function classBar(
  classes: TieClasses,
  { head, sides }: ClassBarWords,
  size: number,
  below: BelowMark | null = null,
): Block {
  const { limits, colours, middle } = classes;
  const most = Math.max(...limits.map(Math.abs));
  const words = limits.map((limit) => limitWords(limit, most));
  const step = Math.ceil(Math.max(30, widest(words, size) + 7));
  const width = step * colours.length;
  const top = size * 1.55;
  const under = top + HEIGHT + size * 1.15;
  const line = (words: string, x: number, y: number, anchor: string, kind = 'key'): Markup =>
    el('text', { class: kind, x, y, 'text-anchor': anchor }, text(words));
  const parts = [
    line(head, 0, size * 1.05, 'start', 'head'),
    ...colours.map((colour, i) =>
      el('rect', { class: colour, x: i * step, y: top, width: step - 1, height: HEIGHT }),
    ),
    ...colours.map((colour, i) =>
      below && middle !== null && i < middle ? below(i * step, top, step - 1, HEIGHT, colour) : null,
    ),
    ...words.map((words, i) => line(words, (i + 1) * step, under, 'middle')),
  ];
  if (middle === null)
    return {
      width: Math.max(width, textWidth(head, size)),
      height: under + 4,
      markup: el('g', {}, ...parts),
    };
  const last = under + size * 1.3;
  parts.push(
    line(sides[0], 0, last, 'start'),
    line(sides[1], width / 2, last, 'middle'),
    line(sides[2], width, last, 'end'),
  );
  return { width: Math.max(width, textWidth(head, size)), height: last + 4, markup: el('g', {}, ...parts) };
}

/** Limits are round: as many digits as they have. */
const limitWords = (limit: number, most: number): string =>
  most >= 100_000
    ? compact(limit, most)
    : limit.toLocaleString('en-GB', { maximumSignificantDigits: 3 }).replace('-', '\u2212');
