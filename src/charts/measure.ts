/**
 * Widths of text without a browser: Inter's advances in em, by class of letter. Charts set margins and wrap labels by
 * it; it errs on the wide side by a few hundredths, so nothing that fits here is cut there.
 */
const CLASSES: readonly (readonly [RegExp, number])[] = [
  [/[iljI'|.,:;·!\u00a0 ]/, 0.29],
  [/[ftr()[\]/-]/, 0.37],
  [/[mwMWO@%]/, 0.88],
  [/[A-Z]/, 0.72],
  [/[0-9+−]/, 0.65],
  [/[\u3000-\u9fff\uac00-\ud7af]/, 1],
];

/** Width in pixels of a line of text at a font size. */
export const textWidth = (text: string, size: number): number =>
  [...text].reduce(
    (sum, letter) => sum + (CLASSES.find(([letters]) => letters.test(letter))?.[1] ?? 0.6),
    0,
  ) * size;

/** Breaks text at spaces into lines no wider than `width`, where its words allow it. */
export function wrap(text: string, width: number, size: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ').filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && textWidth(`${last} ${word}`, size) <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** The widest of several lines, in whole pixels. */
export const widest = (lines: readonly string[], size: number): number =>
  Math.ceil(Math.max(0, ...lines.map((line) => textWidth(line, size))));
