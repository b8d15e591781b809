import { comparisonOf } from '../../views/comparison.ts';
import { RANKED } from '../../views/ranking/standard.ts';
import { otherSideOf } from '../../views/ties/sides.ts';
import { TIE_FIELDS, type TieState } from '../../views/ties/state.ts';
import type { Atlas } from '../../views/view.ts';
import type { ExplorerState } from './state.ts';

/** What each figure of the explorer shows of a state; null for one that has nothing to show. */
export function figureStates(state: ExplorerState, atlas: Atlas) {
  const { layer, country, partner, direction, order, x, y, map, year, source, top } = state;
  const against = comparisonOf(state, atlas);
  const ties = tiesOf(state);
  const other = otherSideOf(ties, atlas);
  // Two layers have units of their own: each is drawn in a figure of its own, beside the other.
  const alone: TieState = against?.kind === 'layer' ? { ...ties, against: null } : ties;
  const twin: TieState | null =
    other && against?.kind === 'layer' ? { ...ties, ...other, against: null } : null;
  return {
    map: { ...alone, map },
    twin: twin && { ...twin, map },
    // As many as in a ranking as it stands: those have pictures and pages of their own.
    ranking: { ...ties, top: Math.min(top, RANKED) },
    trend: { layer, country, partner, direction },
    trendTwin: twinOfTrend(),
    matrix: { ...ties, order },
    chord: { ...alone, order },
    network:
      country === null
        ? null
        : { ...ties, against: against?.kind === 'country' ? ties.against : null, top: Math.min(top, 60) },
    scatter: { layer, source, year, country, x, y },
    pair: country && partner ? { country, partner } : null,
    table: ties,
  };

  function twinOfTrend() {
    if (against?.kind === 'country') return { layer, country: against.country, partner: null, direction };
    if (twin) return { layer: twin.layer, country, partner, direction: 'both' as const };
    return null;
  }
}

export type FigureStates = ReturnType<typeof figureStates>;

const tiesOf = (state: ExplorerState): TieState =>
  Object.fromEntries(TIE_FIELDS.map((name) => [name, state[name]])) as unknown as TieState;
