import { settle, toSearch, type Asked, type Settled, type State } from '../views/params.ts';
import type { Atlas } from '../views/view.ts';

/** What the explorer's controls choose. Each figure takes of it what it knows. */
export const EXPLORER_FIELDS = ['layer', 'source', 'year', 'country', 'partner', 'direction', 'top'] as const;
export type ExplorerState = Pick<State, (typeof EXPLORER_FIELDS)[number]>;

const DEFAULTS = { layer: 'papers', top: 60, direction: 'both' } as const;

export const settleExplorer = (asked: Asked, atlas: Atlas): Settled<ExplorerState> =>
  settle(EXPLORER_FIELDS, asked, DEFAULTS, atlas);

/** The state of a query string, which may hold anything. */
export function fromSearch(search: string, atlas: Atlas): Settled<ExplorerState> {
  const given = new URLSearchParams(search);
  return settleExplorer(Object.fromEntries(EXPLORER_FIELDS.map((name) => [name, given.get(name)])), atlas);
}

/** The state as a query string, with its question mark; empty for the state that the page opens with. */
export function searchOf(state: ExplorerState, atlas: Atlas): string {
  const { layer, source } = state;
  // The layer brings its source, and the source its year.
  const standard = settleExplorer({ layer }, atlas).state;
  const { year } = settleExplorer({ layer, source }, atlas).state;
  const search = toSearch(state, { ...standard, year, layer: DEFAULTS.layer });
  return search ? `?${search}` : '';
}

/** What each figure of the explorer shows of a state. */
export function figureStates(state: ExplorerState) {
  const { layer, source, year, country, partner, direction, top } = state;
  return {
    map: { layer, source, year, country, direction, top },
    ranking: { layer, source, year, country, direction, top: Math.min(top, 12) },
    trend: { layer, country, partner, direction },
    pair: country && partner ? { country, partner } : null,
  };
}

/** The same state after one control was moved: what no longer fits is dropped without a word. */
export function change(state: ExplorerState, asked: Asked, atlas: Atlas): ExplorerState {
  const layerChanged = asked.layer !== undefined && asked.layer !== state.layer;
  const sourceChanged = asked.source !== undefined && asked.source !== state.source;
  const merged: Asked = {
    ...state,
    ...(layerChanged ? { source: null } : {}),
    // A partner without a country is no pair.
    ...(asked.country === null || asked.country === '' ? { partner: null } : {}),
    ...asked,
  };
  const layer = asked.layer ?? state.layer;
  const source = merged.source ?? atlas.layers.get(layer as ExplorerState['layer'])?.default_source;
  const span = atlas.flows.find((f) => f.layer === layer && f.source === source);
  const keepYear =
    !(layerChanged || sourceChanged) ||
    (span && state.year >= span.first_year && state.year <= span.last_year);
  return settleExplorer(keepYear ? merged : { ...merged, year: asked.year ?? null }, atlas).state;
}
