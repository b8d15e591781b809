/**
 * Numbers, years and lists in words, the same in Node and in the browser: British English, true minus signs, and
 * no-break spaces between a number and what belongs to it.
 */

const NBSP = '\u00a0';
const MINUS = '\u2212';

const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });

/** 73485 → "73,485"; −102 → "−102" with a true minus sign. */
export const count = (value: number): string => minus(whole.format(value));

/** The same with its sign always shown; zero has none. */
export const signed = (value: number): string => (value > 0 ? `+${count(value)}` : count(value));

/**
 * For axes, where a tick is a round number: 0, "500", "10,000", "1.2 M". All ticks of an axis are written at the scale
 * of its largest.
 */
export function compact(value: number, largest: number = value): string {
  const size = Math.max(Math.abs(value), Math.abs(largest));
  if (size < 100_000 || value === 0) return count(value);
  const [divisor, letter] = size < 1e6 ? [1e3, 'k'] : size < 1e9 ? [1e6, 'M'] : [1e9, 'bn'];
  return minus(`${trim(value / divisor, 2)}${NBSP}${letter}`);
}

/** A share of 1 as a percentage: 0.1234 → "12%"; below ten percent one decimal, never "0%" for what is not zero. */
export function percent(share: number): string {
  const value = share * 100;
  if (value !== 0 && Math.abs(value) < 0.1) return value > 0 ? '<0.1%' : `>${MINUS}0.1%`;
  return minus(`${trim(value, Math.abs(value) < 10 ? 1 : 0)}%`);
}

/** A count with its unit, whose plural is the name the atlas gives it: quantity(1, "students") → "1 student". */
export const quantity = (value: number, unit: string): string =>
  `${count(value)}${NBSP}${Math.abs(value) === 1 ? singular(unit) : unit}`;

/** The singular of a unit as `layers.unit` writes it: "students" → "student", "countries" → "country", "ties" → "tie". */
export const singular = (unit: string): string => unit.replace(/(..)ies$/, '$1y').replace(/s$/, '');

/** "China", "China and India", "China, India and Nepal". */
export const list = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;

/** Both ends of a run of years: "1998–2020", or "2019" where it is one. */
export const span = (first: number, last: number): string =>
  first === last ? String(first) : `${first}–${last}`;

/** Years as runs: [2004, 2005, 2006, 2019] → "2004–2006 and 2019". */
export function years(all: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const year of [...new Set(all)].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run && run[1] === year - 1) run[1] = year;
    else runs.push([year, year]);
  }
  return list(runs.map(([first, last]) => span(first, last)));
}

/** First letter in upper case, the rest untouched: for a sentence that begins with a name or a unit. */
export const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

const minus = (digits: string): string => digits.replace(/^-(?=0(\D|$))/, '').replace('-', MINUS);
const trim = (value: number, decimals: number): string => String(Number(value.toFixed(decimals)));
