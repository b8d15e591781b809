import { flagOf, hasFlag, type FlagLetter } from '../../model/flag.ts';
import type { ShownTie } from '../../model/tie.ts';
import type { Selected, Selection } from './select.ts';

const keyOf = (tie: ShownTie): string => tie.origin + tie.destination;

type Compared = Pick<Selection, 'against' | 'side'>;

/**
 * The ties of both sides as one list, each with what the other side has: of another year or source of the same layer. A
 * tie that one side lacks counts as none there in layers that list every pair; the lists of students do not, and there
 * it has no value. Ties that are too small on both sides are left out; flags are those of the change.
 */
export function paired(selection: Selection): readonly ShownTie[] {
  const { ties, every, other, side, min } = selection;
  if (!other) return ties;
  const there = new Map(other.every.map((tie) => [keyOf(tie), tie]));
  const here = new Set(every.map(keyOf));
  const absent = side.layer !== 'students' && side.by === 'count' ? 0 : null;
  const both = every.flatMap((tie): ShownTie[] => {
    const before = there.get(keyOf(tie));
    if (Math.max(tie.count, before?.count ?? 0) < min) return [];
    const flag = changeFlag(reportersOf(tie, selection), tie, before ?? null, selection);
    return [{ ...tie, flag, other: before?.value ?? absent }];
  });
  if (absent === null) return both;
  const gone = other.every
    .filter((tie) => !here.has(keyOf(tie)) && tie.count >= min)
    .map((tie): ShownTie => {
      const flag = changeFlag(reportersOf(tie, selection), null, tie, selection);
      return { ...tie, count: 0, value: 0, low: null, high: null, flag, other: tie.value };
    });
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

/**
 * Whose series a value rests on: of what moves, the destination's, which counts who comes; of what two places share, and of
 * what is reckoned from both ways between them, both.
 */
export const reportersOf = (
  { origin, destination }: Pick<ShownTie, 'origin' | 'destination'>,
  { directed, side }: Pick<Selected, 'directed' | 'side'>,
): string[] =>
  directed && side.by !== 'net_flow' && side.by !== 'asymmetry' ? [destination] : [origin, destination];

/** One of the two values of a comparison; null where a side has none. */
type Value = Pick<ShownTie, 'flag'> | null;

/**
 * Why two years cannot be compared: a break in the series of whoever reports, also in a year between the two, or a
 * definition that only one of them has. Null where they can be, and where no years are compared.
 */
export function incomparable(
  reporters: readonly string[],
  here: Value,
  there: Value,
  { against, side }: Compared,
): 'break in series' | 'definition differs' | null {
  if (against?.kind !== 'year') return null;
  const later = against.year > side.year ? there : here;
  if (hasFlag(later?.flag ?? null, 'b') || reporters.some((place) => against.broken.has(place)))
    return 'break in series';
  return here && there && hasFlag(here.flag, 'd') !== hasFlag(there.flag, 'd') ? 'definition differs' : null;
}

/** What is to be said of a change: what is to be said of either value, and of two years a break where they cannot be compared. */
function changeFlag(
  reporters: readonly string[],
  here: Value,
  there: Value,
  compared: Compared,
): string | null {
  const letters = [...`${here?.flag ?? ''}${there?.flag ?? ''}`] as FlagLetter[];
  if (compared.against?.kind !== 'year') return flagOf(letters);
  // A break is with the years before it: that of the earlier of the two does not lie between them.
  const others = letters.filter((letter) => letter !== 'b');
  return flagOf(incomparable(reporters, here, there, compared) ? [...others, 'b'] : others);
}
