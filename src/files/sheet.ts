import { textWidth, wrap } from '../charts/measure.ts';
import { creditLines, type Credited } from './credits.ts';

/** A line of text of the sheet around a picture: left edge and baseline, in user units. */
export interface SheetLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly kind: 'title' | 'takeaway' | 'credit';
}

/** The sheet that a picture is put on, with all that must travel with it. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  /** Left upper corner of the picture. */
  readonly picture: readonly [x: number, y: number];
  readonly lines: readonly SheetLine[];
  /** Height of the rule over the credits. */
  readonly rule: number;
}

/** `spare`: how much wider than ours the letters of readers without our fonts may be. Bold ones of many families are. */
export const SIZES: Readonly<
  Record<SheetLine['kind'], { readonly size: number; readonly leading: number; readonly spare: number }>
> = {
  title: { size: 21, leading: 27, spare: 1.1 },
  takeaway: { size: 15, leading: 21, spare: 1.04 },
  credit: { size: 11, leading: 15.5, spare: 1 },
};
const MARGIN = 24;
/** Lines longer than this are hard to read, however wide the picture. */
const MEASURE = 720;
const NARROWEST = 280;

/**
 * Lays out title and takeaway over a picture, and coverage, notes, sources, licence, release and address under it, each in lines
 * that fit its width.
 * @param picture its size in user units
 */
export function sheetOf(
  taken: Credited,
  picture: { readonly width: number; readonly height: number },
): Sheet {
  const inner = Math.max(picture.width, NARROWEST);
  const lines: SheetLine[] = [];
  let y = MARGIN;
  const write = (words: string, kind: SheetLine['kind'], after = 0): void => {
    const { size, leading, spare } = SIZES[kind];
    for (const text of fit(words, Math.min(inner / spare, MEASURE), size)) {
      lines.push({ text, kind, x: MARGIN, y: y + (leading + size * 0.7) / 2 });
      y += leading;
    }
    y += after;
  };

  write(taken.title, 'title', 4);
  if (taken.takeaway) write(taken.takeaway, 'takeaway', 4);
  y += 12;
  const top = y;
  y += picture.height + 16;
  const rule = y;
  y += 10;
  for (const line of creditLines(taken)) write(line, 'credit', 3);
  return {
    width: Math.ceil(inner + 2 * MARGIN),
    height: Math.ceil(y + MARGIN - 3),
    picture: [MARGIN, top],
    lines,
    rule,
  };
}

/** Lines no wider than `width`. A word that is wider (an address) is broken, after a sign of punctuation where there is one. */
function fit(words: string, width: number, size: number): string[] {
  return wrap(words, width, size).flatMap((line) => {
    const lines: string[] = [];
    let rest = line;
    while (textWidth(rest, size) > width) {
      const cut = breakAt(rest, width, size);
      lines.push(rest.slice(0, cut));
      rest = rest.slice(cut);
    }
    return [...lines, rest];
  });
}

/** How much of a text fits: to the last sign at which an address may be broken, or else to the last letter. */
function breakAt(text: string, width: number, size: number): number {
  let fits = 1;
  while (fits < text.length && textWidth(text.slice(0, fits + 1), size) <= width) fits += 1;
  const sign = Math.max(...[...'/?&=, '].map((letter) => text.lastIndexOf(letter, fits - 1)));
  return sign > fits / 2 ? sign + 1 : fits;
}
