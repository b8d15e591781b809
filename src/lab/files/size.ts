import { count } from '../../charts/format.ts';

const NBSP = '\u00a0';

/** A size for readers, in units of a thousand: "812 bytes", "34 kB", "187 MB", "1.2 GB". */
export function sizeWords(bytes: number): string {
  if (bytes < 1000) return `${count(bytes)}${NBSP}bytes`;
  const [divisor, unit] = bytes < 999_500 ? [1e3, 'kB'] : bytes < 999_500_000 ? [1e6, 'MB'] : [1e9, 'GB'];
  const value = bytes / divisor;
  return `${value < 9.95 ? value.toFixed(1) : count(value)}${NBSP}${unit}`;
}
