import { count } from '../../charts/format.ts';
import { hasFlag } from '../../model/flag.ts';
import type { ShownTie } from '../../model/tie.ts';
import type { Selected } from './select.ts';
import { isStock, type Side } from './state.ts';

/** How many years a side is of. */
export const rangeOf = ({ from, year }: Pick<Side, 'from' | 'year'>): number => year - (from ?? year) + 1;

/** Whether a tie has a number in fewer years than the range has. */
export const lacksYears = ({ years }: ShownTie, { from, year }: Pick<Side, 'from' | 'year'>): boolean =>
  from !== null && years !== undefined && years < rangeOf({ from, year });

/** Of how many years the means are, where not all of them are of the whole range. */
export function meansNote({ side, ties }: Selected): string | null {
  const { from, year, layer } = side;
  if (from === null || !isStock(layer)) return null;
  const mean = `Each value is the mean of the years ${from} to ${year} for which there is one: students enrolled are counted in every year.`;
  const fewer = ties.filter((tie) => lacksYears(tie, side)).length;
  const range = rangeOf(side);
  if (!fewer) return mean;
  return fewer === ties.length
    ? `${mean} ${ties.length === 1 ? 'The one tie here has' : `Each of the ${count(ties.length)} ties here has`} a number in fewer than all ${range} years.`
    : `${mean} Of the ${count(ties.length)} ties here, ${count(fewer)} ${fewer === 1 ? 'has' : 'have'} a number in fewer than all ${range} years.`;
}

/** Balances between two hosts of which one was only partly reported: they lean to the other. */
export function leaningNote({ side, ties }: Selected): string | null {
  if (side.layer !== 'students' || (side.by !== 'net_flow' && side.by !== 'asymmetry')) return null;
  const leaning = ties.filter(({ flag }) => hasFlag(flag, 'u')).length;
  if (!leaning) return null;
  const of = `${count(leaning)} of the ${count(ties.length)} balances here`;
  return leaning === ties.length
    ? 'Here at least one of the two hosts reported only part of its students (low reliability): the balance leans to the other.'
    : `In ${of} at least one of the two hosts reported only part of its students (low reliability): the balance leans to the other.`;
}
