import type { Cell } from './engine.ts';

/**
 * What both engines do with raw values, so that a query gives the same rows in a build and in a browser:
 * every number is a number, dates are ISO text, lists and structs are JSON text.
 */

/** A value before it becomes a cell: lists and structs still have their parts. */
export type Nested = Cell | readonly Nested[] | { readonly [key: string]: Nested };

/**
 * A whole number of any width.
 * @throws {RangeError} beyond ±(2^53 − 1): such a number would be wrong in its last digits
 */
export function integer(value: bigint): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number))
    throw new RangeError(
      `${value} is too large to be exact. In the SQL, cast it to DOUBLE (rounded) or VARCHAR (exact text).`,
    );
  return number;
}

/** A whole number of any width: a number where that is exact, else the text of its digits. */
export function whole(value: bigint): number | string {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : String(value);
}

/** A decimal from its digits: `decimal(12345n, 2)` is 123.45, the nearest double. Whole ones must be exact. */
export function decimal(unscaled: bigint, scale: number): number {
  if (scale === 0) return integer(unscaled);
  const digits = String(unscaled < 0n ? -unscaled : unscaled).padStart(scale + 1, '0');
  return Number(`${unscaled < 0n ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`);
}

/** A signed 128-bit number from four 32-bit words, the lowest first: how Arrow stores decimals and huge integers. */
export function int128(words: ArrayLike<number>, at = 0): bigint {
  let value = 0n;
  for (let word = 3; word >= 0; word--) value = (value << 32n) | BigInt((words[at + word] ?? 0) >>> 0);
  return BigInt.asIntN(128, value);
}

const MICROS_A_DAY = 86_400_000_000n;

/** `2020-01-31`, from days since 1970. */
export const date = (days: number): string => new Date(days * 86_400_000).toISOString().slice(0, -14);

/** `10:00:00` or `10:00:00.5`, from microseconds since midnight. */
export function time(micros: bigint): string {
  const clock = new Date(Number(micros / 1_000_000n) * 1000).toISOString().slice(11, 19);
  const fraction = String(micros % 1_000_000n)
    .padStart(6, '0')
    .replace(/0+$/, '');
  return fraction ? `${clock}.${fraction}` : clock;
}

/** `2020-01-31T10:00:00`, from microseconds since 1970; with a `Z` where the type has a time zone. */
export function timestamp(micros: bigint, zoned: boolean): string {
  const inDay = ((micros % MICROS_A_DAY) + MICROS_A_DAY) % MICROS_A_DAY;
  return `${date(Number((micros - inDay) / MICROS_A_DAY))}T${time(inDay)}${zoned ? 'Z' : ''}`;
}

/** JSON text for lists and structs; any other value is a cell already. */
export const cell = (value: Nested): Cell =>
  value !== null && typeof value === 'object' ? JSON.stringify(value) : value;

/** A type that has no cell. The two engines would disagree on it, or the browser's would read it wrongly. */
export function unsupported(type: string): never {
  throw new TypeError(
    `A column of type ${type} has no common form in both engines. In the SQL, cast it to VARCHAR.`,
  );
}

/** Column names made unique: a second `year` becomes `year_2`. */
export function uniqueNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let unique = name;
    for (let n = 2; taken.has(unique); n++) unique = `${name}_${n}`;
    taken.add(unique);
    return unique;
  });
}
