import type { Place } from './run-error.ts';

/** Where a reader writes a query. Two kinds: a plain field that is there at once, and the editor that takes its place. */
export interface Editor {
  text: string;
  /** What is selected, in characters from the start; both the same where nothing is. */
  readonly selection: { readonly from: number; readonly to: number };
  /** Puts a text in the place of the selection, with a space before it where two words would run together. */
  insert(text: string): void;
  /** Goes to a place, and selects it. */
  goTo(place: Place): void;
  /** Marks a place as wrong, and says why; null takes the mark away. */
  mark(place: Place | null, words?: string): void;
  focus(): void;
}

/** The text that is put in: a name that follows a word or a quotation mark needs a space between. */
export const spaced = (before: string, text: string): string => (/[\w"']$/.test(before) ? ` ${text}` : text);
