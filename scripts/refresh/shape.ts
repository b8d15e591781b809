import * as z from 'zod/mini';
import { UserError } from '../lib/errors.ts';

/** Enough to see what has changed: a field that was renamed is missing from every row. */
const SHOWN = 3;

/**
 * Checks that an answer has the fields that we read, of the kind that we read them as; other fields may come and go.
 * @throws {Error} that names the first fields that do not fit, for whoever asked to add source and address
 */
export const shaped =
  <T>(schema: z.ZodMiniType<T>) =>
  (value: unknown): T => {
    const parsed = schema.safeParse(value, { error: z.locales.en().localeError });
    if (parsed.success) return parsed.data;
    const { issues } = parsed.error;
    const more = issues.length - SHOWN;
    throw new Error(
      z.prettifyError(new z.core.$ZodError(issues.slice(0, SHOWN))) +
        (more > 0 ? `\n… and ${more} more of the kind` : ''),
    );
  };

/**
 * The years of an option "1990:2025", or "2025" for one.
 * @throws {UserError} for anything else, and for a year that ends before it begins
 */
export function yearsOf(text: string, option = '--years'): { from: number; to: number } {
  const match = /^(\d{4})(?::(\d{4}))?$/.exec(text);
  const [from, to] = [Number(match?.[1]), Number(match?.[2] ?? match?.[1])];
  if (!match || from > to)
    throw new UserError(`${option} wants years as 1990:2025, or one year, not ${text}.`);
  return { from, to };
}
