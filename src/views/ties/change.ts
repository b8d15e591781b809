import type { ShownTie } from '../../model/tie.ts';
import { sumFlags } from '../from-slices.ts';
import type { Selection } from './select.ts';

const keyOf = (tie: ShownTie): string => tie.origin + tie.destination;

/**
 * The ties of both sides as one list, each with what the other side has: of another year or source of the same layer. A
 * tie that one side lacks counts as none there in layers that list every pair; the lists of students do not, and there
 * it has no value. Ties that are too small on both sides are left out; flags are those of both.
 */
export function paired({ ties, every, other, side, min }: Selection): readonly ShownTie[] {
  if (!other) return ties;
  const there = new Map(other.every.map((tie) => [keyOf(tie), tie]));
  const here = new Set(every.map(keyOf));
  const absent = side.layer !== 'students' && side.by === 'count' ? 0 : null;
  const both = every.flatMap((tie): ShownTie[] => {
    const before = there.get(keyOf(tie));
    if (Math.max(tie.count, before?.count ?? 0) < min) return [];
    return [{ ...tie, flag: sumFlags([tie.flag, before?.flag ?? null]), other: before?.value ?? absent }];
  });
  if (absent === null) return both;
  const gone = other.every
    .filter((tie) => !here.has(keyOf(tie)) && tie.count >= min)
    .map((tie): ShownTie => ({ ...tie, count: 0, value: 0, low: null, high: null, other: tie.value }));
  return [...both, ...gone];
}

/** The change of each tie since the other side, the largest first; ties without a value on either side are left out. */
export const changes = (selection: Selection): ShownTie[] =>
  paired(selection)
    .flatMap((tie): ShownTie[] => {
      const before = tie.other ?? null;
      return before === null || before === tie.value
        ? []
        : [{ ...tie, value: tie.value - before, low: null, high: null }];
    })
    .sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
