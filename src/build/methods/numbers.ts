import type { WriteNumber } from '../../model/indicator.ts';

/** A number in a list that a row holds as text. */
const DIGITS = /^-?\d+(\.\d+)?$/;

/**
 * Numbers of a worked example. With `digits` a number has so many decimals; without, a whole one none and any other up
 * to three. One that would be written as zero and is not gets two digits that count.
 * @throws Error where there is no number: an example never stands on what is missing
 */
const digitsOf = (value: unknown, digits?: number): string => {
  const number =
    typeof value === 'number' || (typeof value === 'string' && DIGITS.test(value)) ? Number(value) : NaN;
  if (!Number.isFinite(number)) throw new Error(`An example wants a number and has ${String(value)}.`);
  const write = (options: Intl.NumberFormatOptions) => number.toLocaleString('en-GB', options);
  const written = write(
    digits === undefined
      ? { maximumFractionDigits: 3 }
      : { minimumFractionDigits: digits, maximumFractionDigits: digits },
  );
  if (/[1-9]/.test(written)) return written;
  return number === 0 ? written.replace('-', '') : write({ maximumSignificantDigits: 2 });
};

/** In running text: "1,234.5", with a true minus sign. */
export const inText: WriteNumber = (value, digits) => digitsOf(value, digits).replace('-', '\u2212');

/** In TeX, where a bare comma would stand apart like the sign between two numbers; a negative one is one thing. */
export const inTex: WriteNumber = (value, digits) => {
  const written = digitsOf(value, digits).replaceAll(',', '{,}');
  return written.startsWith('-') ? `{${written}}` : written;
};
