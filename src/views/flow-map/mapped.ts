import type { ShownTie, TieScale } from '../../model/tie.ts';
import { ABOUT_MEASURE } from '../../model/tie-measures.ts';
import { changes } from '../ties/change.ts';
import { select, type Selection } from '../ties/select.ts';
import type { TieRows } from '../ties/rows.ts';
import type { TieState } from '../ties/state.ts';
import type { Atlas } from '../view.ts';

/** What the map draws of a selection. */
export interface Mapped {
  readonly selection: Selection;
  readonly arcs: readonly ShownTie[];
  readonly scale: TieScale;
  /** The second country where two are compared, whose flows are among the arcs. */
  readonly second: string | null;
  /** What the arcs are the largest of; null where a sum says nothing. */
  readonly all: { readonly ties: number; readonly sum: number | null } | null;
  /** Whether the arcs are changes since another year, or differences between two sources. */
  readonly change: boolean;
}

/** The largest ties, or the largest changes of ties, of a state. */
export function mapped(rows: TieRows, state: TieState, atlas: Atlas): Mapped {
  const selection = select(rows, state, atlas);
  const { against, other, scale, all } = selection;
  const kind = ABOUT_MEASURE[state.by].kind;
  if ((against?.kind === 'year' || against?.kind === 'source') && kind === 'size') {
    const changed = changes(selection);
    return {
      selection,
      arcs: changed.slice(0, state.top),
      scale: { ...scale, title: `Change in ${scale.title.toLowerCase()}`, kind: 'signed', neutral: 0 },
      second: null,
      all: { ties: changed.length, sum: null },
      change: true,
    };
  }
  if (against?.kind === 'country' && other) {
    const both = [...selection.ties.slice(0, state.top), ...other.ties.slice(0, state.top)];
    return {
      selection,
      arcs: oncePerPair(both, selection.directed),
      scale,
      second: against.country,
      all: { ties: all.ties + other.all.ties, sum: kind === 'size' ? all.sum + other.all.sum : null },
      change: false,
    };
  }
  // A country sees its own gain as a plus.
  const seen = (tie: ShownTie): ShownTie =>
    kind === 'signed' && tie.origin === state.country ? { ...tie, value: -tie.value } : tie;
  return {
    selection,
    arcs: selection.ties.slice(0, state.top).map(seen),
    scale,
    second: null,
    // A net flow is one of two: how many are left is known, what they sum to says nothing.
    all:
      kind === 'signed'
        ? { ties: selection.ties.length, sum: null }
        : { ties: all.ties, sum: kind === 'ratio' ? null : all.sum },
    change: false,
  };
}

/** The tie between the two countries themselves is among the ties of both. */
function oncePerPair(ties: readonly ShownTie[], directed: boolean): ShownTie[] {
  const seen = new Set<string>();
  return ties.filter(({ origin, destination }) => {
    const key = directed ? origin + destination : [origin, destination].sort().join('');
    return !seen.has(key) && seen.add(key);
  });
}
