import { list } from '../../charts/format.ts';
import { inText } from '../phrases.ts';
import type { Atlas } from '../view.ts';
import { incomparable, reportersOf } from './change.ts';
import type { Selection } from './select.ts';

/** More places than this are counted, not named. */
const MOST_NAMED = 6;

/** Which of the ties that are shown say no change between two years, and why; null where all do. */
export function breaksNote(selection: Selection, atlas: Atlas): string | null {
  const { against, side, other } = selection;
  if (against?.kind !== 'year' || !other) return null;
  const there = new Map(other.every.map((tie) => [tie.origin + tie.destination, tie]));
  const broken = new Set<string>();
  let redefined = 0;
  for (const tie of selection.ties) {
    const before = there.get(tie.origin + tie.destination);
    if (!before) continue;
    const reporters = reportersOf(tie, selection);
    for (const place of reporters) if (against.broken.has(place)) broken.add(place);
    if (incomparable(reporters, tie, before, selection) === 'definition differs') redefined++;
  }
  const [first, last] = [Math.min(against.year, side.year), Math.max(against.year, side.year)];
  const parts = [
    broken.size
      ? `Between ${first} and ${last} there is a break in the series of ${named([...broken], atlas)}: numbers before and after it are not comparable.`
      : null,
    redefined === 0
      ? null
      : redefined === 1
        ? 'One tie counts by another definition in one of the two years: its change is not to be read.'
        : `${redefined} ties count by another definition in one of the two years: their changes are not to be read.`,
  ].filter((part) => part !== null);
  return parts.length ? parts.join(' ') : null;
}

const named = (places: readonly string[], atlas: Atlas): string =>
  places.length > MOST_NAMED
    ? `${places.length} of the countries here`
    : list([...places].sort().map((iso3) => inText(iso3, atlas)));
