import { count, list, percent } from '../charts/format.ts';
import { decimal } from '../charts/decimal.ts';
import type { Place, Places } from '../model/country.ts';
import { placeOf } from '../model/country.ts';

/** Source of a fact that counts what is in the release itself. */
export const RELEASE_ITSELF = 'Crosscurrents';

/**
 * How a fact is written.
 *
 * - `count` 73485 → "73,485"; `millions` 6859427 → "6.86 million"
 * - `percent` a share of one, 0.345 → "35%"; `points` a difference of shares, 0.042 → "4.2"
 * - `times` a ratio, 3.24 → "3.2"; `small` a count in words up to ten, 7 → "seven"
 * - `two` and `three` decimals of an index, 1.312 → "1.31"
 * - `year` 2013 → "2013"
 * - `place` an ISO code as it stands in a sentence, "USA" → "the United States"; `Place` at its head; `places` "CHN IND" → "China and India"
 * - `text` as the query gives it
 */
export type FactFormat =
  | 'count'
  | 'millions'
  | 'percent'
  | 'points'
  | 'times'
  | 'small'
  | 'two'
  | 'three'
  | 'year'
  | 'place'
  | 'Place'
  | 'places'
  | 'text';

/** A number (or a name) that prose states: a query's answer, and what it was when the prose was written. */
export interface Fact {
  /** What it is, in words that follow the value: "students enrolled outside their own country". */
  readonly says: string;
  /** Gives one row: `value`, and `year` (a year, or words such as "2013–2018"). It names its sources. */
  readonly sql: string;
  /** Ids of the sources that it rests on. */
  readonly sources: readonly string[];
  readonly format: FactFormat;
  /** The value when the prose was written: where the release's is too far from it, the prose has to be read again. */
  readonly stated: number | string;
  /** How far a number may be from what was stated, as a part of it. Ten in a hundred where left out. Names must be the same. */
  readonly within?: number;
  /** What the prose claims of the value beyond its size: `['more than doubled', (v) => v > 2]`. */
  readonly must?: readonly [claim: string, holds: (value: number) => boolean];
}

/** The facts of a piece by the names that its prose uses. */
export type Facts = Readonly<Record<string, Fact>>;

/** Checks names as they are written down. */
export const facts = <T extends Facts>(all: T): T => {
  for (const name of Object.keys(all))
    if (!/^[a-z][a-z0-9_]*$/.test(name))
      throw new Error(`"${name}" is no name of a fact: use a-z, 0-9 and _.`);
  return all;
};

/** A fact with the release's value. */
export interface Reckoned {
  readonly name: string;
  readonly fact: Fact;
  readonly value: number | string;
  /** The year or years of the value. */
  readonly year: string;
  /** As prose writes it. */
  readonly words: string;
}

const SMALL = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** Writes a value. Throws where it is not of the kind that the format takes. */
export function factWords(value: number | string, format: FactFormat, places: Places): string {
  const place = (code: string): Place => placeOf(places, code);
  switch (format) {
    case 'place':
      return place(String(value)).in_text;
    case 'Place':
      return capital(place(String(value)).in_text);
    case 'places':
      return list(
        String(value)
          .split(' ')
          .map((code) => place(code).in_text),
      );
    case 'text':
      return String(value);
  }
  if (typeof value !== 'number' || !Number.isFinite(value))
    throw new Error(`${JSON.stringify(value)} is no number to be written as ${format}.`);
  switch (format) {
    case 'count':
      return count(value);
    case 'millions':
      return `${decimal(value / 1e6, value < 1e7 ? 2 : 1)}\u00a0million`;
    case 'percent':
      return percent(value);
    case 'points':
      return decimal(Math.abs(value) * 100, 1);
    case 'times':
      return String(Number(value.toFixed(Math.abs(value) < 10 ? 1 : 0)));
    case 'small':
      return Number.isInteger(value) ? (SMALL[value] ?? count(value)) : String(value);
    case 'two':
      return decimal(value, 2);
    case 'three':
      return decimal(value, 3);
    case 'year':
      return String(value);
  }
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** Why a value no longer bears what was written of it; null where it does. */
export function broken({
  fact: { stated, within = 0.1, must },
  value,
}: Pick<Reckoned, 'fact' | 'value'>): string | null {
  if (typeof stated !== typeof value) return `is ${typeof value === 'string' ? 'a text' : 'a number'} now`;
  if (typeof value === 'string' || typeof stated === 'string') return value === stated ? null : 'is another';
  if (must && !must[1](value)) return `no longer shows "${must[0]}"`;
  const off = stated === 0 ? Math.abs(value) : Math.abs(value / stated - 1);
  return off <= within ? null : `is more than ${percent(within)} away`;
}
