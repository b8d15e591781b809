import { MISSING_WORDS, RARER_MISSING_WORDS } from './reading.ts';

/**
 * The words for "missing" that a file may use: the common ones always, rarer ones where they stand among numbers.
 * @param columns the sample's fields, trimmed, by column
 * @param isNumber whether a field is a number
 */
export function guessMissing(
  columns: readonly (readonly string[])[],
  isNumber: (field: string) => boolean,
): string[] {
  const rare = new Set<string>();
  for (const column of columns) {
    const present = RARER_MISSING_WORDS.filter((word) => column.includes(word));
    if (!present.length) continue;
    const others = column.filter((field) => !isMissingWord(field));
    if (others.length && others.every(isNumber)) for (const word of present) rare.add(word);
  }
  return [...MISSING_WORDS, ...RARER_MISSING_WORDS.filter((word) => rare.has(word))];
}

const ALL = new Set<string>([...MISSING_WORDS, ...RARER_MISSING_WORDS]);
const isMissingWord = (field: string): boolean => ALL.has(field);
