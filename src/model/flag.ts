/**
 * Observation status, after the SDMX code list CL_OBS_STATUS (letters in lower case).
 * A value's `flag` is null (normal) or one or more of these letters, sorted, without separator.
 */
export const FLAGS = {
  b: { label: 'break in series', meaning: 'Not comparable with the years before it.' },
  d: { label: 'definition differs', meaning: 'Counts something other than the definition of the layer.' },
  e: {
    label: 'estimated',
    meaning: 'Estimated by the source, or derived by us from other published values.',
  },
  m: { label: 'missing', meaning: 'The source has a row and no value, which is not zero.' },
  p: { label: 'provisional', meaning: 'The source was still growing when it was read.' },
  q: {
    label: 'suppressed',
    meaning: 'The source hides a small value; what is known of it is said at the table.',
  },
  u: {
    label: 'low reliability',
    meaning:
      'Only part of what should be there was reported; of a fall or a recovery: no second source shows it.',
  },
} as const;

export type FlagLetter = keyof typeof FLAGS;

/** Sorts and joins flag letters; null for none. */
export function flagOf(letters: Iterable<FlagLetter>): string | null {
  const unique = [...new Set(letters)].sort();
  return unique.length ? unique.join('') : null;
}

/** Whether a stored flag holds a letter. */
export const hasFlag = (flag: string | null, letter: FlagLetter): boolean => flag?.includes(letter) ?? false;

/** A stored flag in words: "estimated, provisional"; an empty string for a normal value. */
export function flagWords(flag: string | null): string {
  return [...new Set(flag ?? '')].map((letter) => FLAGS[letter as FlagLetter]?.label ?? letter).join(', ');
}
