import type { ShownTie, TieScale } from '../../model/tie.ts';
import type { Selected, Selection } from './select.ts';
import type { Side } from './state.ts';

/** The ties of a figure with what is to be known of them. */
export interface TieSet {
  readonly ties: readonly ShownTie[];
  readonly scale: TieScale;
  /** Whether a tie has a way. */
  readonly directed: boolean;
  readonly side: Side;
  /** What `other` of the ties is of; null where nothing is compared. */
  readonly other: Side | null;
}

export const tieSet = (
  ties: readonly ShownTie[],
  selection: Pick<Selection, 'directed' | 'scale' | 'side'> & { readonly other?: Selected | null },
): TieSet => ({
  ties,
  scale: selection.scale,
  directed: selection.directed,
  side: selection.side,
  other: ties.some((tie) => tie.other !== undefined) ? (selection.other?.side ?? null) : null,
});
