import type { Part } from './parts.ts';
import type { ExplorerState } from './state.ts';

/** What a chosen part still needs before it can show anything, in words for the reader: no workspace is empty without one. */
export function waitingWords({ show, country, partner }: ExplorerState): string[] {
  const needs = (part: Part): boolean =>
    (part === 'network' && country === null) || (part === 'pair' && (country === null || partner === null));
  const words = show.includes('network') && country === null ? [NETWORK] : [];
  // The pair comes of itself once two countries are chosen; it is asked for where it would stand alone.
  return show.includes('pair') && show.every(needs) ? [...words, PAIR] : words;
}

const NETWORK = 'A network is that of one country: choose the country.';
const PAIR = 'A pair is of two countries: choose a country and whom it is seen with.';
