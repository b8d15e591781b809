/** Which sign a file writes before the decimals. */

/** With one sign, and not exactly three digits after it: the sign cannot group digits. */
const POINT =
  /^[-+\u2212]?\d*\.(?:\d{1,2}|\d{4,})(?:[eE][-+]?\d+)?$|^[-+]?\d{4,}\.\d+$|^[-+]?\d{1,3}(?:,\d{3})+\.\d+$/;
const COMMA =
  /^[-+\u2212]?\d*,(?:\d{1,2}|\d{4,})(?:[eE][-+]?\d+)?$|^[-+]?\d{4,},\d+$|^[-+]?\d{1,3}(?:\.\d{3})+,\d+$/;
const EITHER = /^[-+\u2212]?\d{1,3}([.,])\d{3}$/;

export interface DecimalGuess {
  readonly decimal: '.' | ',';
  /** A value that the other sign would make another number, where nothing in the sample decides. */
  readonly doubtful: string | null;
}

/**
 * Counts the fields that only one of the two signs explains.
 * @param fields of the whole sample
 * @param delimiter a file that separates fields by semicolons mostly does so because of decimal commas
 */
export function guessDecimal(fields: Iterable<string>, delimiter: string): DecimalGuess {
  let points = 0;
  let commas = 0;
  let either: string | null = null;
  for (const field of fields) {
    if (field.length > 40) continue;
    if (POINT.test(field)) points += 1;
    else if (COMMA.test(field)) commas += 1;
    else if (either === null && EITHER.test(field)) either = field;
  }
  if (points !== commas) return { decimal: commas > points ? ',' : '.', doubtful: null };
  return { decimal: delimiter === ';' && either?.includes(',') ? ',' : '.', doubtful: either };
}
