import { sizesOf } from '../../charts/order-places.ts';
import { comparisonOf } from '../comparison.ts';
import type { ShownTie } from '../../model/tie.ts';
import type { Atlas } from '../view.ts';
import { paired } from './change.ts';
import type { Selection } from './select.ts';
import type { TieState } from './state.ts';

/**
 * The same state as seen by figures of places among each other: all ties of the chosen places, whatever country is looked at.
 * A second country is another row of the same figure, so it is nothing to compare with.
 */
export function amongState(state: TieState, atlas: Atlas): TieState {
  const world = { ...state, country: null, direction: 'both' as const, top: Infinity };
  return comparisonOf(state, atlas)?.kind === 'country' ? { ...world, against: null } : world;
}

/** Places of such a figure, the largest first. */
export interface PlacesShown {
  readonly places: readonly string[];
  /** Of how many they are the largest. */
  readonly outOf: number;
  /** The country whose partners the others are; null where they are not chosen for being that. */
  readonly centre: string | null;
}

/** The places of such a figure: the chosen ones, or the country and its largest partners, or the largest of the world. */
export function placesShown(
  selection: Selection,
  { country, ends }: Pick<TieState, 'country' | 'ends'>,
  most: number,
): PlacesShown {
  const { ties, members } = selection;
  const all = [...new Set(ties.flatMap(({ origin, destination }) => [origin, destination]))];
  // Ties with the rest of the world have one end outside.
  const inside = members && ends === 'both' ? all.filter((code) => members.has(code)) : all;
  const centre = country !== null && inside.includes(country) ? country : null;
  const own = ties.filter(({ origin, destination }) => origin === centre || destination === centre);
  const sizes = sizesOf(all, centre === null ? ties : own);
  // Of the whole world, those who share nothing with the country are not shown for its sake.
  const partners = new Set(own.flatMap(({ origin, destination }) => [origin, destination]));
  const candidates = centre !== null && !members ? inside.filter((code) => partners.has(code)) : inside;
  const size = (code: string): number => (code === country ? Infinity : (sizes.get(code) ?? 0));
  const places = candidates.sort((a, b) => size(b) - size(a) || (a < b ? -1 : 1)).slice(0, most);
  return { places, outOf: candidates.length, centre };
}

/** What such a figure shows: its places, and the ties of these with each other. */
export function tiesAmong(
  selection: Selection,
  state: Pick<TieState, 'country' | 'ends'>,
  most: number,
): PlacesShown & { readonly ties: readonly ShownTie[] } {
  const which = placesShown(selection, state, most);
  const shown = new Set(which.places);
  const kind = selection.against?.kind;
  const all = kind === 'year' || kind === 'source' ? paired(selection) : selection.ties;
  return {
    ...which,
    ties: all.filter(({ origin, destination }) => shown.has(origin) && shown.has(destination)),
  };
}
