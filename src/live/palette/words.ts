import { plain } from '../find-countries.ts';

/** A word as it is written, and as it is compared. */
export interface Word {
  readonly written: string;
  readonly plain: string;
}

/** The words of a text. What joins them (spaces, hyphens, apostrophes, arrows) is none. */
export const wordsOf = (text: string): Word[] =>
  (text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map((written) => ({ written, plain: plain(written) }));

/** The words of a text as they are compared, with one space between two. */
export const phraseOf = (text: string): string =>
  wordsOf(text)
    .map((word) => word.plain)
    .join(' ');
