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

/** The places of such a figure: the chosen ones, or the country and its largest partners, or the largest of the world. */
export function placesShown(
  selection: Selection,
  { country, ends }: Pick<TieState, 'country' | 'ends'>,
  most: number,
): { readonly places: string[]; readonly outOf: number } {
  const { ties, members } = selection;
  const all = [...new Set(ties.flatMap(({ origin, destination }) => [origin, destination]))];
  // Ties with the rest of the world have one end outside.
  const candidates = members && ends === 'both' ? all.filter((code) => members.has(code)) : all;
  const sizes =
    country !== null && candidates.includes(country)
      ? sizesOf(
          all,
          ties.filter(({ origin, destination }) => origin === country || destination === country),
        )
      : sizesOf(all, ties);
  const size = (code: string): number => (code === country ? Infinity : (sizes.get(code) ?? 0));
  const places = candidates.sort((a, b) => size(b) - size(a) || (a < b ? -1 : 1)).slice(0, most);
  return { places, outOf: candidates.length };
}

/** What such a figure shows: its places, and the ties of these with each other. */
export function tiesAmong(
  selection: Selection,
  state: Pick<TieState, 'country' | 'ends'>,
  most: number,
): { readonly places: string[]; readonly outOf: number; readonly ties: readonly ShownTie[] } {
  const { places, outOf } = placesShown(selection, state, most);
  const shown = new Set(places);
  const kind = selection.against?.kind;
  const all = kind === 'year' || kind === 'source' ? paired(selection) : selection.ties;
  return {
    places,
    outOf,
    ties: all.filter(({ origin, destination }) => shown.has(origin) && shown.has(destination)),
  };
}
