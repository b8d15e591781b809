import type { ColumnType } from './reading.ts';

/** A value as a column of the database takes it; dates are days since 1970. */
export type Value = string | number | boolean;
/** Reads a field without spaces around it; undefined if it does not fit the type. */
export type ReadValue = (field: string) => Value | undefined;

/** Spaces that group digits: plain, no-break, thin, narrow no-break; and the apostrophe of the Swiss. */
const GROUP = "[ \\u00a0\\u2009\\u202f'’]";

const SIGN = '[-+\\u2212]?';

const number = (decimal: '.' | ',', whole: boolean): RegExp => {
  const [point, comma] = decimal === '.' ? ['\\.', ','] : [',', '\\.'];
  const grouped = `\\d{1,3}(?:(?:${comma}|${GROUP})\\d{3})+`;
  const fraction = whole ? '' : `(?:${point}\\d*)?(?:[eE][-+]?\\d+)?`;
  const bare = whole ? '' : `|${point}\\d+(?:[eE][-+]?\\d+)?`;
  return new RegExp(`^${SIGN}(?:(?:\\d+|${grouped})${fraction}${bare})$`);
};

const NUMBERS = { '.': number('.', false), ',': number(',', false) };
const WHOLES = { '.': number('.', true), ',': number(',', true) };
const PLAIN_NUMBER = /^-?\d+(?:\.\d+)?$/;

/** "1 234,5" with a decimal comma → 1234.5; undefined if the field is no number. */
export function numberOf(field: string, decimal: '.' | ','): number | undefined {
  if (decimal === '.' && PLAIN_NUMBER.test(field)) return Number(field);
  if (!NUMBERS[decimal].test(field)) return undefined;
  const bare = field.replace(/[ \u00a0\u2009\u202f'’]/g, '').replace('\u2212', '-');
  const value = Number(
    decimal === '.' ? bare.replaceAll(',', '') : bare.replaceAll('.', '').replace(',', '.'),
  );
  return Number.isFinite(value) ? value : undefined;
}

/** Digits alone, of which most whole numbers are, read without an expression; null for anything else. */
function digits(field: string): number | null {
  const { length } = field;
  if (length === 0 || length > 15) return null;
  let value = 0;
  for (let n = 0; n < length; n++) {
    const digit = field.charCodeAt(n) - 48;
    if (digit < 0 || digit > 9) return null;
    value = value * 10 + digit;
  }
  return value;
}

/** A whole number that is exact; "1,234" groups its digits. */
export function integerOf(field: string, decimal: '.' | ','): number | undefined {
  const plain = digits(field);
  if (plain !== null) return plain;
  if (!WHOLES[decimal].test(field)) return undefined;
  const value = numberOf(field, decimal);
  return Number.isSafeInteger(value) ? value : undefined;
}

const TRUTH: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['yes', true],
  ['false', false],
  ['no', false],
]);
export const booleanOf = (field: string): boolean | undefined => TRUTH.get(field.toLowerCase());

const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/;
const YEAR_LAST = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/;
const DAY_MS = 86_400_000;

/** Days since 1970; undefined if there is no such day. */
export function dateOf(field: string, order: 'date' | 'date-dmy' | 'date-mdy'): number | undefined {
  const match = (order === 'date' ? YEAR_FIRST : YEAR_LAST).exec(field);
  if (!match) return undefined;
  const [, a, , b, c] = match.map(Number) as [number, number, number, number, number];
  const [year, month, day] = order === 'date' ? [a, b, c] : order === 'date-dmy' ? [c, b, a] : [c, a, b];
  const time = Date.UTC(year, month - 1, day);
  const made = new Date(time);
  // 30 February would come out as a day of March; years below 100 are no years of four digits.
  return made.getUTCMonth() === month - 1 && made.getUTCDate() === day && year >= 100
    ? time / DAY_MS
    : undefined;
}

/** The way to read a column's fields. Fields of text stand as they are. */
export function readerOf(type: ColumnType, decimal: '.' | ','): ReadValue {
  switch (type) {
    case 'integer':
      return (field) => integerOf(field, decimal);
    case 'number':
      return (field) => numberOf(field, decimal);
    case 'boolean':
      return booleanOf;
    case 'date':
    case 'date-dmy':
    case 'date-mdy':
      return (field) => dateOf(field, type);
    default:
      return (field) => field;
  }
}

/** What a value that does not fit is not, for sentences: "“n/a” is no whole number". */
export const NO_SUCH: Readonly<Record<ColumnType, string>> = {
  text: 'is no text',
  integer: 'is no whole number',
  number: 'is no number',
  boolean: 'is neither true nor false',
  date: 'is no date (year-month-day)',
  'date-dmy': 'is no date (day.month.year)',
  'date-mdy': 'is no date (month/day/year)',
  skip: 'is left out',
};
