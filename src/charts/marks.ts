import { hasFlag } from '../model/flag.ts';

/**
 * How a flag shows in a chart, the same in every chart: what is provisional is hollow, what is of low reliability is
 * hatched, what is estimated or derived is pale. Each has a letter too, so that none is told by looks alone.
 */
export type Look = 'plain' | 'provisional' | 'unreliable' | 'derived';

export function lookOf(flag: string | null): Look {
  if (hasFlag(flag, 'p')) return 'provisional';
  if (hasFlag(flag, 'u')) return 'unreliable';
  if (hasFlag(flag, 'e')) return 'derived';
  return 'plain';
}

/** The letter a reader sees beside a value, explained under the chart. */
export const LETTERS = {
  p: 'provisional',
  u: 'partly reported',
  e: 'estimated or derived',
  d: 'definition differs',
  b: 'break in series',
} as const;

/** The letters of a flag that have a meaning, as shown: "pu". */
export const lettersOf = (flag: string | null): string =>
  [...(flag ?? '')].filter((letter) => letter in LETTERS).join('');

/** The key of the letters that occur: "p provisional · u partly reported"; null where none does. */
export function keyOf(flags: Iterable<string | null>): string | null {
  const seen = new Set([...flags].flatMap((flag) => [...lettersOf(flag)]));
  const parts = Object.entries(LETTERS).flatMap(([letter, words]) =>
    seen.has(letter) ? [`${letter} ${words}`] : [],
  );
  return parts.length ? parts.join(' · ') : null;
}
