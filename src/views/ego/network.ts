import type { ShownTie } from '../../model/tie.ts';
import { select, type Selected, type Selection } from '../ties/select.ts';
import type { CountRow, TieRows } from '../ties/rows.ts';
import type { TieState } from '../ties/state.ts';
import type { Atlas } from '../view.ts';

/** The ties of the country, and those of all others, of which the partners' own are drawn. */
export type EgoRows = TieRows & { readonly world: readonly CountRow[] };

/** A country's largest partners, its ties with them, and what the others come to. */
export interface Spokes {
  readonly partners: readonly string[];
  /** One a partner, or two where there are two ways. */
  readonly spokes: readonly ShownTie[];
  readonly rest: { readonly partners: number; readonly value: number } | null;
}

export interface Ego extends Spokes {
  readonly selection: Selection;
  /** The strongest ties of these partners with each other. */
  readonly chords: readonly ShownTie[];
}

/** Two countries that are compared. */
export interface EgoPair {
  readonly selection: Selection;
  readonly foci: readonly [string, string];
  readonly sides: readonly [Spokes, Spokes];
  /** The tie of the two with each other. */
  readonly between: readonly ShownTie[];
}

/** Partners that can be named round a circle. */
export const MOST_PARTNERS = { narrow: 16, wide: 40 } as const;

/** How many ties of partners are drawn for each partner: more would be a ball of wool. */
const CHORDS_A_PARTNER = 2;

/** The network of a country: at most `most` partners, the largest first. */
export function egoOf(rows: EgoRows, state: TieState, atlas: Atlas, most: number): Ego {
  const selection = select(rows, state, atlas);
  const flows = state.by === 'net_flow' ? null : selection.flows;
  const own = spokesOf(selection.ties, flows, state.country ?? '', Math.min(most, state.top));
  const shown = new Set(own.partners);
  return {
    selection,
    ...own,
    chords: rows.world
      .filter(({ origin, destination }) => shown.has(origin) && shown.has(destination))
      .slice(0, own.partners.length * CHORDS_A_PARTNER)
      .map((row) => ({ ...row, value: row.count, low: null, high: null })),
  };
}

/** The networks of two countries, each without their ties with each other; null where no second country is asked for. */
export function egoPairOf(rows: EgoRows, state: TieState, atlas: Atlas, most: number): EgoPair | null {
  const selection = select(rows, state, atlas);
  const { against, other } = selection;
  if (against?.kind !== 'country' || !other || !state.country) return null;
  const foci = [state.country, against.country] as const;
  const isBetween = ({ origin, destination }: CountRow): boolean =>
    foci.every((focus) => focus === origin || focus === destination);
  const side = ({ ties, flows }: Selected, focus: string): Spokes =>
    spokesOf(
      ties.filter((tie) => !isBetween(tie)),
      state.by === 'net_flow' ? null : flows.filter((flow) => !isBetween(flow)),
      focus,
      Math.min(most, state.top),
    );
  return {
    selection,
    foci,
    sides: [side(selection, foci[0]), side(other, foci[1])],
    between: selection.ties.filter(isBetween),
  };
}

/** @param flows all flows of the country, of which the others are what is not among the spokes; null where they cannot be added up */
function spokesOf(
  ties: readonly ShownTie[],
  flows: readonly CountRow[] | null,
  focus: string,
  top: number,
): Spokes {
  const partnerOf = (tie: CountRow): string => (tie.origin === focus ? tie.destination : tie.origin);
  const sizes = new Map<string, number>();
  for (const tie of ties) sizes.set(partnerOf(tie), (sizes.get(partnerOf(tie)) ?? 0) + tie.count);
  const partners = [...sizes]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, top)
    .map(([code]) => code);
  const shown = new Set(partners);
  const spokes = ties.filter((tie) => shown.has(partnerOf(tie)));
  const others = (flows ?? []).filter((flow) => !shown.has(partnerOf(flow)));
  const left = new Set(others.map(partnerOf)).size;
  return {
    partners,
    spokes,
    rest: left > 0 ? { partners: left, value: others.reduce((sum, { count }) => sum + count, 0) } : null,
  };
}
