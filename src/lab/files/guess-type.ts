import type { ColumnType } from './reading.ts';
import { booleanOf, dateOf, integerOf, numberOf } from './value.ts';

/** Share of values that must fit; the few that do not are asked about. */
const ENOUGH = 0.95;
/** With fewer different misfits than this they are words for "missing" rather than a sign that the column is text. */
const FEW_WORDS = 4;

/** Digits that are a code, not a number: a zero in front would be lost. */
const CODE = /^[-+]?0\d/;

/**
 * The type that a column's values have.
 * @param values the sample's fields without spaces around them and without those that are missing
 */
export function guessType(values: readonly string[], decimal: '.' | ','): ColumnType {
  if (!values.length) return 'text';
  if (fits(values, (value) => booleanOf(value) !== undefined)) return 'boolean';
  if (!values.some((value) => CODE.test(value))) {
    if (fits(values, (value) => integerOf(value, decimal) !== undefined)) return 'integer';
    if (fits(values, (value) => isNumber(value, decimal))) return 'number';
  }
  return guessDate(values) ?? 'text';
}

/** A number that keeps its value: one with more digits than a double holds is a code of some kind. */
const isNumber = (value: string, decimal: '.' | ','): boolean =>
  numberOf(value, decimal) !== undefined && !/^\D*\d{17,}\D*$/.test(value);

function guessDate(values: readonly string[]): ColumnType | null {
  // Where both orders fit, most of the world writes the day first; `eitherOrder` lets the reader know.
  const orders = ['date', 'date-dmy', 'date-mdy'] as const;
  return orders.find((order) => fits(values, (value) => dateOf(value, order) !== undefined)) ?? null;
}

/** Whether dates with the year at the end could have either day or month first. */
export const eitherOrder = (values: readonly string[]): boolean =>
  values.length > 0 &&
  (['date-dmy', 'date-mdy'] as const).every((order) =>
    fits(values, (value) => dateOf(value, order) !== undefined),
  );

function fits(values: readonly string[], test: (value: string) => boolean): boolean {
  const misfits = values.filter((value) => !test(value));
  if (!misfits.length) return true;
  return misfits.length <= values.length * (1 - ENOUGH) && new Set(misfits).size < FEW_WORDS;
}
