/** Digits that count: what stands behind them is below what any indicator can tell. */
const SIGNIFICANT = 5;

/**
 * A measured value with the decimals its indicator is shown with, fewer where it is large: decimal(1.31, 3) → "1.310",
 * decimal(41170.2, 3) → "41,170". What is not zero never reads as zero: decimal(0.00041, 3) → "0.0004".
 */
export function decimal(value: number, digits: number): string {
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (size < 10 ** -digits / 2) return write(value, { maximumSignificantDigits: 1 });
  const before = Math.max(1, Math.floor(Math.log10(size)) + 1);
  return fixed(value, Math.max(0, Math.min(digits, SIGNIFICANT - before)));
}

/** A number with exactly so many decimals and a true minus sign. */
export const fixed = (value: number, digits: number): string =>
  write(value, { minimumFractionDigits: digits, maximumFractionDigits: digits });

/** Formats that were made before: to make one takes longer than to use it a hundred times. */
const formats = new Map<string, Intl.NumberFormat>();

function write(value: number, options: Intl.NumberFormatOptions): string {
  const key = JSON.stringify(options);
  const format = formats.get(key) ?? new Intl.NumberFormat('en-GB', options);
  formats.set(key, format);
  return format.format(value).replace('-', '\u2212');
}
