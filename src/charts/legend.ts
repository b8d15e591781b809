import { textWidth } from './measure.ts';
import { el, round, text, type Markup } from './svg.ts';

/** A piece of a legend, drawn from its own origin (top left). */
export interface Block {
  readonly width: number;
  readonly height: number;
  readonly markup: Markup;
}

const GAP_X = 26;
const GAP_Y = 8;
const GAP_KEYS = 16;

/** Sets blocks one after the other in as many rows as the width asks for. */
export function layBlocks(
  blocks: readonly Block[],
  width: number,
  top: number,
): { markup: Markup; height: number } {
  let [x, y, rowHeight] = [0, 0, 0];
  const placed = blocks.map((block) => {
    if (x > 0 && x + block.width > width) {
      [x, y, rowHeight] = [0, y + rowHeight + GAP_Y, 0];
    }
    const at = `translate(${round(x)} ${round(top + y)})`;
    x += block.width + GAP_X;
    rowHeight = Math.max(rowHeight, block.height);
    return el('g', { transform: at }, block.markup);
  });
  return { markup: el('g', { class: 'legend' }, ...placed), height: y + rowHeight };
}

/** A mark with words to its right; both stand on the middle of a line. */
export interface KeyItem {
  readonly mark: ((middle: number) => Markup) | null;
  readonly markWidth: number;
  readonly words: string;
}

/**
 * A row of keys after an optional head: `head  ━ 50,000  ─ 10,000`.
 * @param column width of each key, where rows stand below each other as a table
 */
export function keyRow(
  head: string | null,
  items: readonly KeyItem[],
  size: number,
  height = size * 1.6,
  column?: number,
): Block {
  const middle = height / 2;
  const base = middle + size * 0.35;
  let x = 0;
  const parts: Markup[] = [];
  if (head) {
    parts.push(el('text', { class: 'head', y: base }, text(head)));
    x = textWidth(head, size) * 1.05 + 10;
  }
  for (const { mark, markWidth, words } of items) {
    if (mark) parts.push(el('g', { transform: `translate(${round(x)} 0)` }, mark(middle)));
    const indent = mark ? markWidth + 6 : 0;
    parts.push(el('text', { class: 'key', x: x + indent, y: base }, text(words)));
    x += (column ?? indent + textWidth(words, size)) + GAP_KEYS;
  }
  return { width: x - (items.length ? GAP_KEYS : 0), height, markup: el('g', {}, ...parts) };
}

/** Lines of words, for notes that are too long for a row. The first may stand beside a mark. */
export function keyLines(lines: readonly string[], mark: KeyItem | null, size: number): Block {
  const step = size * 1.4;
  const indent = mark ? mark.markWidth + 6 : 0;
  return {
    width: indent + Math.max(0, ...lines.map((line) => textWidth(line, size))),
    height: step * lines.length + size * 0.2,
    markup: el(
      'g',
      {},
      mark?.mark?.(size * 0.8) ?? null,
      ...lines.map((line, i) =>
        el('text', { class: 'key', x: indent, y: size * 1.15 + i * step }, text(line)),
      ),
    ),
  };
}

/** A rectangle filled by a class or a pattern, as a key. */
export const swatch = (words: string, look: { className?: string; fill?: string }, width = 18): KeyItem => ({
  markWidth: width,
  words,
  mark: (middle) =>
    el(
      'g',
      {},
      el('rect', { class: look.className ?? 'land', y: middle - 5.5, width, height: 11 }),
      look.fill ? el('rect', { class: 'void', fill: look.fill, y: middle - 5.5, width, height: 11 }) : null,
    ),
});
