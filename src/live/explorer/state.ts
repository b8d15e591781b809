import { isRatio } from '../../model/tie-measures.ts';
import type { Asked, State } from '../../views/params.ts';
import { settle, type Settled } from '../../views/settle.ts';
import { TIE_FIELDS } from '../../views/ties/state.ts';
import type { Atlas } from '../../views/view.ts';
import { OPENING, type Part } from './parts.ts';

/** What the explorer's controls choose of the vocabulary of views. Each figure takes of it what it knows. */
export const EXPLORER_FIELDS = [...TIE_FIELDS, 'partner', 'order', 'x', 'y', 'map'] as const;
type ExplorerField = (typeof EXPLORER_FIELDS)[number];

export type ExplorerState = Pick<State, ExplorerField> & {
  /** The parts that are shown. */
  readonly show: readonly Part[];
  /** Countries that the reader marked, in every part at once. */
  readonly marked: readonly string[];
};

/** What is asked of the explorer: a change of any of its fields. */
export type Wish = Asked & { readonly show?: readonly Part[]; readonly marked?: readonly string[] };

export const DEFAULTS = {
  layer: 'papers',
  top: 60,
  direction: 'both',
  order: 'region',
  x: 'international_rate',
  y: 'top1_share',
} as const;

/** All countries that there are: an area of a scatter plot may hold any number of them. */
export const MOST_MARKED = 260;

/** A state of what was asked; what does not fit is put right and named. */
export function settleExplorer({ show, marked, ...asked }: Wish, atlas: Atlas): Settled<ExplorerState> {
  const { state, problems } = settle(EXPLORER_FIELDS, asked, DEFAULTS, atlas);
  const known = [...new Set(marked ?? [])].filter((code) => atlas.withData.has(code)).sort();
  return {
    state: { ...state, show: show?.length ? show : OPENING, marked: known.slice(0, MOST_MARKED) },
    problems,
  };
}

/** The same state after one control was moved: what no longer fits is dropped without a word. */
export function change(state: ExplorerState, wish: Wish, atlas: Atlas): ExplorerState {
  const layerChanged = wish.layer !== undefined && wish.layer !== state.layer;
  const sourceChanged = wish.source !== undefined && wish.source !== state.source;
  const byChanged = wish.by !== undefined && wish.by !== state.by;
  const merged: Wish = {
    ...state,
    ...(layerChanged ? { source: null } : {}),
    // Small ties are noise in a ratio and not in a count: each brings its own least.
    ...(byChanged && isRatio(state.by) !== isRatio(wish.by as State['by']) ? { min: null } : {}),
    // A partner without a country is no pair, and neither is a second country.
    ...(wish.country === null || wish.country === ''
      ? { partner: null, ...(/^[A-Z]{3}$/.test(state.against ?? '') ? { against: null } : {}) }
      : {}),
    ...wish,
  };
  const layer = merged.layer ?? state.layer;
  const source = merged.source ?? atlas.layers.get(layer as State['layer'])?.default_source;
  const span = atlas.flows.find((f) => f.layer === layer && f.source === source);
  const keepYear =
    !(layerChanged || sourceChanged) ||
    (span && state.year >= span.first_year && state.year <= span.last_year);
  return settleExplorer(keepYear ? merged : { ...merged, year: wish.year ?? null, from: null }, atlas).state;
}
