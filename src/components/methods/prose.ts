import type { Markup } from '../../charts/svg.ts';
import { linkTerms } from '../link-terms.ts';

/** A letter of a formula with its index, as plain text writes it: "C_XY". Ids such as `pair_cells` are none. */
const LETTER = /(?<![\p{L}\p{N}_])(\p{L})_(\p{L}{1,2})(?![\p{L}\p{N}_])/gu;

/**
 * Prose of a method page: terms lead to the glossary, where they first stand; letters of the formula look like letters
 * of a formula. One set of `seen` terms for a page.
 */
export const prose = (words: string, seen: Set<string>): Markup =>
  linkTerms(words, '/', seen).replace(LETTER, '<i>$1</i><sub>$2</sub>') as Markup;
