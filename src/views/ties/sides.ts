import { ABOUT_MEASURE } from '../../model/tie-measures.ts';
import { STRONGEST } from '../../model/slice.ts';
import { comparisonOf } from '../comparison.ts';
import type { Atlas } from '../view.ts';
import type { Side, TieState } from './state.ts';

/** The side that a state names. */
export const sideOf = ({ layer, source, from, year, country, by }: TieState): Side => ({
  layer,
  source,
  from,
  year,
  country,
  by,
});

/** The side that it is compared with; null where nothing is. Another layer brings its default source, and the year nearest. */
export function otherSideOf(state: TieState, atlas: Atlas): Side | null {
  const side = sideOf(state);
  const against = comparisonOf(state, atlas);
  switch (against?.kind) {
    case undefined:
      return null;
    case 'year':
      return { ...side, year: against.year };
    case 'country':
      return { ...side, country: against.country };
    case 'source':
      return within({ ...side, source: against.source }, atlas);
    case 'layer': {
      const { layer } = against;
      const by = ABOUT_MEASURE[state.by].layers.includes(layer) ? state.by : 'count';
      return within({ ...side, layer, by, source: atlas.layers.get(layer)?.default_source ?? '' }, atlas);
    }
  }
}

/** A side whose source lacks the year takes the nearest that it has; titles name the years of both. */
function within(side: Side, atlas: Atlas): Side {
  const span = atlas.flows.find((f) => f.layer === side.layer && f.source === side.source);
  if (!span) return side;
  const year = Math.min(Math.max(side.year, span.first_year), span.last_year);
  const from = side.from === null ? null : Math.max(side.from, span.first_year);
  return { ...side, year, from: from !== null && from < year ? from : null };
}

/** Whether the largest flows of the world are all that a state asks: they come in one small slice. */
export const isStrongest = ({ country, from, among, by, min, against, top }: TieState): boolean =>
  country === null &&
  from === null &&
  among === 'world' &&
  (by === 'count' || by === 'share') &&
  min === 1 &&
  against === null &&
  top <= STRONGEST;
