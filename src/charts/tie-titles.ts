import { placeOf, type Places } from '../model/country.ts';
import { flagWords } from '../model/flag.ts';
import type { ShownTie, TieScale } from '../model/tie.ts';
import { quantity } from './format.ts';
import { measured, measuredNumber } from './measured.ts';

/**
 * How a tie reads: a move from one place to the other, something two places share, or something they share as one of
 * them sees it (the share of Portugal's papers that are with Brazil).
 */
export type TieReading = 'from-to' | 'pair' | 'seen-from';

export const JOINED = { 'from-to': 'to', pair: 'and', 'seen-from': 'with' } as const;

export interface TieWords {
  readonly places: Places;
  readonly reads: TieReading;
  readonly scale: TieScale;
  /** What a count counts, plural: "papers". */
  readonly unit: string;
}

/** Whether the measure of these ties is nothing but their count. */
export const isCount = ({ kind }: TieScale, ties: readonly ShownTie[]): boolean =>
  kind === 'size' && ties.every(({ count, value }) => count === value);

/** "Germany and France", "Germany to France". */
export const endsWords = (origin: string, destination: string, { places, reads }: TieWords): string =>
  `${placeOf(places, origin).short_name} ${JOINED[reads]} ${placeOf(places, destination).short_name}`;

/**
 * A tie in a sentence: "Germany and France: 21,304 papers (provisional)", and of a measure with limits
 * "Germany and France: affinity 1.62 (1.58–1.66), 21,304 papers".
 * @param counts whether the measure is the count, which is then said once
 */
export function tieTitle(tie: ShownTie, counts: boolean, words: TieWords): string {
  const { scale, unit } = words;
  const counted = quantity(tie.count, unit);
  const said = counts ? counted : `${valueWords(tie, scale)}, ${counted}`;
  const flag = tie.flag ? ` (${flagWords(tie.flag)})` : '';
  return `${endsWords(tie.origin, tie.destination, words)}: ${said}${flag}${otherWords(tie, scale)}`;
}

function valueWords({ value, low, high }: ShownTie, scale: TieScale): string {
  const sign = scale.kind === 'signed' && value > 0 ? '+' : '';
  const limits =
    low === null || high === null
      ? ''
      : ` (${measuredNumber(low, scale.digits)}–${measuredNumber(high, scale.digits)})`;
  const name = lowerFirst(scale.title);
  // "Change in papers" has said what is counted.
  const unit = scale.unit && name.includes(scale.unit) ? '' : scale.unit;
  const number = `${sign}${measured(value, { ...scale, unit })}${limits}`;
  // "12 moves per million inhabitants" says what it is; a bare number does not.
  return unit.includes(' ') ? number : `${name} ${number}`;
}

function otherWords({ other }: ShownTie, scale: TieScale): string {
  if (other === undefined) return '';
  return other === null ? '; nothing to compare with' : `; compared with ${measured(other, scale)}`;
}

/** "Affinity" → "affinity"; "RIC" stays. */
export const lowerFirst = (words: string): string =>
  /^\p{Lu}\p{Lu}/u.test(words) ? words : words.charAt(0).toLowerCase() + words.slice(1);
