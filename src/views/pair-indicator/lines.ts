import type { IndicatorPoint, Line } from '../indicator-lines.ts';
import { indicatorOf, isOneWay } from '../indicator-phrases.ts';
import type { State } from '../params.ts';
import { inText, shortName } from '../phrases.ts';
import type { Atlas } from '../view.ts';
import type { PairIndicatorField } from './index.ts';

type Params = Pick<State, PairIndicatorField>;

/** One line where one way tells the other; else one a way: where links have no direction, as each country sees them. */
export function linesOf(
  points: readonly IndicatorPoint[],
  { indicator, layer, country, partner }: Params,
  atlas: Atlas,
): Line[] {
  if (!country || !partner) return [];
  const [a, b] = [shortName(country, atlas), shortName(partner, atlas)];
  const label = indicatorOf(indicator, atlas);
  const directed = atlas.layers.get(layer)?.directed ?? false;
  if (label.symmetric || (!directed && isSame(points))) return [{ id: 'out', name: `${a} and ${b}` }];
  const [out, back] = directed
    ? [`${a} to ${b}`, `${b} to ${a}`]
    : [`seen from ${inText(country, atlas)}`, `seen from ${inText(partner, atlas)}`];
  return isOneWay(label)
    ? [{ id: 'out', name: out }]
    : [
        { id: 'out', name: out },
        { id: 'in', name: back },
      ];
}

/** Whether both ways have the same values: an indicator may be symmetric in layers without a direction only. */
function isSame(points: readonly IndicatorPoint[]): boolean {
  const key = ({ source, year, value }: IndicatorPoint): string => `${source} ${year} ${value}`;
  const [out, back] = ['out', 'in'].map((way) => points.filter(({ line }) => line === way).map(key));
  return points.length > 0 && out?.join() === back?.join();
}
