import { decimal } from './decimal.ts';
import { count, singular } from './format.ts';

/** What a value needs to be written: decimals at most, and what stands after the number. */
export interface MeasureWords {
  /** "papers", "%", "moves per million inhabitants", "" for ratios. */
  readonly unit: string;
  readonly digits: number;
}

/** The number alone: measuredNumber(1.31, 3) → "1.310", measuredNumber(73485, 0) → "73,485". */
export const measuredNumber = (value: number, digits: number): string =>
  digits === 0 ? count(value) : decimal(value, digits);

/** A value of a measure with its unit: "73,485 papers", "1 paper", "12.4%", "1.310". */
export function measured(value: number, { unit, digits }: MeasureWords): string {
  const number = measuredNumber(value, digits);
  if (unit === '') return number;
  if (unit === '%') return `${number}%`;
  // "1 paper", but "1 per million inhabitants": what is counted is a single word.
  return `${number}\u00a0${Math.abs(value) === 1 && !unit.includes(' ') ? singular(unit) : unit}`;
}
