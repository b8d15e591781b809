import { UserError } from '../lib/errors.ts';
import type { Journal } from './journal.ts';
import type { Options } from './route.ts';
import { yearsOf } from './shape.ts';

const FIRST_YEAR = 1990;
/** As many groups as a page may have; with fewer, there are more pages. */
export const PER_PAGE = 200;
/** Countries and areas that the matrices of 2024 had, for an estimate that is rather too high. */
const COUNTRIES = 251;
/** US dollars a call of groups, and what a free key may spend a day. */
export const COST = 0.0001;
const FREE_A_DAY = 1;

/** How the matrices are divided, by what OpenAlex assigns to works: its name for that, and into how many parts. */
export const DIVISIONS = {
  field: { by: 'primary_topic.field.id', parts: 26 },
  goal: { by: 'sustainable_development_goals.id', parts: 17 },
} as const;
type Division = keyof typeof DIVISIONS;

/** What a run asks for. */
export interface Plan {
  /** The day on which it began. */
  readonly edition: string;
  readonly from: number;
  readonly to: number;
  readonly division: Division | null;
}

/**
 * What the options ask for; of an unfinished run, its edition.
 * @throws {UserError} for options that make no sense, or not those of the unfinished run
 */
export function planOf(today: string, options: Options, unfinished: Journal | null): Plan {
  const by = options['by'];
  if (by !== undefined && !Object.hasOwn(DIVISIONS, String(by)))
    throw new UserError(`--by wants field or goal, not ${String(by)}.`);
  const lastWhole = Number(today.slice(0, 4)) - 1;
  const years = options['years'] ? yearsOf(String(options['years'])) : { from: FIRST_YEAR, to: lastWhole };
  const division = (by as Division | undefined) ?? null;
  const plan = { edition: unfinished?.settings['edition'] ?? today, ...years, division };
  const [is, was] = [describe(settingsOf(plan)), describe(unfinished?.settings ?? settingsOf(plan))];
  if (is === was) return plan;
  throw new UserError(
    `There is an unfinished run of ${plan.edition} for ${was}, and this one is for ${is}. Finish that with the same options, or forget it: --restart.`,
  );
}

export const settingsOf = ({ edition, from, to, division }: Plan): Record<string, string> => ({
  edition,
  years: `${from}:${to}`,
  by: division ?? 'country',
});
const describe = ({ years, by }: Readonly<Record<string, string>>): string => `--years ${years} by ${by}`;

/** A year is a chapter of the journal; before them comes the list of fields or goals. */
function chaptersOf({ from, to, division }: Plan): string[] {
  const years = Array.from({ length: to - from + 1 }, (_, i) => String(from + i));
  return division ? ['parts', ...years] : years;
}

/** In words: how many calls are still to be made at most, and what that costs. */
export async function estimate(plan: Plan, unfinished: Journal | null): Promise<string> {
  const years = plan.to - plan.from + 1;
  const parts = plan.division ? DIVISIONS[plan.division].parts : 1;
  // After the last groups comes one page without any: only that says that there are no more.
  const pages = Math.ceil(COUNTRIES / PER_PAGE) + 1;
  const calls = years * parts * (COUNTRIES + 1) * pages + (plan.division ? pages : 0);
  let answered = 0;
  if (unfinished)
    for (const chapter of chaptersOf(plan))
      for (const found of (await unfinished.read(chapter)).values()) answered += found.length;
  const left = Math.max(0, calls - answered);
  const days = Math.max(1, Math.ceil((left * COST) / FREE_A_DAY));
  return (
    `${describe(settingsOf(plan))}: at most ${whole(left)} calls${answered ? `, after ${whole(answered)} that are answered` : ''}, at $${COST} each $${(left * COST).toFixed(2)}. ` +
    `A free key has $${FREE_A_DAY} a day: ${days} day${days === 1 ? '' : 's'} without paying, if it is run again each day after midnight UTC.`
  );
}

export const whole = (n: number): string => n.toLocaleString('en');
