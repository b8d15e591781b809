import type { Cell } from '../engine/engine.ts';
import { count } from '../charts/format.ts';

/** A cell as text. Years are names of years, not counts, and take no separator. */
export function cellText(
  value: Cell | undefined,
  column: { key: string; numeric?: boolean | undefined },
): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return value;
  if (/(^|_)year$/.test(column.key)) return String(value);
  return Number.isInteger(value)
    ? count(value)
    : value.toLocaleString('en-GB', { maximumFractionDigits: 2 }).replace('-', '\u2212');
}
