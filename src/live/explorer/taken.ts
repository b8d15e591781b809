import { labPath } from '../../views/addresses.ts';
import { inlined } from '../../engine/inline-parameters.ts';
import type { Query } from '../../engine/engine.ts';
import type { DrawnFigure } from '../../views/figure.ts';
import type { TieSet } from '../../views/ties/tie-set.ts';
import type { Side } from '../../views/ties/state.ts';
import type { Atlas } from '../../views/view.ts';
import type { Series, Taken } from '../take/taken.ts';
import type { ExplorerState } from './state.ts';

/** What is taken away of a figure of the explorer: what it shows, and the address of this very state. */
export function takenOf(
  { words, view }: DrawnFigure,
  set: TieSet | null,
  state: ExplorerState,
  atlas: Atlas,
  release: string,
): Taken {
  const series = (side: Pick<Side, 'layer' | 'source' | 'from' | 'year'>): Series | null => {
    const layer = atlas.layers.get(side.layer);
    return layer ? { layer, source: side.source, years: [side.from ?? side.year, side.year] } : null;
  };
  const own = series(set?.side ?? state);
  if (!own) throw new Error(`The atlas has no layer ${state.layer}.`);
  return {
    title: words.title,
    takeaway: words.takeaway,
    coverage: words.coverage,
    notes: words.notes,
    table: words.table,
    series: own,
    against: set?.other ? series(set.other) : null,
    measure: set?.side.by ?? 'count',
    scale: set?.scale ?? COUNTS,
    ties: set?.ties ?? null,
    directed: set?.directed ?? false,
    scope: scopeOf(state),
    direction: state.direction,
    figure: view === 'flow-map' ? null : view,
    sources: words.sources.flatMap((id) => atlas.sources.get(id) ?? []),
    places: atlas.places,
    release,
    address: location.href,
    date: new Date().toISOString().slice(0, 10),
  };
}

const COUNTS = { title: '', unit: '', kind: 'size', neutral: null, digits: 0 } as const;

const scopeOf = ({ country, partner, among }: ExplorerState): string[] => [
  ...(country ? [country] : []),
  ...(partner ? [partner] : []),
  ...(among === 'world' ? [] : [among]),
];

/** Address of the SQL lab with the query behind a figure: that of its values where it has one, else that of its counts. */
export function labHref(queries: readonly Query[], root: string): string | null {
  const query = queries.find(({ needs }) => needs.includes('pair_indicators')) ?? queries[0];
  if (!query) return null;
  return labPath(inlined(query), root);
}
