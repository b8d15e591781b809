import type { Frame } from './chart.ts';
import { wrap } from './measure.ts';
import { fontSize, sheet, type SheetParts } from './sheet.ts';
import { el, text, type Markup } from './svg.ts';

/** Words in the place of a drawing: an empty frame would read as zero. */
export function nothing(words: string, frame: Frame, parts: SheetParts): Markup {
  const { body, height } = nothingBody(words, frame.width, fontSize(frame.width));
  return sheet(frame, parts, body, height);
}

export function nothingBody(
  words: string,
  width: number,
  size: number,
  height?: number,
): { body: Markup; height: number } {
  const said = wrap(words, width - size * 2, size);
  const tall = height ?? Math.round(said.length * size * 1.4 + size * 2.6);
  const top = tall / 2 - ((said.length - 1) * size * 1.4) / 2 + size * 0.35;
  const body = [
    el('rect', { class: 'nothing', x: 0.5, y: 0.5, width: width - 1, height: tall - 1 }),
    ...said.map((line, i) =>
      el('text', { class: 'nothing-words', x: width / 2, y: top + i * size * 1.4 }, text(line)),
    ),
  ].join('') as Markup;
  return { body, height: tall };
}
