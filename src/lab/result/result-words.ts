import { count } from '../../charts/format.ts';

/** "1,234,567 rows in 0.84 s", "1 row in 1 min 5 s". */
export const rowsInTime = (rows: number, ms: number): string =>
  `${count(rows)} ${rows === 1 ? 'row' : 'rows'} in ${timeWords(ms)}`;

/** A time of a query: hundredths of a second, then tenths, then minutes. */
export function timeWords(ms: number): string {
  const seconds = ms / 1000;
  if (seconds < 0.005) return 'under 0.01\u00a0s';
  if (seconds < 9.995) return `${seconds.toFixed(2)}\u00a0s`;
  if (seconds < 59.95) return `${seconds.toFixed(1)}\u00a0s`;
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}\u00a0min ${whole % 60}\u00a0s`;
}

/** What went wrong, for a reader: the engine's own words. */
export const errorWords = (error: unknown): string =>
  error instanceof Error || error instanceof DOMException ? error.message : String(error);
