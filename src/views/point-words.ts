import { quantity } from '../charts/format.ts';
import type { KnownPoint } from '../charts/series.ts';
import { flagWords } from '../model/flag.ts';

/**
 * A point of a line in words: "30 scholars in 2015 (Scopus base, provisional)".
 * @param what what is counted, plural
 * @param side which side of a country it is on, with a space before: " from Kenya"
 * @param source named where a figure holds several
 */
export function pointInWords(
  { value, year, flag }: KnownPoint,
  what: string,
  { side = '', source = null }: { side?: string; source?: string | null } = {},
): string {
  const more = [source, flagWords(flag)].filter(Boolean).join(', ');
  return `${quantity(value, what)}${side} in ${year}${more ? ` (${more})` : ''}`;
}
