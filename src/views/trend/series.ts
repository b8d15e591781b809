import type { Series } from '../../charts/series.ts';
import type { State } from '../params.ts';
import { inText, shortName, sourceName } from '../phrases.ts';
import type { Atlas } from '../view.ts';
import type { TrendField } from './index.ts';
import type { TrendPoint } from './sql.ts';

/** A line for each direction and source. Its name holds what tells it from the others, and no more. */
export function seriesOf(
  points: readonly TrendPoint[],
  params: Pick<State, TrendField>,
  atlas: Atlas,
): Series[] {
  const groups = Map.groupBy(points, (p) => `${p.direction} ${p.source}`);
  const sources = new Set(points.map((p) => p.source)).size;
  const directions = new Set(points.map((p) => p.direction)).size;
  return [...groups.values()].map((group) => {
    const { direction = '', source = '' } = group[0] ?? {};
    const parts = [
      directions > 1 ? way(direction, params, atlas) : null,
      sources > 1 ? (atlas.sources.get(source)?.tag ?? source) : null,
    ].filter((p) => p !== null);
    return { label: parts.join(', ') || sourceName(source, atlas), points: group };
  });
}

export function way(direction: string, { country, partner }: Pick<State, TrendField>, atlas: Atlas): string {
  if (direction === 'both') return 'Both';
  if (!country || !partner) return direction === 'in' ? 'In' : 'Out';
  const [from, to] = direction === 'out' ? [country, partner] : [partner, country];
  return `${shortName(from, atlas)} to ${inText(to, atlas)}`;
}
