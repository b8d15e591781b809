import type { LineMark, LineOf, MarkedSeries } from '../../charts/marked-lines.ts';
import type { State } from '../params.ts';
import { inText, shortName, sourceName } from '../phrases.ts';
import { pointInWords } from '../point-words.ts';
import type { Atlas } from '../view.ts';
import type { TrendField } from './index.ts';
import type { TrendPoint } from './sql.ts';
import { thing } from './things.ts';

/** A line for each direction and source. Its name holds what tells it from the others, and no more. */
export function seriesOf(
  points: readonly TrendPoint[],
  params: Pick<State, TrendField>,
  atlas: Atlas,
): MarkedSeries[] {
  const groups = Map.groupBy(points, (p) => `${p.direction} ${p.source}`);
  const sources = new Set(points.map((p) => p.source)).size;
  const directions = new Set(points.map((p) => p.direction)).size;
  return [...groups.values()].map((group) => {
    const { direction = '', source = '' } = group[0] ?? {};
    const parts = [
      directions > 1 ? way(direction, params, atlas) : null,
      sources > 1 ? (atlas.sources.get(source)?.tag ?? source) : null,
    ].filter((p) => p !== null);
    return {
      label: parts.join(', ') || sourceName(source, atlas),
      points: group,
      mark: markOf(direction, source, params, atlas),
    };
  });
}

/** The world is no mark: it would light up nothing. */
function markOf(
  direction: string,
  source: string,
  params: Pick<State, TrendField>,
  atlas: Atlas,
): LineMark | null {
  const { country, partner } = params;
  if (!country) return null;
  const [what, side] = thing(direction, params, atlas);
  const [of, who] = ((): readonly [LineOf, string | null] => {
    if (!partner) return [{ c: country }, side ? null : shortName(country, atlas)];
    const [o, d] = direction === 'in' ? [partner, country] : [country, partner];
    const join = direction === 'both' ? 'and' : 'to';
    return [{ o, d }, `${shortName(o, atlas)} ${join} ${shortName(d, atlas)}`];
  })();
  return {
    of,
    says: (point) => {
      const said = pointInWords(point, what, { side, source: sourceName(source, atlas) });
      return who === null ? said : `${who}: ${said}`;
    },
  };
}

export function way(direction: string, { country, partner }: Pick<State, TrendField>, atlas: Atlas): string {
  if (direction === 'both') return 'Both';
  if (!country || !partner) return direction === 'in' ? 'In' : 'Out';
  const [from, to] = direction === 'out' ? [country, partner] : [partner, country];
  return `${shortName(from, atlas)} to ${inText(to, atlas)}`;
}
