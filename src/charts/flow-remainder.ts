import type { ShownTie } from '../model/tie.ts';
import type { FlowMapInput } from './flow-input.ts';
import { layerIsDirected, nounOf } from './flow-ties.ts';
import { count, percent, quantity } from './format.ts';
import type { Block } from './legend.ts';
import { textWidth, wrap } from './measure.ts';
import { el, text } from './svg.ts';

/** What is drawn of all there is. */
export interface Remainder {
  /** "Shown: 60 of 14,210 pairs, 58% of all links" */
  readonly words: string;
  /** Part of the sum that is drawn, or of the ties where there is no sum. */
  readonly share: number;
}

/** What the drawn ties are of all; null where nothing is left out. */
export function remainderOf(input: FlowMapInput, ties: readonly ShownTie[]): Remainder | null {
  const { all, unit } = input;
  if (!all) return null;
  // An undirected pair that is drawn from both ends is one pair still.
  const directed = layerIsDirected(input);
  const drawn = new Map(
    ties.map((tie) => {
      const ends = [tie.origin, tie.destination];
      return [(directed ? ends : ends.sort()).join(''), tie];
    }),
  );
  if (drawn.size >= all.ties) return null;
  const shown = `Shown: ${count(drawn.size)} of ${quantity(all.ties, nounOf(input))}`;
  if (!all.sum) return { words: shown, share: drawn.size / all.ties };
  const share = [...drawn.values()].reduce((total, tie) => total + tie.count, 0) / all.sum;
  // Sums of pairs under whole counting count links, not papers.
  return { words: `${shown}, ${partWords(share)} of all ${directed ? unit : 'links'}`, share };
}

/** What is not all never reads as all. */
const partWords = (share: number): string => (share < 1 && share >= 0.995 ? 'over 99%' : percent(share));

const BAR = { width: 110, height: 9 };

/** The remainder as a bar of two parts beside its words, or above them where the figure is narrow. */
export function remainderBar({ words, share }: Remainder, width: number, size: number): Block {
  const beside = BAR.width + 8 + textWidth(words, size) <= width;
  const whole = beside ? BAR.width : width;
  const part = Math.max(1, whole * Math.min(1, share));
  const height = size * 1.6;
  const lines = beside ? [words] : wrap(words, width, size);
  const top = beside ? (height - BAR.height) / 2 : 2;
  const first = beside ? height / 2 + size * 0.35 : BAR.height + 2 + size * 1.3;
  return {
    // It takes a row of its own: it says something of all the others.
    width,
    height: beside ? height : first + (lines.length - 1) * size * 1.35 + size * 0.4,
    markup: el(
      'g',
      { class: 'remainder' },
      el('rect', { class: 'rest', x: 0.5, y: top + 0.5, width: whole - 1, height: BAR.height - 1 }),
      el('rect', { class: 'part', y: top, width: part, height: BAR.height }),
      ...lines.map((line, i) =>
        el('text', { class: 'key', x: beside ? BAR.width + 8 : 0, y: first + i * size * 1.35 }, text(line)),
      ),
    ),
  };
}
