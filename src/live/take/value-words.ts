import { count, quantity } from '../../charts/format.ts';
import type { TieScale } from '../../model/tie.ts';

/** A value of a measure with its unit, as a sentence says it: "1,234 papers", "3.42", "+120 students". */
export function valueWords(value: number, { unit, kind, digits }: TieScale): string {
  const sign = kind === 'signed' && value > 0 ? '+' : '';
  if (digits === 0) return sign + (unit ? quantity(value, unit) : count(value));
  const number = value
    .toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits })
    .replace('-', '\u2212');
  return `${sign}${number}${unit ? `\u00a0${unit}` : ''}`;
}
